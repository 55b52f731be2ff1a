import type { DealId } from '../domain/ledger';
import { named } from '../domain/named';
import { type Stage, stageEver, stageNamed, stageOf } from '../domain/pipeline';
import { underLock } from '../google/lock';
import { activeAddress } from '../google/people';
import type { MoveResult, Reply, Request } from '../rpc';
import type { Cell, Row } from '../sheet/cell';
import { type DealRow, type ProgramBlock, readDeal } from '../sheet/dealsTab';
import { memberNamed } from '../sheet/teamTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { askingOf } from './asking';
import { cardMaker } from './boardView';
import { dealViewOf } from './dealView';
import { type FactCells, factCells, overlaid, writeFacts } from './facts';
import { dealsTab, type FoundRows } from './findRows';
import {
  type Asking,
  judgeKnown,
  type Known,
  knownFromBlock,
  type Verdict,
  verdictOf,
} from './judgeRow';
import { needOpen, type OpenPipeline } from './openPipeline';
import { record } from './record';
import { settledRows } from './settledRows';
import { shortfallViews } from './shortfallViews';

const LOCK_MS = 10_000;

type MoveRequest = Request<'moveDeals'>;

/** Everything that one call to move deals works with. */
interface Moving {
  readonly open: OpenPipeline;
  readonly request: MoveRequest;
  readonly to: Stage;
  readonly found: FoundRows;
  readonly facts: FactCells;
  readonly asking: Asking;
}

/**
 * Moves deals from a page, with facts that are saved along. Each deal is judged by itself: one that
 * is held, stale or gone holds back no other. Facts are kept also when the move is held.
 */
export function moveDeals(request: MoveRequest): Omit<Reply<'moveDeals'>, 'ok'> {
  const open = needOpen();
  const words = APP_WORDS[open.language];
  const to =
    stageOf(open.configuration.pipeline, request.to) ??
    stageNamed(open.configuration.pipeline, request.to);
  if (to === undefined) {
    const retired = stageEver(open.configuration.pipeline, request.to)?.label;
    const why =
      retired === undefined ? words.unknownStage(request.to) : words.retiredStage(retired);
    throw new Refused('unknownStage', why);
  }
  const override = overrideOf(open, request);
  const done = underLock(LOCK_MS, () => moveUnderLock(open, request, to, override));
  if (done === null) throw new Refused('busy', words.busy);
  return done;
}

/** The right to override is looked up here and nowhere else: a page's word for it counts nothing. */
function overrideOf(
  open: OpenPipeline,
  request: MoveRequest,
): { readonly reason: string } | undefined {
  if (request.override !== true) return undefined;
  const words = APP_WORDS[open.language];
  const address = activeAddress();
  if (address === '') throw new Refused('unknownPerson', words.overrideNeedsName);
  if (memberNamed(open.configuration.team, address)?.mayOverride !== true) {
    throw new Refused('mayNotOverride', words.mayNotOverride);
  }
  const reason = request.reason?.trim() ?? '';
  if (reason === '') throw new Refused('reasonNeeded', words.overrideNeedsReason);
  return { reason };
}

function moveUnderLock(
  open: OpenPipeline,
  request: MoveRequest,
  to: Stage,
  override: { readonly reason: string } | undefined,
): Omit<Reply<'moveDeals'>, 'ok'> {
  const ledger = open.workbook.tab('ledger');
  const tab = dealsTab(open);
  const asking = askingOf(open, request.from ?? 'sidebar', tab.headers, override);
  const words = APP_WORDS[open.language];
  if (ledger === null || asking === null) throw new Refused('notSetUp', words.notSetUp);
  const { found, tail } = settledRows(open, ledger, request.ids, tab);
  const facts = factCells(open, found.headers, requestFacts(request, to));
  const moving: Moving = { open, request, to, found, facts, asking };

  const judged = new Map<DealId, Verdict | MoveResult>();
  for (const id of new Set(request.ids)) judged.set(id, judgeOne(moving, id));
  const verdicts = [...judged.values()].filter((one): one is Verdict => 'drafts' in one);
  writeFacts(
    found.deals,
    facts,
    verdicts.map(({ row }) => row.row),
  );
  const moved = verdicts.filter(({ outcome }) => outcome !== null && outcome.kind !== 'held');
  writeStage(found, moved, to);
  const { lines, blocks } = record(open, { deals: found.deals, ledger }, found, {
    verdicts,
    asking,
    tail,
  });
  const results = [...judged.values()].map((one) =>
    'drafts' in one ? resultOf(moving, one) : one,
  );
  const now = rowsNow(found, verdicts, blocks);
  const only = verdicts.length === 1 ? now.get(verdicts[0]?.id ?? '') : undefined;
  return {
    results,
    deal: only === undefined ? null : dealViewOf(open, found.headers, only),
    batch: lines[0]?.batch ?? '',
    cards: [...now.values()].map(cardMaker(open)),
  };
}

