import type { Bottleneck, OwnerBottlenecks } from '../domain/bottleneck';
import type { Cycle } from '../domain/cycle';
import type { Funnel, FunnelRow } from '../domain/funnel';
import type { Limit } from '../domain/limits';
import { toMajor } from '../domain/money';
import type { Period } from '../domain/period';
import type { Pipeline, StageKey } from '../domain/pipeline';
import type { Rhythm } from '../domain/rhythm';
import { ENOUGH, type Rate } from '../domain/statistics';
import type { Velocity } from '../domain/velocity';
import type { WinRate } from '../domain/winRate';
import { CHOICE_WORDS } from '../words/choices';
import { FUNNEL_WORDS, type FunnelWords } from '../words/funnelWords';
import type { Language } from '../words/language';
import { daysText, percentText } from '../words/numberText';
import { REPORT_WORDS } from '../words/reports';
import type { Cell, Row } from './cell';
import { funnelCharts } from './funnelCharts';
import type { AsOf, Generated } from './generated';
import { GridDraft, type Placed, QUIET, type TableColumn } from './gridDraft';

/** What the manager reads beside the funnel. */
export interface FunnelSummary {
  readonly winRate: WinRate;
  readonly cycle: Cycle;
  readonly velocity: Velocity;
  readonly rhythm: Rhythm | null;
  readonly bottleneck: Bottleneck | null;
  readonly byOwner: OwnerBottlenecks;
}

export interface FunnelTabInput extends AsOf {
  readonly funnel: Funnel;
  /** The cohort's period, when it has one. */
  readonly period?: Period;
  readonly pipeline: Pipeline;
  readonly limits: ReadonlyMap<StageKey, Limit>;
  readonly summary?: FunnelSummary;
  /** The team's currency. */
  readonly currency: string;
  readonly language: Language;
}

/** The Funnel tab: counts and rates by stage, the bottleneck, and a few figures at a glance. */
export function funnelTab(input: FunnelTabInput): Generated {
  const words = FUNNEL_WORDS[input.language];
  const draft = new GridDraft('funnel');
  draft.title(words.title);
  draft.note(REPORT_WORDS[input.language].asOf(input.at, input.moves));
  for (const note of notesOf(input, words)) draft.note(note);
  draft.skip(1);
  const chartRow = draft.chartSpace();
  const table = funnelTable(draft, input, words);
  if (input.summary) {
    summaryTable(draft, input, input.summary, words);
    ownersTable(draft, input, input.summary.byOwner, words);
  }
  funnelCharts(draft, input, { table, chartRow });
  return draft.finish([190, 70, 80, 80, 80, 90, 80, 60, 70, 70, 80, 110, 110, 80, 90, 220]);
}

function notesOf({ funnel, period, summary, pipeline }: FunnelTabInput, words: FunnelWords) {
  const notes = words.notes;
  const told = [notes.cohort(funnel.cohort, period?.from ?? '', period?.to ?? ''), notes.reading];
  if (funnel.reachUnknown > 0) told.push(notes.reachUnknown(funnel.reachUnknown));
  if (funnel.elsewhere > 0) told.push(notes.elsewhere(funnel.elsewhere));
  if (funnel.undated > 0) told.push(notes.undated(funnel.undated));
  if (summary) told.push(bottleneckText(summary.bottleneck, pipeline, words));
  return told;
}

/** The bottleneck in a sentence with its numbers. */
export function bottleneckText(
  bottleneck: Bottleneck | null,
  pipeline: Pipeline,
  words: FunnelWords,
): string {
  const notes = words.notes;
  if (bottleneck === null) return notes.noBottleneck;
  const { measure, nNow, nBefore } = bottleneck;
  const isRate = measure === 'resolvedRate';
  const figure = isRate ? percentText : daysText;
  const told = {
    stage: labelOf(pipeline, bottleneck.stage),
    now: figure(bottleneck.now),
    before: figure(bottleneck.before),
    nNow,
    nBefore,
  };
  return isRate ? notes.bottleneckRate(told) : notes.bottleneckDwell(told);
}

function labelOf(pipeline: Pipeline, key: StageKey): string {
  return pipeline.stages.find((stage) => stage.key === key)?.label ?? key;
}

const COUNT = '#,##0';
const SHARE = '0.0%';

function funnelColumns({ columns: funnel }: FunnelWords): readonly TableColumn[] {
  return [
    { name: 'stage', header: funnel.stage, format: '' },
    { name: 'now', header: funnel.now, format: COUNT },
    { name: 'reached', header: funnel.reached, format: COUNT },
    { name: 'visited', header: funnel.visited, format: COUNT },
    { name: 'strict', header: funnel.strict, format: COUNT },
    { name: 'lost_here', header: funnel.lostHere, format: COUNT },
    { name: 'next_rate', header: funnel.nextRate, format: SHARE },
    { name: 'next_n', header: funnel.nextN, format: COUNT },
    { name: 'next_low', header: funnel.nextLow, format: SHARE },
    { name: 'next_high', header: funnel.nextHigh, format: SHARE },
    { name: 'cumulative', header: funnel.cumulative, format: SHARE },
    { name: 'resolved_rate', header: funnel.resolvedRate, format: SHARE },
    { name: 'median_dwell', header: funnel.medianDwell, format: '0.0' },
    { header: funnel.skipped, format: COUNT },
    { header: funnel.openShare, format: SHARE },
    { header: funnel.note, format: '' },
  ];
}

