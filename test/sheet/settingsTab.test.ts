import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Cell } from '../../src/sheet/cell';
import {
  defaultSettings,
  RHYTHMS,
  readSettings,
  type Settings,
  settingsRows,
} from '../../src/sheet/settingsTab';
import { LANGUAGES } from '../../src/words/language';
import { threeStages } from '../support/deals';
import { aName } from './arbitraries';
import { headerRow, problemList, tabOf } from './tabs';

const { stages } = threeStages;

function settingsOf(...rows: readonly (readonly [setting: string, value: Cell])[]) {
  const grid = tabOf(
    'settings',
    rows.map(([Setting, Value]) => ({ Setting, Value })),
  );
  return readSettings(grid, stages);
}

const names = fc.uniqueArray(aName, { minLength: 1, maxLength: 5 });

const someSettings: fc.Arbitrary<Settings> = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  reportRhythm: fc.constantFrom(...RHYTHMS),
  reportDay: fc.integer({ min: 1, max: 7 }),
  reportHour: fc.nat(23),
  reportTimeZone: fc.constantFrom('', 'UTC', 'Asia/Shanghai', 'America/Argentina/Buenos_Aires'),
  currency: fc.constantFrom('USD', 'CNY', 'EUR', 'JPY'),
  rates: fc.dictionary(fc.constantFrom('GBP', 'CHF', 'HKD'), fc.integer({ min: 1, max: 900 })),
  switches: fc.record({
    maySkip: fc.boolean(),
    mayGoBack: fc.boolean(),
    startIn: fc.constantFrom([], ['lead'], ['lead', 'proposal']),
  }),
  switchesOf: fc.constant({}),
  workingDays: fc.boolean(),
  silentDays: fc.integer({ min: 1, max: 365 }),
  mailOutside: fc.boolean(),
  mailAddresses: fc.constantFrom([], ['example.com'], ['ann@example.com', 'example.cn']),
  approveMails: fc.boolean(),
  paymentPlan: fc.constantFrom('', '30/60/10', '50@0/50@45'),
  lostReasons: names,
  causes: names,
  archiveAfterDays: fc.constantFrom(null, 90, 365),
  formTab: fc.constantFrom('', 'Form Responses 1'),
});

test('settings are read back as they were written, in their own language', () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      const grid = [headerRow('settings', settings.language), ...settingsRows(settings, stages)];
      const read = readSettings(grid, stages);
      expect({
        ...read,
        settings: { ...read.settings, rates: { ...read.settings.rates } },
      }).toEqual({ settings: { ...settings, rates: { ...settings.rates } }, problems: [] });
    }),
  );
});

test('a tab without rows has the settings of a new workbook', () => {
  expect(settingsOf().settings).toEqual(defaultSettings('en'));
  expect(settingsOf(['Language', '中文']).settings).toEqual(defaultSettings('zh'));
});

test('a row keeps its meaning in the other language, and by its key when its words were changed', () => {
  expect(settingsOf(['报告时间', 17]).settings.reportHour).toBe(17);
  const grid = tabOf('settings', [{ Setting: 'When?', Value: 17, Key: 'reportHour' }]);
  expect(readSettings(grid, stages).settings.reportHour).toBe(17);
});

test.each<{ setting: string; value: Cell; problem: string }>`
  setting                 | value                 | problem
  ${'Language'}           | ${'Latin'}            | ${'B2 unknownLanguage'}
  ${'Currency'}           | ${'Taler'}            | ${'B2 unreadableCurrency'}
  ${'May skip stages'}    | ${'perhaps'}          | ${'B2 unknownYesNo'}
  ${'New deals start in'} | ${'Dreaming'}         | ${'B2 unknownStart'}
  ${'New deals start in'} | ${'Won'}              | ${'B2 startNotOpen'}
  ${'Silent after days'}  | ${0}                  | ${'B2 settingNotWhole'}
  ${'Report hour'}        | ${24}                 | ${'B2 settingNotWhole'}
  ${'Report hour'}        | ${9.5}                | ${'B2 settingNotWhole'}
  ${'Report time zone'}   | ${'Mars/Olympus'}     | ${'B2 unknownTimeZone'}
  ${'Report time zone'}   | ${'at ours'}          | ${'B2 unknownTimeZone'}
  ${'Report rhythm'}      | ${'Every full moon'}  | ${'B2 unknownRhythm'}
  ${'Report day'}         | ${'Someday'}          | ${'B2 unknownWeekday'}
  ${'Also mail to'}       | ${'the whole office'} | ${'B2 unreadableMailTo'}
  ${'Rate: EUR'}          | ${'much'}             | ${'B2 unreadableRate'}
  ${'Rate: EUR'}          | ${-1}                 | ${'B2 unreadableRate'}
  ${'Favourite colour'}   | ${'green'}            | ${'A2 unknownSetting'}
  ${'Report hour'}        | ${'#REF!'}            | ${'B2 errorValue'}
`('$setting = $value is listed as $problem and changes nothing', ({ setting, value, problem }) => {
  const read = settingsOf([setting, value]);
  expect(problemList(read.problems)[0]).toBe(problem);
  expect(read.settings).toEqual(defaultSettings('en'));
});

test('the first of two rows for one setting counts', () => {
  const read = settingsOf(['Report hour', 9], ['Report hour', 17]);
  expect(read.settings.reportHour).toBe(9);
  expect(problemList(read.problems)).toEqual(['A3 duplicateSetting']);
});

test('rates are what one unit of another currency is worth', () => {
  const { settings } = settingsOf(['Currency', 'CNY'], ['Rate: USD', 7.1], ['汇率：eur', '7.8']);
  expect(settings.rates).toEqual({ USD: 7.1, EUR: 7.8 });
});

test('a list that somebody emptied is empty', () => {
  expect(settingsOf(['New deals start in', '']).settings.switches.startIn).toEqual([]);
});

test('lists take either kind of semicolon', () => {
  const { settings } = settingsOf(
    ['Lost reasons', 'Price；Time; Price ;'],
    ['Causes of a stall', ''],
  );
  expect(settings.lostReasons).toEqual(['Price', 'Time']);
  expect(settings.causes).toEqual(defaultSettings('en').causes);
});
