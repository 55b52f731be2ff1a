import type { Execution } from '../../preview/google/execution';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { addDays } from '../../preview/sample/dealLife';
import { Random } from '../../preview/sample/random';
import { columnName } from '../../src/google/tab';
import { done } from '../bench/workbook';

/** A deal's next step: where it goes, and when. */
interface Plan {
  readonly name: string;
  readonly to: string;
  readonly on: string;
}

const STAGES = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation', 'Closed won'];
const LOST = 'Closed lost';
/** Of the deals in a stage, so many are lost from there. */
const LOST_SHARE = 0.18;
/** So many losses are typed without their reason first, and held. */
const NO_REASON_SHARE = 0.2;
const USUAL_DAYS = 9;

/** What every stage of the general set asks for. */
const FACTS: Readonly<Record<string, string>> = {
  'Ideal customer fit': 'TRUE',
  'Need confirmed': 'TRUE',
  'Decision maker interviewed': 'TRUE',
  Pain: 'Pumps fail every month',
  'Budget confirmed': 'TRUE',
  'Demo held': '2026-01-20',
  'Value case sent': 'TRUE',
  'Terms agreed': 'TRUE',
  'Contract signed': 'TRUE',
};

/** Something that somebody does in a day. */
export type Act = () => readonly Execution[];

/** People who paste new deals in the morning, and move deals by typing and in the sidebar all day. */
export class SoakTeam {
  private readonly random = new Random(11);
  private plans: Plan[] = [];
  private made = 0;

  constructor(
    private readonly host: Host,
    private readonly users: readonly string[],
  ) {}

  /** How many deals there ever were. */
  get deals(): number {
    return this.made;
  }

  /** One working day: each step that is due, then a block of new deals. */
  day(today: string, newDeals: number): readonly Act[] {
    const due = this.plans.filter(({ on }) => on <= today);
    this.plans = this.plans.filter(({ on }) => on > today);
    const places = this.places();
    const moves = due.map(
      (plan): Act =>
        () =>
          this.move(plan, today, places),
    );
    return [...moves, () => this.pasteDeals(today, newDeals)];
  }

  /** Once a week: what fell due is paid, what was to be done is done. */
  settle(today: string): void {
    this.fill('Payments', 'Due', 'Received', today);
    this.fill('Tasks', 'Due', 'State', today, 'Done');
  }

  private pasteDeals(today: string, count: number): readonly Execution[] {
    const deals = this.host.names().tab('Deals');
    const all = this.host.names().englishHeaders(deals);
    const rows = Array.from({ length: count }, () => this.newDeal(today));
    const filled = all.map((header) => rows[0]?.[header] !== undefined);
    const headers = all.slice(0, filled.lastIndexOf(true) + 1);
    const values = rows.map((cells) => headers.map((header) => cells[header] ?? ''));
    const first = deals.lastRow + 1;
    const range = `A${first}:${columnName(headers.length)}${first + count - 1}`;
    return this.does({ edit: { tab: 'Deals', range, values } }, this.someone());
  }

  private newDeal(today: string): Readonly<Record<string, string>> {
    this.made += 1;
    const name = `Deal ${this.made}`;
    this.plan(name, 0, today);
    const amount = Math.round(this.random.around(12_000, 3) / 100) * 100;
    const owner = `Seller ${1 + (this.made % this.users.length)}`;
    const closing = addDays(today, Math.round(this.random.around(60, 2)));
    return {
      ...FACTS,
      Deal: name,
      Customer: `Customer ${this.made % 997}`,
      Owner: owner,
      Amount: String(amount),
      'Close date': closing,
    };
  }

  /** What comes after the stage at this place. */
  private plan(name: string, at: number, today: string): void {
    const days = Math.max(1, Math.round(this.random.around(USUAL_DAYS, 2.5)));
    const to = this.random.chance(LOST_SHARE) ? LOST : STAGES[at + 1];
    if (to !== undefined) this.plans.push({ name, to, on: addDays(today, days) });
  }

  private move(plan: Plan, today: string, places: Places): readonly Execution[] {
    const place = places.get(plan.name);
    if (place === undefined) throw new Error(`${plan.name} has no row.`);
    const { to, name } = plan;
    if (to === LOST) {
      const tooEarly = this.random.chance(NO_REASON_SHARE);
      if (tooEarly) this.plans.push({ ...plan, on: addDays(today, 1) });
      return this.does(
        tooEarly
          ? { set: { deal: name, facts: { Stage: to } } }
          : { set: { deal: name, facts: { 'Lost reason': 'Price', Stage: to } } },
        this.someone(),
      );
    }
    const at = STAGES.indexOf(to);
    if (at < STAGES.length - 1) this.plan(name, at, today);
    if (this.random.chance(0.5)) {
      return this.does({ set: { deal: name, facts: { Stage: to } } }, this.someone());
    }
    const request = JSON.stringify({ ids: [place.id], to, from: 'sidebar' });
    return [done(this.host.call(this.someone(), 'moveDeals', [request]))];
  }

  private places(): Places {
    const deals = this.host.names().tab('Deals');
    const column = (header: string) => this.host.names().column(deals, header).column;
    const [name, id] = [column('Deal'), column('ID')];
    const rect = { row: 2, column: 1, rows: deals.lastRow, columns: deals.lastColumn };
    return new Map(
      deals
        .values(rect)
        .map((row) => [String(row[name - 1]), { id: String(row[id - 1]) }] as const),
    );
  }

  /** As another program writes: where the day in one column has come, and the other is empty or open. */
  private fill(tab: string, due: string, header: string, today: string, value = today): void {
    const names = this.host.names();
    const sheet = names.tab(tab);
    if (sheet.lastRow < 2) return;
    const [on, to] = [due, header].map((one) => names.column(sheet, one).column);
    const rect = { row: 2, column: 1, rows: sheet.lastRow - 1, columns: sheet.lastColumn };
    const shown = sheet.displays(rect);
    const values = shown.map((row) => {
      const day = row[(on ?? 1) - 1] ?? '';
      const now = row[(to ?? 1) - 1] ?? '';
      const isDue = day !== '' && day <= today && (now === '' || now === 'Open');
      return [isDue ? value : now];
    });
    const range = `${columnName(to ?? 1)}2:${columnName(to ?? 1)}${values.length + 1}`;
    this.does({ apiWrite: { tab, range, values } }, this.someone());
  }

  private someone(): string {
    return this.random.pick(this.users);
  }

  private does(gesture: Gesture, as: string): readonly Execution[] {
    const { executions, error } = this.host.gesture({ ...gesture, as });
    if (error !== undefined) throw new Error(error);
    return executions.map(done);
  }
}

type Places = ReadonlyMap<string, { readonly id: string }>;
