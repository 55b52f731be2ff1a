import { expect, test } from '@jest/globals';
import { plainCells } from '../../preview/google/gestures/plainCells';
import type { Host } from '../../preview/google/host';
import { rowsOf, setUp } from '../support/standIn';
import {
  aPipeline,
  blockOf,
  dealNamed,
  does,
  everything,
  letter,
  lifeOf,
  newDeal,
  QUALIFIED,
  sweeps,
  types,
} from './desk';

/** Copies all cells of a tab and pastes them over the same tab of another workbook. */
function copies(from: Host, to: Host, tab: string): void {
  const [source, target] = [from.names().tab(tab), to.names().tab(tab)];
  const columns = source.lastColumn;
  const rows = Math.max(source.lastRow, target.lastRow);
  const values = plainCells(source, { row: 1, column: 1, rows, columns });
  const range = `A1:${letter(columns)}${rows}`;
  does(to, { edit: { tab, range, values: values as string[][] } });
}

/** The stage set for manufacturing as the cells of a workbook that was set up with it, in this workbook's place. */
function withManufacturing(host: Host, language: 'en' | 'zh' = 'en'): void {
  const source = setUp({ stages: 'manufacturing', language });
  copies(source, host, 'Stages');
  copies(source, host, 'Gates');
}

function problems(host: Host): readonly string[] {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Health', 'problems').map(({ problem }) => String(problem));
}

test('a stage set is copied as cells: stages and criteria count at once, and the columns that it asks for are offered', () => {
  const host = aPipeline();
  withManufacturing(host);
  does(host, { trigger: 'work' });
  const missing = rowsOf(host, 'Gates').filter(({ Check }) => Check !== '');
  expect(missing.map(({ Field }) => Field)).toContain('Annual volume');
  does(host, { menu: 'repairWorkbook', answers: [{ text: '' }] });
  expect(rowsOf(host, 'Gates').filter(({ Check }) => Check !== '')).toEqual([]);
  expect(problems(host)).toEqual([]);
  newDeal(host, 'Mill', { Customer: 'Northwind' });
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Initial proposal and quote' });
  expect(dealNamed(host, 'Mill').Gate).toContain('Annual volume must be at least 1');
  types(host, 'Mill', { Product: 'Pump', 'Annual volume': 500, 'Decision maker known': true });
  types(host, 'Mill', { Stage: 'Sample testing' });
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Sample testing');
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
});

test('deals that stand in stages of the set before keep them, until the person says where they go', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  withManufacturing(host);
  does(host, { trigger: 'work' });
  sweeps(host);
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Needs analysis',
    'Accepted stage': 'Needs analysis',
  });
  expect(lifeOf(host, 'Mill')).toHaveLength(2);
  const told = problems(host);
  expect(told).toContain('The stage "Needs analysis" is no longer in use, and deals are in it: 1');
  expect(told.filter((problem) => problem.includes('changed by hand'))).toEqual([]);
  const answers = [{ text: 'Needs analysis' }, { text: 'Initial proposal and quote' }];
  does(host, { menu: 'retireStage', answers });
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Initial proposal and quote' });
  expect(lifeOf(host, 'Mill').at(-1)).toBe('moved: Needs analysis -> Initial proposal and quote');
});

test('a Chinese set works in an English workbook', () => {
  const host = aPipeline();
  withManufacturing(host, 'zh');
  does(host, { trigger: 'work' });
  does(host, { menu: 'repairWorkbook', answers: [{ text: '' }] });
  expect(problems(host)).toEqual([]);
  newDeal(host, 'Mill');
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: '初步方案与报价' });
});
