import { addDays, addMonths } from '../domain/day';
import type { Period } from '../domain/period';
import { normalLabel } from '../domain/pipeline';
import { FUNNEL_FILTER_WORDS } from '../words/funnelFilterWords';
import { FUNNEL_GROUP_WORDS } from '../words/funnelGroupWords';
import { LANGUAGES, type Language } from '../words/language';
import { clauses } from '../words/marks';
import { readDay } from './dateText';

/** What deals are named by when a funnel is filtered. */
export const NAMED_BY = ['owner', 'source', 'product'] as const;
export type NamedBy = (typeof NAMED_BY)[number];

/** Which deals a funnel shows: those with one of the names under each heading, of a cohort. */
export interface FunnelFilter extends Readonly<Record<NamedBy, readonly string[]>> {
  readonly cohort: { readonly by: 'created' | 'entered'; readonly period: Period } | null;
}

export const NO_FILTER: FunnelFilter = { owner: [], source: [], product: [], cohort: null };

/** The names that deals have under each heading, `''` for none. */
export type KnownNames = Readonly<Record<NamedBy, readonly string[]>>;

/** A part of what was typed that says nothing, or too much. */
export interface FilterProblem {
  readonly problem: 'unknown' | 'several';
  readonly part: string;
  readonly headings: readonly NamedBy[];
}

/** Reads "Ann; Web; 2026 Q1". A name may say its heading, "Source: Web"; a time, whether deals were created or entered. */
export function readFilter(text: string, known: KnownNames): FunnelFilter | FilterProblem {
  let filter = NO_FILTER;
  const parts = text.normalize('NFKC').split(/[;\n]/);
  for (const part of parts.map((one) => one.trim()).filter((one) => one !== '')) {
    const found = namesIn(part, known);
    const [name, another] = found;
    const cohort = name === undefined ? cohortIn(part) : null;
    if (another !== undefined) {
      return { problem: 'several', part, headings: found.map(({ by }) => by) };
    }
    if (name !== undefined) filter = { ...filter, [name.by]: [...filter[name.by], name.name] };
    else if (cohort !== null) filter = { ...filter, cohort };
    else return { problem: 'unknown', part, headings: [] };
  }
  return filter;
}

/** The headings under which deals have the name. */
function namesIn(part: string, known: KnownNames): readonly { by: NamedBy; name: string }[] {
  const [, heading = '', labelled = ''] = /^([^:]+):\s*(.+)$/.exec(part) ?? [];
  const said = NAMED_BY.find((by) => isWord(heading, (l) => FUNNEL_GROUP_WORDS[l].by[by]));
  const wanted = said === undefined ? part : labelled;
  return (said === undefined ? NAMED_BY : [said]).flatMap((by) => {
    const isNone = isWord(wanted, (l) => FUNNEL_GROUP_WORDS[l].none[by]);
    const name = isNone
      ? ''
      : known[by].find((one) => one !== '' && normalLabel(one) === normalLabel(wanted));
    return name === undefined ? [] : [{ by, name }];
  });
}

function isWord(text: string, word: (language: Language) => string): boolean {
  return LANGUAGES.some((language) => normalLabel(word(language)) === normalLabel(text));
}

function cohortIn(part: string): FunnelFilter['cohort'] {
  const word = (key: 'created' | 'entered') => LANGUAGES.map((l) => FUNNEL_FILTER_WORDS[l][key]);
  const starts = (key: 'created' | 'entered') =>
    word(key).find((one) => part.toLowerCase().startsWith(one));
  const entered = starts('entered');
  const rest = part.slice((entered ?? starts('created') ?? '').length).trim();
  const period = periodIn(rest);
  return period === null ? null : { by: entered === undefined ? 'created' : 'entered', period };
}

/** `periodIn('2026 Q1') //=> { from: '2026-01-01', to: '2026-03-31' }`; also a year, a month, and two days. */
function periodIn(text: string): Period | null {
  const year = /^(\d{4})年?$/.exec(text);
  if (year) return monthsFrom(`${year[1]}-01`, 12);
  const quarter = /^(\d{4})年?\s*-?\s*(?:q([1-4])|第?([1-4一二三四])季度?)$/i.exec(text);
  if (quarter) {
    const number = quarter[2] ?? quarter[3] ?? '1';
    const at = '一二三四'.indexOf(number);
    return monthsFrom(addMonths(`${quarter[1]}-01`, 3 * (at < 0 ? Number(number) - 1 : at)), 3);
  }
  const month = /^(\d{4})[-/年](0?[1-9]|1[0-2])月?$/.exec(text);
  if (month) return monthsFrom(`${month[1]}-${(month[2] ?? '').padStart(2, '0')}`, 1);
  const [from, to, more] = text
    .split(/\s*(?:\.\.+|~|–|—|\bto\b|至|到)\s*/)
    .map((day) => readDay(day));
  return from && to && more === undefined && from <= to ? { from, to } : null;
}

function monthsFrom(first: string, months: number): Period {
  return { from: `${first}-01`, to: addDays(`${addMonths(first, months)}-01`, -1) };
}

/** The filter in words, which `readFilter` reads again. `''` for none. */
export function filterText(filter: FunnelFilter, language: Language): string {
  const { by: headings, none } = FUNNEL_GROUP_WORDS[language];
  const words = FUNNEL_FILTER_WORDS[language];
  const names = NAMED_BY.flatMap((by) =>
    filter[by].map((name) => `${headings[by]}: ${name === '' ? none[by] : name}`),
  );
  if (filter.cohort === null) return clauses(names, language);
  const { by, period } = filter.cohort;
  const when = `${words[by]} ${period.from} ${words.to} ${period.to}`;
  return clauses([...names, when], language);
}
