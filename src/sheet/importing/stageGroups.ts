import type { StageKind } from '../../domain/pipeline';
import type { ImportMap } from '../../rpc/importCalls';
import { toldText } from '../cellText';
import { isSlipOf } from './likeness';
import { senseOf, stageText } from './stageSynonyms';

/** What the files tell about stages. */
export interface StageEvidence {
  /** Every stage text of the files and how often it stands there. */
  readonly texts: ReadonlyMap<string, number>;
  /** For each deal with a history the stage texts that it entered, in order. */
  readonly paths: readonly (readonly string[])[];
  /** Per compared stage text: how many of its deals an outcome column calls won, lost, open. */
  readonly outcomes: ReadonlyMap<string, { won: number; lost: number; open: number }>;
  /** Per compared stage text: the mean win chance that the file gives its deals. */
  readonly chances: ReadonlyMap<string, number>;
}

/** Stage texts of the files that are one stage. */
export interface Group {
  readonly text: string;
  label: string;
  count: number;
  kind: StageKind;
  readonly order: number | null;
  readonly chance: number | null;
  readonly told: boolean;
}

/** A longer name is cut. */
const MOST_NAME = 200;

export type StageMap = NonNullable<ImportMap['stages']>;

/** A name of nothing but spaces names nothing. */
function withName(ours: StageMap[string]): StageMap[string] {
  const name = ours.name === undefined ? undefined : toldText(ours.name.trim()).slice(0, MOST_NAME);
  return { ...ours, name: name === '' ? undefined : name };
}

/** A name in one line, as it is shown. */
function tidy(name: string): string {
  return toldText(name.trim().replace(/\s+/g, ' '));
}

/** One group per compared text, in the spelling that stands there most often; told names come first. */
export function groupsOf(evidence: StageEvidence, map: StageMap): Map<string, Group> {
  const told = new Map(
    Object.entries(map).map(([theirs, ours]) => [stageText(theirs), withName(ours)]),
  );
  const groups = new Map<string, Group>();
  const spelling = new Map<string, number>();
  const put = (raw: string, count: number) => {
    const text = stageText(raw);
    if (text === '') return;
    const ours = told.get(text);
    const found = groups.get(text);
    if (found === undefined) {
      const kind = ours?.kind ?? senseOf(ours?.name ?? raw)?.kind ?? 'open';
      groups.set(text, {
        text,
        label: ours?.name ?? tidy(raw),
        count,
        kind,
        order: ours?.order ?? null,
        chance: ours?.chance ?? null,
        told: ours !== undefined,
      });
    } else {
      found.count += count;
      if (ours?.name === undefined && count > (spelling.get(text) ?? 0)) found.label = tidy(raw);
    }
    spelling.set(text, Math.max(count, spelling.get(text) ?? 0));
  };
  for (const [raw, count] of evidence.texts) put(raw, count);
  for (const theirs of Object.keys(map)) if (!groups.has(stageText(theirs))) put(theirs, 0);
  return groups;
}

/** A stage that no word explains is won or lost when nearly all of its deals are. */
export function kindByOutcomes(group: Group, evidence: StageEvidence): StageKind {
  if (group.told || senseOf(group.label) !== null) return group.kind;
  const seen = evidence.outcomes.get(group.text);
  if (seen === undefined) return group.kind;
  const all = seen.won + seen.lost + seen.open;
  if (all >= 3 && seen.won >= all * 0.95) return 'won';
  if (all >= 3 && seen.lost >= all * 0.95) return 'lost';
  return group.kind;
}

/** Rare texts that are a much commoner one with a slip, by their texts. */
export function slips(groups: ReadonlyMap<string, Group>): Map<string, string> {
  const found = new Map<string, string>();
  const common = [...groups.values()].sort((a, b) => b.count - a.count);
  for (const group of groups.values()) {
    if (group.told || group.count === 0) continue;
    const meant = common.find(
      (other) => other.count >= group.count * 5 && isSlipOf(group.text, other.text),
    );
    if (meant !== undefined) found.set(group.text, meant.text);
  }
  return found;
}
