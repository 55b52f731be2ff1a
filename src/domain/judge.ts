import type { Day } from './day';
import type { Field } from './fact';
import type { Shortfall } from './gate';
import type { Pipeline, Stage, StageKey } from './pipeline';
import { normalLabel, openStages, stageNamed } from './pipeline';
import { pipelineAlone } from './pipelines';
import { type Circumstances, isFilled, numberIn, shortfalls } from './shortfalls';
import { type Journey, type Passage, wayOf } from './way';

/** A move that somebody asks for. `from` is the deal's accepted stage, `''` for a new deal. */
export interface MoveRequest extends Circumstances, Journey {
  /** The lost reason that asks for a note. */
  readonly otherReason?: string;
  /** Given only when the person is known, may override, and asks for it. */
  readonly override?: { readonly reason: string };
}

export interface Held {
  readonly kind: 'held';
  /** The first stage whose gate does not open. */
  readonly at: StageKey;
  /** All that is missing on the way, so that it can be filled in at once. */
  readonly shortfalls: readonly Shortfall[];
}

export type Outcome =
  | { readonly kind: 'moved' }
  | Held
  /** Carries what was overridden, for the ledger and the audit. */
  | {
      readonly kind: 'overridden';
      readonly shortfalls: readonly Shortfall[];
      readonly reason: string;
    };

function isOther({ facts, otherReason }: MoveRequest): boolean {
  const reason = facts('lostReason');
  return (
    otherReason !== undefined &&
    reason?.kind === 'text' &&
    normalLabel(reason.text) === normalLabel(otherReason)
  );
}

/** The field that the record of a closed or nurtured deal lacks. Winning sets Close date itself. */
function lacking(request: MoveRequest): Field | null {
  const { facts } = request;
  switch (request.to.kind) {
    case 'open':
      return null;
    case 'won':
      return numberIn(facts('amount')) === null ? 'amount' : null;
    case 'nurture':
      return facts('revisitOn')?.kind === 'day' ? null : 'revisitOn';
    case 'lost':
      if (!isFilled(facts('lostReason'))) return 'lostReason';
      return isOther(request) && !isFilled(facts('lostNote')) ? 'lostNote' : null;
  }
}

function needs(field: Field, { facts }: MoveRequest): Shortfall {
  const fact = facts(field);
  const isEmpty = fact === null || (fact.kind === 'text' && fact.text.trim() === '');
  if (isEmpty || field === 'lostReason' || field === 'lostNote') return { kind: 'needs', field };
  return { kind: 'needs', field, asA: field === 'amount' ? 'number' : 'day' };
}

/** What the shortfall asks for, wherever it is asked. */
function askedOf(shortfall: Shortfall): string {
  if (shortfall.kind !== 'criterion') return JSON.stringify(shortfall);
  const { field, must, say, orElse } = shortfall;
  return JSON.stringify([field, must, say, orElse.map((other) => [other.field, other.must])]);
}

/** What two gates ask alike is missing once. */
function withoutRepeats(missing: readonly Shortfall[]): readonly Shortfall[] {
  const asked = missing.map(askedOf);
  return missing.filter((_, index) => asked.indexOf(asked[index]!) === index);
}

function heldAlong(
  pipeline: Pipeline,
  passages: readonly Passage[],
  request: MoveRequest,
): Held | null {
  const missing = passages.flatMap(({ stage, side }) => {
    const gate = pipeline.criteria.filter((it) => it.stage === stage.key && it.side === side);
    return shortfalls(gate, request).map((shortfall) => ({ at: stage.key, shortfall }));
  });
  const field = lacking(request);
  const isAsked = missing.some((it) => 'field' in it.shortfall && it.shortfall.field === field);
  if (field !== null && !isAsked) {
    missing.push({ at: request.to.key, shortfall: needs(field, request) });
  }
  const first = missing[0];
  if (first === undefined) return null;
  const asked = withoutRepeats(missing.map((it) => it.shortfall));
  return { kind: 'held', at: first.at, shortfalls: asked };
}

function heldOf(pipeline: Pipeline, request: MoveRequest): Held | null {
  const way = wayOf(pipeline, request);
  if (way.kind === 'open') return heldAlong(pipeline, way.passages, request);
  return { kind: 'held', at: way.at, shortfalls: [way.because] };
}

/**
 * Judges a move: *moved*; *held*, with all that is missing; or *overridden*, when an override with
 * a reason is given and something is missing. An override passes criteria, switches and needs alike.
 * Moving to the stage where the deal already is changes nothing and is not judged.
 */
export function judgeMove(pipeline: Pipeline, request: MoveRequest): Outcome {
  if (request.from === request.to.key) return { kind: 'moved' };
  const held = heldOf(pipeline, request);
  if (held === null) return { kind: 'moved' };
  if (request.override === undefined) return held;
  const reason = request.override.reason.trim();
  if (reason !== '') return { kind: 'overridden', shortfalls: held.shortfalls, reason };
  return { ...held, shortfalls: [{ kind: 'overrideNeedsReason' }, ...held.shortfalls] };
}

/**
 * Judges what was typed into the Stage cell: as `judgeMove`, but the text may name no stage, or be
 * empty. A new deal without a stage stays one: that is *moved* to nowhere, and nothing to record.
 */
export function judgeTyped(
  pipeline: Pipeline,
  typed: string,
  request: Omit<MoveRequest, 'to'>,
): Outcome {
  const to = stageNamed(pipeline, typed);
  if (to !== undefined) return judgeMove(pipeline, { ...request, to });
  if (typed.trim() !== '') {
    return { kind: 'held', at: request.from, shortfalls: [{ kind: 'unknownStage', typed }] };
  }
  if (request.from === '') return { kind: 'moved' };
  return { kind: 'held', at: request.from, shortfalls: [{ kind: 'mayNotClearStage' }] };
}

/**
 * The furthest stage on the way to `to` for which the facts suffice, switches aside: where a strict
 * import puts a deal. `null` when the facts do not suffice for the first stage either.
 */
export function furthestQualified(
  whole: Pipeline,
  to: Stage,
  about: Circumstances & Pick<MoveRequest, 'otherReason'>,
): Stage | null {
  const pipeline = pipelineAlone(whole, to.pipeline);
  const open = openStages(pipeline);
  const before = to.kind === 'open' ? open.slice(0, open.indexOf(to)) : open;
  const found = [to, ...[...before].reverse()].find((stage) => {
    const switches = { ...pipeline.switches, startIn: [stage.key] };
    const outcome = judgeMove({ ...pipeline, switches }, { ...about, from: '', to: stage });
    return outcome.kind === 'moved';
  });
  return found ?? null;
}

/** The Close date that winning writes: the day of the move, unless an earlier day is typed. */
export function closingDay(typed: Day | null, today: Day): Day {
  return typed !== null && typed < today ? typed : today;
}
