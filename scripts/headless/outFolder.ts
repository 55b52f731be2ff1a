import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { InputError } from './options';

type Value = string | number | boolean | null;

/** A cell as CSV text: '.' decimals, TRUE and FALSE, nothing for empty. */
function csvText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** The folder that a run writes to. What an earlier run left there is taken away first, nothing else. */
export class OutFolder {
  private readonly files: string[] = [];

  constructor(private readonly folder: string) {
    try {
      mkdirSync(folder, { recursive: true });
      this.removeEarlier();
    } catch (error) {
      throw new InputError(`${folder} cannot be written to: ${(error as Error).message}.`);
    }
  }

  /** The names that were written so far. */
  get written(): readonly string[] {
    return this.files;
  }

  text(name: string, text: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.files.push(name);
  }

  json(name: string, value: unknown): void {
    this.text(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  csv(name: string, headers: readonly string[], rows: readonly (readonly Value[])[]): void {
    const lines = [headers, ...rows.map((row) => row.map(csvText))];
    this.text(`${name}.csv`, `${Papa.unparse(lines as string[][], { newline: '\n' })}\n`);
  }

  private removeEarlier(): void {
    const summary = join(this.folder, 'summary.json');
    if (!existsSync(summary)) return;
    try {
      const { files } = JSON.parse(readFileSync(summary, 'utf8')) as { files?: unknown };
      if (!Array.isArray(files)) return;
      for (const name of files) {
        const inside = typeof name === 'string' && !name.includes('..') && !name.startsWith('/');
        if (inside) rmSync(join(this.folder, name), { force: true });
      }
    } catch {
      // A summary that somebody changed: its files are written over or stay.
    }
  }
}

/** File names may not hold these, on one system or another. */
export function fileName(name: string): string {
  return name.replace(/[/\\:*?"<>|]/g, '_');
}
