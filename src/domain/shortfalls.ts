import type { Criterion, Must } from './criterion';
import { addDays, type Day } from './day';
import type { Fact, Facts } from './fact';
import type { Shortfall } from './gate';
import { normalLabel } from './pipeline';

/** What is counted about a deal outside its own cells. */
export interface Counts {
  /** Logged activities of a kind; of any kind when it is `''`. */
  readonly activities: (kind: string) => number;
  readonly isTaskDone: (task: string) => boolean;
}

/** What a criterion is held against. Without `counts` nothing is logged and no task is done. */
export interface Circumstances {
  readonly facts: Facts;
  readonly today: Day;
  readonly counts?: Counts;
}

/** Whether a cell holds something: a tick box that is not ticked and an unreadable cell do not. */
export function isFilled(fact: Fact): boolean {
  switch (fact?.kind) {
    case 'text':
      return fact.text.trim() !== '';
    case 'tick':
      return fact.ticked;
    case 'number':
    case 'day':
      return true;
    case 'unreadable':
    case undefined:
      return false;
  }
}

/** A number, also one that stands as text in plain digits. "12,000" is nobody's number: it may mean 12 or 12000. */
export function numberIn(fact: Fact): number | null {
  if (fact?.kind === 'number') return fact.number;
  if (fact?.kind !== 'text') return null;
  const text = fact.text.normalize('NFKC').trim();
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function isAtLeast(fact: Fact, number: number): boolean {
  const found = numberIn(fact);
  return found !== null && found >= number;
}

function isAtMost(fact: Fact, number: number): boolean {
  const found = numberIn(fact);
  return found !== null && found <= number;
}

function textIn(fact: Fact): string | null {
  switch (fact?.kind) {
    case 'text':
      return normalLabel(fact.text);
    case 'number':
      return String(fact.number);
    case 'tick':
      return String(fact.ticked);
    case 'day':
      return fact.day;
    case 'unreadable':
    case undefined:
      return null;
  }
}

/** Width, case and spaces do not count; a number equals every way to write it in plain digits. */
function isEqual(fact: Fact, text: string): boolean {
  if (fact?.kind === 'number') {
    return numberIn({ kind: 'text', text }) === fact.number;
  }
  return textIn(fact) === normalLabel(text);
}

function doesContain(fact: Fact, text: string): boolean {
  const wanted = normalLabel(text);
  return wanted !== '' && (textIn(fact)?.includes(wanted) ?? false);
}

/** Days are compared with days and numbers with numbers; two empty cells are in no order. */
function isAfter(fact: Fact, other: Fact): boolean {
  if (fact?.kind === 'day' && other?.kind === 'day') return fact.day > other.day;
  if (fact?.kind === 'number' && other?.kind === 'number') return fact.number > other.number;
  return false;
}

function isMet(fact: Fact, must: Must, { facts, today, counts }: Circumstances): boolean {
  switch (must.kind) {
    case 'isFilled':
      return isFilled(fact);
    case 'isTicked':
      return fact?.kind === 'tick' && fact.ticked;
    case 'atLeast':
      return isAtLeast(fact, must.number);
    case 'atMost':
      return isAtMost(fact, must.number);
    case 'equals':
      return isEqual(fact, must.text);
    case 'oneOf':
      return must.texts.some((text) => isEqual(fact, text));
    case 'contains':
      return doesContain(fact, must.text);
    case 'isDate':
      return fact?.kind === 'day';
    case 'afterToday':
      return fact?.kind === 'day' && fact.day > addDays(today, must.days);
    case 'beforeToday':
      return fact?.kind === 'day' && fact.day < addDays(today, must.days);
    case 'afterField':
      return isAfter(fact, facts(must.other));
    case 'activities':
      return (counts?.activities(must.activity) ?? 0) >= must.atLeast;
    case 'taskDone':
      return counts?.isTaskDone(must.task) ?? false;
  }
}

/** Whether one criterion holds. */
export function holds(criterion: Criterion, about: Circumstances): boolean {
  return isMet(about.facts(criterion.field), criterion.must, about);
}

function isAlternative(criterion: Criterion, other: Criterion): boolean {
  return (
    criterion.group !== '' &&
    criterion.group === other.group &&
    criterion.stage === other.stage &&
    criterion.side === other.side
  );
}

function shortfallOf(criterion: Criterion, orElse: readonly Criterion[]): Shortfall {
  const { stage, side, field, must, say } = criterion;
  return { kind: 'criterion', stage, side, field, must, say, orElse };
}

/**
 * The criteria of one gate that do not hold, in their order. Of the alternatives in a group the
 * first one stands for all, with the others as `orElse`. Criteria of several gates may be given:
 * groups never reach across gates.
 */
export function shortfalls(
  criteria: readonly Criterion[],
  about: Circumstances,
): readonly Shortfall[] {
  const missing: Shortfall[] = [];
  for (const [index, criterion] of criteria.entries()) {
    if (holds(criterion, about)) continue;
    const alternatives = criteria.filter((other) => isAlternative(criterion, other));
    const isFirst = alternatives.length === 0 || criteria.indexOf(alternatives[0]!) === index;
    if (!isFirst || alternatives.some((other) => holds(other, about))) continue;
    const orElse = alternatives.filter((other) => other !== criterion);
    missing.push(shortfallOf(criterion, orElse));
  }
  return missing;
}
