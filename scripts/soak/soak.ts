import type { Execution } from '../../preview/google/execution';
import { Host } from '../../preview/google/host';
import { addDays } from '../../preview/sample/dealLife';
import { done } from '../bench/workbook';
import { DIST } from '../build';
import { type Act, SoakTeam } from './team';

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
  readonly moves: number;
  /** The most recipients of a day. */
  readonly mailsADay: number;
  /** What triggers took on its last working day; `null` in months of which no day was lived run by run. */
  readonly triggerMinutes: number | null;
  readonly editSeconds: number;
  readonly sweepSeconds: number;
  readonly refreshSeconds: number;
  readonly refreshCpuMs: number;
  readonly longestRunSeconds: number;
}

const START = '2026-01-05';
/** Every third month has a day that is lived in ten-minute steps, as the worker really runs. */
const CLOSE_LOOK = 3;
const RUNS_A_DAY = 144;
/** People work from 9 to 17. */
const WORKING_RUNS = 48;
/** Of a deal's life, so many moves: new deals are as many fewer. */
const MOVES_A_DEAL = 3.3;
const MONTH_DAYS = 30;
const DAYS_AT_A_STRETCH = 3;

/** A team at work, day by day. */
class Soak {
  readonly host: Host;
  readonly team: SoakTeam;
  moves = 0;
  private day = START;
  private runs: Execution[] = [];
  private edits: Execution[] = [];
  private mailsADay = 0;

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
    this.set('Archive closed deals after days', String(archiveAfter));
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

  /** The next working day, in ten-minute steps: the minutes that triggers took. */
  liveClosely(): number {
    while (!this.isWorkingDay()) this.live();
    const mails = this.host.mails.length;
    const acts = [...this.today()];
    const runs: Execution[] = [];
    const aRun = Math.ceil(acts.length / WORKING_RUNS);
    for (let run = 0; run < RUNS_A_DAY; run += 1) {
      for (const act of acts.splice(0, aRun)) this.edits.push(...act());
      runs.push(...this.host.advance({ hours: 1 / 6 }).map(done));
    }
    this.runs.push(...runs);
    this.endDay(mails);
    return runs.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0) / 60_000;
  }

  private isWorkingDay(): boolean {
    const weekday = new Date(`${this.day}T12:00:00Z`).getUTCDay();
    return weekday >= 1 && weekday <= 5;
  }

  private today(): readonly Act[] {
    if (!this.isWorkingDay()) return [];
    if (new Date(`${this.day}T12:00:00Z`).getUTCDay() === 5) this.team.settle(this.day);
    const acts = this.team.day(this.day, this.newDeals());
    this.moves += acts.length - 1;
    return acts;
  }

  private endDay(mailsBefore: number): void {
    this.day = addDays(this.day, 1);
    const news = this.host.mails.slice(mailsBefore);
    const sent = news.reduce((sum, { to }) => sum + to.split(',').length, 0);
    this.mailsADay = Math.max(this.mailsADay, sent);
  }

  private newDeals(): number {
    return Math.round(this.options.moves / MOVES_A_DEAL);
  }

  /** What the month came to; the next one begins. */
  month(triggerMinutes: number | null): Month {
    const { host } = this;
    const sweep = done(host.menu(host.owner, 'sweep'));
    const refresh = done(host.menu(host.owner, 'refreshReports'));
    const typed = this.edits.filter(({ functionName }) => functionName === 'onEdit');
    const found = {
      month: this.day.slice(0, 7),
      deals: rowsOf(host, 'Deals'),
      archived: rowsOf(host, 'Archive'),
      entries: rowsOf(host, 'Ledger') + rowsOf(host, 'Archived entries'),
      moves: this.moves,
      mailsADay: this.mailsADay,
      triggerMinutes,
      editSeconds: median(typed.map(seconds)),
      sweepSeconds: seconds(sweep),
      refreshSeconds: seconds(refresh),
      refreshCpuMs: refresh.cpuMs,
      longestRunSeconds: Math.max(...this.runs.map(seconds)),
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

  private set(setting: string, value: string): void {
    const sheet = this.host.names().tab('Settings');
    const column = sheet.values({ row: 1, column: 1, rows: sheet.lastRow, columns: 1 });
    const row = column.findIndex(([cell]) => cell === setting) + 1;
    this.type('Settings', `B${row}`, [[value]]);
  }
}

function seconds({ simulatedMs }: Execution): number {
  return simulatedMs / 1_000;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rowsOf(host: Host, tab: string): number {
  const sheet = host.names().find(tab);
  return sheet === null ? 0 : Math.max(0, sheet.lastRow - 1);
}

export interface Soaked {
  readonly months: readonly Month[];
  /** What is wrong in the end; empty when nothing is lost, doubled or left to do. */
  readonly wrong: readonly string[];
}

/** A team's months at work; each month is told as it ends. Every few days it waits for `pause`. */
export async function soak(
  options: SoakOptions,
  tell: (month: Month) => void,
  pause: () => Promise<void> = async () => {},
): Promise<Soaked> {
  const life = new Soak(options);
  const months: Month[] = [];
  for (let month = 0; month < options.months; month += 1) {
    for (let day = 0; day < MONTH_DAYS; day += 1) {
      life.live();
      if (day % DAYS_AT_A_STRETCH === 0) await pause();
    }
    const minutes = month % CLOSE_LOOK === CLOSE_LOOK - 1 ? life.liveClosely() : null;
    const found = life.month(minutes);
    months.push(found);
    tell(found);
  }
  return { months, wrong: wrongIn(life) };
}

/** Every deal is in one row of Deals or Archive, every entry in one row, and a check of the whole workbook finds nothing. */
function wrongIn({ host, team }: Soak): readonly string[] {
  const deals = [...idsIn(host, 'Deals', 'ID'), ...idsIn(host, 'Archive', 'ID')];
  const entries = [...idsIn(host, 'Ledger', 'Seq'), ...idsIn(host, 'Archived entries', 'Seq')];
  const before = entries.length;
  done(host.menu(host.owner, 'sweep'));
  const after = rowsOf(host, 'Ledger') + rowsOf(host, 'Archived entries');
  const numbers = entries.map(Number);
  return [
    ...(deals.length === team.deals ? [] : [`${team.deals} deals, ${deals.length} rows`]),
    ...(new Set(deals).size === deals.length ? [] : ['a deal has two rows']),
    ...(new Set(entries).size === entries.length ? [] : ['an entry stands twice']),
    ...(Math.max(...numbers) === numbers.length ? [] : ['an entry is lost']),
    ...(after === before ? [] : [`a check finds ${after - before} more entries`]),
  ];
}

function idsIn(host: Host, tab: string, header: string): readonly string[] {
  const sheet = host.names().find(tab);
  if (sheet === null || sheet.lastRow < 2) return [];
  const top = sheet.values({ row: 1, column: 1, rows: 1, columns: sheet.lastColumn })[0] ?? [];
  const column = top.indexOf(header) + 1;
  const rect = { row: 2, column, rows: sheet.lastRow - 1, columns: 1 };
  return sheet.values(rect).map(([cell]) => String(cell));
}
