import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { loadImporting } from '../../scripts/loadImporting';
import { aBusyPipeline } from '../fuzz/world';
import { rowsOf } from '../support/standIn';
import { dealNamed, does, letter, newDeal, QUALIFIED, sweeps, types } from './desk';

const { planImport, readTable, sentSlices } = loadImporting();

const MOST = 49_900;

/**
 * Texts as long as a cell can be on which a careless regular expression goes back and forth: a beginning
 * that fits, much that fits in several ways, and an end that fits in none.
 */
const PUMPED: Readonly<Record<string, string>> = {
  spaces: `1${' '.repeat(MOST)}x`,
  tabsAndPercents: `40%${'\t'.repeat(MOST)}@x y`,
  lineBreaks: `a${'\n'.repeat(MOST)}`,
  digits: `${'1'.repeat(MOST)}x`,
  groups: `${'1,000.'.repeat(MOST / 6)}x`,
  moreGroups: `${'0.000'.repeat(MOST / 5)},0.000,`,
  signs: `${'-'.repeat(MOST)}x`,
  brackets: '('.repeat(MOST),
  braces: '{{'.repeat(MOST / 2),
  angles: `${'<'.repeat(MOST)}>`,
  dots: `a@b${'.b'.repeat(MOST / 2 - 5)}.@`,
  ats: 'a@'.repeat(MOST / 2),
  semicolons: `2${'; '.repeat(MOST / 2)}x`,
  letters: `${'ab'.repeat(MOST / 2)}1`,
  dates: `${'1-1-'.repeat(MOST / 4)}x`,
  months: `1${' jan'.repeat(MOST / 4)}`,
  times: `2026-01-05${' 1:1'.repeat(MOST / 4)}x`,
  chinese: `进入${'　'.repeat(MOST)}\n`,
  entered: `entered${' '.repeat(MOST)}\n`,
};
const NAMES = Object.keys(PUMPED);

/** Fills the first free row of a tab with one text. */
function fillRow(host: Host, tab: string, text: string): void {
  const sheet = host.names().tab(tab);
  const columns = host
    .names()
    .englishHeaders(sheet)
    .filter((header) => header !== '').length;
  const values = [Array.from({ length: columns }, () => text)];
  does(host, { apiWrite: { tab, range: `A${rowsOf(host, tab).length + 2}`, values } });
}

const TABS = [
  'Stages',
  'Gates',
  'Team',
  'Automations',
  'Templates',
  'Activities',
  'Tasks',
  'Payments',
] as const;

/** A hang takes minutes: this is far above what a busy machine needs, and no measure of speed. */
const HANGS_MS = 15_000;

function expectNoHang(work: () => void): void {
  const began = Date.now();
  work();
  expect(Date.now() - began).toBeLessThan(HANGS_MS);
}

test.each(NAMES)('%s in every cell of a row of every tab keep nobody waiting', (name) => {
  const text = PUMPED[name] ?? '';
  const host = aBusyPipeline();
  for (const tab of TABS) fillRow(host, tab, text);
  const settings = rowsOf(host, 'Settings').map(() => [text]);
  does(host, { apiWrite: { tab: 'Settings', range: 'B2', values: settings } });
  // The program's own columns are left as they are; everything else of a row is the text.
  const width = host.names().column(host.names().tab('Deals'), 'Gate').column - 1;
  const line = [Array.from({ length: width }, () => text)];
  does(host, { apiWrite: { tab: 'Deals', range: `A5:${letter(width)}5`, values: line } });
  expectNoHang(() => {
    does(host, { edit: { tab: 'Gates', range: 'H2', values: [['x']] } });
    const runs = [
      ...sweeps(host).executions,
      ...does(host, { menu: 'refreshReports' }).executions,
      ...does(host, { trigger: 'work' }).executions,
    ];
    expect(runs.flatMap(({ alerts }) => alerts)).toEqual([]);
    newDeal(host, 'Next', QUALIFIED);
    types(host, 'Next', { Stage: 'Needs analysis' });
  });
  expect(dealNamed(host, 'Next').Stage).toBe('Needs analysis');
});

test.each(NAMES)('%s in every cell of a file keep nobody waiting', (name) => {
  const text = PUMPED[name] ?? '';
  const headers = ['Deal', 'Owner', 'Amount', 'Stage', 'Close date', 'Email', 'Notes'];
  const row = headers.map(() => `"${text}"`).join(',');
  expectNoHang(() => {
    const read = readTable(Buffer.from([headers.join(','), row, row, row].join('\n')), 'deals.csv');
    if (read.kind !== 'table') throw new Error(read.why);
    const map = { columns: { Notes: text, Email: `entered: ${text}`, [text]: 'ID' } };
    const files = { deals: read.table, history: read.table, asOf: '2026-02-02' };
    const target = { stages: [], language: 'en', currency: 'USD' } as const;
    const { plan } = planImport({ ...files, prices: read.table, map, stages: 'from-data' }, target);
    const sent = sentSlices({ ...files, plan, language: 'en', currency: 'USD', size: 100 });
    const told = [...sent].flatMap(({ deals, rejects }) => [...deals, ...rejects]);
    expect(told.length + read.bad.length).toBeGreaterThan(0);
    // As headers, too.
    readTable(Buffer.from([row, row].join('\n')), 'deals.csv');
  });
});
