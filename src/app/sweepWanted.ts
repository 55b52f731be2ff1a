import { documentStore } from '../google/store';

const KEY = 'sweepWanted';

/** Asks the worker to check the whole workbook at its next run: an edit left something unclear. */
export function wantSweep(): void {
  documentStore.set(KEY, '1');
}

export function isSweepWanted(): boolean {
  return documentStore.get(KEY) !== null;
}

export function sweepDone(): void {
  documentStore.remove(KEY);
}
