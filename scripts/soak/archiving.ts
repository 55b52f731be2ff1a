import { Host } from '../../preview/google/host';
import { addDays } from '../../preview/sample/dealLife';
import { done } from '../bench/workbook';
import { DIST } from '../build';
import { rowsIn, setSetting } from './cells';

/** Every tab that shows figures. */
const REPORTS = ['Funnel', 'Forecast', 'Review', 'Stalled', 'Health'] as const;
const SETTING = 'Archive closed deals after days';
/** The shortest rest that it takes. */
const REST_DAYS = '90';
/** Rows move up when others go to the archive: where a problem stands may change, and nothing else of it. */
const PLACE = /^[A-Z]+\d+$/;
/** A run of the worker may leave some to its next one. */
const RUNS_AT_MOST = 30;

export interface Tried {
  /** How many deals went to the archive. */
  readonly deals: number;
  /** Cells of reports that say something else afterwards; there should be none. */
  readonly changed: readonly string[];
}

/** Sends to the archive whatever may go there, in a copy of the workbook, and compares every cell of every report. */
export function tryArchiving(host: Host): Tried {
  // The worker may be through with the archive for today.
  const now = `${addDays(host.now().slice(0, 10), 1)}T09:00`;
  const json: unknown = JSON.parse(JSON.stringify(host.toJSON()));
  const copy = Host.load(json, { dist: DIST, clock: 'still', now });
  setSetting(copy, SETTING, '');
  work(copy);
  const [before, there] = [reportsOf(copy), rowsIn(copy, 'Archive').length];
  setSetting(copy, SETTING, REST_DAYS);
  let runs = 0;
  while (work(copy) > 0 && runs < RUNS_AT_MOST) runs += 1;
  const deals = rowsIn(copy, 'Archive').length - there;
  const after = reportsOf(copy);
  const changed = [...before]
    .filter(([place, cell]) => after.get(place) !== cell)
    .map(([place, cell]) => `${place} from ${cell} to ${after.get(place)}`);
  const added = [...after.keys()].filter((place) => !before.has(place));
  return { deals, changed: [...changed, ...added] };
}

/** Runs the worker; how many deals it moved to the archive. */
function work(host: Host): number {
  const before = rowsIn(host, 'Archive').length;
  host.trigger('work').forEach(done);
  return rowsIn(host, 'Archive').length - before;
}

/** What each cell of the reports shows, by its place. */
function reportsOf(host: Host): ReadonlyMap<string, string> {
  done(host.menu(host.owner, 'refreshReports'));
  const cells = REPORTS.flatMap((tab) => {
    const isPlace = tab === 'Health' ? PLACE : null;
    const sheet = host.names().tab(tab);
    const { lastRow: rows, lastColumn: columns } = sheet;
    return sheet.displays({ row: 1, column: 1, rows, columns }).flatMap((row, r) =>
      row.map((shown, c) => {
        const told = isPlace?.test(shown) ? 'a cell' : shown;
        return [`${tab} R${r + 1}C${c + 1}`, JSON.stringify(told)] as const;
      }),
    );
  });
  return new Map(cells);
}
