import { type Day, dayOf, type LocalTime } from '../../domain/day';
import type { Field, StandardField } from '../../domain/fact';
import type { Tracked } from '../../domain/ledger';
import { toMinor } from '../../domain/money';
import type { Category, StageKey } from '../../domain/pipeline';
import type { RejectCode } from '../../words/imports';
import type { Language } from '../../words/language';
import { readAmount, readCurrency } from '../amount';
import type { Cell } from '../cell';
import { isTicked } from './columnProfile';
import { categoryOf, categoryWord } from './forecastCategory';
import type { ImportPlan, Reading } from './importPlan';
import { momentOf, saysNothing } from './moment';
import { productText } from './priceList';
import { outcomeSense, senseOf, stageText } from './stageSynonyms';

/** Why a row is not brought in; `column` counts from 0, -1 for the whole row. */
export interface RowReject {
  readonly column: number;
  readonly code: RejectCode;
  readonly about: readonly string[];
}

/** What a row of the deals file says, before its life is told. */
export interface DealFacts {
  /** `''` when the file has no identifier for it. */
  readonly id: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** `null` when the file does not say it. */
  readonly stage: StageKey | null;
  /** The open stage that a row names beside a closed outcome. */
  readonly lastOpen: StageKey | null;
  readonly created: LocalTime | null;
  readonly closed: LocalTime | null;
  readonly since: LocalTime | null;
  /** Stages with the moment they were entered, from date columns. */
  readonly entered: ReadonlyArray<{ readonly stage: StageKey; readonly at: LocalTime }>;
  /** The tracked fields as the file tells them. */
  readonly tracked: Tracked;
  /** Minor units of the amount while the deal was open, as far as anybody knew it. */
  readonly openAmount: number | null;
}

/** The plan in a form that is quick to look things up in. */
export interface PlanIndex {
  readonly plan: ImportPlan;
  readonly stageOf: ReadonlyMap<string, string>;
  readonly outcomeOf: ReadonlyMap<string, string>;
  readonly prices: ReadonlyMap<string, number>;
  readonly stages: ReadonlyMap<StageKey, ImportPlan['stages'][number]>;
  /** Open stages 0, 1, 2 ..., won after the last of them. */
  readonly placeOf: ReadonlyMap<StageKey, number>;
  /** Place of won: the number of open stages. */
  readonly last: number;
  readonly language: Language;
  readonly currency: string;
}

export function indexOf(plan: ImportPlan, language: Language, currency: string): PlanIndex {
  const open = plan.stages.filter((stage) => stage.kind === 'open');
  const placeOf = new Map(open.map((stage, i) => [stage.key, i]));
  for (const stage of plan.stages) if (stage.kind === 'won') placeOf.set(stage.key, open.length);
  return {
    plan,
    stageOf: new Map(Object.entries(plan.stageOf)),
    outcomeOf: new Map(Object.entries(plan.outcomeOf)),
    prices: new Map(Object.entries(plan.prices)),
    stages: new Map(plan.stages.map((stage) => [stage.key, stage])),
    placeOf,
    last: open.length,
    language,
    currency,
  };
}

/** A row while its cells are read. */
interface Draft {
  id: string;
  readonly cells: Record<string, Cell>;
  stage: StageKey | null;
  stageTyped: string;
  outcome: StageKey | null;
  created: LocalTime | null;
  closed: LocalTime | null;
  closeDate: LocalTime | null;
  since: LocalTime | null;
  readonly entered: Array<{ stage: StageKey; at: LocalTime }>;
  amount: number | null;
  currency: string;
  category: Category | null;
  winChance: number | null;
}

type Told = RowReject | null;

function dateCell(moment: LocalTime): Cell {
  return { date: moment.endsWith('T00:00:00') ? dayOf(moment) : moment };
}

/** A cell that must be a date if it says anything; what it names goes to `keep`. */
function readDate(
  text: string,
  { reading, column }: { readonly reading: Reading; readonly column: number },
  keep: (moment: LocalTime) => void,
): Told {
  if (saysNothing(text)) return null;
  const moment = momentOf(text, reading.dateOrder);
  if (moment === null) return { column, code: 'unreadableDate', about: [text.trim()] };
  keep(moment);
  return null;
}

function readAmountCell(text: string, column: number, draft: Draft, index: PlanIndex): Told {
  if (saysNothing(text)) return null;
  const { reading } = index.plan.columns[column]!;
  const read = readAmount(text, { decimalComma: reading.decimalComma, home: index.currency });
  if (read === null || Math.abs(read.amount) >= 1e13) {
    return { column, code: 'unreadableAmount', about: [text.trim()] };
  }
  // A cell that says 万 itself, under a header in 万, means it once.
  const factor = /[万萬亿億kKmM]/.test(text) ? 1 : reading.factor;
  draft.amount = factor === 1 ? read.amount : Number((read.amount * factor).toPrecision(15));
  if (draft.currency === '') draft.currency = read.currency ?? reading.currency;
  return null;
}

