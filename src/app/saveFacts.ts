import { underLock } from '../google/lock';
import type { Reply, Request } from '../rpc';
import { readDeal } from '../sheet/dealsTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { askingOf } from './asking';
import { dealViewOf } from './dealView';
import { factCells, overlaid, writeFacts } from './facts';
import { dealsTab, findRows } from './findRows';
import { judgeKnown, knownFromBlock, verdictOf } from './judgeRow';
import { needOpen, type OpenPipeline } from './openPipeline';
import { record } from './record';
import { settledRows } from './settledRows';
import { wantSweep } from './sweepWanted';

const LOCK_MS = 10_000;

type Answer = Omit<Reply<'saveFacts'>, 'ok'>;

/** Types facts into a deal's row for a page; tracked ones are noted in the ledger, the Gate cell is brought up to date. */
export function saveFacts(request: Request<'saveFacts'>): Answer {
  const open = needOpen();
  const done = underLock(LOCK_MS, () => saveUnderLock(open, request));
  if (done === null) throw new Refused('busy', APP_WORDS[open.language].busy);
  return done;
}

function saveUnderLock(open: OpenPipeline, request: Request<'saveFacts'>): Answer {
  const ledger = open.workbook.tab('ledger');
  const tab = dealsTab(open);
  const asking = askingOf(open, 'sidebar', tab.headers);
  const { found, tail } =
    ledger === null
      ? { found: findRows(open, [request.id], tab), tail: null }
      : settledRows(open, ledger, [request.id], tab);
  const words = APP_WORDS[open.language];
  const row = found.rows.get(request.id);
  if (row === undefined) throw new Refused('gone', words.gone);
  if (request.version !== undefined && request.version !== row.program.version) {
    return { deal: dealViewOf(open, found.headers, row), stale: true };
  }
  const facts = factCells(open, found.headers, request.facts);
  const cells = overlaid(found.cells[0] ?? [], facts.cells);
  const { pipeline, settings } = open.configuration;
  const context = { currency: settings.currency, pipeline };
  const typed = readDeal(found.headers, cells, row.row, context);
  const known = knownFromBlock(typed);
  if (known === null || ledger === null || tail === null || asking === null) {
    wantSweep();
    writeFacts(found.deals, facts, [row.row]);
    return { deal: dealViewOf(open, found.headers, typed), stale: false };
  }
  const verdict = judgeKnown(typed, known, asking) ?? verdictOf(typed, known, asking);
  writeFacts(found.deals, facts, [row.row]);
  const { blocks } = record(open, { deals: found.deals, ledger }, found, {
    verdicts: [verdict],
    asking,
    tail,
  });
  const now = { ...typed, program: blocks.get(row.row) ?? typed.program };
  return { deal: dealViewOf(open, found.headers, now), stale: false };
}
