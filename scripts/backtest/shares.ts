import { addDays, type Day } from '../../src/domain/day';
import { outlookOf } from '../../src/domain/forecast/outlook';
import { OWN } from './amounts';
import { type DataSet, dealsOn, originsOf } from './sets';
import { printTable } from './table';
import { type Truth, wonWithin } from './truth';

const DAYS = 28;

/** Where misses come from: what open deals and deals to come were said to bring, what they brought, and how many new deals there were before and after. */
export function backtestShares(set: DataSet, truth: Truth): void {
  console.log(`Open and new deals apart, ${set.name}: wins within ${DAYS} days`);
  const known = dealsOn(set, set.cut);
  const arrived = (from: Day, to: Day) =>
    known.filter(({ created }) => created.slice(0, 10) > from && created.slice(0, 10) <= to).length;
  printTable(
    ['origin', 'open', 'came', 'new', 'came', `new deals, ${DAYS} days before`, 'after'],
    originsOf(set, DAYS).map((origin) => {
      const histories = dealsOn(set, origin);
      const { horizons } = outlookOf({
        ...{ histories, pipeline: set.pipeline, asOf: origin, horizons: [DAYS], rates: OWN },
      });
      const { open, fresh } = horizons.find(({ measure }) => measure === 'count')!;
      const ids = new Set(histories.map(({ deal }) => deal));
      const ofOpen = [...truth.endOf].filter(
        ([deal, { day, won }]) =>
          won && ids.has(deal) && day > origin && day <= addDays(origin, DAYS),
      ).length;
      const all = wonWithin(truth, origin, DAYS).count;
      return [
        origin,
        ...[open.mean, ofOpen, fresh.mean, all - ofOpen].map((count) => count.toFixed(0)),
        String(arrived(addDays(origin, -DAYS), origin)),
        String(arrived(origin, addDays(origin, DAYS))),
      ];
    }),
  );
}
