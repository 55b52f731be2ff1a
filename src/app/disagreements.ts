import { changedFields } from '../domain/changes';
import { seqOf } from '../domain/fingerprint';
import type { DealHistory } from '../domain/history';
import { stageEver } from '../domain/pipeline';
import type { Problem } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { isUnseen } from '../sheet/mergedCells';
import type { OpenPipeline } from './openPipeline';
import { type Book, knownRows } from './readBook';
import type { Stock } from './stock';

type Histories = Stock['histories'];

/**
 * Where the cells of Deals say otherwise than the ledger: what another program wrote, and what the next check of the
 * whole workbook will judge or put right.
 */
export function disagreements(
  open: OpenPipeline,
  book: Book,
  { histories }: Stock,
): readonly Problem[] {
  // Without its IDs no row can be told from another.
  if (!book.headers.columns.has('id')) return [];
  const rows = knownRows(book);
  const first = new Map<string, DealRow>();
  for (const row of rows) if (row.id !== '' && !first.has(row.id)) first.set(row.id, row);
  const found = [...first.values()].flatMap((row) => {
    const history = histories.get(row.id);
    return history === undefined || history.deleted
      ? [at(book, row, 'id', 'dealNotNoted', [row.name || row.id])]
      : ofRow(open, book, row, history);
  });
  if (rows.length < book.rows.length) return found;
  return [...found, ...gone(open, histories, present(book, first))];
}

function ofRow(open: OpenPipeline, book: Book, row: DealRow, history: DealHistory): Problem[] {
  const { columns, texts } = book.headers;
  const stage = stageEver(open.configuration.pipeline, history.stage);
  // A stage that nobody knows is told as such; one behind merged cells says nothing.
  const isSeen = columns.has('stage') && !isUnseen(book.merged, row.row, columns.get('stage') ?? 0);
  if (
    isSeen &&
    row.stage?.key !== history.stage &&
    (row.stage !== undefined || row.stageTyped === '')
  ) {
    const about = [row.stageTyped, '', stage?.label ?? history.stage];
    return [at(book, row, 'stage', 'stageDisagrees', about)];
  }
  const field = changedFields(history.state, row.tracked).find((changed) => columns.has(changed));
  if (field !== undefined) {
    const column = columns.get(field) ?? 0;
    const typed = cellText(book.cells[row.row - 1]?.[column - 1]);
    return [at(book, row, field, 'changeNotNoted', [typed, texts[column - 1] ?? ''])];
  }
  const isKept = !columns.has('acceptedStage') || row.accepted?.key === history.stage;
  const isUnknown = stage === undefined || row.program.accepted === stage.label;
  return isKept || isUnknown
    ? []
    : [at(book, row, 'acceptedStage', 'blockDisagrees', [row.program.accepted, '', stage.label])];
}

/** The deals that are archived or that rows show: by their IDs, or by the entry that the Version of a row without a good one names. */
function present(
  { rows, lines, archived }: Book,
  first: ReadonlyMap<string, DealRow>,
): ReadonlySet<string> {
  const lost = new Set(rows.filter((row) => first.get(row.id) !== row).map(versionSeq));
  const named = lines.filter(({ seq }) => lost.has(seq)).map(({ deal }) => deal);
  return new Set([...first.keys(), ...named, ...archived]);
}

function versionSeq({ program }: DealRow): number | null {
  return seqOf(program.version);
}

/** Deals that no row shows any more, and of which the ledger does not say so. */
function gone(
  { configuration }: OpenPipeline,
  histories: Histories,
  shown: ReadonlySet<string>,
): readonly Problem[] {
  return [...histories.values()]
    .filter(({ deal, deleted }) => !deleted && !shown.has(deal))
    .map(({ deal, stage }) => {
      const label = stageEver(configuration.pipeline, stage)?.label ?? stage;
      return { tab: 'deals', row: 0, column: 0, code: 'dealGone', about: [deal, '', label] };
    });
}

function at(
  { headers }: Book,
  { row }: DealRow,
  key: string,
  code: string,
  about: readonly string[],
): Problem {
  return { tab: 'deals', row, column: headers.columns.get(key) ?? 0, code, about };
}
