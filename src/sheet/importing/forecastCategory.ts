import { CATEGORIES, type Category } from '../../domain/pipeline';
import { CHOICE_WORDS } from '../../words/choices';
import { LANGUAGES, type Language } from '../../words/language';

const USUAL: ReadonlyArray<readonly [Category, RegExp]> = [
  ['omitted', /^(?:omit(?:ted)?|excluded?|none|忽略|排除|不预测)$/],
  ['pipeline', /^(?:pipe(?:line)?|open|not forecasted|保守|普通)$/],
  ['bestCase', /^(?:best ?case|upside|stretch|possible|乐观|争取|有机会|最好情况)$/],
  ['commit', /^(?:commit(?:ted)?|most ?likely|likely|probable|forecast(?:ed)?|确保|必签|确定)$/],
  ['closed', /^(?:closed|won|booked|已关闭|已赢单|已签约)$/],
];

/** The category that a file's text means in either language, `null` when it means none. */
export function categoryOf(text: string): Category | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const named = CATEGORIES.find((category) =>
    LANGUAGES.some(
      (language) => CHOICE_WORDS[language].categories[category].toLowerCase() === plain,
    ),
  );
  return named ?? USUAL.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** What a Category cell says. */
export function categoryWord(category: Category, language: Language): string {
  return CHOICE_WORDS[language].categories[category];
}
