import { dealOutlooks } from '../../src/domain/forecast/dealOutlook';
import { outlookOf } from '../../src/domain/forecast/outlook';
import { funnelOf } from '../../src/domain/funnel';
import type { LedgerEntry } from '../../src/domain/ledger';
import { limits } from '../../src/domain/limits';
import type { Pipeline, StageKind } from '../../src/domain/pipeline';
import { histories } from '../../src/domain/replay';
import { stallOf } from '../../src/domain/stall';
import { type BenchStage, lives, OPEN, TODAY } from './lives';

/** What the domain takes without any sheet around it. */
export interface DomainCosts {
  readonly deals: number;
  readonly entries: number;
  readonly parts: readonly { readonly part: string; readonly cpuMs: number }[];
  readonly cpuMs: number;
  readonly memoryMb: number;
}

const ENTRIES_EACH = 5;

const KINDS: Readonly<Record<BenchStage, StageKind>> = {
  Qualification: 'open',
  'Needs analysis': 'open',
  Proposal: 'open',
  Negotiation: 'open',
  'Closed won': 'won',
  'Closed lost': 'lost',
};

const PIPELINE: Pipeline = {
  stages: [...OPEN, 'Closed won' as const, 'Closed lost' as const].map((label) => ({
    key: label,
    label,
    aliases: [],
    kind: KINDS[label],
    chance: null,
    limitDays: null,
    category: null,
    todo: '',
  })),
  criteria: [],
  switches: { maySkip: true, mayGoBack: true, startIn: [] },
};

function ledgerOf(deals: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let deal = 0;
  for (const life of lives(deals, ENTRIES_EACH, 0)) {
    deal += 1;
    life.forEach(({ stage, day }, at) => {
      entries.push({
        seq: entries.length + 1,
        deal: `D-${deal}`,
        kind: at === 0 ? 'created' : 'moved',
        from: life[at - 1]?.stage ?? '',
        to: stage,
        at: `${day}T09:00:00`,
        by: 'ann@example.com',
        how: 'import',
        owner: `Owner ${deal % 30}`,
        amount: 100_000 + ((deal * 37) % 900) * 1_000,
        currency: 'USD',
        closeDate: null,
        nextStep: '',
        nextStepDate: null,
        category: null,
        winChance: null,
        reason: '',
        batch: '',
      });
    });
  }
  return entries;
}

/** Histories, funnel, stalls and outlooks of this many deals. */
export function measureDomain(deals: number): DomainCosts {
  const entries = ledgerOf(deals);
  const parts: { part: string; cpuMs: number }[] = [];
  const timed = <T>(part: string, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    parts.push({ part, cpuMs: Math.round((user + system) / 1000) });
    return result;
  };
  const clock = { today: TODAY, count: 'calendar' } as const;
  const all = timed('histories', () => [...histories(entries, PIPELINE).values()]);
  timed('funnel', () => funnelOf(all, PIPELINE, clock));
  timed('stalls', () => {
    const learned = limits(PIPELINE, all, clock);
    return all.map((history) => stallOf(history, { ...clock, limits: learned }, {}));
  });
  const looking = { histories: all, pipeline: PIPELINE, asOf: TODAY, horizons: [30, 90] };
  timed('outlook of each deal', () => dealOutlooks(looking));
  timed('outlook of the team', () =>
    outlookOf({ ...looking, rates: { currency: 'USD', perUnit: new Map() } }),
  );
  return {
    deals,
    entries: entries.length,
    parts,
    cpuMs: parts.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
