import { type Day, dayOf, weekOf } from '../domain/day';
import { underLock } from '../google/lock';
import { type StallMailInput, stallMail } from '../mail/stallMail';
import type { Member } from '../sheet/teamTab';
import { deliverMail } from './deliverMail';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { type NewMail, queueMails } from './queueMails';
import { type Book, readBook } from './readBook';
import { isReported, noteReported, skipThisWeek } from './reportedWeek';
import {
  isReportDue,
  isReportNear,
  lastReportMoment,
  reportMoment,
  reportNow,
} from './reportRhythm';
import { beat, isRunner } from './runner';
import { type Stock, takeStock } from './stock';
import { type MemberPart, ownerParts, waitingCount } from './weeklyParts';
import { weeklySummary } from './weeklySummary';

const LOCK_MS = 30_000;

export interface Queued {
  /** Mails that this call added to the Outbox. */
  readonly mails: number;
  /** Open deals that need a decision. */
  readonly deals: number;
}

/** The weekly trigger: sends the report when the rhythm says that this week has one. */
export function sendDueReport(): void {
  if (!isRunner()) return;
  const open = reloadPipeline();
  if (open === null) return;
  beat(open);
  const today = dayOf(reportNow(open));
  if (!isReportDue(open.configuration.settings.reportRhythm, today)) return;
  // Google may fire it days late: it is the missed report then, and the next one still comes.
  sendReport({ of: missedOn(open) ?? today });
}

/** The day of the latest report that was due and that nobody sent; `null` where the next one is due within a day. */
function missedOn(open: OpenPipeline): Day | null {
  const { settings } = open.configuration;
  const now = reportNow(open);
  const moment = lastReportMoment(settings, now);
  if (moment === null || isReported(dayOf(moment), dayOf(now))) return null;
  return isReportNear(settings, now) ? null : dayOf(moment);
}

/**
 * Sends the latest report that was due and that nobody sent: Google skipped the trigger, or nobody ran the workbook.
 * However many were missed, one makes up for them; none does where the next one is due within a day.
 */
export function catchUpReport(open: OpenPipeline): void {
  if (open.configuration.settings.reportRhythm === 'off') skipThisWeek(open);
  const missed = missedOn(open);
  if (missed !== null) sendReport({ of: missed });
}

/** Sends the report now. Before this week's report day it is an extra one, which does not take that one's place. */
export function sendStallReport(): Queued | null {
  const open = reloadPipeline();
  if (open === null) return null;
  const { settings } = open.configuration;
  const today = dayOf(reportNow(open));
  const day = dayOf(reportMoment(settings, today));
  const isExtra = today < day && isReportDue(settings.reportRhythm, day);
  return sendReport({ of: today, isExtra });
}

interface Sending {
  /** A day of the week that the report is of. */
  readonly of: Day;
  readonly isExtra?: boolean;
}

/**
 * Puts one mail a reader into the Outbox and sends what waits there: to each owner their own deals,
 * to managers all. A mail's key names its week and reader, so a second run in a week adds nothing.
 */
function sendReport({ of, isExtra = false }: Sending): Queued | null {
  const open = reloadPipeline();
  if (open === null) return null;
  const key = isExtra ? `stalls ${of} extra` : `stalls ${weekOf(of)}`;
  const queued = underLock(LOCK_MS, () => queueReport(open, { key, week: weekOf(of) }));
  if (queued === null) return null;
  if (!isExtra) noteReported(of);
  deliverMail(open);
  return queued;
}

/** What the mails of one report share. */
interface Issue {
  readonly key: string;
  readonly week: Day;
}

function queueReport(open: OpenPipeline, issue: Issue): Queued | null {
  const book = readBook(open);
  if (book === null || open.workbook.tab('outbox') === null) return null;
  const stock = takeStock(open, book);
  const mails = stock.histories.size === 0 ? [] : letters({ open, book, stock, issue });
  const parts = ownerParts({ open, book, stock, language: open.language });
  return { mails: queueMails(open, mails), deals: waitingCount(parts) };
}

interface Writing {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly stock: Stock;
  readonly issue: Issue;
}

/** One mail a reader: managers read all, owners their own. An owner without an address is in the managers' mail. */
function letters({ open, book, stock, issue }: Writing): readonly NewMail[] {
  const { team } = open.configuration;
  const summary = weeklySummary(open, book, stock);
  const partsIn = new Map<string, readonly MemberPart[]>();
  const partsFor = ({ language }: Member) => {
    const spoken = language ?? open.language;
    const parts = partsIn.get(spoken) ?? ownerParts({ open, book, stock, language: spoken });
    partsIn.set(spoken, parts);
    return parts;
  };
  const byAddress = new Map<string, NewMail>();
  for (const member of team) {
    if (member.role === 'rep' || member.address === '') continue;
    const told = { to: 'manager', owners: partsFor(member) } as const;
    const lines = summary(member.language ?? open.language);
    byAddress.set(member.address, letter({ open, issue }, member, { ...told, summary: lines }));
  }
  for (const member of team) {
    if (member.address === '' || byAddress.has(member.address)) continue;
    const own = partsFor(member).filter((part) => part.member === member);
    if (own.length === 0) continue;
    const told = { to: 'owner', owners: own, summary: [] } as const;
    byAddress.set(member.address, letter({ open, issue }, member, told));
  }
  return [...byAddress.values()];
}

function letter(
  { open, issue }: Pick<Writing, 'open' | 'issue'>,
  member: Member,
  told: Pick<StallMailInput, 'to' | 'owners' | 'summary'>,
): NewMail {
  const language = member.language ?? open.language;
  const asOf = open.now.replace('T', ' ').slice(0, 16);
  const content = stallMail({ ...told, language, name: member.name, week: issue.week, asOf });
  return {
    ...content,
    key: `${issue.key} ${member.address}`,
    to: [member.address],
    importance: 3,
  };
}
