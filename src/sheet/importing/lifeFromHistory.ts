import { type Day, dayOf, type LocalTime } from '../../domain/day';
import type { StageKey } from '../../domain/pipeline';
import type { FileTable } from '../../rpc/importCalls';
import type { RejectCode } from '../../words/imports';
import type { DealFacts } from './dealRow';
import type { HistoryRole, Reading } from './importPlan';
import { assumedCreation, type Step } from './lifeFromDates';
import { momentOf, saysNothing } from './moment';
import type { PlanIndex } from './planIndex';
import { stageText } from './stageSynonyms';
import { isStageField } from './synonyms';

/** A row of the history file that is not brought in. */
export interface HistoryReject {
  readonly line: number;
  readonly column: number;
  readonly code: RejectCode;
  readonly about: readonly string[];
  readonly row: readonly string[];
}

/** A row of the history, read. */
interface HistoryRow {
  readonly line: number;
  /** Place in the file, for rows of one moment. */
  readonly index: number;
  readonly row: readonly string[];
  readonly at: LocalTime;
  readonly stage: StageKey;
  readonly from: StageKey | '';
  readonly by: string;
}

/** The readable rows of each deal, in the order in which they happened. */
export interface ReadHistory {
  readonly byDeal: ReadonlyMap<string, readonly HistoryRow[]>;
  readonly rejects: HistoryReject[];
  /** Deals of which rows lie after the day of the import: what their row says now is later still. */
  readonly cutOff: ReadonlySet<string>;
}

interface Columns {
  readonly at: Readonly<Record<HistoryRole, number>>;
  readonly reading: Reading | undefined;
}

function columnsOf(index: PlanIndex): Columns {
  const columns = index.plan.history?.columns ?? [];
  const find = (role: HistoryRole) => columns.findIndex((column) => column.role === role);
  const at = {
    deal: find('deal'),
    stage: find('stage'),
    from: find('from'),
    at: find('at'),
    by: find('by'),
    field: find('field'),
    ignore: -1,
  };
  return { at, reading: columns[at.at]?.reading };
}

type Problem = Pick<HistoryReject, 'column' | 'code' | 'about'>;

/** No mail address is longer, and no name of a person. */
const MOST_ADDRESS = 320;

function readRow(
  row: readonly string[],
  columns: Columns,
  { index, asOf }: { readonly index: PlanIndex; readonly asOf: Day },
): Problem | { at: LocalTime; stage: StageKey; from: StageKey | ''; by: string } {
  const cell = (role: HistoryRole) => row[columns.at[role]] ?? '';
  if (columns.at.field !== -1 && !isStageField(cell('field'))) {
    return { column: columns.at.field, code: 'otherField', about: [cell('field').trim()] };
  }
  const when = cell('at');
  if (saysNothing(when)) return { column: columns.at.at, code: 'noTime', about: [] };
  const at = momentOf(when, columns.reading?.dateOrder);
  if (at === null) return { column: columns.at.at, code: 'unreadableDate', about: [when.trim()] };
  if (dayOf(at) > asOf)
    return { column: columns.at.at, code: 'entryAfter', about: [when.trim(), asOf] };
  const text = cell('stage');
  if (saysNothing(text)) return { column: columns.at.stage, code: 'noStage', about: [] };
  const stage = index.stageOf.get(stageText(text));
  if (stage === undefined) {
    return { column: columns.at.stage, code: 'unknownStage', about: [text.trim()] };
  }
  const from = index.stageOf.get(stageText(cell('from'))) ?? '';
  return { at, stage, from, by: cell('by').trim().slice(0, MOST_ADDRESS) };
}

/** Oldest first; rows of one moment as the file runs, or by stage where its order says nothing. */
function inOrder(rows: HistoryRow[], index: PlanIndex): HistoryRow[] {
  const ties = index.plan.history?.ties ?? 'file';
  const place = (key: StageKey) => index.placeOf.get(key) ?? index.last + 1;
  return rows.sort((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    if (ties === 'stages') return place(a.stage) - place(b.stage) || a.index - b.index;
    return ties === 'reversed' ? b.index - a.index : a.index - b.index;
  });
}

