import type { FileTable, ImportMap } from '../../rpc/importCalls';
import type { PlannedStage } from './importPlan';
import { saysNothing } from './moment';
import type { PlannedColumns } from './planColumns';
import type { StageEvidence } from './stageGroups';
import { outcomeSense, stageText } from './stageSynonyms';

interface Files {
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly map: ImportMap;
}

/** Where the deals file says the stage, and every stage text of both files. */
export interface DealsFile {
  /** Column from 0; -1 when the file has none. */
  readonly stage: number;
  readonly stageTexts: ReadonlyMap<string, number>;
}

export function fieldColumn(columns: Pick<PlannedColumns, 'roles'>, field: string): number {
  return columns.roles.findIndex((role) => role.kind === 'field' && role.field === field);
}

function count(into: Map<string, number>, table: FileTable | null, column: number): void {
  if (table === null || column === -1) return;
  for (const row of table.rows) {
    const text = (row[column] ?? '').trim();
    if (!saysNothing(text)) into.set(text, (into.get(text) ?? 0) + 1);
  }
}

/** The stage texts that the rows of both files hold. */
export function dealsFile(files: Files, columns: PlannedColumns): DealsFile {
  const stage = fieldColumn(columns, 'stage');
  const stageTexts = new Map<string, number>();
  count(stageTexts, files.deals, stage);
  count(stageTexts, files.history, columns.historyRoles.indexOf('stage'));
  count(stageTexts, files.history, columns.historyRoles.indexOf('from'));
  return { stage, stageTexts };
}

/** Everything in the files that tells what the stages are and how they follow each other. */
export function stageEvidence(
  files: Files,
  columns: PlannedColumns,
  paths: readonly (readonly string[])[],
): StageEvidence {
  const { stage, stageTexts } = dealsFile(files, columns);
  const texts = new Map(stageTexts);
  for (const role of columns.roles) {
    if (role.kind === 'entered' && !texts.has(role.stage)) texts.set(role.stage, 0);
  }
  const outcome = columns.roles.findIndex((role) => role.kind === 'outcome');
  const chance = fieldColumn(columns, 'winChance');
  const outcomes = new Map<string, { won: number; lost: number; open: number }>();
  const sums = new Map<string, { sum: number; count: number }>();
  for (const row of files.deals.rows) {
    const text = stageText(row[stage] ?? '');
    const sense = outcome === -1 ? null : outcomeSense(row[outcome] ?? '');
    if (sense !== null && sense !== 'nurture') {
      const seen = outcomes.get(text) ?? { won: 0, lost: 0, open: 0 };
      seen[sense === '' ? 'open' : sense] += 1;
      outcomes.set(text, seen);
    }
    const number = Number.parseFloat(row[chance] ?? '');
    if (chance !== -1 && !Number.isNaN(number)) {
      const mean = sums.get(text) ?? { sum: 0, count: 0 };
      sums.set(text, { sum: mean.sum + number, count: mean.count + 1 });
    }
  }
  const chances = new Map([...sums].map(([text, { sum, count: n }]) => [text, sum / n]));
  return { texts, paths, outcomes, chances };
}

/** What the texts of an outcome column mean: the key of a closed stage, `''` for still open. */
export function outcomesIn(
  columns: PlannedColumns,
  stages: readonly PlannedStage[],
): Record<string, string> {
  const found = new Map<string, string>();
  const outcome = columns.roles.findIndex((role) => role.kind === 'outcome');
  if (outcome === -1) return {};
  for (const text of columns.deals[outcome]!.profile.values.keys()) {
    const sense = outcomeSense(text);
    if (sense === null) continue;
    const key = sense === '' ? '' : (stages.find((s) => s.kind === sense)?.key ?? '');
    found.set(stageText(text), key);
  }
  return Object.fromEntries(found);
}

/** Lines whose identifier stands on an earlier line, and that line. */
export function repeatsIn(deals: FileTable, columns: PlannedColumns): Record<string, number> {
  const id = columns.roles.findIndex((role) => role.kind === 'id');
  const first = new Map<string, number>();
  const repeats: Record<string, number> = {};
  if (id === -1) return repeats;
  deals.rows.forEach((row, i) => {
    const text = (row[id] ?? '').trim();
    const line = deals.lines[i] as number;
    if (saysNothing(text)) return;
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, line);
    else repeats[String(line)] = earlier;
  });
  return repeats;
}
