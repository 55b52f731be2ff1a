import { type ColumnProfile, profileOf } from './columnProfile';
import { outcomeSense } from './stageSynonyms';
import {
  type Dictionary,
  dealHeaders,
  type HeaderMeaning,
  headerText,
  isStageField,
} from './synonyms';

/** A column as it stands in a file. */
export interface FileColumn {
  readonly header: string;
  readonly profile: ColumnProfile;
}

/** The columns of a table with what their cells look like. */
export function columnsOf(table: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): readonly FileColumn[] {
  return table.headers.map((header, i) => ({
    header,
    profile: profileOf(table.rows.map((row) => row[i] ?? '')),
  }));
}

/** Single words that say enough at the end of a longer header: "Total deal amount". */
const TELLING = new Set(
  `amount owner probability stage account company product currency email phone outcome created closed
  金额 负责人 概率 阶段 客户 产品 币种 邮箱 电话`.split(/\s+/),
);

const DATES: ReadonlySet<string> = new Set([
  'closeDate',
  'closed',
  'created',
  'since',
  'nextStepDate',
  'revisitOn',
  'planDue',
  'at',
]);

const CATEGORY =
  /^(?:omitted|pipeline|best ?case|upside|commit(?:ted)?|closed|most likely|忽略|管道|最佳情况|最好情况|承诺|已关闭|已成交|乐观|保守)$/i;

function shareOf(profile: ColumnProfile, holds: (text: string) => boolean): number {
  let count = 0;
  for (const [text, times] of profile.values) if (holds(text)) count += times;
  return profile.filled === 0 ? 0 : count / profile.filled;
}

/** Whether the cells of a column bear out what its header may mean. An empty column contradicts nothing. */
function bearsOut(meaning: string, profile: ColumnProfile, weight = 0): boolean {
  if (profile.filled === 0) return meaning !== 'id' && meaning !== 'stage';
  if (DATES.has(meaning)) return profile.days >= 0.5 || isSerialDays(profile);
  if (profile.days > 0.8) return meaning === 'deal' && profile.distinct < 2;
  switch (meaning) {
    case 'id':
      // "Deal ID" is the deals' own, also where some of them stand there twice; "No." may number anything.
      return profile.distinct >= profile.filled * (weight > 0.9 ? 0.6 : 0.8);
    case 'amount':
    case 'winChance':
      return profile.amounts >= 0.5;
    case 'stage':
    case 'from':
      return profile.distinct <= Math.max(60, profile.filled * 0.2) && profile.addresses < 0.5;
    case 'field':
      return shareOf(profile, isStageField) > 0;
    case 'outcome':
      return shareOf(profile, (text) => outcomeSense(text) !== null) >= 0.7;
    case 'category':
      return shareOf(profile, (text) => CATEGORY.test(text)) >= 0.7;
    case 'email':
      return profile.addresses >= 0.3;
    case 'currency':
      return profile.distinct <= 60;
    default:
      // "has_company", "is owner": ticks are facts about a thing, not the thing.
      return profile.ticks < 0.5;
  }
}

/** Days as mere digits, 43101, 20180101 or 1514764800: only a header can tell them from numbers. */
function isSerialDays(profile: ColumnProfile): boolean {
  const digits = /^(?:[2-7]\d{4}(?:\.\d+)?|(?:19|20|21)\d{6}|1\d{9}|1\d{12})$/;
  return shareOf(profile, (text) => digits.test(text)) >= 0.8;
}

/** A word that most headers begin with ("Deal - Title", "Deal - Value") says nothing about any of them. */
function commonStart(texts: readonly string[]): string {
  if (texts.length < 4) return '';
  const counts = new Map<string, number>();
  for (const text of texts) {
    const word = text.split(' ', 1)[0] ?? '';
    if (word !== text) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count >= texts.length * 0.7) return `${word} `;
  return '';
}

/** What a header may mean, by the whole of it, else by how it ends. */
function meaningsOf<M extends string>(
  text: string,
  dictionary: Dictionary<M>,
): ReadonlyMap<M, number> {
  const exact = dictionary.get(text) ?? dictionary.get(text.replace(/ /g, ''));
  if (exact !== undefined) return exact;
  const words = text.split(' ');
  for (let cut = 1; cut < words.length; cut += 1) {
    const tail = words.slice(cut).join(' ');
    if (tail.includes(' ') || TELLING.has(tail)) {
      const found = dictionary.get(tail);
      if (found !== undefined) return weaker(found, 0.5 - 0.05 * cut);
    }
  }
  if (words.length === 1) return byChineseEnd(text, dictionary);
  const head = words[0] ?? '';
  const amount = head === 'amount' || head === 'probability' ? dictionary.get(head) : undefined;
  return amount === undefined ? new Map() : weaker(amount, 0.45);
}

