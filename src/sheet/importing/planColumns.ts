import type { FileTable, ImportMap } from '../../rpc/importCalls';
import { importWords } from '../../words/imports';
import type { Language } from '../../words/language';
import { columnsOf, type FileColumn, guessDealColumns } from './columnGuess';
import { guessHistoryColumns, guessJoin } from './historyGuess';
import type { DealsRole, HistoryRole } from './importPlan';
import type { HeaderMeaning, HistoryMeaning } from './synonyms';
import { meaningOf, ownRole, roleOf, toldHistory, toldRole } from './toldRoles';

/** The columns of both files and what each one is; date columns that name a stage come later. */
export interface PlannedColumns {
  readonly deals: readonly FileColumn[];
  readonly roles: DealsRole[];
  readonly history: readonly FileColumn[];
  readonly historyRoles: readonly HistoryRole[];
  /** Columns whose role the map told, in either file. */
  readonly told: ReadonlySet<number>;
  readonly toldHistory: ReadonlySet<number>;
  /** Columns of the map that no file has. */
  readonly unused: readonly string[];
}

interface Told<R> {
  readonly roles: ReadonlyMap<number, R>;
}

function told<R>(
  table: FileTable | null,
  map: ImportMap,
  read: (ours: string | null) => R,
): Told<R> {
  const roles = new Map<number, R>();
  for (const [theirs, ours] of Object.entries(map.columns ?? {})) {
    const wanted = theirs.trim().toLowerCase();
    const column = table?.headers.findIndex((h) => h.trim().toLowerCase() === wanted) ?? -1;
    if (column !== -1) roles.set(column, read(ours));
  }
  return { roles };
}

function historyColumns(
  files: { readonly deals: FileTable; readonly history: FileTable | null; readonly map: ImportMap },
  deals: readonly FileColumn[],
  id: number,
) {
  if (files.history === null) return { columns: [], roles: [], id, told: new Set<number>() };
  const columns = columnsOf(files.history);
  const given = told<HistoryMeaning | null>(files.history, files.map, toldHistory).roles;
  const toldDeal = [...given].find(([, meaning]) => meaning === 'deal')?.[0];
  const join = guessJoin(columns, deals, id);
  const deal = toldDeal ?? join.deal;
  const known = new Map(given);
  if (deal !== -1) known.set(deal, 'deal');
  const found = guessHistoryColumns(columns, known);
  const roles = columns.map((_, i): HistoryRole => {
    const meaning = known.get(i) ?? found.get(i);
    return meaning === undefined || meaning === null || meaning === 'left' ? 'ignore' : meaning;
  });
  return { columns, roles, id: toldDeal === undefined ? join.id : id, told: new Set(given.keys()) };
}

/** What each column is: told by the map, else guessed by its header and cells, else the team's own. */
export function planColumns(
  files: { readonly deals: FileTable; readonly history: FileTable | null; readonly map: ImportMap },
  language: Language,
): PlannedColumns {
  const deals = columnsOf(files.deals);
  const { again } = importWords[language];
  const given = told(files.deals, files.map, (ours) => toldRole(ours, again)).roles;
  const taken = new Map<number, HeaderMeaning | null>(
    [...given].map(([column, role]) => [column, meaningOf(role)]),
  );
  const found = guessDealColumns(deals, taken);
  const toldId = [...given].find(([, role]) => role.kind === 'id')?.[0];
  const guessedId = [...found].find(([, meaning]) => meaning === 'id')?.[0];
  const history = historyColumns(files, deals, toldId ?? guessedId ?? -1);
  const id = toldId ?? history.id;
  const roles = deals.map(({ header }, column): DealsRole => {
    if (column === id) return { kind: 'id' };
    const role = given.get(column);
    if (role !== undefined) return role;
    const meaning = found.get(column);
    return meaning === undefined || meaning === 'id' ? ownRole(header, again) : roleOf(meaning);
  });
  const headers = new Set(
    [...files.deals.headers, ...(files.history?.headers ?? [])].map((h) => h.trim().toLowerCase()),
  );
  return {
    deals,
    roles,
    history: history.columns,
    historyRoles: history.roles,
    told: new Set(given.keys()),
    toldHistory: history.told,
    unused: Object.keys(files.map.columns ?? {}).filter(
      (h) => !headers.has(h.trim().toLowerCase()),
    ),
  };
}
