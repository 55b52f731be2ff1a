import type { LocalTime } from '../domain/day';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { Cell, Grid, Problem, Row } from './cell';
import { cellMoment, cellText, momentText } from './cellText';
import { choiceNamed } from './choice';
import type { Headers } from './headers';
import { readTable, TableRow } from './tableRows';

export const MAIL_STATES = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'maybeSent',
  'cancelled',
  'approval',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A mail as a row. `key` says what it is for: a mail with a key that is there already is never added. */
export interface OutboxMail {
  readonly key: string;
  readonly state: MailState;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** 1 goes first. */
  readonly importance: number;
  readonly created: LocalTime | null;
  readonly nextTry: LocalTime | null;
  readonly tries: number;
  readonly sent: LocalTime | null;
  /** Why it failed. */
  readonly reason: string;
}

export interface OutboxRow extends OutboxMail {
  readonly row: number;
}

export interface ReadOutbox {
  readonly mails: readonly OutboxRow[];
  readonly problems: readonly Problem[];
}

/** A cell holds 50,000 characters; some room is left for what escaping adds. */
export const BODY_PART = 45_000;

/** Longer bodies do not fit the row: mail/ keeps below these. */
export const LONGEST_TEXT = 2 * BODY_PART;
export const LONGEST_HTML = 4 * BODY_PART;

/** Reads the whole Outbox tab. Rows whose key, state or address is gone are problems and are never sent. */
export function readOutbox(grid: Grid): ReadOutbox {
  const mails: OutboxRow[] = [];
  const problems = readTable('outbox', grid, [], (row) => {
    const mail = readMail(row);
    if (mail) mails.push(mail);
  });
  return { mails, problems };
}

/** Some rows of the Outbox, the first of which is row `first`. What cannot be read is left out. */
export function readOutboxRows(
  headers: Headers<'outbox'>,
  rows: Grid,
  first: number,
): readonly OutboxRow[] {
  return rows.flatMap((cells, i) => {
    const mail = readMail(new TableRow(headers, cells, first + i, []));
    return mail === null ? [] : [mail];
  });
}

function readMail(row: TableRow<'outbox'>): OutboxRow | null {
  const key = row.text('key');
  const state = choiceNamed('mailStates', row.text('state'));
  const to = addressesIn(row.text('to'));
  if (key === '') row.report('key', 'mailWithoutKey');
  else if (state === undefined) row.report('state', 'unknownMailState');
  else if (to.length === 0) row.report('to', 'mailWithoutAddress');
  if (key === '' || state === undefined || to.length === 0) return null;
  return {
    row: row.number,
    key,
    state,
    to,
    cc: addressesIn(row.text('cc')),
    subject: row.text('subject'),
    text: joined(row.cell('text'), row.cell('text2')),
    html: joined(row.cell('html'), row.cell('html2'), row.cell('html3'), row.cell('html4')),
    importance: numberIn(row.cell('importance'), 5),
    created: cellMoment(row.cell('created')),
    nextTry: cellMoment(row.cell('nextTry')),
    tries: numberIn(row.cell('tries'), 0),
    sent: cellMoment(row.cell('sent')),
    reason: row.text('reason'),
  };
}

function addressesIn(text: string): readonly string[] {
  return text.split(/[;,\s]+/).filter((address) => address !== '');
}

/** Bodies keep their spaces: a part may end with one. */
function joined(...cells: readonly (Cell | undefined)[]): string {
  return cells.map((cell) => (typeof cell === 'string' ? cell : cellText(cell))).join('');
}

function numberIn(cell: Cell | undefined, otherwise: number): number {
  return typeof cell === 'number' ? cell : otherwise;
}

/** Rows of the Outbox tab in its standard column order; long bodies go on in the next cells. */
export function outboxRows(mails: readonly OutboxMail[], language: Language): Row[] {
  const words = CHOICE_WORDS[language].mailStates;
  const time = (moment: LocalTime | null) => (moment === null ? '' : momentText(moment));
  return mails.map((mail) => [
    mail.key,
    words[mail.state],
    mail.to.join('; '),
    mail.cc.join('; '),
    mail.subject,
    ...parts(mail.text, 2),
    ...parts(mail.html, 4),
    mail.importance,
    time(mail.created),
    time(mail.nextTry),
    mail.tries,
    time(mail.sent),
    mail.reason,
  ]);
}

function parts(body: string, cells: number): string[] {
  return Array.from({ length: cells }, (_, i) => body.slice(i * BODY_PART, (i + 1) * BODY_PART));
}
