import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod/mini';
import { type BadRow, readTable } from '../../src/files/readTable';
import type { FileTable, ImportMap, Reject } from '../../src/rpc/importCalls';
import { stageKind } from '../../src/rpc/shapes';
import { importWords } from '../../src/words/imports';
import type { Language } from '../../src/words/language';
import { InputError, type Options } from './options';

/** headless.md's `--map`. */
const MapFile = z.object({
  columns: z.optional(z.record(z.string(), z.nullable(z.string()))),
  stages: z.optional(
    z.record(
      z.string(),
      z.object({
        name: z.optional(z.string()),
        kind: z.optional(stageKind()),
        order: z.optional(z.number()),
        chance: z.optional(z.nullable(z.number())),
      }),
    ),
  ),
  answers: z.optional(z.record(z.string(), z.unknown())),
});

/** All that the run reads, before it does anything. */
export interface Inputs {
  readonly deals: FileTable | null;
  readonly history: FileTable | null;
  readonly prices: FileTable | null;
  readonly map: ImportMap;
  readonly gestures: readonly unknown[];
  /** The saved workbook, `null` for a new one. */
  readonly saved: unknown;
  /** Rows that do not fit under their headers. */
  readonly rejects: readonly Reject[];
}

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file)) throw new InputError(`There is no file ${file}: check its name.`);
  if (statSync(file).isDirectory()) throw new InputError(`${file} is a folder: name a file in it.`);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

function rejectOf(table: FileTable, bad: BadRow, language: Language): Reject {
  const say = importWords[language].rejects[bad.code];
  return {
    file: table.name,
    line: bad.line,
    column: '',
    reason: say([String(bad.row.length), String(table.headers.length)]),
    row: [...bad.row],
  };
}

/** A table and the rows of it that cannot be told apart into cells. */
function tableIn(
  file: string | null,
  language: Language,
): { table: FileTable | null; rejects: Reject[] } {
  if (file === null) return { table: null, rejects: [] };
  const read = readTable(bytesOf(file), basename(file), language);
  if (read.kind === 'unreadable') {
    throw new InputError(importWords[language].unreadable[read.why](file));
  }
  return {
    table: read.table,
    rejects: read.bad.map((bad) => rejectOf(read.table, bad, language)),
  };
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytesOf(file))) as unknown;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file} is not JSON: ${(error as Error).message}.`);
  }
}

function mapIn(file: string | null): ImportMap {
  if (file === null) return {};
  const read = z.safeParse(MapFile, jsonIn(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new InputError(`${file} is not a map of columns and stages: look at "${where}" in it.`);
}

/** JSON lines; empty lines and lines that begin with # say nothing. */
function gesturesIn(file: string | null): readonly unknown[] {
  if (file === null) return [];
  const lines = new TextDecoder().decode(bytesOf(file)).split(/\r?\n/);
  return lines.flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch (error) {
      throw new InputError(
        `${file}, line ${i + 1} is not a gesture in JSON: ${(error as Error).message}.`,
      );
    }
  });
}

/** Reads every file that the options name. Throws an InputError, one sentence, for the first that cannot be read. */
export function readInputs(options: Options): Inputs {
  const { language } = options;
  const deals = tableIn(options.deals, language);
  const history = tableIn(options.history, language);
  const prices = tableIn(options.prices, language);
  const { workbook } = options;
  return {
    deals: deals.table,
    history: history.table,
    prices: prices.table,
    map: mapIn(options.map),
    gestures: gesturesIn(options.script),
    saved: workbook !== null && existsSync(workbook) ? jsonIn(workbook) : null,
    rejects: [...deals.rejects, ...history.rejects, ...prices.rejects],
  };
}
