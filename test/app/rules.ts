import { join } from 'node:path';
import { Host } from '../../preview/google/host';
import { ROOT } from '../../scripts/build';
import { rowsOf } from '../support/standIn';
import { type Cells, does, letter, loaded, saved } from './desk';

/** Pastes rows below a tab's header, each from its first column on. */
export function fillsIn(
  host: Host,
  tab: string,
  first: number,
  rows: readonly (readonly (string | number | boolean)[])[],
): void {
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
  const range = `A${first}:${letter(width)}${first + rows.length - 1}`;
  does(host, { edit: { tab, range, values: values as string[][] } });
}

/** Ann and Bob sell; the founder manages. */
export function aTeam(host: Host): void {
  fillsIn(host, 'Team', 3, [
    ['Ann', 'ann@example.com', 'Rep'],
    ['Bob', 'bob@example.com', 'Rep'],
  ]);
}

/** The value of a setting, by its English label. */
export function sets(host: Host, setting: string, value: string | number): void {
  const row = 2 + rowsOf(host, 'Settings').findIndex((cells) => cells.Setting === setting);
  does(host, { edit: { tab: 'Settings', range: `B${row}`, values: [[String(value)]] } });
}

export function works(host: Host): void {
  does(host, { trigger: 'work' });
}

/** The filled rows of a tab. */
export function filled(host: Host, tab: string): readonly Cells[] {
  return rowsOf(host, tab).filter((row) => Object.values(row).some((cell) => cell !== ''));
}

/** `'waiting ann@example.com: Hello'` for each mail of the Outbox. */
export function outboxOf(host: Host): readonly string[] {
  return filled(host, 'Outbox').map((mail) => `${mail.State} ${mail.To}: ${mail.Subject}`);
}

/** The same workbook, where Google never fires the triggers of this function. */
export function without(host: Host, functionName: string): Host {
  const quiet = new RegExp(`"functionName":"${functionName}"`, 'g');
  // A function that does nothing without a page.
  return loaded(saved(host).replace(quiet, '"functionName":"describeWorkbook"'));
}

/** The same workbook on another day at 9:00; no trigger has fired in between. */
export function onDay(host: Host, day: string): Host {
  const now = `${day}T09:00`;
  return Host.load(JSON.parse(saved(host)), { dist: join(ROOT, 'dist'), now });
}
