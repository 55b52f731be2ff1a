import { addMonths, type Day, type Month, monthOf } from '../domain/day';
import { atClosingRates } from '../domain/forecast/closingRates';
import type { Rates } from '../domain/forecast/rates';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { toMinor } from '../domain/money';
import { histories } from '../domain/replay';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';

/** The rate table of Settings. */
export function ratesOf(open: OpenPipeline): Rates {
  const { currency, rates } = open.configuration.settings;
  return { currency, perUnit: new Map(Object.entries(rates)) };
}

/** Every deal as it stood at the end of a day, as figures add it up: closed ones at the rates of their closing. */
export function valuedOn(
  { configuration }: OpenPipeline,
  { lines }: Pick<Book, 'lines'>,
  day: Day,
): ReadonlyMap<DealId, DealHistory> {
  const { pipeline, settings } = configuration;
  return atClosingRates(histories(lines, pipeline, day), settings.currency);
}

/** How many months around this one carry the team's target. */
const TARGET_MONTHS = 24;

/** The team's target of a month, in minor units of its currency: the sum of its members'; no months when nobody has one. */
export function targetsOf(open: OpenPipeline): ReadonlyMap<Month, number> {
  const { team, settings } = open.configuration;
  const targets = team.flatMap(({ target }) => (target === null ? [] : [target]));
  const months = new Map<Month, number>();
  if (targets.length === 0) return months;
  const sum = targets.reduce((total, target) => total + toMinor(target, settings.currency), 0);
  for (let i = -TARGET_MONTHS; i <= TARGET_MONTHS; i++) {
    months.set(addMonths(monthOf(open.today), i), sum);
  }
  return months;
}
