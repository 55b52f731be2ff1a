import { named } from '../../domain/named';
import { importWords } from '../../words/imports';
import type { Language } from '../../words/language';
import type { PlannedStage } from './importPlan';
import type { Guess, KnownStage } from './planImport';
import {
  type Group,
  groupsOf,
  kindByOutcomes,
  type StageEvidence,
  type StageMap,
  slips,
} from './stageGroups';
import { CLOSED_KINDS, inOrder, type ListedStage } from './stageList';
import { senseOf, stageText } from './stageSynonyms';

export interface StageTarget {
  readonly stages: readonly KnownStage[];
  readonly mode: 'keep' | 'from-data';
  readonly language: Language;
}

export interface GuessedStages {
  readonly stages: readonly PlannedStage[];
  readonly stageOf: Readonly<Record<string, string>>;
  /** What was guessed of the stages with these keys. */
  readonly guessesFor: (keys: ReadonlySet<string>) => readonly Guess[];
}

/** The stage of the workbook that a group is: by name, by kind for closed ones, by the usual step. */
function workbookStage(group: Group, stages: readonly KnownStage[]): KnownStage | undefined {
  const wanted = stageText(group.label);
  const named = stages.find((stage) =>
    [stage.label, ...stage.aliases].some((label) => stageText(label) === wanted),
  );
  if (named !== undefined) return named;
  if (group.kind !== 'open') return stages.find((stage) => stage.kind === group.kind);
  if (group.told) return undefined;
  const rank = senseOf(group.label)?.rank;
  const alike = stages.filter(
    (stage) => stage.kind === 'open' && senseOf(stage.label)?.rank === rank,
  );
  return rank !== undefined && alike.length === 1 ? alike[0] : undefined;
}

function keyFor(label: string, used: Set<string>): string {
  const plain = stageText(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = plain === '' ? 'stage' : plain;
  let key = base;
  for (let n = 2; used.has(key); n += 1) key = `${base}-${n}`;
  used.add(key);
  return key;
}

function draftsFromWorkbook(stages: readonly KnownStage[]): ListedStage[] {
  return stages.map(({ key, label, kind, chance }) => ({
    key,
    label,
    kind,
    chance,
    added: false,
    order: null,
    texts: [],
  }));
}

/** Files call the same end by several names; the pipeline has one stage of each closed kind. */
function draftFor(
  group: Group,
  drafts: ListedStage[],
  target: StageTarget,
  used: Set<string>,
): ListedStage {
  const kept = target.mode === 'keep' ? workbookStage(group, target.stages) : undefined;
  const same = drafts.find(
    (draft) =>
      draft.key === kept?.key ||
      (draft.kind === group.kind && stageText(draft.label) === stageText(group.label)) ||
      (draft.kind === group.kind && group.kind !== 'open'),
  );
  if (same !== undefined) return same;
  // The same stage of an earlier import keeps its key; another one of that name in the workbook's list keeps its own.
  const known = target.stages.find(
    ({ kind, label }) => kind === group.kind && stageText(label) === stageText(group.label),
  );
  const draft: ListedStage = {
    key: known?.key ?? keyFor(group.kind === 'open' ? group.label : group.kind, used),
    label: group.label,
    kind: group.kind,
    chance: group.chance,
    added: true,
    order: group.order,
    texts: [],
  };
  drafts.push(draft);
  return draft;
}

function addMissingKinds(
  drafts: ListedStage[],
  { stages, language }: StageTarget,
  used: Set<string>,
): void {
  for (const kind of ['open', ...CLOSED_KINDS] as const) {
    if (drafts.some((draft) => draft.kind === kind)) continue;
    const own = stages.find((stage) => stage.kind === kind && kind !== 'open');
    const label = own?.label ?? importWords[language].stageOfKind[kind];
    drafts.push({
      key: own?.key ?? keyFor(kind, used),
      label,
      kind,
      chance: null,
      added: true,
      order: null,
      texts: [],
    });
  }
}

/**
 * The stage list after the import and what each stage text of the files means. Closed stages are
 * known by their words or by the outcome of their deals; open ones stand in the order in which
 * deals pass them, else by numbers in their names, win chances, or the usual course of a sale.
 */
export function guessStages(
  evidence: StageEvidence,
  map: StageMap,
  target: StageTarget,
): GuessedStages {
  const groups = groupsOf(evidence, map);
  for (const group of groups.values()) group.kind = kindByOutcomes(group, evidence);
  const slipOf = slips(groups);
  const keep = target.mode === 'keep';
  const drafts = keep ? draftsFromWorkbook(target.stages) : [];
  const used = new Set(target.stages.map((stage) => stage.key));
  const keyOf = new Map<string, string>();
  const byCount = [...groups.values()].sort((a, b) => b.count - a.count);
  for (const group of byCount) {
    if (slipOf.has(group.text)) continue;
    const draft = draftFor(group, drafts, target, used);
    draft.texts.push(group.text);
    keyOf.set(group.text, draft.key);
  }
  for (const [text, meant] of slipOf) keyOf.set(text, keyOf.get(meant) as string);
  const stageOf = Object.fromEntries(keyOf);
  addMissingKinds(drafts, target, used);
  const ordered = inOrder(drafts, evidence, keep);
  return {
    stages: ordered.map(({ key, label, kind, chance, added }) => ({
      key,
      label,
      kind,
      chance,
      added,
    })),
    stageOf,
    guessesFor: (keys) =>
      guessesOf({
        groups,
        ordered: ordered.filter(({ key }) => keys.has(key)),
        stageOf,
        keep,
        language: target.language,
      }),
  };
}

interface Decided {
  readonly groups: ReadonlyMap<string, Group>;
  readonly ordered: readonly ListedStage[];
  readonly stageOf: Readonly<Record<string, string>>;
  readonly keep: boolean;
  readonly language: Language;
}

function guessesOf({ groups, ordered, stageOf, keep, language }: Decided): readonly Guess[] {
  const words = importWords[language];
  const byKey = new Map(ordered.map((draft) => [draft.key, draft]));
  const guesses: Guess[] = [];
  for (const group of groups.values()) {
    const draft = byKey.get(named(stageOf, group.text) ?? '');
    if (group.told || draft === undefined) continue;
    const renamed = draft.label !== group.label;
    const ours = `${draft.label} (${words.kinds[draft.kind]})`;
    if (renamed || draft.kind !== 'open') {
      guesses.push({ about: words.guesses.stage, theirs: group.label, ours });
    } else if (keep && draft.added) {
      guesses.push({ about: words.guesses.newStage, theirs: group.label, ours });
    }
  }
  const open = ordered.filter((draft) => draft.kind === 'open');
  const toldOrder = open.every((draft) => draft.order !== null);
  if (open.length > 1 && !toldOrder && (!keep || open.some((draft) => draft.added))) {
    const list = open.map((draft) => draft.label);
    guesses.push({
      about: words.guesses.stageOrder,
      theirs: [...list].sort((a, b) => a.localeCompare(b)).join(', '),
      ours: list.join(' → '),
    });
  }
  return guesses;
}
