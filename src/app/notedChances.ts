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
  const lines = new Map<string, Map<number, { readonly line: Line; deals: number }>>();
  for (const { stage, evenings, chance, source } of outlooks) {
    if (source === 'override') continue;
    const ofStage = lines.get(stage) ?? new Map();
    lines.set(stage, ofStage);
    const line: Line = [stage, evenings, Number(chance.toFixed(DIGITS))];
    ofStage.set(evenings, { line, deals: (ofStage.get(evenings)?.deals ?? 0) + 1 });
  }
  const fullest = inTurn([...lines.values()].map((ofStage) => [...ofStage.values()]));
  const beside = bytesOf({ asOf, lines: [] });
  const noted: Notes = { asOf, lines: [...thatFit(fullest, MOST_BYTES - beside)] };
  documentStore.set(KEY, JSON.stringify(noted));
}

/** The fullest line of each stage, then the second of each: where there is no room for all, each stage keeps some. */
function inTurn(stages: readonly { readonly line: Line; readonly deals: number }[][]): Line[] {
  const sorted = stages.map((ofStage) => ofStage.sort((a, b) => b.deals - a.deals));
  const longest = Math.max(0, ...sorted.map(({ length }) => length));
  return Array.from({ length: longest }).flatMap((_, turn) =>
    sorted.flatMap((ofStage) => {
      const one = ofStage[turn];
      return one === undefined ? [] : [one.line];
    }),
  );
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
