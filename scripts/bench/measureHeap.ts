import { done, makeWorkbook, type Size } from './workbook';

/** Whether a refresh was done in a heap of that size. */
export interface HeapCost {
  readonly deals: number;
  readonly heapMb: number;
  readonly isDone: boolean;
}

/**
 * Makes the workbook and refreshes its reports, for a process that was given a heap: how much it held at most is
 * no measure, since garbage is left lying while there is room.
 */
export function refreshOnce(size: Size): void {
  const { host } = makeWorkbook(size);
  done(host.menu(host.owner, 'refreshReports'));
}
