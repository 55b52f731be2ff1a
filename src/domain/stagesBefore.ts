import type { Pipeline, Stage, StageKey, StageKind } from './pipeline';

/** What an entry of the ledger tells of the stages themselves. Stages go by the names that they had afterwards. */
export type StageChange =
  | { readonly kind: 'added'; readonly stage: string }
  /** `after` is the stage in use that it stood behind: `null` for the first, not given where nobody noted it. */
  | { readonly kind: 'removed'; readonly stage: string; readonly after?: string | null }
  | { readonly kind: 'renamed'; readonly was: string; readonly stage: string }
  | {
      readonly kind: 'kind';
      readonly stage: string;
      readonly was: StageKind;
      readonly now: StageKind;
    }
  | Setting<'chance'>
  | Setting<'limit'>
  /** The open stages; `was` is not given where nobody noted it. */
  | { readonly kind: 'order'; readonly now: readonly string[]; readonly was?: readonly string[] };

interface Setting<K extends 'chance' | 'limit'> {
  readonly kind: K;
  readonly stage: string;
  /** `null` where none was set. */
  readonly was: number | null;
  readonly now: number | null;
}

/** Stages while they are taken back, change by change. */
interface Draft {
  stages: readonly Stage[];
  retired: readonly Stage[];
  /** Changes that nobody can take back. */
  unknown: number;
}

type Named = (name: string) => StageKey | undefined;

/**
 * A pipeline as it was before these changes, the latest of them first: each set was noted at once. Names stay those
 * of today. `unknown` counts the changes that do not tell what was before them: there it stays as it is.
 */
export function stagesBefore(
  pipeline: Pipeline,
  sets: readonly (readonly StageChange[])[],
): { readonly pipeline: Pipeline; readonly unknown: number } {
  const draft: Draft = { stages: pipeline.stages, retired: pipeline.retired ?? [], unknown: 0 };
  const names = new Map<StageKey, string>();
  for (const { key, label } of [...draft.stages, ...draft.retired]) names.set(key, label);
  for (const changes of sets) {
    const keys = new Map([...names].map(([key, name]) => [name, key]));
    takeBackAll(draft, changes, (name) => keys.get(name));
    for (const change of changes) {
      const key = change.kind === 'renamed' ? keys.get(change.stage) : undefined;
      if (change.kind === 'renamed' && key !== undefined) names.set(key, change.was);
    }
  }
  const { stages, retired, unknown } = draft;
  return { pipeline: { ...pipeline, stages, retired }, unknown };
}

/** Stages come back before others go, and stand in their order last. */
function takeBackAll(draft: Draft, changes: readonly StageChange[], named: Named): void {
  let waiting = changes.filter(({ kind }) => kind === 'removed');
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter((change) => !takeBack(draft, change, named));
  }
  draft.unknown += waiting.length;
  const others = changes.filter(({ kind }) => kind !== 'removed' && kind !== 'order');
  const orders = changes.filter(({ kind }) => kind === 'order');
  if (orders.length === 0) draft.unknown += changes.filter(leftOpenOnes).length;
  for (const change of [...others, ...orders]) {
    if (!takeBack(draft, change, named)) draft.unknown += 1;
  }
}

/** Where such a stage stood among the open ones only their order tells. */
function leftOpenOnes(change: StageChange): boolean {
  return change.kind === 'kind' && change.was === 'open';
}

/** Takes one change back; false where what was before it cannot be told. */
function takeBack(draft: Draft, change: StageChange, named: Named): boolean {
  if (change.kind === 'order') return reorder(draft, change.was, named);
  const key = named(change.stage);
  if (key === undefined) return false;
  switch (change.kind) {
    case 'added':
      return retire(draft, key);
    case 'removed':
      return putBack(draft, key, change.after === null ? null : named(change.after ?? ''));
    case 'renamed':
      return true;
    case 'kind':
      return set(draft, key, { kind: change.was });
    case 'chance':
      return set(draft, key, { chance: change.was });
    case 'limit':
      return set(draft, key, { limitDays: change.was });
  }
}

function set(draft: Draft, key: StageKey, was: Partial<Stage>): boolean {
  const change = (stage: Stage) => (stage.key === key ? { ...stage, ...was } : stage);
  draft.stages = draft.stages.map(change);
  draft.retired = draft.retired.map(change);
  return true;
}

function retire(draft: Draft, key: StageKey): boolean {
  const gone = draft.stages.filter((stage) => stage.key === key);
  draft.stages = draft.stages.filter((stage) => stage.key !== key);
  draft.retired = [...draft.retired, ...gone];
  return true;
}

/** Behind the stage with this key, at the front for `null`. */
function putBack(draft: Draft, key: StageKey, after: StageKey | null | undefined): boolean {
  const stage = draft.retired.find((one) => one.key === key);
  const place = after === null ? -1 : draft.stages.findIndex((one) => one.key === after);
  if (stage === undefined || (after !== null && place === -1)) return false;
  draft.stages = [...draft.stages.slice(0, place + 1), stage, ...draft.stages.slice(place + 1)];
  draft.retired = draft.retired.filter((one) => one.key !== key);
  return true;
}

/** The open stages in this order, in the places that open stages have. */
function reorder(draft: Draft, was: readonly string[] | undefined, named: Named): boolean {
  const keys = was?.map(named);
  if (keys === undefined || keys.includes(undefined)) return false;
  const place = ({ key }: Stage) => {
    const found = keys.indexOf(key);
    return found === -1 ? keys.length : found;
  };
  const open = draft.stages.filter(({ kind }) => kind === 'open');
  const sorted = [...open].sort((one, other) => place(one) - place(other));
  draft.stages = draft.stages.map((stage) =>
    stage.kind === 'open' ? (sorted.shift() as Stage) : stage,
  );
  return true;
}
