import type { StageKind } from '../../domain/pipeline';
import type { StageEvidence } from './stageGroups';
import { type Margin, marginByPaths, orderStages, placeAmong } from './stageOrder';
import { leadingNumber, senseOf, stageText } from './stageSynonyms';

/** A stage of the list that the import ends with. */
export interface ListedStage {
  readonly key: string;
  readonly label: string;
  readonly kind: StageKind;
  readonly chance: number | null;
  readonly added: boolean;
  readonly order: number | null;
  /** Compared texts of the files that mean it. */
  readonly texts: string[];
}

export const CLOSED_KINDS: readonly StageKind[] = ['won', 'lost', 'nurture'];

function marginFor(drafts: readonly ListedStage[], evidence: StageEvidence): Margin {
  const keyOf = new Map(drafts.flatMap((d) => d.texts.map((text) => [text, d.key] as const)));
  const open = drafts.filter((draft) => draft.kind === 'open');
  const numbers = new Map(open.map((d) => [d.key, leadingNumber(d.label)]));
  const allNumbered =
    open.length > 1 &&
    new Set([...numbers.values()].filter((n) => n !== null)).size === open.length;
  if (allNumbered) return (a, b) => (numbers.get(b) ?? 0) - (numbers.get(a) ?? 0);
  const chances = new Map(
    open.map((d) => [
      d.key,
      d.texts.map((t) => evidence.chances.get(t)).find((c) => c !== undefined),
    ]),
  );
  const allRated = open.length > 1 && [...chances.values()].every((c) => c !== undefined);
  const ranks = new Map(open.map((d) => [d.key, senseOf(d.label)?.rank ?? null]));
  const rank = (key: string) => (allRated ? (chances.get(key) ?? null) : (ranks.get(key) ?? null));
  const paths = evidence.paths.map((path) => path.map((text) => keyOf.get(stageText(text)) ?? ''));
  return marginByPaths(
    open.map((draft) => draft.key),
    paths,
    rank,
  );
}

/** Open stages in order, then won, lost, nurture. Stages of the workbook keep theirs. */
export function inOrder(
  drafts: readonly ListedStage[],
  evidence: StageEvidence,
  keep: boolean,
): ListedStage[] {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const margin = marginFor(drafts, evidence);
  const open = drafts.filter((draft) => draft.kind === 'open');
  // What nothing tells apart stands by size, then by name: never by first appearance.
  const unknown = open
    .filter((draft) => draft.added || !keep)
    .sort((a, b) => a.key.localeCompare(b.key))
    .map((draft) => draft.key);
  let keys: string[];
  if (keep) {
    keys = open.filter((draft) => !draft.added).map((draft) => draft.key);
    for (const key of orderStages(unknown, margin))
      keys.splice(placeAmong(keys, key, margin), 0, key);
  } else {
    keys = [...orderStages(unknown, margin)];
  }
  const place = new Map(keys.map((key, i) => [key, byKey.get(key)?.order ?? i + 1]));
  if (drafts.some((draft) => draft.order !== null)) {
    keys.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
  const closed = CLOSED_KINDS.flatMap((kind) => drafts.filter((draft) => draft.kind === kind));
  return [...keys.map((key) => byKey.get(key) as ListedStage), ...closed];
}
