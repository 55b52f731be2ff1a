import {
  type Followed,
  followed,
  groundless,
  type Happening,
  happeningsOf,
  takenBack,
} from '../domain/automation';
import { dayOf } from '../domain/day';
import type { DealId, LedgerEntry } from '../domain/ledger';
import { instalments, type Payment, readPlan } from '../domain/payment';
import type { Task } from '../domain/task';
import type { DealRow } from '../sheet/dealsTab';
import type { LedgerLine } from '../sheet/ledgerTab';
import { APP_WORDS } from '../words/app';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import { takeStock } from './stock';
import { type TeamRules, teamRules } from './teamRules';

/** A deal that changed hands. */
export interface Handover {
  readonly deal: DealId;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly batch: string;
}

/** What is to be done, before it is known what of it stands there already. */
export interface Plan {
  readonly rules: TeamRules;
  readonly followed: readonly Followed[];
  /** Tasks that no automation asked for. */
  readonly tasks: readonly Task[];
  readonly payments: readonly Payment[];
  readonly handovers: readonly Handover[];
  /** Whether anything is to be cancelled. */
  readonly takesBack: boolean;
  /** Answers the keys that are to be cancelled, among those that stand in a tab. */
  readonly cancelled: (keys: readonly string[]) => ReadonlySet<string>;
}

interface Since {
  /** The last entry that was answered. */
  readonly since: number;
  readonly isNewDay: boolean;
}

/** Derives what follows from the entries behind the mark, and once a day from the day itself. */
export function planAutomations(open: OpenPipeline, book: Book, when: Since): Plan {
  const { pipeline } = open.configuration;
  const rules = teamRules(open, book.headers);
  const fresh = book.lines.filter(({ seq }) => seq > when.since).sort((a, b) => a.seq - b.seq);
  const back = takenBack(book.lines, when.since);
  const wanted = fresh
    .filter(({ seq }) => !back.has(seq))
    .flatMap((entry) => happeningsOf(entry, pipeline))
    .flatMap((happening) => followed(rules.automations, happening));
  const daily = when.isNewDay ? stalledToday(open, book) : [];
  return {
    rules,
    followed: [...wanted, ...daily.flatMap((one) => followed(rules.automations, one))],
    tasks: when.isNewDay ? returnsFromNurture(open, book) : [],
    payments: wonPayments(
      open,
      book,
      fresh.filter(({ seq }) => !back.has(seq)),
    ),
    handovers: handovers(book.lines, when.since),
    takesBack: back.size > 0,
    cancelled: (keys) => new Set(groundless(keys, back)),
  };
}

/** Every stalled deal, named by its visit: it stalls once, however many days it does so. */
function stalledToday(open: OpenPipeline, book: Book): readonly Happening[] {
  const stock = takeStock(open, book);
  return [...stock.stalls.values()].flatMap((stall): Happening[] => {
    const visits = stock.histories.get(stall.deal)?.visits ?? [];
    const visit = visits[visits.length - 1];
    if (!stall.stalled || visit === undefined) return [];
    const { deal, stage } = stall;
    const mark = dayOf(visit.from);
    return [{ event: 'stalled', mark, deal, stage, stands: stage, on: open.today }];
  });
}

/** Deals in Nurture whose day has come: somebody looks at them again, the program moves nothing. */
function returnsFromNurture(open: OpenPipeline, book: Book): readonly Task[] {
  const words = APP_WORDS[open.language];
  return book.rows.flatMap((row): Task[] => {
    const fact = row.facts('revisitOn');
    if (row.accepted?.kind !== 'nurture' || fact?.kind !== 'day' || fact.day > open.today)
      return [];
    const task = words.revisitTask(row.name);
    return [newTask(open, row, { key: `nurture ${row.id} ${fact.day}`, task, due: fact.day })];
  });
}

/** An open task of a deal's owner. */
export function newTask(
  open: OpenPipeline,
  row: DealRow,
  about: Pick<Task, 'key' | 'task' | 'due'> & Partial<Pick<Task, 'owner'>>,
): Task {
  return {
    deal: row.id,
    name: row.name,
    owner: row.tracked.owner,
    state: 'open',
    doneOn: null,
    created: open.today,
    ...about,
  };
}

/** The instalments of the deals that were won, by the plan in Settings. A deal that has some gets no more. */
function wonPayments(open: OpenPipeline, book: Book, fresh: readonly LedgerLine[]): Payment[] {
  const plan = readPlan(open.configuration.settings.paymentPlan);
  const { pipeline } = open.configuration;
  const last = new Map<DealId, LedgerEntry>();
  for (const entry of fresh) {
    const isWin = happeningsOf(entry, pipeline).some(({ event }) => event === 'won');
    if (isWin) last.set(entry.deal, entry);
  }
  const known = new Set(book.payments.map(({ deal }) => deal));
  const names = new Map(book.rows.map(({ id, name }) => [id, name]));
  return [...last.values()].flatMap((entry) => {
    const { deal, amount, currency } = entry;
    if (plan === null || amount === null || amount <= 0 || known.has(deal)) return [];
    const on = entry.closeDate ?? dayOf(entry.at);
    return instalments(plan, { amount, on }).map((part, i) => ({
      ...part,
      key: `payment ${deal} ${i + 1}`,
      deal,
      name: names.get(deal) ?? '',
      currency,
      invoiced: null,
      received: null,
    }));
  });
}

/**
 * Deals whose owner changed, as the ledger tells it from one entry to the next; of several changes only what came of
 * them. `from` is `''` for a deal that got its first owner.
 */
function handovers(lines: readonly LedgerLine[], since: number): readonly Handover[] {
  const owners = new Map<DealId, string>();
  const found = new Map<DealId, Handover>();
  const told = lines.filter(({ kind }) => kind !== 'configured').sort((a, b) => a.seq - b.seq);
  for (const { deal, owner, seq, by, batch, how } of told) {
    const before = owners.get(deal);
    owners.set(deal, owner);
    const isPast = how === 'import' || how === 'assumed';
    if (seq <= since || before === undefined || before === owner || isPast) continue;
    found.set(deal, { deal, from: found.get(deal)?.from ?? before, to: owner, by, batch });
  }
  return [...found.values()].filter(({ from, to }) => from !== to && to !== '');
}
