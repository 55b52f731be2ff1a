import * as z from 'zod/mini';
import type { StageKey } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { parsed } from './parsed';

const KEY = 'interimNames';
const keys = () => z.array(z.string());

/** The stages whose cells all say an interim name, while stages exchange theirs; `null` when none do. */
export function begunInterim(): readonly StageKey[] | null {
  return parsed(keys(), documentStore.get(KEY));
}

/** Notes it once every cell says so for real. */
export function noteInterim(stages: readonly StageKey[]): void {
  documentStore.set(KEY, JSON.stringify(stages));
}

export function forgetInterim(): void {
  if (documentStore.get(KEY) !== null) documentStore.remove(KEY);
}
