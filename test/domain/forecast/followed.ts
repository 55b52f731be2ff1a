import { addDays } from '../../../src/domain/day';
import type { ChanceModel } from '../../../src/domain/forecast/chanceModel';
import { curvesOf } from '../../../src/domain/forecast/curves';
import { addExits, type Exits, noExits } from '../../../src/domain/forecast/exits';
import { numberOf, panelOf } from '../../../src/domain/forecast/panel';
import type { Pipeline } from '../../../src/domain/pipeline';
import type { Spell } from '../../support/aalenJohansen';
import { aHistory, aStage } from './histories';

/** Deals of one open stage, by days after a first day. */
export interface Followed {
  readonly deals: readonly {
    readonly came: number;
    readonly outcome: 'won' | 'lost' | 'open';
    /** When it was won or lost. */
    readonly left: number;
  }[];
  /** What was won or lost up to this day is not in the data. */
  readonly seenFrom: number;
  readonly lastDay: number;
}

/** The same as the estimator wants it: by age. */
export function spellsOf({ deals, seenFrom, lastDay }: Followed): readonly Spell[] {
  return deals.map(({ came, outcome, left }) => ({
    entry: Math.max(0, seenFrom - came),
    time: (outcome === 'open' ? lastDay : left) - came,
    outcome,
  }));
}

/** More evenings than any of these deals sits. */
const CAP = 500;
const START = '2016-01-01';

const KINDS = {
  won: ['open', 'won', 'lost'],
  /** What is lost counts as won, so that the same recursion tells how much is lost. */
  lost: ['open', 'lost', 'won'],
} as const;

function oneStage(asked: keyof typeof KINDS): Pipeline {
  const keys = ['open', 'won', 'lost'];
  return {
    stages: keys.map((key, i) => aStage(key, { kind: KINDS[asked][i]! })),
    criteria: [],
    switches: { maySkip: true, mayGoBack: true, startIn: [] },
  };
}

/** The forecast's table of exits of these deals. */
function tableOf({ deals, seenFrom, lastDay }: Followed, pipeline: Pipeline): Exits {
  const histories = deals.map(({ came, outcome, left }, index) =>
    aHistory(`D${index}`, [
      ['open', addDays(START, came)],
      ...(outcome === 'open' ? [] : [[outcome, addDays(START, left)] as const]),
    ]),
  );
  const panel = panelOf(histories, pipeline, addDays(START, lastDay));
  const exits = noExits(panel, CAP);
  const first = numberOf(START);
  addExits(exits, panel, {
    spells: Int32Array.from(panel.spells.from.keys()),
    weights: new Float64Array(panel.histories.length).fill(1),
    window: { after: first + seenFrom, upTo: first + lastDay },
  });
  return exits;
}

/** The chances of the table just as they were counted: no default, nothing smoothed. */
function asCounted({ exposed, left, states }: Exits): ChanceModel {
  const width = states + 2;
  const go = left.map((exits, i) => (exits === 0 ? 0 : exits / exposed[Math.floor(i / width)]!));
  const stay = exposed.map((_, cell) => {
    const row = go.subarray(cell * width, (cell + 1) * width);
    return 1 - row.reduce((sum, chance) => sum + chance, 0);
  });
  const [born, weight] = [Float64Array.of(1, 0, 0), Float64Array.of(1)];
  return { cap: CAP, states, stay, go, born, weight };
}

/** Deals at risk just before each of these ages, and the shares that are open, won and lost by then, as the forecast works them out. */
export function sharesOf(followed: Followed, ages: readonly number[]) {
  const exits = tableOf(followed, oneStage('won'));
  const won = curvesOf(asCounted(exits), ages).within.map((chances) => chances[0]!);
  const turned = tableOf(followed, oneStage('lost'));
  const lost = curvesOf(asCounted(turned), ages).within.map((chances) => chances[0]!);
  return ages.map((age, i) => ({
    atRisk: exits.exposed[age - 1]!,
    open: 1 - won[i]! - lost[i]!,
    won: won[i]!,
    lost: lost[i]!,
  }));
}
