import { dayOf } from '../domain/day';
import { furthestQualified } from '../domain/judge';
import { isAccepted } from '../domain/ledger';
import { type Stage, stageOf } from '../domain/pipeline';
import { underLock } from '../google/lock';
import { activeAddress } from '../google/people';
import { randomId } from '../google/random';
import type { Reply, Request } from '../rpc';
import type { Cell, Row } from '../sheet/cell';
import { type DealRow, dealCells, programRow, readDeal } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import { type ImportPlan, planFrom } from '../sheet/importing/importPlan';
import { planImport } from '../sheet/importing/planImport';
import { type ImportedDeal, readDeals } from '../sheet/importing/readDeals';
import { layoutOf } from '../sheet/layout';
import { EMPTY_MEMO } from '../sheet/memo';
import { APP_WORDS } from '../words/app';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { Refused } from './answer';
import { askingOf, UNKNOWN_EDITOR } from './asking';
import { dealsTab } from './findRows';
import type { Asking, Verdict } from './judgeRow';
import { layTickBoxes } from './layTickBoxes';
import { appendLines, ledgerTail, linked, noteTail } from './ledgerTail';
import { needOpen, type OpenPipeline, reloadPipeline } from './openPipeline';
import { prepareImport } from './prepareImport';
import { blockOf } from './record';

const LOCK_MS = 30_000;

type Answer = Omit<Reply<'importDeals'>, 'ok'>;

/** Guesses how files are to be read; writes nothing. */
export function planImportCall(request: Request<'planImport'>): Omit<Reply<'planImport'>, 'ok'> {
  const open = needOpen();
  const { deals, history, stages, asOf } = request;
  const files = {
    deals,
    history,
    prices: request.prices ?? null,
    map: request.map ?? {},
    stages,
    asOf,
  };
  const { pipeline, settings } = open.configuration;
  const { currency } = settings;
  const workbook = { stages: pipeline.stages, language: open.language, currency };
  const { plan, guesses } = planImport(files, workbook);
  return { plan, guesses: [...guesses] };
}

/** Brings deals and their history in by a plan. Rows that cannot be read are answered, with the reason. */
export function importDeals(request: Request<'importDeals'>): Answer {
  const open = needOpen();
  const plan = planFrom(request.plan);
  const words = APP_WORDS[open.language];
  if (plan === null) throw new Refused('badRequest', words.badRequest);
  const done = underLock(LOCK_MS, () => {
    const wasChanged = prepareImport(open, plan);
    const ready = wasChanged ? reloadPipeline() : open;
    return ready === null ? null : importSlice(ready, plan, request);
  });
  if (done === null) throw new Refused('busy', words.busy);
  return done;
}

function importSlice(
  open: OpenPipeline,
  plan: ImportPlan,
  request: Request<'importDeals'>,
): Answer {
  const { deals, headers } = dealsTab(open);
  const ledger = open.workbook.tab('ledger');
  const asking = askingOf(open, 'import', headers);
  const words = APP_WORDS[open.language];
  if (ledger === null || asking === null) throw new Refused('notSetUp', words.notSetUp);
  const ids = deals.readColumn(headers.columns.get('id') ?? 1).slice(headers.row);
  const read = readDeals(plan, {
    deals: request.deals,
    history: request.history,
    asOf: request.asOf,
    language: open.language,
    currency: open.configuration.settings.currency,
    by: activeAddress() || UNKNOWN_EDITOR,
    taken: new Set(ids.map((cell) => String(cell).trim()).filter((id) => id !== '')),
    newId: randomId,
    ...(request.gates === 'strict' ? { furthest: furthestFor(open, headers, asking) } : {}),
  });

  const after = Math.max(headers.row, deals.lastRow());
  const rows = read.deals.map((deal, i) => rowOf(open, headers, deal, after + 1 + i));
  const tail = ledgerTail(open, ledger);
  const lines = linked(
    tail,
    read.deals.flatMap((deal, i) => entriesOf(deal, rows[i])),
  );
  const end = appendLines(open, ledger, tail, lines);

  let at = 0;
  const grid = rows.map((row, i): Row => {
    const own = lines.slice(at, at + (read.deals[i]?.entries.length ?? 0));
    at += own.length;
    const block = blockOf(open, headers, verdictFor(open, row, read.deals[i]), own, asking);
    return withProgram(headers, row.cells, programRow(block));
  });
  deals.append(after, grid, plainDealColumns(open, headers));
  layTickBoxes(
    open,
    deals,
    headers,
    rows.map(({ deal }) => deal.row),
  );
  noteTail(end);
  return { deals: read.deals.length, entries: lines.length, rejects: [...read.rejects] };
}

interface ImportedRow {
  readonly cells: Row;
  readonly deal: DealRow;
}

/** The sheet row that an imported deal becomes, without the program's block. */
function rowOf(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  imported: ImportedDeal,
  row: number,
): ImportedRow {
  const { pipeline, settings } = open.configuration;
  const label = stageOf(pipeline, imported.stage)?.label ?? imported.stage;
  const cells = dealCells(
    headers,
    new Map<string, Cell>([...Object.entries(imported.cells), ['stage', label]] as [
      string,
      Cell,
    ][]),
  );
  return { cells, deal: readDeal(headers, cells, row, { currency: settings.currency, pipeline }) };
}

/** The last entry says what the row says, to the letter: or the next sweep would note a change. */
function entriesOf(imported: ImportedDeal, row: ImportedRow | undefined): ImportedDeal['entries'] {
  const last = imported.entries[imported.entries.length - 1];
  if (row === undefined || last === undefined) return imported.entries;
  return [...imported.entries.slice(0, -1), { ...last, ...row.deal.tracked }];
}

function verdictFor(
  open: OpenPipeline,
  { deal }: ImportedRow,
  imported: ImportedDeal | undefined,
): Verdict {
  const { pipeline } = open.configuration;
  const told = (imported?.entries ?? []).filter(isAccepted);
  const last = told[told.length - 1];
  const stage = stageOf(pipeline, last?.to ?? '') ?? (pipeline.stages[0] as Stage);
  return {
    row: deal,
    id: imported?.id ?? '',
    drafts: [],
    outcome: null,
    stage,
    stageSince: dayOf(last?.at ?? open.now),
    created: dayOf(told[0]?.at ?? open.now),
    memo: EMPTY_MEMO,
    stageCell: null,
    closeDateCell: null,
    tracked: deal.tracked,
    seq: 0,
  };
}

function furthestFor(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  asking: Asking,
): (asked: Stage, deal: ImportedDeal) => string {
  return (asked, imported) => {
    const { deal } = rowOf(open, headers, imported, 0);
    const about = { facts: deal.facts, today: open.today };
    return furthestQualified(asking.pipeline, asked, about)?.key ?? asking.firstStage.key;
  };
}

function withProgram(headers: Headers<'deals'>, cells: Row, block: Row): Row {
  const row = [...cells];
  PROGRAM_COLUMNS.forEach((key, i) => {
    const column = headers.columns.get(key);
    if (column === undefined) return;
    while (row.length < column) row.push('');
    row[column - 1] = block[i] ?? '';
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
