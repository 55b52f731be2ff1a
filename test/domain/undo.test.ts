import { expect, test } from '@jest/globals';
import { undoable, undoOf } from '../../src/domain/undo';
import { entriesOf, type Step, threeStages } from '../support/deals';

function undo(steps: readonly Step[], seq: number) {
  const found = undoOf(entriesOf('D1', steps), seq, threeStages);
  return found.kind === 'cannot' ? found.why : `${found.from} to ${found.to}`;
}

const start: Step[] = ['2026-01-01 lead', '2026-01-02 proposal', '2026-01-03 contract'];
const undone: Step = { on: '2026-01-04', kind: 'undone', from: 'contract', to: 'proposal' };
const held: Step = { on: '2026-01-04', kind: 'held', from: 'contract', to: 'won' };
const changed: Step = { on: '2026-01-04', kind: 'changed', to: 'contract', amount: 7 };
const typedBack: Step = '2026-01-04 proposal';
const undoneFurther: Step = { ...undone, to: 'lead' };
const undoneElsewhere: Step = { ...undone, from: 'won' };
const stayed: Step = { on: '2026-01-04', kind: 'moved', from: 'contract', to: 'contract' };
const overridden: Step = { on: '2026-01-04', kind: 'overridden', to: 'won' };
const fromNowhere: Step = { on: '2026-01-04', kind: 'moved', from: '', to: 'won' };
const toNowhere: Step = { on: '2026-01-04', kind: 'moved', from: 'contract', to: '' };
const firstOfAll: Step = { on: '2026-01-04', kind: 'moved', from: 'lead', to: 'won' };
const deleted: Step = { on: '2026-01-04', kind: 'deleted' };

test.each<{ what: string; steps: readonly Step[]; seq: number; found: string }>`
  what                                 | steps                          | seq   | found
  ${'the last move'}                   | ${start}                       | ${3}  | ${'contract to proposal'}
  ${'the last move, then changes'}     | ${[...start, changed]}         | ${3}  | ${'contract to proposal'}
  ${'an earlier move'}                 | ${start}                       | ${2}  | ${'notTheLast'}
  ${'a move taken back already'}       | ${[...start, undone]}          | ${3}  | ${'alreadyUndone'}
  ${'the move before one undone'}      | ${[...start, undone]}          | ${2}  | ${'proposal to lead'}
  ${'an undoing'}                      | ${[...start, undone]}          | ${4}  | ${'notAMove'}
  ${'the creation'}                    | ${start.slice(0, 1)}           | ${1}  | ${'notAMove'}
  ${'a held move'}                     | ${[...start, held]}            | ${4}  | ${'notAMove'}
  ${'an entry that is not there'}      | ${start}                       | ${99} | ${'unknownEntry'}
  ${'a move that was typed back'}      | ${[...start, typedBack]}       | ${3}  | ${'notTheLast'}
  ${'the typing back'}                 | ${[...start, typedBack]}       | ${4}  | ${'proposal to contract'}
  ${'a move before one further back'}  | ${[...start, undoneFurther]}   | ${3}  | ${'notTheLast'}
  ${'a move before another undoing'}   | ${[...start, undoneElsewhere]} | ${3}  | ${'notTheLast'}
  ${'a move, then one to where it is'} | ${[...start, stayed]}          | ${3}  | ${'contract to proposal'}
  ${'an override'}                     | ${[...start, overridden]}      | ${4}  | ${'won to contract'}
  ${'a move from nowhere'}             | ${[...start, fromNowhere]}     | ${4}  | ${'notAMove'}
  ${'a move to nowhere'}               | ${[...start, toNowhere]}       | ${4}  | ${'notAMove'}
  ${'a move that is all we know'}      | ${[firstOfAll]}                | ${1}  | ${'won to lead'}
  ${'a move of a deleted deal'}        | ${[...start, deleted]}         | ${3}  | ${'deleted'}
`('undoing $what: $found', ({ steps, seq, found }) => {
  expect(undo(steps, seq)).toBe(found);
});

test('undoing a win brings back the close date that was expected', () => {
  const won: Step[] = [
    { on: '2026-01-01', to: 'lead', closeDate: '2026-06-30' },
    { on: '2026-01-02', to: 'won', closeDate: '2026-01-02' },
  ];
  const undoing = (steps: readonly Step[]) => undoOf(entriesOf('D1', steps), 2, threeStages);
  expect(undoing(won)).toMatchObject({ closeDate: '2026-06-30' });
  const same: Step[] = [{ on: '2026-01-01', to: 'lead', closeDate: '2026-01-02' }, won[1]!];
  expect(undoing(same)).not.toHaveProperty('closeDate');
  const retyped: Step = { on: '2026-01-03', kind: 'changed', closeDate: '2026-01-01' };
  expect(undoing([...won, retyped])).not.toHaveProperty('closeDate');
});

test('a move can be undone after a held one, and whatever the order of the rows', () => {
  const entries = entriesOf('D1', [...start, held]);
  const expected = { kind: 'undo', from: 'contract', to: 'proposal' };
  expect(undoOf(entries, 3, threeStages)).toMatchObject(expected);
  expect(undoOf([...entries].reverse(), 3, threeStages)).toMatchObject(expected);
});

test('undoing an ordinary move leaves the close date alone', () => {
  const dated: Step = { on: '2026-01-02', to: 'proposal', closeDate: '2026-05-01' };
  const entries = entriesOf('D1', ['2026-01-01 lead', dated]);
  expect(undoOf(entries, 2, threeStages)).toMatchObject({ kind: 'undo' });
  expect(undoOf(entries, 2, threeStages)).not.toHaveProperty('closeDate');
});

test('of each deal its last standing move can be taken back, the newest first', () => {
  const moved: Step = { on: '2026-01-02', to: 'proposal' };
  const entries = [
    ...entriesOf('moved', ['2026-01-01 lead', moved]),
    ...entriesOf('created', ['2026-01-01 lead'], 11),
    ...entriesOf('undone once', [...start, undone], 21),
    ...entriesOf('changed since', [...start, changed], 31),
    ...entriesOf('deleted', [...start, deleted], 41),
    ...entriesOf('held only', [{ ...held, on: '2026-01-01' }], 51),
    ...entriesOf('undone first', [{ ...undone, on: '2026-01-01' }], 61),
  ];
  expect(undoable(entries).map(({ deal, to }) => `${deal}: ${to}`)).toEqual([
    'changed since: contract',
    'undone once: proposal',
    'moved: proposal',
  ]);
  expect(undoable([...entries].reverse())).toEqual(undoable(entries));
  for (const { deal, seq } of undoable(entries)) {
    const own = entries.filter((entry) => entry.deal === deal);
    expect(undoOf(own, seq, threeStages).kind).toBe('undo');
  }
});

test('who asks for an entry that is not there is told so, with the deal where one is known', () => {
  const entries = entriesOf('D7', start);
  expect(undoOf(entries, 9, threeStages)).toMatchObject({ deal: 'D7', why: 'unknownEntry' });
  expect(undoOf([], 9, threeStages)).toMatchObject({ deal: '', why: 'unknownEntry' });
});
