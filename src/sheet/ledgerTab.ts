import type { Day, LocalTime } from '../domain/day';
import type { ClosingRate, EntryKind, How, LedgerEntry } from '../domain/ledger';
import { toMajor, toMinor } from '../domain/money';
import type { Category, Pipeline, StageKey } from '../domain/pipeline';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { ColumnOf } from '../words/tabs';
import { type Cell, type Grid, isDateCell, type Problem, type Row } from './cell';
import { cellMoment, cellText, isBlank, momentText, toldText } from './cellText';
import { choiceNamed } from './choice';
import { columnOf, type Headers } from './headers';
import { stageFinder } from './stageFinder';

/** An entry as the tab holds it, with its link in the digest chain. */
export interface LedgerLine extends LedgerEntry {
  readonly digest: string;
}

export interface ReadLedger {
  readonly lines: readonly LedgerLine[];
  /** The row in which each line stands. */
  readonly rows: readonly number[];
  readonly problems: readonly Problem[];
}

/** Ledgers are long and say few different things: each text is understood once. */
function once<T>(read: (text: string) => T): (cell: Cell | undefined) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const text = typeof cell === 'string' ? cell : cellText(cell);
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

interface Readers {
  readonly stage: (cell: Cell | undefined) => StageKey | '';
  readonly kind: (cell: Cell | undefined) => EntryKind | null;
  readonly how: (cell: Cell | undefined) => How;
  readonly category: (cell: Cell | undefined) => Category | null;
  readonly minor: (major: number | null, currency: string) => number | null;
}

function readersFor(pipeline: Pipeline): Readers {
  const stages = stageFinder(pipeline);
  return {
    stage: once((text) => (text === '' ? '' : (stages(text)?.key ?? text))),
    kind: once((text) => choiceNamed('entryKinds', text) ?? null),
    how: once((text) => choiceNamed('hows', text) ?? 'typed'),
    category: once((text) => choiceNamed('categories', text) ?? null),
    minor: minorOnce(),
  };
}

/** A deal's amount stands in each of its entries: it is converted once. */
function minorOnce(): Readers['minor'] {
  const known = new Map<string, Map<number, number>>();
  return (major, currency) => {
    if (major === null) return null;
    const own = known.get(currency) ?? new Map<number, number>();
    known.set(currency, own);
    const minor = own.get(major) ?? toMinor(major, currency);
    own.set(major, minor);
    return minor;
  };
}

/**
 * Reads the ledger's rows below its header; `grid` is the whole tab from row 1. Stages are read by
 * label, earlier label or key; an unknown one stays as its text. Rows without a kind, a number or a
 * time are problems and left out.
 */
export function readLedger(headers: Headers<'ledger'>, grid: Grid, pipeline: Pipeline): ReadLedger {
  const lines: LedgerLine[] = [];
  const rows: number[] = [];
  const problems: Problem[] = [...headers.problems];
  const readers = readersFor(pipeline);
  const at = columnsOf(headers);
  for (let i = headers.row; i < grid.length; i++) {
    const row = grid[i] ?? [];
    const read = readLine(row, at, readers);
    if (typeof read !== 'string') {
      lines.push(read);
      rows.push(i + 1);
    } else if (row.some((cell) => !isBlank(cell))) {
      const about = [cellText(row[at[read]]), headers.texts[at[read]] ?? ''];
      const column = at[read] + 1;
      problems.push({ tab: 'ledger', row: i + 1, column, code: 'unreadableEntry', about });
    }
  }
  return { lines, rows, problems };
}

type Places = Readonly<Record<ColumnOf<'ledger'>, number>>;

