import type { DealHistory } from '../history';
import type { DealId } from '../ledger';
import { converted, type Rates } from './rates';

/**
 * Deals as figures add them up: one that closed at a rate that is noted has its amounts in the team's currency, at that
 * rate, whatever the rate table says now. Open deals stay as they are, and so do deals that closed while the team
 * reckoned in another currency.
 */
export function atClosingRates(
  histories: ReadonlyMap<DealId, DealHistory>,
  home: string,
): ReadonlyMap<DealId, DealHistory> {
  const isNoted = ({ closingRate }: DealHistory) => closingRate?.home === home;
  if (![...histories.values()].some(isNoted)) return histories;
  return new Map(
    [...histories].map(([id, deal]) => [id, isNoted(deal) ? valued(deal, home) : deal]),
  );
}

function valued(deal: DealHistory, home: string): DealHistory {
  const { state, openAmount, closingRate } = deal;
  const perUnit = new Map([[state.currency, closingRate?.perUnit ?? 0]]);
  const inHome = (minor: number | null) =>
    minor === null ? null : converted(minor, state.currency, { currency: home, perUnit });
  const amount = inHome(state.amount);
  return {
    ...deal,
    state: { ...state, amount, currency: home },
    openAmount: inHome(openAmount),
  };
}

/** The rate table with the rate at which the deal closed, where one is noted: what is still to be paid for it is worth that. */
export function ratesOfDeal(deal: DealHistory | undefined, rates: Rates): Rates {
  const { closingRate = null, state } = deal ?? {};
  if (state === undefined || closingRate?.home !== rates.currency) return rates;
  return { ...rates, perUnit: new Map([...rates.perUnit, [state.currency, closingRate.perUnit]]) };
}
