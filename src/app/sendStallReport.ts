import { weekOf } from '../domain/day';
import { stageOf } from '../domain/pipeline';
import type { Stall } from '../domain/stall';
import { underLock } from '../google/lock';
import { columnName } from '../google/tab';
import { type StallMailInput, stallMail, type WaitingDeal } from '../mail/stallMail';
import { type OutboxMail, outboxRows, readOutbox } from '../sheet/outboxTab';
import { type Member, memberNamed } from '../sheet/teamTab';
import { amountText } from '../words/amounts';
import { deliverMail } from './deliverMail';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { readBook } from './readBook';
import { isReportDue } from './reportRhythm';
import { isRunner } from './runner';
import { type Stock, takeStock } from './stock';

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
  if (open === null || !isReportDue(open.configuration.settings.reportRhythm, open.today)) return;
  sendStallReport();
}

/**
 * Puts one mail a reader into the Outbox and sends what waits there: to each owner their own deals,
 * to managers all. A mail's key names its week and reader, so a second run in a week adds nothing.
 */
export function sendStallReport(): Queued | null {
  const open = reloadPipeline();
  if (open === null) return null;
  const queued = underLock(LOCK_MS, () => queueReport(open));
  if (queued !== null) deliverMail(open);
  return queued;
}

function queueReport(open: OpenPipeline): Queued | null {
  const outbox = open.workbook.tab('outbox');
  const book = readBook(open);
  if (outbox === null || book === null) return null;
  const stock = takeStock(open, book);
  const waiting = waitingDeals(open, stock);
  const grid = outbox.readAll();
  const known = new Set(readOutbox(grid).mails.map(({ key }) => key));
  const mails = letters(open, waiting).filter(({ key }) => !known.has(key));
  outbox.append(Math.max(1, grid.length), outboxRows(mails, open.language));
  const deals = [...waiting.values()].reduce((sum, own) => sum + own.length, 0);
  return { mails: mails.length, deals };
}

/** The deals that need a decision, by owner as typed: the longest over their limit first. */
function waitingDeals(open: OpenPipeline, stock: Stock): ReadonlyMap<string, WaitingDeal[]> {
  const found = new Map<string, { readonly stall: Stall; readonly deal: WaitingDeal }[]>();
  for (const stall of stock.stalls.values()) {
    const deal = stall.coveredUntil === null ? waitingDeal(open, stock, stall) : null;
    if (deal === null) continue;
    const own = found.get(stall.owner) ?? [];
    own.push({ stall, deal });
    found.set(stall.owner, own);
  }
  const over = ({ stall }: { readonly stall: Stall }) => (stall.days ?? 0) - stall.limit.days;
  return new Map(
    [...found]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([owner, own]) => [
        owner,
        own.sort((a, b) => over(b) - over(a)).map(({ deal }) => deal),
      ]),
  );
}

function waitingDeal(open: OpenPipeline, stock: Stock, stall: Stall): WaitingDeal | null {
  const { pipeline, settings } = open.configuration;
  const row = stock.rows.get(stall.deal);
  const history = stock.histories.get(stall.deal);
  const silentFor = stall.idle !== null && stall.idle > settings.silentDays ? stall.idle : null;
  const needsDecision = stall.stalled || silentFor !== null || stall.overdue || stall.slipping;
  if (row === undefined || history === undefined || !needsDecision) return null;
  const touch = stock.lastActivity.get(stall.deal) ?? '';
  return {
    name: row.name,
    customer: row.customer,
    stage: stageOf(pipeline, stall.stage)?.label ?? stall.stage,
    amount: amountText(history.state),
    days: stall.days,
    usual: stall.limit.usual,
    limit: stall.limit.days,
    isStalled: stall.stalled,
    silentFor,
    overdueSince: stall.overdue ? history.state.closeDate : null,
    slips: stall.slipping ? stall.slips : null,
    lastTouch: touch > history.lastTouch ? touch : history.lastTouch,
    nextStep: history.state.nextStep,
    nextStepDate: history.state.nextStepDate,
    url: rowUrl(open, row.row),
  };
}

function rowUrl(open: OpenPipeline, row: number): string {
  const { spreadsheet } = open.workbook;
  return `${spreadsheet.getUrl()}#gid=${open.tabs.deals}&range=${columnName(1)}${row}`;
}

/** One mail a reader: managers read all, owners their own. An owner without an address is in the managers' mail. */
function letters(
  open: OpenPipeline,
  waiting: ReadonlyMap<string, readonly WaitingDeal[]>,
): readonly OutboxMail[] {
  const { team } = open.configuration;
  const all = [...waiting].map(([owner, deals]) => ({ owner, deals }));
  if (all.length === 0) return [];
  const managers = team.filter(({ role, address }) => role !== 'rep' && address !== '');
  const byAddress = new Map<string, OutboxMail>();
  for (const member of managers)
    byAddress.set(member.address, letter(open, member, 'manager', all));
  for (const group of all) {
    const member = memberNamed(team, group.owner);
    if (member === undefined || member.address === '' || byAddress.has(member.address)) continue;
    byAddress.set(member.address, letter(open, member, 'owner', [group]));
  }
  return [...byAddress.values()];
}

function letter(
  open: OpenPipeline,
  member: Member,
  to: StallMailInput['to'],
  owners: StallMailInput['owners'],
): OutboxMail {
  const week = weekOf(open.today);
  const language = member.language ?? open.language;
  const asOf = open.now.replace('T', ' ').slice(0, 16);
  const content = stallMail({ language, to, name: member.name, week, asOf, owners });
  return {
    ...content,
    key: `stalls ${week} ${member.address}`,
    state: 'waiting',
    to: [member.address],
    cc: [],
    importance: 2,
    created: open.now,
    nextTry: null,
    tries: 0,
    sent: null,
    reason: '',
  };
}
