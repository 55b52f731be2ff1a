import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Criterion, Must } from '../../src/domain/criterion';
import type { Cell } from '../../src/sheet/cell';
import { gateRows, readGates } from '../../src/sheet/gatesTab';
import { LANGUAGES } from '../../src/words/language';
import { threeStages } from '../support/deals';
import { aName } from './arbitraries';
import { headerRow, problemList, tabOf } from './tabs';

const { stages } = threeStages;

function gatesOf(...rows: readonly Readonly<Record<string, Cell>>[]) {
  const full = rows.map((row) => ({ Stage: 'Proposal', When: 'Entering', ...row }));
  return readGates(tabOf('gates', full), { stages, dealHeaders: headerRow('deals') });
}

test.each<{ field: string; must: string; value: Cell; read: Must }>`
  field               | must                    | value             | read
  ${'Customer'}       | ${'is filled'}          | ${''}             | ${{ kind: 'isFilled' }}
  ${'Need confirmed'} | ${'is ticked'}          | ${''}             | ${{ kind: 'isTicked' }}
  ${'Amount'}         | ${'is at least'}        | ${10000}          | ${{ kind: 'atLeast', number: 10000 }}
  ${'Amount'}         | ${'is at least'}        | ${'10,000'}       | ${{ kind: 'atLeast', number: 10000 }}
  ${'Amount'}         | ${'不小于'}             | ${'1万'}          | ${{ kind: 'atLeast', number: 10000 }}
  ${'Win chance'}     | ${'is at most'}         | ${'30%'}          | ${{ kind: 'atMost', number: 0.3 }}
  ${'Source'}         | ${'equals'}             | ${'Fair'}         | ${{ kind: 'equals', text: 'Fair' }}
  ${'Source'}         | ${'is one of'}          | ${'a; b;; c '}    | ${{ kind: 'oneOf', texts: ['a', 'b', 'c'] }}
  ${'Source'}         | ${'是其中之一'}         | ${'展会；转介绍'} | ${{ kind: 'oneOf', texts: ['展会', '转介绍'] }}
  ${'Source'}         | ${'CONTAINS'}           | ${'fair'}         | ${{ kind: 'contains', text: 'fair' }}
  ${'Demo held'}      | ${'is a date'}          | ${''}             | ${{ kind: 'isDate' }}
  ${'Close date'}     | ${'is after today'}     | ${''}             | ${{ kind: 'afterToday', days: 0 }}
  ${'Close date'}     | ${'is after today'}     | ${'+7'}           | ${{ kind: 'afterToday', days: 7 }}
  ${'Close date'}     | ${'is after today'}     | ${7}              | ${{ kind: 'afterToday', days: 7 }}
  ${'Close date'}     | ${'is before today'}    | ${'-3 days'}      | ${{ kind: 'beforeToday', days: -3 }}
  ${'Close date'}     | ${'is after the field'} | ${'预计成交日期'} | ${null}
  ${'Close date'}     | ${'is after the field'} | ${'Demo held'}    | ${{ kind: 'afterField', other: 'own:Demo held' }}
  ${''}               | ${'has activities'}     | ${'2 Meeting'}    | ${{ kind: 'activities', atLeast: 2, activity: 'meeting' }}
  ${''}               | ${'has activities'}     | ${'电话'}         | ${{ kind: 'activities', atLeast: 1, activity: 'call' }}
  ${''}               | ${'has activities'}     | ${3}              | ${{ kind: 'activities', atLeast: 3, activity: '' }}
  ${''}               | ${'has a done task'}    | ${'Send sample'}  | ${{ kind: 'taskDone', task: 'Send sample' }}
`('"$field $must $value" is understood', ({ field, must, value, read }) => {
  const { criteria } = gatesOf({ Field: field, Must: must, Value: value });
  expect(criteria[0]?.must ?? null).toEqual(read);
});

