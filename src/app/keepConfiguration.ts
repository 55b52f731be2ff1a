import { dayOf } from '../domain/day';
import type { How } from '../domain/ledger';
import type { Stage } from '../domain/pipeline';
import type { StageChange } from '../domain/stagesBefore';
import { flushWrites, underLock } from '../google/lock';
import { runningAddress } from '../google/people';
import type { NotedStage } from '../sheet/configuration';
import { changesText } from '../words/stageChanges';
import { readArchive } from './archived';
import { begunExchange } from './begunExchange';
import type { Draft } from './judgeRow';
import { appendLines, ledgerTail, linesFrom, linked, noteTail } from './ledgerTail';
import { noteCriteria } from './notedCriteria';
import { notedStages, noteStages } from './notedStages';
import { forgetPipeline, type OpenPipeline, reloadPipeline } from './openPipeline';
import { relabelStages } from './relabelStages';

const LOCK_MS = 10_000;
/** So many entries back is looked for one that was noted before a stop. */
const RECENT = 50;

/**
 * Relabels what renamed stages are still called, and notes in the ledger what changed in the stages:
 * chances, limits, kinds and order alter figures. Nothing is done while nothing changed. The entry says `how` it came about.
 */
export function keepConfiguration(open: OpenPipeline, how: How = 'sweep'): void {
  noteCriteria(open);
  if (changedStages(open) !== null) underLock(LOCK_MS, () => keepStagesOfNow(how));
}

/** Whoever held the lock until now may have noted what was read before it, and what came after that. */
export function keepStagesOfNow(how?: How): void {
  const now = reloadPipeline();
  if (now !== null) keepStages(now, how);
}

/**
 * As `keepConfiguration`, for a caller that holds the lock. The ledger comes first and what the stages were is forgotten last:
 * an execution that is stopped in between is done again by the next one, and noted once.
 */
export function keepStages(open: OpenPipeline, how: How = 'sweep'): void {
  const changed = changedStages(open);
  if (changed === null) return;
  const { before, now } = changed;
  if (!isAnotherPipeline(open, before, now)) {
    const reason = changesText(changesIn(before, now), open.language);
    if (!isNoted(open, reason)) appendConfigured(open, reason, how);
    relabelStages(open);
  }
  flushWrites();
  noteStages(now);
  forgetPipeline();
}

interface ChangedStages {
  readonly before: readonly NotedStage[];
  readonly now: readonly NotedStage[];
}

function changedStages(open: OpenPipeline): ChangedStages | null {
  const before = notedStages();
  const now = stagesNow(open, before);
  if (JSON.stringify(before) === JSON.stringify(now) && begunExchange() === null) return null;
  // Somebody is in the middle of changing the tab, or has broken it: what the stages were is not forgotten.
  return now.some(({ kind, isUsed }) => kind === 'open' && isUsed) ? { before, now } : null;
}

/** Whether the last entry about the configuration says so, today: then an execution was stopped behind it. */
function isNoted(open: OpenPipeline, reason: string): boolean {
  const ledger = open.workbook.tab('ledger');
  if (ledger === null || reason === '') return false;
  const rows = ledger.lastRow();
  const recent = linesFrom(open, ledger, Math.max(2, rows - RECENT), rows);
  const [last] = recent.filter(({ kind }) => kind === 'configured').slice(-1);
  return last !== undefined && last.reason === reason && dayOf(last.at) === open.today;
}

/** An entry of the ledger that is about no deal: the configuration is another now. */
export function appendConfigured(open: OpenPipeline, reason: string, how: How = 'sweep'): void {
  const ledger = open.workbook.tab('ledger');
  if (ledger === null || reason === '') return;
  const tail = ledgerTail(open, ledger);
  const lines = linked(open, tail, [configuredDraft(open, reason, how)]);
  noteTail(appendLines(open, ledger, tail, lines));
}

function configuredDraft(open: OpenPipeline, reason: string, how: How): Draft {
  return {
    deal: '',
    kind: 'configured',
    from: '',
    to: '',
    at: open.now,
    by: runningAddress(),
    how,
    owner: '',
    amount: null,
    currency: open.configuration.settings.currency,
    closeDate: null,
    nextStep: '',
    nextStepDate: null,
    category: null,
    winChance: null,
    reason,
  };
}

