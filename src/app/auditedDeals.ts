import type { AuditedDeal } from '../domain/audit';
import type { DealRow } from '../sheet/dealsTab';
import { countsOf } from './judgeRow';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** The deals as criteria see them, each in the stage that the ledger says. */
export function auditedDeals(
  open: OpenPipeline,
  rows: Book['rows'],
  stock: Stock,
): readonly (AuditedDeal & { readonly row: DealRow })[] {
  return rows.flatMap((row) => {
    const stage = stock.histories.get(row.id)?.stage;
    if (stage === undefined) return [];
    const counts = countsOf(row.program);
    return [{ deal: row.id, stage, facts: row.facts, today: open.today, counts, row }];
  });
}
