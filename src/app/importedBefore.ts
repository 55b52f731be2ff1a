import { type DealId, isAccepted } from '../domain/ledger';
import { isOpenIn } from '../domain/pipeline';
import { standings } from '../domain/standing';
import type { Tab } from '../google/tab';
import type { SentDeal } from '../rpc';
import { layoutOf } from '../sheet/layout';
import { linesFrom, type Tail } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';

/**
 * Those of these deals whose way to where the file has them is in the ledger already: an import that was stopped
 * before it wrote their rows, or somebody deleted them since. One read, and one more of the ledger where there are any.
 */
export function importedBefore(
  open: OpenPipeline,
  ledger: Tab,
  { row }: Pick<Tail, 'row'>,
  sent: readonly SentDeal[],
): ReadonlySet<DealId> {
  const column =
    1 + layoutOf('ledger', open.language).columns.findIndex(({ key }) => key === 'deal');
  const named = new Set(ledger.readColumn(column).map(String));
  const found = sent.filter(({ id }) => named.has(id));
  if (found.length === 0) return new Set();
  const isOpen = isOpenIn(open.configuration.pipeline);
  const known = standings(linesFrom(open, ledger, 2, row), { keep: 1, isOpen });
  const isTold = ({ id, steps }: SentDeal) => {
    const last = [...steps].reverse().find(isAccepted);
    return last !== undefined && known.get(id)?.accepted.to === last.to;
  };
  return new Set(found.filter(isTold).map(({ id }) => id));
}
