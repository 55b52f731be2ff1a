import type { Bottleneck, OwnerBottlenecks } from '../domain/bottleneck';
import type { Cycle } from '../domain/cycle';
import type { Funnel, FunnelRow } from '../domain/funnel';
import type { Limit } from '../domain/limits';
import { toMajor } from '../domain/money';
import type { Pipeline, StageKey } from '../domain/pipeline';
import type { Rhythm } from '../domain/rhythm';
import { ENOUGH, type Rate } from '../domain/statistics';
import type { Velocity } from '../domain/velocity';
import type { WinRate } from '../domain/winRate';
import { CHOICE_WORDS } from '../words/choices';
import { FUNNEL_FILTER_WORDS } from '../words/funnelFilterWords';
import { FUNNEL_WORDS, type FunnelWords } from '../words/funnelWords';
import type { Language } from '../words/language';
import { clauses } from '../words/marks';
import { daysText, percentText } from '../words/numberText';
import { REPORT_WORDS } from '../words/reports';
import type { Cell, Row } from './cell';
import { funnelCharts } from './funnelCharts';
import { type FunnelFilter, filterText, NO_FILTER } from './funnelFilter';
import { groupsTable, type ShownGroup } from './funnelGroups';
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

/** One pipeline's funnel; its name is empty where there is only one. */
export interface PipelineFunnel {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly funnel: Funnel;
  readonly summary?: FunnelSummary;
}

export interface FunnelTabInput extends AsOf {
  readonly funnels: readonly PipelineFunnel[];
  /** Which deals it shows; all of them when not given. */
  readonly filter?: FunnelFilter;
  /** The deals by owner, source, product and quarter; none when not given. */
  readonly groups?: readonly ShownGroup[];
  readonly limits: ReadonlyMap<StageKey, Limit>;
  /** The team's currency. */
  readonly currency: string;
  readonly language: Language;
}

/** A funnel of some deals is not mistaken for one of all. */
const ONLY_SOME = { bold: true, background: '#fef7e0' };

/** The Funnel tab: counts and rates by stage, the bottleneck, and a few figures at a glance. */
export function funnelTab(input: FunnelTabInput): Generated {
  const words = FUNNEL_WORDS[input.language];
  const draft = new GridDraft('funnel');
  draft.title(words.title);
  draft.note(REPORT_WORDS[input.language].asOf(input.at, input.moves));
  const filter = filterText(input.filter ?? NO_FILTER, input.language);
  if (filter !== '') draft.line(FUNNEL_FILTER_WORDS[input.language].only(filter), ONLY_SOME);
  for (const note of notesOf(input, words)) draft.note(note);
  draft.skip(1);
  const chartRows = input.funnels.map(() => draft.chartSpace());
  const table = funnelTable(draft, input, words);
  const told = input.funnels.flatMap(({ summary, ...funnel }) =>
    summary === undefined ? [] : [{ ...funnel, summary }],
  );
  if (told.length > 0) {
    summaryTable(draft, input, told, words);
    ownersTable(draft, told, words);
  }
  const { groups = [], language } = input;
  if (groups.length > 0)
    groupsTable(draft, groups, { language, several: input.funnels.length > 1 });
  let done = 0;
  input.funnels.forEach((one, i) => {
    const place = { table, chartRow: chartRows[i] ?? 1, after: done };
    funnelCharts(draft, { ...input, ...one }, place);
    done += one.funnel.rows.length;
  });
  return draft.finish([
    190, 120, 80, 80, 80, 90, 80, 60, 70, 70, 80, 110, 110, 80, 80, 80, 80, 90, 220,
  ]);
}

function notesOf({ funnels, filter }: FunnelTabInput, words: FunnelWords): readonly string[] {
  const { notes } = words;
  const cohort = funnels[0]?.funnel.cohort ?? 'all';
  const { from = '', to = '' } = filter?.cohort?.period ?? {};
  const reading = cohort === 'entered' ? notes.readingEntered : notes.reading;
  const told = [notes.cohort(cohort, from, to), reading];
  const sum = (count: (funnel: Funnel) => number) =>
    funnels.reduce((all, { funnel }) => all + count(funnel), 0);
  const [unknown, elsewhere] = [sum((it) => it.reachUnknown), sum((it) => it.elsewhere)];
  const undated = sum((it) => it.undated);
  if (unknown > 0) told.push(notes.reachUnknown(unknown));
  if (elsewhere > 0) told.push(notes.elsewhere(elsewhere));
  if (undated > 0) told.push(notes.undated(undated));
  for (const { name, summary, pipeline } of funnels) {
    if (summary === undefined) continue;
    const text = bottleneckText(summary.bottleneck, pipeline, words);
    told.push(name === '' ? text : notes.inPipeline(name, text));
  }
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

function funnelColumns({ columns: funnel }: FunnelWords, several: boolean): readonly TableColumn[] {
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
    { name: 'resolved_n', header: funnel.resolvedN, format: COUNT },
    { name: 'resolved_low', header: funnel.resolvedLow, format: SHARE },
    { name: 'resolved_high', header: funnel.resolvedHigh, format: SHARE },
    { name: 'skipped', header: funnel.skipped, format: COUNT },
    { name: 'still_open', header: funnel.openShare, format: SHARE },
    ...(several ? [{ name: 'pipeline', header: funnel.pipeline, format: '' }] : []),
    { header: funnel.note, format: '' },
  ];
}

