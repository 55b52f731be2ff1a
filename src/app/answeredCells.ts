import type { Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { cellDay } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import type { Verdict } from './judgeRow';
import type { RowsRead } from './rowsRead';
import { writeByValue, writeColumn } from './writeColumn';

/** Writes the answers to what people asked for into their own cells: stages, pipelines and the days of wins. */
export function writeAnswers(
  deals: Tab,
  headers: Headers<'deals'>,
  verdicts: readonly Verdict[],
): void {
  writeStages(deals, headers, verdicts);
  writePipelines(deals, headers, verdicts);
  writeCloseDates(deals, headers, verdicts);
}

/** Writes what people had typed back over the answers: for somebody to judge who may write the ledger. */
export function giveBack(
  deals: Tab,
  { headers: { columns }, first, cells }: RowsRead,
  verdicts: readonly Verdict[],
): void {
  const [stage, pipeline] = [columns.get('stage') ?? 0, columns.get('pipeline') ?? 0];
  const closeDate = columns.get('closeDate') ?? 0;
  const given = (column: number, cell: (verdict: Verdict) => Cell | null) =>
    writeColumn(
      deals,
      column,
      verdicts.map((verdict) => [verdict.row.row, cell(verdict)]),
    );
  given(stage, ({ stageCell, row }) => (stageCell === null ? null : row.request.stage));
  given(pipeline, (verdict) =>
    verdict.pipelineCell === null ? null : (verdict.row.request.pipeline ?? ''),
  );
  given(closeDate, ({ closeDateCell, row }) =>
    closeDateCell === null ? null : typedDate(row, cells[row.row - first]?.[closeDate - 1] ?? ''),
  );
}

/** The Close date as it was read, or what a page has written over it since. */
function typedDate({ tracked: { closeDate } }: DealRow, read: Cell): Cell {
  if (cellDay(read) === closeDate) return read;
  return closeDate === null ? '' : { date: closeDate };
}

/** One call a label: the number of stages bounds it, not the number of rows, and no neighbour's cell is touched. */
function writeStages(deals: Tab, headers: Headers<'deals'>, verdicts: readonly Verdict[]): void {
  const cells = verdicts.map(({ row, stageCell }) => [row.row, stageCell] as const);
  writeByValue(deals, headers.columns.get('stage') ?? 0, cells);
}

/** One call a pipeline, where there are several and deals went from one to another. */
function writePipelines(deals: Tab, headers: Headers<'deals'>, verdicts: readonly Verdict[]): void {
  const cells = verdicts.map(({ row, pipelineCell }) => [row.row, pipelineCell] as const);
  writeByValue(deals, headers.columns.get('pipeline') ?? 0, cells);
}

function writeCloseDates(
  deals: Tab,
  headers: Headers<'deals'>,
  verdicts: readonly Verdict[],
): void {
  const cells = verdicts.map(({ row, closeDateCell: date }): [number, Cell | null] => [
    row.row,
    date === null || date === '' ? date : { date },
  ]);
  writeColumn(deals, headers.columns.get('closeDate') ?? 0, cells);
}
