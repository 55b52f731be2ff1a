import { normalLabel } from '../domain/pipeline';
import type { Grid, Problem } from '../sheet/cell';
import { cellText, isBlank } from '../sheet/cellText';
import { choiceNamed } from '../sheet/choice';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import type { ProblemCode } from '../words/problems';
import { TAB_WORDS } from '../words/tabs';
import type { OpenPipeline } from './openPipeline';

/** Key, State, To, Cc and Subject: a mail's long texts stand behind them. */
const FIRST_COLUMNS = 5;

/** Without one of these no mail can be told, or sent. */
const NEEDED = ['key', 'state', 'to', 'subject'] as const;

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

/** What waits in the Outbox for a person. One read, while what is needed is among the first columns. */
export function undecidedMails(open: OpenPipeline): readonly Undecided[] {
  const { grid, headers } = firstColumns(open);
  return headers === null ? [] : undecidedIn(grid, headers);
}

interface Read {
  readonly grid: Grid;
  readonly headers: Headers<'outbox'> | null;
}

function firstColumns(open: OpenPipeline): Read {
  const outbox = open.workbook.tab('outbox');
  if (outbox === null) return { grid: [], headers: null };
  const near = withHeaders(outbox.readColumns(1, FIRST_COLUMNS));
  const isWhole = NEEDED.every((key) => near.headers?.columns.has(key));
  return isWhole ? near : withHeaders(outbox.readAll());
}

function withHeaders(grid: Grid): Read {
  return { grid, headers: findHeaders('outbox', grid.slice(0, HEADER_SEARCH_ROWS)) };
}

function undecidedIn(grid: Grid, headers: Headers<'outbox'>): readonly Undecided[] {
  const column = headers.columns.get('state');
  if (column === undefined) return [];
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

/** The same as Health lists it, and the columns without which no mail can go out. */
export function outboxProblems(open: OpenPipeline): readonly Problem[] {
  const { grid, headers } = firstColumns(open);
  const undecided = headers === null ? [] : undecidedIn(grid, headers);
  const words = TAB_WORDS[open.language].headings.outbox;
  const isNeeded = ({ code, about }: Problem) =>
    code === 'missingHeader' &&
    NEEDED.some((key) => normalLabel(words[key]) === normalLabel(about[0] ?? ''));
  return [
    ...(headers?.problems.filter(isNeeded) ?? []),
    ...undecided.map(({ kind, row, mails }): Problem => {
      return { tab: 'outbox', row, column: 0, code: CODES[kind], about: [String(mails)] };
    }),
  ];
}
