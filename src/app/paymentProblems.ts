import { mismatches, type Payment } from '../domain/payment';
import { stageOf } from '../domain/pipeline';
import type { Problem } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { checkCells } from '../sheet/healthTab';
import type { PaymentRow } from '../sheet/paymentsTab';
import { amountText } from '../words/amounts';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** Instalments of deals that are gone or not won, and those that do not make what their deal was won for. */
export function paymentProblems(open: OpenPipeline, book: Book, stock: Stock): readonly Problem[] {
  const problem = (row: PaymentRow, code: string, about: readonly string[]): Problem => {
    return { tab: 'payments', row: row.row, column: 0, code, about };
  };
  const loose = book.payments.flatMap((row) => {
    if (!stock.histories.has(row.deal)) return [problem(row, 'paymentOfUnknownDeal', [row.deal])];
    return isWon(open, stock, row) ? [] : [problem(row, 'paymentNotWon', [])];
  });
  const won = book.payments.filter((row) => isWon(open, stock, row));
  const home = open.configuration.settings.currency;
  const states = new Map(
    [...stock.histories].map(([deal, { state }]) => [
      deal,
      { ...state, currency: state.currency || home },
    ]),
  );
  const off = mismatches(won, (deal) => states.get(deal));
  const differing = off.flatMap(({ deal, planned, won: amount }) => {
    const last = won.filter((row) => row.deal === deal).pop();
    const currency = states.get(deal)?.currency ?? '';
    const [are, should] = [planned, amount].map((minor) => amountText({ amount: minor, currency }));
    return last === undefined
      ? []
      : [problem(last, 'paymentsDiffer', [are ?? '', '', should ?? ''])];
  });
  return [...loose, ...differing];
}

/** Whether the instalment's deal is won: money of other deals is not expected. */
export function isWon(open: OpenPipeline, { histories }: Stock, { deal }: Payment): boolean {
  const history = histories.get(deal);
  if (history === undefined || history.deleted) return false;
  return stageOf(open.configuration.pipeline, history.stage)?.kind === 'won';
}

/** Says beside each instalment what is wrong with it. Two reads and a write, when there are any. */
export function checkPayments(open: OpenPipeline, book: Book, stock: Stock): void {
  const tab = open.workbook.tab('payments');
  if (tab === null || book.payments.length === 0) return;
  const headers = findHeaders('payments', tab.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('check');
  if (headers === null || column === undefined) return;
  const problems = [
    ...book.problems.filter((one) => one.tab === 'payments'),
    ...paymentProblems(open, book, stock),
  ];
  const rows = { from: headers.row + 1, to: Math.max(...book.payments.map(({ row }) => row)) };
  tab.write({ row: rows.from, column }, checkCells(problems, 'payments', rows, open.language));
}
