import type { Day } from '../domain/day';
import type { Facts, StandardField } from '../domain/fact';
import type { DealId, Tracked } from '../domain/ledger';
import { toMinor } from '../domain/money';
import { normalLabel, type Pipeline, type Stage } from '../domain/pipeline';
import { pipelineNames } from '../domain/pipelines';
import type { ProblemCode } from '../words/problems';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { readCurrency } from './amount';
import { askedStage, pipelineNamed, type RequestCells } from './askedStage';
import type { Cell, Grid, Problem, Row } from './cell';
import { cellDay, cellText, isBlank, isErrorText, toldText } from './cellText';
import { choiceNamed } from './choice';
import { amountIn, ownFact, standardFact } from './dealFact';
import { columnOf, type Headers } from './headers';
import { ASSUMED_KEY, isEntryAssumed, type Memo, memoText, PLAN_KEY, readMemo } from './memo';
import { stageFinder } from './stageFinder';

/** The program's block of one row: a cache of the deal's last accepted entry. */
export interface ProgramBlock {
  readonly gate: string;
  readonly daysInStage: number | null;
  readonly stageSince: Day | null;
  readonly created: Day | null;
  readonly id: DealId;
  /** The accepted stage as the cell holds it: a label. */
  readonly accepted: string;
  readonly version: string;
  readonly memo: Memo;
}

/** One row of Deals as it stands. */
export interface DealRow {
  readonly row: number;
  readonly id: DealId;
  /** The deal's name, else its customer. */
  readonly name: string;
  readonly customer: string;
  /** Looks into the row when asked. */
  readonly facts: Facts;
  readonly tracked: Tracked;
  /** Fields of `tracked` that hold something unreadable: their `tracked` value says nothing. */
  readonly unreadable: readonly StandardField[];
  /** The stage that the row asks for: in the Stage cell's words, or what the Pipeline cell asks for. */
  readonly stageTyped: string;
  readonly stage: Stage | undefined;
  /** Whether it is the Pipeline cell that asks. */
  readonly byPipeline: boolean;
  /** Both cells as they stand. */
  readonly request: RequestCells;
  readonly program: ProgramBlock;
  /** The stage that the Accepted cell means. */
  readonly accepted: Stage | undefined;
  /** Some cell other than a tick box and the program's own is filled. */
  readonly isDeal: boolean;
  readonly problems: readonly Problem[];
}

export interface DealsContext {
  /** The team's currency, for amounts without one. */
  readonly currency: string;
  readonly pipeline: Pipeline;
}

/** A row under its headers: cells by field, and the problems that reading them meets. */
class Reading {
  readonly problems: Problem[] = [];
  readonly unreadable: StandardField[] = [];

  constructor(
    private readonly headers: Headers<'deals'>,
    private readonly row: Row,
    private readonly rowNumber: number,
  ) {}

  cell(key: Parameters<typeof columnOf<'deals'>>[1]): Cell | undefined {
    const column = columnOf(this.headers, key);
    return column > 0 ? this.row[column - 1] : undefined;
  }

  text(field: StandardField): string {
    const text = cellText(this.cell(field));
    if (!isErrorText(text)) return text;
    this.cannotRead(field, 'errorValue');
    return '';
  }

  cannotRead(field: StandardField, code: ProblemCode): void {
    this.unreadable.push(field);
    this.report(field, code);
  }

  report(field: StandardField | 'pipeline', code: ProblemCode): void {
    const column = columnOf(this.headers, field);
    const about = [cellText(this.cell(field)), this.headers.texts[column - 1] ?? ''];
    this.problems.push({ tab: 'deals', row: this.rowNumber, column, code, about });
  }
}

