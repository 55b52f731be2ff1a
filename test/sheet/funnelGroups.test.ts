import { expect, test } from '@jest/globals';
import { type DealGroup, dealGroups } from '../../src/domain/groups';
import { groupsTable } from '../../src/sheet/funnelGroups';
import { GridDraft } from '../../src/sheet/gridDraft';
import { deals, type Step, threeStages } from '../support/deals';

/** Ann's deals: one that was won and opened again, one lost, and so many open; with `won`, one that stayed won. */
function annsDeals(won: boolean, open: number): DealGroup {
  const of = (...steps: readonly string[]): readonly Step[] =>
    steps.map((step) => ({ on: step.slice(0, 10), to: step.slice(11), owner: 'Ann' }));
  const stories: Record<string, readonly Step[]> = {
    reopened: of('2026-01-01 lead', '2026-01-11 won', '2026-02-01 lead'),
    lost: of('2026-01-01 lead', '2026-01-11 lost'),
    ...(won ? { won: of('2026-01-01 lead', '2026-01-21 won') } : {}),
  };
  for (let i = 0; i < open; i++) stories[`open${i}`] = of('2026-01-01 lead');
  return dealGroups(deals(stories), threeStages, ({ state }) => state.owner).groups[0]!;
}

const few = annsDeals(false, 0);
const unknown = { ...few, undated: 1 };
const many = annsDeals(false, 8);
const won = annsDeals(true, 0);

test.each<{ language: 'en' | 'zh'; group: DealGroup; note: string }>`
  language | group      | note
  ${'en'}  | ${few}     | ${'not enough history (n = 2); no median cycle: no deal is won now'}
  ${'en'}  | ${unknown} | ${'not enough history (n = 2); no median cycle: nobody knows when the won deals were created'}
  ${'en'}  | ${many}    | ${'90% still open: rates may change; no median cycle: no deal is won now'}
  ${'en'}  | ${won}     | ${'not enough history (n = 3)'}
  ${'zh'}  | ${few}     | ${'历史不足（样本数 2）；没有周期：目前没有赢单'}
  ${'zh'}  | ${unknown} | ${'历史不足（样本数 2）；没有周期：赢单商机的创建日期都不详'}
`('a blank median cycle has its reason beside it: $note', ({ language, group, note }) => {
  const draft = new GridDraft('funnel');
  const shown = { ...group, by: 'owner' as const, label: 'Ann', pipeline: '' };
  groupsTable(draft, [shown], { language, several: false });
  const [, , , , cells] = draft.finish([]).grid;
  expect([cells?.[8] === '', cells?.[9]]).toEqual([group.medianCycle === null, note]);
});
