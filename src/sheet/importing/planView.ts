import Papa from 'papaparse';
import { STANDARD_FIELDS } from '../../domain/fact';
import { named } from '../../domain/named';
import type { FileTable, Reject } from '../../rpc/importCalls';
import { importWords } from '../../words/imports';
import type { Language } from '../../words/language';
import { TAB_WORDS } from '../../words/tabs';
import type { DealsRole, HistoryRole, ImportPlan } from './importPlan';
import { saysNothing } from './moment';
import { stageText } from './stageSynonyms';

/** What a column may be, in words; `value` is what a map says for it. */
export interface RoleChoice {
  readonly value: string;
  readonly label: string;
}

/** What a map would say for a column of this role; `''` leaves it out. */
export function roleValue(role: DealsRole, plan: ImportPlan): string {
  if (role.kind === 'ignore') return '';
  if (role.kind === 'field') return role.field;
  if (role.kind !== 'entered') return role.kind;
  const stage = plan.stages.find(({ key }) => key === role.stage);
  return `entered: ${stage?.label ?? role.stage}`;
}

/** Everything that a column of the deals file may become, a column of its own and nothing aside. */
export function roleChoices(plan: ImportPlan, language: Language): readonly RoleChoice[] {
  const headings: Readonly<Record<string, string>> = TAB_WORDS[language].headings.deals;
  const { roles } = importWords[language];
  const entered = plan.stages.map(({ label }) => ({
    value: `entered: ${label}`,
    label: roles.entered(label),
  }));
  return [
    { value: 'id', label: roles.id },
    ...STANDARD_FIELDS.map((field) => ({ value: field, label: headings[field] ?? field })),
    { value: 'created', label: roles.created },
    { value: 'closed', label: roles.closed },
    { value: 'since', label: headings.stageSince ?? 'since' },
    { value: 'outcome', label: roles.outcome },
    ...entered,
  ];
}

/** Everything that a column of a history may be. */
export function historyChoices(language: Language): readonly RoleChoice[] {
  const { roles } = importWords[language];
  const words: Readonly<Record<Exclude<HistoryRole, 'ignore'>, string>> = {
    deal: roles.historyDeal,
    stage: roles.historyStage,
    from: roles.historyFrom,
    at: roles.historyAt,
    by: roles.historyBy,
    field: roles.historyField,
  };
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** A stage as the files write it, how often, and the stage that it means. */
export interface FoundStage {
  readonly text: string;
  readonly rows: number;
  readonly key: string;
}

/** The stages that the files name, the commonest first; each in the spelling that comes first. */
export function foundStages(
  plan: ImportPlan,
  deals: FileTable,
  history: FileTable | null,
): readonly FoundStage[] {
  const found = new Map<string, { text: string; rows: number; key: string }>();
  const count = (table: FileTable, column: number) => {
    for (const row of column === -1 ? [] : table.rows) {
      const text = (row[column] ?? '').trim();
      const key = named(plan.stageOf, stageText(text));
      if (saysNothing(text) || key === undefined) continue;
      const same = found.get(stageText(text)) ?? { text, rows: 0, key };
      same.rows += 1;
      found.set(stageText(text), same);
    }
  };
  const stage = plan.columns.findIndex(
    ({ role }) => role.kind === 'field' && role.field === 'stage',
  );
  count(deals, stage);
  if (history !== null) {
    count(history, plan.history?.columns.findIndex(({ role }) => role === 'stage') ?? -1);
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

/** Rejected rows as a CSV file that spreadsheets open with its letters right. */
export function rejectsCsv(rejects: readonly Reject[]): string {
  const rows = rejects.map(({ file, line, column, reason, row }) => ({
    file,
    line,
    column,
    reason,
    row: Papa.unparse([row], { newline: '\n' }),
  }));
  const columns = ['file', 'line', 'column', 'reason', 'row'];
  // What begins like a formula must stay text when the list is opened.
  return `\ufeff${Papa.unparse(rows, { columns, newline: '\r\n', escapeFormulae: true })}\r\n`;
}
