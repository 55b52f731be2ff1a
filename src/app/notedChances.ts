import * as z from 'zod/mini';
import { type Day, daysBetween } from '../domain/day';
import type { DealOutlook } from '../domain/forecast/dealOutlook';
import type { StageKey } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { parsed } from './parsed';
import { bytesOf, MOST_BYTES, thatFit } from './thatFit';

const KEY = 'chances';
const DIGITS = 4;

const notes = () =>
  z.object({
    asOf: z.string(),
    /** Stage, days in it by then, chance. */
    lines: z.array(z.tuple([z.string(), z.number(), z.number()])),
  });
type Notes = z.infer<ReturnType<typeof notes>>;
type Line = Notes['lines'][number];

/** Notes the chances of the Forecast tab: pages weigh by them without reading the ledger. */
export function noteChances(asOf: Day, outlooks: readonly DealOutlook[]): void {
  const deals = new Map<string, number>();
  const lines = new Map<string, Line>();
  for (const { stage, daysInStage, chance, source } of outlooks) {
    if (source === 'override' || daysInStage === null) continue;
    const key = `${stage} ${daysInStage}`;
    deals.set(key, (deals.get(key) ?? 0) + 1);
    lines.set(key, [stage, daysInStage, Number(chance.toFixed(DIGITS))]);
  }
  const fullest = [...lines]
    .sort(([one], [other]) => deals.get(other)! - deals.get(one)!)
    .map(([, line]) => line);
  const beside = bytesOf({ asOf, lines: [] });
  const noted: Notes = { asOf, lines: [...thatFit(fullest, MOST_BYTES - beside)] };
  documentStore.set(KEY, JSON.stringify(noted));
}

/**
 * The chance to be won, 0 to 1, of a deal that is in a stage since a day, as of the last refresh; of one that is there
 * about as long when none was as long. `null` for a stage of which nothing is noted.
 */
export function chancesNoted(): (stage: StageKey, since: Day) => number | null {
  const { asOf, lines } = parsed(notes(), documentStore.get(KEY)) ?? { asOf: '', lines: [] };
  const known = new Map<string, number | null>();
  return (stage, since) => {
    const key = `${stage} ${since}`;
    const chance = known.get(key);
    if (chance !== undefined) return chance;
    const found = nearest(lines, stage, asOf === '' ? 0 : daysBetween(since, asOf));
    known.set(key, found);
    return found;
  };
}

function nearest(lines: readonly Line[], stage: StageKey, days: number): number | null {
  let found: Line | null = null;
  for (const line of lines) {
    if (line[0] !== stage) continue;
    if (found === null || Math.abs(line[1] - days) < Math.abs(found[1] - days)) found = line;
  }
  return found === null ? null : found[2];
}
