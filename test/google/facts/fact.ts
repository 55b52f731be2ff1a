import type { Facts } from '../../../preview/google/book/facts';

/** One thing that Google does, and who says so. Each is a test of the stand-in. */
export interface Fact {
  /** The calls that it is about, by class and method: `'Range.setValues'`. */
  readonly calls: readonly string[];
  readonly says: string;
  /** A public page; `'none'` where nobody could be found who says or has measured it. */
  readonly evidence: string;
  /** What takes the other way in the stand-in, where there is no evidence. */
  readonly choice?: keyof Facts;
  readonly holds: () => void;
}

type Calls = string | readonly string[];

const listOf = (calls: Calls): readonly string[] => (typeof calls === 'string' ? [calls] : calls);

/** A fact with evidence. */
export function fact(calls: Calls, says: string, evidence: string, holds: () => void): Fact {
  return { calls: listOf(calls), says, evidence, holds };
}

/** A fact without evidence: the stand-in can do it each of these ways, and so must Sluice. */
export function unverified<Choice extends keyof Facts>(
  calls: Calls,
  says: string,
  { choice, ways }: { readonly choice: Choice; readonly ways: readonly Facts[Choice][] },
  holds: (way: Facts[Choice]) => void,
): Fact {
  return {
    calls: listOf(calls),
    says,
    evidence: 'none',
    choice,
    holds: () => ways.forEach(holds),
  };
}
