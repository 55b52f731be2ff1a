import { addDays } from '../domain/day';
import { overdueDays } from '../domain/payment';
import { stageOf } from '../domain/pipeline';
import type { Stall } from '../domain/stall';
import { columnName } from '../google/tab';
import type { DueLine, OwnerPart, WaitingDeal } from '../mail/ownerPart';
import type { TabId } from '../sheet/cell';
import type { DealRow } from '../sheet/dealsTab';
import { type Member, memberNamed } from '../sheet/teamTab';
import { amountText } from '../words/amounts';
import type { Language } from '../words/language';
import { MAIL_WORDS } from '../words/mails';
import type { OpenPipeline } from './openPipeline';
import { isWon } from './paymentProblems';
import { planDueIn } from './planNoted';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** What falls due within these days is in the mail. */
const AHEAD_DAYS = 7;

/** What the mail about the week is made of. */
export interface Week {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly stock: Stock;
  readonly language: Language;
}

type Lists = { -readonly [K in 'deals' | 'tasks' | 'plans' | 'payments']: OwnerPart[K][number][] };

/** An owner's part, and who of the Team that is; `undefined` for a name or an address that nobody there has. */
export interface MemberPart extends OwnerPart {
  readonly member: Member | undefined;
}

/** What each owner has to look at, however the owner was typed; owners without anything are left out. */
export function ownerParts(week: Week): readonly MemberPart[] {
  const { team } = week.open.configuration;
  const found = new Map<Member | string, Lists>();
  const listsOf = (owner: string): Lists => {
    const who = memberNamed(team, owner) ?? owner;
    const own = found.get(who) ?? { deals: [], tasks: [], plans: [], payments: [] };
    found.set(who, own);
    return own;
  };
  for (const stall of byExcess(week.stock)) {
    const deal = stall.coveredUntil === null ? waitingDeal(week, stall) : null;
    if (deal !== null) listsOf(stall.owner).deals.push(deal);
    const plan = duePlan(week, stall);
    if (plan !== null) listsOf(stall.owner).plans.push(plan);
  }
  for (const [owner, line] of dueTasks(week)) listsOf(owner).tasks.push(line);
  for (const [owner, line] of overduePayments(week)) listsOf(owner).payments.push(line);
  return [...found]
    .map(([who, lists]): MemberPart => {
      return typeof who === 'string'
        ? { owner: who, member: undefined, ...lists }
        : { owner: who.name, member: who, ...lists };
    })
    .sort((one, other) => (one.owner < other.owner ? -1 : 1));
}

/** The longest over their limit first. */
function byExcess({ stalls }: Stock): readonly Stall[] {
  const over = ({ days, limit }: Stall) => (days ?? 0) - limit.days;
  return [...stalls.values()].sort((a, b) => over(b) - over(a));
}

function waitingDeal(week: Week, stall: Stall): WaitingDeal | null {
  const { open, stock } = week;
  const { pipeline } = open.configuration;
  const row = stock.rows.get(stall.deal);
  const history = stock.histories.get(stall.deal);
  const silentFor = stall.silent ? stall.idle : null;
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
    suggestion: suggestionFor(week, row, stall, silentFor !== null),
    url: rowUrl(open, 'deals', row.row),
  };
}

/** What usually helps: the date that has passed comes first, then silence, then what the gate lacks. */
function suggestionFor(week: Week, row: DealRow, stall: Stall, isSilent: boolean): string {
  const { suggest } = MAIL_WORDS[week.language];
  if (stall.overdue) return suggest.overdue;
  if (isSilent) return suggest.silent(textOf(row, 'contact'));
  if (stall.slipping) return suggest.slipping;
  const { gate } = row.program;
  // A Gate cell is worded in the workbook's language.
  const isReadable = week.language === week.open.language && gate !== '' && gate.length < 300;
  return isReadable ? suggest.gate(gate.replace(/\s*\n\s*/g, '; ')) : suggest.decide;
}

function textOf(row: DealRow, field: 'contact' | 'plan'): string {
  const fact = row.facts(field);
  return fact?.kind === 'text' ? fact.text : '';
}

/** A plan whose day has come or comes within a week. */
function duePlan({ open, stock }: Week, { deal }: Stall): DueLine | null {
  const row = stock.rows.get(deal);
  const due = row === undefined ? null : planDueIn(row);
  if (row === undefined || due === null || due > addDays(open.today, AHEAD_DAYS)) return null;
  return {
    what: textOf(row, 'plan') || row.name,
    deal: textOf(row, 'plan') === '' ? '' : row.name,
    due,
    isOverdue: due < open.today,
    url: rowUrl(open, 'deals', row.row),
  };
}

function dueTasks({ open, book }: Week): readonly (readonly [owner: string, DueLine])[] {
  return book.tasks.flatMap((task) => {
    const { due, state, owner } = task;
    if (state !== 'open' || due === null || due > addDays(open.today, AHEAD_DAYS)) return [];
    const url = rowUrl(open, 'tasks', task.row);
    const line = { what: task.task, deal: task.name, due, isOverdue: due < open.today, url };
    return [[owner, line] as const];
  });
}

function overduePayments({ open, book, stock }: Week) {
  return book.payments.flatMap((payment): [string, DueLine][] => {
    const history = stock.histories.get(payment.deal);
    if (history === undefined || !isWon(open, stock, payment)) return [];
    if (payment.due === null || overdueDays(payment, open.today) === 0) return [];
    const line: DueLine = {
      what: [amountText(payment), payment.part].filter((part) => part !== '').join(' · '),
      deal: payment.name,
      due: payment.due,
      isOverdue: true,
      url: rowUrl(open, 'payments', payment.row),
    };
    return [[history.state.owner, line]];
  });
}

/** The link that opens the workbook at a row. */
export function rowUrl(open: OpenPipeline, tab: TabId, row: number): string {
  const { spreadsheet } = open.workbook;
  return `${spreadsheet.getUrl()}#gid=${open.tabs[tab]}&range=${columnName(1)}${row}`;
}

/** How many deals need a decision. */
export function waitingCount(parts: readonly OwnerPart[]): number {
  return parts.reduce((sum, { deals }) => sum + deals.length, 0);
}
