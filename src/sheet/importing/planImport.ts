import type { Day } from '../../domain/day';
import type { Stage } from '../../domain/pipeline';
import type { FileTable, ImportMap } from '../../rpc';
import type { Language } from '../../words/language';
import { AS_TEXT, dateOrders, ownKind, unitOf, usesDecimalComma } from './columnReading';
import { enteredColumns } from './enteredColumns';
import { historyEvidence } from './historyEvidence';
import {
  DATE_ORDERS,
  type DateOrder,
  type DealsRole,
  type ImportPlan,
  type Reading,
} from './importPlan';
import { saysNothing } from './moment';
import { type PlannedColumns, planColumns } from './planColumns';
import { guessesOf } from './planGuesses';
import { readPrices } from './priceList';
import { type DealsFile, dealsFile, outcomesIn, repeatsIn, stageEvidence } from './stageEvidence';
import { guessStages } from './stageGuess';
import { stageText } from './stageSynonyms';

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

/** What an import comes to: the workbook's stages, its language, its currency. */
export interface ImportTarget {
  readonly stages: readonly Stage[];
  readonly language: Language;
  readonly currency?: string;
}

/** One thing that nobody told and the program decided: for people to look at. */
export interface Guess {
  readonly about: string;
  readonly theirs: string;
  readonly ours: string;
}

const DAY_FIELDS: ReadonlySet<string> = new Set([
  'closeDate',
  'nextStepDate',
  'revisitOn',
  'planDue',
]);

function isDayRole(role: DealsRole): boolean {
  if (role.kind === 'field') return DAY_FIELDS.has(role.field);
  return ['created', 'closed', 'entered', 'since'].includes(role.kind);
}

/** A date's order that the map answers for the whole import, for want of a proof. */
function toldOrder(map: ImportMap): DateOrder | undefined {
  return DATE_ORDERS.find((order) => order === map.answers?.dateOrder);
}

function readingOf(role: DealsRole, i: number, columns: PlannedColumns, home: string): Reading {
  const { profile, header } = columns.deals[i]!;
  if (isDayRole(role)) return { ...AS_TEXT, kind: 'day' };
  if (role.kind !== 'field') return AS_TEXT;
  if (role.field === 'amount') {
    const decimalComma = usesDecimalComma(profile);
    return { ...AS_TEXT, kind: 'number', decimalComma, ...unitOf(header, home) };
  }
  if (role.field === 'winChance') {
    const percent = [...profile.values.keys()].some(
      (text) => parseFloat(text) > 1 || /%/.test(text),
    );
    return { ...AS_TEXT, kind: 'number', factor: percent ? 0.01 : 1 };
  }
  return role.field.startsWith('own:') ? { ...AS_TEXT, kind: ownKind(profile) } : AS_TEXT;
}

