import { addMonths, type Month, monthOf } from '../domain/day';
import type { Rates } from '../domain/forecast/rates';
import { toMinor } from '../domain/money';
import type { OpenPipeline } from './openPipeline';

/** The rate table of Settings. */
export function ratesOf(open: OpenPipeline): Rates {
  const { currency, rates } = open.configuration.settings;
  return { currency, perUnit: new Map(Object.entries(rates)) };
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
