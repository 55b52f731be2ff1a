import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readTable } from '../../src/files/readTable';
import type { FileTable } from '../../src/rpc/importCalls';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function tableOf(content: Uint8Array | string): FileTable {
  const read = readTable(typeof content === 'string' ? bytes(content) : content, 'deals.csv');
  if (read.kind === 'unreadable') throw new Error(read.why);
  return read.table;
}

/** 客户,金额 / 宏图科技,12万 as GBK writes it. */
const GBK = Uint8Array.from([
  0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xba, 0xea, 0xcd, 0xbc, 0xbf, 0xc6,
  0xbc, 0xbc, 0x2c, 0x31, 0x32, 0xcd, 0xf2, 0x0a,
]);

function utf16(text: string, mark: boolean, big = false): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((c) => c.charCodeAt(0));
  return Uint8Array.from(units.flatMap((u) => (big ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

test.each([
  ['UTF-8', bytes('Kunde,Betrag\nMüller,5\n'), ['Müller', '5']],
  ['UTF-8 with a byte-order mark', bytes('\ufeffKunde,Betrag\nMüller,5\n'), ['Müller', '5']],
  ['UTF-16 from Excel', utf16('Kunde,Betrag\nMüller,5\n', true), ['Müller', '5']],
  ['UTF-16 the other way round', utf16('Kunde,Betrag\nMüller,5\n', true, true), ['Müller', '5']],
  ['UTF-16 without a mark', utf16('Kunde,Betrag\nMüller,5\n', false), ['Müller', '5']],
  [
    'Western Windows',
    Uint8Array.from([...bytes('Kunde,Betrag\nM'), 0xfc, ...bytes('ller,5\n')]),
    ['Müller', '5'],
  ],
  [
    'Western Windows, with a euro and curly quotes',
    Uint8Array.from([
      ...bytes('Kunde,Betrag\n'),
      0x93,
      ...bytes('Caf'),
      0xe9,
      0x94,
      0x2c,
      0x80,
      ...bytes('5\n'),
    ]),
    ['“Café”', '€5'],
  ],
  ['GBK', GBK, ['宏图科技', '12万']],
])('a file in %s is read with its own letters', (_, content, row) => {
  const table = tableOf(content);
  expect(table.rows).toEqual([row]);
  expect(table.headers[0]).not.toContain('\ufeff');
});

test.each([
  ['commas', 'Deal,Amount\nA,1\nB,2\n'],
  ['semicolons, with commas as decimals', 'Deal;Amount\nA;1,5\nB;2,5\n'],
  ['tabs', 'Deal\tAmount\nA\t1\nB\t2\n'],
  ['bars', 'Deal|Amount\nA|1\nB|2\n'],
  ["Excel's own note", 'sep=;\nDeal;Amount\nA;1,5\nB;2,5\n'],
  ['Windows line ends', 'Deal,Amount\r\nA,1\r\nB,2\r\n'],
])('cells parted by %s are told apart', (_, text) => {
  const table = tableOf(text);
  expect(table.headers).toEqual(['Deal', 'Amount']);
  expect(table.rows.map((row) => row.length)).toEqual([2, 2]);
});

test('quotes and line breaks inside cells stay in their cells, and rows keep their line in the file', () => {
  const table = tableOf('Deal,Note\nA,"two\nlines"\n\n"B, the second","says ""yes"""\n');
  expect(table.rows).toEqual([
    ['A', 'two\nlines'],
    ['B, the second', 'says "yes"'],
  ]);
  expect(table.lines).toEqual([2, 5]);
});

test('a quote that is never closed costs no other row', () => {
  const table = tableOf('Deal,Note\nA,"open\nB,fine\nC,fine\n');
  expect(table.rows.map((row) => row[0])).toEqual(['A', 'B', 'C']);
  expect(table.lines).toEqual([2, 3, 4]);
});

test('empty and duplicate headers become distinct ones', () => {
  const table = tableOf('Deal,,Amount,amount\nA,x,1,2\n');
  expect(table.headers).toEqual(['Deal', 'Column 2', 'Amount', 'amount (2)']);
});

test('a short row is filled up; a row with more cells than headers is rejected with its line', () => {
  const read = readTable(bytes('Deal,Amount,Stage\nA,1\nB,2,Won,,\nC,3,Won,oops\n'), 'deals.csv');
  expect(read).toMatchObject({
    table: {
      rows: [
        ['A', '1', ''],
        ['B', '2', 'Won'],
      ],
      lines: [2, 3],
    },
    bad: [{ line: 4, code: 'tooManyCells', row: ['C', '3', 'Won', 'oops'] }],
  });
});

test('lines above the headers, such as a title, are no rows', () => {
  const table = tableOf('Deals of the north,,\n,,\nDeal,Amount,Stage\nA,1,Won\nB,2,Lost\n');
  expect(table.headers).toEqual(['Deal', 'Amount', 'Stage']);
  expect(table.lines).toEqual([4, 5]);
});

test('a file without headers loses no row: its columns are numbered', () => {
  const table = tableOf('A1,Won,2026-01-05\nA2,Lost,2026-02-06\n');
  expect(table.headers).toEqual(['Column 1', 'Column 2', 'Column 3']);
  expect(table.lines).toEqual([1, 2]);
});

test('headers without rows, and one column, are tables too', () => {
  expect(tableOf('Deal,Amount\n').rows).toEqual([]);
  expect(tableOf('Deal\nA\nB\n')).toMatchObject({ headers: ['Deal'], rows: [['A'], ['B']] });
});

test.each([
  ['an empty file', bytes(''), 'empty'],
  ['blank lines', bytes('\n\n , \n'), 'empty'],
  ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'workbook'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 13, 0, 0, 0]), 'notText'],
])('%s cannot be read as a table, and says why', (_, content, why) => {
  expect(readTable(content, 'x')).toEqual({ kind: 'unreadable', why });
});

test('what a spreadsheet writes as CSV comes back cell for cell', () => {
  const letters = ['a', ',', ';', '"', '\n', '\t', '|', ' ', 'é', '中'];
  const cell = fc.string({ unit: fc.constantFrom(...letters) });
  const filled = cell.map((text) => `x${text}`);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(filled, cell, filled), { minLength: 1, maxLength: 8 }),
      (rows) => {
        const text = Papa.unparse([['One', 'Two', 'Three'], ...rows], { quotes: true });
        expect(tableOf(text).rows).toEqual(rows.map((row) => [...row]));
      },
    ),
  );
});
