import type { CallKind } from './gate';

/**
 * What a call costs on Google, in milliseconds: medians of what third parties
 * have measured, mostly. They vary by half; the order of magnitude is what a budget needs.
 */
const FIXED: Readonly<Record<CallKind, number>> = {
  read: 180,
  write: 1.3,
  navigate: 2,
  flush: 30,
  lock: 60,
  cache: 4,
  properties: 30,
  mail: 600,
  ui: 50,
  toast: 50,
  session: 10,
  trigger: 300,
  utilities: 0.05,
  html: 5,
};

/** Where a method costs something else than its kind. */
const BY_METHOD: Readonly<Record<string, number>> = {
  'Sheet.appendRow': 107,
  'Sheet.getName': 150,
  'Spreadsheet.getName': 150,
  'Sheet.insertChart': 300,
  'Sheet.updateChart': 300,
  'Sheet.removeChart': 300,
  'Sheet.setConditionalFormatRules': 300,
  'Sheet.protect': 300,
  'Range.protect': 300,
  'Range.setDataValidation': 100,
  'Range.setDataValidations': 100,
  'Cache.put': 93,
  'Cache.putAll': 93,
  'Properties.setProperty': 62,
  'Properties.setProperties': 62,
  'Properties.deleteProperty': 62,
  'MailApp.getRemainingDailyQuota': 30,
};

const READ_PER_CELL = 0.01;
const WRITE_PER_CELL = 0.06;
/** Up to here a write waits in Google's buffer; beyond, it is sent at once. */
const BUFFERED_CELLS = 15_000;
const FLUSH_PER_CELL = 0.04;

/** Simulated milliseconds of one call. `waiting` is how many written cells a flush has to send. */
export function costOf(kind: CallKind, method: string, cells: number, waiting: number): number {
  const fixed = BY_METHOD[method] ?? FIXED[kind];
  if (kind === 'read') return fixed + cells * READ_PER_CELL;
  if (kind === 'flush') return fixed + waiting * FLUSH_PER_CELL;
  if (kind === 'write' && cells > BUFFERED_CELLS) return fixed + cells * WRITE_PER_CELL;
  return fixed;
}

/** How long Google lets an execution run. */
export const RUN_LIMIT_MS = { simple: 30_000, other: 360_000 } as const;
