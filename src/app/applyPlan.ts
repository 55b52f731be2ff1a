import type { Followed } from '../domain/automation';
import type { DealId } from '../domain/ledger';
import { stageOf } from '../domain/pipeline';
import type { Task } from '../domain/task';
import { handoverMail } from '../mail/handoverMail';
import { isSendable } from '../mail/shownParts';
import { templateMail } from '../mail/templateMail';
import type { DealRow } from '../sheet/dealsTab';
import { paymentRows } from '../sheet/paymentsTab';
import { taskRows } from '../sheet/tasksTab';
import { isAddress, type Member, memberNamed } from '../sheet/teamTab';
import { templateNamed } from '../sheet/templatesTab';
import { amountText } from '../words/amounts';
import { APP_WORDS } from '../words/app';
import { CHOICE_WORDS } from '../words/choices';
import { listed } from '../words/marks';
import { appendUnder } from './appendUnder';
import type { Automated } from './automate';
import { cancelMails, cancelTasks, handOverTasks } from './changeWaiting';
import { fillFor } from './fillFor';
import type { OpenPipeline } from './openPipeline';
import { type Handover, newTask, type Plan } from './planAutomations';
import { type NewMail, queueMails } from './queueMails';
import type { Book } from './readBook';
import { rowUrl } from './weeklyParts';
import { writeNextSteps } from './writeNextSteps';

interface Applying {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly plan: Plan;
  readonly rows: ReadonlyMap<DealId, DealRow>;
}

/** Writes what the plan asks for and is not there yet. Calls do not grow with the deals. */
export function applyPlan(open: OpenPipeline, book: Book, plan: Plan): Automated {
  const rows = new Map(book.rows.map((row) => [row.id, row]));
  const applying: Applying = { open, book, plan, rows };
  // What is taken back goes first: a mail must not leave between the two.
  const cancelled = cancelTasks(open, plan) + cancelMails(open, plan);
  // Before new ones come, which carry their owner's name already.
  if (book.tasks.length > 0) handOverTasks(open, plan);
  const tasks = addTasks(applying);
  const payments = addPayments(applying);
  writeNextSteps(book, plan, rows);
  const mails = queueMails(open, [...automationMails(applying), ...handoverMails(applying)]);
  return { tasks, payments, mails, cancelled };
}

function addTasks({ open, book, plan, rows }: Applying): number {
  const known = new Set(book.tasks.map(({ key }) => key));
  const asked = plan.followed.flatMap((one): Task[] => {
    const row = rows.get(one.happening.deal);
    if (one.automation.action !== 'task' || row === undefined) return [];
    const owner = nameFor(open, one, row);
    const { key, due, automation } = one;
    return [newTask(open, row, { key, due, task: automation.text, owner })];
  });
  const fresh = [...asked, ...plan.tasks].filter(({ key }) => !known.has(key) && known.add(key));
  if (open.workbook.tab('tasks') === null) return 0;
  appendUnder(open, 'tasks', taskRows(fresh, open.language));
  return fresh.length;
}

/** Whose name a task carries. */
function nameFor({ configuration }: OpenPipeline, { automation }: Followed, row: DealRow): string {
  const { to } = automation;
  if (to.kind === 'person') return to.name;
  const manager = configuration.team.find(({ role }) => role === 'manager');
  return to.kind === 'manager' && manager !== undefined ? manager.name : row.tracked.owner;
}

function addPayments({ open, book, plan }: Applying): number {
  const known = new Set(book.payments.map(({ key }) => key));
  const fresh = plan.payments.filter(({ key }) => !known.has(key));
  if (open.workbook.tab('payments') === null) return 0;
  appendUnder(open, 'payments', paymentRows(fresh));
  return fresh.length;
}

function automationMails(applying: Applying): readonly NewMail[] {
  return applying.plan.followed.flatMap((one) => {
    const row = applying.rows.get(one.happening.deal);
    if (one.automation.action !== 'mail' || row === undefined) return [];
    const mail = mailFor(applying, one, row);
    return mail === null ? [] : [mail];
  });
}

