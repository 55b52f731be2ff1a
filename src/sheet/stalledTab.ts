import type { Limit } from '../domain/limits';
import type { ReasonCount } from '../domain/lostReasons';
import { toMajor } from '../domain/money';
import { openStages, type Pipeline, type StageKey } from '../domain/pipeline';
import type { Stall } from '../domain/stall';
import type { Language } from '../words/language';
import { clauses } from '../words/marks';
import { REPORT_WORDS } from '../words/reports';
import { STALLED_WORDS, type StalledWords } from '../words/stalledWords';
import type { Row } from './cell';
import type { AsOf, Generated } from './generated';
import { GridDraft, type Placed, type TableColumn } from './gridDraft';

/** What people recognise a deal by, beside what the ledger says of its stall. */
export interface StalledDeal {
  readonly stall: Stall;
  readonly name: string;
  readonly customer: string;
  /** Minor units. */
  readonly amount: number | null;
  readonly currency: string;
  readonly nextStep: string;
}

export interface StalledTabInput extends AsOf {
  /** Every open deal, in any order. */
  readonly deals: readonly StalledDeal[];
  readonly pipeline: Pipeline;
  readonly limits: ReadonlyMap<StageKey, Limit>;
  readonly lostReasons: readonly ReasonCount[];
  /** Causes of open deals' stalls, the most frequent first; none when not given. */
  readonly causes?: readonly Pick<ReasonCount, 'reason' | 'deals'>[];
  readonly language: Language;
}

/** The Stalled tab: deals beyond their stage's limit, those worth a look, and where the limits are from. */
export function stalledTab(input: StalledTabInput): Generated {
  const words = STALLED_WORDS[input.language];
  const draft = new GridDraft('stalled');
  const stalled = input.deals.filter(({ stall }) => stall.stalled).sort(byExcess);
  const watched = input.deals
    .filter(({ stall }) => whyWatched(stall, words).length > 0)
    .sort(byExcess);
  draft.title(words.title);
  draft.note(REPORT_WORDS[input.language].asOf(input.at, input.moves));
  if (stalled.length === 0) draft.note(words.nothingStalled);
  draft.skip(1);
  const chartRow = draft.chartSpace();
  const limits = limitsTable(draft, input, stalled, words);
  chart(draft, limits, chartRow, words);
  draft.heading(words.title);
  dealsTable(draft, 'deals', stalled, input, words, ({ stall }) =>
    words.stay(stall.days ?? 0, stall.limit.usual, stall.times),
  );
  draft.heading(words.watchTitle);
  if (watched.length === 0) draft.note(words.nothingToWatch);
  dealsTable(draft, 'watch', watched, input, words, ({ stall }) =>
    clauses(whyWatched(stall, words), input.language),
  );
  reasonsTable(draft, 'causes', input.causes ?? [], words);
  reasonsTable(draft, 'lost_reasons', input.lostReasons, words);
  return draft.finish([200, 110, 150, 120, 80, 80, 320, 160, 110, 80, 200]);
}

/** The furthest beyond its limit first. */
function byExcess(a: StalledDeal, b: StalledDeal): number {
  const excess = ({ stall }: StalledDeal) => (stall.days ?? 0) / stall.limit.days;
  return excess(b) - excess(a) || (a.stall.deal < b.stall.deal ? -1 : 1);
}

/** What else stands out in a deal that is not stalled. */
function whyWatched(stall: Stall, { watch }: StalledWords): readonly string[] {
  if (stall.stalled) return [];
  const isOver = stall.days !== null && stall.days > stall.limit.days;
  return [
    ...(stall.overdue ? [watch.overdue] : []),
    ...(stall.slipping ? [watch.slipping(stall.slips)] : []),
    ...(stall.silent && stall.idle !== null ? [watch.silent(stall.idle)] : []),
    ...(isOver && stall.coveredUntil !== null ? [watch.covered(stall.coveredUntil)] : []),
  ];
}

