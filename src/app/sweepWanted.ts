import { documentStore } from '../google/store';

const KEY = 'sweepWanted';
const UNCLEAR = '1';

/** Asks the worker to check the whole workbook at its next run: an edit left something unclear. */
export function wantSweep(): void {
  documentStore.set(KEY, UNCLEAR);
}

/** As `wantSweep`, where nothing is unclear: the Gate cells have something else to say. */
export function wantFreshGates(): void {
  if (!isSweepWanted()) documentStore.set(KEY, 'gates');
}

/** Whether an edit left something that only all rows together can tell. */
export function isUnclear(): boolean {
  return documentStore.get(KEY) === UNCLEAR;
}

export function isSweepWanted(): boolean {
  return documentStore.get(KEY) !== null;
}

export function sweepDone(): void {
  documentStore.remove(KEY);
}
