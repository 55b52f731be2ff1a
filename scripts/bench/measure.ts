/** One measurement in a process of its own, so that its memory is its own: prints JSON. */
import { measureDay } from './measureDay';
import { measureDomain } from './measureDomain';
import { refreshOnce } from './measureHeap';
import { measureSize } from './measureSize';

const [what = '', deals = '', entriesEach = ''] = process.argv.slice(2);
const size = { deals: Number(deals), entriesEach: Number(entriesEach) };
const MEASURES: Readonly<Record<string, () => unknown>> = {
  domain: () => measureDomain(size.deals),
  day: () => measureDay(size.deals),
  heap: () => refreshOnce(size),
  workbook: () => measureSize(size),
};
const measure = MEASURES[what];
if (measure === undefined) throw new Error(`Nothing is measured as "${what}".`);
process.stdout.write(JSON.stringify(measure() ?? null));
