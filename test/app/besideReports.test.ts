import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { aPipeline, does, newDeal, types } from './desk';

function tab(host: Host, name: string) {
  return host.names().tab(name);
}

/** The row of column A in which the text stands. */
function rowOf(host: Host, name: string, text: string): number {
  const sheet = tab(host, name);
  const cells = sheet.values({ row: 1, column: 1, rows: sheet.maxRows, columns: 1 });
  return 1 + cells.findIndex(([cell]) => cell === text);
}

function deals(host: Host, ...names: readonly string[]): void {
  for (const name of names) {
    newDeal(
      host,
      name,
      { Customer: 'Northwind Mills', 'Close date': '2026-02-03' },
      'Qualification',
    );
  }
}

test('what people write, note, colour and widen in a report survives a refresh that makes it longer', () => {
  const host = aPipeline();
  deals(host, 'Pumps');
  host.advance({ days: 20 });
  does(host, { menu: 'refreshReports' });
  const review = tab(host, 'Review');
  const last = review.lastRow;
  const beside = review.lastColumn + 2;
  const below = last + 3;
  const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
  does(host, { edit: { tab: 'Review', range: `A${below}`, values: [['Ask Ann about Pumps']] } });
  review.put(7, beside, 'called on Monday');
  review.styles.fill(at(7, beside), { background: '#ffcccc' });
  review.formats.fill(at(7, beside), '0.00');
  review.notes.fill(at(7, beside), 'by Bo');
  review.notes.fill(at(6, 5), 'in thousands');
  review.setColumns(1, 1, { size: 333 });

  deals(host, 'Valves', 'Pipes', 'Tanks', 'Hoses');
  host.advance({ days: 20 });
  does(host, { menu: 'refreshReports' });

  expect(review.lastRow).toBeGreaterThan(last + 4);
  expect(rowOf(host, 'Review', 'Ask Ann about Pumps')).toBeGreaterThan(last);
  expect(review.value(7, beside)).toBe('called on Monday');
  expect(review.styles.get(7, beside)?.background).toBe('#ffcccc');
  expect(review.formats.get(7, beside)).toBe('0.00');
  expect([review.notes.get(7, beside), review.notes.get(6, 5)]).toEqual(['by Bo', 'in thousands']);
  expect(review.columnWidth(1)).toBe(333);
});

test('number formats and backgrounds that people give figures stay, also when the table gets another shape', () => {
  const host = aPipeline();
  deals(host, 'Pumps');
  does(host, { menu: 'refreshReports' });
  const funnel = tab(host, 'Funnel');
  const row = rowOf(host, 'Funnel', 'Qualification');
  const now = { row, column: 2, rows: 1, columns: 1 };
  funnel.formats.fill(now, '000');
  funnel.styles.fill(now, { background: '#ffcccc' });
  // An owner more: the table of groups grows.
  deals(host, 'Valves');
  types(host, 'Valves', { Owner: 'Bo' });
  types(host, 'Pumps', { 'Ideal customer fit': true, 'Need confirmed': true });
  types(host, 'Pumps', { Stage: 'Needs analysis' });
  const rows = funnel.lastRow;
  does(host, { menu: 'refreshReports' });
  expect(funnel.lastRow).toBeGreaterThan(rows);
  expect(funnel.value(row, 2)).toBe(1);
  expect([funnel.formats.get(row, 2), funnel.styles.get(row, 2)?.background]).toEqual([
    '000',
    '#ffcccc',
  ]);
  // The program's own looks go where they belong, and leave nothing behind.
  const header = rowOf(host, 'Funnel', 'By');
  expect(funnel.styles.get(header, 1)?.background).toBe('#e6f4ea');
  expect(funnel.styles.get(header + 1, 1)?.background ?? '#ffffff').toBe('#ffffff');
});

test('charts stay where people put them', () => {
  const host = aPipeline();
  deals(host, 'Pumps');
  does(host, { menu: 'refreshReports' });
  const funnel = tab(host, 'Funnel');
  funnel.charts = funnel.charts.map((chart) => ({
    ...chart,
    position: { row: 40, column: 4, offsetX: 1, offsetY: 2 },
  }));
  const ids = funnel.charts.map(({ id }) => id);
  deals(host, 'Valves');
  does(host, { menu: 'refreshReports' });
  expect(funnel.charts.map(({ id }) => id)).toEqual(ids);
  for (const { position } of funnel.charts)
    expect([position.row, position.column]).toEqual([40, 4]);
});

test('a chart that nobody moved goes down with its table when the one above it grows', () => {
  const host = aPipeline();
  deals(host, 'Pumps');
  host.advance({ days: 20 });
  does(host, { menu: 'refreshReports' });
  const forecast = tab(host, 'Forecast');
  const rowOfChart = (title: string) =>
    forecast.charts.find(({ options }) => options.title === title)?.position.row ?? 0;
  const before = { end: rowOf(host, 'Forecast', 'End'), chart: rowOfChart('What changed') };
  // More months between this one and the last close date.
  types(host, 'Pumps', { 'Close date': '2026-12-01' });
  does(host, { menu: 'refreshReports' });
  const grown = rowOf(host, 'Forecast', 'End') - before.end;
  expect(grown).toBeGreaterThan(0);
  expect(rowOfChart('What changed')).toBe(before.chart + grown);
});
