import type { DealId } from '../domain/ledger';
import { stageNamed, stageOf } from '../domain/pipeline';
import { underLock } from '../google/lock';
import type { Tab } from '../google/tab';
import type { MoveResult, Reply, Request, SentDeal } from '../rpc';
import type { Cell } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { ownFact, standardFact } from '../sheet/dealFact';
import { type DealRow, readDeal } from '../sheet/dealsTab';
import { columnOf, type Headers } from '../sheet/headers';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { askingOf } from './asking';
import { type FactCells, factCells, overlaid } from './facts';
import { dealsTab, type FoundRows, findRows } from './findRows';
import { type Asking, judgeKnown, knownFromBlock, type Verdict, verdictOf } from './judgeRow';
import { needOpen, type OpenPipeline } from './openPipeline';
import { record } from './record';
import { settledRows } from './settledRows';
import { shortfallViews } from './shortfallViews';
import { whyHeld } from './wording';

const LOCK_MS = 30_000;

type Known = Reply<'importDeals'>['known'][number];
type Change = Known['changes'][number];

/** Where a file says otherwise than the rows of deals that the workbook has. What the file leaves empty is no change. */
export function compareDeals(open: OpenPipeline, deals: readonly SentDeal[]): Known[] {
  if (deals.length === 0) return [];
  const found = findRows(
    open,
    deals.map(({ id }) => id),
  );
  return deals.map((sent) => {
    const row = found.rows.get(sent.id);
    const changes = row === undefined ? [] : changesOf(open, found, row, sent);
    return { id: sent.id, line: sent.line, name: row?.name || sent.id, changes };
  });
}

function changesOf(
  open: OpenPipeline,
  { headers, cells, first }: FoundRows,
  row: DealRow,
  sent: SentDeal,
): Change[] {
  const { pipeline, settings } = open.configuration;
  const standing = cells[row.row - first] ?? [];
  const changes: Change[] = [];
  for (const [field, cell] of Object.entries(sent.cells)) {
    // A deal without a name of its own is called by its ID or customer: that is no change.
    if (field === 'deal' && (cell === sent.id || cell === sent.cells.customer)) continue;
    const column = columnOf(headers, field as 'deal');
    const now = standing[column - 1] ?? '';
    if (
      column === 0 ||
      meaning(field, now, settings.currency) === meaning(field, cell, settings.currency)
    )
      continue;
    const header = headers.texts[column - 1] ?? field;
    changes.push({ field, header, was: cellText(now), now: cellText(cell) });
  }
  const asked = stageOf(pipeline, sent.steps[sent.steps.length - 1]?.to ?? '');
  const accepted = row.accepted ?? row.stage;
  if (asked !== undefined && asked.key !== accepted?.key) {
    const header = headers.texts[columnOf(headers, 'stage') - 1] ?? '';
    changes.push({ field: 'stage', header, was: accepted?.label ?? '', now: asked.label });
  }
  return changes;
}

/** What a cell says, however it is written: "12,000" and 12000 are one amount. */
function meaning(field: string, cell: Cell, home: string): string {
  const fact = field.startsWith('own:') ? ownFact(cell) : standardFact(field as 'deal', cell, home);
  return JSON.stringify(fact);
}

/**
 * Types a file's cells over those of deals that are there already. A stage is asked for as when it
 * is typed: each deal is judged by itself, and one that is held keeps its stage and takes the rest.
 */
export function changeDeals(request: Request<'changeDeals'>): Omit<Reply<'changeDeals'>, 'ok'> {
  const open = needOpen();
  const done = underLock(LOCK_MS, () => changeUnderLock(open, request));
  if (done === null) throw new Refused('busy', APP_WORDS[open.language].busy);
  return done;
}

interface Changing {
  readonly open: OpenPipeline;
  readonly found: FoundRows;
  readonly asking: Asking;
}

/** One deal's part of the call, judged. */
interface Changed {
  readonly verdict: Verdict;
  readonly facts: FactCells;
}

