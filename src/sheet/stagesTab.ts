import MurmurHash3 from 'imurmurhash';
import {
  type Category,
  normalLabel,
  type Stage,
  type StageKey,
  type StageKind,
} from '../domain/pipeline';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { ProblemCode } from '../words/problems';
import type { Cell, Grid, Problem } from './cell';
import { cellText, isBlank, toldText } from './cellText';
import { choiceNamed } from './choice';
import { chanceIn } from './dealFact';
import { columnOf } from './headers';
import { readTable, type TableRow } from './tableRows';

export interface ReadStages {
  readonly stages: readonly Stage[];
  /** Stages of the kind Retired: no deal may go there, and the ledger still names them. */
  readonly retired: readonly Stage[];
  /** Keys that rows still lack: to be written, so that a stage keeps its identity when it is renamed. */
  readonly keysToWrite: readonly {
    readonly row: number;
    readonly column: number;
    readonly key: StageKey;
  }[];
  readonly problems: readonly Problem[];
}

type Found = TableRow<'stages'>;

interface Numbered extends Stage {
  readonly order: number;
  readonly isRetired: boolean;
}

/** A pipeline without one of these has no way to go, or to end. */
const NEEDED: readonly (readonly [StageKind, ProblemCode])[] = [
  ['open', 'noOpenStage'],
  ['won', 'noWonStage'],
  ['lost', 'noLostStage'],
];

/** The same, for one of several pipelines. */
const NEEDED_IN_EACH: readonly (readonly [StageKind, ProblemCode])[] = [
  ['open', 'noOpenStageIn'],
  ['won', 'noWonStageIn'],
  ['lost', 'noLostStageIn'],
];

const KIND_ORDER: readonly StageKind[] = ['open', 'won', 'lost', 'nurture'];

/** A stage as it was known before; its row may be another now, or gone. */
export type EarlierStage = Pick<Stage, 'key' | 'label'>;

/**
 * Reads the whole Stages tab: open stages in their order, then won, lost, nurture. Rows that cannot
 * be a stage are problems and left out; a row without a kind is an open stage. A row without a key
 * that has the name of an earlier stage is that stage again. Where rows name several pipelines, each
 * open stage is in one, and a closing stage that names none is shared.
 */
export function readStages(grid: Grid, before: readonly EarlierStage[] = []): ReadStages {
  const rows: Found[] = [];
  const labels = new Set<string>();
  const kept = ['order', 'pipeline', 'check', 'key', 'aliases'] as const;
  const problems = readTable('stages', grid, kept, (row) => {
    const label = toldText(row.text('stage'));
    const broken = row.errorIn(['stage']);
    if (broken) row.report(broken, 'errorValue');
    else if (label === '') row.report('stage', 'stageWithoutName');
    else if (label.length > MOST_LABEL) row.report('stage', 'stageNameTooLong');
    else if (labels.has(normalLabel(label))) row.report('stage', 'duplicateStage');
    else rows.push(row);
    labels.add(normalLabel(label));
  });
  const keys = keysOf(rows, before);
  const names = pipelinesIn(rows);
  const all = rows.map((row, i) => readStage(row, keys[i] ?? '', i, names));
  problems.push(...missingKinds(rows, all, names));
  return {
    stages: inOrder(
      all.filter(({ isRetired }) => !isRetired),
      names,
    ),
    retired: inOrder(
      all.filter(({ isRetired }) => isRetired),
      names,
    ),
    keysToWrite: keysToWrite(rows, keys),
    problems,
  };
}

/** The pipelines that rows name, as they are first written; none where they all name the same. */
function pipelinesIn(rows: readonly Found[]): readonly string[] {
  const names = new Map<string, string>();
  for (const row of rows) {
    const name = row.text('pipeline');
    if (name !== '' && !names.has(normalLabel(name))) names.set(normalLabel(name), name);
  }
  return names.size > 1 ? [...names.values()] : [];
}

function readPipeline(
  row: Found,
  names: readonly string[],
  kind: StageKind | 'retired',
): string | undefined {
  const typed = normalLabel(row.text('pipeline'));
  const named = names.find((name) => normalLabel(name) === typed);
  if (named !== undefined || names.length === 0 || kind !== 'open') return named;
  row.report('pipeline', 'stageWithoutPipeline', names[0] ?? '');
  return names[0];
}

function readStage(row: Found, key: StageKey, index: number, names: readonly string[]): Numbered {
  const order = row.cell('order');
  const kind = readKind(row);
  const pipeline = readPipeline(row, names, kind);
  return {
    key,
    label: toldText(row.text('stage')),
    aliases: row
      .text('aliases')
      .split('\n')
      .filter((alias) => alias !== ''),
    kind: kind === 'retired' ? 'open' : kind,
    chance: readOptional(row, 'chance', chanceIn, 'unreadableChance'),
    limitDays: readOptional(row, 'limitDays', limitIn, 'unreadableLimit'),
    category: readCategory(row),
    todo: row.text('todo'),
    order: typeof order === 'number' ? order : index + 1,
    isRetired: kind === 'retired',
    ...(pipeline === undefined ? {} : { pipeline }),
  };
}

function readKind(row: Found): StageKind | 'retired' {
  const typed = row.text('kind');
  const kind = choiceNamed('stageKinds', typed);
  if (kind === undefined && typed !== '') row.report('kind', 'unknownKind');
  return kind ?? 'open';
}

function readCategory(row: Found): Category | null {
  const typed = row.text('category');
  const category = choiceNamed('categories', typed);
  if (category === undefined && typed !== '') row.report('category', 'unknownCategory');
  return category ?? null;
}

