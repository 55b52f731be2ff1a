import type { Request } from '../src/rpc';
import type { WelcomeWords } from '../src/words/welcome';

export type Person = Request<'welcome'>['team'][number];

const ADDRESS = /^[^\s@,;<>"]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;

/** What is wrong with each person of the list; `null` where nothing is. A line without a word is nobody. */
export function problemsOf(
  team: readonly Person[],
  say: WelcomeWords['team'],
): readonly (string | null)[] {
  const seen = new Set<string>();
  return team.map(({ name, address }) => {
    const texts = [name, address].map((text) => text.trim().toLowerCase());
    const [who = '', where = ''] = texts;
    if (who === '' && where === '') return null;
    if (where !== '' && !ADDRESS.test(where)) return say.needsAddress;
    if (who === '') return say.needsName;
    const isTwice = texts.some((text) => text !== '' && seen.has(text));
    for (const text of texts) if (text !== '') seen.add(text);
    return isTwice ? say.twice : null;
  });
}
