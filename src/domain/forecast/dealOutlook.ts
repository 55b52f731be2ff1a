import type { Day } from '../day';
import type { DealId } from '../ledger';
import type { Pipeline, StageKey } from '../pipeline';
import { seasonalChances } from './ahead';
import { type ChanceModel, defaultExits, fitChances } from './chanceModel';
import { type ChanceSource, stageChances } from './chances';
import { EVER_DAYS, LEARNED_FROM_WEIGHT } from './constants';
import { curvesOf } from './curves';
import { type Evidence, evidenceOf } from './evidence';
import { type Learning, learn, type Past, walkExits } from './learning';
import { numberOf, type Panel } from './panel';
import { NO_SEASON, seasonOf } from './season';
import { trackOf } from './track';

/** How one open deal stands. Chances are 0 to 1. */
export interface DealOutlook {
  readonly deal: DealId;
  readonly stage: StageKey;
  /** `null` when nobody knows since when. */
  readonly daysInStage: number | null;
  /** Days since it is taken to be there: by these goes its chance. */
  readonly evenings: number;
  /** To be won at all. */
  readonly chance: number;
  readonly source: ChanceSource;
  /** To be won within each of the asked horizons, in their order. */
  readonly within: readonly number[];
  /** Minor units in the deal's own currency. */
  readonly amount: number | null;
  readonly currency: string;
  /** `null` when the chance is not learned. */
  readonly evidence: Evidence | null;
}

/** Chances count from the day after `asOf`. */
export interface OutlookInput extends Past {
  /** In days, whole and above 0. */
  readonly horizons: readonly number[];
  /** False: months of a quarter are taken to be alike, whatever the ledger shows. */
  readonly seasonal?: boolean;
}

/**
 * Every open deal's chance to be won, ever and within each horizon: its own override, else what
 * the histories teach about deals that have sat as long in its stage, else the stage's default.
 * Won, lost, nurtured and deleted deals have no outlook. Entries after `asOf` are not looked at.
 */
export function dealOutlooks(input: OutlookInput): readonly DealOutlook[] {
  const learning = learn(input);
  const { panel } = learning;
  const model = chanceModelOf(learning, input.pipeline);
  const track = trackOf(panel, learning.first, () => 0);
  const season = input.seasonal === false ? NO_SEASON : seasonOf(track, panel.lastDay);
  const { within } = seasonalChances(model, season, {
    day: panel.lastDay,
    horizons: input.horizons,
  });
  const ever = curvesOf(model, [EVER_DAYS]).within[0]!;
  const evidence = evidenceOf(panel);
  const { spells } = panel;
  return openSpells(panel).map((spell) => {
    const { deal, state } = panel.histories[spells.deal[spell]!]!;
    const at = spells.state[spell]!;
    const evenings = panel.lastDay - spells.from[spell]!;
    const source = sourceOf(model, at, state.winChance);
    return {
      deal,
      stage: panel.states[at]!,
      daysInStage: spells.known[spell] === 1 ? evenings : null,
      evenings,
      source,
      ...chancesOf({ within, ever }, cellOf(model, at, evenings), state.winChance),
      amount: state.amount,
      currency: state.currency,
      evidence: source === 'learned' ? evidence(at, evenings) : null,
    };
  });
}

/**
 * The chance to be won at all that each deal had on the evening of an earlier day, by what was
 * known then. Deals that were not open that evening have none.
 */
export function earlierChances(
  learning: Learning,
  pipeline: Pipeline,
  asOf: Day,
): ReadonlyMap<DealId, number> {
  const { panel } = learning;
  const defaults = defaultExitsOf(panel, pipeline);
  const chances = new Map<DealId, number>();
  walkExits(learning, [numberOf(asOf)], (exits, day, standing) => {
    const model = fitChances(exits, defaults);
    const ever = curvesOf(model, [EVER_DAYS]).within[0]!;
    for (const spell of standing) {
      const at = panel.spells.state[spell]!;
      if (at >= panel.open) continue;
      const { deal, state } = panel.histories[panel.spells.deal[spell]!]!;
      const cell = cellOf(model, at, day - panel.spells.from[spell]!);
      chances.set(deal, chancesOf({ within: [], ever }, cell, state.winChance).chance);
    }
  });
  return chances;
}

/** What a panel teaches up to its last day, blended with the pipeline's defaults. */
export function chanceModelOf(learning: Learning, pipeline: Pipeline): ChanceModel {
  const { panel } = learning;
  const defaults = defaultExitsOf(panel, pipeline);
  let model: ChanceModel | null = null;
  walkExits(learning, [panel.lastDay], (exits) => {
    model = fitChances(exits, defaults);
  });
  if (model === null) throw new Error('a panel is always seen on its last day');
  return model;
}

/** Where exits lead by the pipeline's default chances alone. */
export function defaultExitsOf(panel: Panel, pipeline: Pipeline): Float64Array {
  const stages = stageChances(pipeline);
  const lasts = stages.flatMap(({ isLast }, index) => (isLast ? [index] : []));
  const chances = stages.map(({ chance }) => chance);
  return defaultExits(chances, panel.states.length, lasts);
}

/** Positions of the spells that go on over the last evening in an open stage: one a deal, by the deals' order. */
export function openSpells({ spells, lastDay, open }: Panel): readonly number[] {
  const found: number[] = [];
  spells.to.forEach((to, spell) => {
    if (to > lastDay && spells.state[spell]! < open) found.push(spell);
  });
  return found.sort((one, other) => spells.deal[one]! - spells.deal[other]!);
}

/** The model's cell for a deal that has sat so many evenings in a state. */
export function cellOf(model: ChanceModel, state: number, evenings: number): number {
  return state * model.cap + Math.min(Math.max(0, evenings), model.cap - 1);
}

function sourceOf(model: ChanceModel, state: number, own: number | null): ChanceSource {
  if (own !== null) return 'override';
  return model.weight[state]! >= LEARNED_FROM_WEIGHT ? 'learned' : 'default';
}

/** An override says whether a deal is won; the learned curve still says when. */
function chancesOf(
  { within, ever }: { within: readonly Float64Array[]; ever: Float64Array },
  cell: number,
  own: number | null,
): { readonly chance: number; readonly within: readonly number[] } {
  const learned = ever[cell]!;
  const chance = own === null ? learned : Math.min(1, Math.max(0, own));
  const scale = learned > 0 ? chance / learned : 0;
  return { chance, within: within.map((chances) => Math.min(chance, chances[cell]! * scale)) };
}