function readOptional(
  row: Found,
  key: 'chance' | 'limitDays',
  read: (cell: Cell | undefined) => number | null,
  code: ProblemCode,
): number | null {
  if (isBlank(row.cell(key))) return null;
  const number = read(row.cell(key));
  if (number === null) row.report(key, code);
  return number;
}

function limitIn(cell: Cell | undefined): number | null {
  const match = /^(\d{1,5}(?:\.\d+)?)\s*(?:days?|天)?$/i.exec(cellText(cell));
  const days = match ? Number(match[1]) : 0;
  return days > 0 ? days : null;
}

/** A second won stage, and a pipeline without open or won stage: everything else goes on working. */
function missingKinds(
  rows: readonly Found[],
  stages: readonly Numbered[],
  names: readonly string[],
): Problem[] {
  const won = stages.filter((stage) => stage.kind === 'won');
  rows.forEach((row, i) => {
    const stage = stages[i];
    if (stage?.kind !== 'won') return;
    const first = won.find(({ pipeline }) => pipeline === stage.pipeline);
    if (stage !== first) row.report('kind', 'secondWon', stage.label);
  });
  const lacks =
    (name?: string) =>
    ([kind]: readonly [StageKind, ProblemCode]) =>
      !stages.some(
        (stage) =>
          stage.kind === kind &&
          !stage.isRetired &&
          (name === undefined || (stage.pipeline ?? name) === name),
      );
  const problem = (code: ProblemCode, about: readonly string[]): Problem => {
    return { tab: 'stages', row: 0, column: 0, code, about };
  };
  const missing = NEEDED.filter(lacks());
  if (missing.length > 0) return missing.map(([, code]) => problem(code, []));
  return names.flatMap((name) =>
    NEEDED_IN_EACH.filter(lacks(name)).map(([, code]) => problem(code, [name])),
  );
}

/** Shared stages come after those of one pipeline. */
function inOrder(stages: readonly Numbered[], names: readonly string[]): Stage[] {
  const placeOf = ({ pipeline }: Stage) =>
    pipeline === undefined ? names.length : names.indexOf(pipeline);
  return stages
    .map((stage, index) => ({ stage, index }))
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.stage.kind) - KIND_ORDER.indexOf(b.stage.kind) ||
        placeOf(a.stage) - placeOf(b.stage) ||
        a.stage.order - b.stage.order ||
        a.index - b.index,
    )
    .map(({ stage: { order: _order, isRetired: _retired, ...stage } }) => stage);
}

/** Each row's key: the one it has, unless a row above has it too (a duplicated row), else a new one from the label. */
function keysOf(rows: readonly Found[], before: readonly EarlierStage[]): StageKey[] {
  const taken = new Set(rows.map((row) => row.text('key')));
  const given = new Set<string>();
  const again = (label: string): StageKey | undefined =>
    before.find((was) => !taken.has(was.key) && normalLabel(was.label) === normalLabel(label))?.key;
  return rows.map((row) => {
    const standing = row.text('key');
    const label = toldText(row.text('stage'));
    const isKnown = standing !== '' && !given.has(standing);
    const key = isKnown ? standing : (again(label) ?? newKey(label, taken));
    taken.add(key);
    given.add(key);
    return key;
  });
}

/** The name of a stage stands in lists, on cards and in sentences. */
const MOST_LABEL = 200;

/** Keys stand in every entry and every note: a long label gets a short one. */
const MOST_KEY = 60;

/** `newKey('Needs analysis') //=> 'needs-analysis'`; a label without Latin letters gets a short digest. */
function newKey(label: string, taken: ReadonlySet<string>): StageKey {
  const slug =
    normalLabel(label)
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? '';
  const base =
    slug.slice(0, MOST_KEY) || `stage-${new MurmurHash3(normalLabel(label)).result().toString(36)}`;
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
  return key;
}

function keysToWrite(rows: readonly Found[], keys: readonly StageKey[]): ReadStages['keysToWrite'] {
  return rows.flatMap((row, i) => {
    const column = columnOf(row.headers, 'key');
    const key = keys[i] ?? '';
    return column === 0 || row.text('key') === key ? [] : [{ row: row.number, column, key }];
  });
}

/** Rows of the Stages tab in its standard column order, one a stage; the retired ones come last. */
export function stageRows(
  stages: readonly Stage[],
  language: Language,
  retired: readonly Stage[] = [],
): Grid {
  const words = CHOICE_WORDS[language];
  return [...stages, ...retired].map((stage, i) => [
    i + 1,
    stage.label,
    words.stageKinds[i < stages.length ? stage.kind : 'retired'],
    stage.chance ?? '',
    stage.limitDays ?? '',
    stage.category === null ? '' : words.categories[stage.category],
    stage.todo,
    '',
    stage.key,
    stage.aliases.join('\n'),
  ]);
}

/**
 * The stages, with what `before` called them as earlier names: cells and ledger still mean them by
 * those until they are relabelled.
 */
export function withEarlierNames(
  stages: readonly Stage[],
  before: readonly (EarlierStage & { readonly aliases?: readonly string[] })[],
): readonly Stage[] {
  const labels = new Set(stages.map((stage) => normalLabel(stage.label)));
  return stages.map((stage) => {
    const was = before.find((other) => other.key === stage.key);
    const names = new Map<string, string>();
    for (const name of [...stage.aliases, ...(was ? [...(was.aliases ?? []), was.label] : [])]) {
      if (!labels.has(normalLabel(name))) names.set(normalLabel(name), name);
    }
    return { ...stage, aliases: [...names.values()] };
  });
}