const RATE_COLUMNS = { first: 7, count: 6 };

function funnelTable(draft: GridDraft, input: FunnelTabInput, words: FunnelWords): Placed {
  const { rows } = input.funnel;
  const placed = draft.table({
    block: 'stages',
    columns: funnelColumns(words),
    rows: rows.map((row) => funnelCells(row, labelOf(input.pipeline, row.stage), words)),
  });
  rows.forEach((row, i) => {
    if (!row.greyed) return;
    const { first, count } = RATE_COLUMNS;
    const place = { row: placed.headerRow + 1 + i, column: first, rows: 1, columns: count };
    draft.style({ ...place, font: QUIET });
  });
  return placed;
}

function funnelCells(row: FunnelRow, label: string, words: FunnelWords): Row {
  return [
    label,
    row.now,
    row.reached ?? '',
    row.visited ?? '',
    row.strict ?? '',
    row.lostHere ?? '',
    row.next?.value ?? '',
    row.next?.n ?? '',
    row.next?.low ?? '',
    row.next?.high ?? '',
    row.cumulative?.value ?? '',
    row.resolved?.value ?? '',
    row.medianDwell ?? '',
    row.skipped ?? '',
    row.openShare ?? '',
    noteOf(row, words),
  ];
}

function noteOf({ next, greyed, openShare }: FunnelRow, words: FunnelWords): string {
  if (next !== null && next.n < ENOUGH) return words.notEnough(next.n);
  return greyed && openShare !== null ? words.stillOpen(openShare) : '';
}

function summaryTable(
  draft: GridDraft,
  { currency, language }: FunnelTabInput,
  { winRate, cycle, velocity, rhythm }: FunnelSummary,
  words: FunnelWords,
): void {
  const { measures, measureNotes: notes, summaryColumns } = words;
  const days = notes.days(cycle.n, cycle.undated);
  const perDay = velocity.perDay === null ? '' : toMajor(Math.round(velocity.perDay), currency);
  const rhythmWord = rhythm === null ? '' : CHOICE_WORDS[language].rhythms[rhythm];
  const byAmount = winRate.withoutAmount > 0 ? notes.withoutAmount(winRate.withoutAmount) : '';
  draft.heading(words.summaryTitle);
  const formats = [SHARE, SHARE, '0.0', '0.0', '#,##0.00', ''];
  const rows: Row[] = [
    [measures.winRateCount, rateCell(winRate.byCount), closedNote(winRate, words)],
    [measures.winRateAmount, winRate.byAmount ?? '', byAmount],
    [measures.cycleMedian, cycle.median ?? '', days],
    [measures.cycleMean, cycle.mean ?? '', days],
    [measures.velocity, perDay, notes.perDay(currency)],
    [measures.rhythm, rhythmWord, notes.rhythm],
  ];
  draft.table({
    block: 'summary',
    columns: [
      { name: 'measure', header: summaryColumns.measure, format: '' },
      { name: 'value', header: summaryColumns.value, format: '' },
      { name: 'note', header: summaryColumns.note, format: '' },
    ],
    rows,
    formats: formats.map((format) => ['', format, '']),
  });
}

/** Each owner against their own past; those with few deals are counted, not named. */
function ownersTable(
  draft: GridDraft,
  { pipeline }: FunnelTabInput,
  { owners, tooFew }: OwnerBottlenecks,
  words: FunnelWords,
): void {
  const { ownersColumns, notes } = words;
  draft.heading(words.ownersTitle);
  if (tooFew > 0) draft.note(notes.fewOwners(tooFew));
  draft.table({
    block: 'owners',
    columns: [
      { name: 'owner', header: ownersColumns.owner, format: '' },
      { name: 'bottleneck', header: ownersColumns.bottleneck, format: '' },
    ],
    rows: owners.map(({ owner, bottleneck }): Row => {
      return [owner === '' ? notes.noOwner : owner, bottleneckText(bottleneck, pipeline, words)];
    }),
  });
}

function rateCell(rate: Rate): Cell {
  return rate.value ?? '';
}

function closedNote({ won, lost, byCount }: WinRate, words: FunnelWords): string {
  const closed = words.measureNotes.closed(won, lost);
  return byCount.n < ENOUGH ? `${closed}; ${words.notEnough(byCount.n)}` : closed;
}
