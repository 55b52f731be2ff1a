import type { MailWords } from '../words/mails';
import type { DueLine, OwnerPart, WaitingDeal } from './ownerPart';

export interface ShownList {
  readonly title: string;
  readonly lines: readonly DueLine[];
  readonly more: number;
}

export interface ShownPart {
  /** `''` where the reader is the only owner. */
  readonly heading: string;
  readonly deals: readonly WaitingDeal[];
  readonly more: number;
  readonly lists: readonly ShownList[];
}

/** How much a mail shows: deals in all, and lines of each of an owner's lists. */
export interface Limits {
  readonly deals: number;
  readonly lines: number;
}

export const LEAST: Limits = { deals: 10, lines: 0 };

/** A mail of more deals than the first is not read; the next ones are tried while it is longer than Google sends. */
export const LIMITS: readonly Limits[] = [
  { deals: 80, lines: 20 },
  { deals: 80, lines: 8 },
  { deals: 60, lines: 4 },
  { deals: 40, lines: 2 },
  { deals: 20, lines: 1 },
  LEAST,
];

const MOST_OWNERS = 60;

/** Google sends 200 KB, text and HTML together; the cells of the Outbox hold more. */
const MOST_HTML_BYTES = 130_000;
const MOST_TEXT_BYTES = 60_000;

/** Longer texts of a cell are told by their beginning. */
const MOST_LETTERS = 200;

/** Whether Google sends a mail of this length, and the Outbox holds it whole. */
export function isSendable({ text, html }: { readonly text: string; readonly html: string }) {
  return mostBytes(html) <= MOST_HTML_BYTES && mostBytes(text) <= MOST_TEXT_BYTES;
}

/** Bytes that a text takes at most: letters outside of ASCII take up to three. */
function mostBytes(text: string): number {
  return text.length + 2 * (text.match(/[\u0080-\uffff]/g)?.length ?? 0);
}

/** A text of a cell, or its beginning. */
export function clipped(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  // Never half a letter of two parts.
  return `${text.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What of each owner's part a mail shows, and how many owners it leaves out. */
export function shownParts(
  owners: readonly OwnerPart[],
  words: MailWords,
  { isAll, limits }: { readonly isAll: boolean; readonly limits: Limits },
): { readonly parts: readonly ShownPart[]; readonly moreOwners: number } {
  let room = limits.deals;
  const list = (title: string, lines: readonly DueLine[]): ShownList => {
    const shown = lines.slice(0, limits.lines).map(clippedLine);
    return { title, lines: shown, more: lines.length - shown.length };
  };
  const parts = owners.slice(0, MOST_OWNERS).map((part): ShownPart => {
    const deals = part.deals.slice(0, room).map(clippedDeal);
    room -= deals.length;
    return {
      heading: isAll ? `${clipped(part.owner) || words.noOwner} (${part.deals.length})` : '',
      deals,
      more: part.deals.length - deals.length,
      lists: [
        list(words.plansTitle, part.plans),
        list(words.tasksTitle, part.tasks),
        list(words.paymentsTitle, part.payments),
      ].filter(({ lines, more }) => lines.length + more > 0),
    };
  });
  return { parts, moreOwners: owners.length - parts.length };
}

function clippedLine(line: DueLine): DueLine {
  return { ...line, what: clipped(line.what), deal: clipped(line.deal) };
}

function clippedDeal(deal: WaitingDeal): WaitingDeal {
  const { name, customer, stage, nextStep } = deal;
  return {
    ...deal,
    name: clipped(name),
    customer: clipped(customer),
    stage: clipped(stage),
    nextStep: clipped(nextStep),
    suggestion: deal.suggestion.slice(0, 2 * MOST_LETTERS),
  };
}
