import * as z from 'zod/mini';
import type { DealOutlook } from '../domain/forecast/dealOutlook';
import type { Evidence } from '../domain/forecast/evidence';
import type { StageKey } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { parsed } from './parsed';
import { thatFit } from './thatFit';

const KEY = 'evidence';
const lines = () =>
  z.array(
    z.tuple([z.string(), z.number(), z.nullable(z.number()), z.number(), z.number(), z.number()]),
  );
type Lines = z.infer<ReturnType<typeof lines>>;

/** Notes what the learned chances rest on, so that the sidebar can say it without reading the ledger. */
export function noteEvidence(outlooks: readonly DealOutlook[]): void {
  const kept = new Map<string, Lines[number]>();
  for (const { evidence } of outlooks) {
    if (evidence === null) continue;
    const { stage, fromDay, toDay, deals, won, withinDays } = evidence;
    kept.set(`${stage} ${fromDay}`, [stage, fromDay, toDay, deals, won, withinDays]);
  }
  documentStore.set(KEY, JSON.stringify(thatFit([...kept.values()])));
}

/** What is known of deals that have sat so long in a stage, as of the last refresh; `null` when nothing is. */
export function evidenceNoted(stage: StageKey, days: number): Evidence | null {
  for (const [key, fromDay, toDay, deals, won, withinDays] of noted()) {
    if (key !== stage || days < fromDay || (toDay !== null && days > toDay)) continue;
    return { stage, fromDay, toDay, deals, won, withinDays };
  }
  return null;
}

function noted(): Lines {
  return parsed(lines(), documentStore.get(KEY)) ?? [];
}
