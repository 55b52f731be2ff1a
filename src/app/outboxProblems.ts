import type { Grid, Problem } from '../sheet/cell';
import { cellText, isBlank } from '../sheet/cellText';
import { choiceNamed } from '../sheet/choice';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import type { ProblemCode } from '../words/problems';
import type { OpenPipeline } from './openPipeline';

/** Key, State, To, Cc and Subject: a mail's long texts stand behind them. */
const FIRST_COLUMNS = 5;

/** Mails of the Outbox that a person has to decide on: the row of the first one of a kind, and how many there are. */
export interface Undecided {
  readonly kind: 'approval' | 'failed' | 'maybeSent' | 'unknown';
  readonly row: number;
  readonly mails: number;
}

const CODES = {
  approval: 'mailsToApprove',
  failed: 'mailsFailed',
  maybeSent: 'mailsMaybeSent',
  unknown: 'mailsWithoutState',
} as const satisfies Readonly<Record<Undecided['kind'], ProblemCode>>;

/** What waits in the Outbox for a person. One read, while State is among the first columns. */
export function undecidedMails(open: OpenPipeline): readonly Undecided[] {
  const outbox = open.workbook.tab('outbox');
  if (outbox === null) return [];
  const near = outbox.readColumns(1, FIRST_COLUMNS);
  const isNear = findHeaders('outbox', near.slice(0, HEADER_SEARCH_ROWS))?.columns.has('state');
  return undecidedIn(isNear === true ? near : outbox.readAll());
}

function undecidedIn(grid: Grid): readonly Undecided[] {
  const headers = findHeaders('outbox', grid.slice(0, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('state');
  if (headers === null || column === undefined) return [];
  const found = new Map<Undecided['kind'], Undecided>();
  for (let i = headers.row; i < grid.length; i += 1) {
    const cells = grid[i] ?? [];
    if (cells.every(isBlank)) continue;
    const state = choiceNamed('mailStates', cellText(cells[column - 1])) ?? 'unknown';
    if (state === 'waiting' || state === 'sending' || state === 'sent' || state === 'cancelled') {
      continue;
    }
    const { row, mails } = found.get(state) ?? { row: i + 1, mails: 0 };
    found.set(state, { kind: state, row, mails: mails + 1 });
  }
  return [...found.values()];
}

/** The same as Health lists it. */
export function outboxProblems(open: OpenPipeline): readonly Problem[] {
  return undecidedMails(open).map(({ kind, row, mails }) => {
    return { tab: 'outbox', row, column: 0, code: CODES[kind], about: [String(mails)] };
  });
}
