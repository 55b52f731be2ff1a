import { normalLabel } from '../domain/pipeline';
import { CHOICE_WORDS, type Choices } from '../words/choices';
import { LANGUAGES } from '../words/language';

type List = keyof Choices;
type KeyOf<L extends List> = keyof Choices[L] & string;

const byWord = new Map<List, Map<string, string>>();

/** Keys by word, in every language; the key itself is a word too, so that exported values come back. */
function wordsOf(list: List): Map<string, string> {
  const known = byWord.get(list);
  if (known) return known;
  const words = new Map<string, string>();
  for (const key of Object.keys(CHOICE_WORDS.en[list])) words.set(normalLabel(key), key);
  for (const language of LANGUAGES) {
    for (const [key, word] of Object.entries(CHOICE_WORDS[language][list])) {
      words.set(normalLabel(word), key);
    }
  }
  byWord.set(list, words);
  return words;
}

/** The choice that a cell's text means, in either language. `choiceNamed('stageKinds', '赢单') //=> 'won'` */
export function choiceNamed<L extends List>(list: L, text: string): KeyOf<L> | undefined {
  const words = wordsOf(list);
  return (words.get(text) ?? words.get(normalLabel(text))) as KeyOf<L> | undefined;
}
