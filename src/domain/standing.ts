import { type DealId, isAccepted, type LedgerEntry } from './ledger';

/** Where a deal stands by the ledger: what its row is held against. */
export interface Standing {
  /** The last entry of any kind: its tracked fields are the ones last seen. */
  readonly last: LedgerEntry;
  /** The last entry that says which stage it is in. */
  readonly accepted: LedgerEntry;
  readonly deleted: boolean;
  /** The latest entries that tell of stages, oldest first; the accepted one is always among them. */
  readonly told: readonly LedgerEntry[];
}

interface Growing {
  last: LedgerEntry;
  accepted: LedgerEntry;
  deleted: boolean;
  told: LedgerEntry[];
}

/**
 * Every deal's standing. Entries may come in any order; `keep` is how many told entries are kept.
 * A deal without an accepted entry has no standing.
 */
export function standings(
  entries: readonly LedgerEntry[],
  keep: number,
): ReadonlyMap<DealId, Standing> {
  const found = new Map<DealId, Growing>();
  for (const entry of inOrder(entries)) {
    if (entry.deal === '') continue;
    const known = found.get(entry.deal);
    if (known === undefined) {
      if (isAccepted(entry)) found.set(entry.deal, start(entry));
    } else follow(known, entry, keep);
  }
  return found;
}

/** By seq; a ledger that nobody sorted is in order already. */
function inOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const sorted = entries.every((entry, i) => i === 0 || entry.seq >= (entries[i - 1]?.seq ?? 0));
  return sorted ? entries : [...entries].sort((a, b) => a.seq - b.seq);
}

function start(entry: LedgerEntry): Growing {
  return { last: entry, accepted: entry, deleted: false, told: [entry] };
}

function follow(known: Growing, entry: LedgerEntry, keep: number): void {
  if (isAccepted(entry)) known.accepted = entry;
  known.deleted = entry.kind === 'deleted';
  known.last = entry;
  if (entry.kind === 'changed' || entry.kind === 'deleted') return;
  known.told.push(entry);
  if (known.told.length > keep) known.told = [...latest(known.told, keep)];
}

/**
 * The latest of these lines, oldest first. Of however many held moves there were since, the last accepted
 * entry stays among them: without it nobody could tell where the deal is.
 */
export function latest<L extends Pick<LedgerEntry, 'kind'>>(
  lines: readonly L[],
  keep: number,
): readonly L[] {
  const kept = lines.slice(-keep);
  if (lines.length <= keep || kept.some(isAccepted)) return kept;
  const accepted = [...lines].reverse().find(isAccepted);
  return accepted === undefined ? kept : [accepted, ...kept.slice(1)];
}
