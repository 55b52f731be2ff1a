import type { Criterion, Must } from '../domain/criterion';
import { normalLabel } from '../domain/pipeline';

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
  const equal = pair(one, two, 'equals', 'equals');
  if (equal) return normalLabel(equal[0].text) !== normalLabel(equal[1].text);
  const among = pair(one, two, 'equals', 'oneOf');
  if (among) {
    const wanted = normalLabel(among[0].text);
    return !among[1].texts.some((text) => normalLabel(text) === wanted);
  }
  return false;
}

/**
 * Whether no deal could ever meet both: "at least 10" and "at most 5" of one field at one gate.
 * Alternatives of a group never contradict.
 */
export function contradict(one: Criterion, two: Criterion): boolean {
  return (
    one.stage === two.stage &&
    one.side === two.side &&
    one.field === two.field &&
    one.group === '' &&
    two.group === '' &&
    exclude(one.must, two.must)
  );
}
