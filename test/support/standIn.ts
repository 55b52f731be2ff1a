import { join } from 'node:path';
import type { Execution } from '../../preview/google/execution';
import type { Plain } from '../../preview/google/gestures/gesture';
import { plainCells } from '../../preview/google/gestures/plainCells';
import { Host, type HostOptions } from '../../preview/google/host';
import { ROOT } from '../../scripts/build';

export const OWNER = 'owner@example.com';

/** The moment at which tests begin: a Monday morning. */
export const MONDAY = '2026-02-02T09:00';

/** The built bundle on an empty workbook, on Monday 2 February 2026 at 9:00 UTC. */
export function standIn(options: Partial<HostOptions> = {}): Host {
  return new Host({ dist: join(ROOT, 'dist'), now: MONDAY, ...options });
}

/** A script of a few lines on an empty workbook, for tests of the stand-in itself. */
export function scripted(source: string, options: Partial<HostOptions> = {}): Host {
  return new Host({ source, now: MONDAY, ...options });
}

/** A workbook after Set up. */
export function setUp(
  options: Partial<HostOptions> & {
    readonly language?: 'en' | 'zh';
    readonly stages?: string;
  } = {},
): Host {
  const { language = 'en', stages = 'general', ...rest } = options;
  const host = standIn({ locale: language === 'zh' ? 'zh_CN' : 'en_US', ...rest });
  returned(host.call(OWNER, 'setUp', [JSON.stringify({ language, stages })]));
  return host;
}

/** What an execution returned; throws what it threw. */
export function returned(execution: Execution): unknown {
  if (execution.error !== undefined) {
    throw new Error(`${execution.functionName}: ${execution.error.message}`);
  }
  return execution.value;
}

/** Calls a function as a page does, with one JSON request; answers the reply as an object. */
export function ask(host: Host, name: string, request: unknown, user = OWNER): unknown {
  return JSON.parse(String(returned(host.call(user, name, [JSON.stringify(request)]))));
}

/** The rows of a tab below its header row, by English header. */
export function rowsOf(host: Host, tab: string): readonly Readonly<Record<string, Plain>>[] {
  const names = host.names();
  const sheet = names.tab(tab);
  const headers = names.englishHeaders(sheet);
  const first = names.headerRow(sheet) + 1;
  const rows = sheet.lastRow - first + 1;
  if (rows <= 0) return [];
  const cells = plainCells(sheet, { row: first, column: 1, rows, columns: headers.length });
  return cells.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
}