function readChance(text: string, reading: Reading): number | null {
  const read = readAmount(text.replace(/[%％]\s*$/, ''), { decimalComma: reading.decimalComma });
  if (read === null) return null;
  const chance = Number((read.amount * reading.factor).toPrecision(12));
  return chance >= 0 && chance <= 1 ? chance : null;
}

function ownCell(text: string, reading: Reading): Cell {
  if (reading.kind === 'tick') return isTicked(text);
  if (reading.kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(text.trim())) return Number(text);
  const moment = reading.kind === 'day' ? momentOf(text, reading.dateOrder) : null;
  return moment === null ? text : dateCell(moment);
}

/** One of the Deals columns. Those that the ledger carries must be readable; others keep what was typed. */
function readField(
  field: Field,
  text: string,
  column: number,
  at: { draft: Draft; index: PlanIndex },
): Told {
  const { draft, index } = at;
  const { reading } = index.plan.columns[column]!;
  switch (field) {
    case 'amount':
      return readAmountCell(text, column, draft, index);
    case 'stage':
      draft.stageTyped = text.trim();
      return null;
    case 'closeDate':
      return readDate(text, { reading, column }, (moment) => {
        draft.closeDate = moment;
      });
    case 'currency':
      draft.currency = saysNothing(text)
        ? draft.currency
        : (readCurrency(text, index.currency) ?? text.trim());
      return null;
    case 'winChance':
      draft.winChance = readChance(text, reading);
      return null;
    case 'category':
      draft.category = categoryOf(text);
      if (!saysNothing(text)) {
        draft.cells.category =
          draft.category === null ? text.trim() : categoryWord(draft.category, index.language);
      }
      return null;
    default: {
      if (text.trim() === '') return null;
      if (field.startsWith('own:')) {
        draft.cells[field] = ownCell(text, reading);
        return null;
      }
      const moment = reading.kind === 'day' ? momentOf(text, reading.dateOrder) : null;
      draft.cells[field] = moment === null ? text.trim() : { date: dayOf(moment) };
      return null;
    }
  }
}

function readColumn(text: string, column: number, at: { draft: Draft; index: PlanIndex }): Told {
  const { draft, index } = at;
  const { role, reading } = index.plan.columns[column]!;
  switch (role.kind) {
    case 'ignore':
      return null;
    case 'id':
      draft.id = saysNothing(text) ? '' : text.trim().slice(0, 200);
      return null;
    case 'created':
    case 'closed':
    case 'since':
      return readDate(text, { reading, column }, (moment) => {
        draft[role.kind] = moment;
      });
    case 'entered':
      return readDate(text, { reading, column }, (moment) => {
        draft.entered.push({ stage: role.stage, at: moment });
      });
    case 'outcome':
      draft.outcome = outcomeOf(text, index);
      return null;
    case 'field':
      return readField(role.field as Field, text, column, at);
  }
}

function outcomeOf(text: string, index: PlanIndex): StageKey | null {
  if (saysNothing(text)) return null;
  const told = index.outcomeOf.get(stageText(text));
  if (told !== undefined) return told === '' ? null : told;
  const sense = outcomeSense(text);
  if (sense === null || sense === '') return null;
  return [...index.stages.values()].find((stage) => stage.kind === sense)?.key ?? null;
}

/** The stage that the row says, an outcome counting more than a stage that is still open. */
function decideStage(
  draft: Draft,
  index: PlanIndex,
): RowReject | { stage: StageKey | null; lastOpen: StageKey | null } {
  const column = index.plan.columns.findIndex(
    ({ role }) => role.kind === 'field' && role.field === 'stage',
  );
  const typed = draft.stageTyped;
  const named = saysNothing(typed) ? undefined : index.stageOf.get(stageText(typed));
  if (!saysNothing(typed) && named === undefined) {
    return { column, code: 'unknownStage', about: [typed] };
  }
  const isOpen = (key: StageKey | undefined) => index.stages.get(key ?? '')?.kind === 'open';
  if (draft.outcome !== null && (named === undefined || isOpen(named))) {
    return { stage: draft.outcome, lastOpen: named ?? null };
  }
  if (named !== undefined) return { stage: named, lastOpen: null };
  const closing = draft.entered.find(({ stage }) => !isOpen(stage));
  if (closing !== undefined) return { stage: closing.stage, lastOpen: null };
  return { stage: null, lastOpen: null };
}

