import * as z from 'zod/mini';
import type { StageKey } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { parsed } from './parsed';
import { thatFit } from './thatFit';

const KEY = 'limits';
const limits = () =>
  z.record(z.string(), z.object({ days: z.number(), usual: z.nullable(z.number()) }));

export type NotedLimit = z.infer<ReturnType<typeof limits>>[string];

/** The limits of the stages as the last refresh learned them: pages show them without reading the ledger. */
export function limitsNoted(): Readonly<Record<StageKey, NotedLimit>> {
  return parsed(limits(), documentStore.get(KEY)) ?? {};
}

/** Notes the limits; those of the last stages are left out where there is no room. */
export function noteLimits(learned: Readonly<Record<StageKey, NotedLimit>>): void {
  const noted = Object.fromEntries(thatFit(Object.entries(learned)));
  documentStore.set(KEY, JSON.stringify(noted));
}
