import { type Pipeline, type Stage, stageEver, stageOf } from '../domain/pipeline';
import { underLock } from '../google/lock';
import { askFor, say } from '../google/ui';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { stageRows } from '../sheet/stagesTab';
import { readTable } from '../sheet/tableRows';
import { underHeaders } from '../sheet/underHeaders';
import { ADMIN_WORDS } from '../words/admin';
import { APP_WORDS } from '../words/app';
import { CHOICE_WORDS } from '../words/choices';
import { keepStages, keepStagesOfNow } from './keepConfiguration';
import { isInStage, moveOutOf } from './moveOutOf';
import { noteCriteria } from './notedCriteria';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { numbered, pickOf } from './pick';
import { type Book, readBook } from './readBook';
import { readerLanguage } from './readerLanguage';

const LOCK_MS = 20_000;

/** What the person decided: the stage, and where its deals go (`null` when it has none). */
interface Retirement {
  readonly stage: Stage;
  readonly to: Stage | null;
}

/**
 * Takes a stage out of use: asks which, and where its deals go. They move as any deal moves, so each
 * is in the ledger; the stage stays in the Stages tab as Retired, for the history names it.
 */
export function retireStage(): void {
  const open = reloadPipeline();
  const book = open === null ? null : readBook(open);
  const app = APP_WORDS[open?.language ?? readerLanguage()];
  const message = open === null || book === null ? app.notSetUp : retireAsked(open, book);
  if (message !== null) say(app.menu.retireStage, message);
}

/** What to tell in the end; `null` when the person thought better of it. */
function retireAsked(open: OpenPipeline, book: Book): string | null {
  const asked = askedRetirement(open, book);
  if (asked === null || typeof asked === 'string') return asked;
  return underLock(LOCK_MS, () => retire(asked)) ?? APP_WORDS[open.language].busy;
}

/** The person's decision; a sentence when it cannot be done; `null` when they cancel. */
function askedRetirement(open: OpenPipeline, book: Book): Retirement | string | null {
  const words = ADMIN_WORDS[open.language].retire;
  const { pipeline } = open.configuration;
  const dealsIn = ({ key }: Stage) => book.rows.filter((row) => isInStage(row, key)).length;
  const left = (pipeline.retired ?? []).filter((stage) => dealsIn(stage) > 0);
  const used = pipeline.stages.filter(({ kind }) => kind === 'open');
  const choose = (question: string, stages: readonly Stage[]): Stage | string | null => {
    const lines = stages.map((stage) => words.stageWithDeals(stage.label, dealsIn(stage)));
    const title = APP_WORDS[open.language].menu.retireStage;
    const typed = askFor(title, `${question}\n\n${numbered(lines)}`);
    if (typed === null) return null;
    const labels = stages.map(({ label }) => label);
    return stages[pickOf(labels, typed)] ?? words.noSuchStage(typed);
  };
  const stage = choose(words.which, [...used, ...left]);
  if (stage === null || typeof stage === 'string') return stage;
  const others = pipeline.stages.filter(({ key }) => key !== stage.key);
  if (!isOpenLeft(pipeline, stage)) return words.lastOpen;
  const deals = dealsIn(stage);
  if (deals === 0) return { stage, to: null };
  const to = choose(words.whereTo(stage.label, deals), others);
  return to === null || typeof to === 'string' ? to : { stage, to };
}

/**
 * Answers what to tell. While the person was asked others may have renamed, moved or retired stages: all goes by the keys of those
 * that were chosen. Where a deal is held, none moves. The caller holds the lock.
 */
function retire(asked: Retirement): string {
  const open = reloadPipeline();
  if (open === null) return APP_WORDS[readerLanguage()].notSetUp;
  const words = ADMIN_WORDS[open.language].retire;
  const { pipeline } = open.configuration;
  const stage = stageEver(pipeline, asked.stage.key) ?? asked.stage;
  const to = asked.to === null ? null : stageOf(pipeline, asked.to.key);
  if (to === undefined) return words.noSuchStage(asked.to?.label ?? '');
  if (!isOpenLeft(pipeline, stage)) return words.lastOpen;
  // What changed before is not part of it.
  noteCriteria(open);
  keepStages(open);
  const moved = moveOutOf(open, stage, to);
  if (moved === null) return APP_WORDS[open.language].busy;
  const { deals, held } = moved;
  if (held > 0 && to === null) return words.dealsSince(held, stage.label);
  if (held > 0) return words.needsOverride(held, to?.label ?? '');
  markRetired(open, stage);
  keepStagesOfNow('retire');
  return words.done(stage.label, deals, to?.label ?? '');
}

function isOpenLeft({ stages }: Pipeline, without: Stage): boolean {
  return stages.some(({ key, kind }) => kind === 'open' && key !== without.key);
}

/** Its row says Retired from now on; a row that somebody deleted comes back, for the history names the stage. */
function markRetired(open: OpenPipeline, stage: Stage): void {
  const tab = open.workbook.tab('stages');
  if (tab === null) return;
  const grid = tab.readAll();
  const headers = findHeaders('stages', grid.slice(0, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('kind');
  if (headers === null || column === undefined) return;
  const retired = CHOICE_WORDS[open.language].stageKinds.retired;
  let row = 0;
  readTable('stages', grid, [], (line) => {
    if (line.text('key') === stage.key) row = line.number;
  });
  if (row > 0) tab.writeSame([{ row, column }], retired);
  else tab.append(grid.length, underHeaders(headers, stageRows([], open.language, [stage])));
}
