import { isVersionOf, seqOf } from '../domain/fingerprint';
import type { DealId } from '../domain/ledger';
import type { Standing } from '../domain/standing';
import { randomId } from '../google/random';
import type { DealRow } from '../sheet/dealsTab';
import type { Asking } from './judgeRow';
import { isAsNoted, isGrown, looseDeals, unwritten } from './looseDeals';

/** What tells deals apart. */
interface Told {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly archived: ReadonlySet<DealId>;
  /** The deal of each entry. */
  readonly dealOf: ReadonlyMap<number, DealId>;
  readonly orphans: ReadonlySet<DealId>;
  readonly newest: ReadonlyMap<DealId, number>;
}

/**
 * Which deal each row is. Of rows with one ID the first keeps it, before others one whose Version agrees. A row that says to the letter
 * what its Version says of another deal is that one: its ID was sorted away from it. A row without an ID of its own is known by the entry
 * that its Version names, or by the entry that an execution wrote for it before it was stopped. What is left
 * is a new deal.
 */
export function identify(rows: readonly DealRow[], book: Told, asking: Asking): readonly DealId[] {
  const taken = new Set<DealId>();
  const keep = (id: DealId | undefined): DealId | undefined => {
    if (id === undefined || id === '' || taken.has(id)) return undefined;
    taken.add(id);
    return id;
  };
  const ids: (DealId | undefined)[] = rows.map(() => undefined);
  const pass = (idOf: (row: DealRow) => DealId | undefined) =>
    rows.forEach((row, i) => {
      ids[i] ??= keep(idOf(row));
    });
  pass((row) => (book.standings.has(row.id) && ownerOf(row, book) === row.id ? row.id : undefined));
  pass((row) => (isToTheLetter(row, book) ? ownerOf(row, book) : undefined));
  pass((row) => (book.standings.has(row.id) && !isBorrowed(row, book) ? row.id : undefined));
  pass(({ program }) => book.dealOf.get(seqOf(program.version) ?? -1));
  pass(({ id }) => id);
  const loose = looseDeals(book, taken, asking);
  pass((row) => unwritten(row, loose, taken, isAsNoted(row, asking)));
  pass((row) => unwritten(row, loose, taken, (standing) => isGrown(row, standing)));
  return ids.map((id) => id ?? randomId());
}

/** The deal of the entry that the row's Version names. */
function ownerOf({ program }: DealRow, { dealOf }: Told): DealId | undefined {
  return dealOf.get(seqOf(program.version) ?? -1);
}

/** Facts that tell one deal from another. */
const TELLING = ['owner', 'amount', 'closeDate', 'nextStep', 'nextStepDate'] as const;

/** Whether stage and facts are those of which the Version was made, and enough of them not to be alike by chance. */
function isToTheLetter(row: DealRow, book: Told): boolean {
  const { accepted, tracked, program } = row;
  const deal = ownerOf(row, book);
  if (deal === undefined || accepted === undefined) return false;
  const told = TELLING.filter((field) => tracked[field] !== null && tracked[field] !== '');
  return (
    told.length >= 2 && isVersionOf(program.version, { deal, accepted: accepted.key, tracked })
  );
}

/**
 * Whether the row is another deal's, by the entry that its Version names, and the ID in it is one that no row has to show any
 * more: somebody typed or copied it there. A row that is pasted back brings its own Version along.
 */
function isBorrowed({ id, program }: DealRow, book: Told): boolean {
  const own = book.dealOf.get(seqOf(program.version) ?? -1) ?? id;
  const isAway = book.archived.has(id) || book.standings.get(id)?.deleted === true;
  return own !== id && isAway;
}
