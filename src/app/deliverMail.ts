import type { LocalTime } from '../domain/day';
import { flushWrites, underLock } from '../google/lock';
import { mailsLeft, sendLetter } from '../google/mailbox';
import type { Tab } from '../google/tab';
import { type OutboxMail, type OutboxRow, outboxRows, readOutbox } from '../sheet/outboxTab';
import { memberNamed } from '../sheet/teamTab';
import { APP_WORDS } from '../words/app';
import type { OpenPipeline } from './openPipeline';

const LOCK_MS = 30_000;
const MOST_TRIES = 5;

export interface Delivered {
  readonly sent: number;
  readonly failed: number;
  /** Left for a later run: Google's daily limit. */
  readonly left: number;
}

/**
 * Sends what waits in the Outbox, the most important first. Each mail is marked *sending* before
 * Google is asked to send it: one that is found so later may or may not have gone out, is marked *maybe sent* for a
 * person to decide, and is never repeated by itself.
 */
export function deliverMail(open: OpenPipeline): Delivered | null {
  const outbox = open.workbook.tab('outbox');
  return outbox === null ? null : underLock(LOCK_MS, () => deliverUnderLock(open, outbox));
}

function deliverUnderLock(open: OpenPipeline, outbox: Tab): Delivered {
  const { mails } = readOutbox(outbox.readAll());
  for (const mail of mails) {
    if (mail.state === 'sending') note(open, outbox, { ...mail, state: 'maybeSent' });
  }
  const due = mails
    .filter(
      ({ state, nextTry }) => state === 'waiting' && (nextTry === null || nextTry <= open.now),
    )
    .sort((a, b) => a.importance - b.importance || a.row - b.row);
  let quota = due.length === 0 ? 0 : mailsLeft();
  const done = { sent: 0, failed: 0, left: 0 };
  for (const mail of due) {
    const stranger = mail.to.find((address) => !isAllowed(open, address));
    if (stranger !== undefined) {
      note(open, outbox, {
        ...mail,
        state: 'failed',
        reason: APP_WORDS[open.language].stranger(stranger),
      });
      done.failed += 1;
    } else if (quota < mail.to.length) done.left += 1;
    else {
      quota -= mail.to.length;
      const after = deliverOne(open, outbox, mail);
      if (after.state === 'sent') done.sent += 1;
      else done.failed += 1;
    }
  }
  return done;
}

function deliverOne(open: OpenPipeline, outbox: Tab, mail: OutboxRow): OutboxRow {
  note(open, outbox, { ...mail, state: 'sending' });
  flushWrites();
  const after = trySending(open, mail);
  note(open, outbox, after);
  flushWrites();
  return after;
}

function trySending(open: OpenPipeline, mail: OutboxRow): OutboxRow {
  const tries = mail.tries + 1;
  try {
    sendLetter({ to: mail.to.join(','), subject: mail.subject, text: mail.text, html: mail.html });
    return { ...mail, state: 'sent', tries, sent: open.now, nextTry: null, reason: '' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const state = tries < MOST_TRIES ? 'waiting' : 'failed';
    return { ...mail, state, tries, nextTry: later(open.now, 2 ** tries), reason };
  }
}

/** Pauses grow: 2, 4, 8, 16 hours. */
function later(now: LocalTime, hours: number): LocalTime {
  return new Date(Date.parse(`${now}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
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

/** Rewrites a mail's row; its texts stay what they are. */
function note(open: OpenPipeline, outbox: Tab, mail: OutboxRow): void {
  const { row, ...plain } = mail;
  const content: OutboxMail = plain;
  outbox.write({ row, column: 1 }, outboxRows([content], open.language));
}
