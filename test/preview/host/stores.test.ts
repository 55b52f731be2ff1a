import { expect, test } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';

const STORES = `
  function set(scope, key, value) { PropertiesService['get' + scope + 'Properties']().setProperty(key, value); }
  function get(scope, key) { return PropertiesService['get' + scope + 'Properties']().getProperty(key); }
  function all() { return PropertiesService.getDocumentProperties().getProperties(); }
  function put(key, value, seconds) { CacheService.getDocumentCache().put(key, value, seconds); }
  function cached(key) { return CacheService.getDocumentCache().get(key); }
  function cachedAll(keys) { return CacheService.getDocumentCache().getAll(keys); }
  function fill(n) { for (var i = 0; i < n; i++) CacheService.getScriptCache().put('k' + i, 'v'); }
  function first() { return [CacheService.getScriptCache().get('k0'), CacheService.getScriptCache().get('k100')]; }
`;

// platform.md 2.1 [V guides/properties]
test('document properties are everybody’s, user properties each user’s own', () => {
  const host = scripted(STORES);
  host.call(OWNER, 'set', ['Document', 'a', 'shared']);
  host.call(OWNER, 'set', ['User', 'a', 'mine']);
  expect(returned(host.call('ann@example.com', 'get', ['Document', 'a']))).toBe('shared');
  expect(returned(host.call('ann@example.com', 'get', ['User', 'a']))).toBeNull();
  expect(returned(host.call(OWNER, 'get', ['User', 'a']))).toBe('mine');
  expect(returned(host.call(OWNER, 'all'))).toEqual({ a: 'shared' });
});

test('what is stored comes back as text', () => {
  const host = scripted(STORES);
  host.call(OWNER, 'set', ['Script', 'n', 12]);
  expect(returned(host.call(OWNER, 'get', ['Script', 'n']))).toBe('12');
});

// platform.md 1 [V Q]: 9 KB a value, 500 KB a store
test('a property of more than 9 KB is refused', () => {
  const host = scripted(STORES);
  expect(host.call(OWNER, 'set', ['Script', 'k', 'x'.repeat(9 * 1024)]).error).toBeUndefined();
  expect(host.call(OWNER, 'set', ['Script', 'k', 'x'.repeat(9 * 1024 + 1)]).error?.message).toBe(
    'Argument too large: value',
  );
  expect(host.call(OWNER, 'set', ['Script', 'k', '商'.repeat(4000)]).error?.message).toBe(
    'Argument too large: value',
  );
});

test('properties of more than 500 KB together are refused, and the store stays as it was', () => {
  const host = scripted(STORES);
  const value = 'x'.repeat(9 * 1024);
  const errors = Array.from(
    { length: 60 },
    (_, i) => host.call(OWNER, 'set', ['Script', `k${i}`, value]).error?.message,
  );
  // 55 x 9,216 bytes and their keys stay under 512,000; the 56th does not
  expect(errors.findIndex((error) => error !== undefined)).toBe(55);
  expect(errors[55]).toContain('exceeded the property storage quota');
  expect(returned(host.call(OWNER, 'get', ['Script', 'k55']))).toBeNull();
});

// platform.md 1 [V R:cache]: 600 s when nothing is said, at most 21,600 s
test('a cached text is gone after its time on the host’s clock', () => {
  const host = scripted(STORES);
  host.call(OWNER, 'put', ['k', 'v']);
  host.call(OWNER, 'put', ['long', 'v', 21_600]);
  expect(returned(host.call(OWNER, 'cached', ['k']))).toBe('v');
  host.advance({ hours: 1 });
  expect(returned(host.call(OWNER, 'cached', ['k']))).toBeNull();
  expect(returned(host.call(OWNER, 'cachedAll', [['k', 'long']]))).toEqual({ long: 'v' });
  host.advance({ hours: 5 });
  expect(returned(host.call(OWNER, 'cached', ['long']))).toBeNull();
});

// platform.md 1: [V R:cache] and [M JP-cache]
test.each<{ what: string; args: readonly unknown[]; error: string }>`
  what                             | args                          | error
  ${'a key of 251 characters'}     | ${['k'.repeat(251), 'v']}     | ${'Argument too large: key'}
  ${'a text of more than 100 KB'}  | ${['k', 'v'.repeat(102_401)]} | ${'Argument too large: value'}
  ${'a time of more than 6 hours'} | ${['k', 'v', 21_601]}         | ${'expirationInSeconds'}
  ${'nothing'}                     | ${['k', null]}                | ${"don't match the method signature"}
`('$what cannot be cached', ({ args, error }) => {
  expect(scripted(STORES).call(OWNER, 'put', args).error?.message).toContain(error);
});

// platform.md 1 [M JP-cache]
test('the thousand-and-first item throws the oldest hundred out of the cache', () => {
  const host = scripted(STORES);
  host.call(OWNER, 'fill', [1001]);
  expect(returned(host.call(OWNER, 'first'))).toEqual([null, 'v']);
});

const LOCKS = `
  function hold() { var l = LockService.getDocumentLock(); var got = l.tryLock(100); Session.getScriptTimeZone(); return got; }
  function leave() { return LockService.getDocumentLock().tryLock(100); }
  function wait() { LockService.getDocumentLock().waitLock(100); }
  function release() { var l = LockService.getDocumentLock(); l.tryLock(1); l.releaseLock(); Session.getScriptTimeZone(); return l.hasLock(); }
  function askWithLock() { var l = LockService.getDocumentLock(); l.tryLock(1); SpreadsheetApp.getUi().alert('?'); return l.hasLock(); }
`;

// hold: getDocumentLock 1, tryLock 2, getScriptTimeZone 3
test('an execution that comes between two calls of the lock’s holder does not get the lock', () => {
  const host = scripted(LOCKS);
  const held = host.gesture({ call: 'hold', during: { call: 3, do: { call: 'leave' } } });
  expect(held.value).toBe(true);
  expect(held.during?.value).toBe(false);
});

test('waiting for a taken lock ends in Google’s error', () => {
  const host = scripted(LOCKS);
  const held = host.gesture({ call: 'hold', during: { call: 3, do: { call: 'wait' } } });
  expect(held.during?.error).toContain('Lock timeout');
});

// platform.md 6 [V]: released at the script's end
test('a lock is free once released, and at the end of its execution', () => {
  const host = scripted(LOCKS);
  const released = host.gesture({ call: 'release', during: { call: 4, do: { call: 'leave' } } });
  expect(released).toMatchObject({ value: false, during: { value: true } });
  host.call(OWNER, 'leave');
  expect(returned(host.call(OWNER, 'leave'))).toBe(true);
});

// platform.md 5 [V R:base/Ui]
test('a question to the person loses the lock', () => {
  expect(scripted(LOCKS).menu(OWNER, 'askWithLock', { answers: ['OK'] }).value).toBe(false);
});