/** The stages in use, then those that are not: what they were is known for as long as the ledger names them. */
function stagesNow(open: OpenPipeline, before: readonly NotedStage[]): readonly NotedStage[] {
  const { stages, retired = [] } = open.configuration.pipeline;
  const noted =
    (isUsed: boolean) =>
    (stage: Stage): NotedStage => {
      const { key, label, kind, chance, limitDays, pipeline = '' } = stage;
      return { key, label, kind, chance, limitDays, isUsed, pipeline };
    };
  const now = stages.map(noted(true));
  return isAnotherPipeline(open, before, now) ? now : [...now, ...retired.map(noted(false))];
}

/** A first import may bring stages of its own, and somebody may paste another set: those before it were never used. */
function isAnotherPipeline(
  open: OpenPipeline,
  before: readonly NotedStage[],
  now: readonly NotedStage[],
): boolean {
  const openNow = new Set(now.filter(({ kind }) => kind === 'open').map(({ key }) => key));
  if (before.some(({ key, kind }) => kind === 'open' && openNow.has(key))) return false;
  const gone = new Set(before.map(({ key }) => key).filter((key) => !openNow.has(key)));
  for (const { key } of now) gone.delete(key);
  const ledger = open.workbook.tab('ledger');
  const lines = ledger === null ? [] : linesFrom(open, ledger, 2, ledger.lastRow());
  const ever = [...lines, ...readArchive(open).lines];
  return !ever.some(({ from, to }) => gone.has(from) || gone.has(to));
}

function changesIn(before: readonly NotedStage[], now: readonly NotedStage[]): StageChange[] {
  const was = new Map(before.map((stage) => [stage.key, stage]));
  const changes = now.flatMap((stage): StageChange[] => {
    const { label } = stage;
    const old = was.get(stage.key);
    const wasUsed = old?.isUsed === true;
    if (old === undefined || !wasUsed) return stage.isUsed ? [{ kind: 'added', stage: label }] : [];
    if (!stage.isUsed)
      return [{ kind: 'removed', stage: label, after: placeOf(stage, before, now) }];
    return [
      ...(old.label === label ? [] : [{ kind: 'renamed', was: old.label, stage: label } as const]),
      ...changed('kind', label, old.kind, stage.kind),
      ...changed('chance', label, old.chance, stage.chance),
      ...changed('limit', label, old.limitDays, stage.limitDays),
    ];
  });
  const order = orderNow(before, now);
  return order === null ? changes : [...changes, order];
}

function changed<T>(
  kind: 'kind' | 'chance' | 'limit',
  stage: string,
  was: T,
  now: T,
): readonly StageChange[] {
  return was === now ? [] : [{ kind, stage, was, now } as StageChange];
}

/** What the stage in use before this one is called now; `null` for the first. */
function placeOf(
  { key }: NotedStage,
  before: readonly NotedStage[],
  now: readonly NotedStage[],
): string | null {
  const used = before.filter(({ isUsed }) => isUsed);
  const ahead = used[used.findIndex((stage) => stage.key === key) - 1];
  if (ahead === undefined) return null;
  return now.find((stage) => stage.key === ahead.key)?.label ?? ahead.label;
}

/** The open stages in their order, when those that stayed stand in another order now, or one is of another kind. */
function orderNow(before: readonly NotedStage[], now: readonly NotedStage[]): StageChange | null {
  const openOnes = (stages: readonly NotedStage[]) =>
    stages.filter(({ kind, isUsed }) => kind === 'open' && isUsed);
  const [first, then] = [openOnes(before), openOnes(now)];
  const stayed = (stages: readonly NotedStage[], others: readonly NotedStage[]) =>
    stages.map(({ key }) => key).filter((key) => others.some((other) => other.key === key));
  const isSame = stayed(first, then).join('\n') === stayed(then, first).join('\n');
  const isOther = first.some(({ key }) =>
    now.some((stage) => stage.key === key && stage.isUsed && stage.kind !== 'open'),
  );
  if (isSame && !isOther) return null;
  const names = new Map(now.map(({ key, label }) => [key, label]));
  const labels = (stages: readonly NotedStage[]) =>
    stages.map(({ key, label }) => names.get(key) ?? label);
  return { kind: 'order', now: labels(then), was: labels(first) };
}
