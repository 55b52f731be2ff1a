import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Host } from '../../../preview/google/host';
import { OWNER, returned, scripted } from '../../support/standIn';

test('without dist/ there is no host, and one sentence says what to do', () => {
  const empty = mkdtempSync(join(tmpdir(), 'sluice-'));
  expect(() => new Host({ dist: join(empty, 'dist') })).toThrow(
    'dist/ is missing: run npm run build',
  );
});

// https://developers.google.com/apps-script/guides/v8-runtime, and of fields https://github.com/google/clasp/issues/907
test.each<{ what: string; source: string }>`
  what                        | source
  ${'a class field'}          | ${'class A { x = 1; } function f() {}'}
  ${'a class field'}          | ${'class A { static x = 1; } function f() {}'}
  ${'a private class member'} | ${'class A { #x; g() { return this.#x; } } function f() {}'}
  ${'a private class member'} | ${'class A { #g() {} } function f() {}'}
  ${'a static block'}         | ${'class A { static { g(); } } function f() {}'}
  ${'await is only valid'}    | ${'await 1; function f() {}'}
  ${'import statement'}       | ${"import x from 'y'; function f() {}"}
  ${'Unexpected token'}       | ${'export function f() {}'}
  ${'Unexpected end'}         | ${'function f( {'}
`('Google cannot save a script with $what: $source', ({ what, source }) => {
  expect(() => scripted(source)).toThrow(/^ParseError: /);
  expect(() => scripted(source)).toThrow(what);
});

test('a class with methods, accessors and static methods is saved', () => {
  const source = 'class A { get x() { return 1; } m() {} static n() { return new A().x; } }';
  expect(returned(scripted(`${source} function f() { return A.n(); }`).call(OWNER, 'f'))).toBe(1);
});

test.each`
  name
  ${'setTimeout'}
  ${'setInterval'}
  ${'queueMicrotask'}
  ${'URL'}
  ${'URLSearchParams'}
  ${'TextEncoder'}
  ${'TextDecoder'}
  ${'structuredClone'}
  ${'fetch'}
  ${'atob'}
  ${'btoa'}
  ${'crypto'}
  ${'performance'}
  ${'process'}
  ${'require'}
  ${'module'}
  ${'window'}
  ${'navigator'}
  ${'AbortController'}
  ${'Blob'}
  ${'Buffer'}
`('Apps Script has no $name, so a script that uses it fails', ({ name }) => {
  const host = scripted(`function has() { return typeof ${name}; } function use() { ${name}.x; }`);
  expect(returned(host.call(OWNER, 'has'))).toBe('undefined');
  expect(host.call(OWNER, 'use').error?.message).toBe(`${name} is not defined`);
});

test('a service that the stand-in does not have is refused by name', () => {
  const host = scripted(`
    function mail() { GmailApp.sendEmail('a@example.com', 's', 'b'); }
    function sheet() { SpreadsheetApp.openById('x'); }
    function quiet() { try { UrlFetchApp.fetch('x'); } catch (e) {} return 'went on'; }`);
  expect(host.call(OWNER, 'mail').error?.message).toBe('not in the stand-in: GmailApp.sendEmail');
  expect(host.call(OWNER, 'sheet').error?.message).toBe(
    'not in the stand-in: SpreadsheetApp.openById',
  );
  expect(host.call(OWNER, 'quiet')).toMatchObject({
    value: 'went on',
    missing: ['UrlFetchApp.fetch'],
  });
});

// A service call at the top level makes the menu vanish in AuthMode NONE.
test('a service that is touched while the script loads is named', () => {
  const host = scripted('const zone = Session.getScriptTimeZone(); function f() {}');
  expect(host.call(OWNER, 'f').error?.message).toBe(
    'Session.getScriptTimeZone was touched while the script loads.',
  );
});

test('each execution starts anew: globals do not outlive it', () => {
  const host = scripted('var n = 0; function f() { n += 1; globalThis.m = 1; return n; }');
  host.call(OWNER, 'f');
  expect(returned(host.call(OWNER, 'f'))).toBe(1);
});

test.each<{ name: string; why: string }>`
  name         | why
  ${'hidden_'} | ${'its name ends in an underscore'}
  ${'inner'}   | ${'it is not at the top level'}
  ${'late'}    | ${'it is assigned only at run time'}
  ${'value'}   | ${'it is no function'}
  ${'eval'}    | ${'it is not of the script'}
  ${'nothing'} | ${'it is not there'}
`('a page cannot call $name: $why', ({ name }) => {
  const host = scripted(`
    function hidden_() {}
    var value = 1;
    function outer() { function inner() {} return inner; }
    globalThis.late = function () {};`);
  expect(host.call(OWNER, name).error?.message).toContain(`Script function not found: ${name}`);
});

test('functions written in other ways can be called', () => {
  const host = scripted(`
    const arrow = (a) => a + 1;
    var old = function (a) { return a + 2; };`);
  expect(returned(host.call(OWNER, 'arrow', [1]))).toBe(2);
  expect(returned(host.call(OWNER, 'old', [1]))).toBe(3);
});