/** Reads one row of Deals; `row` holds the tab's cells from column 1 on. */
export function readDeal(
  headers: Headers<'deals'>,
  row: Row,
  rowNumber: number,
  context: DealsContext,
): DealRow {
  const reading = new Reading(headers, row, rowNumber);
  const stages = stageFinder(context.pipeline);
  const tracked = readTracked(reading, context.currency);
  for (const field of ['revisitOn', 'planDue'] as const) readDayIn(reading, field);
  const customer = cellText(reading.cell('customer'));
  const program = readProgram(headers, row);
  const accepted = stages(program.accepted);
  const request = readRequest(reading, context.pipeline, accepted);
  const asked = askedStage(request, { accepted, memo: () => program.memo }, context.pipeline);
  return {
    row: rowNumber,
    id: program.id,
    name: cellText(reading.cell('deal')) || customer,
    customer,
    facts: factsOf(reading, context.currency),
    tracked,
    unreadable: reading.unreadable,
    ...asked,
    request,
    program,
    accepted,
    isDeal: isDealRow(headers, row),
    problems: reading.problems,
  };
}

function readRequest(
  reading: Reading,
  pipeline: Pipeline,
  accepted: Stage | undefined,
): RequestCells {
  const stage = cellText(reading.cell('stage'));
  if (stage !== '' && stageFinder(pipeline)(stage) === undefined) {
    reading.report('stage', 'unknownStage');
  }
  if (pipelineNames(pipeline).length === 0) return { stage, pipeline: null };
  const typed = reading.cell('pipeline');
  const name = typed === undefined ? null : cellText(typed);
  const isKnown =
    name === null ||
    name === '' ||
    pipelineNamed(pipeline, name) !== undefined ||
    normalLabel(accepted?.pipelineBefore ?? '') === normalLabel(name);
  if (!isKnown) reading.report('pipeline', 'unknownPipeline');
  return { stage, pipeline: name };
}

function factsOf(reading: Reading, home: string): Facts {
  return (field) =>
    field.startsWith('own:')
      ? ownFact(reading.cell(field))
      : standardFact(field as StandardField, reading.cell(field), home);
}

function readTracked(reading: Reading, home: string): Tracked {
  const money = readMoney(reading, home);
  return {
    owner: toldText(reading.text('owner')),
    amount: money.amount,
    currency: money.currency,
    closeDate: readDayIn(reading, 'closeDate'),
    nextStep: toldText(reading.text('nextStep')),
    nextStepDate: readDayIn(reading, 'nextStepDate'),
    category: readCategory(reading),
    winChance: readChance(reading),
  };
}

function readMoney(reading: Reading, home: string): { amount: number | null; currency: string } {
  const typed = reading.text('currency');
  const named = typed === '' ? null : readCurrency(typed, home);
  if (typed !== '' && named === null) reading.cannotRead('currency', 'unreadableCurrency');
  const cell = reading.cell('amount');
  const read = isBlank(cell) ? null : amountIn(cell, named ?? home);
  if (read === null && !isBlank(cell)) reading.cannotRead('amount', 'unreadableAmount');
  if (named !== null && read?.currency !== undefined && read.currency !== named) {
    reading.report('amount', 'currenciesDiffer');
  }
  const currency = named ?? read?.currency ?? home;
  return { amount: read === null ? null : toMinor(read.amount, currency), currency };
}

function readDayIn(reading: Reading, field: StandardField): Day | null {
  const cell = reading.cell(field);
  if (isBlank(cell)) return null;
  const day = cellDay(cell);
  if (day === null) reading.cannotRead(field, 'unreadableDate');
  return day;
}

function readCategory(reading: Reading): Tracked['category'] {
  const typed = reading.text('category');
  const category = typed === '' ? null : (choiceNamed('categories', typed) ?? null);
  if (typed !== '' && category === null) reading.cannotRead('category', 'unknownCategory');
  return category;
}

function readChance(reading: Reading): number | null {
  const fact = standardFact('winChance', reading.cell('winChance'), '');
  if (fact?.kind === 'unreadable') reading.cannotRead('winChance', 'unreadableChance');
  return fact?.kind === 'number' ? fact.number : null;
}

const programColumns = new WeakMap<Headers, ReadonlySet<number>>();

function isDealRow(headers: Headers<'deals'>, row: Row): boolean {
  let program = programColumns.get(headers);
  if (!program) {
    program = new Set(PROGRAM_COLUMNS.map((key) => columnOf(headers, key)));
    programColumns.set(headers, program);
  }
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (typeof cell !== 'boolean' && !isBlank(cell) && !program.has(i + 1)) return true;
  }
  return false;
}

