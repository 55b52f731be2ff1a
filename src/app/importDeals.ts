import { dayOf } from '../domain/day';
import type { DealId } from '../domain/ledger';
import { underLock } from '../google/lock';
import { randomId } from '../google/random';
import type { Reply, Request, SentDeal } from '../rpc';
import type { Row } from '../sheet/cell';
import { cellText, toldText } from '../sheet/cellText';
import { dealColumnNamed, findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { appendDeals } from './appendDeals';
import { askingOf } from './asking';
import { compareDeals } from './changeDeals';
import { dealsTab } from './findRows';
import { importedBefore } from './importedBefore';
import { importedBlock, importedDeal, importedEntries, importedRow } from './importedDeal';
import { layTickBoxes } from './layTickBoxes';
import { appendLines, ledgerTail, linked, noteTail } from './ledgerTail';
import { needOpen, type OpenPipeline, reloadPipeline } from './openPipeline';
import { prepareImport } from './prepareImport';
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
    return importedDeal(open, sent, at, { gates: request.gates, asking });
  });
  const tail = ledgerTail(open, ledger);
  const before = importedBefore(open, ledger, tail, sorted.added);
  const lines = linked(
    open,
    tail,
    added.flatMap((deal) => (before.has(deal.id) ? [] : importedEntries(open, deal, asking))),
  );
  const end = appendLines(open, ledger, tail, lines);

  let at = 0;
  const grid = added.map((deal): Row => {
    if (before.has(deal.id)) return importedRow(headers, deal, null);
    const own = lines.slice(at, at + deal.steps.length);
    at += deal.steps.length;
    return importedRow(headers, deal, importedBlock(open, headers, deal, { own, asking }));
  });
  // People insert and type rows meanwhile: the end is looked for right before, and what is written there is real at once.
  const rows = appendDeals(open, deals, headers, grid);
  noteTail(end);
  layTickBoxes(open, deals, headers, rows);
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
