import type { Execution } from '../../preview/google/execution';
import { Host } from '../../preview/google/host';
import { addDays } from '../../preview/sample/dealLife';
import { done } from '../bench/workbook';
import { DIST } from '../build';
import { tryArchiving } from './archiving';
import { ENTRY_TABS, entriesIn, rowsIn, setSetting } from './cells';
import { type Act, SoakTeam } from './team';
import { wrongIn } from './wrong';

export interface SoakOptions {
  readonly months: number;
  readonly users: number;
  /** Moves a working day, about. */
  readonly moves: number;
  /** Days until closed deals are archived. */
  readonly archiveAfter: number;
}

/** What a month came to, and what things cost at its end. Times are by the stand-in's cost model. */
export interface Month {
  readonly month: string;
  readonly deals: number;
  readonly archived: number;
  readonly entries: number;
  /** Archived, and still to be taken out of the Ledger by a later pass. */
  readonly inBothTabs: number;
  /** That came to pass, since the beginning: what was held is not among them. */
  readonly moves: number;
  /** The most recipients of a day. */
  readonly mailsADay: number;
  /** What triggers took on the day of its last weekly report; `null` in months without a close look. */
  readonly triggerMinutes: number | null;
  /** On the same day, by triggers and people together. */
  readonly propertyCalls: number | null;
  /** Deals that went to the archive on trial, with all figures compared; `null` in months without a close look. */
  readonly triedArchiving: number | null;
  readonly editSeconds: number;
  readonly moveSeconds: number;
  readonly reportSeconds: number;
  readonly sweepSeconds: number;
  readonly refreshSeconds: number;
  readonly refreshCpuMs: number;
  readonly longestRunSeconds: number;
}

const START = '2026-01-01';
/**
 * Every third month one day, the busiest, is lived in ten-minute steps, as the worker really runs; and in the end
 * a copy of the workbook sends to the archive what may go there.
 */
const CLOSE_LOOK = 3;
const RUNS_A_DAY = 144;
/** People work from 9 to 17. */
const WORKING_RUNS = 48;
/** Of a deal's life, so many moves: new deals are as many fewer. */
const MOVES_A_DEAL = 3.3;
const DAYS_AT_A_STRETCH = 3;

/** A team at work, day by day. */
class Soak {
  readonly host: Host;
  readonly team: SoakTeam;
  day = START;
  private runs: Execution[] = [];
  private edits: Execution[] = [];
  private mailsADay = 0;
  /** Mondays that were begun. */
  reports = 0;

  constructor(private readonly options: SoakOptions) {
    const { users, archiveAfter } = options;
    const people = Array.from({ length: users }, (_, i) => `seller${i + 1}@example.com`);
    this.host = new Host({ dist: DIST, now: `${START}T09:00`, clock: 'running' });
    const setUp = JSON.stringify({ language: 'en', stages: 'general' });
    done(this.host.call(this.host.owner, 'setUp', [setUp]));
    this.type(
      'Team',
      `A3:C${users + 2}`,
      people.map((address, i) => [`Seller ${i + 1}`, address, 'Rep']),
    );
    this.type('Automations', 'A2:F2', [
      ['enters the stage', 'Proposal', 'Task', 'Owner', '3', 'Send the offer'],
    ]);
    setSetting(this.host, 'Archive closed deals after days', String(archiveAfter));
    this.team = new SoakTeam(this.host, people);
  }

  /** One day, and the night after it. */
  live(): void {
    const mails = this.host.mails.length;
    for (const act of this.today()) this.edits.push(...act());
    // A little more than a day: the worker then runs only where it could find something new.
    this.runs.push(...this.host.advance({ hours: 24.01 }).map(done));
    this.endDay(mails);
  }

