import { type Day, dayOf, type LocalTime } from '../../domain/day';
import type { OwnField, StandardField } from '../../domain/fact';
import type { DealId, LedgerEntry, Tracked } from '../../domain/ledger';
import type { StageKey } from '../../domain/pipeline';
import type { FileTable, Reject } from '../../rpc/importCalls';
import { importWords, type RejectCode } from '../../words/imports';
import type { Language } from '../../words/language';
import type { Cell } from '../cell';
import { type DealFacts, dealFacts } from './dealRow';
import { earlierTracked } from './earlierTracked';
import type { ImportPlan } from './importPlan';
import { lifeFromDates, type Step } from './lifeFromDates';
import { lifeFromHistory, type ReadHistory, readHistory } from './lifeFromHistory';
import { indexOf, type PlanIndex } from './planIndex';
import type { RowReject } from './rowDraft';

/** An entry as the ledger will hold it; seq, batch and digest are given when it is written. */
export type ImportedEntry = Omit<LedgerEntry, 'seq' | 'batch'> & Pick<Step, 'toldCreated'>;

/** A row of the deals file, read. */
export interface ImportedDeal {
  readonly id: DealId;
  /** Its line in the file. */
  readonly line: number;
  /** What its cells are to hold; the stage is `stage`, not among these. Empty cells are left out. */
  readonly cells: Readonly<Partial<Record<StandardField | OwnField, Cell>>>;
  /** Where it is now: the last accepted entry's `to`. */
  readonly stage: StageKey;
  /** Its life in order: created, moves. Never empty. */
  readonly entries: readonly ImportedEntry[];
}

export interface ImportSlice {
  readonly deals: FileTable;
  /** The history of these deals; rows of deals that are not among them are rejected. */
  readonly history: FileTable | null;
  readonly asOf: Day;
  readonly language: Language;
  /** The workbook's currency: for amounts that name none. */
  readonly currency: string;
  /** Who imports: an address. */
  readonly by: string;
  /** A new random ID, for a row without an identifier of its own. */
  readonly newId: () => DealId;
}

type Facts = { readonly line: number; readonly row: readonly string[]; readonly facts: DealFacts };

interface Reading {
  readonly index: PlanIndex;
  readonly slice: ImportSlice;
  readonly rejects: Reject[];
}

function reject(
  reading: Reading,
  at: { readonly table: FileTable; readonly line: number; readonly row: readonly string[] },
  problem: {
    readonly column: number;
    readonly code: RejectCode;
    readonly about: readonly string[];
  },
): void {
  const say = importWords[reading.slice.language].rejects[problem.code];
  reading.rejects.push({
    file: at.table.name,
    line: at.line,
    column: at.table.headers[problem.column] ?? '',
    reason: say(problem.about),
    row: [...at.row],
  });
}

function columnOf(index: PlanIndex, kind: string): number {
  return index.plan.columns.findIndex(({ role }) => role.kind === kind);
}

/** Reasons that only show once the whole row is known. */
function wholeRow(facts: DealFacts, line: number, { index, slice }: Reading): RowReject | null {
  const id = columnOf(index, 'id');
  const earlier = index.plan.repeats[String(line)];
  if (earlier !== undefined) {
    return { column: id, code: 'repeatedId', about: [facts.id, String(earlier)] };
  }
  const late = (moment: LocalTime | null) => moment !== null && dayOf(moment) > slice.asOf;
  const told = (moment: LocalTime | null) => [dayOf(moment ?? ''), slice.asOf];
  if (late(facts.created)) {
    return { column: columnOf(index, 'created'), code: 'createdAfter', about: told(facts.created) };
  }
  const entered = facts.entered.find(({ at }) => late(at));
  if (entered !== undefined) {
    return { column: -1, code: 'entryAfter', about: told(entered.at) };
  }
  if (slice.history === null && late(facts.closed)) {
    return { column: columnOf(index, 'closed'), code: 'closedAfter', about: told(facts.closed) };
  }
  return null;
}

/** A row whose stage is empty, and of which no history tells it either: nobody knows where it belongs. */
function hasNoStage({ facts }: Facts, history: ReadHistory, index: PlanIndex): RowReject | null {
  const column = index.plan.columns.findIndex(
    ({ role }) => role.kind === 'field' && role.field === 'stage',
  );
  if (column === -1 || facts.stage !== null || history.byDeal.has(facts.id)) return null;
  return { column, code: 'noStage', about: [] };
}

function readRows(reading: Reading): readonly Facts[] {
  const { index, slice } = reading;
  const read: Facts[] = [];
  slice.deals.rows.forEach((row, i) => {
    const line = slice.deals.lines[i] as number;
    const facts = dealFacts(row, index);
    const problem = 'code' in facts ? facts : wholeRow(facts, line, reading);
    if (problem !== null) reject(reading, { table: slice.deals, line, row }, problem);
    else if (!('code' in facts)) read.push({ line, row, facts });
  });
  return read;
}

