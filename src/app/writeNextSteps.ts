import type { Day } from '../domain/day';
import type { DealId } from '../domain/ledger';
import type { Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Plan } from './planAutomations';
import type { Book } from './readBook';
import { wantSweep } from './sweepWanted';

interface Columns {
  readonly id: number;
  readonly step: number;
  readonly date: number | undefined;
}

/** What is to stand in a deal's Next step; `due` is `undefined` where the date stays as it is. */
interface Wanted {
  readonly deal: DealId;
  readonly text: string;
  readonly due: Day | null | undefined;
}

/** A next step is written where nobody has one; the sweep notes it in the ledger. The calls do not grow with the deals. */
export function writeNextSteps(book: Book, plan: Plan, rows: ReadonlyMap<DealId, DealRow>): void {
  const { columns } = book.headers;
  const [id, step, date] = [
    columns.get('id'),
    columns.get('nextStep'),
    columns.get('nextStepDate'),
  ];
  const wanted = wantedSteps(plan, rows);
  if (id === undefined || step === undefined || wanted.length === 0) return;
  const at: Columns = { id, step, date };
  // Whoever typed one since the rows were read keeps it, wherever the row stands now.
  const typed = book.deals.readColumn(step);
  const ids = book.deals.readColumn(id).map(cellText);
  const free = placed(wanted, ids).filter(({ row }) => cellText(typed[row - 1]) === '');
  writeSteps(book.deals, at, free);
  writeWhereTheyBelong(book, at, free);
  wantSweep();
}

function wantedSteps(plan: Plan, rows: ReadonlyMap<DealId, DealRow>): readonly Wanted[] {
  const wanted = new Map<DealId, Wanted>();
  for (const { automation, happening, due } of plan.followed) {
    const row = rows.get(happening.deal);
    if (automation.action !== 'nextStep' || row === undefined || wanted.has(row.id)) continue;
    if (row.tracked.nextStep !== '' || row.accepted?.key !== happening.stands) continue;
    const isUndated = row.tracked.nextStepDate === null;
    wanted.set(row.id, { deal: row.id, text: automation.text, due: isUndated ? due : undefined });
  }
  return [...wanted.values()];
}

interface Placed extends Wanted {
  readonly row: number;
}

function placed(wanted: readonly Wanted[], ids: readonly string[]): readonly Placed[] {
  return wanted.flatMap((one) => {
    const row = ids.indexOf(one.deal) + 1;
    return row === 0 ? [] : [{ ...one, row }];
  });
}

/** The step comes last: the run after a stopped one looks for deals that have none. */
function writeSteps(deals: Tab, { step, date }: Columns, steps: readonly Placed[]): void {
  if (date !== undefined) {
    const dated = steps.filter(({ due }) => due !== undefined);
    writeAlike(deals, date, dated, ({ due }) => (due ? { date: due } : ''));
  }
  writeAlike(deals, step, steps, ({ text }) => text);
}

function writeAlike(
  deals: Tab,
  column: number,
  steps: readonly Placed[],
  cellOf: (step: Placed) => Cell,
): void {
  const alike = new Map<string, Placed[]>();
  for (const step of steps) {
    const key = JSON.stringify(cellOf(step));
    alike.set(key, [...(alike.get(key) ?? []), step]);
  }
  for (const [first, ...more] of alike.values()) {
    if (first === undefined) continue;
    const places = [first, ...more].map(({ row }) => ({ row, column }));
    deals.writeSame(places, cellOf(first));
  }
}

/**
 * Somebody may have moved rows in the very moment of writing: where another deal stands, its own next step comes back as the
 * ledger has it, and the steps go to the rows where their deals stand now. One read.
 */
function writeWhereTheyBelong(book: Book, at: Columns, written: readonly Placed[]): void {
  const ids = book.deals.readColumn(at.id).map(cellText);
  const astray = written.filter(({ row, deal }) => ids[row - 1] !== deal);
  if (astray.length === 0) return;
  const others = astray.map(({ row, due }): Placed => {
    const deal = ids[row - 1] ?? '';
    const [last] = book.lines.filter((line) => line.deal === deal).slice(-1);
    const day = due === undefined ? undefined : (last?.nextStepDate ?? null);
    return { row, deal, text: last?.nextStep ?? '', due: day };
  });
  writeSteps(book.deals, at, others);
  writeSteps(book.deals, at, placed(astray, ids));
}