  /** One day, in ten-minute steps, and what it took. */
  liveClosely(): CloseLook {
    const mails = this.host.mails.length;
    const acts = [...this.today()];
    const [runs, edited] = [[] as Execution[], this.edits.length];
    const aRun = Math.ceil(acts.length / WORKING_RUNS);
    for (let run = 0; run < RUNS_A_DAY; run += 1) {
      for (const act of acts.splice(0, aRun)) this.edits.push(...act());
      runs.push(...this.host.advance({ hours: 1 / 6 }).map(done));
    }
    this.runs.push(...runs);
    this.endDay(mails);
    const propertyCalls = [...runs, ...this.edits.slice(edited)]
      .flatMap(({ methods }) => Object.entries(methods))
      .reduce((sum, [method, calls]) => sum + (method.startsWith('Properties.') ? calls : 0), 0);
    const triggerMs = runs.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0);
    return { triggerMinutes: triggerMs / 60_000, propertyCalls };
  }

  private today(): readonly Act[] {
    const weekday = weekdayOf(this.day);
    if (weekday === 6 || weekday === 0) return [];
    if (weekday === 5) this.team.settle(this.day);
    return this.team.day(this.day, this.newDeals());
  }

  private endDay(mailsBefore: number): void {
    this.day = addDays(this.day, 1);
    if (weekdayOf(this.day) === 1) this.reports += 1;
    const news = this.host.mails.slice(mailsBefore);
    const sent = news.reduce((sum, { to }) => sum + to.split(',').length, 0);
    this.mailsADay = Math.max(this.mailsADay, sent);
  }

  private newDeals(): number {
    return Math.round(this.options.moves / MOVES_A_DEAL);
  }

  /** What the month that ended yesterday came to; the next one begins. */
  month(look: CloseLook | null, archived: number | null): Month {
    const { host } = this;
    const sweep = done(host.menu(host.owner, 'sweep'));
    const refresh = done(host.menu(host.owner, 'refreshReports'));
    const entries = entriesIn(host);
    const found = {
      month: addDays(this.day, -1).slice(0, 7),
      deals: rowsIn(host, 'Deals').length,
      archived: rowsIn(host, 'Archive').length,
      entries: entries.length,
      inBothTabs: ENTRY_TABS.reduce((sum, tab) => sum + rowsIn(host, tab).length, -entries.length),
      moves: entries.filter(({ Kind }) => Kind === 'moved').length,
      mailsADay: this.mailsADay,
      triggerMinutes: look?.triggerMinutes ?? null,
      propertyCalls: look?.propertyCalls ?? null,
      triedArchiving: archived,
      editSeconds: median(secondsOf(this.edits, 'onEdit')),
      moveSeconds: median(secondsOf(this.edits, 'moveDeals')),
      reportSeconds: Math.max(0, ...secondsOf(this.runs, 'sendStallReport')),
      sweepSeconds: sweep.simulatedMs / 1_000,
      refreshSeconds: refresh.simulatedMs / 1_000,
      refreshCpuMs: refresh.cpuMs,
      longestRunSeconds: Math.max(...this.runs.map(({ simulatedMs }) => simulatedMs)) / 1_000,
    };
    this.runs = [];
    this.edits = [];
    this.mailsADay = 0;
    return found;
  }

  private type(tab: string, range: string, values: readonly (readonly string[])[]): void {
    const { error } = this.host.gesture({ edit: { tab, range, values: values as string[][] } });
    if (error !== undefined) throw new Error(error);
  }
}

function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

function secondsOf(runs: readonly Execution[], wanted: string): readonly number[] {
  const found = runs.filter(({ functionName }) => functionName === wanted);
  return found.map(({ simulatedMs }) => simulatedMs / 1_000);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** What a day took. */
interface CloseLook {
  readonly triggerMinutes: number;
  readonly propertyCalls: number;
}

export interface Soaked {
  readonly months: readonly Month[];
  /** What is wrong; empty when nothing is lost, doubled or left to do, and no figure changed with the archive. */
  readonly wrong: readonly string[];
}

/** A team's calendar months at work; each month is told as it ends. Every few days it waits for `pause`. */
export async function soak(
  options: SoakOptions,
  tell: (month: Month) => void,
  pause: () => Promise<void> = async () => {},
): Promise<Soaked> {
  const life = new Soak(options);
  const months: Month[] = [];
  const wrong: string[] = [];
  while (months.length < options.months) {
    const isClose = months.length % CLOSE_LOOK === CLOSE_LOOK - 1;
    const look = await liveMonth(life, isClose, pause);
    const tried = isClose ? tryArchiving(life.host) : null;
    wrong.push(...(tried?.changed ?? []).map((line) => `${life.day}: archiving changes ${line}`));
    const found = life.month(look, tried?.deals ?? null);
    months.push(found);
    tell(found);
  }
  return { months, wrong: [...wrong, ...wrongIn(life.host, life.team.deals, life.reports)] };
}

/** To the end of the month; what its last Monday took, when it is looked at closely. */
async function liveMonth(
  life: Soak,
  isClose: boolean,
  pause: () => Promise<void>,
): Promise<CloseLook | null> {
  const month = life.day.slice(0, 7);
  let look: CloseLook | null = null;
  while (life.day.startsWith(month)) {
    const isLastMonday = weekdayOf(life.day) === 1 && !addDays(life.day, 7).startsWith(month);
    if (isClose && isLastMonday) look = life.liveClosely();
    else life.live();
    if (Number(life.day.slice(8)) % DAYS_AT_A_STRETCH === 0) await pause();
  }
  return look;
}
