import { type Day, dayOf, type LocalTime } from '../../domain/day';
import type { EntryKind, How } from '../../domain/ledger';
import type { StageKey } from '../../domain/pipeline';
import type { DealFacts } from './dealRow';
import type { PlanIndex } from './planIndex';

/** A step of a deal's life, before the tracked fields are put to it. */
export interface Step {
  readonly kind: Extract<EntryKind, 'created' | 'moved' | 'held'>;
  readonly from: StageKey | '';
  /** `''` only where a deal was created in a stage that nobody knows. */
  readonly to: StageKey | '';
  readonly at: LocalTime;
  readonly how: How;
  /** Who did it, where a history says so. */
  readonly by: string;
  /** Of an *assumed* creation: the day that the file tells, when the deal had moved on already. */
  readonly toldCreated?: Day;
}

interface Dated {
  readonly stage: StageKey;
  readonly at: LocalTime;
  /** False when the file does not tell the day. */
  readonly known: boolean;
}

/** The stages that the row dates, oldest first; none after the closing, whose day is the surest. */
function datedStages(facts: DealFacts, index: PlanIndex): Dated[] {
  const place = (stage: StageKey) => index.placeOf.get(stage) ?? 0;
  const dated: Dated[] = facts.entered.map(({ stage, at }) => ({ stage, at, known: true }));
  if (facts.since !== null && facts.stage !== null && facts.closed === null) {
    const own = dated.findIndex(({ stage }) => stage === facts.stage);
    if (own !== -1) dated.splice(own, 1);
    dated.push({ stage: facts.stage, at: facts.since, known: true });
  }
  dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : place(a.stage) - place(b.stage)));
  const end = facts.closed;
  return end === null
    ? dated
    : dated.map((one) => (one.at > endOf(end) ? { ...one, at: end, known: false } : one));
}

/** A day without a time lasts until its end. */
function endOf(moment: LocalTime): LocalTime {
  return moment.endsWith('T00:00:00') ? `${moment.slice(0, 10)}T23:59:59` : moment;
}

function later(a: LocalTime, b: LocalTime): LocalTime {
  return a > b ? a : b;
}

/** Where the deal went: the dated stages, then its last open stage and its present one where they are others. */
function journey(facts: DealFacts, now: StageKey, index: PlanIndex, asOf: Day): Dated[] {
  const isOpen = (key: StageKey) => index.stages.get(key)?.kind === 'open';
  const steps = datedStages(facts, index);
  const lastAt = (): LocalTime | undefined => steps[steps.length - 1]?.at;
  const fallback = facts.created ?? facts.closed ?? `${asOf}T00:00:00`;
  const assume = (stage: StageKey) =>
    steps.push({ stage, at: later(lastAt() ?? fallback, facts.created ?? ''), known: false });
  if (!isOpen(now)) {
    const { lastOpen } = facts;
    if (lastOpen !== null && steps[steps.length - 1]?.stage !== lastOpen) {
      // On its way for certain, nobody knows since when.
      const known = steps.filter(({ stage }) => stage === lastOpen).length > 0;
      if (!known) assume(lastOpen);
    }
    if (facts.closed === null) assume(now);
    else steps.push({ stage: now, at: later(facts.closed, lastAt() ?? ''), known: true });
  } else if (steps[steps.length - 1]?.stage !== now) {
    if (steps.length === 0 && index.placeOf.get(now) === 0) {
      steps.push({ stage: now, at: fallback, known: facts.created !== null });
    } else assume(now);
  }
  return steps;
}

/** How a deal was created of which no day can be right; one that the file tells is kept, to be looked at. */
export function assumedCreation(told: LocalTime | null): Pick<Step, 'how' | 'toldCreated'> {
  return { how: 'assumed', ...(told === null ? {} : { toldCreated: dayOf(told) }) };
}

/**
 * The beginning: every deal is created in the first stage, on the day that the file tells; on the
 * day of what is known of it next, and *assumed*, when it tells none or one that is later still.
 */
function beginning({ created }: DealFacts, next: Dated, index: PlanIndex): Step {
  const first = [...index.placeOf].find(([, place]) => place === 0)?.[0] ?? '';
  const isTold = created !== null && created <= endOf(next.at);
  const isFirst = next.stage === first && next.known;
  return {
    kind: 'created',
    from: '',
    to: first,
    at: isTold ? created : next.at,
    by: '',
    ...(isTold || isFirst ? { how: 'import' } : assumedCreation(created)),
  };
}

/**
 * Whether a deal that is open no more tells nothing of the way that it took through several open
 * stages: it was created, and later it was closed.
 */
function isWayUnknown(dated: readonly Dated[], now: StageKey, index: PlanIndex): boolean {
  const isOpen = (key: StageKey) => index.stages.get(key)?.kind === 'open';
  return index.last > 1 && !isOpen(now) && !dated.some(({ stage }) => isOpen(stage));
}

/**
 * A beginning of which only the day is known. The deal counts at the first stage, where every deal
 * is counted, but nobody knows how long it was there or how far it came.
 */
function unknownBeginning(created: Step): readonly Step[] {
  const { at, to, by } = created;
  return [
    { ...created, to: '' },
    { kind: 'moved', from: '', to, at, how: 'assumed', by },
  ];
}

/**
 * The life of a deal that has no history, from the dates of its row: created, one step for each
 * date that names a stage, then the closing. A day that the row does not tell is *assumed*.
 */
export function lifeFromDates(
  facts: DealFacts,
  now: StageKey,
  index: PlanIndex,
  asOf: Day,
): Step[] {
  const dated = journey(facts, now, index, asOf);
  const created = beginning(facts, dated[0] as Dated, index);
  const isUnknown = created.how === 'import' && isWayUnknown(dated, now, index);
  const steps: Step[] = isUnknown ? [...unknownBeginning(created)] : [created];
  let { to: stage, at } = created;
  for (const one of dated) {
    if (one.stage === stage) continue;
    at = later(at, one.at);
    steps.push({
      kind: 'moved',
      from: stage,
      to: one.stage,
      at,
      how: one.known ? 'import' : 'assumed',
      by: '',
    });
    stage = one.stage;
  }
  return steps;
}
