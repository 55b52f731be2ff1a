import { readFileSync } from 'node:fs';
import { addDays, dayOf } from '../../../src/domain/day';
import { brier, type JudgedChance } from '../../../src/domain/forecast/accuracy';
import { dealOutlooks } from '../../../src/domain/forecast/dealOutlook';
import { aHistory, aStage, asItStood } from './histories';

const FIXED = new Map([
  ['Submitted', 0.1],
  ['Preaccepted', 0.25],
  ['Accepted', 0.4],
  ['OfferSent', 0.5],
  ['OfferReturned', 0.75],
]);

/** Brier scores of "won within 28 days" over the origins, ours and of fixed percentages; the share learned. */
export function bpicBrier(
  folder: string,
  origins: readonly string[],
): { readonly ours: number; readonly fixed: number; readonly learned: number } {
  const file = `${folder}/bpic2012_asof_2012-01-15/stage_history.csv`;
  const paths = new Map<string, [string, string][]>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [deal, stage, entered] = line.trim().split(',') as [string, string, string];
    const path = paths.get(deal);
    if (path === undefined) paths.set(deal, [[stage, entered]]);
    else path.push([stage, entered]);
  }
  const pipeline = {
    stages: [
      ...[...FIXED].map(([key, chance]) => aStage(key, { chance })),
      aStage('Won', { kind: 'won' }),
      aStage('Lost', { kind: 'lost' }),
    ],
    criteria: [],
    switches: { maySkip: true, mayGoBack: true, startIn: [] },
  };
  const wonOn = new Map<string, string>();
  const deals = [...paths].map(([deal, path]) => {
    const [stage, at] = path[path.length - 1]!;
    if (stage === 'Won') wonOn.set(deal, dayOf(at));
    return aHistory(deal, path);
  });
  const ours: JudgedChance[] = [];
  const fixed: JudgedChance[] = [];
  let learned = 0;
  for (const asOf of origins) {
    const histories = deals.flatMap((deal) => asItStood(deal, asOf) ?? []);
    for (const outlook of dealOutlooks({ histories, pipeline, asOf, horizons: [28] })) {
      const won = (wonOn.get(outlook.deal) ?? '9999') <= addDays(asOf, 28);
      ours.push({ chance: outlook.within[0]!, won });
      fixed.push({ chance: FIXED.get(outlook.stage)!, won });
      learned += outlook.source === 'learned' ? 1 : 0;
    }
  }
  return { ours: brier(ours)!, fixed: brier(fixed)!, learned: learned / ours.length };
}
