import { expect } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact } from './fact';

const ANN = 'ann@example.com';

const STORES = `
  function set(scope, key, value) { PropertiesService['get' + scope + 'Properties']().setProperty(key, value); }
  function get(scope, key) { return PropertiesService['get' + scope + 'Properties']().getProperty(key); }
  function remove(key) { PropertiesService.getDocumentProperties().deleteProperty(key); }
  function put(key, value, seconds) { CacheService.getDocumentCache().put(key, value, seconds); }
  function cached(key) { return CacheService.getDocumentCache().get(key); }
  function forget(key) { CacheService.getDocumentCache().remove(key); }
  function fill(n) { for (var i = 0; i < n; i++) CacheService.getDocumentCache().put('k' + i, 'v'); }
  function onEdit() {
    PropertiesService.getDocumentProperties().setProperty('seen', 'yes');
    CacheService.getDocumentCache().put('seen', 'yes');
  }
`;

const PROPERTIES: readonly Fact[] = [
  fact(
    [
      'PropertiesService.getDocumentProperties',
      'Properties.setProperty',
      'Properties.getProperty',
      'Properties.deleteProperty',
    ],
    'Document properties are everybody’s; what is not there is null.',
    GUIDE.properties,
    () => {
      const host = scripted(STORES);
      host.call(OWNER, 'set', ['Document', 'a', 'shared']);
      host.call(OWNER, 'set', ['User', 'a', 'mine']);
      expect(returned(host.call(ANN, 'get', ['Document', 'a']))).toBe('shared');
      expect(returned(host.call(ANN, 'get', ['User', 'a']))).toBeNull();
      host.call(ANN, 'remove', ['a']);
      expect(returned(host.call(OWNER, 'get', ['Document', 'a']))).toBeNull();
    },
  ),
  fact('Properties.setProperty', 'What is stored comes back as text.', CLASS.properties, () => {
    const host = scripted(STORES);
    host.call(OWNER, 'set', ['Document', 'n', 12]);
    expect(returned(host.call(OWNER, 'get', ['Document', 'n']))).toBe('12');
  }),
  fact(
    'Properties.setProperty',
    'A value has at most 9 KB, counted in bytes.',
    GUIDE.quotas,
    () => {
      const host = scripted(STORES);
      const set = (value: string) => host.call(OWNER, 'set', ['Document', 'k', value]).error;
      expect(set('x'.repeat(9 * 1024))).toBeUndefined();
      expect(set('x'.repeat(9 * 1024 + 1))?.message).toBe('Argument too large: value');
      expect(set('商'.repeat(4000))?.message).toBe('Argument too large: value');
    },
  ),
  fact(
    'Properties.setProperty',
    'A store has at most 500 KB together; what does not fit is not stored.',
    GUIDE.quotas,
    () => {
      const host = scripted(STORES);
      const value = 'x'.repeat(9 * 1024);
      const errors = Array.from(
        { length: 60 },
        (_, i) => host.call(OWNER, 'set', ['Document', `k${i}`, value]).error?.message,
      );
      // 55 x 9,216 bytes and their keys stay under 512,000; the 56th does not.
      expect(errors.findIndex((error) => error !== undefined)).toBe(55);
      expect(errors[55]).toContain('exceeded the property storage quota');
      expect(returned(host.call(OWNER, 'get', ['Document', 'k55']))).toBeNull();
    },
  ),
  fact(
    ['PropertiesService.getDocumentProperties', 'CacheService.getDocumentCache'],
    'A simple trigger reads and writes the document’s properties and cache.',
    GUIDE.authorisation,
    () => {
      const host = scripted(STORES);
      host.gesture({ edit: { tab: 'Sheet1', range: 'A1', values: [['x']] } });
      expect(returned(host.call(OWNER, 'get', ['Document', 'seen']))).toBe('yes');
      expect(returned(host.call(OWNER, 'cached', ['seen']))).toBe('yes');
    },
  ),
];