function dealProblem(
  deal: string,
  deals: ReadonlyMap<string, boolean>,
  columns: Columns,
): Problem | null {
  const column = columns.at.deal;
  const isIn = deals.get(deal);
  if (deal === '') return { column, code: 'noDeal', about: [] };
  if (isIn === undefined) return { column, code: 'unknownDeal', about: [deal] };
  return isIn ? null : { column, code: 'rejectedDeal', about: [deal] };
}

/** Reads a history file. `deals` names the deals of this slice: whether each one's own row was brought in. */
export function readHistory(
  table: FileTable | null,
  deals: ReadonlyMap<string, boolean>,
  about: { readonly index: PlanIndex; readonly asOf: Day },
): ReadHistory {
  const { index, asOf } = about;
  const byDeal = new Map<string, HistoryRow[]>();
  const rejects: HistoryReject[] = [];
  const cutOff = new Set<string>();
  const columns = columnsOf(index);
  (table?.rows ?? []).forEach((row, i) => {
    const line = table?.lines[i] as number;
    const deal = (row[columns.at.deal] ?? '').trim();
    const read = dealProblem(deal, deals, columns) ?? readRow(row, columns, { index, asOf });
    if ('code' in read) {
      if (read.code === 'entryAfter') cutOff.add(deal);
      rejects.push({ line, row, ...read });
      return;
    }
    const rows = byDeal.get(deal) ?? [];
    rows.push({ line, index: i, row, ...read });
    byDeal.set(deal, rows);
  });
  for (const rows of byDeal.values()) inOrder(rows, index);
  return { byDeal, rejects, cutOff };
}

/** Rows that change the stage; a row that names the stage the deal is in already is rejected. */
function changes(
  rows: readonly HistoryRow[],
  index: PlanIndex,
  rejects: HistoryReject[],
): HistoryRow[] {
  const { stage: column } = columnsOf(index).at;
  return rows.filter((row, i) => {
    const before = rows[i - 1];
    if (before?.stage !== row.stage) return true;
    const label = index.stages.get(row.stage)?.label ?? row.stage;
    rejects.push({ line: row.line, column, code: 'sameStage', about: [label], row: row.row });
    return false;
  });
}

/** The day on which a deal that its history leaves elsewhere came where its row says it is. */
function ending(facts: DealFacts, last: Step, asOf: Day): Pick<Step, 'at' | 'how'> {
  const told = facts.closed ?? facts.since;
  if (told !== null && dayOf(told) >= dayOf(last.at) && dayOf(told) <= asOf) {
    return { at: told > last.at ? told : last.at, how: 'import' };
  }
  return { at: last.at, how: 'assumed' };
}

/**
 * The life of a deal as its history tells it: the first row creates it, each later one moves it.
 * Where the deal's own row says another stage than its last history row, one step more is added,
 * unless rows were left out because they lie after the day of the import.
 */
export function lifeFromHistory(
  facts: DealFacts,
  rows: readonly HistoryRow[],
  history: {
    readonly index: PlanIndex;
    readonly asOf: Day;
    readonly rejects: HistoryReject[];
    readonly cutOff: boolean;
  },
): Step[] {
  const { index, asOf, rejects } = history;
  const steps: Step[] = [];
  for (const row of changes(rows, index, rejects)) {
    const last = steps[steps.length - 1];
    const base = { to: row.stage, at: row.at, how: 'import' as const, by: row.by };
    if (last !== undefined) {
      steps.push({ ...base, kind: 'moved', from: last.to });
    } else if (row.from === '' || row.from === row.stage) {
      steps.push({ ...base, kind: 'created', from: '' });
    } else {
      const isTold = facts.created !== null && facts.created <= row.at;
      const at = isTold ? (facts.created as LocalTime) : row.at;
      const how = isTold ? { how: 'import' as const } : assumedCreation(facts.created);
      steps.push({ kind: 'created', from: '', to: row.from, at, by: '', ...how });
      steps.push({ ...base, kind: 'moved', from: row.from });
    }
  }
  const last = steps[steps.length - 1] as Step;
  const closesLater = facts.closed !== null && dayOf(facts.closed) > asOf;
  if (facts.stage !== null && facts.stage !== last.to && !history.cutOff && !closesLater) {
    const { at, how } = ending(facts, last, asOf);
    steps.push({ kind: 'moved', from: last.to as StageKey, to: facts.stage, at, how, by: '' });
  }
  return steps;
}