function dealColumns({ columns: stalled }: StalledWords): readonly TableColumn[] {
  return [
    { header: stalled.name, format: '' },
    { name: 'deal', header: stalled.deal, format: '@' },
    { name: 'stage', header: stalled.stage, format: '' },
    { name: 'owner', header: stalled.owner, format: '' },
    { name: 'days', header: stalled.days, format: '0' },
    { name: 'limit', header: stalled.limit, format: '0.0' },
    { name: 'reason', header: stalled.reason, format: '' },
    { header: stalled.customer, format: '' },
    { header: stalled.amount, format: '#,##0.00' },
    { header: stalled.currency, format: '' },
    { header: stalled.nextStep, format: '' },
  ];
}

function dealsTable(
  draft: GridDraft,
  block: 'deals' | 'watch',
  deals: readonly StalledDeal[],
  { pipeline }: StalledTabInput,
  words: StalledWords,
  reason: (deal: StalledDeal) => string,
): void {
  const labels = new Map(pipeline.stages.map((stage) => [stage.key, stage.label]));
  draft.table({
    block,
    columns: dealColumns(words),
    rows: deals.map((deal): Row => {
      const { stall, amount, currency } = deal;
      return [
        deal.name,
        stall.deal,
        labels.get(stall.stage) ?? stall.stage,
        stall.owner,
        stall.days ?? '',
        stall.limit.days,
        reason(deal),
        deal.customer,
        amount === null ? '' : toMajor(amount, currency),
        currency,
        deal.nextStep,
      ];
    }),
  });
}

function limitsTable(
  draft: GridDraft,
  { pipeline, limits, deals }: StalledTabInput,
  stalled: readonly StalledDeal[],
  words: StalledWords,
): Placed {
  const countIn = (list: readonly StalledDeal[], key: StageKey) =>
    list.filter(({ stall }) => stall.stage === key).length;
  draft.heading(words.limitsTitle);
  return draft.table({
    block: 'limits',
    columns: [
      { name: 'stage', header: words.limitsColumns.stage, format: '' },
      { name: 'limit', header: words.limitsColumns.limit, format: '0.0' },
      { name: 'usual', header: words.limitsColumns.usual, format: '0.0' },
      { name: 'stalled', header: words.limitsColumns.stalled, format: '0' },
      { name: 'open', header: words.limitsColumns.open, format: '0' },
      { name: 'n', header: words.limitsColumns.n, format: '0' },
      { name: 'source', header: words.limitsColumns.source, format: '' },
    ],
    rows: openStages(pipeline).map((stage): Row => {
      const limit = limits.get(stage.key);
      return [
        stage.label,
        limit?.days ?? '',
        limit?.usual ?? '',
        countIn(stalled, stage.key),
        countIn(deals, stage.key),
        limit?.n ?? '',
        limit ? words.limitSource(limit) : '',
      ];
    }),
  });
}

function chart(draft: GridDraft, limits: Placed, row: number, words: StalledWords): void {
  draft.chart({
    key: 'stalled.stages',
    title: words.chart,
    kind: 'column',
    stacked: false,
    ranges: [limits.range(1), limits.range(5), limits.range(4)],
    series: [
      { title: words.limitsColumns.open, colour: '#ceead6' },
      { title: words.limitsColumns.stalled, colour: '#f29900' },
    ],
    horizontalTitle: '',
    verticalTitle: '',
    anchor: { row, column: 1 },
    width: 620,
    height: 340,
    legend: true,
  });
}

function reasonsTable(
  draft: GridDraft,
  block: 'causes' | 'lost_reasons',
  reasons: readonly Pick<ReasonCount, 'reason' | 'deals'>[],
  words: StalledWords,
): void {
  if (reasons.length === 0) return;
  const total = reasons.reduce((sum, { deals }) => sum + deals, 0);
  draft.heading(block === 'causes' ? words.causesTitle : words.reasonsTitle);
  draft.table({
    block,
    columns: [
      { name: 'reason', header: words.reasonsColumns.reason, format: '' },
      { name: 'deals', header: words.reasonsColumns.deals, format: '0' },
      { name: 'share', header: words.reasonsColumns.share, format: '0.0%' },
    ],
    rows: reasons.map(({ reason, deals }): Row => [reason || words.noReason, deals, deals / total]),
  });
}