test.each<{ row: Readonly<Record<string, Cell>>; problem: string }>`
  row                                                                         | problem
  ${{ Stage: 'Dreaming', Field: 'Customer', Must: 'is filled' }}              | ${'A2 unknownStage'}
  ${{ When: 'Sometimes', Field: 'Customer', Must: 'is filled' }}              | ${'B2 unknownSide'}
  ${{ When: '', Field: 'Customer', Must: 'is filled' }}                       | ${'B2 unknownSide'}
  ${{ Field: '', Must: 'is filled' }}                                         | ${'C2 fieldMissing'}
  ${{ Field: 'Colour', Must: 'is filled' }}                                   | ${'C2 unknownField'}
  ${{ Field: 'Days in stage', Must: 'is at least', Value: 3 }}                | ${'C2 programField'}
  ${{ Field: 'Customer', Must: 'is nice' }}                                   | ${'D2 unknownMust'}
  ${{ Field: 'Customer', Must: 'is at least', Value: 3 }}                     | ${'D2 mustDoesNotFit'}
  ${{ Field: 'Amount', Must: 'is after today' }}                              | ${'D2 mustDoesNotFit'}
  ${{ Field: 'Close date', Must: 'is ticked' }}                               | ${'D2 mustDoesNotFit'}
  ${{ Field: 'Amount', Must: 'is at least', Value: 'much' }}                  | ${'E2 valueNotNumber'}
  ${{ Field: 'Amount', Must: 'is at least' }}                                 | ${'E2 valueNotNumber'}
  ${{ Field: 'Source', Must: 'equals' }}                                      | ${'E2 valueMissing'}
  ${{ Field: 'Source', Must: 'is one of', Value: ' ; ' }}                     | ${'E2 valueMissing'}
  ${{ Field: 'Close date', Must: 'is after today', Value: 'soon' }}           | ${'E2 valueNotDays'}
  ${{ Field: 'Close date', Must: 'is after the field', Value: 'Close date' }} | ${'E2 fieldAgainstItself'}
  ${{ Field: 'Close date', Must: 'is after the field', Value: 'Owner' }}      | ${'E2 valueNotField'}
  ${{ Field: 'Close date', Must: 'is after the field', Value: 'Colour' }}     | ${'E2 unknownField'}
  ${{ Field: 'Close date', Must: 'equals', Value: 'Friday' }}                 | ${'E2 valueNotDay'}
  ${{ Field: 'Amount', Must: 'is one of', Value: 'small; large' }}            | ${'E2 valueNotNumber'}
  ${{ Field: '#REF!', Must: 'is filled' }}                                    | ${'C2 errorValue'}
  ${{ Field: 'Amount', Must: 'is at least', Value: '#DIV/0!' }}               | ${'E2 errorValue'}
`('$row is listed as $problem and holds nothing', ({ row, problem }) => {
  const read = gatesOf(row, { Field: 'Customer', Must: 'is filled' });
  expect(problemList(read.problems)).toEqual([problem]);
  expect(read.criteria.map((criterion) => criterion.field)).toEqual(['customer']);
});

test('a criterion of a retired stage holds nothing, and is told from one of a stage that never was', () => {
  const retired = [{ ...stages[0]!, key: 'old', label: 'Scoping', aliases: ['Discovery'] }];
  const rows = ['Scoping', 'discovery', 'Dreaming', 'Proposal'].map((Stage) => {
    return { Stage, When: 'Entering', Field: 'Customer', Must: 'is filled' };
  });
  const read = readGates(tabOf('gates', rows), { stages, retired });
  expect(problemList(read.problems)).toEqual([
    'A2 criterionOfRetired',
    'A3 criterionOfRetired',
    'A4 unknownStage',
  ]);
  expect(read.criteria).toHaveLength(1);
});

test('a value that is not used is pointed out, and the criterion holds', () => {
  const read = gatesOf({ Field: 'Customer', Must: 'is filled', Value: 'x' });
  expect(problemList(read.problems)).toEqual(['E2 valueNotUsed']);
  expect(read.criteria).toHaveLength(1);
});

test.each<{ field: string; one: [string, Cell]; two: [string, Cell] }>`
  field           | one                           | two
  ${'Amount'}     | ${['is at least', 10]}        | ${['is at most', 5]}
  ${'Source'}     | ${['equals', 'Fair']}         | ${['equals', 'Web']}
  ${'Source'}     | ${['is one of', 'Fair; Web']} | ${['equals', 'Mail']}
  ${'Source'}     | ${['is one of', 'Fair; Web']} | ${['is one of', 'Mail; Phone']}
  ${'Source'}     | ${['contains', 'web']}        | ${['equals', 'Trade fair']}
  ${'Amount'}     | ${['is at least', 10]}        | ${['is one of', '5; 7']}
  ${'Close date'} | ${['is after today', '+7']}   | ${['is before today', '+8']}
`('$field: $one and $two contradict, and the second one holds nothing', ({ field, one, two }) => {
  const rows = [one, two].map(([must, value]) => ({ Field: field, Must: must, Value: value }));
  const read = gatesOf(...rows);
  expect(problemList(read.problems)).toEqual(['D3 contradiction']);
  expect(read.criteria).toHaveLength(1);
  const [first, second] = rows;
  expect(gatesOf({ ...first, Group: 'any' }, { ...second }).problems).toEqual([]);
  expect(gatesOf({ ...first }, { ...second, Group: 'any' }).problems).toEqual([]);
});

