import type { LocalTime } from '../domain/day';
import { runningMs } from '../google/clock';
import { whileAlone } from '../google/lock';
import { mailErrorOf, mailsLeft, sendLetter } from '../google/mailbox';
import type { Tab } from '../google/tab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { type OutboxRow, readOutboxRows } from '../sheet/outboxTab';
import { isAddress, memberNamed } from '../sheet/teamTab';
import { APP_WORDS } from '../words/app';
import { type Change, MailMarks } from './mailMarks';
import type { OpenPipeline } from './openPipeline';

/** With pauses of 2, 4, 8 and 16 hours between them. */
const MOST_TRIES = 5;

/** One execution sends no more, and none later, so that it ends long before Google ends it; the next one goes on. */
const MOST_A_RUN = 60;
const LATEST_MS = 150_000;

export interface Delivered {
  readonly sent: number;
  readonly failed: number;
  /** Left for a later run: Google's daily limit, or this run's own. */
  readonly left: number;
}

interface Delivery {
  readonly open: OpenPipeline;
  readonly marks: MailMarks;
}

/**
 * Sends what waits in the Outbox, the most important first. Each mail is marked *sending*, for real,
 * before Google is asked to send it: one that is found so later may or may not have gone out, is marked *maybe
 * sent* for a person to decide, and is never repeated by itself. `null`: no Outbox, or another run delivers.
 */
export function deliverMail(open: OpenPipeline): Delivered | null {
  const outbox = open.workbook.tab('outbox');
  if (outbox === null) return null;
  return whileAlone(() => {
    const headers = findHeaders('outbox', outbox.readRows(1, HEADER_SEARCH_ROWS));
    if (headers?.columns.has('key') !== true || !headers.columns.has('state')) return null;
    const marks = new MailMarks(outbox, headers, open.language);
    return deliver({ open, marks }, unsettled(outbox, headers, marks));
  });
}

function deliver(delivery: Delivery, mails: readonly OutboxRow[]): Delivered {
  const { open, marks } = delivery;
  for (const mail of mails.filter(({ state }) => state === 'sending')) {
    marks.note(mail, { state: 'maybeSent', reason: APP_WORDS[open.language].maybeSent });
  }
  const due = mails
    .filter(({ state, nextTry }) => state === 'waiting' && (nextTry ?? '') <= open.now)
    .sort((a, b) => a.importance - b.importance || a.row - b.row);
  let quota = due.length === 0 ? 0 : mailsLeft();
  const done = { sent: 0, failed: 0, left: 0 };
  for (const [i, mail] of due.entries()) {
    const refusal = refusalOf(open, mail);
    const needed = mail.to.length + mail.cc.length;
    if (refusal !== null) {
      marks.note(mail, { state: 'failed', reason: refusal });
      done.failed += 1;
    } else if (quota < needed || i >= MOST_A_RUN || runningMs() > LATEST_MS) done.left += 1;
    else {
      const after = deliverOne(delivery, mail);
      if (after === 'sent') done.sent += 1;
      else if (after === 'quota') done.left += 1;
      else if (after !== null) done.failed += 1;
      quota = after === 'quota' ? 0 : quota - needed;
    }
  }
  return done;
}

/** The mails that wait or were being sent; sent ones are not read, however many there are. */
function unsettled(
  outbox: Tab,
  headers: Headers<'outbox'>,
  { atFirst }: MailMarks,
): readonly OutboxRow[] {
  const at = atFirst.filter(({ state }) => state === 'waiting' || state === 'sending');
  const [first, last] = [at[0], at[at.length - 1]];
  if (first === undefined || last === undefined) return [];
  return readOutboxRows(headers, outbox.readRows(first.row, last.row), first.row);
}

/** Why this mail may not go out at all; `null` when it may. */
function refusalOf(open: OpenPipeline, { to, cc }: OutboxRow): string | null {
  const words = APP_WORDS[open.language];
  const recipients = [...to, ...cc];
  const broken = recipients.find((address) => !isAddress(address));
  if (broken !== undefined) return words.noAddress(broken);
  const stranger = recipients.find((address) => !isAllowed(open, address));
  return stranger === undefined ? null : words.stranger(stranger);
}

/** Nothing goes outside of the Team and the addresses that Settings name, while Settings say so. */
function isAllowed(open: OpenPipeline, address: string): boolean {
  const { settings, team } = open.configuration;
  const plain = address.trim().toLowerCase();
  if (settings.mailOutside || memberNamed(team, plain)?.address === plain) return true;
  const domain = plain.slice(plain.lastIndexOf('@') + 1);
  return settings.mailAddresses.some((allowed) => {
    const wanted = allowed.trim().toLowerCase();
    return wanted === plain || wanted.replace(/^@/, '') === domain;
  });
}

/** Sends one mail and notes what became of it; `null` when it does not wait any more. */
function deliverOne(
  { open, marks }: Delivery,
  mail: OutboxRow,
): OutboxRow['state'] | 'quota' | null {
  const sending = marks.note(mail, { state: 'sending' });
  if (sending === null) return null;
  const { isQuota, ...after } = trySending(open, sending);
  // Whatever anybody has chosen meanwhile, it is sent.
  marks.note(sending, after, true);
  return isQuota ? 'quota' : after.state;
}

function trySending(open: OpenPipeline, mail: OutboxRow): Change & { readonly isQuota: boolean } {
  const tries = mail.tries + 1;
  try {
    sendLetter({ ...mail, to: mail.to.join(','), cc: mail.cc.join(',') });
    const sent = { state: 'sent', tries, sent: open.now, nextTry: null, reason: '' } as const;
    return { ...sent, isQuota: false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const kind = mailErrorOf(reason);
    if (kind === 'quota') return { state: 'waiting', nextTry: null, reason, isQuota: true };
    if (kind === 'unclear') return { state: 'maybeSent', tries, reason, isQuota: false };
    const isOver = kind === 'refused' || tries >= MOST_TRIES;
    const nextTry = isOver ? null : later(open.now, 2 ** tries);
    return { state: isOver ? 'failed' : 'waiting', tries, nextTry, reason, isQuota: false };
  }
}

function later(now: LocalTime, hours: number): LocalTime {
  return new Date(Date.parse(`${now}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
}
