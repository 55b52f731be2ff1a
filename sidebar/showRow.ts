import type { DealDesk } from './dealDesk';
import { call, closeDialog } from './script';

/**
 * Selects the deal's row in the sheet and says so; false when that did not work. The board's dialog
 * lies over the sheet, so it makes way.
 */
export async function showRow(desk: DealDesk, id: string): Promise<boolean> {
  const reply = await call('showDeal', { id });
  if (reply.ok) desk.tell({ kind: 'done', text: desk.words.deal.rowShown(reply.row) });
  else desk.tellFailed(reply, () => void showRow(desk, id));
  if (reply.ok && desk.from === 'board') closeDialog();
  return reply.ok;
}
