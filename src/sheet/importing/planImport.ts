import type { Day } from '../../domain/day';
import { named } from '../../domain/named';
import type { Stage } from '../../domain/pipeline';
import type { FileTable, ImportMap } from '../../rpc/importCalls';
import { importWords } from '../../words/imports';
import type { Language } from '../../words/language';
import { amountsWhileOpen } from './amountTime';
import { readChance } from './cellText';
import { enteredColumns } from './enteredColumns';
import { historyEvidence } from './historyEvidence';
import type { DealsRole, ImportPlan, PlannedStage, Reading } from './importPlan';
import { type PlannedColumns, planColumns } from './planColumns';
import { guessesOf } from './planGuesses';
import { planReadings } from './planReadings';
import { readPrices } from './priceList';
import { stageChances } from './stageChances';
import {
  type DealsFile,
  dealsFile,
  fieldColumn,
  outcomesIn,
  repeatsIn,
  stageEvidence,
} from './stageEvidence';
import { guessStages } from './stageGuess';
import { stageText } from './stageSynonyms';
import { isStageField } from './synonyms';
import { ownRole } from './toldRoles';

/** The files of one import, whole: order of dates, stages and identifiers are decided by all rows. */
export interface ImportFiles {
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly prices: FileTable | null;
  readonly map: ImportMap;
  /** Keep the workbook's stages and add what they lack, or take the stages from the files. */
  readonly stages: 'keep' | 'from-data';
  readonly asOf: Day;
}

/** As much of a workbook's stage as files are compared with. */
export type KnownStage = Pick<Stage, 'key' | 'label' | 'kind' | 'aliases' | 'chance'>;

/** What an import comes to: the workbook's stages, its language, its currency. */
export interface ImportTarget {
  readonly stages: readonly KnownStage[];
  readonly language: Language;
  readonly currency?: string;
}

/** One thing that nobody told and the program decided: for people to look at. */
export interface Guess {
  readonly about: string;
  readonly theirs: string;
  readonly ours: string;
}

/** The rows of a history that are about stages, where it holds changes of other fields too. */
function stageRows(history: FileTable | null, columns: PlannedColumns): FileTable | null {
  const field = columns.historyRoles.indexOf('field');
  if (history === null || field === -1) return history;
  const kept = history.rows.flatMap((row, i) => (isStageField(row[field] ?? '') ? [i] : []));
  const rows = kept.map((i) => history.rows[i] as string[]);
  return { ...history, rows, lines: kept.map((i) => history.lines[i] as number) };
}

/** Date columns that name a stage take their role; of two for one stage the first one counts. */
function withEntered(columns: PlannedColumns, file: DealsFile): DealsRole[] {
  const free = (i: number) => {
    const role = columns.roles[i]!;
    return !columns.told.has(i) && role.kind === 'field' && role.field.startsWith('own:');
  };
  const texts = new Map(file.stageTexts);
  const found = enteredColumns(columns.deals, free, texts);
  const seen = new Set<string>();
  return columns.roles.map((role, i) => {
    const stage = found.get(i);
    if (stage === undefined || seen.has(stageText(stage))) return role;
    seen.add(stageText(stage));
    return { kind: 'entered', stage };
  });
}

function historyOf(files: ImportFiles, columns: PlannedColumns, readings: readonly Reading[]) {
  if (files.history === null) return null;
  const at = columns.historyRoles.indexOf('at');
  return historyEvidence(files.history, {
    deal: columns.historyRoles.indexOf('deal'),
    stage: columns.historyRoles.indexOf('stage'),
    from: columns.historyRoles.indexOf('from'),
    at,
    dateOrder: readings[at]?.dateOrder ?? 'ymd',
  });
}

