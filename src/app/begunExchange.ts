import * as z from 'zod/mini';
import type { StageKey } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { parsed } from './parsed';

const KEY = 'nameExchange';
const noted = () =>
  z.object({
    moving: z.array(z.tuple([z.string(), z.string(), z.string()])),
    isAway: z.boolean(),
  });

/** Stages that take over each other's names, by way of interim ones. */
export interface Exchange {
  /** Each stage's key, what it was called, and what it is to be called. */
  readonly moving: readonly (readonly [key: StageKey, was: string, target: string])[];
  /** Every cell says the interim names. */
  readonly isAway: boolean;
}

/** The exchange that is under way, or was when an execution was stopped; `null` for none. */
export function begunExchange(): Exchange | null {
  return parsed(noted(), documentStore.get(KEY));
}

/** Notes it before the first cell is written, and once more when every cell says the interim names for real. */
export function noteExchange({ moving, isAway }: Exchange): void {
  documentStore.set(KEY, JSON.stringify({ moving, isAway }));
}

export function forgetExchange(): void {
  documentStore.remove(KEY);
}
