import type { Criterion, Must } from '../../src/domain/criterion';
import { isDay } from '../../src/domain/day';
import type { Fact, Facts, Field } from '../../src/domain/fact';
import type { DealHistory } from '../../src/domain/history';
import type { LedgerEntry, Tracked } from '../../src/domain/ledger';
import type { Pipeline, Stage, StageKey } from '../../src/domain/pipeline';
import { histories } from '../../src/domain/replay';

/** A stage with nothing configured; its label is its key with a capital. */
export function aStage(key: string, more: Partial<Stage> = {}): Stage {
  return {
    key,
    label: key.charAt(0).toUpperCase() + key.slice(1),
    aliases: [],
    kind: 'open',
    chance: null,
    limitDays: null,
    category: null,
    todo: '',
    ...more,
  };
}

/** Lead, proposal, contract; won, lost, nurture. No criteria; everything is allowed. */
export const threeStages: Pipeline = {
  stages: [
    aStage('lead'),
    aStage('proposal'),
    aStage('contract'),
    aStage('won', { kind: 'won' }),
    aStage('lost', { kind: 'lost' }),
    aStage('nurture', { kind: 'nurture' }),
  ],
  criteria: [],
  switches: { maySkip: true, mayGoBack: true, startIn: [] },
};

export function stage(key: StageKey, pipeline: Pipeline = threeStages): Stage {
  const found = pipeline.stages.find((it) => it.key === key);
  if (found === undefined) throw new Error(`no stage ${key}`);
  return found;
}

export function aCriterion(
  at: `${'entering' | 'leaving'} ${string}`,
  field: Field,
  must: Must,
  group = '',
): Criterion {
  const [side, key] = at.split(' ') as ['entering' | 'leaving', string];
  return { stage: key, side, field, must, group, say: '' };
}

export type Written = string | number | boolean | null | { readonly unreadable: string };

/** A cell as a test writes it: text that names a day is a day. */
export function aFact(written: Written | undefined): Fact {
  if (written === null || written === undefined || written === '') return null;
  if (typeof written === 'number') return { kind: 'number', number: written };
  if (typeof written === 'boolean') return { kind: 'tick', ticked: written };
  if (typeof written === 'object') return { kind: 'unreadable', typed: written.unreadable };
  return isDay(written) ? { kind: 'day', day: written } : { kind: 'text', text: written };
}

export function facts(cells: Partial<Record<Field, Written>> = {}): Facts {
  return (field) => aFact(cells[field]);
}

export const nothingTracked: Tracked = {
  owner: '',
  amount: null,
  currency: '',
  closeDate: null,
  nextStep: '',
  nextStepDate: null,
  category: null,
  winChance: null,
};

export function anEntry(more: Partial<LedgerEntry>): LedgerEntry {
  return {
    ...nothingTracked,
    seq: 1,
    deal: 'D1',
    kind: 'created',
    from: '',
    to: 'lead',
    at: '2026-01-01T09:00:00',
    by: 'ann@example.com',
    how: 'typed',
    reason: '',
    batch: '',
    ...more,
  };
}

/** `'2026-01-05 proposal'`, or what else the entry says. */
export type Step = `${string} ${StageKey}` | (Partial<LedgerEntry> & { readonly on: string });

/**
 * A deal's ledger entries from the days on which it came to its stages; the first is *created*.
 * Tracked fields stay as they last were.
 */
export function entriesOf(deal: string, steps: readonly Step[], firstSeq = 1): LedgerEntry[] {
  let last: LedgerEntry | null = null;
  return steps.map((step, index) => {
    const { on, ...more } =
      typeof step === 'string' ? { on: step.slice(0, 10), to: step.slice(11) } : step;
    const to: string = more.to ?? last?.to ?? '';
    last = anEntry({
      ...last,
      seq: firstSeq + index,
      deal,
      kind: last === null ? 'created' : to === last.to ? 'changed' : 'moved',
      from: last?.to ?? '',
      at: `${on}T09:00:00`,
      reason: '',
      ...more,
      to,
    });
    return last;
  });
}

/** One deal's history, told as its entries are. */
export function aDeal(steps: readonly Step[], deal = 'D1', pipeline = threeStages): DealHistory {
  const found = histories(entriesOf(deal, steps), pipeline).get(deal);
  if (found === undefined) throw new Error('the entries give no deal a stage');
  return found;
}

/** Several deals, each told as its entries are. */
export function deals(stories: Readonly<Record<string, readonly Step[]>>): readonly DealHistory[] {
  return Object.entries(stories).map(([deal, steps]) => aDeal(steps, deal));
}
