import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CATEGORIES, normalLabel, type Stage } from '../../src/domain/pipeline';
import type { Cell } from '../../src/sheet/cell';
import { readStages, stageRows, withEarlierNames } from '../../src/sheet/stagesTab';
import { LANGUAGES } from '../../src/words/language';
import { aStage } from '../support/deals';
import { aName } from './arbitraries';
import { headerRow, problemList, tabOf } from './tabs';

const FULL = [
  { Stage: 'Lead', Kind: 'Open', Key: 'lead' },
  { Stage: 'Won', Kind: 'Won', Key: 'won' },
  { Stage: 'Lost', Kind: 'Lost', Key: 'lost' },
];

function stagesOf(...rows: readonly Readonly<Record<string, Cell>>[]) {
  return readStages(tabOf('stages', [...FULL, ...rows]));
}

const aStageOfAnyKind: fc.Arbitrary<Stage> = fc.record({
  key: fc.uuid(),
  label: aName,
  aliases: fc.array(aName, { maxLength: 2 }),
  kind: fc.constantFrom('open' as const, 'nurture' as const),
  chance: fc.option(fc.nat(100).map((percent) => percent / 100)),
  limitDays: fc.option(fc.integer({ min: 1, max: 400 })),
  category: fc.option(fc.constantFrom(...CATEGORIES)),
  todo: aName,
});

test('stages are read back as they were written, in either language', () => {
  const some = fc.uniqueArray(aStageOfAnyKind, {
    selector: (stage) => normalLabel(stage.label),
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, fc.constantFrom(...LANGUAGES), (stages, language) => {
      const open = stages.filter((stage) => stage.kind === 'open');
      const written = [...open, ...stages.filter((stage) => stage.kind !== 'open')];
      const read = readStages([headerRow('stages', language), ...stageRows(written, language)]);
      expect(read.stages).toEqual(written);
      expect(read.keysToWrite).toEqual([]);
    }),
  );
});

test('open stages come first in the order of the Order column, then won, lost, nurture', () => {
  const grid = tabOf('stages', [
    { Order: 9, Stage: 'Parked', Kind: 'Nurture' },
    { Order: 1, Stage: 'Won', Kind: 'Won' },
    { Order: 3, Stage: 'Offer', Kind: 'Open' },
    { Order: 2, Stage: 'Lead', Kind: 'Open' },
    { Stage: 'Lost', Kind: 'Lost' },
  ]);
  const labels = readStages(grid).stages.map((stage) => stage.label);
  expect(labels).toEqual(['Lead', 'Offer', 'Won', 'Lost', 'Parked']);
});

test.each<{ row: Readonly<Record<string, Cell>>; problem: string; stages: number }>`
  row                                           | problem                  | stages
  ${{ Stage: '', 'What to do here': 'Call' }}   | ${'B5 stageWithoutName'} | ${3}
  ${{ Stage: ' lead ', Kind: 'Open' }}          | ${'B5 duplicateStage'}   | ${3}
  ${{ Stage: '#REF!', Kind: 'Open' }}           | ${'B5 errorValue'}       | ${3}
  ${{ Stage: 'Second', Kind: 'Won' }}           | ${'C5 secondWon'}        | ${4}
  ${{ Stage: 'Odd', Kind: 'Maybe' }}            | ${'C5 unknownKind'}      | ${4}
  ${{ Stage: 'Odd', 'Win chance': 'good' }}     | ${'D5 unreadableChance'} | ${4}
  ${{ Stage: 'Odd', 'Win chance': 250 }}        | ${'D5 unreadableChance'} | ${4}
  ${{ Stage: 'Odd', 'Limit in days': -3 }}      | ${'E5 unreadableLimit'}  | ${4}
  ${{ Stage: 'Odd', 'Limit in days': 'weeks' }} | ${'E5 unreadableLimit'}  | ${4}
  ${{ Stage: 'Odd', Category: 'Sure' }}         | ${'F5 unknownCategory'}  | ${4}
`('the row $row is listed as $problem and the other stages work', ({ row, problem, stages }) => {
  const read = stagesOf(row);
  expect(problemList(read.problems)).toEqual([problem]);
  expect(read.stages).toHaveLength(stages);
});

test('a tab without open, won or lost stages says so', () => {
  expect(problemList(readStages(tabOf('stages', [])).problems)).toEqual([
    '-0 noOpenStage',
    '-0 noWonStage',
    '-0 noLostStage',
  ]);
});

test('an emoji, sixty stages, a chance of 0 and "14 days" are all fine', () => {
  const many = Array.from({ length: 57 }, (_, i) => ({ Stage: `Step ${i}`, Kind: 'Open' }));
  const read = stagesOf(...many, { Stage: '🚀', 'Win chance': 0, 'Limit in days': '14 days' });
  expect(read.problems).toEqual([]);
  expect(read.stages).toHaveLength(61);
  expect(read.stages.find((stage) => stage.label === '🚀')).toMatchObject({
    chance: 0,
    limitDays: 14,
    kind: 'open',
  });
});

test('a new row gets a key from its name, also in Chinese, and a copied row one of its own', () => {
  const read = stagesOf(
    { Stage: 'Needs analysis' },
    { Stage: '商务谈判' },
    { Stage: 'Lead again', Key: 'lead' },
  );
  const keys = read.keysToWrite.map(({ row, key }) => [row, key]);
  expect(keys[0]).toEqual([5, 'needs-analysis']);
  expect(keys[1]?.[1]).toMatch(/^stage-[a-z0-9]+$/);
  expect(keys[2]).toEqual([7, 'lead-again']);
  expect(new Set(read.stages.map((stage) => stage.key)).size).toBe(6);
});

test('a renamed stage is still meant by its earlier names', () => {
  const before = [aStage('offer', { label: 'Offer', aliases: ['Quote'] })];
  const now = [aStage('offer', { label: 'Proposal' })];
  expect(withEarlierNames(now, before)[0]?.aliases).toEqual(['Quote', 'Offer']);
});

test("a name that another stage has now is nobody's earlier name", () => {
  const before = [aStage('a', { label: 'Lead' }), aStage('b', { label: 'Offer' })];
  const now = [aStage('a', { label: 'Offer' }), aStage('b', { label: 'Lead' })];
  expect(withEarlierNames(now, before).map((stage) => stage.aliases)).toEqual([[], []]);
});

test('retired stages are written below the others, and read back as retired', () => {
  const [used, retired] = [aStage('lead', { label: 'Lead' }), aStage('demo', { label: 'Demo' })];
  const read = readStages([headerRow('stages', 'zh'), ...stageRows([used], 'zh', [retired])]);
  expect(read.stages.map(({ key }) => key)).toEqual(['lead']);
  expect(read.retired.map(({ key, label }) => [key, label])).toEqual([['demo', 'Demo']]);
});

test('a stage whose row was deleted is the same stage when somebody types its name again', () => {
  const grid = [headerRow('stages', 'zh'), ['', '演示', '进行中']];
  const read = readStages(grid, [{ key: 'demo', label: '演示' }]);
  expect(read.stages.map(({ key }) => key)).toEqual(['demo']);
});
