import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { headless } from '../../scripts/headless/run';

/** A run of the command in a folder of its own. */
export interface Run {
  readonly code: number;
  readonly said: readonly string[];
  readonly files: readonly string[];
  readonly text: (name: string) => string;
  readonly json: (name: string) => Record<string, never>;
  /** A CSV file's rows by header. */
  readonly rows: (name: string) => readonly Readonly<Record<string, string>>[];
  readonly outcomes: readonly Readonly<Record<string, never>>[];
}

/** Puts files into a new folder and answers it. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function filesIn(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  });
}

/** Runs `npm run headless -- ARGS --out FOLDER/out`; names that begin with @ are files of the folder. */
export function runIn(folder: string, ...args: readonly string[]): Run {
  const out = join(folder, 'out');
  const said: string[] = [];
  const full = args.map((arg) => (arg.startsWith('@') ? join(folder, arg.slice(1)) : arg));
  const code = headless(['--out', out, ...full], (line) => said.push(line));
  const text = (name: string) => readFileSync(join(out, name), 'utf8');
  const rows = (name: string) =>
    Papa.parse<Record<string, string>>(text(name), { header: true, skipEmptyLines: true }).data;
  const wrote = code === 2 ? [] : filesIn(out);
  return {
    code,
    said,
    files: wrote.sort(),
    text,
    json: (name) => JSON.parse(text(name)) as Record<string, never>,
    rows,
    outcomes: wrote.includes('outcomes.jsonl')
      ? text('outcomes.jsonl')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Record<string, never>)
      : [],
  };
}
