import { askFor } from '../google/ui';
import { STAGE_SETS } from '../stageSets/allStageSets';
import { ADMIN_WORDS } from '../words/admin';
import { APP_WORDS } from '../words/app';
import { findTabs } from './openPipeline';
import { numbered, pickOf } from './pick';
import { readerLanguage } from './readerLanguage';
import type { SetUpOptions } from './setUp';

/**
 * What to set up with: asked of the person who chose the menu item in a workbook without stages, as
 * given otherwise. `null`: the person thought better of it.
 */
export function askedOptions(options: SetUpOptions): SetUpOptions | null {
  if (Object.keys(options).length > 0 || findTabs().stages !== undefined) return options;
  const language = readerLanguage();
  const names = STAGE_SETS.map(({ name }) => name[language]);
  const words = ADMIN_WORDS[language];
  const message = `${words.whichStageSet}\n\n${numbered(names)}`;
  const typed = askFor(APP_WORDS[language].menu.setUp, message);
  if (typed === null) return null;
  const set = typed === '' ? STAGE_SETS[0] : STAGE_SETS[pickOf(names, typed)];
  return set === undefined ? null : { stages: set.key };
}
