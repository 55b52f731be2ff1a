import { audit, type Finding } from '../domain/audit';
import { categoryOf } from '../domain/forecast/months';
import type { DealId } from '../domain/ledger';
import type { Category } from '../domain/pipeline';
import type { Problem } from '../sheet/cell';
import { isBlank } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { auditedDeals } from './auditedDeals';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** What a deal without an amount spoils: an early deal has none yet, and nobody has counted on it. */
const COUNTED: readonly { readonly code: string; readonly in: ReadonlySet<Category | null> }[] = [
  { code: 'openWithoutAmount', in: new Set(['bestCase', 'commit']) },
  { code: 'wonWithoutAmount', in: new Set(['closed']) },
];

/**
 * Deals that the forecast counts on and that have no amount: one line for all of a kind, at the first one's cell. Of
 * those whose gates ask for it Health says so already.
 */
export function missingAmounts(
  open: OpenPipeline,
  { rows, cells, headers }: Book,
  stock: Stock,
): readonly Problem[] {
  const column = headers.columns.get('amount') ?? 0;
  if (column === 0) return [];
  const { pipeline } = open.configuration;
  const category = ({ id }: DealRow) => {
    const history = stock.histories.get(id);
    return history === undefined ? null : categoryOf(history, pipeline);
  };
  const empty = rows.filter(({ row }) => isBlank(cells[row - 1]?.[column - 1]));
  return COUNTED.flatMap(({ code, in: counted }): Problem[] => {
    const lacking = empty.filter((deal) => counted.has(category(deal)));
    const asked = askedByGates(open, lacking, stock);
    const found = lacking.filter(({ id }) => !asked.has(id));
    const [first] = found;
    if (first === undefined) return [];
    const about = [String(found.length), first.name || first.id];
    return [{ tab: 'deals', row: first.row, column, code, about }];
  });
}

function askedByGates(
  open: OpenPipeline,
  rows: readonly DealRow[],
  stock: Stock,
): ReadonlySet<DealId> {
  const findings = audit(open.configuration.pipeline, auditedDeals(open, rows, stock));
  const asks = ({ shortfalls }: Finding) =>
    shortfalls.some((shortfall) => 'field' in shortfall && shortfall.field === 'amount');
  return new Set(findings.filter(asks).map(({ deal }) => deal));
}
