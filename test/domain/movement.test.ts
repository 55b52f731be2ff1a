import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerEntry } from '../../src/domain/ledger';
import { type MovementOptions, movementBetween } from '../../src/domain/movement';
import { histories } from '../../src/domain/replay';
import { anEntry, entriesOf, type Step, threeStages } from '../support/deals';

const WEEK = { from: '2026-06-07', to: '2026-06-14' };
const june = { from: '2026-06-01', to: '2026-06-30' };

function movementOf(entries: readonly LedgerEntry[], options: Partial<MovementOptions> = {}) {
  const all = { ...WEEK, ...options };
  const before = histories(entries, threeStages, all.from);
  return movementBetween(before, histories(entries, threeStages, all.to), threeStages, all);
}

/** The parts that are not 0. */
function parts(steps: readonly Step[], options: Partial<MovementOptions> = {}) {
  const { difference, withoutRate, ...movement } = movementOf(entriesOf('D1', steps), options);
  expect(difference).toBe(0);
  expect(withoutRate).toEqual([]);
  return Object.fromEntries(Object.entries(movement).filter(([, minor]) => minor !== 0));
}

const open = { on: '2026-06-01', to: 'lead', amount: 1000, closeDate: '2026-06-30' };

test.each<{ what: string; steps: readonly Step[]; found: Record<string, number> }>`
  what                        | steps                                                                           | found
  ${'nothing'}                | ${[open]}                                                                       | ${{ start: 1000, end: 1000 }}
  ${'a new deal'}             | ${[{ ...open, on: '2026-06-08' }]}                                              | ${{ created: 1000, end: 1000 }}
  ${'a raise'}                | ${[open, { on: '2026-06-09', amount: 1200 }]}                                   | ${{ start: 1000, raised: 200, end: 1200 }}
  ${'a cut'}                  | ${[open, { on: '2026-06-09', amount: 700 }]}                                    | ${{ start: 1000, lowered: 300, end: 700 }}
  ${'an amount taken away'}   | ${[open, { on: '2026-06-09', amount: null }]}                                   | ${{ start: 1000, lowered: 1000 }}
  ${'a win'}                  | ${[open, '2026-06-10 won']}                                                     | ${{ start: 1000, won: 1000 }}
  ${'a win with more'}        | ${[open, { on: '2026-06-10', to: 'won', amount: 1100 }]}                        | ${{ start: 1000, raised: 100, won: 1100 }}
  ${'a loss that zeroes'}     | ${[open, { on: '2026-06-10', to: 'lost', amount: 0 }]}                          | ${{ start: 1000, lost: 1000 }}
  ${'nurture'}                | ${[open, '2026-06-10 nurture']}                                                 | ${{ start: 1000, nurtured: 1000 }}
  ${'a deleted row'}          | ${[open, { on: '2026-06-10', kind: 'deleted' }]}                                | ${{ start: 1000, removed: 1000 }}
  ${'a reopened deal'}        | ${[open, '2026-06-02 lost', '2026-06-10 proposal']}                             | ${{ reopened: 1000, end: 1000 }}
  ${'back from nurture'}      | ${[open, '2026-06-02 nurture', '2026-06-10 proposal']}                          | ${{ reopened: 1000, end: 1000 }}
  ${'created and won'}        | ${[{ ...open, on: '2026-06-08' }, '2026-06-10 won']}                            | ${{ created: 1000, won: 1000 }}
  ${'created and lost'}       | ${[{ ...open, on: '2026-06-08' }, { on: '2026-06-10', to: 'lost', amount: 0 }]} | ${{ created: 1000, lost: 1000 }}
  ${'created and nurtured'}   | ${[{ ...open, on: '2026-06-08' }, '2026-06-10 nurture']}                        | ${{ created: 1000, nurtured: 1000 }}
  ${'created, stage unknown'} | ${[{ ...open, on: '2026-06-08' }, '2026-06-10 demo']}                           | ${{}}
  ${'won on the first day'}   | ${[open, '2026-06-07 won']}                                                     | ${{}}
  ${'won on the last day'}    | ${[open, '2026-06-14 won']}                                                     | ${{ start: 1000, won: 1000 }}
  ${'lost before'}            | ${[open, '2026-06-02 lost']}                                                    | ${{}}
  ${'won before, raised now'} | ${[open, '2026-06-02 won', { on: '2026-06-09', amount: 5000 }]}                 | ${{}}
  ${'changes after the week'} | ${[open, { on: '2026-06-20', amount: 1 }]}                                      | ${{ start: 1000, end: 1000 }}
`('the movement of $what is $found', ({ steps, found }) => {
  expect(parts(steps)).toEqual(found);
});