/** Every deal that was asked for as it stands after the call: a stale page is brought up to date by it too. */
export function rowsNow(
  found: FoundRows,
  verdicts: readonly Verdict[],
  blocks: ReadonlyMap<number, ProgramBlock>,
): ReadonlyMap<DealId, DealRow> {
  const rows = new Map(found.rows);
  for (const { row, id, stage, tracked } of verdicts) {
    const program = blocks.get(row.row) ?? row.program;
    rows.set(id, { ...row, stage, accepted: stage, tracked, program });
  }
  return rows;
}

/** Lost reason and revisit day travel beside the facts: they are cells of the deal like any other. */
function requestFacts(request: MoveRequest, to: Stage): Readonly<Record<string, Cell | null>> {
  const facts: Record<string, Cell | null> = { ...request.facts };
  if (to.kind === 'lost' && request.reason !== undefined && request.override !== true) {
    facts.lostReason = request.reason;
  }
  if (to.kind === 'nurture' && request.until !== undefined)
    facts.revisitOn = { date: request.until };
  return facts;
}

function judgeOne(moving: Moving, id: DealId): Verdict | MoveResult {
  const { open, request, to, found, facts, asking } = moving;
  const words = APP_WORDS[open.language];
  const row = found.rows.get(id);
  if (row === undefined) return refusal(id, 'gone', words.gone);
  const known = knownFromBlock(row);
  const expected = named(request.versions ?? {}, id);
  if (known === null || (expected !== undefined && expected !== row.program.version)) {
    return refusal(id, 'stale', words.stale(lastEditor(row) || words.someone));
  }
  const asked = askedRow(moving, row, facts);
  const stays = known.accepted.key === to.key;
  const verdict =
    judgeKnown(asked, { ...known, changed: hasChanged(asked, row, known) }, asking) ??
    verdictOf(asked, known, asking);
  return stays ? verdict : { ...verdict, stageCell: null };
}

function hasChanged(asked: DealRow, row: DealRow, known: Known): boolean {
  return known.changed || JSON.stringify(asked.tracked) !== JSON.stringify(row.tracked);
}

/** The row as it will read when the facts are in it and the stage is the one asked for. */
function askedRow({ open, to, found }: Moving, row: DealRow, facts: FactCells): DealRow {
  const cells = found.cells[row.row - found.first] ?? [];
  const stageColumn = found.headers.columns.get('stage') ?? 0;
  const wanted: Row = overlaid(cells, [...facts.cells, { column: stageColumn, cell: to.label }]);
  const { pipeline, settings } = open.configuration;
  return readDeal(found.headers, wanted, row.row, { currency: settings.currency, pipeline });
}

function writeStage(found: FoundRows, moved: readonly Verdict[], to: Stage): void {
  const column = found.headers.columns.get('stage') ?? 0;
  if (column === 0) return;
  found.deals.writeSame(
    moved.map(({ row }) => ({ row: row.row, column })),
    to.label,
  );
}

function lastEditor(row: DealRow): string {
  const { history } = row.program.memo;
  return history[history.length - 1]?.by ?? '';
}

function refusal(id: DealId, outcome: MoveResult['outcome'], message: string): MoveResult {
  return { id, outcome, shortfalls: [], message };
}

function resultOf({ open, found }: Moving, verdict: Verdict): MoveResult {
  const { outcome, row, id } = verdict;
  if (outcome === null) return refusal(id, 'moved', '');
  if (outcome.kind === 'moved') return refusal(id, 'moved', '');
  const shortfalls = shortfallViews(open, found.headers, row, outcome.shortfalls);
  const message = shortfalls.map((shortfall) => shortfall.message).join(' ');
  return { id, outcome: outcome.kind, shortfalls, message };
}
