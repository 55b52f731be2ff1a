import { userLocale } from '../google/people';
import type { Language } from '../words/language';

/** The language of whoever acts, for workbooks that do not say theirs yet. */
export function readerLanguage(): Language {
  return userLocale().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