/** Reads every deal of the whole tab (from row 1); rows that are no deals are left out. */
export function readDeals(
  headers: Headers<'deals'>,
  grid: Grid,
  context: DealsContext,
): readonly DealRow[] {
  const deals: DealRow[] = [];
  for (let i = headers.row; i < grid.length; i++) {
    const row = grid[i] ?? [];
    if (isDealRow(headers, row)) deals.push(readDeal(headers, row, i + 1, context));
  }
  return deals;
}

/** The eight cells of the program's block, in the order of PROGRAM_COLUMNS. */
export function programRow(block: ProgramBlock): Row {
  const dayCell = (day: Day | null): Cell => (day === null ? '' : { date: day });
  return [
    block.gate,
    block.daysInStage ?? '',
    dayCell(block.stageSince),
    dayCell(block.created),
    block.accepted,
    block.version,
    memoText(block.memo, block.id),
    block.id,
  ];
}

/** Reads the program's block alone from a row of the tab. A memo is only taken apart when asked for. */
export function readProgram(headers: Headers<'deals'>, row: Row): ProgramBlock {
  const cell = (key: (typeof PROGRAM_COLUMNS)[number]) => row[columnOf(headers, key) - 1];
  const days = cell('daysInStage');
  const memo = cellText(cell('memo'));
  let read: Memo | undefined;
  const block: ProgramBlock = {
    gate: cellText(cell('gate')),
    daysInStage: typeof days === 'number' ? days : null,
    stageSince: cellDay(cell('stageSince')),
    created: cellDay(cell('created')),
    id: cellText(cell('id')),
    accepted: cellText(cell('acceptedStage')),
    version: cellText(cell('version')),
    get memo() {
      read ??= readMemo(memo);
      return read;
    },
  };
  memoCells.set(block, memo);
  return block;
}

/** The memo's text of blocks that were read: taking each apart and putting it together again takes longest of all. */
const memoCells = new WeakMap<ProgramBlock, string>();

/** Whether anybody knows since when the deal is in its stage. Most memos need not be taken apart to tell. */
export function isSinceKnown(block: ProgramBlock): boolean {
  const hasAssumed = memoCells.get(block)?.includes(ASSUMED_KEY) ?? true;
  return !hasAssumed || !isEntryAssumed(block.memo);
}

/** What the block remembers of the plan. */
export function planOf(block: ProgramBlock): Memo['plan'] {
  return (memoCells.get(block)?.includes(PLAN_KEY) ?? true) ? block.memo.plan : undefined;
}

/** Whether both blocks say the same, cell by cell. */
export function isSameBlock(one: ProgramBlock, other: ProgramBlock): boolean {
  const memoOf = (block: ProgramBlock) => memoCells.get(block) ?? memoText(block.memo, block.id);
  return (
    one.gate === other.gate &&
    one.daysInStage === other.daysInStage &&
    one.stageSince === other.stageSince &&
    one.created === other.created &&
    one.id === other.id &&
    one.accepted === other.accepted &&
    one.version === other.version &&
    memoOf(one) === memoOf(other)
  );
}

/**
 * A deal's row under the tab's headers: `cells` by standard field or `own:` header, the rest empty.
 * Fields that the tab has no column for are left out.
 */
export function dealCells(
  headers: Headers<'deals'>,
  cells: ReadonlyMap<string, Cell>,
  program?: ProgramBlock,
): Row {
  const row: Cell[] = headers.texts.map(() => '');
  const put = (key: string, cell: Cell) => {
    const column = columnOf(headers, key as StandardField);
    if (column > 0) row[column - 1] = cell;
  };
  for (const [key, cell] of cells) put(key, cell);
  const block = program ? programRow(program) : [];
  PROGRAM_COLUMNS.forEach((key, i) => {
    const cell = block[i];
    if (cell !== undefined) put(key, cell);
  });
  return row;
}
