import { stageEver } from '../domain/pipeline';
import { undoable } from '../domain/undo';
import { askFor, say } from '../google/ui';
import type { LedgerLine } from '../sheet/ledgerTab';
import { APP_WORDS } from '../words/app';
import { CHOICE_WORDS } from '../words/choices';
import { UNDO_MOVES_WORDS } from '../words/undoMoves';
import { UNKNOWN_EDITOR } from './asking';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { numbered, pickOf } from './pick';
import { type Book, readBook } from './readBook';
import { readerLanguage } from './readerLanguage';
import { undoMove } from './undoMove';

/** What is older is for the sidebar's history. */
const SHOWN = 9;
const NAMES_SHOWN = 4;

/**
 * Asks which of the latest moves are to be taken back, and takes back all that one gesture moved: a pasted block, several
 * cards, one typed stage. Each is a new entry of the ledger.
 */
export function undoMoves(): void {
  const open = reloadPipeline();
  const book = open === null ? null : readBook(open);
  const app = APP_WORDS[open?.language ?? readerLanguage()];
  const message = open === null || book === null ? app.notSetUp : undoAsked(open, book);
  if (message !== null) say(app.menu.undoMoves, message);
}

/** What to tell in the end; `null` when the person thought better of it. */
function undoAsked(open: OpenPipeline, book: Book): string | null {
  const words = UNDO_MOVES_WORDS[open.language];
  const batches = latestBatches(book);
  if (batches.length === 0) return words.none;
  const lines = batches.map((moves) => lineOf(open, book, moves));
  const title = APP_WORDS[open.language].menu.undoMoves;
  const typed = askFor(title, `${words.which}\n\n${numbered(lines)}`);
  if (typed === null) return null;
  const [move] = batches[pickOf(lines, typed)] ?? [];
  if (move === undefined) return words.unclear(typed);
  const { results } = undoMove({ batch: move.batch });
  const back = results.filter(({ outcome }) => outcome === 'moved').length;
  return words.done(back, results.length - back);
}

/** The moves that can still be taken back, by the gesture that made them, the newest first. */
function latestBatches({ lines, rows }: Book): readonly (readonly LedgerLine[])[] {
  const here = new Set(rows.map(({ id }) => id));
  const batches = new Map<string, LedgerLine[]>();
  for (const move of undoable(lines)) {
    if (!here.has(move.deal)) continue;
    const own = batches.get(move.batch);
    if (own !== undefined) own.push(move);
    else if (batches.size < SHOWN) batches.set(move.batch, [move]);
  }
  return [...batches.values()].map((moves) => moves.sort((a, b) => a.seq - b.seq));
}

function lineOf(open: OpenPipeline, book: Book, moves: readonly LedgerLine[]): string {
  const words = UNDO_MOVES_WORDS[open.language];
  const [first] = moves;
  if (first === undefined) return '';
  const names = new Map(book.rows.map(({ id, name }) => [id, name || id]));
  const deals = moves.map(({ deal }) => names.get(deal) ?? deal);
  const labels = moves.map(({ to }) => stageEver(open.configuration.pipeline, to)?.label ?? to);
  const who = first.by === UNKNOWN_EDITOR ? CHOICE_WORDS[open.language].hows[first.how] : first.by;
  const shown = words.deals(deals.slice(0, NAMES_SHOWN), Math.max(0, deals.length - NAMES_SHOWN));
  const at = first.at.slice(0, 16).replace('T', ' ');
  return words.batch(at, who, words.moved(shown, [...new Set(labels)]));
}
