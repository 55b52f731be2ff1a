import { dayOf, type LocalTime } from '../../domain/day';
import type { Field } from '../../domain/fact';
import type { Category, StageKey } from '../../domain/pipeline';
import type { RejectCode } from '../../words/imports';
import { readAmount, readCurrency } from '../amount';
import type { Cell } from '../cell';
import { ownCell, readChance } from './cellText';
import { categoryOf, categoryWord } from './forecastCategory';
import type { Reading } from './importPlan';
import { momentOf, saysNothing } from './moment';
import type { PlanIndex } from './planIndex';
import { outcomeSense, stageText } from './stageSynonyms';

/** Why a row is not brought in; `column` counts from 0, -1 for the whole row. */
export interface RowReject {
  readonly column: number;
  readonly code: RejectCode;
  readonly about: readonly string[];
}

/** A row while its cells are read. */
export interface Draft {
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
  const factor = /[万萬亿億]|\d\s*[km]\b/i.test(text) ? 1 : reading.factor;
  draft.amount = factor === 1 ? read.amount : Number((read.amount * factor).toPrecision(15));
  if (draft.currency === '') draft.currency = read.currency ?? reading.currency;
  return null;
}

function readCategory(text: string, { draft, index }: { draft: Draft; index: PlanIndex }): void {
  draft.category = categoryOf(text);
  if (saysNothing(text)) return;
  draft.cells.category =
    draft.category === null ? text.trim() : categoryWord(draft.category, index.language);
}

function plainCell(field: Field, text: string, reading: Reading): Cell {
  if (field.startsWith('own:')) return ownCell(text, reading);
  const moment = reading.kind === 'day' ? momentOf(text, reading.dateOrder) : null;
  return moment === null ? text.trim() : { date: dayOf(moment) };
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
      readCategory(text, at);
      return null;
    default:
      if (text.trim() !== '') draft.cells[field] = plainCell(field, text, reading);
      return null;
  }
}

/** As much as a cell of a sheet holds; an identifier is spoken of, and shorter. */
const MOST_TEXT = 50_000;
const MOST_ID = 200;

function readColumn(text: string, column: number, at: { draft: Draft; index: PlanIndex }): Told {
  const { draft, index } = at;
  const { role, reading } = index.plan.columns[column]!;
  const most = role.kind === 'id' ? MOST_ID : MOST_TEXT;
  if (role.kind !== 'ignore' && text.trim().length > most) {
    return { column, code: 'tooLong', about: [String(most)] };
  }
  switch (role.kind) {
    case 'ignore':
      return null;
    case 'id':
      draft.id = saysNothing(text) ? '' : text.trim();
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

/** The cells of a row by what their columns are, or the first that cannot be read. */
export function readDraft(row: readonly string[], index: PlanIndex): Draft | RowReject {
  const draft = newDraft();
  for (let column = 0; column < index.plan.columns.length; column += 1) {
    const rejected = readColumn(row[column] ?? '', column, { draft, index });
    if (rejected !== null) return rejected;
  }
  return draft;
}
