import type { Criterion, Must } from '../domain/criterion';
import { holds } from '../domain/shortfalls';

type Pair<A extends Must['kind'], B extends Must['kind']> = [
  Extract<Must, { kind: A }>,
  Extract<Must, { kind: B }>,
];

/** The two in this order, whichever way round they stand; `null` when they are others. */
function pair<A extends Must['kind'], B extends Must['kind']>(
  one: Must,
  two: Must,
  a: A,
  b: B,
): Pair<A, B> | null {
  if (one.kind === a && two.kind === b) return [one, two] as Pair<A, B>;
  if (one.kind === b && two.kind === a) return [two, one] as Pair<A, B>;
  return null;
}

function exclude(one: Must, two: Must): boolean {
  const range = pair(one, two, 'atLeast', 'atMost');
  if (range) return range[0].number > range[1].number;
  const days = pair(one, two, 'afterToday', 'beforeToday');
  if (days) return days[1].days - days[0].days < 2;
  return noneOf(one, two) || noneOf(two, one);
}

/** The texts that a field may say; `null` when there are more than a row can name. */
function named(must: Must): readonly string[] | null {
  if (must.kind === 'equals') return [must.text];
  return must.kind === 'oneOf' ? must.texts : null;
}

/** What a text alone decides. */
const BY_TEXT: ReadonlySet<Must['kind']> = new Set([
  'equals',
  'oneOf',
  'contains',
  'atLeast',
  'atMost',
]);

/** Whether none of the texts that one row names meets the other. */
function noneOf(one: Must, other: Must): boolean {
  const texts = BY_TEXT.has(other.kind) ? named(one) : null;
  const criterion = {
    stage: '',
    side: 'entering',
    field: 'own:',
    must: other,
    group: '',
    say: '',
  } as const;
  const meets = (text: string) =>
    holds(criterion, { facts: () => ({ kind: 'text', text }), today: '' });
  return texts !== null && !texts.some(meets);
}

/** Each of two fields has to be after the other one. */
function chase(one: Criterion, two: Criterion): boolean {
  const days = pair(one.must, two.must, 'afterField', 'afterField');
  return days !== null && days[0].other === two.field && days[1].other === one.field;
}

/**
 * Whether no deal could ever meet both: "at least 10" and "at most 5" of one field at one gate.
 * Alternatives of a group never contradict.
 */
export function contradict(one: Criterion, two: Criterion): boolean {
  return (
    one.stage === two.stage &&
    one.side === two.side &&
    one.group === '' &&
    two.group === '' &&
    (chase(one, two) || (one.field === two.field && exclude(one.must, two.must)))
  );
}
