import type { Day } from '../domain/day';
import type { DealId } from '../domain/ledger';
import { toMajor, toMinor } from '../domain/money';
import { LANGUAGES, type Language } from '../words/language';
import { STANDPOINT_WORDS } from '../words/standpointWords';
import { readCurrency } from './amount';
import type { Cell, Grid, Row } from './cell';
import { cellDay, cellText } from './cellText';
import { amountIn, chanceIn } from './dealFact';
import { findHeaders, HEADER_SEARCH_ROWS } from './headers';
import { readTable } from './tableRows';

/** What a person supposes of one deal. */
export interface Supposed {
  readonly deal: DealId;
  /** Minor units of `currency`. */
  readonly amount: number | null;
  readonly currency: string;
  readonly closeDate: Day | null;
  /** `null` leaves the deal the chance that it has. */
  readonly chance: number | null;
}

/** An open deal as the copy begins. */
export interface CopiedDeal {
  readonly name: string;
  readonly deal: DealId;
  readonly stage: string;
  readonly owner: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly closeDate: Day | null;
  readonly chance: number;
}

/** One line of the comparison, in minor units of the team's currency. */
export interface Compared {
  readonly month: string;
  readonly now: number;
  readonly supposed: number;
}

/** Where the comparison stands, from 1: where an earlier one does, else beside all that is there, a column apart. */
export function comparisonPlace(grid: Grid): { readonly row: number; readonly column: number } {
  const row = findHeaders('whatIf', grid.slice(0, HEADER_SEARCH_ROWS))?.row ?? 1;
  const texts = (grid[row - 1] ?? []).map(cellText);
  const earlier = LANGUAGES.map((language) => placeOf(comparisonHead(language), texts));
  const width = grid.reduce((most, cells) => Math.max(most, cells.length), 0);
  return { row, column: (earlier.find((place) => place >= 0) ?? width + 1) + 1 };
}

function comparisonHead(language: Language): readonly string[] {
  const { columns } = STANDPOINT_WORDS[language].whatIf;
  return [columns.month, columns.forecast, columns.whatIf, columns.difference];
}

/** Where these texts stand one beside the other; -1 for nowhere. */
function placeOf(wanted: readonly string[], texts: readonly string[]): number {
  return texts.findIndex((_, place) => wanted.every((text, i) => texts[place + i] === text));
}

/** A chance as the tab shows it. */
export function shownChance(chance: number): number {
  return Math.round(chance * 1000) / 1000;
}

/** Rows of the What-if tab in its standard column order. */
export function whatIfRows(deals: readonly CopiedDeal[]): Row[] {
  return deals.map(({ name, deal, stage, owner, amount, currency, closeDate, chance }) => [
    name,
    deal,
    stage,
    owner,
    amount === null ? '' : toMajor(amount, currency),
    currency,
    closeDate === null ? '' : { date: closeDate },
    shownChance(chance),
  ]);
}

/** Reads the What-if tab. Rows without an ID are passed over; a cell that cannot be read counts as empty. */
export function readWhatIf(grid: Grid, home: string): readonly Supposed[] {
  const supposed: Supposed[] = [];
  readTable('whatIf', grid, [], (row) => {
    const deal = row.text('id');
    if (deal === '') return;
    const read = amountIn(row.cell('amount'), home);
    const typed = row.text('currency');
    const currency = (readCurrency(typed, home) ?? typed) || (read?.currency ?? home);
    const chance = chanceIn(row.cell('winChance'));
    supposed.push({
      deal,
      amount: read === null ? null : toMinor(read.amount, currency),
      currency,
      closeDate: cellDay(row.cell('closeDate')),
      chance: chance === null ? null : Math.min(1, Math.max(0, chance)),
    });
  });
  return supposed;
}

/** The comparison by month with its sum, headed; as high as `rows` at least, so that an older one is covered. */
export function comparisonGrid(
  lines: readonly Compared[],
  {
    currency,
    language,
    rows,
  }: { readonly currency: string; readonly language: Language; readonly rows: number },
): Grid {
  const { total } = STANDPOINT_WORDS[language].whatIf;
  const money = (minor: number): Cell => toMajor(minor, currency);
  const line = ({ month, now, supposed }: Compared): Row => [
    month,
    money(now),
    money(supposed),
    money(supposed - now),
  ];
  const sumOf = (of: (line: Compared) => number) => lines.reduce((sum, one) => sum + of(one), 0);
  const sum = {
    month: total,
    now: sumOf(({ now }) => now),
    supposed: sumOf(({ supposed }) => supposed),
  };
  const grid: Row[] = [comparisonHead(language), ...lines.map(line), line(sum)];
  while (grid.length < rows) grid.push(['', '', '', '']);
  return grid;
}
