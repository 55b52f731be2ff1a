import { dayOf, weekOf } from '../domain/day';
import { underLock } from '../google/lock';
import { type StallMailInput, stallMail } from '../mail/stallMail';
import type { Member } from '../sheet/teamTab';
import { deliverMail } from './deliverMail';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { type NewMail, queueMails } from './queueMails';
import { type Book, readBook } from './readBook';
import { isReported, noteReported } from './reportedWeek';
import { isReportDue, reportMoment, reportNow } from './reportRhythm';
import { isRunner } from './runner';
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
  const { reportRhythm } = open.configuration.settings;
  if (isReportDue(reportRhythm, dayOf(reportNow(open)))) sendStallReport();
}

/**
 * Sends this week's report when its moment has passed and nobody sent it: Google skipped the trigger, or nobody
 * ran it. A week that has gone by is not made up for.
 */
export function catchUpReport(open: OpenPipeline): void {
  const { settings } = open.configuration;
  const now = reportNow(open);
  const moment = reportMoment(settings, dayOf(now));
  if (isReported(dayOf(now)) || now < moment) return;
  if (isReportDue(settings.reportRhythm, dayOf(moment))) sendStallReport();
}

/**
 * Puts one mail a reader into the Outbox and sends what waits there: to each owner their own deals,
 * to managers all. A mail's key names its week and reader, so a second run in a week adds nothing.
 */
export function sendStallReport(): Queued | null {
  const open = reloadPipeline();
  if (open === null) return null;
  const queued = underLock(LOCK_MS, () => queueReport(open));
  if (queued === null) return null;
  noteReported(dayOf(reportNow(open)));
  deliverMail(open);
  return queued;
}

function queueReport(open: OpenPipeline): Queued | null {
  const book = readBook(open);
  if (book === null || open.workbook.tab('outbox') === null) return null;
  const stock = takeStock(open, book);
  const mails = stock.histories.size === 0 ? [] : letters(open, book, stock);
  const parts = ownerParts({ open, book, stock, language: open.language });
  return { mails: queueMails(open, mails), deals: waitingCount(parts) };
}

/** One mail a reader: managers read all, owners their own. An owner without an address is in the managers' mail. */
function letters(open: OpenPipeline, book: Book, stock: Stock): readonly NewMail[] {
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
    byAddress.set(member.address, letter(open, member, { ...told, summary: lines }));
  }
  for (const member of team) {
    if (member.address === '' || byAddress.has(member.address)) continue;
    const own = partsFor(member).filter((part) => part.member === member);
    if (own.length === 0) continue;
    const told = { to: 'owner', owners: own, summary: [] } as const;
    byAddress.set(member.address, letter(open, member, told));
  }
  return [...byAddress.values()];
}

function letter(
  open: OpenPipeline,
  member: Member,
  told: Pick<StallMailInput, 'to' | 'owners' | 'summary'>,
): NewMail {
  const week = weekOf(dayOf(reportNow(open)));
  const language = member.language ?? open.language;
  const asOf = open.now.replace('T', ' ').slice(0, 16);
  const content = stallMail({ ...told, language, name: member.name, week, asOf });
  return {
    ...content,
    key: `stalls ${week} ${member.address}`,
    to: [member.address],
    importance: 3,
  };
}
