import type { Plain } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import {
  aPipeline,
  type Cells,
  does,
  everything,
  loaded,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  saved,
  sweeps,
  types,
  WINNABLE,
} from '../app/desk';
import { fillsIn } from '../app/rules';
import { OWNER, rowsOf } from '../support/standIn';

/** People who act: the owner may override, Ann may not, nobody in Team knows Eve. */
export const PEOPLE = [OWNER, 'ann@example.com', 'eve@elsewhere.example'] as const;

let start: string | undefined;

/** A team's workbook with deals in every kind of stage, tasks, mails and reports. */
export function aBusyPipeline(): Host {
  if (start === undefined) {
    const host = aPipeline();
    does(host, { rights: { user: PEOPLE[1], may: 'edit' } });
    does(host, { rights: { user: PEOPLE[2], may: 'edit' } });
    fillsIn(host, 'Team', 3, [['Ann', 'ann@example.com', 'Rep']]);
    newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
    newDeal(host, 'Dam', PROPOSABLE, 'Proposal');
    newDeal(host, 'Weir', WINNABLE, 'Closed won');
    newDeal(host, 'Pump', { ...QUALIFIED, 'Lost reason': 'Price' }, 'Closed lost');
    newDeal(host, 'Lock');
    newDeal(host, "'=1+1");
    types(host, '=1+1', { Customer: '<b>Acme</b>', Amount: 1e15 });
    sweeps(host);
    does(host, { menu: 'refreshReports' });
    start = saved(host);
  }
  return loaded(start);
}

/** A workbook's tabs at one moment. */
export type Moment = Readonly<Record<string, readonly (readonly Plain[])[]>>;

/** What people can see, and the ledger as text. */
export interface Seen {
  readonly tabs: Moment;
  readonly deals: readonly Cells[];
  readonly ledger: readonly string[];
}

export function seen(host: Host): Seen {
  const tabs = everything(host);
  return {
    tabs,
    deals: rowsOf(host, 'Deals').filter(({ ID }) => ID !== ''),
    ledger: (tabs.Ledger ?? []).slice(1).map((row) => JSON.stringify(row)),
  };
}

/** Tabs that are not the same in both, a new or lost one among them. */
export function changedTabs(before: Seen, after: Seen): readonly string[] {
  const names = new Set([...Object.keys(before.tabs), ...Object.keys(after.tabs)]);
  const text = ({ tabs }: Seen, name: string) => JSON.stringify(tabs[name]);
  return [...names].filter((name) => text(before, name) !== text(after, name));
}

/** Cells that hold a formula, anywhere in the workbook: the program writes none, and nobody here typed one. */
export function formulasIn(host: Host): readonly string[] {
  return host.book.sheets.flatMap((sheet) => {
    const found: string[] = [];
    for (let column = 1; column <= sheet.lastColumn; column++) {
      for (let row = 1; row <= sheet.lastRow; row++) {
        // Asked for each row anew: where a column has no formula, there is no reader.
        const formula = sheet.formulas.get(row, column);
        if (formula !== undefined) found.push(`${sheet.name}: ${formula}`);
      }
    }
    return found;
  });
}

/** What the program may write in a deal's row. */
export const PROGRAM: ReadonlySet<string> = new Set([
  'Stage',
  'Close date',
  'Gate',
  'Days in stage',
  'Stage since',
  'Created',
  'ID',
  'Accepted stage',
  'Version',
  'Memo',
]);
