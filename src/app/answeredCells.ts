import type { Place, Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { cellDay, cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import type { Verdict } from './judgeRow';
import type { RowsRead } from './rowsRead';

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
  { headers, first, cells }: RowsRead,
  verdicts: readonly Verdict[],
): void {
  const held = verdicts.filter(({ stageCell }) => stageCell !== null);
  const typed = held.map(({ row }): [number, string] => [row.row, row.request.stage]);
  writeByValue(deals, headers.columns.get('stage') ?? 0, typed);
  const answered = verdicts.filter(({ pipelineCell }) => pipelineCell !== null);
  const named = answered.map(({ row }): [number, string] => [row.row, row.request.pipeline ?? '']);
  writeByValue(deals, headers.columns.get('pipeline') ?? 0, named);
  const column = headers.columns.get('closeDate') ?? 0;
  const closing = verdicts.filter(({ closeDateCell }) => closeDateCell !== null);
  const dates = new Map<string, Cell>();
  const days = closing.map(({ row }): [number, string] => {
    const cell = typedDate(row, cells[row.row - first]?.[column - 1] ?? '');
    dates.set(cellText(cell), cell);
    return [row.row, cellText(cell)];
  });
  writeByValue(deals, column, days, (text) => dates.get(text) ?? '');
}

/** The Close date as it was read, or what a page has written over it since. */
function typedDate({ tracked: { closeDate } }: DealRow, read: Cell): Cell {
  if (cellDay(read) === closeDate) return read;
  return closeDate === null ? '' : { date: closeDate };
}

/** One call a label: the number of stages bounds it, not the number of rows, and no neighbour's cell is touched. */
function writeStages(deals: Tab, headers: Headers<'deals'>, verdicts: readonly Verdict[]): void {
  const column = headers.columns.get('stage') ?? 0;
  writeByValue(
    deals,
    column,
    verdicts.map(({ row, stageCell }) => [row.row, stageCell]),
  );
}

/** One call a pipeline, where there are several and deals went from one to another. */
function writePipelines(deals: Tab, headers: Headers<'deals'>, verdicts: readonly Verdict[]): void {
  const column = headers.columns.get('pipeline') ?? 0;
  writeByValue(
    deals,
    column,
    verdicts.map(({ row, pipelineCell }) => [row.row, pipelineCell]),
  );
}

function writeCloseDates(
  deals: Tab,
  headers: Headers<'deals'>,
  verdicts: readonly Verdict[],
): void {
  const column = headers.columns.get('closeDate') ?? 0;
  const days = verdicts.map(({ row, closeDateCell }): [number, string | null] => [
    row.row,
    closeDateCell,
  ]);
  writeByValue(deals, column, days, (date) => (date === '' ? '' : { date }));
}

function writeByValue(
  tab: Tab,
  column: number,
  values: readonly (readonly [row: number, value: string | null])[],
  cell: (value: string) => Cell = (value) => value,
): void {
  if (column === 0) return;
  const places = new Map<string, Place[]>();
  for (const [row, value] of values) {
    if (value === null) continue;
    const same = places.get(value) ?? [];
    same.push({ row, column });
    places.set(value, same);
  }
  for (const [value, same] of places) tab.writeSame(same, cell(value));
}
