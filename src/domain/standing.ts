import { lastOpen } from './lastOpen';
import { type DealId, isAccepted, type LedgerEntry } from './ledger';
import type { StageKey } from './pipeline';

/** Where a deal stands by the ledger: what its row is held against. */
export interface Standing {
  /** The last entry of any kind: its tracked fields are the ones last seen. */
  readonly last: LedgerEntry;
  /** The last entry that says which stage it is in. */
  readonly accepted: LedgerEntry;
  readonly deleted: boolean;
  /** The latest entries that tell of stages, oldest first; see `latest`. */
  readonly told: readonly LedgerEntry[];
}

/** Which of a deal's entries its standing keeps. */
export interface Keeping {
  readonly keep: number;
  readonly isOpen: (stage: StageKey) => boolean;
}

interface Growing {
  last: LedgerEntry;
  accepted: LedgerEntry;
  deleted: boolean;
  told: LedgerEntry[];
}

/**
 * Every deal's standing. Entries may come in any order; `keeping` says how many told entries are kept.
 * A deal without an accepted entry has no standing.
 */
export function standings(
  entries: readonly LedgerEntry[],
  keeping: Keeping,
): ReadonlyMap<DealId, Standing> {
  const found = new Map<DealId, Growing>();
  for (const entry of inOrder(entries)) {
    if (entry.deal === '') continue;
    const known = found.get(entry.deal);
    if (known === undefined) {
      if (isAccepted(entry)) found.set(entry.deal, start(entry));
    } else follow(known, entry, keeping);
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

function follow(known: Growing, entry: LedgerEntry, keeping: Keeping): void {
  if (isAccepted(entry)) known.accepted = entry;
  known.deleted = entry.kind === 'deleted';
  known.last = entry;
  if (entry.kind === 'changed' || entry.kind === 'deleted') return;
  known.told.push(entry);
  if (known.told.length > keeping.keep) known.told = [...latest(known.told, keeping)];
}

/**
 * The latest of these lines, oldest first. However many there were since, two stay among them: the last accepted one, without
 * which nobody could tell where the deal is, and the one that tells in which open stage it was last, without which
 * lost and nurture would be a way round the gates.
 */
export function latest<L extends Pick<LedgerEntry, 'kind' | 'from' | 'to'>>(
  lines: readonly L[],
  { keep, isOpen }: Keeping,
): readonly L[] {
  if (lines.length <= keep) return lines;
  const accepted = [...lines].reverse().find(isAccepted);
  const open = lastOpen(lines, isOpen)?.line;
  const isNeeded = (line: L) => line === accepted || line === open;
  const older = lines.slice(0, -keep).filter(isNeeded);
  const kept = lines.slice(-keep);
  const dropped = kept.filter((line) => !isNeeded(line)).slice(0, older.length);
  return [...older, ...kept.filter((line) => !dropped.includes(line))];
}