/** Places in a row, from 0; -1 for a missing column. */
function columnsOf(headers: Headers<'ledger'>): Places {
  const place = (key: ColumnOf<'ledger'>) => columnOf(headers, key) - 1;
  return {
    seq: place('seq'),
    at: place('at'),
    deal: place('deal'),
    kind: place('kind'),
    from: place('from'),
    to: place('to'),
    by: place('by'),
    how: place('how'),
    owner: place('owner'),
    amount: place('amount'),
    currency: place('currency'),
    closeDate: place('closeDate'),
    nextStep: place('nextStep'),
    nextStepDate: place('nextStepDate'),
    category: place('category'),
    winChance: place('winChance'),
    reason: place('reason'),
    batch: place('batch'),
    digest: place('digest'),
    rate: place('rate'),
  };
}

/** The entry, or the column without which the row is none. */
function readLine(row: Row, at: Places, readers: Readers): LedgerLine | 'seq' | 'kind' | 'at' {
  const seq = numberIn(row[at.seq]);
  if (seq === null) return 'seq';
  const kind = readers.kind(row[at.kind]);
  if (kind === null) return 'kind';
  const moment = momentIn(row[at.at]);
  if (moment === null) return 'at';
  const currency = cellText(row[at.currency]);
  const rate = rateIn(row[at.rate]);
  return {
    seq,
    deal: toldText(cellText(row[at.deal])),
    kind,
    from: readers.stage(row[at.from]),
    to: readers.stage(row[at.to]),
    at: moment,
    by: cellText(row[at.by]),
    how: readers.how(row[at.how]),
    owner: toldText(cellText(row[at.owner])),
    amount: readers.minor(numberIn(row[at.amount]), currency),
    currency,
    closeDate: dayIn(row[at.closeDate]),
    nextStep: toldText(cellText(row[at.nextStep])),
    nextStepDate: dayIn(row[at.nextStepDate]),
    category: readers.category(row[at.category]),
    winChance: numberIn(row[at.winChance]),
    reason: cellText(row[at.reason]),
    batch: cellText(row[at.batch]),
    digest: cellText(row[at.digest]),
    ...(rate === null ? {} : { rate }),
  };
}

/** `'7.1 CNY'`: what one unit was worth in the team's currency. */
function rateText(rate: ClosingRate | undefined): string {
  return rate === undefined ? '' : `${rate.perUnit} ${rate.home}`;
}

function rateIn(cell: Cell | undefined): ClosingRate | null {
  const [perUnit = '', home = ''] = cellText(cell).split(' ');
  const number = Number(perUnit);
  return number > 0 && Number.isFinite(number) && home !== '' ? { perUnit: number, home } : null;
}

function numberIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** As `cellMoment`, with a short way for what the program itself writes. */
function momentIn(cell: Cell | undefined): LocalTime | null {
  if (typeof cell !== 'string') return cellMoment(cell);
  if (MOMENT.test(cell)) return `${cell.slice(0, 10)}T${cell.slice(11)}`;
  return cell === '' ? null : cellMoment(cell);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayIn(cell: Cell | undefined): Day | null {
  if (cell === '' || cell === undefined) return null;
  const text = isDateCell(cell) ? cell.date.slice(0, 10) : String(cell);
  return DAY.test(text) ? text : null;
}

/** Rows in the tab's standard column order: texts, and amounts in major units. */
export function ledgerRows(
  lines: readonly LedgerLine[],
  pipeline: Pipeline,
  language: Language,
): Row[] {
  const labels = new Map(
    [...(pipeline.retired ?? []), ...pipeline.stages].map((stage) => [stage.key, stage.label]),
  );
  const words = CHOICE_WORDS[language];
  const label = (key: StageKey | '') => labels.get(key) ?? key;
  return lines.map((line) => [
    line.seq,
    momentText(line.at),
    line.deal,
    words.entryKinds[line.kind],
    label(line.from),
    label(line.to),
    line.by,
    words.hows[line.how],
    line.owner,
    line.amount === null ? '' : toMajor(line.amount, line.currency),
    line.currency,
    line.closeDate ?? '',
    line.nextStep,
    line.nextStepDate ?? '',
    line.category === null ? '' : words.categories[line.category],
    line.winChance ?? '',
    line.reason,
    line.batch,
    line.digest,
    rateText(line.rate),
  ]);
}
