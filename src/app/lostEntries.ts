import type { DealId } from '../domain/ledger';
import type { DealRow } from '../sheet/dealsTab';
import {
  type Asking,
  type Draft,
  judgeKnown,
  type Known,
  knownFromBlock,
  type Verdict,
  verdictOf,
} from './judgeRow';

/** How far the ledger once went, and which of its entries are still there. */
export interface Remains {
  /** The highest number ever given. */
  readonly highest: number;
  /** The deal of each entry. */
  readonly dealOf: ReadonlyMap<number, DealId>;
}

/**
 * What a row's own block says of a deal of which the ledger has lost all entries: somebody deleted them, or the tab.
 * `null` where the block counts for nothing: it contradicts itself, or names an entry that was never written here, as a row
 * from another workbook does.
 */
export function lostDeal(row: DealRow, id: DealId, { highest, dealOf }: Remains): Known | null {
  const known = row.id === id ? knownFromBlock(row) : null;
  const isLost = known !== null && known.seq <= highest && !dealOf.has(known.seq);
  return isLost ? known : null;
}

/** The row's verdict with the entries that its Memo remembers; what it does not is assumed. */
export function restored(row: DealRow, known: Known, asking: Asking): Verdict {
  const verdict = judgeKnown(row, known, asking) ?? verdictOf(row, known, asking);
  const { history } = known.memo;
  const [first] = history;
  const begun: Draft = {
    ...row.tracked,
    deal: row.id,
    kind: 'created',
    from: '',
    to: first?.from || known.accepted.key,
    at: `${known.created}T00:00:00`,
    by: asking.by,
    how: 'assumed',
    reason: '',
  };
  const remembered = history.map(
    ({ seq, kind, from, to, at, by, reason }): Draft => ({
      ...row.tracked,
      deal: row.id,
      kind,
      from,
      to,
      at,
      by,
      how: known.memo.assumed?.includes(seq) === true ? 'assumed' : asking.how,
      reason,
    }),
  );
  return {
    ...verdict,
    memo: { ...verdict.memo, history: [], assumed: [] },
    drafts: [...(first?.kind === 'created' ? [] : [begun]), ...remembered, ...verdict.drafts],
  };
}
