import { named } from '../../domain/named';
import type { FileTable } from '../../rpc/importCalls';
import { saysNothing } from './moment';
import type { PlannedColumns } from './planColumns';
import { fieldColumn } from './stageEvidence';
import type { GuessedStages } from './stageGuess';
import { stageText } from './stageSynonyms';

/** Headers of amounts that are only known once the deal is done: "close_value", 成交金额. */
const PAID = /\b(?:closed?|won|final|actual|paid|booked)\b|成交|签约|实际/i;

/**
 * Whether the file knew amounts while deals were open: most of its open deals have one. Without
 * open deals the header tells.
 */
export function amountsWhileOpen(
  deals: FileTable,
  columns: PlannedColumns,
  stages: GuessedStages,
): boolean {
  const amount = fieldColumn(columns, 'amount');
  const stage = fieldColumn(columns, 'stage');
  if (amount === -1) return true;
  const kinds = new Map(stages.stages.map(({ key, kind }) => [key, kind]));
  let open = 0;
  let filled = 0;
  deals.rows.forEach((row) => {
    const key = named(stages.stageOf, stageText(row[stage] ?? '')) ?? '';
    if (kinds.get(key) !== 'open') return;
    open += 1;
    if (!saysNothing(row[amount] ?? '')) filled += 1;
  });
  if (open > 0) return filled >= open / 2;
  return !PAID.test(columns.deals[amount]!.header.replace(/_/g, ' '));
}
