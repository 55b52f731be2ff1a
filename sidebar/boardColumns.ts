import type { Card, PipelineView } from '../src/rpc';

/** What the person wants to see on the board. Empty text shows all. */
export interface BoardFilters {
  /** Part of a deal's or customer's name. */
  readonly text: string;
  /** An owner as the cards have it; `NO_OWNER` for deals without one. */
  readonly owner: string;
  /** A month 'YYYY-MM', or one of `OVERDUE` and `NO_DATE`. */
  readonly closing: string;
  readonly stalledOnly: boolean;
  /** One of several pipelines; empty for the first. */
  readonly pipeline: string;
}

export const NO_OWNER = '\u0000none';
export const OVERDUE = 'overdue';
export const NO_DATE = 'noDate';
export const ALL: BoardFilters = {
  text: '',
  owner: '',
  closing: '',
  stalledOnly: false,
  pipeline: '',
};

/** Amounts of one currency, in major units. */
export interface Sum {
  readonly currency: string;
  readonly amount: number;
  /** Amount times chance; deals without a chance count nothing. */
  readonly weighted: number;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: PipelineView['stages'][number]['kind'];
  /** The Stages tab no longer has it: its deals are shown, but none can come in. */
  readonly retired: boolean;
  readonly cards: readonly Card[];
  readonly sums: readonly Sum[];
}

/** Where a card is shown: the stage it is on its way to, else its own. */
export type Underway = Readonly<Record<string, string>>;

/** What the filters of a card's close date ask about. */
export interface Closing {
  /** A day, 'YYYY-MM-DD'. */
  readonly today: string;
  readonly stages: PipelineView['stages'];
}

/** Whether a card passes the filters. Only an open deal is overdue, or lacks a close date. */
export function passes(card: Card, filters: BoardFilters, closing: Closing): boolean {
  const text = filters.text.trim().toLowerCase();
  if (text !== '' && !`${card.name}\n${card.customer}`.toLowerCase().includes(text)) return false;
  if (filters.owner !== '' && (card.owner === '' ? NO_OWNER : card.owner) !== filters.owner)
    return false;
  if (filters.stalledOnly && !card.stalled) return false;
  if (filters.closing === NO_DATE || filters.closing === OVERDUE) {
    const kind = closing.stages.find(({ key }) => key === card.stage)?.kind ?? 'open';
    if (kind !== 'open') return false;
    return filters.closing === NO_DATE
      ? card.closeDate === ''
      : card.closeDate !== '' && card.closeDate < closing.today;
  }
  return filters.closing === '' || card.closeDate.startsWith(filters.closing);
}

/** The board: each stage with its cards, those that need attention first. */
export function columnsOf(
  stages: PipelineView['stages'],
  cards: readonly Card[],
  underway: Underway,
): Column[] {
  const byStage = new Map<string, Card[]>(stages.map(({ key }) => [key, []]));
  for (const card of cards) {
    const key = underway[card.id] ?? card.stage;
    const there = byStage.get(key);
    if (there === undefined) byStage.set(key, [card]);
    else there.push(card);
  }
  return [...byStage].map(([key, there]) => {
    const stage = stages.find((one) => one.key === key);
    return {
      key,
      label: stage?.label ?? key,
      kind: stage?.kind ?? 'open',
      retired: stage === undefined,
      cards: there.sort(byAttention),
      sums: sumsOf(there),
    };
  });
}

/** Stalled before others, then the longest in the stage, then by name. */
function byAttention(a: Card, b: Card): number {
  if (a.stalled !== b.stalled) return a.stalled ? -1 : 1;
  const days = (b.daysInStage ?? -1) - (a.daysInStage ?? -1);
  return days !== 0 ? days : a.name < b.name ? -1 : 1;
}

/** One sum per currency, the largest first; deals without an amount are in none. */
export function sumsOf(cards: readonly Card[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { amount, currency, chance } of cards) {
    if (amount === null) continue;
    const sum = sums.get(currency) ?? { currency, amount: 0, weighted: 0 };
    sums.set(currency, {
      currency,
      amount: sum.amount + amount,
      weighted: sum.weighted + amount * (chance ?? 0),
    });
  }
  return [...sums.values()].sort((a, b) => b.amount - a.amount);
}

/** Owners and close months that occur, for the filters' lists. */
export function choicesOf(cards: readonly Card[]): { owners: string[]; months: string[] } {
  const owners = new Set(cards.map(({ owner }) => owner).filter((owner) => owner !== ''));
  const months = new Set(
    cards.map(({ closeDate }) => closeDate.slice(0, 7)).filter((month) => month !== ''),
  );
  return { owners: [...owners].sort(), months: [...months].sort() };
}
