import Papa from 'papaparse';

/** A record of a delimited text and the line on which it begins, from 1. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote in it was never closed; the line was read as if quotes meant nothing. */
  readonly openQuote: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = text.indexOf('\n', from); i !== -1 && i < to; i = text.indexOf('\n', i + 1)) {
    lines += 1;
  }
  return lines;
}

/** Records until the end, or until one whose quotes are broken: then `brokenAt` is where it begins. */
function parseFrom(text: string, delimiter: string, take: (cells: string[], at: number) => void) {
  let at = 0;
  let brokenAt = -1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      if (errors.some((error) => error.type === 'Quotes')) {
        brokenAt = at;
        parser.abort();
        return;
      }
      take(data, at);
      at = meta.cursor;
    },
  });
  return brokenAt;
}

/**
 * The records of a delimited text with `\n` line ends. A broken quote costs only its own line, not
 * everything up to the next quote.
 */
export function splitCells(text: string, delimiter: string, limit = Infinity): readonly RawRow[] {
  const rows: RawRow[] = [];
  let rest = text;
  let line = 1;
  while (rest !== '' && rows.length < limit) {
    let counted = 0;
    const part = rest;
    const base = line;
    let passed = 0;
    const brokenAt = parseFrom(part, delimiter, (cells, at) => {
      passed += linesIn(part, counted, at);
      counted = at;
      rows.push({ line: base + passed, cells, openQuote: false });
    });
    if (brokenAt === -1) return rows;
    const end = part.indexOf('\n', brokenAt);
    const own = end === -1 ? part.slice(brokenAt) : part.slice(brokenAt, end);
    line = base + linesIn(part, 0, brokenAt);
    rows.push({ line, cells: own.split(delimiter), openQuote: true });
    line += 1;
    rest = end === -1 ? '' : part.slice(end + 1);
  }
  return rows;
}

/** How well a delimiter explains the first lines: many columns, and the same number in each row. */
function explains(sample: string, delimiter: string): number {
  const widths = splitCells(sample, delimiter)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells }) => cells.length);
  const usual = commonest(widths);
  if (usual < 2) return 0;
  const alike = widths.filter((width) => width === usual).length / widths.length;
  return alike * alike * (1 + Math.log(usual));
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  let best = 0;
  for (const [n, count] of counts) if (count > (counts.get(best) ?? 0)) best = n;
  return best;
}

/** The delimiter of a text, from its first 60 lines: `,` `;` tab or `|`; `,` when there is one column. */
export function delimiterOf(text: string): string {
  const lines = text.split('\n', 61);
  const sample = lines.slice(0, 60).join('\n');
  let best: string = ',';
  let bestFit = 0;
  for (const delimiter of DELIMITERS) {
    const found = explains(sample, delimiter);
    if (found > bestFit) {
      best = delimiter;
      bestFit = found;
    }
  }
  return best;
}