test.each<{ what: string; steps: readonly Step[]; found: Record<string, number> }>`
  what                                      | steps                                                                                                | found
  ${'a date put off to July'}               | ${[open, { on: '2026-06-09', closeDate: '2026-07-01' }]}                                             | ${{ start: 1000, pushedOut: 1000 }}
  ${'a date taken away'}                    | ${[open, { on: '2026-06-09', closeDate: null }]}                                                     | ${{ start: 1000, pushedOut: 1000 }}
  ${'a date brought forward'}               | ${[{ ...open, closeDate: '2026-07-01' }, { on: '2026-06-09', closeDate: '2026-06-30' }]}             | ${{ pulledIn: 1000, end: 1000 }}
  ${'a July deal won now'}                  | ${[{ ...open, closeDate: '2026-07-01' }, { on: '2026-06-09', to: 'won', closeDate: '2026-06-09' }]}  | ${{ pulledIn: 1000, won: 1000 }}
  ${'a July deal lost now'}                 | ${[{ ...open, closeDate: '2026-07-01' }, '2026-06-09 lost']}                                         | ${{}}
  ${'a July deal created and lost'}         | ${[{ ...open, on: '2026-06-08', closeDate: '2026-07-01' }, '2026-06-10 lost']}                       | ${{}}
  ${'a June deal created and lost'}         | ${[{ ...open, on: '2026-06-08' }, '2026-06-10 lost']}                                                | ${{ created: 1000, lost: 1000 }}
  ${'an undated deal created and won'}      | ${[{ ...open, on: '2026-06-08', closeDate: null }, '2026-06-10 won']}                                | ${{ created: 1000, won: 1000 }}
  ${'an undated deal created and lost'}     | ${[{ ...open, on: '2026-06-08', closeDate: null }, '2026-06-10 lost']}                               | ${{}}
  ${'a July deal brought forward and lost'} | ${[{ ...open, closeDate: '2026-07-01' }, { on: '2026-06-09', to: 'lost', closeDate: '2026-06-09' }]} | ${{}}
  ${'a July deal raised'}                   | ${[{ ...open, closeDate: '2026-07-01' }, { on: '2026-06-09', amount: 9 }]}                           | ${{}}
`('in June, $what is $found', ({ steps, found }) => {
  expect(parts(steps, { closing: june })).toEqual(found);
});

test('a deal whose currency has no rate is left out at both ends, and named', () => {
  const yen = entriesOf('Y', [{ ...open, currency: 'JPY' }]);
  const euro = entriesOf('E', [open]);
  const convert = (minor: number, currency: string) => (currency === '' ? minor : null);
  expect(movementOf([...yen, ...euro], { convert })).toMatchObject({
    start: 1000,
    end: 1000,
    difference: 0,
    withoutRate: ['Y'],
  });
});

const pad = (number: number) => String(number).padStart(2, '0');
const anyLedger = fc.array(
  fc.record({
    deal: fc.constantFrom('D1', 'D2', 'D3', 'D4'),
    kind: fc.constantFrom(...(['created', 'moved', 'changed', 'undone', 'deleted'] as const)),
    from: fc.constantFrom('', 'lead', 'proposal', 'won'),
    to: fc.constantFrom('lead', 'proposal', 'won', 'lost', 'nurture', 'demo'),
    at: fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${pad(day)}T10:00:00`),
    amount: fc.option(fc.integer({ min: -1000, max: 1_000_000 })),
    closeDate: fc.constantFrom(null, '1900-01-01', '2026-06-30', '2026-07-31', '9999-12-31'),
  }),
  { maxLength: 30 },
);

test('trap: whatever happened, the movement adds up to the cent', () => {
  fc.assert(
    fc.property(anyLedger, fc.boolean(), (steps, isJune) => {
      const entries = steps.map((step, index) => anEntry({ ...step, seq: index + 1 }));
      const { difference } = movementOf(entries, isJune ? { closing: june } : {});
      expect(difference).toBe(0);
    }),
  );
});

test('two weeks one after the other meet in the middle', () => {
  fc.assert(
    fc.property(anyLedger, (steps) => {
      const entries = steps.map((step, index) => anEntry({ ...step, seq: index + 1 }));
      const next = movementOf(entries, { from: WEEK.to, to: '2026-06-21' });
      expect(next.start).toBe(movementOf(entries).end);
    }),
  );
});
