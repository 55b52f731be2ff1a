import { type Day, dayOf } from '../day';
import type { DealHistory } from '../history';

/** The day on which a won deal was won: its typed close date, unless that lies after the move. */
export function wonDay({ closed, state }: Pick<DealHistory, 'closed' | 'state'>): Day | null {
  const moved = closed === null ? null : dayOf(closed);
  const { closeDate } = state;
  if (closeDate === null || moved === null) return closeDate ?? moved;
  return closeDate < moved ? closeDate : moved;
}
