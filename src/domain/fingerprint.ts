import type { DealId, LedgerEntry, Tracked } from './ledger';
import type { StageKey } from './pipeline';

/** What a deal's version stands for. */
export interface VersionedDeal {
  readonly deal: DealId;
  readonly accepted: StageKey | '';
  readonly tracked: Tracked;
}

/** A short digest of a deal's accepted stage and tracked fields; it changes when one of them does. */
export function fingerprint(deal: VersionedDeal): string {
  void deal;
  throw new Error('not yet');
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
  void [previous, entry];
  throw new Error('not yet');
}

export interface DigestedEntry {
  readonly entry: LedgerEntry;
  readonly digest: string;
}

/** The entries, in the ledger's own order, that were changed by hand or follow a removed, inserted or moved one. */
export function brokenAt(ledger: readonly DigestedEntry[]): readonly LedgerEntry[] {
  void ledger;
  throw new Error('not yet');
}
