import * as z from 'zod/mini';
import { flushWrites, underLock } from '../google/lock';
import { documentStore } from '../google/store';
import { applyPlan } from './applyPlan';
import type { OpenPipeline } from './openPipeline';
import { parsed } from './parsed';
import { checkPayments } from './paymentProblems';
import { planAutomations } from './planAutomations';
import { readBook } from './readBook';
import { takeStock } from './stock';

const LOCK_MS = 30_000;
const MARK_KEY = 'automatedTo';

/** Up to where the ledger was answered, and the day whose returns and stalls were. */
const markNote = () => z.object({ row: z.number(), seq: z.number(), day: z.string() });
type Mark = z.infer<ReturnType<typeof markNote>>;

export interface Automated {
  readonly tasks: number;
  readonly mails: number;
  readonly payments: number;
  readonly cancelled: number;
}

/**
 * Does what the team's automations ask for since the last run: tasks, mails, next steps, instalments, word to
 * new owners, returns from Nurture. It is derived from the entries behind a mark, and every row that it
 * adds is named by what it answers: a run that is repeated adds nothing. `null`: nothing has happened, or
 * somebody else is saving.
 */
export function automate(open: OpenPipeline): Automated | null {
  const ledger = open.workbook.tab('ledger');
  if (ledger === null) return null;
  const mark = noted();
  if (mark !== null && mark.day === open.today && mark.row === ledger.lastRow()) return null;
  return underLock(LOCK_MS, () => answer(open, noted()));
}

function answer(open: OpenPipeline, mark: Mark | null): Automated | null {
  const book = readBook(open);
  if (book === null) return null;
  const seq = book.lines.reduce((last, line) => Math.max(last, line.seq), mark?.seq ?? 0);
  const next: Mark = { row: book.ledgerRows, seq, day: open.today };
  // What happened before the first run is history: nothing follows from it.
  const since = mark?.seq ?? seq;
  const isNewDay = mark?.day !== open.today;
  const plan = planAutomations(open, book, { since, isNewDay });
  const done = applyPlan(open, book, plan);
  checkPayments(open, book, takeStock(open, book));
  flushWrites();
  documentStore.set(MARK_KEY, JSON.stringify(next));
  return done;
}

/** Begins with what happens from now on. */
export function startAutomations(open: OpenPipeline): void {
  if (noted() !== null) return;
  underLock(LOCK_MS, () => {
    const book = readBook(open);
    if (book === null) return;
    const seq = book.lines.reduce((last, line) => Math.max(last, line.seq), 0);
    documentStore.set(MARK_KEY, JSON.stringify({ row: book.ledgerRows, seq, day: '' }));
  });
}

function noted(): Mark | null {
  return parsed(markNote(), documentStore.get(MARK_KEY));
}