/** Chances that only repeat the stage become the stages' own; `null` where deals have theirs. */
function chancesOf(files: ImportFiles, columns: PlannedColumns, readings: readonly Reading[]) {
  const chance = fieldColumn(columns, 'winChance');
  const stage = fieldColumn(columns, 'stage');
  const reading = readings[chance];
  if (reading === undefined || stage === -1 || columns.told.has(chance)) return null;
  return stageChances(files.deals, { stage, chance }, (text) => readChance(text, reading));
}

/** Columns that name a stage get its key; a column of chances that are the stages' is the team's own. */
function finalRoles(
  columns: PlannedColumns,
  { stageOf, isStageChance }: { readonly stageOf: Lookup; readonly isStageChance: boolean },
  language: Language,
): DealsRole[] {
  const { again } = importWords[language];
  return columns.roles.map((role, i): DealsRole => {
    if (role.kind === 'entered') {
      return { kind: 'entered', stage: named(stageOf, stageText(role.stage)) ?? '' };
    }
    const isChance = role.kind === 'field' && role.field === 'winChance';
    return isChance && isStageChance ? ownRole(columns.deals[i]!.header, again) : role;
  });
}

function together<R>(
  columns: PlannedColumns['deals'],
  roles: readonly R[],
  readings: readonly Reading[],
): { header: string; role: R; reading: Reading }[] {
  return roles.map((role, i) => ({ header: columns[i]!.header, role, reading: readings[i]! }));
}

type Lookup = Readonly<Record<string, string>>;

function withChances(
  stages: readonly PlannedStage[],
  stageOf: Lookup,
  chances: ReadonlyMap<string, number> | null,
): PlannedStage[] {
  return stages.map((stage) => {
    const texts = Object.keys(stageOf).filter((text) => stageOf[text] === stage.key);
    const chance = texts.map((text) => chances?.get(text)).find((c) => c !== undefined);
    const isSet = stage.chance !== null || stage.kind !== 'open' || chance === undefined;
    return isSet ? stage : { ...stage, chance };
  });
}

interface PlannedImport {
  readonly plan: ImportPlan;
  readonly guesses: readonly Guess[];
  /** The guesses once it is known which of the plan's stages come in. */
  readonly guessesFor: (coming: readonly { readonly key: string }[]) => readonly Guess[];
}

/**
 * How the files are to be read, and what of it was guessed. Never throws on what a file holds.
 * Everything is decided by all rows together, so slices of the files can be read one by one.
 */
export function planImport(given: ImportFiles, target: ImportTarget): PlannedImport {
  const named = planColumns(given, target.language);
  const files = { ...given, history: stageRows(given.history, named) };
  const columns = { ...named, roles: withEntered(named, dealsFile(files, named)) };
  const read = planReadings(columns, files, target);
  const history = historyOf(files, columns, read.history);
  const evidence = stageEvidence(files, columns, history?.paths ?? []);
  const { language, stages: mine } = target;
  const aim = { stages: mine, mode: files.stages, language };
  const stages = guessStages(evidence, files.map.stages ?? {}, aim);
  const { stageOf } = stages;
  const chances = chancesOf(files, columns, read.deals);
  const roles = finalRoles(columns, { stageOf, isStageChance: chances !== null }, language);
  const plan: ImportPlan = {
    columns: together(columns.deals, roles, read.deals),
    history: history && {
      columns: together(columns.history, columns.historyRoles, read.history),
      ties: history.ties,
    },
    stages: withChances(stages.stages, stageOf, chances),
    replacesStages: files.stages === 'from-data',
    stageOf,
    outcomeOf: outcomesIn(columns, stages.stages),
    prices: Object.fromEntries(readPrices(files.prices)),
    amountsWhileOpen: amountsWhileOpen(files.deals, columns, stages),
    repeats: repeatsIn(files.deals, columns),
  };
  const { guessedOrders } = read;
  const isStageChance = chances !== null;
  const planned = { plan, files, columns, stages, target, guessedOrders, isStageChance };
  const guessesFor: PlannedImport['guessesFor'] = (coming) => guessesOf(planned, coming);
  return { plan, guesses: guessesFor(plan.stages), guessesFor };
}
