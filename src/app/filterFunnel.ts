import { askFor, say } from '../google/ui';
import {
  type FilterProblem,
  filterText,
  type KnownNames,
  type NamedBy,
  readFilter,
} from '../sheet/funnelFilter';
import { APP_WORDS } from '../words/app';
import { FUNNEL_FILTER_WORDS } from '../words/funnelFilterWords';
import { FUNNEL_GROUP_WORDS } from '../words/funnelGroupWords';
import type { Language } from '../words/language';
import { listed } from '../words/marks';
import { groupText } from './funnelGroups';
import { filterNoted, noteFilter } from './notedFilter';
import { needOpen, type OpenPipeline } from './openPipeline';
import { readBook } from './readBook';
import { refreshReports } from './refreshReports';
import { takeStock } from './stock';

/** Asks whose deals the Funnel tab shall show, and shows them there until it is asked again. */
export function filterFunnel(): void {
  const open = needOpen();
  const words = FUNNEL_FILTER_WORDS[open.language];
  const typed = askFor(words.title, words.ask(filterText(filterNoted(), open.language)));
  const problem = typed === null ? null : filterBy(open, typed);
  if (problem !== null) say(words.title, problem);
}

/** Filters by what was typed; answers what is wrong with it, `null` once the funnel shows it. */
function filterBy(open: OpenPipeline, typed: string): string | null {
  const known = namesOf(open);
  if (known === null) return APP_WORDS[open.language].noDealsTab;
  const filter = readFilter(typed, known);
  if ('problem' in filter) return problemText(filter, open.language);
  noteFilter(filter);
  return refreshReports() === null ? FUNNEL_FILTER_WORDS[open.language].busy : null;
}

function namesOf(open: OpenPipeline): KnownNames | null {
  const book = readBook(open);
  if (book === null) return null;
  const stock = takeStock(open, book);
  const deals = [...stock.histories.values()].filter(({ deleted }) => !deleted);
  const names = (by: NamedBy) => [...new Set(deals.map(groupText(by, open, stock)))];
  return { owner: names('owner'), source: names('source'), product: names('product') };
}

function problemText({ problem, part, headings }: FilterProblem, language: Language): string {
  const words = FUNNEL_FILTER_WORDS[language];
  if (problem === 'unknown') return words.unknown(part);
  const { by } = FUNNEL_GROUP_WORDS[language];
  const named = headings.map((heading) => by[heading]);
  return words.several(part, listed(named, language));
}
