import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Host } from '../../../preview/google/host';
import { OWNER } from '../../support/standIn';

const SCOPE = 'https://www.googleapis.com/auth/';

/** A built project in a folder of its own. */
function built(code: string, manifest: object = {}): string {
  const dist = mkdtempSync(join(tmpdir(), 'sluice-dist-'));
  writeFileSync(join(dist, 'Code.js'), code);
  writeFileSync(join(dist, 'appsscript.json'), JSON.stringify(manifest));
  writeFileSync(join(dist, 'Sidebar.html'), '<p>deal</p>');
  return dist;
}

test.each<{ what: string; code: string; error: string }>`
  what            | code                                          | error
  ${'URL'}        | ${'function f() { new URL("https://x.y"); }'} | ${'URL is not defined'}
  ${'setTimeout'} | ${'function f() { setTimeout(f, 1); }'}       | ${'setTimeout is not defined'}
`('a bundle that uses $what fails when it gets there', ({ code, error }) => {
  const host = new Host({ dist: built(code) });
  expect(host.call(OWNER, 'f').error?.message).toBe(error);
});

test('a bundle with a class field never starts', () => {
  expect(() => new Host({ dist: built('class A { x = 1; }') })).toThrow(
    'ParseError: Code.js has a class field, which Apps Script cannot parse.',
  );
});

// https://developers.google.com/apps-script/concepts/scopes
test('a service whose scope the manifest lacks is refused, even from the menu', () => {
  const code = `
    function mail() { MailApp.sendEmail('a@example.com', 's', 'b'); }
    function cell() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }`;
  const oauthScopes = [`${SCOPE}spreadsheets.currentonly`];
  const host = new Host({ dist: built(code, { oauthScopes }) });
  expect(host.menu(OWNER, 'mail').error?.message).toBe(
    `You do not have permission to call MailApp.sendEmail. Required permissions: ${SCOPE}script.send_mail`,
  );
  expect(host.menu(OWNER, 'cell').value).toBe('');
  const none = new Host({ dist: built(code, { oauthScopes: [] }) });
  expect(none.menu(OWNER, 'cell').error?.message).toContain('spreadsheets.currentonly');
});

test('pages and the script’s time zone come from the folder', () => {
  const code = `
    function page() { return HtmlService.createHtmlOutputFromFile('Sidebar').getContent(); }
    function other() { HtmlService.createHtmlOutputFromFile('../secret'); }
    function zone() { return Session.getScriptTimeZone(); }`;
  const host = new Host({ dist: built(code, { timeZone: 'Asia/Shanghai' }) });
  expect(host.call(OWNER, 'page').value).toBe('<p>deal</p>');
  expect(host.call(OWNER, 'zone').value).toBe('Asia/Shanghai');
  expect(host.call(OWNER, 'other').error?.message).toBe('No HTML file named ../secret was found.');
});

// Measured by third parties: 250,000 cells read in 2.3 s, 100,000 written in 6 s
test('a run’s simulated time is of the order that was measured on Google', () => {
  const code = `
    function read() { sheet().getRange(1, 1, 10000, 25).getValues(); }
    function write() { var row = new Array(100).fill('x'); sheet().getRange(1, 1, 1000, 100).setValues(new Array(1000).fill(row)); }
    function flush(n) { if (n) sheet().getRange(1, 1, n, 1).setValue('x'); SpreadsheetApp.flush(); }
    function mails() { for (var i = 0; i < 3; i++) MailApp.sendEmail('a@example.com', 's', 'b'); }
    function sheet() { return SpreadsheetApp.getActiveSheet(); }`;
  const host = new Host({ dist: built(code) });
  const sheet = host.book.sheets[0];
  if (sheet !== undefined) [sheet.maxRows, sheet.maxColumns] = [10_000, 100];
  const seconds = (name: string) => host.menu(OWNER, name).simulatedMs / 1000;
  expect(seconds('read')).toBeCloseTo(2.3, 0);
  expect(seconds('write')).toBeCloseTo(6, 0);
  const flushMs = (cells: number) => host.call(OWNER, 'flush', [cells]).simulatedMs;
  expect(flushMs(4000) - flushMs(0)).toBeGreaterThan(100);
  expect(seconds('mails')).toBeCloseTo(1.8, 0);
});
