import type { Stage, StageKey } from '../domain/pipeline';
import { activeAddress } from '../google/people';
import type { DealRow } from '../sheet/dealsTab';
import { memberNamed } from '../sheet/teamTab';
import { ADMIN_WORDS } from '../words/admin';
import { askingOf } from './asking';
import type { Verdict } from './judgeRow';
import { tailOf } from './ledgerTail';
import { judgeRows, knowledgeOf } from './ledgerVerdicts';
import type { OpenPipeline } from './openPipeline';
import { type Book, readBook } from './readBook';
import { record } from './record';
import { isRearranged, stillAsked, sweepAll } from './sweep';

/** Deals that moved, and those of which one or more kept all where they are. */
interface Moved {
  readonly deals: number;
  readonly held: number;
}

/** Whether the row's deal is in the stage. A row that was never looked at is in none yet, whatever it asks for. */
export function isInStage({ id, accepted, stage }: DealRow, key: StageKey): boolean {
  return id !== '' && (accepted ?? stage)?.key === key;
}

/**
 * Moves every deal out of a stage that is retired. What rows ask for is judged first, so that nothing is written over that nobody
 * looked at. Without a place to go all are held. `null`: somebody rearranged the rows. The caller holds the lock.
 */
export function moveOutOf(open: OpenPipeline, from: Stage, to: Stage | null): Moved | null {
  const swept = sweepAll(open);
  const book = readBook(open);
  if (book === null) return { deals: 0, held: 0 };
  if (swept === null && book.headers.columns.has('id')) return null;
  const inStage = book.rows.filter((row) => isInStage(row, from.key));
  if (inStage.length === 0 || to === null) return { deals: 0, held: inStage.length };
  // Whoever types another stage just now is judged by the next check.
  const rows = inStage.filter(({ stage }) => stage?.key === from.key);
  return moveRows(open, book, rows, { from, to });
}

function moveRows(
  open: OpenPipeline,
  book: Book,
  moving: readonly DealRow[],
  { from, to }: { readonly from: Stage; readonly to: Stage },
): Moved | null {
  const { pipeline, team } = open.configuration;
  const reason = ADMIN_WORDS[open.language].retire.reason(from.label);
  const mayOverride = memberNamed(team, activeAddress())?.mayOverride === true;
  const override = mayOverride ? { reason } : undefined;
  const asking = askingOf(open, 'retire', book.headers, override);
  if (asking === null) return { deals: 0, held: 0 };
  const tail = tailOf(book.lines, book.ledgerRows);
  const known = knowledgeOf(book, pipeline, tail);
  const asRead = new Map(moving.map((row) => [row.row, row.request]));
  const rows = book.rows.map((row) => (asRead.has(row.row) ? askingFor(to, row) : row));
  const verdicts = judgeRows(rows, known, asking).filter(({ drafts }) =>
    drafts.some((draft) => draft.from === from.key && draft.to === to.key),
  );
  const held = verdicts.filter(({ outcome }) => outcome?.kind === 'held').length;
  if (held > 0) return { deals: 0, held };
  if (isRearranged(book)) return null;
  const moved = verdicts.map((verdict): Verdict => {
    const { row } = verdict;
    const drafts = verdict.drafts.map((draft) =>
      draft.kind === 'moved' ? { ...draft, reason } : draft,
    );
    const request = asRead.get(row.row) ?? row.request;
    return { ...verdict, row: { ...row, request }, stageCell: to.label, drafts };
  });
  const read = { headers: book.headers, first: 1, cells: book.cells };
  record(open, book, read, { verdicts: stillAsked(book, moved), asking, tail });
  return { deals: moved.length, held: 0 };
}

function askingFor(to: Stage, row: DealRow): DealRow {
  const request = { ...row.request, stage: to.label };
  return { ...row, stage: to, stageTyped: to.label, byPipeline: false, request };
}
