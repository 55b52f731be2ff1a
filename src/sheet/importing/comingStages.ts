import { named } from '../../domain/named';
import type { SentDeal } from '../../rpc';
import type { FileTable } from '../../rpc/importCalls';
import type { ImportPlan, PlannedStage } from './importPlan';
import { stageText } from './stageSynonyms';

interface Files {
  readonly deals: FileTable;
  readonly history: FileTable | null;
}

/**
 * The plan's stages without those that only rejected rows name: no deal that comes in was ever there. Stages that the workbook
 * has, that a column is called after or that somebody told beside the files stay, and so does each closed one.
 */
export function comingStages(
  plan: ImportPlan,
  files: Files,
  deals: readonly Pick<SentDeal, 'steps'>[],
): readonly PlannedStage[] {
  const used = new Set(deals.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to])));
  for (const { role } of plan.columns) if (role.kind === 'entered') used.add(role.stage);
  const isLeft = ({ key, kind, added }: PlannedStage) => added && kind === 'open' && !used.has(key);
  if (!plan.stages.some(isLeft)) return plan.stages;
  const inRows = keysInRows(plan, files);
  const coming = plan.stages.filter((stage) => !isLeft(stage) || !inRows.has(stage.key));
  return coming.some(({ kind }) => kind === 'open') ? coming : plan.stages;
}

/** The stages that the cells of both files name. */
function keysInRows(plan: ImportPlan, { deals, history }: Files): ReadonlySet<string> {
  const texts = new Set<string>();
  const read = (table: FileTable | null, column: number) => {
    for (const row of column === -1 ? [] : (table?.rows ?? [])) texts.add(row[column] ?? '');
  };
  read(
    deals,
    plan.columns.findIndex(({ role }) => role.kind === 'field' && role.field === 'stage'),
  );
  const roles = plan.history?.columns.map(({ role }) => role) ?? [];
  for (const role of ['stage', 'from'] as const) read(history, roles.indexOf(role));
  return new Set([...texts].map((text) => named(plan.stageOf, stageText(text)) ?? ''));
}
