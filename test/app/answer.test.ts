import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CALLS } from '../../src/rpc';
import { ask, OWNER, returned, standIn } from '../support/standIn';
import { aPipeline, everything, idOf, loaded, newDeal, QUALIFIED, saved } from './desk';

const NAMES = Object.keys(CALLS);

/** Texts that no page sends, and values that are not texts at all. */
const RUBBISH: readonly unknown[] = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"ids":[]}',
  '{"ids":"all","to":3}',
  '{"id":{"$gt":""},"facts":[],"entry":"1","batch":7,"text":null}',
  '{"__proto__":{"ok":true},"ids":[null]}',
  42,
  true,
  ['{}'],
  { id: 3, ids: [1], entry: '2', facts: 'all', kind: 9, text: 1 },
];

test.each(NAMES)('%s answers rubbish with a refusal or a view, and writes nothing', (name) => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const before = everything(host);
  for (const rubbish of RUBBISH) {
    const reply = JSON.parse(String(returned(host.call(OWNER, name, [rubbish])))) as object;
    expect(reply).toHaveProperty('ok');
    expect(everything(host)).toEqual(before);
  }
  returned(host.call(OWNER, name, []));
  expect(everything(host)).toEqual(before);
});

test('whatever well-formed request names no deal, no deal changes', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const before = everything(host);
  const text = saved(host);
  const request = fc.record(
    {
      id: fc.string(),
      ids: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      to: fc.oneof(fc.string(), fc.constant('won')),
      entry: fc.integer({ min: 50 }),
      facts: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
      kind: fc.string(),
      text: fc.string(),
    },
    { noNullPrototype: true },
  );
  const calls = ['moveDeals', 'saveFacts', 'logActivity', 'undoMove', 'dealView', 'findDeals'];
  fc.assert(
    fc.property(fc.constantFrom(...calls), request, (name, given) => {
      const again = loaded(text);
      ask(again, name, given);
      expect(everything(again)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

/** What needs a pipeline: an import makes one, and the welcome is there to make one. */
const ASKS_FOR_PIPELINE = NAMES.filter((name) => name !== 'importDeals' && name !== 'welcomeView');

test.each(ASKS_FOR_PIPELINE)('%s in a workbook without a pipeline says what to do', (name) => {
  const host = standIn();
  const request = {
    id: 'x',
    ids: ['x'],
    to: 'won',
    entry: 1,
    facts: {},
    kind: 'call',
    text: 'x',
    moves: [],
    changes: [],
  };
  const reply = ask(host, name, request);
  expect(reply).toMatchObject({ ok: false });
});

test('every function that the world may call can be called with anything, and breaks nothing', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const id = idOf(host, 'Mill');
  for (const name of ['onOpen', 'onEdit', 'onInstall']) {
    for (const rubbish of [undefined, null, 3, 'x', {}, { range: null }, { range: {} }]) {
      const args = rubbish === undefined ? [] : [rubbish];
      expect({ name, rubbish, error: host.call(OWNER, name, args).error }).toEqual({
        name,
        rubbish,
        error: undefined,
      });
    }
  }
  expect(idOf(host, 'Mill')).toBe(id);
});
