import type { PageLanguage } from './format';

/** The language to begin in, before the workbook has said its own. */
export function readersLanguage(): PageLanguage {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