const CACHE: readonly Fact[] = [
  fact(
    ['CacheService.getDocumentCache', 'Cache.put', 'Cache.get', 'Cache.remove'],
    'A cached text is everybody’s until it is removed or its time is over: 600 seconds, at most 21,600.',
    CLASS.cache,
    () => {
      const host = scripted(STORES);
      host.call(OWNER, 'put', ['short', 'v']);
      host.call(OWNER, 'put', ['long', 'v', 21_600]);
      const both = () => ['short', 'long'].map((key) => returned(host.call(ANN, 'cached', [key])));
      expect(both()).toEqual(['v', 'v']);
      host.advance({ hours: 1 });
      expect(both()).toEqual([null, 'v']);
      host.call(OWNER, 'forget', ['long']);
      expect(both()).toEqual([null, null]);
      expect(host.call(OWNER, 'put', ['k', 'v', 21_601]).error?.message).toContain(
        'expirationInSeconds',
      );
    },
  ),
  fact(
    'Cache.put',
    'A key has at most 250 characters, a text at most 100 KB in bytes.',
    CLASS.cache,
    () => {
      const host = scripted(STORES);
      const put = (key: string, value: string) => host.call(OWNER, 'put', [key, value]).error;
      expect(put('k'.repeat(251), 'v')?.message).toBe('Argument too large: key');
      expect(put('k', 'v'.repeat(102_400))).toBeUndefined();
      expect(put('k', 'v'.repeat(102_401))?.message).toBe('Argument too large: value');
    },
  ),
  fact(
    ['Cache.put', 'Cache.get'],
    'Of more than a thousand cached texts the hundred that are oldest go.',
    CLASS.cache,
    () => {
      const host = scripted(STORES);
      host.call(OWNER, 'fill', [1001]);
      const kept = ['k0', 'k99', 'k100'].map((key) => returned(host.call(OWNER, 'cached', [key])));
      expect(kept).toEqual([null, null, 'v']);
    },
  ),
];

const LOCKS = `
  function hold() { var l = LockService.getDocumentLock(); var got = l.tryLock(100); Session.getScriptTimeZone(); return got; }
  function holdScript() { var got = LockService.getScriptLock().tryLock(0); Session.getScriptTimeZone(); return got; }
  function leave() { return LockService.getDocumentLock().tryLock(5000); }
  function leaveScript() { return LockService.getScriptLock().tryLock(0); }
  function release() { var l = LockService.getDocumentLock(); l.tryLock(1); l.releaseLock(); Session.getScriptTimeZone(); return l.hasLock(); }
  function onEdit() { console.log(leave()); }
`;

// A lock is found with call 1 and taken with call 2; call 3 asks for the time zone.
const LOCKED: readonly Fact[] = [
  fact(
    ['LockService.getDocumentLock', 'Lock.tryLock'],
    'While one execution holds the document’s lock no other gets it: tryLock waits as long as it may, then says no.',
    CLASS.lock,
    () => {
      const host = scripted(LOCKS);
      const held = host.gesture({ call: 'hold', during: { call: 3, do: { call: 'leave' } } });
      expect([held.value, held.during?.value]).toEqual([true, false]);
      expect(held.during?.executions[0]?.simulatedMs).toBeGreaterThanOrEqual(5000);
    },
  ),
  fact(
    ['Lock.releaseLock', 'Lock.tryLock'],
    'A lock is free once it is released, and at the end of its execution.',
    CLASS.lock,
    () => {
      const host = scripted(LOCKS);
      const released = host.gesture({
        call: 'release',
        during: { call: 4, do: { call: 'leave' } },
      });
      expect(released).toMatchObject({ value: false, during: { value: true } });
      host.call(OWNER, 'hold');
      expect(returned(host.call(OWNER, 'leave'))).toBe(true);
    },
  ),
  fact(
    ['LockService.getScriptLock', 'LockService.getDocumentLock'],
    'The script’s lock and the document’s are two.',
    CLASS.lockService,
    () => {
      const host = scripted(LOCKS);
      const meanwhile = (call: string) =>
        host.gesture({ call: 'holdScript', during: { call: 3, do: { call } } }).during?.value;
      expect([meanwhile('leave'), meanwhile('leaveScript')]).toEqual([true, false]);
    },
  ),
  fact(
    'LockService.getDocumentLock',
    'A simple trigger can take the document’s lock: it touches nobody’s data.',
    GUIDE.authorisation,
    () => {
      const edit = { edit: { tab: 'Sheet1', range: 'A1', values: [['x']] } };
      expect(scripted(LOCKS).gesture(edit).executions[0]?.logs).toEqual(['true']);
    },
  ),
];

/** What is kept between executions, and who may go first. */
export const STORE_FACTS: readonly Fact[] = [...PROPERTIES, ...CACHE, ...LOCKED];
