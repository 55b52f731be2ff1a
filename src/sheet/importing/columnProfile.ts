import { readAmount } from '../amount';
import { momentOf, provenOrder, saysNothing } from './moment';
import { senseOf } from './stageSynonyms';

/** What the cells of a column look like, header aside. */
export interface ColumnProfile {
  readonly filled: number;
  /** Texts and how often each stands there. */
  readonly values: ReadonlyMap<string, number>;
  readonly distinct: number;
  /** Shares of the filled cells, 0 to 1. */
  readonly days: number;
  readonly amounts: number;
  readonly stages: number;
  readonly addresses: number;
  readonly ticks: number;
}

const TICK = /^(?:true|false|yes|no|y|n|是|否|√|✓|✔|x|×)$/i;
const TICKED = /^(?:true|yes|y|是|√|✓|✔)$/i;
/** Enough cells to tell what a column is. */
const SAMPLE = 2_000;

/** Whether a cell says yes in a column of ticks. */
export function isTicked(cell: string): boolean {
  return TICKED.test(cell.trim());
}

function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Whether a cell names a day under some order of its numbers. */
function isDayText(text: string): boolean {
  if (!/\d/.test(text) || /^\d{1,9}(?:\.\d+)?$/.test(text)) return false;
  return momentOf(text) !== null || (provenOrder(text) !== null && momentOf(text, 'dmy') !== null);
}

/** Looks at every cell of a column for its values, and at an even sample for what they are. */
export function profileOf(cells: readonly string[]): ColumnProfile {
  const values = new Map<string, number>();
  let filled = 0;
  for (const cell of cells) {
    if (saysNothing(cell)) continue;
    filled += 1;
    const text = cell.trim();
    values.set(text, (values.get(text) ?? 0) + 1);
  }
  const every = Math.max(1, Math.floor(values.size / SAMPLE));
  let weight = 0;
  const found = { days: 0, amounts: 0, stages: 0, addresses: 0, ticks: 0 };
  let i = 0;
  for (const [text, count] of values) {
    i += 1;
    if (i % every !== 0) continue;
    weight += count;
    if (isDayText(text)) found.days += count;
    else if (readAmount(text.replace(/%$/, '')) !== null) found.amounts += count;
    if (text.length < 80 && senseOf(text) !== null) found.stages += count;
    if (isAddress(text)) found.addresses += count;
    if (TICK.test(text)) found.ticks += count;
  }
  const share = (count: number) => (weight === 0 ? 0 : count / weight);
  return {
    filled,
    values,
    distinct: values.size,
    days: share(found.days),
    amounts: share(found.amounts),
    stages: share(found.stages),
    addresses: share(found.addresses),
    ticks: share(found.ticks),
  };
}
