import MurmurHash3 from 'imurmurhash';
import { TRACKED_FIELDS } from './changes';
import type { DealId, LedgerEntry, Tracked } from './ledger';
import type { StageKey } from './pipeline';

/** What a deal's version stands for. */
export interface VersionedDeal {
  readonly deal: DealId;
  readonly accepted: StageKey | '';
  readonly tracked: Tracked;
}

/** 32 bits in at most seven letters and digits: shows a change, and is no protection against a forger. */
export function textDigest(text: string): string {
  return MurmurHash3(text).result().toString(36);
}

function digestOf(values: readonly (string | number | null)[]): string {
  return textDigest(JSON.stringify(values));
}

function trackedValues(tracked: Tracked): readonly (string | number | null)[] {
  return TRACKED_FIELDS.map((field) => tracked[field]);
}

/** A short digest of a deal's accepted stage and tracked fields; it changes when one of them does. */
export function fingerprint({ deal, accepted, tracked }: VersionedDeal): string {
  return digestOf([deal, accepted, ...trackedValues(tracked)]);
}

/** The deal's version: its last ledger entry and its fingerprint, `'118-1k3f2ad'`. */
export function versionOf(seq: number, deal: VersionedDeal): string {
  return `${seq}-${fingerprint(deal)}`;
}

/** Whether the version was made from this deal as it is now. */
export function isVersionOf(version: string, deal: VersionedDeal): boolean {
  return version.slice(version.indexOf('-') + 1) === fingerprint(deal) && seqOf(version) !== null;
}

/** The ledger entry that a version names; `null` for text that is no version. */
export function seqOf(version: string): number | null {
  const found = /^(\d{1,15})-[0-9a-z]+$/.exec(version);
  return found === null ? null : Number(found[1]);
}

/** An entry's digest, chained to the one before it (`''` before the first). */
export function ledgerDigest(previous: string, entry: LedgerEntry): string {
  const { seq, deal, kind, from, to, at, by, how, reason, batch, rate } = entry;
  const what = [previous, seq, deal, kind, from, to, at, by, how, reason, batch];
  const rated = rate === undefined ? [] : [rate.perUnit, rate.home];
  return digestOf([...what, ...trackedValues(entry), ...rated]);
}

export interface DigestedEntry {
  readonly entry: LedgerEntry;
  readonly digest: string;
}

/**
 * The entries that were changed by hand, or that follow a removed or an inserted one, in order of
 * `seq`. Each is held against the digest that stands before it, so one change shows once or twice
 * and never all the way down. Sorting the tab changes nothing.
 */
export function brokenAt(ledger: readonly DigestedEntry[]): readonly LedgerEntry[] {
  const inOrder = [...ledger].sort((a, b) => a.entry.seq - b.entry.seq);
  return inOrder
    .filter(({ entry, digest }, index) => {
      const previous = inOrder[index - 1]?.digest ?? '';
      return ledgerDigest(previous, entry) !== digest;
    })
    .map(({ entry }) => entry);
}