/** From To next to the resolved rate, then what is known of that one. */
const RATE_COLUMNS = [
  { column: 7, columns: 6 },
  { column: 14, columns: 3 },
];

function funnelTable(draft: GridDraft, input: FunnelTabInput, words: FunnelWords): Placed {
  const rows = input.funnels.flatMap(({ name, pipeline, funnel }) =>
    funnel.rows.map((row) => ({ ...row, name, label: labelOf(pipeline, row.stage) })),
  );
  const placed = draft.table({
    block: 'stages',
    columns: funnelColumns(words, input.funnels.length > 1),
    rows: rows.map((row) => funnelCells(row, row, words)),
  });
  rows.forEach((row, i) => {
    if (!row.greyed) return;
    for (const columns of RATE_COLUMNS) {
      draft.style({ row: placed.headerRow + 1 + i, rows: 1, ...columns, font: QUIET });
    }
  });
  return placed;
}

function funnelCells(
  row: FunnelRow,
  named: { readonly label: string; readonly name: string },
  words: FunnelWords,
): Row {
  return [
    named.label,
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
    row.resolved?.n ?? '',
    row.resolved?.low ?? '',
    row.resolved?.high ?? '',
    row.skipped ?? '',
    row.openShare ?? '',
    ...(named.name === '' ? [] : [named.name]),
    noteOf(row, words),
  ];
}

function noteOf({ next, greyed, openShare }: FunnelRow, words: FunnelWords): string {
  if (next !== null && next.n < ENOUGH) return words.notEnough(next.n);
  return greyed && openShare !== null ? words.stillOpen(openShare) : '';
}

/** A funnel with what is read beside it. */
type ToldFunnel = PipelineFunnel & { readonly summary: FunnelSummary };

function summaryTable(
  draft: GridDraft,
  input: FunnelTabInput,
  funnels: readonly ToldFunnel[],
  words: FunnelWords,
): void {
  const { summaryColumns, columns } = words;
  const rows = funnels.flatMap(({ name, summary }) =>
    summaryRows(input, summary, words).map((row) => (name === '' ? row : [...row, name])),
  );
  const formats = funnels.flatMap(() => [SHARE, SHARE, '0.0', '0.0', '#,##0.00', '']);
  draft.heading(words.summaryTitle);
  draft.table({
    block: 'summary',
    columns: [
      { name: 'measure', header: summaryColumns.measure, format: '' },
      { name: 'value', header: summaryColumns.value, format: '' },
      { name: 'note', header: summaryColumns.note, format: '' },
      ...(funnels.length > 1 ? [{ name: 'pipeline', header: columns.pipeline, format: '' }] : []),
    ],
    rows,
    formats: formats.map((format) => ['', format, '', '']),
  });
}

function summaryRows(
  { currency, language }: FunnelTabInput,
  { winRate, cycle, velocity, rhythm }: FunnelSummary,
  words: FunnelWords,
): readonly Row[] {
  const { measures, measureNotes: notes } = words;
  const days = notes.days(cycle.n, cycle.undated);
  const perDay = velocity.perDay === null ? '' : toMajor(Math.round(velocity.perDay), currency);
  const rhythmWord = rhythm === null ? '' : CHOICE_WORDS[language].rhythms[rhythm];
  const byAmount = winRate.withoutAmount > 0 ? notes.withoutAmount(winRate.withoutAmount) : '';
  return [
    [measures.winRateCount, rateCell(winRate.byCount), closedNote(winRate, words, language)],
    [measures.winRateAmount, winRate.byAmount ?? '', byAmount],
    [measures.cycleMedian, cycle.median ?? '', days],
    [measures.cycleMean, cycle.mean ?? '', days],
    [measures.velocity, perDay, notes.perDay(currency)],
    [measures.rhythm, rhythmWord, notes.rhythm],
  ];
}

/** Each owner against their own past; those with few deals are counted, not named. */
function ownersTable(draft: GridDraft, funnels: readonly ToldFunnel[], words: FunnelWords): void {
  const { ownersColumns, columns, notes } = words;
  const tooFew = funnels.reduce((sum, { summary }) => sum + summary.byOwner.tooFew, 0);
  draft.heading(words.ownersTitle);
  if (tooFew > 0) draft.note(notes.fewOwners(tooFew));
  draft.table({
    block: 'owners',
    columns: [
      { name: 'owner', header: ownersColumns.owner, format: '' },
      { name: 'bottleneck', header: ownersColumns.bottleneck, format: '' },
      ...(funnels.length > 1 ? [{ name: 'pipeline', header: columns.pipeline, format: '' }] : []),
    ],
    rows: funnels.flatMap(({ name, pipeline, summary }) =>
      summary.byOwner.owners.map(({ owner, bottleneck }): Row => {
        const text = bottleneckText(bottleneck, pipeline, words);
        return [owner === '' ? notes.noOwner : owner, text, ...(name === '' ? [] : [name])];
      }),
    ),
  });
}

function rateCell(rate: Rate): Cell {
  return rate.value ?? '';
}

function closedNote(
  { won, lost, byCount }: WinRate,
  words: FunnelWords,
  language: Language,
): string {
  const { closed, interval } = words.measureNotes;
  const { n, low, high } = byCount;
  const isKnown = low !== null && high !== null;
  const rest = isKnown ? interval(low, high) : words.notEnough(n);
  return clauses([closed(won, lost), rest], language);
}
