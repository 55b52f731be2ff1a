import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import type { ChartModel } from '../../../preview/google/book/chart';
import { cellAt } from '../../../preview/google/book/rect';
import { chartView } from '../../../preview/serving/chartView';
import { rowsView } from '../../../preview/serving/rowsView';

/** A tab with these cells from A1. */
function sheetOf(cells: readonly (readonly (string | number | boolean)[])[]) {
  const book = new Book({ locale: 'en_US' });
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('a new workbook has a tab');
  cells.forEach((row, y) => {
    row.forEach((value, x) => {
      sheet.put(y + 1, x + 1, value);
    });
  });
  return { book, sheet };
}

test('plain text is sent as it is, and the empty end of a row is not sent', () => {
  const { book, sheet } = sheetOf([['Alder', '', 'Ann']]);
  expect(rowsView(book, sheet, 1, 2).rows).toEqual([['Alder', '', 'Ann'], []]);
});

test.each<{ value: number; format: string; shown: string; edited: string }>`
  value        | format          | shown           | edited
  ${12000.5}   | ${'#,##0.00'}   | ${'12,000.50'}  | ${'12000.5'}
  ${0.25}      | ${'0%'}         | ${'25%'}        | ${'25%'}
  ${46083}     | ${'yyyy-mm-dd'} | ${'2026-03-02'} | ${'2026-03-02'}
  ${0.1 + 0.2} | ${'0.00'}       | ${'0.30'}       | ${'0.3'}
`('$value under $format is shown as $shown and edited as $edited', (given) => {
  const { book, sheet } = sheetOf([[given.value]]);
  sheet.formats.fill(cellAt(1, 1), given.format);
  const cell = rowsView(book, sheet, 1, 1).rows[0]?.[0];
  expect(cell).toMatchObject({ t: given.shown, k: 'number' });
  expect(typeof cell === 'object' ? (cell.e ?? cell.t) : cell).toBe(given.edited);
});

test('a formula is edited as a formula, and text that looks like one keeps its apostrophe', () => {
  const { book, sheet } = sheetOf([['=1+1']]);
  sheet.putFormula(2, 1, '=A1');
  const { rows } = rowsView(book, sheet, 1, 2);
  expect(rows[0]?.[0]).toMatchObject({ t: '=1+1', e: "'=1+1" });
  expect(rows[1]?.[0]).toMatchObject({ e: '=A1' });
});

test('cells of one look share it, and a note and a list of choices come along', () => {
  const { book, sheet } = sheetOf([['a', 'b', 'c']]);
  sheet.styles.fill({ row: 1, column: 1, rows: 1, columns: 2 }, { fontWeight: 'bold' });
  sheet.notes.fill(cellAt(1, 3), 'ask Ann');
  sheet.validations.fill(cellAt(1, 3), {
    criteria: 'VALUE_IN_LIST',
    args: ['c', 'd'],
    showDropdown: true,
    allowInvalid: false,
    helpText: null,
  });
  const { rows, styles, rules } = rowsView(book, sheet, 1, 1);
  expect(styles).toEqual([{ bold: true }]);
  expect(rows[0]?.map((cell) => (typeof cell === 'object' ? cell.s : null))).toEqual([
    0,
    0,
    undefined,
  ]);
  expect(rows[0]?.[2]).toMatchObject({ n: 'ask Ann', r: 0 });
  expect(rules).toEqual([{ kind: 'list', choices: ['c', 'd'], strict: true }]);
});

test('a conditional format colours only the cells that it fits', () => {
  const { book, sheet } = sheetOf([[5], [50]]);
  const range = { sheetId: sheet.id, row: 1, column: 1, rows: 2, columns: 1 };
  sheet.conditionalFormats = [
    {
      ranges: [range],
      criteria: 'NUMBER_GREATER_THAN',
      args: [10],
      style: { background: '#ffdddd' },
    },
  ];
  const { rows, styles } = rowsView(book, sheet, 1, 2);
  expect(styles).toEqual([{ background: '#ffdddd' }]);
  expect(rows.map(([cell]) => (typeof cell === 'object' ? cell.s : null))).toEqual([undefined, 0]);
});

const FUNNEL = [
  ['Stage', 'Spacer', 'Reached'],
  ['Lead', 0, 100],
  ['Offer', 20, 60],
];

function chart(change: Partial<ChartModel>): ChartModel {
  return {
    id: 1,
    type: 'BAR',
    ranges: [{ sheetId: 0, row: 1, column: 1, rows: 3, columns: 3 }],
    options: {},
    position: { row: 5, column: 1, offsetX: 3, offsetY: 4 },
    numHeaders: 1,
    mergeStrategy: 'MERGE_COLUMNS',
    transpose: false,
    hiddenDimensionStrategy: 'IGNORE_BOTH',
    ...change,
  };
}

test('a funnel chart has the stages as labels, an invisible spacer and the bars', () => {
  const { book } = sheetOf(FUNNEL);
  const options = {
    title: 'Funnel',
    isStacked: true,
    series: { 0: { color: 'transparent' }, 1: { color: '#188038' } },
    'hAxis.title': 'Deals',
  };
  expect(chartView(book, chart({ options }))).toMatchObject({
    kind: 'bar',
    title: 'Funnel',
    stacked: true,
    labels: ['Lead', 'Offer'],
    yTitle: 'Deals',
    row: 5,
    offsetY: 4,
    series: [
      { name: 'Spacer', values: [0, 20], colour: 'transparent' },
      { name: 'Reached', values: [100, 60], colour: '#188038' },
    ],
  });
});

test('in a combo chart each series is drawn as its own kind', () => {
  const { book } = sheetOf(FUNNEL);
  const options = { seriesType: 'bars', 'series.1.type': 'line', 'series.1.targetAxisIndex': 1 };
  const view = chartView(book, chart({ type: 'COMBO', options }));
  expect(view.series.map(({ kind, secondAxis }) => [kind, secondAxis])).toEqual([
    ['bar', false],
    ['line', true],
  ]);
});
