import { addDays } from '../../../src/domain/day';
import type { DealHistory, Visit } from '../../../src/domain/history';
import type { Tracked } from '../../../src/domain/ledger';
import type { Pipeline, Stage, StageKind } from '../../../src/domain/pipeline';

export function aStage(key: string, more: Partial<Stage> = {}): Stage {
  const kind: StageKind = key === 'won' || key === 'lost' || key === 'nurture' ? key : 'open';
  const plain = { label: key, aliases: [], chance: null, limitDays: null, category: null };
  return { key, kind, todo: '', ...plain, ...more };
}

/** Qualify, Propose, Negotiate, then won, lost and nurture; nobody configured a chance. */
export function threeStages(more: Readonly<Record<string, Partial<Stage>>> = {}): Pipeline {
  const keys = ['qualify', 'propose', 'negotiate', 'won', 'lost', 'nurture'];
  return {
    stages: keys.map((key) => aStage(key, more[key])),
    criteria: [],
    switches: { maySkip: true, mayGoBack: true, startIn: [] },
  };
}

const NOTHING: Tracked = {
  owner: '',
  amount: null,
  currency: '',
  closeDate: null,
  nextStep: '',
  nextStepDate: null,
  category: null,
  winChance: null,
};

/** The path of a deal, `[['qualify', '2026-01-02'], ['won', '2026-02-01']]`, as a history. */
export function aHistory(
  deal: string,
  path: readonly (readonly [stage: string, day: string])[],
  state: Partial<Tracked> = {},
): DealHistory {
  const visits = path.map(([stage, day], index): Visit => {
    const next = path[index + 1];
    return {
      stage,
      from: at(day),
      to: next === undefined ? null : at(next[1]),
      exit: next?.[0] ?? null,
      known: true,
      endKnown: true,
    };
  });
  const [stage, day] = path[path.length - 1]!;
  return {
    deal,
    created: visits[0]!.from,
    createdKnown: true,
    visits,
    stage,
    closed: stage === 'won' || stage === 'lost' ? at(day) : null,
    closingRate: null,
    state: { ...NOTHING, ...state },
    slips: 0,
    extensions: 0,
    openAmount: state.amount ?? null,
    reason: '',
    lastTouch: day.slice(0, 10),
    deleted: false,
  };
}

function at(day: string): string {
  return day.length === 10 ? `${day}T10:00:00` : day;
}

/** Many deals, each telling its path as days after its own first day, one deal a day from `from` on. */
export function oneADay(
  from: string,
  count: number,
  path: (index: number) => readonly (readonly [stage: string, after: number])[],
  state: Partial<Tracked> = {},
): readonly DealHistory[] {
  return Array.from({ length: count }, (_, index) => {
    const steps = path(index).map(
      ([stage, after]) => [stage, addDays(from, index + after)] as const,
    );
    return aHistory(`D${index}`, steps, state);
  });
}

/** A history as it stood at the end of a day. */
export function asItStood(history: DealHistory, day: string): DealHistory | null {
  const visits = history.visits.filter(({ from }) => from.slice(0, 10) <= day);
  const last = visits[visits.length - 1];
  if (last === undefined) return null;
  const open = { ...last, to: null, exit: null };
  return { ...history, stage: last.stage, visits: [...visits.slice(0, -1), open] };
}
