import { CASH_WORDS } from '../words/cash';
import type { Row } from './cell';
import { type Drafting, ROUND } from './forecastDraft';

/** What is due and what came in, by month; nothing when no deal has instalments. */
export function cashTable({ draft, input, money }: Drafting): void {
  const { cash = [], language } = input;
  if (cash.length === 0) return;
  const { title, note, columns } = CASH_WORDS[language];
  draft.heading(title);
  draft.note(note);
  draft.table({
    block: 'cash',
    columns: [
      { name: 'month', header: columns.month, format: '@' },
      { name: 'due', header: columns.due, format: ROUND },
      { name: 'received', header: columns.received, format: ROUND },
      { name: 'overdue', header: columns.overdue, format: ROUND },
    ],
    rows: cash.map((one): Row => {
      return [one.month, money(one.due), money(one.received), money(one.overdue)];
    }),
  });
}
