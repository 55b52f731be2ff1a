import type { LocalTime } from '../domain/day';
import type { Language } from '../words/language';
import type { Grid, Problem, Row } from './cell';

export const MAIL_STATES = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'maybeSent',
  'cancelled',
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

/** Reads the whole Outbox tab. */
export function readOutbox(_grid: Grid): ReadOutbox {
  throw new Error('not yet');
}

/** Rows of the Outbox tab in its standard column order; long bodies go on in the next cells. */
export function outboxRows(_mails: readonly OutboxMail[], _language: Language): Row[] {
  throw new Error('not yet');
}
