import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Host } from '../../preview/google/host';
import { loadImporting } from '../../scripts/loadImporting';
import { CALLS, type Reply, type SentDeal } from '../../src/rpc';
import type { FileTable, ImportMap } from '../../src/rpc/importCalls';
import { does, everything, sweeps } from '../app/desk';
import { ask, setUp } from '../support/standIn';
import { tryAll } from './budget';
import { aFile, aHeader, anyBytes, bytesOf, someRows, type WrittenFile } from './fileTexts';
import { anyText, anyValue } from './rubbish';
import { formulasIn, seen } from './world';

const { readTable, planImport, sentSlices, takenReject, rejectsCsv } = loadImporting();

const isBlank = (text: string) => text.trim() === '';

/** Every row of a table is as wide as its headers, and says on which line of the file it stands. */
function expectSound(table: FileTable): void {
  expect(new Set(table.headers.map((header) => header.toLowerCase())).size).toBe(
    table.headers.length,
  );
  expect(table.headers.some(isBlank)).toBe(false);
  expect(table.lines).toHaveLength(table.rows.length);
  expect(table.rows.every((row) => row.length === table.headers.length)).toBe(true);
  expect(table.lines.every((line, i) => line > (table.lines[i - 1] ?? 0))).toBe(true);
}

test('any bytes are a table, or a sentence that says why they are none', () => {
  const bytes = fc.oneof(anyBytes, aFile.map(bytesOf));
  tryAll('tables', 1, {
    step: bytes,
    begin: () => null,
    take: (_, file) => {
      const read = readTable(file, 'deals.csv');
      if (read.kind === 'unreadable') expect(read.why).toMatch(/^(?:workbook|notText|empty)$/);
      else {
        expectSound(read.table);
        for (const bad of read.bad) expect(bad.row.length).toBeGreaterThan(0);
      }
    },
  });
}, 3_600_000);

/** Two files and a map, and whether the stages come from them. */
interface Files {
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly prices: FileTable | null;
  readonly map: ImportMap;
  readonly stages: 'keep' | 'from-data';
  readonly asOf: string;
}

function tableOf(name: string, [headers = [], ...rows]: readonly string[][]): FileTable {
  const read = readTable(bytesOf(plainly([headers, ...rows])), name);
  return read.kind === 'table' ? read.table : { name, headers: ['Deal'], rows: [], lines: [] };
}

function plainly(rows: readonly (readonly string[])[]): WrittenFile {
  const file = { rows, delimiter: ',', newline: '\n', mark: '', end: '' };
  return { ...file, quotes: 'where needed', encoding: 'utf8' };
}

const HISTORY = ['Deal ID', 'Stage', 'From', 'At', 'By', 'Field'];

const aMap: fc.Arbitrary<ImportMap> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.record({
    columns: fc
      .array(
        fc.tuple(
          aHeader,
          fc.oneof(
            fc.constant(null),
            aHeader,
            fc.constantFrom('ID', 'own:', 'entered: Proposal', 'outcome'),
          ),
        ),
        { maxLength: 4 },
      )
      .map(Object.fromEntries),
    stages: fc
      .array(
        fc.tuple(
          fc.oneof(fc.constantFrom('Proposal', 'Lost'), anyText),
          fc.record({
            name: fc.option(
              anyText.map((text) => text.slice(0, 200)),
              { nil: undefined },
            ),
            kind: fc.option(fc.constantFrom('open' as const, 'won' as const, 'lost' as const), {
              nil: undefined,
            }),
            order: fc.option(fc.integer(), { nil: undefined }),
            chance: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
          }),
        ),
        { maxLength: 3 },
      )
      .map(Object.fromEntries),
    answers: fc.dictionary(fc.constantFrom('dateOrder', 'decimalComma', 'x'), anyValue),
  }),
);

