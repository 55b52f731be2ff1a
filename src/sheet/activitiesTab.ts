import type { Day, LocalTime } from '../domain/day';
import type { DealId } from '../domain/ledger';
import { named } from '../domain/named';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import { type Cell, type Grid, isDateCell, type Problem, type Row } from './cell';
import { cellDay } from './cellText';
import { choiceNamed } from './choice';
import { readMoment } from './dateText';
import { readTable, type TableRow } from './tableRows';

/** Something that was done about a deal. */
export interface Activity {
  readonly deal: DealId;
  readonly at: Day | LocalTime;
  /** A known kind's key, else the text that was typed. */
  readonly kind: string;
  readonly note: string;
  readonly by: string;
}

export interface ReadActivities {
  readonly activities: readonly Activity[];
  readonly problems: readonly Problem[];
}

/** Reads the whole Activities tab. Rows without a deal or a readable day are problems and left out. */
export function readActivities(grid: Grid): ReadActivities {
  const activities: Activity[] = [];
  const problems = readTable('activities', grid, [], (row) => {
    const activity = readActivity(row);
    if (activity) activities.push(activity);
  });
  return { activities, problems };
}

/** A kind of activity is a word or two: the same cut as criteria make. */
const MOST_KIND = 100;

function readActivity(row: TableRow<'activities'>): Activity | null {
  const deal = row.text('deal');
  const at = timeIn(row.cell('at'));
  const typed = row.text('kind');
  if (deal === '') row.report('deal', 'activityWithoutDeal');
  else if (at === null) row.report('at', 'unreadableDate');
  if (deal === '' || at === null) return null;
  const kind = choiceNamed('activityKinds', typed) ?? typed.slice(0, MOST_KIND);
  return { deal, at, kind, note: row.text('note'), by: row.text('by') };
}

function timeIn(cell: Cell | undefined): Day | LocalTime | null {
  if (isDateCell(cell)) return cell.date;
  return (typeof cell === 'string' ? readMoment(cell) : null) ?? cellDay(cell);
}

/** Rows of the Activities tab in its standard column order. */
export function activityRows(activities: readonly Activity[], language: Language): Row[] {
  const words: Readonly<Record<string, string>> = CHOICE_WORDS[language].activityKinds;
  return activities.map(({ deal, at, kind, note, by }) => [
    deal,
    { date: at },
    named(words, kind) ?? kind,
    note,
    by,
  ]);
}
