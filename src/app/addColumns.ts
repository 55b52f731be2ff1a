import type { Criterion, Must } from '../domain/criterion';
import type { Field } from '../domain/fact';
import { insertColumns, layColumns } from '../google/layTab';
import { NO_FIELD, readGates } from '../sheet/gatesTab';
import { columnOf, type Headers } from '../sheet/headers';
import { type ColumnLayout, layoutOf } from '../sheet/layout';
import { dealsTab } from './findRows';
import type { OpenPipeline } from './openPipeline';

type Kind = ColumnLayout['kind'];

/** A column that the Gates tab asks for and Deals does not have. */
export interface MissingField {
  readonly field: Field;
  readonly kind: Kind;
}

/** What a column must hold for a criterion to be met. */
function kindFor(must: Must): Kind {
  switch (must.kind) {
    case 'isTicked':
      return 'tick';
    case 'isDate':
    case 'afterToday':
    case 'beforeToday':
    case 'afterField':
      return 'day';
    case 'atLeast':
    case 'atMost':
      return 'number';
    default:
      return 'text';
  }
}

/** The team's own columns that criteria name and Deals lacks, in the order of the Gates tab. */
export function missingFields(
  open: OpenPipeline,
  headers: Headers<'deals'>,
): readonly MissingField[] {
  if (!open.configuration.problems.some(({ code }) => code === 'unknownField')) return [];
  const grid = open.workbook.tab('gates')?.readAll() ?? [];
  const { criteria } = readGates(grid, { stages: open.configuration.pipeline.stages });
  const missing = new Map<Field, Kind>();
  const ask = (field: Field, kind: Kind) => {
    const isOwn = field.startsWith('own:') && field !== NO_FIELD;
    if (isOwn && columnOf(headers, field) === 0 && !missing.has(field)) missing.set(field, kind);
  };
  for (const { field, must } of criteria as readonly Criterion[]) {
    ask(field, kindFor(must));
    if (must.kind === 'afterField') ask(must.other, 'day');
  }
  return [...missing].map(([field, kind]) => ({ field, kind }));
}

/** Adds columns before the program's block, which stays at the right. */
export function addColumns(open: OpenPipeline, fields: readonly MissingField[]): void {
  if (fields.length === 0) return;
  const { deals, headers } = dealsTab(open);
  const before = headers.columns.get('gate') ?? headers.texts.length + 1;
  insertColumns(deals.sheet, before, fields.length);
  const placed = fields.map(({ field, kind }, i) => ({
    layout: ownColumn(field, kind),
    column: before + i,
  }));
  layColumns(deals.sheet, layoutOf('deals', open.language), headers.row, placed, () => null);
}

function ownColumn(field: Field, kind: Kind): ColumnLayout {
  return {
    key: field,
    header: field.slice('own:'.length),
    width: 130,
    format: kind === 'day' ? 'yyyy-mm-dd' : '',
    kind,
    choices: null,
    strict: false,
    hidden: false,
    note: '',
    program: false,
    wrap: false,
  };
}