/** One mail of an automation. One without a reader or with an empty place is not sent: it says in the Outbox what is missing. */
function mailFor({ open, book, plan }: Applying, one: Followed, row: DealRow): NewMail | null {
  const template = templateNamed(plan.rules.templates, one.automation.template);
  const to = addressesFor(open, one, row);
  if (template === undefined) return null;
  const cells = book.cells[row.row - 1] ?? [];
  const { subject, body, missing } = fillFor(template, book.headers, {
    row,
    cells,
    language: open.language,
  });
  const isForCustomer = one.automation.to.kind === 'contact';
  const asks = isForCustomer && open.configuration.settings.approveMails;
  const later = one.due > open.today ? `${one.due}T00:00:00` : null;
  const content = templateMail(subject, body, open.language);
  const isTooLong = !isSendable(content);
  const lacking = lackOf(open, one, { hasReader: to.length > 0, missing, isTooLong });
  return {
    ...content,
    key: one.key,
    to,
    importance: 2,
    state: lacking !== '' ? 'failed' : asks ? 'approval' : 'waiting',
    reason: lacking,
    notBefore: later,
  };
}

/** What keeps a mail from being sent, worded; `''` when nothing does. */
function lackOf(
  { language }: OpenPipeline,
  { automation }: Followed,
  has: {
    readonly hasReader: boolean;
    readonly missing: readonly string[];
    readonly isTooLong: boolean;
  },
): string {
  const words = APP_WORDS[language];
  const [to, { recipients }] = [automation.to, CHOICE_WORDS[language]];
  const reader = to.kind === 'person' ? to.name : recipients[to.kind];
  return [
    ...(has.hasReader ? [] : [words.noReader(reader)]),
    ...(has.missing.length > 0 ? [words.emptyPlaces(listed(has.missing, language))] : []),
    ...(has.isTooLong ? [words.mailTooLong] : []),
  ].join(' ');
}

function addressesFor({ configuration }: OpenPipeline, one: Followed, row: DealRow): string[] {
  const { team } = configuration;
  const { to } = one.automation;
  const address = (member: Member | undefined) => (member?.address ? [member.address] : []);
  switch (to.kind) {
    case 'owner':
      return address(memberNamed(team, row.tracked.owner));
    case 'person':
      return address(memberNamed(team, to.name));
    case 'manager':
      return team.filter(({ role }) => role === 'manager').flatMap(address);
    case 'contact': {
      const fact = row.facts('email');
      return fact?.kind === 'text' && isAddress(fact.text) ? [fact.text] : [];
    }
  }
}

/** One mail a new owner and gesture; nobody is told what they did themselves. */
function handoverMails({ open, plan, rows }: Applying): readonly NewMail[] {
  const { team } = open.configuration;
  const groups = new Map<string, { readonly member: Member; readonly own: Handover[] }>();
  for (const handover of plan.handovers) {
    const member = memberNamed(team, handover.to);
    const isSame = memberNamed(team, handover.from) === member;
    const isGiven = handover.from !== '' && member?.address !== handover.by;
    if (!member?.address || isSame || !isGiven) continue;
    const key = `handover ${handover.batch} ${member.address}`;
    const group = groups.get(key) ?? { member, own: [] };
    group.own.push(handover);
    groups.set(key, group);
  }
  return [...groups].map(([key, { member, own }]) => {
    const from = new Set(own.map((one) => one.from));
    const content = handoverMail({
      language: member.language ?? open.language,
      name: member.name,
      from: from.size === 1 ? ([...from][0] ?? '') : '',
      deals: own.flatMap(({ deal }) => handedDeal(open, rows.get(deal))),
    });
    return { ...content, key, to: [member.address], importance: 1 };
  });
}

function handedDeal(open: OpenPipeline, row: DealRow | undefined) {
  if (row === undefined) return [];
  const stage = stageOf(open.configuration.pipeline, row.accepted?.key ?? '')?.label ?? '';
  const { name, customer } = row;
  const url = rowUrl(open, 'deals', row.row);
  return [{ name, customer, stage, amount: amountText(row.tracked), url }];
}
