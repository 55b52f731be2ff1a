import * as fc from 'fast-check';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import { aPipeline, type Facts, loaded, newDeal, QUALIFIED, saved, WINNABLE } from './desk';
import { fillsIn, sets } from './rules';

/** What a deal knows at first: all that any stage asks for, what Qualification asks for, or nothing. */
const KNOWING = {
  all: { ...WINNABLE, 'Lost reason': 'Price', 'Revisit on': '2026-09-01' },
  some: QUALIFIED,
  nothing: {},
} as const satisfies Readonly<Record<string, Facts>>;

/** A workbook to begin with. */
export interface Start {
  readonly deals: readonly (keyof typeof KNOWING)[];
  readonly settings: Readonly<Record<string, string>>;
  /** Rows of the Gates tab beside those of the stage set, clear and unclear ones. */
  readonly criteria: readonly (readonly string[])[];
  /** Where the Stage column stands. */
  readonly stageAt: number;
}

const yesNo = fc.constantFrom('Yes', 'No');

export const aStart: fc.Arbitrary<Start> = fc.record({
  deals: fc.array(fc.constantFrom('all', 'all', 'some', 'nothing'), { minLength: 1, maxLength: 7 }),
  settings: fc.record({
    'May skip stages': fc.constantFrom('Yes', 'Yes', 'No'),
    'May go back': yesNo,
    'New deals start in': fc.constantFrom('', 'Qualification', 'Qualification; Proposal'),
  }),
  criteria: fc.array(
    fc.tuple(
      fc.constantFrom('Needs analysis', 'Proposal', 'Negotiation', 'Closed won', 'Nowhere'),
      fc.constantFrom('Entering', 'Leaving'),
      fc.constantFrom('Customer', 'Amount', 'Source', 'Close date', 'Shoe size'),
      fc.constantFrom('is filled', 'is at least', 'is after today', 'contains'),
      fc.constantFrom('', '10', '+7', 'mill'),
      fc.constantFrom('', 'any', 'any'),
    ),
    { maxLength: 3 },
  ),
  stageAt: fc.integer({ min: 2, max: 30 }),
});

const begun = new Map<Start, string>();

/** The workbook of a start; made once. */
export function begin(start: Start): Host {
  let text = begun.get(start);
  if (text === undefined) {
    const host = aPipeline();
    for (const [setting, value] of Object.entries(start.settings)) sets(host, setting, value);
    const row = rowsOf(host, 'Gates').length + 2;
    if (start.criteria.length > 0) fillsIn(host, 'Gates', row, start.criteria);
    host.gesture({ moveColumn: { tab: 'Deals', from: 'Stage', to: start.stageAt } });
    start.deals.forEach((knowing, i) => {
      newDeal(host, `Deal ${i}`, KNOWING[knowing]);
    });
    text = saved(host);
    begun.set(start, text);
  }
  return loaded(text);
}
