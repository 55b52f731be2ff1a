import type { Language } from './language';

export interface Marks {
  /** Between findings of one line. */
  readonly clause: string;
  /** Between names of one sentence. */
  readonly list: string;
  /** Behind a word that says what follows. */
  readonly label: string;
}

export const MARKS: Readonly<Record<Language, Marks>> = {
  en: { clause: '; ', list: ', ', label: ': ' },
  zh: { clause: '；', list: '、', label: '：' },
};

/** Several findings in one line: `clauses(['late', 'silent'], 'en') //=> 'late; silent'` */
export function clauses(texts: readonly string[], language: Language): string {
  return texts.join(MARKS[language].clause);
}

/** Several names in one sentence: `listed(['EUR', 'JPY'], 'en') //=> 'EUR, JPY'` */
export function listed(names: readonly string[], language: Language): string {
  return names.join(MARKS[language].list);
}
