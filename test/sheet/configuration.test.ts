import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Cell, Grid } from '../../src/sheet/cell';
import {
  type ConfigurationGrids,
  configurationFrom,
  configurationText,
  readConfiguration,
} from '../../src/sheet/configuration';
import { gateRows } from '../../src/sheet/gatesTab';
import { layoutOf } from '../../src/sheet/layout';
import { defaultSettings, settingsRows } from '../../src/sheet/settingsTab';
import { criteriaOfSet, stagesOfSet } from '../../src/sheet/stageSetRows';
import { stageRows } from '../../src/sheet/stagesTab';
import { teamRows } from '../../src/sheet/teamTab';
import { STAGE_SETS } from '../../src/stageSets/allStageSets';
import type { StageSet } from '../../src/stageSets/stageSet';
import { LANGUAGES, type Language } from '../../src/words/language';
import type { TableTab } from '../../src/words/tabs';
import { headerRow, problemList, tabOf } from './tabs';

/** The admin tabs of a new workbook. */
function newWorkbook(set: StageSet, language: Language): ConfigurationGrids {
  const head = (tab: TableTab) => layoutOf(tab, language, set).columns.map((it) => it.header);
  const stages = stagesOfSet(set, language);
  return {
    stages: [head('stages'), ...stageRows(stages, language)],
    gates: [head('gates'), ...gateRows(criteriaOfSet(set, language), stages, language)],
    team: [head('team'), ...teamRows([], language)],
    settings: [head('settings'), ...settingsRows(defaultSettings(language), stages)],
    dealHeaders: head('deals'),
  };
}

const everySet = STAGE_SETS.flatMap((set) => LANGUAGES.map((language) => ({ set, language })));

test.each(everySet.map((it) => ({ ...it, name: `${it.set.key} in ${it.language}` })))(
  'the stage set $name is a configuration without problems',
  ({ set, language }) => {
    const read = readConfiguration(newWorkbook(set, language));
    expect(read.problems).toEqual([]);
    expect(read.keysToWrite).toEqual([]);
    expect(read.pipeline.stages.map((stage) => stage.key)).toEqual(
      set.stages.map((stage) => stage.key),
    );
    expect(read.pipeline.criteria).toEqual(criteriaOfSet(set, language));
    expect(read.settings).toEqual(defaultSettings(language));
  },
);

test.each(everySet.map((it) => ({ ...it, name: `${it.set.key} in ${it.language}` })))(
  '$name comes back from the cache as it was',
  ({ set, language }) => {
    const read = readConfiguration(newWorkbook(set, language));
    expect(configurationFrom(configurationText(read))).toEqual(read);
  },
);

test.each<{ text: string }>`
  text
  ${''}
  ${'null'}
  ${'{'}
  ${'[]'}
  ${'{"pipeline":{"stages":[{"key":1}]}}'}
`('what is no configuration in the cache ($text) makes the tabs be read again', ({ text }) => {
  expect(configurationFrom(text)).toBeNull();
});

test('tabs that are not there are an empty pipeline, with what is missing', () => {
  const read = readConfiguration({ stages: [], gates: [], team: [], settings: [] });
  expect(read.pipeline).toEqual({
    stages: [],
    criteria: [],
    switches: { maySkip: true, mayGoBack: true, startIn: [] },
  });
  expect(problemList(read.problems)).toEqual(['-0 noOpenStage', '-0 noWonStage', '-0 noLostStage']);
});

test('a slip in one tab leaves the others as they are', () => {
  const stages: Grid = tabOf('stages', [
    { Stage: 'Lead', Kind: 'Open' },
    { Stage: 'lead', Kind: 'Open' },
    { Stage: 'Won', Kind: 'Won' },
    { Stage: 'Won too', Kind: 'Won' },
    { Stage: 'Lost', Kind: 'Lost' },
  ]);
  const gates = tabOf('gates', [
    { Stage: 'Retired', When: 'Entering', Field: 'Customer', Must: 'is filled' },
    { Stage: 'Lead', When: 'Leaving', Field: 'Customer', Must: 'is filled' },
  ]);
  const read = readConfiguration({
    stages,
    gates,
    team: tabOf('team', [{ Name: 'Ann', Email: 'ann@example.com' }]),
    settings: tabOf('settings', [{ Setting: 'New deals start in', Value: 'Lead' }]),
  });
  expect(problemList(read.problems)).toEqual([
    'B3 duplicateStage',
    'C5 secondWon',
    'A2 unknownStage',
  ]);
  expect(read.pipeline.stages.map((stage) => stage.label)).toEqual([
    'Lead',
    'Won',
    'Won too',
    'Lost',
  ]);
  expect(read.pipeline.criteria).toHaveLength(1);
  expect(read.pipeline.switches.startIn).toEqual(['lead']);
  expect(read.team).toHaveLength(1);
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'Open', 'Won', '#REF!', 'is filled', 'Lead', 'Entering', 'Amount', 'Yes'),
  fc.double(),
  fc.boolean(),
  fc.record({ date: fc.constantFrom('2026-02-02', '9999-12-31') }),
);

test('whatever people type into the admin tabs, there is a configuration', () => {
  const anyTab = (tab: TableTab) =>
    fc
      .array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 12 })
      .map((rows) => [headerRow(tab), ...rows]);
  const any = fc.record({
    stages: anyTab('stages'),
    gates: anyTab('gates'),
    team: anyTab('team'),
    settings: anyTab('settings'),
  });
  fc.assert(
    fc.property(any, (grids) => {
      const read = readConfiguration(grids);
      const keys = read.pipeline.stages.map((stage) => stage.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(read.problems.every(({ row, column }) => row >= 0 && column >= 0)).toBe(true);
      const stored = JSON.parse(configurationText(read));
      expect(JSON.parse(JSON.stringify(configurationFrom(configurationText(read))))).toEqual(
        stored,
      );
    }),
  );
});
