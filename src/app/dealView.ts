import { type Day, dayOf, daysBetween } from '../domain/day';
import { textDigest } from '../domain/fingerprint';
import { missingForNext } from '../domain/nextStage';
import { type Stage, stageOf } from '../domain/pipeline';
import { activeAddress } from '../google/people';
import type { DealView, Reply, Request } from '../rpc';
import { type DealRow, isSinceKnown } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import type { MemoLine } from '../sheet/memo';
import { memberNamed } from '../sheet/teamTab';
import { amountText } from '../words/amounts';
import { APP_WORDS } from '../words/app';
import { evidenceText } from '../words/chanceWords';
import { historyLine } from '../words/history';
import { selectedFigure } from './dealsBehind';
import { allTasks, tasksOf } from './dealTasks';
import { findRows, selectedRow } from './findRows';
import { countsOf } from './judgeRow';
import { evidenceNoted } from './notedEvidence';
import { needOpen, type OpenPipeline } from './openPipeline';
import { pipelineShown, pipelineView } from './pipelineView';
import { runner, silentHours } from './runner';
import { shortfallViews } from './shortfallViews';
import { stallMaker } from './stallShown';

/** What the sidebar shows: the deal asked for, or the one in the selected row. */
export function dealView(request: Request<'dealView'>): Omit<Reply<'dealView'>, 'ok'> {
  const open = needOpen();
  const found = request.id === undefined ? selectedRow(open) : findRows(open, [request.id]);
  const row = [...found.rows.values()][0];
  const deal = row === undefined ? null : dealViewOf(open, found.headers, row);
  const figure = deal === null && request.id === undefined ? selectedFigure(open) : null;
  const seen = deal === null ? `@${figure ?? ''}` : deal.seen;
  if (request.seen !== undefined && request.seen === seen) {
    return { same: true, deal: null, pipeline: null };
  }
  const pipeline = pipelineView(open, found.headers);
  const silent = silentHours(open.now);
  return {
    same: false,
    deal,
    pipeline,
    ...(row === undefined ? {} : { tasks: tasksOf(allTasks(open), row.id, open.today) }),
    ...(silent === null ? {} : { silent: APP_WORDS[open.language].silentPage(silent, runner()) }),
    ...(figure === null ? {} : { figure }),
  };
}

/** One deal as a page shows it, from its row alone. */
export function dealViewOf(open: OpenPipeline, headers: Headers<'deals'>, row: DealRow): DealView {
  const { pipeline } = open.configuration;
  const { memo, stageSince } = row.program;
  const accepted = row.accepted ?? row.stage;
  const stage = stageOf(pipeline, acceptedKey(row) ?? accepted?.key ?? '') ?? accepted;
  const about = { facts: row.facts, today: open.today, counts: countsOf({ memo }) };
  const ahead = stage === undefined ? null : missingForNext(pipeline, stage.key, about);
  const { days, limit, stalled } = stallMaker(open)(row, stage);
  const last = memo.history[memo.history.length - 1];
  const view: DealView = {
    id: row.id,
    version: row.program.version,
    row: row.row,
    name: row.name,
    customer: row.customer,
    owner: row.tracked.owner,
    amount: amountText(row.tracked),
    stage: stage?.key ?? '',
    ...pipelineShown(pipeline, stage, row),
    daysInStage: days,
    usualDays: limit?.usual ?? null,
    // The last whole day on which a deal is not yet stalled.
    limitDays: limit === undefined ? null : Math.floor(limit.days),
    stalled,
    closeDate: row.tracked.closeDate ?? '',
    nextStep: row.tracked.nextStep,
    nextStepDate: row.tracked.nextStepDate ?? '',
    next: ahead?.next.key ?? '',
    missing: ahead === null ? [] : shortfallViews(open, headers, row, ahead.shortfalls),
    heldBecause: last?.kind === 'held' ? last.reason : '',
    history: historyOf(open, memo.history),
    mayOverride: memberNamed(open.configuration.team, activeAddress())?.mayOverride === true,
    cause: textOf(row, 'cause'),
    plan: textOf(row, 'plan'),
    planDue: dayText(row, 'planDue'),
    winChance: chanceText(row.tracked.winChance),
    ...outlookOf(open, stage, isSinceKnown(row.program) ? stageSince : null),
  };
  return { ...view, seen: seenOf(view) };
}

/** What the history says of deals that stood as long where this one stands; nothing before the first refresh. */
function outlookOf(open: OpenPipeline, stage: Stage | undefined, since: Day | null) {
  if (stage?.kind !== 'open' || since === null) return {};
  const evidence = evidenceNoted(stage.key, daysBetween(since, open.today));
  if (evidence === null) return {};
  return { outlook: evidenceText(evidence, stage.label, open.language) };
}

/** The stage by the last accepted line that the row remembers: fresher than the cell while a move is being written. */
function acceptedKey(row: DealRow): string | undefined {
  const told = row.program.memo.history.filter(({ kind }) => kind !== 'held');
  return told[told.length - 1]?.to;
}

function historyOf(open: OpenPipeline, lines: readonly MemoLine[]): DealView['history'] {
  const { pipeline } = open.configuration;
  const label = (key: string): string =>
    (stageOf(pipeline, key) as Stage | undefined)?.label ?? key;
  const latest = lines[lines.length - 1];
  return [...lines].reverse().map((line) => ({
    entry: line.seq,
    kind: line.kind,
    at: line.at,
    line: historyLine({ ...line, from: label(line.from), to: label(line.to) }, open.language),
    by: line.by,
    mayUndo: line === latest && (line.kind === 'moved' || line.kind === 'overridden'),
  }));
}

function textOf(row: DealRow, field: 'cause' | 'plan'): string {
  const fact = row.facts(field);
  return fact?.kind === 'text' ? fact.text : '';
}

function dayText(row: DealRow, field: 'planDue'): string {
  const fact = row.facts(field);
  return fact?.kind === 'day' ? dayOf(fact.day) : '';
}

/** As the page's field holds it: a number of per cent, `'62.5'`. */
function chanceText(share: number | null): string {
  return share === null ? '' : String(Math.round(share * 1_000) / 10);
}

/** Changes when anything that the page shows changes. */
function seenOf(view: DealView): string {
  return `${view.id}@${textDigest(JSON.stringify(view))}`;
}
