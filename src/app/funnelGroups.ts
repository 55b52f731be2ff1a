import type { Fact, StandardField } from '../domain/fact';
import { type DealGroup, dealGroups } from '../domain/groups';
import type { DealHistory } from '../domain/history';
import { normalLabel, type Pipeline } from '../domain/pipeline';
import type { ShownGroup } from '../sheet/funnelGroups';
import { memberNamed, type Team } from '../sheet/teamTab';
import { FUNNEL_GROUP_WORDS, GROUPINGS, type Grouping } from '../words/funnelGroupWords';
import type { OpenPipeline } from './openPipeline';
import type { Stock } from './stock';

/** More groups than these are told together. */
const MOST_GROUPS = 12;
const MOST_QUARTERS = 8;

/** A heading's rows, and the row in which a deal counts. */
export interface GroupedDeals {
  readonly rows: readonly (DealGroup & { readonly label: string })[];
  readonly labelOf: (deal: DealHistory) => string;
}

/** What the workbook says of a deal under a heading, as people wrote it; empty where it says nothing. */
export function groupText(
  grouping: Grouping,
  { configuration }: OpenPipeline,
  { rows }: Stock,
): (deal: DealHistory) => string {
  switch (grouping) {
    case 'owner':
      return ({ state }) => ownerText(configuration.team, state.owner);
    case 'created':
      return ({ created, createdKnown }) => (createdKnown ? quarterText(created) : '');
    case 'source':
    case 'product':
      return ({ deal }) => textIn(rows.get(deal)?.facts(grouping as StandardField) ?? null);
  }
}

/** An owner is one owner, by name or by address. */
function ownerText(team: Team, owner: string): string {
  return memberNamed(team, owner)?.name ?? owner;
}

function quarterText(day: string): string {
  return `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function textIn(fact: Fact): string {
  switch (fact?.kind) {
    case 'text':
      return fact.text.trim();
    case 'number':
      return String(fact.number);
    case 'day':
      return fact.day;
    case 'unreadable':
      return fact.typed.trim();
    default:
      return '';
  }
}

/** The deals under one heading: the largest groups, or the latest quarters, then what is left. */
export function groupedDeals(
  grouping: Grouping,
  deals: readonly DealHistory[],
  about: { readonly open: OpenPipeline; readonly stock: Stock; readonly pipeline: Pipeline },
): GroupedDeals {
  const { open, stock, pipeline } = about;
  const text = groupText(grouping, open, stock);
  const written = new Map<string, string>();
  const keyOf = (deal: DealHistory): string => {
    const own = text(deal);
    const key = normalLabel(own);
    if (!written.has(key)) written.set(key, own);
    return key;
  };
  const { groups } = dealGroups(deals, pipeline, keyOf);
  const { shown, rest } = chosen(grouping, groups);
  const words = FUNNEL_GROUP_WORDS[open.language];
  const restLabel = grouping === 'created' ? words.earlier : words.others(rest.size);
  const labelOf = (deal: DealHistory) => {
    const key = keyOf(deal);
    if (rest.has(key)) return restLabel;
    return key === '' ? words.none[grouping] : (written.get(key) ?? key);
  };
  const left = dealGroups(deals, pipeline, (deal) => (rest.has(keyOf(deal)) ? restLabel : null));
  const ownRows = shown.map((group) => ({
    ...group,
    label: group.group === '' ? words.none[grouping] : (written.get(group.group) ?? group.group),
  }));
  const leftRows = left.groups.map((group) => ({ ...group, label: restLabel }));
  return { rows: inOrder(grouping, ownRows, leftRows), labelOf };
}

/** The groups with a row of their own, and the names of the others. */
function chosen(
  grouping: Grouping,
  groups: readonly DealGroup[],
): { readonly shown: readonly DealGroup[]; readonly rest: ReadonlySet<string> } {
  const isEarlier = (a: DealGroup, b: DealGroup) => (a.group < b.group ? -1 : 1);
  const isSmaller = (a: DealGroup, b: DealGroup) => b.deals - a.deals || isEarlier(a, b);
  const named = groups.filter(({ group }) => group !== '');
  const none = groups.filter(({ group }) => group === '');
  const sorted =
    grouping === 'created'
      ? [...named].sort((a, b) => isEarlier(b, a)).slice(0, MOST_QUARTERS)
      : [...named].sort(isSmaller).slice(0, MOST_GROUPS);
  const shown = grouping === 'created' ? [...sorted].reverse() : sorted;
  const own = new Set(shown);
  return {
    shown: [...shown, ...none],
    rest: new Set(named.filter((group) => !own.has(group)).map(({ group }) => group)),
  };
}

/** Quarters begin with the earlier ones; names end with the others. */
function inOrder<T>(grouping: Grouping, own: readonly T[], left: readonly T[]): readonly T[] {
  return grouping === 'created' ? [...left, ...own] : [...own, ...left];
}

/** All headings of one pipeline, one under the other. A heading under which every deal is unknown is left out. */
export function shownGroups(
  deals: readonly DealHistory[],
  about: { readonly open: OpenPipeline; readonly stock: Stock; readonly pipeline: Pipeline },
  name: string,
): readonly ShownGroup[] {
  return GROUPINGS.flatMap((by) => {
    const { rows } = groupedDeals(by, deals, about);
    if (rows.every(({ group }) => group === '')) return [];
    return rows.map((row) => ({ ...row, by, pipeline: name }));
  });
}