/** The readings of both files; orders of dates are decided together, as one export writes one way. */
function readings(columns: PlannedColumns, files: ImportFiles, target: ImportTarget) {
  const deals = columns.roles.map((role, i) => readingOf(role, i, columns, target.currency ?? ''));
  const history = columns.historyRoles.map(
    (role): Reading => ({ ...AS_TEXT, kind: role === 'at' ? 'day' : 'text' }),
  );
  const dated = [
    ...columns.roles.flatMap((role, i) =>
      isDayRole(role)
        ? [{ set: deals, i, profile: columns.deals[i]!.profile, past: role.kind !== 'field' }]
        : [],
    ),
    ...history.flatMap(({ kind }, i) =>
      kind === 'day' ? [{ set: history, i, profile: columns.history[i]!.profile, past: true }] : [],
    ),
  ];
  const comma = deals.some((reading) => reading.decimalComma);
  const fallback = target.language === 'zh' ? 'ymd' : comma ? 'dmy' : 'mdy';
  const told = toldOrder(files.map);
  const orders = dateOrders(dated, files.asOf, told ?? fallback);
  const guessed: string[] = [];
  dated.forEach(({ set, i }, n) => {
    const { order, guessed: open } = orders[n]!;
    const unproved = open && told !== undefined ? told : order;
    set[i] = { ...set[i]!, dateOrder: unproved };
    const header = (set === deals ? columns.deals : columns.history)[i]!.header;
    if (open && told === undefined) guessed.push(header);
  });
  return { deals, history, guessedOrders: guessed };
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

/**
 * How the files are to be read, and what of it was guessed. Never throws on what a file holds.
 * Everything is decided by all rows together, so slices of the files can be read one by one.
 */
export function planImport(
  files: ImportFiles,
  target: ImportTarget,
): { readonly plan: ImportPlan; readonly guesses: readonly Guess[] } {
  const named = planColumns(files, target.language);
  const file = dealsFile(files, named);
  const columns = { ...named, roles: withEntered(named, file) };
  const read = readings(columns, files, target);
  const at = columns.historyRoles.indexOf('at');
  const history =
    files.history === null
      ? null
      : historyEvidence(files.history, {
          deal: columns.historyRoles.indexOf('deal'),
          stage: columns.historyRoles.indexOf('stage'),
          from: columns.historyRoles.indexOf('from'),
          at,
          dateOrder: read.history[at]?.dateOrder ?? 'ymd',
        });
  const evidence = stageEvidence(files, columns, history?.paths ?? []);
  const stages = guessStages(evidence, files.map.stages ?? {}, {
    stages: target.stages,
    mode: files.stages,
    language: target.language,
  });
  const prices = readPrices(files.prices);
  const keyed = columns.roles.map(
    (role): DealsRole =>
      role.kind === 'entered'
        ? { kind: 'entered', stage: stages.stageOf[stageText(role.stage)] ?? '' }
        : role,
  );
  const plan: ImportPlan = {
    columns: keyed.map((role, i) => ({
      header: columns.deals[i]!.header,
      role,
      reading: read.deals[i]!,
    })),
    history:
      files.history === null || history === null
        ? null
        : {
            columns: columns.historyRoles.map((role, i) => ({
              header: columns.history[i]!.header,
              role,
              reading: read.history[i]!,
            })),
            ties: history.ties,
          },
    stages: [...stages.stages],
    replacesStages: files.stages === 'from-data',
    stageOf: stages.stageOf,
    outcomeOf: outcomesIn(columns, stages.stages),
    prices: Object.fromEntries(prices),
    amountsWhileOpen: amountsWhileOpen(files.deals, columns, { file, stages }),
    repeats: repeatsIn(files.deals, columns),
  };
  return {
    plan,
    guesses: guessesOf({ plan, files, columns, stages, target, guessedOrders: read.guessedOrders }),
  };
}

/** Headers of amounts that are only known once the deal is done: "close_value", 成交金额. */
const PAID = /\b(?:closed?|won|final|actual|paid|booked)\b|成交|签约|实际/i;

/**
 * Whether the file knew amounts while deals were open: most of its open deals have one. Without
 * open deals the header tells.
 */
function amountsWhileOpen(
  deals: FileTable,
  columns: PlannedColumns,
  { file, stages }: { readonly file: DealsFile; readonly stages: ReturnType<typeof guessStages> },
): boolean {
  const amount = columns.roles.findIndex((r) => r.kind === 'field' && r.field === 'amount');
  if (amount === -1) return true;
  const kinds = new Map(stages.stages.map((stage) => [stage.key, stage.kind]));
  let open = 0;
  let filled = 0;
  deals.rows.forEach((row) => {
    const key = stages.stageOf[stageText(row[file.stage] ?? '')] ?? '';
    if (kinds.get(key) !== 'open') return;
    open += 1;
    if (!saysNothing(row[amount] ?? '')) filled += 1;
  });
  if (open > 0) return filled >= open / 2;
  return !PAID.test(columns.deals[amount]!.header.replace(/_/g, ' '));
}
