import { normalLabel } from '../domain/pipeline';
import { showRow } from '../google/selection';
import type { Reply, Request } from '../rpc';
import { type DealRow, readDeals } from '../sheet/dealsTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { dealsTab, findRows } from './findRows';
import { needOpen } from './openPipeline';

const MOST = 20;

/** Deals whose name, customer or ID holds the text; those that begin with it first. */
export function findDeals({ text }: Request<'findDeals'>): Omit<Reply<'findDeals'>, 'ok'> {
  const open = needOpen();
  const wanted = normalLabel(text);
  if (wanted === '') return { deals: [], more: false };
  const { deals, headers } = dealsTab(open);
  const { pipeline, settings } = open.configuration;
  const rows = readDeals(headers, deals.readAll(), { currency: settings.currency, pipeline });
  const ranked = rows
    .map((row) => ({ row, rank: rankOf(row, wanted) }))
    .filter(({ row, rank }) => rank >= 0 && row.id !== '')
    .sort((a, b) => a.rank - b.rank || a.row.row - b.row.row);
  return {
    deals: ranked.slice(0, MOST).map(({ row }) => ({
      id: row.id,
      row: row.row,
      name: row.name,
      customer: row.customer,
      owner: row.tracked.owner,
      stage: row.accepted?.label ?? '',
    })),
    more: ranked.length > MOST,
  };
}

/** 0 for the whole, 1 for the beginning, 2 for a part of a name, customer or ID; -1 for none. */
function rankOf(row: DealRow, wanted: string): number {
  const ranks = [row.name, row.customer, row.id].map((text) => {
    const at = normalLabel(text).indexOf(wanted);
    return at < 0 ? 3 : at > 0 ? 2 : normalLabel(text) === wanted ? 0 : 1;
  });
  const best = Math.min(...ranks);
  return best > 2 ? -1 : best;
}

/** Selects the deal's row for the person who asks. */
export function showDeal({ id }: Request<'showDeal'>): Omit<Reply<'showDeal'>, 'ok'> {
  const open = needOpen();
  const found = findRows(open, [id]);
  const row = found.rows.get(id);
  if (row === undefined) throw new Refused('gone', APP_WORDS[open.language].gone);
  showRow(found.deals.sheet, row.row);
  return { row: row.row };
}
