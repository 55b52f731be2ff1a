import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ALL,
  type BoardFilters,
  choicesOf,
  columnsOf,
  NO_DATE,
  NO_OWNER,
  OVERDUE,
  passes,
  sumsOf,
} from '../../sidebar/boardColumns';
import { aCard, aPipelineView } from '../support/pageFixtures';

const { stages } = aPipelineView();
const TODAY = '2026-11-23';

test.each<{ filter: string; filters: Partial<BoardFilters>; shown: string }>`
  filter                       | filters                        | shown
  ${'none'}                    | ${{}}                          | ${'abcdwl'}
  ${'a customer, in any case'} | ${{ text: ' CONTOSO' }}        | ${'bd'}
  ${'part of a name'}          | ${{ text: 'pump' }}            | ${'a'}
  ${'an owner'}                | ${{ owner: 'Ann' }}            | ${'ab'}
  ${'no owner'}                | ${{ owner: NO_OWNER }}         | ${'d'}
  ${'stalled deals'}           | ${{ stalledOnly: true }}       | ${'c'}
  ${'a month'}                 | ${{ closing: '2026-12' }}      | ${'b'}
  ${'close dates gone by'}     | ${{ closing: OVERDUE }}        | ${'a'}
  ${'deals without a date'}    | ${{ closing: NO_DATE }}        | ${'d'}
  ${'two filters'}             | ${{ owner: 'Ann', text: 'c' }} | ${'b'}
`('filtering by $filter shows $shown', ({ filters, shown }) => {
  const cards = [
    aCard({ id: 'a', name: 'Pump', customer: 'Mills', owner: 'Ann', closeDate: '2026-11-22' }),
    aCard({ id: 'b', name: 'Valve', customer: 'Contoso', owner: 'Ann', closeDate: '2026-12-01' }),
    aCard({ id: 'c', name: 'Belt', owner: 'Bob', closeDate: TODAY, stalled: true }),
    aCard({ id: 'd', name: 'Line', customer: 'contoso', owner: '', closeDate: '' }),
    aCard({ id: 'w', name: 'Won long ago', owner: 'Cy', stage: 'won', closeDate: '2025-01-31' }),
    aCard({ id: 'l', name: 'Lost', owner: 'Cy', stage: 'lost', closeDate: '' }),
  ];
  const passing = cards.filter((card) =>
    passes(card, { ...ALL, ...filters }, { today: TODAY, stages }),
  );
  expect(passing.map(({ id }) => id).join('')).toBe(shown);
});

test('a column shows stalled deals first, then the longest in the stage', () => {
  const cards = [
    aCard({ id: 'new', daysInStage: 1 }),
    aCard({ id: 'old', daysInStage: 30 }),
    aCard({ id: 'stalled', daysInStage: 20, stalled: true }),
    aCard({ id: 'unknown', daysInStage: null }),
  ];
  const proposal = columnsOf(stages, cards, {}).find(({ key }) => key === 'proposal');
  expect(proposal?.cards.map(({ id }) => id)).toEqual(['stalled', 'old', 'new', 'unknown']);
});

test('a card on its way is shown where it is going', () => {
  const columns = columnsOf(stages, [aCard({ id: 'a' })], { a: 'negotiation' });
  expect(columns.filter(({ cards }) => cards.length > 0).map(({ key }) => key)).toEqual([
    'negotiation',
  ]);
});

test('deals of a stage that was taken out of the Stages tab keep a column of their own', () => {
  const columns = columnsOf(stages, [aCard({ stage: 'tender' })], {});
  const last = columns[columns.length - 1];
  expect([last?.key, last?.retired, last?.cards.length]).toEqual(['tender', true, 1]);
});

test('amounts add up by currency, weighted by chance; a deal without an amount adds nothing', () => {
  const sums = sumsOf([
    aCard({ amount: 1_000, chance: 0.5 }),
    aCard({ amount: 500, chance: null }),
    aCard({ amount: 300, currency: 'EUR', chance: 1 }),
    aCard({ amount: null, currency: 'CNY' }),
  ]);
  expect(sums).toEqual([
    { currency: 'USD', amount: 1_500, weighted: 500 },
    { currency: 'EUR', amount: 300, weighted: 300 },
  ]);
});

test('the lists of owners and months hold what occurs, in order', () => {
  const cards = [
    aCard({ owner: 'Bob', closeDate: '2027-01-09' }),
    aCard({ owner: 'Ann', closeDate: '2026-12-01' }),
    aCard({ owner: '', closeDate: '' }),
  ];
  expect(choicesOf(cards)).toEqual({ owners: ['Ann', 'Bob'], months: ['2026-12', '2027-01'] });
});

test('every deal stands in exactly one column, whatever its stage', () => {
  const stage = fc.constantFrom(...stages.map(({ key }) => key), 'retired', '');
  fc.assert(
    fc.property(fc.array(stage), (keys) => {
      const cards = keys.map((key, at) => aCard({ id: String(at), stage: key }));
      const ids = columnsOf(stages, cards, {}).flatMap((column) =>
        column.cards.map(({ id }) => id),
      );
      expect(ids.sort()).toEqual(cards.map(({ id }) => id).sort());
    }),
  );
});
