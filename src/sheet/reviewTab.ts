import type { AtRisk } from '../domain/atRisk';
import { type Day, daysBetween } from '../domain/day';
import type { DealId } from '../domain/ledger';
import { toMajor } from '../domain/money';
import type { Pipeline, StageKey } from '../domain/pipeline';
import type { Change, Due } from '../domain/review';
import type { Stall } from '../domain/stall';
import { evidenceText } from '../words/chanceWords';
import type { Language } from '../words/language';
import { clauses } from '../words/marks';
import { REPORT_WORDS } from '../words/reports';
import { REVIEW_WORDS, type ReviewWords } from '../words/reviewWords';
import type { Row } from './cell';
import type { AsOf, Generated } from './generated';
import { GridDraft, type TableColumn } from './gridDraft';

/** What people recognise a deal by. */
export interface NamedDeal {
  readonly name: string;
  /** Minor units. */
  readonly amount: number | null;
  readonly currency: string;
}

export interface ReviewTabInput extends AsOf {
  readonly atRisk: readonly AtRisk[];
  readonly changes: readonly Change[];
  /** The day that changes are told since. */
  readonly since: Day;
  /** The furthest beyond their limit first. */
  readonly stalled: readonly Stall[];
  readonly promises: readonly Due[];
  readonly named: (deal: DealId) => NamedDeal;
  readonly today: Day;
  readonly pipeline: Pipeline;
  readonly language: Language;
}

interface Drafting {
  readonly draft: GridDraft;
  readonly input: ReviewTabInput;
  readonly words: ReviewWords;
  readonly label: (stage: StageKey) => string;
}

const AMOUNT = '#,##0.00';
const SHARE = '0%';

/** A meeting does not get through more. */
const MOST_ROWS = 50;

/** The Review tab: what a team talks about in its meeting. */
export function reviewTab(input: ReviewTabInput): Generated {
  const words = REVIEW_WORDS[input.language];
  const labels = new Map(input.pipeline.stages.map((stage) => [stage.key, stage.label]));
  const draft = new GridDraft('review');
  const label = (stage: StageKey) => labels.get(stage) ?? stage;
  const drafting: Drafting = { draft, input, words, label };
  draft.title(words.title);
  draft.note(REPORT_WORDS[input.language].asOf(input.at, input.moves));
  draft.note(words.reading(input.since));
  atRiskTable(drafting);
  promisedTable(drafting);
  stalledTable(drafting);
  changedTable(drafting);
  return draft.finish([220, 110, 120, 150, 110, 80, 90, 90, 300, 300, 360]);
}

/** A heading, a sentence when there is nothing, and at most so many rows. */
function list<T>(
  { draft, words }: Drafting,
  {
    title,
    nothing,
    block,
    columns,
    of,
    toRow,
  }: {
    readonly title: string;
    readonly nothing: string;
    readonly block: string;
    readonly columns: readonly TableColumn[];
    readonly of: readonly T[];
    readonly toRow: (one: T) => Row;
  },
): void {
  draft.heading(title);
  if (of.length === 0) draft.note(nothing);
  draft.table({ block, columns, rows: of.slice(0, MOST_ROWS).map(toRow) });
  if (of.length > MOST_ROWS) draft.note(words.more(of.length - MOST_ROWS));
}

function atRiskTable(drafting: Drafting): void {
  const { input, words, label } = drafting;
  const { columns } = words;
  list(drafting, {
    title: words.atRiskTitle,
    nothing: words.nothingAtRisk,
    block: 'at_risk',
    columns: [
      ...dealColumns(words),
      { name: 'chance', header: columns.chance, format: SHARE },
      { name: 'before', header: columns.before, format: SHARE },
      { name: 'reason', header: columns.why, format: '', wrap: true },
      { name: 'next_step', header: columns.todo, format: '', wrap: true },
      { name: 'evidence', header: columns.evidence, format: '', wrap: true },
    ],
    of: input.atRisk,
    toRow: ({ deal, owner, stage, chance, before, risks, evidence }) => [
      ...dealCells(drafting, { deal, owner, stage }),
      chance,
      before ?? '',
      clauses(risks.map(words.risk), input.language),
      words.todo[risks[0].kind],
      evidence === null ? '' : evidenceText(evidence, label(evidence.stage), input.language),
    ],
  });
}

function promisedTable(drafting: Drafting): void {
  const { input, words } = drafting;
  const { columns } = words;
  list(drafting, {
    title: words.promisedTitle,
    nothing: words.nothingPromised,
    block: 'promised',
    columns: [
      ...dealColumns(words),
      { name: 'promise', header: columns.what, format: '' },
      { name: 'due', header: columns.due, format: '@' },
      { name: 'state', header: columns.state, format: '' },
    ],
    of: input.promises,
    toRow: ({ what, due, isMissed, ...deal }) => [
      ...dealCells(drafting, deal),
      words.promised[what],
      due,
      isMissed ? words.missed(daysBetween(due, input.today)) : words.isDue,
    ],
  });
}

function stalledTable(drafting: Drafting): void {
  const { input, words } = drafting;
  const { columns } = words;
  list(drafting, {
    title: words.stalledTitle,
    nothing: words.nothingStalled,
    block: 'stalled',
    columns: [
      ...dealColumns(words),
      { name: 'days', header: columns.days, format: '0' },
      { name: 'limit', header: columns.limit, format: '0' },
    ],
    of: input.stalled,
    toRow: (stall) => [
      ...dealCells(drafting, stall),
      stall.days ?? '',
      Math.round(stall.limit.days),
    ],
  });
}

function changedTable(drafting: Drafting): void {
  const { input, words, label } = drafting;
  const { columns } = words;
  list(drafting, {
    title: words.changedTitle,
    nothing: words.nothingChanged,
    block: 'changed',
    columns: [
      ...dealColumns(words),
      { name: 'from', header: columns.from, format: '' },
      { name: 'on', header: columns.on, format: '@' },
    ],
    of: input.changes,
    toRow: ({ deal, owner, from, to, on }) => [
      ...dealCells(drafting, { deal, owner, stage: to }),
      from === '' ? words.isNew : label(from),
      on,
    ],
  });
}

function dealColumns({ columns }: ReviewWords): readonly TableColumn[] {
  return [
    { name: 'name', header: columns.name, format: '' },
    { name: 'deal', header: columns.deal, format: '@' },
    { name: 'owner', header: columns.owner, format: '' },
    { name: 'stage', header: columns.stage, format: '' },
    { name: 'amount', header: columns.amount, format: AMOUNT },
    { name: 'currency', header: columns.currency, format: '' },
  ];
}

function dealCells(
  { input, label }: Drafting,
  {
    deal,
    owner,
    stage,
  }: { readonly deal: DealId; readonly owner: string; readonly stage: StageKey },
): Row {
  const { name, amount, currency } = input.named(deal);
  const major = amount === null ? '' : toMajor(amount, currency);
  return [name, deal, owner, label(stage), major, currency];
}
