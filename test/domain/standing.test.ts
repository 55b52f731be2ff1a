import { expect, test } from '@jest/globals';
import type { EntryKind, LedgerEntry } from '../../src/domain/ledger';
import { type Keeping, latest, type Standing, standings } from '../../src/domain/standing';
import { anEntry } from '../support/deals';

/** Entries of one deal, numbered from 1: `'moved proposal'`. */
function entries(...told: readonly string[]): readonly LedgerEntry[] {
  let from = '';
  return told.map((line, index) => {
    const [kind, to = ''] = line.split(' ') as [EntryKind, string?];
    const entry = anEntry({ seq: index + 1, kind, from, to });
    if (kind !== 'held') from = to;
    return entry;
  });
}

function shown(standing: Standing | undefined) {
  if (standing === undefined) return undefined;
  const { last, accepted, deleted, told } = standing;
  return { last: last.seq, accepted: accepted.seq, deleted, told: told.map(({ seq }) => seq) };
}

const keeping = (keep: number): Keeping => ({
  keep,
  isOpen: (stage) => ['lead', 'proposal', 'contract'].includes(stage),
});

const standingOf = (told: readonly string[], keep = 9) =>
  shown(standings(entries(...told), keeping(keep)).get('D1'));

test.each<{ told: string; accepted: number; deleted: boolean; stages: readonly number[] }>`
  told                                           | accepted | deleted  | stages
  ${'created lead'}                              | ${1}     | ${false} | ${[1]}
  ${'created lead, moved proposal'}              | ${2}     | ${false} | ${[1, 2]}
  ${'created lead, overridden won'}              | ${2}     | ${false} | ${[1, 2]}
  ${'created lead, moved proposal, undone lead'} | ${3}     | ${false} | ${[1, 2, 3]}
  ${'created lead, held won'}                    | ${1}     | ${false} | ${[1, 2]}
  ${'created lead, changed lead'}                | ${1}     | ${false} | ${[1]}
  ${'created lead, deleted lead'}                | ${1}     | ${true}  | ${[1]}
  ${'created lead, deleted lead, created lead'}  | ${3}     | ${false} | ${[1, 3]}
`('after "$told" entry $accepted is the answer', ({ told, accepted, deleted, stages }) => {
  const lines = told.split(', ');
  expect(standingOf(lines)).toEqual({ last: lines.length, accepted, deleted, told: stages });
});

test('a deal has no standing before an entry says where it is; an entry of no deal has none', () => {
  expect(standingOf(['changed lead', 'held won'])).toBeUndefined();
  expect(standingOf(['changed lead', 'created lead'])).toMatchObject({ accepted: 2, told: [2] });
  expect(standings([anEntry({ deal: '' })], keeping(9)).size).toBe(0);
});

test('numbers make the order, not the rows; each deal stands for itself', () => {
  const [first, second, third] = entries('created lead', 'moved proposal', 'moved contract');
  const other = { ...first!, deal: 'D2', seq: 4 };
  const found = standings([third!, other, first!, second!], keeping(9));
  expect(shown(found.get('D1'))).toMatchObject({ accepted: 3, told: [1, 2, 3] });
  expect(shown(found.get('D2'))).toMatchObject({ accepted: 4, told: [4] });
});

test('however often a deal was held since, the entry that says where it is stays among the kept', () => {
  const held = ['held won', 'held won', 'held won'];
  expect(standingOf(['created lead', 'moved proposal', ...held], 3)?.told).toEqual([2, 4, 5]);
  expect(standingOf(['created lead', 'moved proposal', 'held won'], 3)?.told).toEqual([1, 2, 3]);
  expect(standingOf(['created lead', 'held won', 'moved proposal'], 2)?.told).toEqual([2, 3]);
});

test('the one that says in which open stage a lost deal was last stays beside it', () => {
  const held = ['held won', 'held won', 'held won'];
  const lost = ['created lead', 'moved lost', 'moved nurture', 'moved lost', ...held];
  expect(standingOf(lost, 3)?.told).toEqual([2, 4, 7]);
  const onlyOne = standingOf(['created lead', 'moved lost', 'moved nurture', 'held won'], 1);
  expect(onlyOne?.told).toEqual([2, 3]);
});

test('of lines without an accepted one the last are kept', () => {
  const kept = latest(entries('held won', 'held won', 'held lost'), keeping(2));
  expect(kept.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(latest(entries('held won'), keeping(2))).toHaveLength(1);
});
