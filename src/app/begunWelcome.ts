import { documentStore } from '../google/store';

const KEY = 'begunWelcome';

/** Whether a welcome was filled in and stopped before all of it was written. */
export function isWelcomeBegun(): boolean {
  return documentStore.get(KEY) !== null;
}

export function noteWelcome(): void {
  documentStore.set(KEY, '1');
}

export function forgetWelcome(): void {
  documentStore.remove(KEY);
}
