import { toMajor, toMinor } from '../domain/money';
import type { Payment } from '../domain/payment';
import { readCurrency } from './amount';
import type { Cell, Grid, Problem, Row } from './cell';
import { cellDay, isBlank } from './cellText';
import { amountIn } from './dealFact';
import { readTable, type TableRow } from './tableRows';

export interface PaymentRow extends Payment {
  readonly row: number;
}

export interface ReadPayments {
  readonly payments: readonly PaymentRow[];
  readonly problems: readonly Problem[];
}

/** Reads the whole Payments tab; `home` is the currency of amounts without one. Rows without a deal are problems and left out. */
export function readPayments(grid: Grid, home: string): ReadPayments {
  const payments: PaymentRow[] = [];
  const problems = readTable('payments', grid, ['check', 'key'], (row) => {
    if (row.text('deal') === '') row.report('deal', 'paymentWithoutDeal');
    else payments.push(readPayment(row, home));
  });
  return { payments, problems };
}

function readPayment(row: TableRow<'payments'>, home: string): PaymentRow {
  const typed = row.text('currency');
  const named = typed === '' ? home : readCurrency(typed, home);
  if (named === null) row.report('currency', 'unreadableCurrency');
  const currency = named ?? home;
  const amount = amountIn(row.cell('amount'), currency);
  if (amount === null && !isBlank(row.cell('amount'))) row.report('amount', 'unreadableAmount');
  const day = (key: 'due' | 'invoiced' | 'received') => {
    const read = cellDay(row.cell(key));
    if (read === null && !isBlank(row.cell(key))) row.report(key, 'unreadableDate');
    return read;
  };
  return {
    row: row.number,
    key: row.text('key'),
    deal: row.text('deal'),
    name: row.text('name'),
    part: row.text('part'),
    due: day('due'),
    amount: amount === null ? null : toMinor(amount.amount, currency),
    currency,
    invoiced: day('invoiced'),
    received: day('received'),
  };
}

/** Rows of the Payments tab in its standard column order. */
export function paymentRows(payments: readonly Payment[]): Row[] {
  const day = (date: string | null): Cell => (date === null ? '' : { date });
  return payments.map((payment) => [
    payment.name,
    payment.part,
    day(payment.due),
    payment.amount === null ? '' : toMajor(payment.amount, payment.currency),
    payment.currency,
    day(payment.invoiced),
    day(payment.received),
    '',
    payment.deal,
    payment.key,
  ]);
}
