import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { funnelOf } from '../../src/domain/funnel';
import { dealGroups } from '../../src/domain/groups';
import { deals, type Step, threeStages } from '../support/deals';

const clock = { today: '2026-06-30', count: 'calendar' } as const;

/** A deal of Ann's, of Bo's, or of nobody's, told by its steps. */
function of(owner: string, ...steps: readonly string[]): readonly Step[] {
  return steps.map((step) => ({ on: step.slice(0, 10), to: step.slice(11), owner }));
}

const FOUR = deals({
  a: of('Ann', '2026-01-01 lead', '2026-01-31 won'),
  b: of('Ann', '2026-01-01 lead', '2026-01-11 won', '2026-02-01 lead'),
  c: of('Ann', '2026-01-01 lead', '2026-01-11 lost'),
  d: of('Bo', '2026-01-01 lead'),
});

const byOwner = ({ state }: (typeof FOUR)[number]) => state.owner;

test('each owner has deals, those still open, and those that ever reached won', () => {
  const { groups, left } = dealGroups(FOUR, threeStages, byOwner);
  const counts = groups.map(({ group, deals: n, open, won }) => [group, n, open, won.successes]);
  expect(counts).toEqual([
    ['Ann', 3, 1, 2],
    ['Bo', 1, 1, 0],
  ]);
  expect(left).toBe(0);
});

test('of fewer than 10 deals there is no rate; with 10 it has its 95 % interval', () => {
  const ten = deals(
    Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [
        `D${i}`,
        of('Ann', '2026-01-01 lead', i < 3 ? '2026-01-11 won' : '2026-01-11 lost'),
      ]),
    ),
  );
  const rateOf = (some: typeof ten) => dealGroups(some, threeStages, byOwner).groups[0]?.won;
  expect(rateOf(ten.slice(1))?.value).toBeNull();
  // Wilson's interval of 3 in 10 stands in many tables: 0.108 to 0.603.
  const rate = rateOf(ten);
  expect([rate?.value, rate?.low?.toFixed(3), rate?.high?.toFixed(3)]).toEqual([
    0.3,
    '0.108',
    '0.603',
  ]);
});

test('a group is greyed until 80 % of its deals have resolved', () => {
  const open = of('Ann', '2026-01-01 lead');
  const lost = of('Ann', '2026-01-01 lead', '2026-01-11 lost');
  const greyed = (stories: Record<string, readonly Step[]>) =>
    dealGroups(deals(stories), threeStages, byOwner).groups[0]?.greyed;
  expect(greyed({ a: open, b: lost, c: lost, d: lost })).toBe(true);
  expect(greyed({ a: open, b: lost, c: lost, d: lost, e: lost })).toBe(false);
});

test('the cycle of a group is the median of its deals that are won now', () => {
  const { groups } = dealGroups(FOUR, threeStages, byOwner);
  expect(groups.map(({ medianCycle }) => medianCycle)).toEqual([30, null]);
});

test('a deal that is won now and of which nobody knows the creation is left out of the cycle, and counted', () => {
  const [won, lost] = deals({
    a: of('Ann', '2026-01-01 lead', '2026-01-31 won'),
    b: of('Ann', '2026-01-01 lead', '2026-01-11 lost'),
  }).map((deal) => ({ ...deal, createdKnown: false }));
  const { groups } = dealGroups([won!, lost!], threeStages, byOwner);
  expect(groups.map(({ medianCycle, undated }) => [medianCycle, undated])).toEqual([[null, 1]]);
});

test('deleted deals are in no group, and deals that belong to none are counted apart', () => {
  const gone = deals({
    a: of('Ann', '2026-01-01 lead'),
    b: [...of('Ann', '2026-01-01 lead'), { on: '2026-01-02', kind: 'deleted' }],
  });
  expect(dealGroups(gone, threeStages, byOwner).groups[0]?.deals).toBe(1);
  expect(dealGroups(gone, threeStages, () => null)).toEqual({ groups: [], left: 1 });
});

test('whatever they are grouped by, the groups add up to the funnel', () => {
  const stages = ['lead', 'proposal', 'contract', 'won', 'lost', 'nurture'];
  const story = fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 6 });
  const owner = fc.constantFrom('Ann', 'Bo', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(owner, story), { maxLength: 25 }), (told) => {
      const all = deals(
        Object.fromEntries(
          told.map(([name, steps], i) => [
            `D${i}`,
            of(name, ...steps.map((step, day) => `2026-01-0${day + 1} ${step}`)),
          ]),
        ),
      );
      const { rows, deals: count } = funnelOf(all, threeStages, clock);
      const some = ({ state }: (typeof all)[number]) => (state.owner === '' ? null : state.owner);
      const { groups, left } = dealGroups(all, threeStages, some);
      expect(groups.reduce((sum, group) => sum + group.deals, left)).toBe(count);
      const { groups: each } = dealGroups(all, threeStages, byOwner);
      const won = rows.find(({ stage }) => stage === 'won')?.reached;
      expect(each.reduce((sum, group) => sum + group.won.successes, 0)).toBe(won);
    }),
  );
});
