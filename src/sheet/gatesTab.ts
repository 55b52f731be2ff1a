import type { Criterion, Must, MustKind } from '../domain/criterion';
import { isDay } from '../domain/day';
import type { Field, StandardField } from '../domain/fact';
import { normalLabel, type Stage } from '../domain/pipeline';
import { numberIn } from '../domain/shortfalls';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { ProblemCode } from '../words/problems';
import { PROGRAM_COLUMNS } from '../words/tabs';
import type { Grid, Problem } from './cell';
import { choiceNamed } from './choice';
import { contradict } from './contradiction';
import { kindOf } from './dealFact';
import { dealColumnNamed, fieldNamed, headerOf } from './headers';
import { isValueTooMany, mustValue, readMust } from './must';
import { stageFinder } from './stageFinder';
import { readTable, type TableRow } from './tableRows';

export interface ReadGates {
  readonly criteria: readonly Criterion[];
  readonly problems: readonly Problem[];
}

export interface GatesContext {
  readonly stages: readonly Stage[];
  /** Stages out of use: a criterion of one asks nothing, and says why. */
  readonly retired?: readonly Stage[];
  /** The headers of Deals. When given, a criterion on a column that is not there is a problem and holds nothing. */
  readonly dealHeaders?: readonly string[];
}

type Found = TableRow<'gates'>;

/** The field of operators that count what is not in a cell. */
export const NO_FIELD: Field = 'own:';

/** Operators that ask about activities or tasks, not about a cell. */
function asksNoField(kind: MustKind): boolean {
  return kind === 'activities' || kind === 'taskDone';
}

/**
 * Reads the whole Gates tab. A row that does not say clearly what it asks is a problem and holds
 * nothing, so that a slip in one row never holds the team's deals.
 */
export function readGates(grid: Grid, context: GatesContext): ReadGates {
  const criteria: Criterion[] = [];
  const known = context.dealHeaders && new Set(context.dealHeaders.map(columnName));
  const problems = readTable('gates', grid, ['check'], (row) => {
    const criterion = readCriterion(row, context, known);
    if (!criterion) return;
    if (criteria.some((other) => contradict(other, criterion))) row.report('must', 'contradiction');
    else criteria.push(criterion);
  });
  return { criteria, problems };
}

function readCriterion(
  row: Found,
  { stages, retired = [] }: GatesContext,
  known: ReadonlySet<string> | undefined,
): Criterion | null {
  const broken = row.errorIn(['stage', 'side', 'field', 'must', 'value', 'group', 'say']);
  if (broken) return refuse(row, broken, 'errorValue');
  if (row.text('stage') === '') return refuse(row, 'stage', 'stageMissing');
  const stage = stageFinder({ stages, retired })(row.text('stage'));
  if (!stage) return refuse(row, 'stage', 'unknownStage');
  if (retired.includes(stage)) return refuse(row, 'stage', 'criterionOfRetired');
  const side = choiceNamed('sides', row.text('side'));
  if (!side) return refuse(row, 'side', 'unknownSide');
  const kind = choiceNamed('musts', row.text('must'));
  if (!kind) return refuse(row, 'must', 'unknownMust');
  const field = asksNoField(kind) ? NO_FIELD : readField(row, 'field', known);
  if (!field) return null;
  const must = readMustOf(row, kind, field, known);
  if (!must) return null;
  return { stage: stage.key, side, field, must, group: row.text('group'), say: row.text('say') };
}

function refuse(row: Found, key: Parameters<Found['report']>[0], code: ProblemCode): null {
  row.report(key, code);
  return null;
}

/** One name for every way to write a header of Deals. */
function columnName(header: string): string {
  return dealColumnNamed(header) ?? `own:${normalLabel(header)}`;
}

const PROGRAM: ReadonlySet<string> = new Set(PROGRAM_COLUMNS);

function readField(
  row: Found,
  key: 'field' | 'value',
  known: ReadonlySet<string> | undefined,
): Field | null {
  const text = row.text(key);
  if (text === '') return refuse(row, key, 'fieldMissing');
  const column = dealColumnNamed(text);
  if (column && PROGRAM.has(column)) return refuse(row, key, 'programField');
  if (known && !known.has(columnName(text))) return refuse(row, key, 'unknownField');
  return fieldNamed(text);
}

function readMustOf(
  row: Found,
  kind: MustKind,
  field: Field,
  known: ReadonlySet<string> | undefined,
): Must | null {
  if (!doesFit(field, kind)) return refuse(row, 'must', 'mustDoesNotFit');
  const read = readMust(kind, row.cell('value'));
  if (read.kind === 'problem') return refuse(row, 'value', read.code);
  const { must } = read;
  const unlike = cannotEqual(field, must);
  if (unlike) return refuse(row, 'value', unlike);
  if (isValueTooMany(must, row.cell('value'))) row.report('value', 'valueNotUsed');
  if (must.kind !== 'afterField') return must;
  const other = readField(row, 'value', known);
  if (!other) return null;
  if (other === field) return refuse(row, 'value', 'fieldAgainstItself');
  return doesFit(other, 'isDate') ? must : refuse(row, 'value', 'valueNotField');
}

const FOR_NUMBERS: ReadonlySet<MustKind> = new Set(['atLeast', 'atMost']);
const FOR_DAYS: ReadonlySet<MustKind> = new Set([
  'isDate',
  'afterToday',
  'beforeToday',
  'afterField',
]);

/** Whether an operator can ever hold for a standard field; the team's own columns hold what they like. */
function doesFit(field: Field, kind: MustKind): boolean {
  if (field.startsWith('own:')) return true;
  const holds = kindOf(field as StandardField);
  if (kind === 'isTicked') return false;
  if (FOR_NUMBERS.has(kind)) return holds === 'amount' || holds === 'chance';
  return !FOR_DAYS.has(kind) || holds === 'day';
}

/** Why a standard field never says what a row names: a day is no text, and an amount is no "lots". */
function cannotEqual(field: Field, must: Must): ProblemCode | null {
  const texts = must.kind === 'equals' ? [must.text] : must.kind === 'oneOf' ? must.texts : [];
  if (field.startsWith('own:') || texts.length === 0) return null;
  const holdsDays = kindOf(field as StandardField) === 'day';
  if (kindOf(field as StandardField) === 'text') return null;
  const isLike = (text: string) =>
    holdsDays ? isDay(text) : numberIn({ kind: 'text', text }) !== null;
  if (texts.some(isLike)) return null;
  return holdsDays ? 'valueNotDay' : 'valueNotNumber';
}

/** Rows of the Gates tab in its standard column order, one a criterion. */
export function gateRows(
  criteria: readonly Criterion[],
  stages: readonly Stage[],
  language: Language,
): Grid {
  const words = CHOICE_WORDS[language];
  const labels = new Map(stages.map((stage) => [stage.key, stage.label]));
  return criteria.map((criterion) => [
    labels.get(criterion.stage) ?? criterion.stage,
    words.sides[criterion.side],
    headerOf(criterion.field, language),
    words.musts[criterion.must.kind],
    mustValue(criterion.must, language),
    criterion.group,
    criterion.say,
    '',
  ]);
}
