import type { Language } from './language';

export interface ProblemWords {
  readonly problem: string;
  /** What to do about it. */
  readonly todo: string;
}

/** The sentence and the advice for a problem's code; `about` fills them in. */
export function problemWords(
  _code: string,
  _about: readonly string[],
  _language: Language,
): ProblemWords {
  throw new Error('not yet');
}