const someFiles: fc.Arbitrary<Files> = fc.record({
  deals: someRows.map((rows) => tableOf('deals', rows)),
  history: fc.option(
    someRows.map(([, ...rows]) => tableOf('history', [HISTORY, ...rows])),
    { nil: null, freq: 1 },
  ),
  prices: fc.option(
    someRows.map(([, ...rows]) => tableOf('prices', [['Product', 'Price'], ...rows])),
    { nil: null, freq: 4 },
  ),
  map: aMap,
  stages: fc.constantFrom('keep', 'from-data'),
  asOf: fc.constant('2026-02-02'),
});

const TARGET = ask(setUp(), 'importTarget', {}) as Reply<'importTarget'>;

interface Planned {
  readonly plan: ReturnType<typeof planImport>['plan'];
  readonly requests: readonly { setUp: unknown; deals: SentDeal[]; gates: string }[];
  readonly rejects: readonly {
    readonly file: string;
    readonly line: number;
    readonly reason: string;
  }[];
}

function planned(files: Files, target: Reply<'importTarget'>): Planned {
  const { plan } = planImport(files, target);
  const { deals, history, asOf } = files;
  const { language, currency } = target;
  const slices = [...sentSlices({ plan, deals, history, asOf, language, currency, size: 5 })];
  const requests = slices.map((slice) => ({
    setUp: slice.setUp,
    deals: [...slice.deals],
    gates: 'trust',
  }));
  return { plan, requests, rejects: slices.flatMap(({ rejects }) => rejects) };
}

/** Each row of the deals file is a deal or a reject, once; and the script can read what is sent. */
function expectAllThere({ deals }: Files, { requests, rejects }: Planned): void {
  const sent = requests.flatMap((request) => request.deals.map(({ line }) => line));
  const refused = rejects.filter(({ file }) => file === deals.name).map(({ line }) => line);
  expect([...sent, ...refused].sort((a, b) => a - b)).toEqual([...deals.lines]);
  for (const { reason } of rejects) expect(reason).toMatch(/\S/);
  expect(rejectsCsv(rejects as never)).toMatch(/\S/);
  for (const request of requests) {
    const read = CALLS.importDeals.request.safeParse(JSON.parse(JSON.stringify(request)));
    if (!read.success) expect(request).toBe(read.error.message);
  }
}

test('each row of any file is a deal or a reject, and what is sent can be read', () => {
  tryAll('plans', 1, {
    step: someFiles,
    begin: () => null,
    take: (_, files) => expectAllThere(files, planned(files, TARGET)),
  });
}, 3_600_000);

/** Imports through the script; answers how many deals are new, and how many have no identifier to know them by. */
function imports(host: Host, files: Files): { readonly added: number; readonly nameless: number } {
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const { plan, requests } = planned(files, target);
  let added = 0;
  let nameless = 0;
  for (const request of requests) {
    const reply = ask(host, 'importDeals', request) as Reply<'importDeals'>;
    expect([reply, files]).toMatchObject([{ ok: true }, {}]);
    expect(reply.deals + reply.known.length).toBe(request.deals.length);
    for (const known of reply.known)
      expect(takenReject(plan, files.deals, known, 'en').reason).toMatch(/\S/);
    added += reply.deals;
    nameless += request.deals.filter(({ id }) => id === '').length;
  }
  return { added, nameless };
}

test('whatever a file brings is in the workbook as the ledger says, and a second time nothing is added', () => {
  tryAll('imports', 1, {
    step: someFiles,
    begin: () => setUp(),
    take: (host, files) => {
      const { added } = imports(host, files);
      const { deals, ledger } = seen(host);
      expect(deals).toHaveLength(added);
      expect(formulasIn(host)).toEqual([]);
      sweeps(host);
      expect(seen(host).ledger).toEqual(ledger);
      const swept = everything(host);
      sweeps(host);
      expect(everything(host)).toEqual(swept);
      does(host, { menu: 'refreshReports' });
      const again = imports(host, files);
      expect(again.added).toBe(again.nameless);
    },
  });
}, 3_600_000);