function changeUnderLock(
  open: OpenPipeline,
  request: Request<'changeDeals'>,
): Omit<Reply<'changeDeals'>, 'ok'> {
  const ledger = open.workbook.tab('ledger');
  const cellsOf = new Map(request.deals.map(({ id, cells }) => [id, cells]));
  const tab = dealsTab(open);
  const asking = askingOf(open, 'import', tab.headers);
  if (ledger === null || asking === null) {
    throw new Refused('notSetUp', APP_WORDS[open.language].notSetUp);
  }
  const { found, tail } = settledRows(open, ledger, [...cellsOf.keys()], tab);
  const changing = { open, found, asking };
  const judged = new Map<DealId, Changed | MoveResult>();
  for (const [id, cells] of cellsOf) judged.set(id, changeOne(changing, id, cells));
  const changed = [...judged.values()].filter((one): one is Changed => 'verdict' in one);
  writeCells(found.deals, changed);
  record(open, { deals: found.deals, ledger }, found, {
    verdicts: changed.map(({ verdict }) => verdict),
    asking,
    tail,
  });
  const results = [...judged.values()].map((one) =>
    'verdict' in one ? resultOf(open, found.headers, one.verdict) : one,
  );
  return { results };
}

function changeOne(
  { open, found, asking }: Changing,
  id: DealId,
  sent: Readonly<Record<string, Cell>>,
): Changed | MoveResult {
  const words = APP_WORDS[open.language];
  const row = found.rows.get(id);
  if (row === undefined) return { id, outcome: 'gone', shortfalls: [], message: words.gone };
  const { stage, ...cells } = sent;
  const facts = factCells(open, found.headers, byHeader(cells));
  const { pipeline, settings } = open.configuration;
  const asked = stage === undefined ? undefined : stageNamed(pipeline, cellText(stage));
  const column = columnOf(found.headers, 'stage');
  const typed = readDeal(
    found.headers,
    overlaid(found.cells[row.row - found.first] ?? [], [
      ...facts.cells,
      ...(asked === undefined ? [] : [{ column, cell: asked.label }]),
    ]),
    row.row,
    { currency: settings.currency, pipeline },
  );
  const known = knownFromBlock(typed);
  if (known === null) {
    return { id, outcome: 'stale', shortfalls: [], message: words.stale(words.someone) };
  }
  const verdict = judgeKnown(typed, known, asking) ?? verdictOf(typed, known, asking);
  const hasMoved = verdict.outcome !== null && verdict.outcome.kind !== 'held';
  // The cell still holds the old stage: it is written only where the deal moved.
  const stageCell = asked !== undefined && hasMoved ? asked.label : null;
  return { verdict: asked === undefined ? verdict : { ...verdict, stageCell }, facts };
}

/** A team's own columns are called by their headers, as people call them. */
function byHeader(cells: Readonly<Record<string, Cell>>): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    Object.entries(cells).map(([field, cell]) => [field.replace(/^own:/, ''), cell]),
  );
}

/** One call for all cells of a column that become the same: a call a cell at worst, and only cells that a person accepted. */
function writeCells(deals: Tab, changed: readonly Changed[]): void {
  const writes = new Map<
    string,
    { cell: Cell; plain: boolean; places: { row: number; column: number }[] }
  >();
  for (const { verdict, facts } of changed) {
    for (const { column, cell, plain } of facts.cells) {
      const key = `${column} ${JSON.stringify(cell)}`;
      const same = writes.get(key) ?? { cell, plain, places: [] };
      same.places.push({ row: verdict.row.row, column });
      writes.set(key, same);
    }
  }
  for (const { cell, plain, places } of writes.values()) deals.writeSame(places, cell, plain);
}

function resultOf(open: OpenPipeline, headers: Headers<'deals'>, verdict: Verdict): MoveResult {
  const { outcome, row, id } = verdict;
  if (outcome === null || outcome.kind === 'moved') {
    return { id, outcome: 'moved', shortfalls: [], message: '' };
  }
  const shortfalls = shortfallViews(open, headers, row, outcome.shortfalls);
  const message = whyHeld(open, outcome.shortfalls, headers);
  return { id, outcome: outcome.kind, shortfalls, message };
}
