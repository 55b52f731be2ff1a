import * as z from 'zod/mini';
import type { DealId } from '../domain/ledger';
import type { StageKey } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { parsed } from './parsed';
import { bytesOf, MOST_BYTES, thatFit } from './thatFit';

const KEY = 'stalls';
const notes = () =>
  z.object({
    limits: z.record(z.string(), z.object({ days: z.number(), usual: z.nullable(z.number()) })),
    putOff: z.array(z.string()),
  });

export type NotedLimit = z.infer<ReturnType<typeof notes>>['limits'][string];

/** What the last refresh learned: pages tell by it who is stalled without reading the ledger. */
export interface StallNotes {
  readonly limits: Readonly<Record<StageKey, NotedLimit>>;
  /** Deals that a next step or plan ahead covers no more, for it was put off too often. */
  readonly putOff: readonly DealId[];
}

/** What the last refresh noted; no limits and no deals before the first one. */
export function stallsNoted(): StallNotes {
  return parsed(notes(), documentStore.get(KEY)) ?? { limits: {}, putOff: [] };
}

const BESIDE = JSON.stringify({ limits: {}, putOff: [] }).length;

/** Notes them; where there is no room, deals and then the limits of the last stages are left out. */
export function noteStalls({ limits, putOff }: StallNotes): void {
  const noted = thatFit(Object.entries(limits), MOST_BYTES - BESIDE);
  const room = MOST_BYTES - BESIDE - bytesOf(noted);
  const fitting = { limits: Object.fromEntries(noted), putOff: thatFit(putOff, room) };
  documentStore.set(KEY, JSON.stringify(fitting));
}
