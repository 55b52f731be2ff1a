import type { Tracked } from '../../domain/ledger';

/**
 * What is noted of the past of a deal that a file tells: no close date, next step or category, and the amount, in minor units,
 * only as far as it was known then.
 */
export function earlierTracked(
  { owner, currency }: Pick<Tracked, 'owner' | 'currency'>,
  amount: number | null,
): Tracked {
  return {
    owner,
    amount,
    currency,
    closeDate: null,
    nextStep: '',
    nextStepDate: null,
    category: null,
    winChance: null,
  };
}
