import type { Language } from './language';

/** What the Forecast tab says about payments. */
export interface CashWords {
  readonly title: string;
  readonly note: string;
  readonly columns: Readonly<Record<'month' | 'due' | 'received' | 'overdue', string>>;
}

export const CASH_WORDS: Readonly<Record<Language, CashWords>> = {
  en: {
    title: 'Cash by month',
    note: 'Instalments of won deals: what falls due in the month, what came in during it, and what of it is overdue.',
    columns: { month: 'Month', due: 'Due', received: 'Received', overdue: 'Overdue' },
  },
  zh: {
    title: '各月回款',
    note: '赢单商机的分期回款：当月应收、当月到账，以及应收中已逾期的部分。',
    columns: { month: '月份', due: '应收', received: '到账', overdue: '逾期' },
  },
};
