import { type Day, daysBetween } from '../../domain/day';
import { readAmount, readCurrency } from '../amount';
import type { ColumnProfile } from './columnProfile';
import { isTicked } from './columnProfile';
import type { DateOrder, Reading } from './importPlan';
import { momentOf, provenOrder } from './moment';

export const AS_TEXT: Reading = {
  kind: 'text',
  dateOrder: 'ymd',
  decimalComma: false,
  factor: 1,
  currency: '',
};

/** How many cells of a column prove each order of day and month, and how many leave it open. */
interface OrderVotes {
  readonly dmy: number;
  readonly mdy: number;
  readonly ymd: number;
  readonly either: number;
}

function votesOf(profile: ColumnProfile): OrderVotes {
  const votes = { dmy: 0, mdy: 0, ymd: 0, either: 0 };
  for (const [text, times] of profile.values) {
    const proven = provenOrder(text);
    if (proven !== null) votes[proven] += times;
  }
  return votes;
}

/** The order that most cells prove; `null` when none does, or as many prove one as the other. */
function winner(votes: OrderVotes): DateOrder | null {
  const best = Math.max(votes.dmy, votes.mdy, votes.ymd);
  if (best === 0) return null;
  if (votes.ymd === best) return 'ymd';
  return votes.dmy === votes.mdy ? null : votes.dmy > votes.mdy ? 'dmy' : 'mdy';
}

/**
 * How many days of a column lie after `asOf`, and how wide they spread: read the wrong way round,
 * dates of one year land in months that have not come yet.
 */
function oddness(profile: ColumnProfile, order: DateOrder, asOf: Day): number {
  let odd = 0;
  for (const [text, times] of profile.values) {
    if (provenOrder(text) !== 'either') continue;
    const moment = momentOf(text, order);
    if (moment === null || daysBetween(asOf, moment.slice(0, 10)) > 0) odd += times;
  }
  return odd;
}

export interface OrderColumn {
  readonly profile: ColumnProfile;
  /** Its days are behind us: created, closed, entered. */
  readonly past: boolean;
}

export interface ReadOrder {
  readonly order: DateOrder;
  /** No cell proved it: somebody should look. */
  readonly guessed: boolean;
}

/**
 * The order of day and month for each column: proved by its own cells (a 25 can only be a day),
 * else by the other columns of the files, else by which order puts fewer days into the future,
 * else `fallback`.
 */
export function dateOrders(
  columns: readonly OrderColumn[],
  asOf: Day,
  fallback: DateOrder,
): readonly ReadOrder[] {
  const votes = columns.map(({ profile }) => votesOf(profile));
  const sum = (part: keyof OrderVotes) => votes.reduce((total, v) => total + v[part], 0);
  const ofAll = winner({ dmy: sum('dmy'), mdy: sum('mdy'), ymd: sum('ymd'), either: 0 });
  const past = columns.filter((column) => column.past);
  const odd = (order: DateOrder) =>
    past.reduce((total, { profile }) => total + oddness(profile, order, asOf), 0);
  const byFuture = (): DateOrder => {
    const difference = odd('dmy') - odd('mdy');
    return difference === 0 ? fallback : difference < 0 ? 'dmy' : 'mdy';
  };
  return votes.map((own) => {
    const proved = winner(own);
    if (proved !== null) return { order: proved, guessed: false };
    if (own.either === 0) return { order: ofAll ?? 'ymd', guessed: false };
    return { order: ofAll ?? byFuture(), guessed: true };
  });
}

/** Nobody writes a number with more signs. */
const MOST_NUMBER = 60;

/** Digits and marks of a cell; `''` for what is no number. */
function marksIn(text: string): string {
  return text.length > MOST_NUMBER ? '' : text.replace(/[^\d.,]/g, '');
}

/**
 * Whether a column's numbers have their comma before the decimals: one "1.234,50" or "12,5" decides. Where all marks
 * are points before three digits, as in "45.000", they part thousands: money has no third decimal.
 */
export function usesDecimalComma(profile: ColumnProfile): boolean {
  let comma = 0;
  let point = 0;
  let thousands = 0;
  let thirds = 0;
  for (const [text, times] of profile.values) {
    const digits = marksIn(text);
    if (/\d\.\d{3}(?:\.\d{3})*,\d*$/.test(digits) || /^\d+,(?:\d{1,2}|\d{4,})$/.test(digits))
      comma += times;
    else if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) comma += times;
    else if (/\d,\d{3}(?:,\d{3})*\.\d*$/.test(digits) || /^\d+\.(?:\d{1,2}|\d{4,})$/.test(digits))
      point += times;
    else if (/^\d{1,3}(?:,\d{3}){2,}$/.test(digits)) point += times;
    else if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) thousands += times;
    else if (/^\d+\.\d{3}$|^\d{1,3},\d{3}$/.test(digits)) thirds += times;
  }
  return comma === point ? comma === 0 && thousands > 0 && thirds === 0 : comma > point;
}

/** A cell that says a thousand times as much when its mark parts thousands: somebody should look. */
export function doubtfulAmount(profile: ColumnProfile, decimalComma: boolean): string | null {
  const mark = decimalComma ? /^[1-9]\d{0,2},\d{3}$/ : /^[1-9]\d{0,2}\.\d{3}$/;
  return [...profile.values.keys()].find((text) => mark.test(marksIn(text))) ?? null;
}

/** What a header's unit multiplies by: 金额（万元）, "Amount (k$)", "Revenue in thousands". */
export function unitOf(header: string, home: string): { factor: number; currency: string } {
  const text = header.normalize('NFKC').toLowerCase();
  const inside = /[([【]([^)\]】]*)[)\]】]/.exec(text)?.[1]?.trim() ?? '';
  const unit = inside !== '' ? inside : (/(?:in|,|-|_|\/)\s*([^\s,]+)$/.exec(text)?.[1] ?? '');
  const one = unit === '' ? null : readAmount(`1${unit}`, { home });
  if (one !== null) return { factor: one.amount, currency: one.currency ?? '' };
  const many = /\bthousands?\b|\bin k\b/.test(text)
    ? 1_000
    : /\bmillions?\b/.test(text)
      ? 1_000_000
      : 1;
  const word = /\b([a-z]{3})\b$/.exec(text.replace(/[)\]\s]+$/, ''))?.[1] ?? '';
  return { factor: many, currency: readCurrency(unit, home) ?? readCurrency(word, home) ?? '' };
}

/** How a column that nobody knows is best kept: as numbers, days or ticks when every cell is one, else as text. */
export function ownKind(profile: ColumnProfile): Reading['kind'] {
  if (profile.filled === 0) return 'text';
  const every = (holds: (text: string) => boolean) => [...profile.values.keys()].every(holds);
  if (profile.ticks === 1 && every((t) => isTicked(t) || /^(?:false|no|n|否|x|×)$/i.test(t))) {
    return 'tick';
  }
  // Leading zeros and long digits are names, not numbers.
  if (every((t) => /^-?(?:0|[1-9]\d{0,13})(?:\.\d+)?$/.test(t))) return 'number';
  if (profile.days === 1 && every((t) => momentOf(t) !== null)) return 'day';
  return 'text';
}
