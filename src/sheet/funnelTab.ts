import type { Bottleneck, OwnerBottlenecks } from '../domain/bottleneck';
import type { Funnel, FunnelRow } from '../domain/funnel';
import type { Limit } from '../domain/limits';
import type { Pipeline, StageKey } from '../domain/pipeline';
import { ENOUGH } from '../domain/statistics';
import { FUNNEL_FILTER_WORDS } from '../words/funnelFilterWords';
import { FUNNEL_WORDS, type FunnelWords } from '../words/funnelWords';
import type { Language } from '../words/language';
import { REPORT_WORDS } from '../words/reports';
import { bottleneckText, ownersTable, stageLabel } from './bottlenecks';
import type { Row } from './cell';
import { funnelCharts } from './funnelCharts';
import { type FunnelFilter, filterText, NO_FILTER } from './funnelFilter';
import { groupsTable, type ShownGroup } from './funnelGroups';
import { type Measures, summaryTable } from './funnelSummary';
import type { AsOf, Generated } from './generated';
import { GridDraft, type Placed, QUIET, type TableColumn } from './gridDraft';

/** What the manager reads beside the funnel. */
export interface FunnelSummary extends Measures {
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
  const told = input.funnels.flatMap(({ name, pipeline, summary }) =>
    summary === undefined ? [] : [{ name, pipeline, measures: summary, byOwner: summary.byOwner }],
  );
  if (told.length > 0) {
    summaryTable(draft, told, input);
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
    funnel.rows.map((row) => ({ ...row, name, label: stageLabel(pipeline, row.stage) })),
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
