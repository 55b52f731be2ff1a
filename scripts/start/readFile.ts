import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readTable } from '../../src/files/readTable';
import type { FileTable } from '../../src/rpc/importCalls';

/** A CSV file as a table. Throws one sentence when it is missing or cannot be read. */
export function readFile(path: string, language: 'en' | 'zh'): FileTable {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Error(`${path} cannot be opened. Is the name right?`);
  }
  const read = readTable(bytes, basename(path), language);
  if (read.kind === 'unreadable') {
    const why = {
      workbook: 'it is an Excel workbook; save it as CSV',
      notText: 'it is not a text file',
      empty: 'it is empty',
    }[read.why];
    throw new Error(`${path} cannot be read: ${why}.`);
  }
  if (read.bad.length > 0) {
    console.warn(`${read.bad.length} rows of ${path} have too many cells and are left out.`);
  }
  return read.table;
}
