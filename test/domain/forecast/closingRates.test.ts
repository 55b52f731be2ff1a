import { expect, test } from '@jest/globals';
import { atClosingRates, ratesOfDeal } from '../../../src/domain/forecast/closingRates';
import { converted } from '../../../src/domain/forecast/rates';
import { histories } from '../../../src/domain/replay';
import { entriesOf, type Step, threeStages } from '../../support/deals';

const RATE = { perUnit: 7.1, home: 'CNY' };
const OPEN: Step = { on: '2026-01-01', to: 'lead', amount: 1000_00, currency: 'USD' };

function valued(...steps: readonly Step[]) {
  const lives = histories(entriesOf('D1', steps), threeStages);
  const deal = atClosingRates(lives, 'CNY').get('D1');
  return [deal?.state.amount, deal?.state.currency, deal?.openAmount];
}

test.each<{
  steps: readonly Step[];
  amount: number;
  currency: string;
  open: number;
  check: string;
}>`
  steps                                                                                         | amount      | currency | open       | check
  ${[OPEN]}                                                                                     | ${1000_00}  | ${'USD'} | ${1000_00} | ${'an open deal follows the rate table'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: RATE }]}                                        | ${7100_00}  | ${'CNY'} | ${7100_00} | ${'a won deal keeps the rate of its closing'}
  ${[OPEN, { on: '2026-02-01', to: 'lost', amount: null, rate: RATE }]}                         | ${null}     | ${'CNY'} | ${7100_00} | ${'a lost deal keeps it for what it was worth while open'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: undefined }]}                                   | ${1000_00}  | ${'USD'} | ${1000_00} | ${'one that closed without a rate follows the rate table'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: { perUnit: 0.9, home: 'EUR' } }]}               | ${1000_00}  | ${'USD'} | ${1000_00} | ${'a rate in what was then the currency of the team is none in another one'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: RATE }, '2026-03-01 lead']}                     | ${1000_00}  | ${'USD'} | ${1000_00} | ${'a reopened deal follows the rate table again'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: RATE }, { on: '2026-03-01', amount: 2000_00 }]} | ${14200_00} | ${'CNY'} | ${7100_00} | ${'an amount that is mended after the closing counts at the rate of the closing'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: RATE }, { on: '2026-03-01', currency: 'EUR' }]} | ${1000_00}  | ${'EUR'} | ${1000_00} | ${'a currency that is mended after the closing has a rate of its own'}
`('$check', ({ steps, amount, currency, open }) => {
  expect(valued(...steps)).toEqual([amount, currency, open]);
});

test('a closing that is taken back gives the rate before it back', () => {
  const undone = { on: '2026-02-03', kind: 'undone', from: 'lost', to: 'won' } as const;
  const steps: readonly Step[] = [
    OPEN,
    { on: '2026-02-01', to: 'won', rate: RATE },
    { on: '2026-02-02', to: 'lost', rate: { perUnit: 9, home: 'CNY' } },
    undone,
  ];
  expect(valued(...steps)).toEqual([7100_00, 'CNY', 7100_00]);
});

test.each<{
  deal: readonly Step[] | null;
  currency: string;
  worth: number;
  check: string;
}>`
  deal                                                                            | currency | worth     | check
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: RATE }]}                          | ${'USD'} | ${710_00} | ${'in the deal’s currency it is worth what it was at the closing'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: RATE }]}                          | ${'EUR'} | ${790_00} | ${'in another currency it follows the rate table'}
  ${[OPEN]}                                                                       | ${'USD'} | ${690_00} | ${'for an open deal it follows the rate table'}
  ${[OPEN, { on: '2026-02-01', to: 'won', rate: { perUnit: 0.9, home: 'EUR' } }]} | ${'USD'} | ${690_00} | ${'a rate in what was then the currency of the team is none in another one'}
  ${null}                                                                         | ${'USD'} | ${690_00} | ${'for a deal that nobody knows it follows the rate table'}
`('of an instalment of 100: $check', ({ deal, currency, worth }) => {
  const table = {
    currency: 'CNY',
    perUnit: new Map([
      ['USD', 6.9],
      ['EUR', 7.9],
    ]),
  };
  const lives = deal === null ? null : histories(entriesOf('D1', deal), threeStages);
  expect(converted(100_00, currency, ratesOfDeal(lives?.get('D1'), table))).toBe(worth);
});
