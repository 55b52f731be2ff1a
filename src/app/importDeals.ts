import { dayOf } from '../domain/day';
import { furthestQualified } from '../domain/judge';
import { type DealId, isAccepted, type Tracked } from '../domain/ledger';
import { type Stage, stageOf } from '../domain/pipeline';
import { underLock } from '../google/lock';
import { randomId } from '../google/random';
import type { Reply, Request, SentDeal } from '../rpc';
import type { Cell, Row } from '../sheet/cell';
import { cellText, toldText } from '../sheet/cellText';
import { type DealRow, dealCells, programRow, readDeal } from '../sheet/dealsTab';
import { dealColumnNamed, findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { heldBack, type LifeStep } from '../sheet/heldBack';
import { layoutOf } from '../sheet/layout';
import { EMPTY_MEMO } from '../sheet/memo';
import { APP_WORDS } from '../words/app';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { Refused } from './answer';
import { askingOf } from './asking';
import { compareDeals } from './changeDeals';
import { dealsTab } from './findRows';
import { importedBefore } from './importedBefore';
import type { Asking, Draft, Verdict } from './judgeRow';
import { layTickBoxes } from './layTickBoxes';
import { appendLines, ledgerTail, linked, noteTail } from './ledgerTail';
import { needOpen, type OpenPipeline, reloadPipeline } from './openPipeline';
import { prepareImport } from './prepareImport';
import { blockOf } from './record';
import { sweepAll } from './sweep';

const LOCK_MS = 30_000;

type Answer = Omit<Reply<'importDeals'>, 'ok'>;

/** What a page or a script reads files for. */
export function importTarget(): Omit<Reply<'importTarget'>, 'ok'> {
  const open = needOpen();
  const { deals, headers } = dealsTab(open);
  const { pipeline, settings } = open.configuration;
  const ids = deals.readColumn(headers.columns.get('id') ?? 1).slice(headers.row);
  return {
    language: open.language,
    currency: settings.currency,
    today: open.today,
    stages: pipeline.stages.map(({ key, label, kind, aliases, chance }) => ({
      key,
      label,
      kind,
      aliases: [...aliases],
      chance,
    })),
    isEmpty: ids.every((cell) => cell === ''),
  };
}

/**
 * Brings in deals that were read from a file, with their life so far. Those that the workbook has
 * already are compared and answered, never written: `changeDeals` does that once a person says so.
 */
export function importDeals(request: Request<'importDeals'>): Answer {
  const open = needOpen();
  const words = APP_WORDS[open.language];
  if (!canHaveBeen(request, open)) throw new Refused('badRequest', words.badRequest);
  const done = underLock(LOCK_MS, () => {
    const wasChanged = prepareImport(open, request.setUp);
    const ready = wasChanged ? reloadPipeline() : open;
    return ready === null ? null : importSlice(ready, request);
  });
  if (done === null) throw new Refused('busy', words.busy);
  return done;
}

/**
 * Whether the lives can have been: created first, each step from where the last one led, none to come, all in stages
 * that are there. A column of the team's own that is called like one of ours would take its place.
 */
function canHaveBeen({ deals, setUp }: Request<'importDeals'>, open: OpenPipeline): boolean {
  const keys = new Set(setUp.stages.map(({ key }) => key));
  const isNamed = setUp.stages.every(({ key, label }) => key !== '' && label.trim() !== '');
  const isOwn = setUp.own.every(({ header }) => header.trim() !== '' && !dealColumnNamed(header));
  if (!isNamed || !isOwn || keys.size < setUp.stages.length) return false;
  if (!setUp.replacesStages) {
    for (const { key } of open.configuration.pipeline.stages) keys.add(key);
  }
  return deals.every(({ steps }) =>
    steps.every(({ kind, from, to, at }, i) => {
      const before = steps[i - 1];
      const isNext = before === undefined ? from === '' : from === before.to && at >= before.at;
      const isPlace = keys.has(to) || (to === '' && i === 0 && steps.length > 1);
      return isNext && isPlace && (kind === 'created') === (i === 0) && dayOf(at) <= open.today;
    }),
  );
}

function importSlice(open: OpenPipeline, request: Request<'importDeals'>): Answer {
  const { deals, headers } = dealsTab(open);
  const ledger = open.workbook.tab('ledger');
  const asking = askingOf(open, 'import', headers);
  const words = APP_WORDS[open.language];
  if (ledger === null || asking === null) throw new Refused('notSetUp', words.notSetUp);
  const ids = deals.readColumn(headers.columns.get('id') ?? 1).slice(headers.row);
  const taken = [...ids.map((cell) => String(cell).trim()), ...archivedIds(open)];
  const sorted = sortOut(request.deals, new Set(taken));

  const after = Math.max(headers.row, deals.lastRow());
  const added = sorted.added.map((sent, i) => {
    const at = { headers, row: after + 1 + i };
    const steps = request.gates === 'strict' ? heldSteps(open, sent, at, asking) : sent.steps;
    return importedOf(open, sent, steps, at);
  });
  const tail = ledgerTail(open, ledger);
  const before = importedBefore(open, ledger, tail, sorted.added);
  const lines = linked(
    open,
    tail,
    added.flatMap((deal) => (before.has(deal.id) ? [] : entriesOf(deal, asking))),
  );
  const end = appendLines(open, ledger, tail, lines);

  let at = 0;
  const grid = added.map((deal): Row => {
    if (before.has(deal.id)) return withProgram(headers, deal.cells, [], deal.id);
    const own = lines.slice(at, at + deal.steps.length);
    at += deal.steps.length;
    const block = blockOf(open, headers, verdictFor(open, deal), own, asking);
    return withProgram(headers, deal.cells, programRow(block), deal.id);
  });
  // People insert and type rows meanwhile: the end is looked for right before, and what is written there is real at once.
  const last = Math.max(headers.row, deals.lastRow());
  deals.append(last, grid, plainDealColumns(open, headers));
  noteTail(end);
  layTickBoxes(
    open,
    deals,
    headers,
    added.map((_, i) => last + 1 + i),
  );
  // What the ledger tells of them reaches their rows as after any execution that was stopped.
  if (before.size > 0) sweepAll(open, 'import');
  const known = compareDeals(open, sorted.known);
  return { deals: added.length, entries: lines.length, known };
}

/** An archived deal is there already; it is compared with nothing. Two reads, where there is an archive. */
function archivedIds({ workbook }: OpenPipeline): readonly DealId[] {
  const archive = workbook.tab('archive');
  const headers =
    archive === null ? null : findHeaders('deals', archive.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('id');
  if (archive === null || headers === null || column === undefined) return [];
  return archive.readColumn(column).slice(headers.row).map(cellText);
}

/** Deals that are new, each with an ID, and those that the workbook has; of two with one ID the second counts as there. */
function sortOut(
  deals: readonly SentDeal[],
  taken: Set<DealId>,
): { readonly added: readonly SentDeal[]; readonly known: readonly SentDeal[] } {
  const added: SentDeal[] = [];
  const known: SentDeal[] = [];
  for (const deal of deals) {
    const id = toldText(deal.id.trim()) || randomId();
    (taken.has(id) ? known : added).push({ ...deal, id });
    taken.add(id);
  }
  return { added, known };
}

/** A deal that is about to be written. */
interface ImportedDeal {
  readonly id: DealId;
  readonly steps: readonly LifeStep[];
  /** Where it is now. */
  readonly stage: Stage;
  readonly openAmount: number | null;
  readonly cells: Row;
  readonly deal: DealRow;
}

/** The row that a deal comes into. */
interface Place {
  readonly headers: Headers<'deals'>;
  readonly row: number;
}

/** The sheet row that a deal becomes in a stage, without the program's block. */
function rowOf(
  open: OpenPipeline,
  sent: SentDeal,
  stage: Stage | undefined,
  { headers, row }: Place,
): Pick<ImportedDeal, 'cells' | 'deal'> {
  const { pipeline, settings } = open.configuration;
  const cells = dealCells(
    headers,
    new Map<string, Cell>([
      ...(stage?.pipeline === undefined ? [] : [['pipeline', stage.pipeline] as const]),
      ...Object.entries(sent.cells),
      ['stage', stage?.label ?? ''],
    ]),
  );
  return { cells, deal: readDeal(headers, cells, row, { currency: settings.currency, pipeline }) };
}

/** Strict gates: the life as far as the deal's facts allow it. */
function heldSteps(
  open: OpenPipeline,
  sent: SentDeal,
  at: Place,
  asking: Asking,
): readonly LifeStep[] {
  const asked = stageOf(asking.pipeline, sent.steps[sent.steps.length - 1]?.to ?? '');
  if (asked === undefined) return sent.steps;
  const { deal } = rowOf(open, sent, asked, at);
  const { today, otherReason } = asking;
  const about = { facts: deal.facts, today, otherReason };
  const allowed =
    furthestQualified(asking.pipeline, asked, about) ?? asking.firstStage(asked.pipeline);
  return heldBack<LifeStep>(sent.steps, allowed.key, asking.pipeline);
}

function importedOf(
  open: OpenPipeline,
  sent: SentDeal,
  steps: readonly LifeStep[],
  at: Place,
): ImportedDeal {
  const { pipeline } = open.configuration;
  const accepted = [...steps].reverse().find(isAccepted);
  const stage = stageOf(pipeline, accepted?.to ?? '') ?? (pipeline.stages[0] as Stage);
  const row = rowOf(open, sent, stage, at);
  return { id: sent.id, steps, stage, openAmount: sent.openAmount, ...row };
}

/**
 * The entries of a deal's life. A file tells how the tracked fields stand now, and the last entry says
 * that to the letter: or the next sweep would note a change. Of the past it tells no close date, next
 * step or category, and the amount only as far as it was known then.
 */
function entriesOf({ id, steps, deal, openAmount }: ImportedDeal, asking: Asking): Draft[] {
  const { owner, currency } = deal.tracked;
  const earlier: Tracked = {
    owner,
    amount: openAmount,
    currency,
    closeDate: null,
    nextStep: '',
    nextStepDate: null,
    category: null,
    winChance: null,
  };
  const lostReason = deal.facts('lostReason');
  return steps.map((step, i) => {
    const isLast = i === steps.length - 1;
    const reason = isLast && lostReason?.kind === 'text' ? lostReason.text : '';
    const by = step.by || asking.by;
    return { ...(isLast ? deal.tracked : earlier), ...step, deal: id, by, reason };
  });
}

function verdictFor(open: OpenPipeline, { id, deal, steps, stage }: ImportedDeal): Verdict {
  const told = steps.filter(isAccepted);
  return {
    row: deal,
    id,
    drafts: [],
    outcome: null,
    stage,
    stageSince: dayOf(told[told.length - 1]?.at ?? open.now),
    created: dayOf(told[0]?.at ?? open.now),
    memo: EMPTY_MEMO,
    stageCell: null,
    pipelineCell: null,
    closeDateCell: null,
    tracked: deal.tracked,
    seq: 0,
  };
}

function withProgram(headers: Headers<'deals'>, cells: Row, block: Row, id: DealId): Row {
  const row = [...cells];
  PROGRAM_COLUMNS.forEach((key, i) => {
    const column = headers.columns.get(key);
    if (column === undefined) return;
    while (row.length < column) row.push('');
    row[column - 1] = key === 'id' ? id : (block[i] ?? '');
  });
  return row;
}

/** Columns of Deals that are formatted as plain text, from 1. */
export function plainDealColumns(
  open: OpenPipeline,
  headers: Headers<'deals'>,
): ReadonlySet<number> {
  const plain = new Set<number>();
  for (const { key, format } of layoutOf('deals', open.language).columns) {
    const column = headers.columns.get(key as never);
    if (format === '@' && column !== undefined) plain.add(column);
  }
  return plain;
}
