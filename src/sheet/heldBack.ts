import type { Day, LocalTime } from '../domain/day';
import type { EntryKind, How } from '../domain/ledger';
import type { Stage, StageKey } from '../domain/pipeline';

/** A step of an imported deal's life. */
export interface LifeStep {
  readonly kind: EntryKind;
  readonly from: StageKey | '';
  readonly to: StageKey | '';
  readonly at: LocalTime;
  readonly how: How;
  /** Who did it, as far as the file tells; `''` where it does not. */
  readonly by: string;
  /** Of an *assumed* creation: the day that the file tells, when the deal had moved on already. */
  readonly toldCreated?: Day | undefined;
}

/** The steps that lead no further than a stage, and the one into it where that is missing. */
function upTo<S extends LifeStep>(
  steps: readonly S[],
  allowed: StageKey,
  placeOf: ReadonlyMap<StageKey, number>,
): S[] {
  const limit = placeOf.get(allowed) ?? 0;
  const kept: S[] = [];
  for (const step of steps) {
    const place = step.to === '' ? 0 : placeOf.get(step.to);
    const before = kept[kept.length - 1];
    if (place === undefined || place > limit || before?.to === step.to) continue;
    kept.push({ ...step, from: before?.to ?? '' });
  }
  const reached = kept[kept.length - 1];
  if (reached?.to === allowed) return kept;
  const { kind, at } = steps[0] as S;
  const last = { ...(steps[steps.length - 1] as S), to: allowed, how: 'assumed' };
  const step =
    reached === undefined
      ? { ...last, kind, from: '', at }
      : { ...last, kind: 'moved', from: reached.to, at: reached.at };
  return [...kept, step as S];
}

/**
 * A deal's life under strict gates: it comes in at `allowed`, the furthest stage that its facts let it
 * enter. Steps that lead further are left out, and one *held* step keeps what the file asked for.
 */
export function heldBack<S extends LifeStep>(
  steps: readonly S[],
  allowed: StageKey,
  { stages }: { readonly stages: readonly Pick<Stage, 'key' | 'kind'>[] },
): readonly S[] {
  const last = steps[steps.length - 1] as S;
  if (last.to === allowed) return steps;
  const open = stages.filter(({ kind }) => kind === 'open');
  const placeOf = new Map(open.map(({ key }, i) => [key, i]));
  for (const { key, kind } of stages) if (kind === 'won') placeOf.set(key, open.length);
  const held = { ...last, kind: 'held', from: allowed } as S;
  return [...upTo(steps, allowed, placeOf), held];
}
