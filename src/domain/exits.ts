import type { DealHistory, Visit } from './history';
import { openStages, type Pipeline, type StageKey } from './pipeline';

/** How a visit to an open stage ended. `back` is to an earlier stage, or through lost or nurture into the same one. */
export type Exit = 'still' | 'forward' | 'back' | 'lost' | 'nurtured' | 'elsewhere';

/** Where stages stand in the order: open ones 1 to K, won K + 1. Others have no place. */
export interface StageOrder {
  readonly placeOf: ReadonlyMap<StageKey, number>;
  readonly last: number;
  readonly lost: ReadonlySet<StageKey>;
  readonly nurture: ReadonlySet<StageKey>;
}

/** The order of a pipeline's stages, made once for many deals. */
export function stageOrder(pipeline: Pipeline): StageOrder {
  const open = openStages(pipeline);
  const placeOf = new Map(open.map((stage, index) => [stage.key, index + 1]));
  const keysOf = (kind: string) =>
    pipeline.stages.filter((stage) => stage.kind === kind).map((stage) => stage.key);
  for (const won of keysOf('won')) placeOf.set(won, open.length + 1);
  return {
    placeOf,
    last: open.length,
    lost: new Set(keysOf('lost')),
    nurture: new Set(keysOf('nurture')),
  };
}

/** The place of an open stage, 1 to K; 0 for every other one. */
export function openPlace(order: StageOrder, stage: StageKey): number {
  const place = order.placeOf.get(stage) ?? 0;
  return place > order.last ? 0 : place;
}

/**
 * The furthest place of a deal in the order: going back never lowers it. A
 * deal of which no place is known counts at the first stage.
 */
export function reachOf({ visits }: DealHistory, order: StageOrder): number {
  let reach = 0;
  for (const { stage } of visits) reach = Math.max(reach, order.placeOf.get(stage) ?? 0);
  return Math.max(reach, Math.min(1, order.last));
}

/** Whether the ledger knows how far a lost or nurtured deal had come. */
export function isReachKnown({ visits }: DealHistory, order: StageOrder): boolean {
  return visits.some((visit) => visit.known && order.placeOf.has(visit.stage));
}

/** The last open stage of a deal that is not in one now; `undefined` when the ledger knows none. */
export function lastOpenStage({ visits }: DealHistory, order: StageOrder): StageKey | undefined {
  for (let index = visits.length - 1; index >= 0; index -= 1) {
    const { stage } = visits[index]!;
    if (openPlace(order, stage) > 0) return stage;
  }
  return undefined;
}

/**
 * How each visit to an open stage ended, in the order of visits. A loss or a stay in nurture that was
 * reopened is no end: what counts is where the deal went on.
 */
export function exitsOf(
  { visits }: DealHistory,
  order: StageOrder,
): readonly { readonly visit: Visit; readonly exit: Exit }[] {
  const exits: { visit: Visit; exit: Exit }[] = [];
  let end: Exit = 'still';
  let later = 0;
  for (let index = visits.length - 1; index >= 0; index -= 1) {
    const visit = visits[index]!;
    const place = order.placeOf.get(visit.stage) ?? 0;
    if (place === 0) {
      if (index === visits.length - 1) end = endIn(visit.stage, order);
      continue;
    }
    const exit = later === 0 ? end : later > place ? 'forward' : 'back';
    if (place <= order.last) exits.push({ visit, exit });
    later = place;
  }
  return exits.reverse();
}

function endIn(stage: StageKey, order: StageOrder): Exit {
  if (order.lost.has(stage)) return 'lost';
  return order.nurture.has(stage) ? 'nurtured' : 'elsewhere';
}
