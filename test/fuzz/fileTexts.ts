import * as fc from 'fast-check';
import { anyText } from './rubbish';

/** A file as somebody may hand it over: its cells, and how they were written down. */
export interface WrittenFile {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly newline: string;
  readonly quotes: 'where needed' | 'always' | 'never' | 'wrong';
  readonly mark: string;
  readonly encoding: 'utf8' | 'utf16le' | 'latin1';
  readonly end: string;
}

const HEADERS = [
  'ID',
  'Deal',
  'Customer',
  'Owner',
  'Amount',
  'Currency',
  'Stage',
  'Close date',
  'Created',
  'Closed',
  'Outcome',
  'Win chance',
  'Next step',
  'Version',
  'Memo',
  'Gate',
  '商机',
  '阶段',
  '金额（万元）',
  'Engage date',
  'Date entered Proposal',
  'Notes',
  '__proto__',
  'constructor',
] as const;

const WORDS = [
  'Proposal',
  'Closed won',
  'Lost',
  '赢单',
  'Open',
  'Qualification',
  'Constructor',
  '2026-01-05',
  '5.3.2026',
  '31/12/25',
  '2025-11-30 14:20',
  '12,000',
  '1.234,50 €',
  '12万',
  '-5',
  '40%',
  'USD',
  'Ann',
  'D-1',
  'D-2',
  'D-3',
] as const;

const aFileCell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: anyText },
);

export const aHeader = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HEADERS) },
  { weight: 1, arbitrary: anyText.map((text) => text.slice(0, 200)) },
);

/** A table with headers; rows may be too short or too long. */
export const someRows: fc.Arbitrary<string[][]> = fc
  .tuple(fc.array(aHeader, { minLength: 1, maxLength: 9 }), fc.nat(12))
  .chain(([headers, count]) =>
    fc
      .array(
        fc.array(aFileCell, {
          minLength: Math.max(0, headers.length - 1),
          maxLength: headers.length + 1,
          size: 'max',
        }),
        { minLength: count, maxLength: count },
      )
      .map((rows) => [headers, ...rows]),
  );

export const aFile: fc.Arbitrary<WrittenFile> = fc.record({
  rows: someRows,
  delimiter: fc.constantFrom(',', ',', ';', '\t', '|', '^'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.constantFrom('where needed', 'where needed', 'always', 'never', 'wrong'),
  mark: fc.constantFrom('', '', '\ufeff', 'sep=;\n', 'Export of 5 March\n\n'),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf16le', 'latin1'),
  end: fc.constantFrom('', '\n', '\u0000', '"', '"unclosed,1,2\n3'),
});

/** The file's bytes. */
export function bytesOf(file: WrittenFile): Uint8Array {
  const lines = file.rows.map((row) => row.map((cell) => written(cell, file)).join(file.delimiter));
  return Buffer.from(file.mark + lines.join(file.newline) + file.end, file.encoding);
}

function written(cell: string, { quotes, delimiter }: WrittenFile): string {
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  if (quotes === 'always') return quoted;
  if (quotes === 'wrong') return `"${cell}`;
  const isNeeded = /["\r\n]/.test(cell) || cell.includes(delimiter);
  return quotes === 'where needed' && isNeeded ? quoted : cell;
}

/** Bytes of any kind. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 300, size: 'max' }),
  fc.array(anyText, { maxLength: 5 }).map((texts) => new Uint8Array(Buffer.from(texts.join('\n')))),
);