/** A loss by another name ("Disqualified") says why, where the row has no reason of its own. */
function keepLostWord(draft: Draft, stage: StageKey | null, index: PlanIndex): void {
  if (index.stages.get(stage ?? '')?.kind !== 'lost' || draft.cells.lostReason !== undefined)
    return;
  const typed = draft.stageTyped;
  const label = index.stages.get(stage ?? '')?.label ?? '';
  const plain = /^(?:closed )?(?:lost|loss)$|^输单$|^丢单$|^战败$/.test(stageText(typed));
  if (plain || typed === '' || stageText(typed) === stageText(label)) return;
  if (senseOf(typed)?.kind === 'lost') draft.cells.lostReason = typed;
}

function listPrice(draft: Draft, index: PlanIndex): number | null {
  const product = draft.cells.product;
  return typeof product === 'string' ? (index.prices.get(productText(product)) ?? null) : null;
}

function closingOf(draft: Draft, stage: StageKey | null, index: PlanIndex): LocalTime | null {
  const kind = index.stages.get(stage ?? '')?.kind;
  if (kind !== 'won' && kind !== 'lost') return null;
  const own = draft.entered.find((entered) => entered.stage === stage)?.at;
  return own ?? draft.closed ?? draft.closeDate;
}

function dayText(cell: Cell | undefined): Day | null {
  return typeof cell === 'object' ? dayOf(cell.date) : null;
}

function fillCells(
  draft: Draft,
  facts: { stage: StageKey | null; closed: LocalTime | null },
  index: PlanIndex,
): void {
  const { cells } = draft;
  const kind = index.stages.get(facts.stage ?? '')?.kind;
  const isClosed = kind === 'won' || kind === 'lost';
  const price = listPrice(draft, index);
  if (!isClosed && draft.amount === null && price !== null) draft.amount = price;
  if (draft.amount !== null) cells.amount = draft.amount;
  if (draft.currency !== '') cells.currency = draft.currency;
  const close = facts.closed ?? draft.closeDate ?? draft.closed;
  if (close !== null) cells.closeDate = { date: dayOf(close) };
  if (isClosed) draft.winChance = null;
  if (draft.winChance !== null) cells.winChance = draft.winChance;
  if (cells.deal === undefined) {
    const name = draft.id !== '' ? draft.id : (cells.customer ?? '');
    if (name !== '') cells.deal = name;
  }
}

function trackedOf(draft: Draft, index: PlanIndex): Tracked {
  const { cells } = draft;
  const currency = draft.currency === '' ? index.currency : draft.currency;
  const words = (field: StandardField) =>
    typeof cells[field] === 'string' ? (cells[field] as string) : '';
  return {
    owner: words('owner'),
    amount: draft.amount === null ? null : toMinor(draft.amount, currency),
    currency,
    closeDate: dayText(cells.closeDate),
    nextStep: words('nextStep'),
    nextStepDate: dayText(cells.nextStepDate),
    category: draft.category,
    winChance: draft.winChance,
  };
}

function newDraft(): Draft {
  return {
    id: '',
    cells: {},
    stage: null,
    stageTyped: '',
    outcome: null,
    created: null,
    closed: null,
    closeDate: null,
    since: null,
    entered: [],
    amount: null,
    currency: '',
    category: null,
    winChance: null,
  };
}

/** What a row of the deals file says, or the first cell of it that cannot be read. */
export function dealFacts(row: readonly string[], index: PlanIndex): DealFacts | RowReject {
  const draft = newDraft();
  for (let column = 0; column < index.plan.columns.length; column += 1) {
    const rejected = readColumn(row[column] ?? '', column, { draft, index });
    if (rejected !== null) return rejected;
  }
  const decided = decideStage(draft, index);
  if ('code' in decided) return decided;
  const { stage, lastOpen } = decided;
  keepLostWord(draft, stage, index);
  const closed = closingOf(draft, stage, index);
  const known = index.plan.amountsWhileOpen ? draft.amount : null;
  fillCells(draft, { stage, closed }, index);
  const tracked = trackedOf(draft, index);
  const open = known !== null && known !== 0 ? known : listPrice(draft, index);
  return {
    id: draft.id,
    cells: draft.cells,
    stage,
    lastOpen,
    created: draft.created,
    closed,
    since: draft.since,
    entered: draft.entered.filter((entered) => index.stages.get(entered.stage)?.kind === 'open'),
    tracked,
    openAmount: open === null ? (known === null ? null : 0) : toMinor(open, tracked.currency),
  };
}
