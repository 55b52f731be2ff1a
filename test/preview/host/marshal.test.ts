import { expect, test } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';

const HOST = scripted(`
  function echo(x) { return x; }
  function typeOf(x) { return Object.prototype.toString.call(x) + (x instanceof Object); }
  function date() { return { rows: [[new Date()]] }; }
  function odd() { return { map: new Map([[1, 2]]), set: new Set([1]), re: /x/, none: undefined }; }
  function nothing() {}
  function bytes() { return new Uint8Array(3); }
  function boom() { throw new Error('no such deal'); }
`);

test.each<{ value: unknown }>`
  value
  ${'text'}
  ${1.5}
  ${true}
  ${null}
  ${[1, ['a', null]]}
  ${{ id: 'D1', tags: ['x'], inner: { n: 0 } }}
`('a page sends and gets back $value unchanged', ({ value }) => {
  expect(returned(HOST.call(OWNER, 'echo', [value]))).toEqual(value);
});

test('what a page sends is an object of the script', () => {
  expect(returned(HOST.call(OWNER, 'typeOf', [{}]))).toBe('[object Object]true');
  expect(returned(HOST.call(OWNER, 'typeOf', [[]]))).toBe('[object Array]true');
});

test('a Date sent by a page throws there and the script never runs', () => {
  expect(() => HOST.call(OWNER, 'echo', [{ when: new Date(0) }])).toThrow(
    'Failed due to illegal value in property: when',
  );
});

test('a Date anywhere in what the script returns arrives as null, without an error', () => {
  expect(HOST.call(OWNER, 'date')).toMatchObject({ value: null });
});

test('maps, sets and patterns arrive empty, undefined as null', () => {
  expect(returned(HOST.call(OWNER, 'odd'))).toEqual({ map: {}, set: {}, re: {}, none: null });
  expect(returned(HOST.call(OWNER, 'nothing'))).toBeNull();
});

test('bytes cannot be returned', () => {
  expect(HOST.call(OWNER, 'bytes').error?.message).toContain('unsupported type');
});

test('an error of the script reaches the page with its message', () => {
  expect(HOST.call(OWNER, 'boom').error?.message).toBe('no such deal');
});
