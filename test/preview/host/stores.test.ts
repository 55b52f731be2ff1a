import { expect, test } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';

const STORES = `
  function put(key, value, seconds) { CacheService.getDocumentCache().put(key, value, seconds); }
  function cached(key) { return CacheService.getDocumentCache().get(key); }
  function cachedAll(keys) { return CacheService.getDocumentCache().getAll(keys); }
`;

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

test.each<{ what: string; args: readonly unknown[]; error: string }>`
  what                             | args                          | error
  ${'a key of 251 characters'}     | ${['k'.repeat(251), 'v']}     | ${'Argument too large: key'}
  ${'a text of more than 100 KB'}  | ${['k', 'v'.repeat(102_401)]} | ${'Argument too large: value'}
  ${'a time of more than 6 hours'} | ${['k', 'v', 21_601]}         | ${'expirationInSeconds'}
  ${'nothing'}                     | ${['k', null]}                | ${"don't match the method signature"}
`('$what cannot be cached', ({ args, error }) => {
  expect(scripted(STORES).call(OWNER, 'put', args).error?.message).toContain(error);
});

const LOCKS = `
  function hold() { var l = LockService.getDocumentLock(); var got = l.tryLock(100); Session.getScriptTimeZone(); return got; }
  function wait() { LockService.getDocumentLock().waitLock(100); }
`;

test('waiting for a taken lock ends in Google’s error', () => {
  const host = scripted(LOCKS);
  const held = host.gesture({ call: 'hold', during: { call: 3, do: { call: 'wait' } } });
  expect(held.during?.error).toContain('Lock timeout');
});