test('two days that each have to be after the other contradict', () => {
  const read = gatesOf(
    { Field: 'Close date', Must: 'is after the field', Value: 'Revisit on' },
    { Field: 'Revisit on', Must: 'is after the field', Value: 'Close date' },
    { Field: 'Revisit on', Must: 'is after the field', Value: 'Plan due' },
  );
  expect(problemList(read.problems)).toEqual(['D3 contradiction']);
  expect(read.criteria).toHaveLength(2);
});

test('rows that only just agree do not contradict', () => {
  const read = gatesOf(
    { Field: 'Amount', Must: 'is at least', Value: 5 },
    { Field: 'Amount', Must: 'is at most', Value: 5 },
    { Field: 'Close date', Must: 'is after today', Value: '+7' },
    { Field: 'Close date', Must: 'is before today', Value: '+9' },
    { Field: 'Source', Must: 'is one of', Value: 'Fair; Web shop' },
    { Field: 'Source', Must: 'contains', Value: 'WEB' },
    { Field: 'Amount', Must: 'is one of', Value: '5; 7' },
  );
  expect(read.problems).toEqual([]);
});

test('without the headers of Deals, a column of the team is taken at its word', () => {
  const grid = tabOf('gates', [
    { Stage: 'Proposal', When: 'Entering', Field: 'Colour', Must: 'is filled' },
  ]);
  expect(readGates(grid, { stages }).criteria.map((it) => it.field)).toEqual(['own:Colour']);
});

test('three hundred criteria are read', () => {
  const rows = Array.from({ length: 300 }, () => ({ Field: 'Customer', Must: 'is filled' }));
  expect(gatesOf(...rows).criteria).toHaveLength(300);
});

const ownMust: fc.Arbitrary<Must> = fc.oneof(
  fc.record({ kind: fc.constantFrom('isFilled' as const, 'isTicked' as const, 'isDate' as const) }),
  fc.record({
    kind: fc.constantFrom('atLeast' as const, 'atMost' as const),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  fc.record({ kind: fc.constantFrom('equals' as const, 'contains' as const), text: aName }),
  fc.record({ kind: fc.constant('oneOf' as const), texts: fc.array(aName, { minLength: 1 }) }),
  fc.record({
    kind: fc.constantFrom('afterToday' as const, 'beforeToday' as const),
    days: fc.integer({ min: -999, max: 999 }),
  }),
  fc.constant<Must>({ kind: 'afterField', other: 'closeDate' }),
  fc.constant<Must>({ kind: 'afterField', other: 'own:Signed on' }),
);

const uncounted: fc.Arbitrary<Must> = fc.oneof(
  fc.record({
    kind: fc.constant('activities' as const),
    atLeast: fc.integer({ min: 1, max: 99 }),
    activity: fc.constantFrom('', 'call', 'meeting', 'demo', 'Site visit'),
  }),
  fc.record({ kind: fc.constant('taskDone' as const), task: aName }),
);

const place = {
  stage: fc.constantFrom(...stages.map((stage) => stage.key)),
  side: fc.constantFrom('entering' as const, 'leaving' as const),
  say: fc.oneof(fc.constant(''), aName),
};

/** In groups of their own, so that none contradicts another. */
const aCriterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({
    ...place,
    field: aName.map((name) => `own:X ${name.replace(/ +/g, ' ')}` as const),
    must: ownMust,
    group: aName,
  }),
  fc.record({ ...place, field: fc.constant('own:' as const), must: uncounted, group: aName }),
);

test('criteria are read back as they were written, in either language', () => {
  fc.assert(
    fc.property(
      fc.array(aCriterion, { maxLength: 8 }),
      fc.constantFrom(...LANGUAGES),
      (criteria, language) => {
        const rows = gateRows(criteria, stages, language);
        const read = readGates([headerRow('gates', language), ...rows], { stages });
        expect(read).toEqual({ criteria, problems: [] });
      },
    ),
  );
});