/** Chinese writes no spaces between words: the end of the header is looked up from the longest on. */
function byChineseEnd<M extends string>(
  text: string,
  dictionary: Dictionary<M>,
): ReadonlyMap<M, number> {
  if (!/[\u4e00-\u9fff]/.test(text)) return new Map();
  for (let cut = 1; cut < text.length - 1; cut += 1) {
    const tail = text.slice(cut);
    if (tail.length < 3 && !TELLING.has(tail)) continue;
    const found = dictionary.get(tail);
    if (found !== undefined) return weaker(found, 0.5 - 0.03 * cut);
  }
  return /^金额/.test(text) ? weaker(dictionary.get('金额') ?? new Map(), 0.45) : new Map();
}

function weaker<M>(meanings: ReadonlyMap<M, number>, by: number): ReadonlyMap<M, number> {
  return new Map([...meanings].map(([meaning, weight]) => [meaning, weight * by]));
}

/** Each meaning goes to the column that it suits best; a column has one meaning at most. */
export function assign<M extends string>(
  columns: readonly FileColumn[],
  dictionary: Dictionary<M>,
  given: ReadonlyMap<number, M | null>,
): Map<number, M> {
  const texts = columns.map(({ header }) => headerText(header));
  const start = commonStart(texts);
  const bids: Array<{ column: number; meaning: M; weight: number }> = [];
  columns.forEach(({ profile }, column) => {
    if (given.has(column)) return;
    const text = texts[column] as string;
    const short = start !== '' && text.startsWith(start) ? text.slice(start.length) : text;
    const meanings = meaningsOf(text, dictionary);
    for (const [meaning, weight] of meanings.size > 0 ? meanings : meaningsOf(short, dictionary)) {
      if (bearsOut(meaning, profile, weight)) {
        bids.push({ column, meaning, weight: profile.filled === 0 ? weight / 2 : weight });
      }
    }
  });
  bids.sort((a, b) => b.weight - a.weight || a.column - b.column);
  const taken = new Set<M>([...given.values()].filter((meaning): meaning is M => meaning !== null));
  const found = new Map<number, M>();
  for (const { column, meaning } of bids) {
    if (found.has(column) || (taken.has(meaning) && meaning !== 'program')) continue;
    found.set(column, meaning);
    taken.add(meaning);
  }
  return found;
}

/** A column that nobody named, but whose cells are names of stages. */
export function stageByCells(
  columns: readonly FileColumn[],
  free: (column: number) => boolean,
): number {
  let best = -1;
  columns.forEach(({ profile }, column) => {
    const looks = profile.stages >= 0.6 && profile.distinct >= 2 && profile.distinct <= 40;
    if (!looks || !free(column) || profile.days > 0.1) return;
    if (best === -1 || profile.stages > (columns[best] as FileColumn).profile.stages) best = column;
  });
  return best;
}

/** The only column of amounts that nobody named: numbers, seldom the same, not all whole and short. */
function amountByCells(columns: readonly FileColumn[], free: (column: number) => boolean): number {
  const found = columns
    .map((_, column) => column)
    .filter((column) => {
      const { profile } = columns[column] as FileColumn;
      const money = shareOf(profile, (text) => /[$€£¥元万]|[.,]\d{2}$|\d{4}/.test(text)) >= 0.6;
      return free(column) && profile.amounts > 0.9 && profile.distinct > 1 && money;
    });
  return found.length === 1 ? (found[0] as number) : -1;
}

function isUnnamed(header: string): boolean {
  return /^(?:column \d+|第 \d+ 列|field ?\d+|col ?\d+|f\d+|unnamed.*)$/i.test(header);
}

/**
 * What each column of a deals file means, by its header and borne out by its cells. `given` says
 * what is known already (`null`: not one of these). Columns without a meaning are the team's own.
 */
export function guessDealColumns(
  columns: readonly FileColumn[],
  given: ReadonlyMap<number, HeaderMeaning | null>,
): Map<number, HeaderMeaning> {
  const found = assign(columns, dealHeaders(), given);
  const has = (meaning: HeaderMeaning) =>
    [...found.values(), ...given.values()].some((m) => m === meaning);
  const free = (column: number) => !found.has(column) && !given.has(column);
  if (!has('stage')) {
    const column = stageByCells(columns, free);
    if (column !== -1) found.set(column, 'stage');
  }
  if (!has('amount')) {
    const column = amountByCells(columns, (c) => free(c) && isUnnamed(columns[c]?.header ?? ''));
    if (column !== -1) found.set(column, 'amount');
  }
  if (!has('outcome')) {
    // "Status" beside "Stage" says how it ended.
    const column = columns.findIndex(
      ({ header, profile }, c) =>
        free(c) &&
        dealHeaders().get(headerText(header))?.has('stage') === true &&
        profile.filled > 0 &&
        bearsOut('outcome', profile),
    );
    if (column !== -1 && has('stage')) found.set(column, 'outcome');
  }
  return found;
}
