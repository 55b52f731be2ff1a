import { normalLabel } from '../domain/pipeline';

/** A list to choose from, as a question shows it. `numbered(['Ann', 'Bo']) //=> '1. Ann\n2. Bo'` */
export function numbered(names: readonly string[]): string {
  return names.map((name, i) => `${i + 1}. ${name}`).join('\n');
}

/** Which of a numbered list an answer means, by number or by name, from 0; -1 when it means none. */
export function pickOf(names: readonly string[], typed: string): number {
  const wanted = normalLabel(typed);
  const named = names.findIndex((name) => normalLabel(name) === wanted);
  if (named >= 0 || !/^\d{1,4}$/.test(wanted)) return named;
  const number = Number(wanted);
  return number >= 1 && number <= names.length ? number - 1 : -1;
}