/** Which deals the history may speak of: true where the deal's own row was brought in. */
function dealsOfSlice(reading: Reading, read: readonly Facts[]): ReadonlyMap<string, boolean> {
  const id = columnOf(reading.index, 'id');
  const deals = new Map<string, boolean>();
  for (const row of reading.slice.deals.rows) {
    const text = (row[id] ?? '').trim();
    if (text !== '') deals.set(text, false);
  }
  for (const { facts } of read) if (facts.id !== '') deals.set(facts.id, true);
  return deals;
}

/**
 * The fields that an entry carries. A file tells how they stand now; of the past it tells no close
 * date, next step or category, and the amount only as far as it was known then.
 */
function trackedAt(facts: DealFacts, isLast: boolean): Tracked {
  if (isLast) return facts.tracked;
  return earlierTracked(facts.tracked, facts.openAmount);
}

function entriesOf(
  steps: readonly Step[],
  deal: { id: DealId; facts: DealFacts },
  slice: ImportSlice,
) {
  const reason = deal.facts.cells.lostReason;
  return steps.map(
    (step, i): ImportedEntry => ({
      deal: deal.id,
      kind: step.kind,
      from: step.from,
      to: step.to,
      at: step.at,
      by: step.by === '' ? slice.by : step.by,
      how: step.how,
      ...(step.toldCreated === undefined ? {} : { toldCreated: step.toldCreated }),
      ...trackedAt(deal.facts, i === steps.length - 1),
      reason: i === steps.length - 1 && typeof reason === 'string' ? reason : '',
    }),
  );
}

function lifeOf(facts: DealFacts, history: ReadHistory, { index, slice }: Reading): Step[] {
  const rows = facts.id === '' ? undefined : history.byDeal.get(facts.id);
  const { asOf } = slice;
  if (rows !== undefined) {
    const cutOff = history.cutOff.has(facts.id);
    return lifeFromHistory(facts, rows, { index, asOf, rejects: history.rejects, cutOff });
  }
  const first = [...index.placeOf.keys()][0] as StageKey;
  return lifeFromDates(facts, facts.stage ?? first, index, asOf);
}

/**
 * The deals of a slice with their ledger entries. A row is either among `deals` or among
 * `rejects`, with its line, column and reason in the reader's language; none vanishes.
 */
export function readDeals(
  plan: ImportPlan,
  slice: ImportSlice,
): { readonly deals: readonly ImportedDeal[]; readonly rejects: readonly Reject[] } {
  const index = indexOf(plan, slice.language, slice.currency);
  const reading: Reading = { index, slice, rejects: [] };
  const read = readRows(reading);
  const history = readHistory(slice.history, dealsOfSlice(reading, read), {
    index,
    asOf: slice.asOf,
  });
  const placed = read.filter((row) => {
    const problem = hasNoStage(row, history, index);
    if (problem !== null) reject(reading, { table: slice.deals, ...row }, problem);
    return problem === null;
  });
  const deals = placed.map(({ line, facts }): ImportedDeal => {
    const id = facts.id === '' ? slice.newId() : facts.id;
    const steps = lifeOf(facts, history, reading);
    const stage = steps[steps.length - 1]?.to as StageKey;
    const entries = entriesOf(steps, { id, facts }, slice);
    return { id, line, cells: facts.cells, stage, entries };
  });
  for (const { line, row, ...problem } of history.rejects) {
    reject(reading, { table: slice.history as FileTable, line, row }, problem);
  }
  return { deals, rejects: reading.rejects };
}

/** Why a row whose deal the workbook has already is not brought in. */
export function takenReject(
  plan: ImportPlan,
  deals: FileTable,
  known: { readonly id: DealId; readonly line: number },
  language: Language,
): Reject {
  const id = plan.columns.findIndex(({ role }) => role.kind === 'id');
  return {
    file: deals.name,
    line: known.line,
    column: deals.headers[id] ?? '',
    reason: importWords[language].rejects.takenId([known.id]),
    row: [...(deals.rows[deals.lines.indexOf(known.line)] ?? [])],
  };
}

/** The team's own columns that an import brings along, in the file's order, with how their cells look. */
export function ownColumnsOf(plan: ImportPlan): readonly {
  readonly field: OwnField;
  readonly header: string;
  readonly kind: 'text' | 'number' | 'day' | 'tick';
}[] {
  return plan.columns.flatMap(({ role, reading }) =>
    role.kind === 'field' && role.field.startsWith('own:')
      ? [{ field: role.field as OwnField, header: role.field.slice(4), kind: reading.kind }]
      : [],
  );
}
