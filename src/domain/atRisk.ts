import type { DealOutlook } from './forecast/dealOutlook';
import type { Evidence } from './forecast/evidence';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { Convert } from './money';
import type { StageKey } from './pipeline';
import type { Stall } from './stall';

/** Why a deal is at risk, the gravest first. */
export type Risk =
  | { readonly kind: 'fell'; readonly from: number; readonly to: number }
  | { readonly kind: 'slipping'; readonly slips: number }
  | { readonly kind: 'silent'; readonly days: number }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'stalled'; readonly days: number; readonly usual: number | null };

/** An open deal that may be lost, with what speaks for that. */
export interface AtRisk {
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly owner: string;
  readonly chance: number;
  /** Its chance on the earlier day; `null` when it was not open then. */
  readonly before: number | null;
  readonly risks: readonly [Risk, ...Risk[]];
  readonly evidence: Evidence | null;
  /** Minor units of the team's currency: amount x the chance before, or now when there was none. */
  readonly atStake: number;
}

export interface AtRiskInput {
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  readonly outlooks: readonly DealOutlook[];
  /** Chances of an earlier day. */
  readonly earlier: ReadonlyMap<DealId, number>;
  readonly stalls: ReadonlyMap<DealId, Stall>;
  readonly convert: Convert;
}

/** A chance that is lower by this much has fallen; less is what every day in a stage costs. */
const FELL = 0.05;

/**
 * The open deals whose chance fell, that slip, are silent, overdue or stalled: those whose chance
 * fell most on top, then those that slipped most often, then the longest silent. Where these are
 * alike, what is at stake decides. A deal whose chance is 0 is no news.
 */
export function dealsAtRisk(input: AtRiskInput): readonly AtRisk[] {
  const found = input.outlooks.flatMap((outlook): AtRisk[] => {
    const { deal, stage, chance, evidence } = outlook;
    const history = input.histories.get(deal);
    const was = input.earlier.get(deal) ?? null;
    const [first, ...more] = risksOf(chance, was, input.stalls.get(deal));
    if (history === undefined || first === undefined) return [];
    const { amount, currency, owner } = history.state;
    const worth = amount === null ? 0 : (input.convert(amount, currency) ?? 0);
    const atStake = Math.round(worth * Math.max(was ?? chance, chance));
    if (was === 0 && chance === 0) return [];
    return [
      { deal, stage, owner, chance, before: was, risks: [first, ...more], evidence, atStake },
    ];
  });
  return found.sort(
    (one, other) =>
      gravity(other, 'fell') - gravity(one, 'fell') ||
      gravity(other, 'slipping') - gravity(one, 'slipping') ||
      gravity(other, 'silent') - gravity(one, 'silent') ||
      other.atStake - one.atStake ||
      (one.deal < other.deal ? -1 : 1),
  );
}

/** How far it has gone with one of a deal's risks, in points, times or days; 0 without it. */
function gravity({ risks }: AtRisk, kind: 'fell' | 'slipping' | 'silent'): number {
  const risk = risks.find((one) => one.kind === kind);
  switch (risk?.kind) {
    case 'fell':
      return Math.round(100 * (risk.from - risk.to));
    case 'slipping':
      return risk.slips;
    case 'silent':
      return risk.days;
    default:
      return 0;
  }
}

function risksOf(chance: number, before: number | null, stall: Stall | undefined): Risk[] {
  const risks: Risk[] = [];
  if (before !== null && before - chance >= FELL) {
    risks.push({ kind: 'fell', from: before, to: chance });
  }
  if (stall === undefined) return risks;
  if (stall.slipping) risks.push({ kind: 'slipping', slips: stall.slips });
  if (stall.silent && stall.idle !== null) risks.push({ kind: 'silent', days: stall.idle });
  if (stall.overdue) risks.push({ kind: 'overdue' });
  if (stall.stalled && stall.days !== null) {
    risks.push({ kind: 'stalled', days: stall.days, usual: stall.limit.usual });
  }
  return risks;
}
