import { type Day, dayOf, type LocalTime } from '../../domain/day';
import type { StandardField } from '../../domain/fact';
import type { Tracked } from '../../domain/ledger';
import { toMinor } from '../../domain/money';
import type { StageKey } from '../../domain/pipeline';
import type { Cell } from '../cell';
import { saysNothing } from './moment';
import type { PlanIndex } from './planIndex';
import { productText } from './priceList';
import { type Draft, type RowReject, readDraft } from './rowDraft';
import { senseOf, stageText } from './stageSynonyms';

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

/** What a row of the deals file says, or the first cell of it that cannot be read. */
export function dealFacts(row: readonly string[], index: PlanIndex): DealFacts | RowReject {
  const draft = readDraft(row, index);
  if ('code' in draft) return draft;
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
