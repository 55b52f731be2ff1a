import type { StageKey } from '../pipeline';
import { EVIDENCE_DAYS, EXITS } from './constants';
import type { Panel } from './panel';

/** What a learned chance rests on: "of 412 deals that sat 14 to 27 days in Proposal, 61 were won within 28 days". */
export interface Evidence {
  readonly stage: StageKey;
  readonly fromDay: number;
  /** Included; `null` when the band has no end. */
  readonly toDay: number | null;
  /** Deals that sat there so long and were followed for `withinDays` from then on. */
  readonly deals: number;
  readonly won: number;
  readonly withinDays: number;
}

/** Looks up the evidence for a deal that has sat so many evenings in a state. */
export type EvidenceOf = (state: number, evenings: number) => Evidence;

/** Counts, for each state and band of days, the deals that got there and those won within 28 days. */
export function evidenceOf(panel: Panel): EvidenceOf {
  const bands = EXITS.bands.length;
  const deals = new Int32Array(panel.states.length * bands);
  const won = new Int32Array(deals.length);
  const wonOn = new Map<number, number>();
  panel.closings.deal.forEach((deal, closing) => {
    if (panel.closings.won[closing] === 1) wonOn.set(deal, panel.closings.day[closing]!);
  });
  const { spells } = panel;
  spells.from.forEach((from, spell) => {
    if (spells.known[spell] === 0) return;
    const row = spells.state[spell]! * bands;
    const winning = wonOn.get(spells.deal[spell]!) ?? -Infinity;
    const last = Math.min(spells.to[spell]! - 1, panel.lastDay - EVIDENCE_DAYS);
    for (let band = 0; band < bands && from + EXITS.bands[band]! <= last; band++) {
      const day = from + EXITS.bands[band]!;
      deals[row + band]! += 1;
      if (winning > day && winning <= day + EVIDENCE_DAYS) won[row + band]! += 1;
    }
  });
  return (state, evenings) => {
    const after = EXITS.bands.findIndex((first) => first > evenings);
    const band = after < 0 ? bands - 1 : after - 1;
    return {
      stage: panel.states[state]!,
      fromDay: EXITS.bands[band]!,
      toDay: after < 0 ? null : EXITS.bands[after]! - 1,
      deals: deals[state * bands + band]!,
      won: won[state * bands + band]!,
      withinDays: EVIDENCE_DAYS,
    };
  };
}
