import { Book, type Right } from './book';
import type { ChartModel, ChartRange } from './chart';
import type { ConditionalFormat } from './conditionalFormat';
import type { Facts } from './facts';
import { Layer, type LayerJson } from './layer';
import type { ProtectionModel } from './protection';
import type { CellValue, Rect } from './rect';
import { type LineProperties, SheetModel } from './sheet';
import { type CellStyle, styleOf } from './style';
import type { ValidationRule } from './validation';

export interface SheetJson {
  readonly id: number;
  readonly name: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor: string | null;
  readonly rows: readonly (readonly CellValue[])[];
  readonly charts: readonly ChartModel[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Absent in files from before merged cells. */
  readonly merges?: readonly Rect[];
  readonly layers: Readonly<Record<LayerName, LayerJson>>;
}

export interface BookJson {
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly owner: string;
  readonly rights: readonly (readonly [string, Right])[];
  readonly otherRight: Right;
  readonly protections: readonly ProtectionModel[];
  readonly names: readonly (readonly [string, ChartRange])[];
  readonly nextId: number;
  readonly sheets: readonly SheetJson[];
}

const LAYERS = [
  'formulas',
  'formats',
  'styles',
  'notes',
  'validations',
  'rowLines',
  'columnLines',
] as const;
type LayerName = (typeof LAYERS)[number];

/** The whole workbook as JSON; the clock, facts and formula engine are not part of it. */
export function bookToJson(book: Book): BookJson {
  return {
    version: 1,
    id: book.id,
    name: book.name,
    timeZone: book.timeZone,
    locale: book.locale,
    owner: book.owner,
    rights: [...book.rights],
    otherRight: book.otherRight,
    protections: book.protections,
    names: [...book.names],
    nextId: book.nextId,
    sheets: book.sheets.map(sheetToJson),
  };
}

/** A workbook read back; throws when the text is of another version. */
export function bookFromJson(json: BookJson, facts: Partial<Facts> = {}): Book {
  if (json.version !== 1) throw new Error(`a workbook of version ${json.version} cannot be read`);
  const book = new Book({
    id: json.id,
    name: json.name,
    timeZone: json.timeZone,
    locale: json.locale,
    owner: json.owner,
    facts,
  });
  for (const [email, right] of json.rights) book.rights.set(email, right);
  for (const [name, range] of json.names) book.names.set(name, range);
  book.otherRight = json.otherRight;
  book.protections = json.protections;
  book.sheets = json.sheets.map((sheet) => sheetFromJson(book, sheet));
  book.nextId = json.nextId;
  return book;
}

function sheetToJson(sheet: SheetModel): SheetJson {
  return {
    id: sheet.id,
    name: sheet.name,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    hidden: sheet.hidden,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    tabColor: sheet.tabColor,
    rows: sheet.store.map((row) => row.slice()),
    charts: sheet.charts,
    conditionalFormats: sheet.conditionalFormats,
    merges: sheet.merges,
    layers: {
      formulas: sheet.formulas.toJSON(),
      formats: sheet.formats.toJSON(),
      styles: sheet.styles.toJSON(),
      notes: sheet.notes.toJSON(),
      validations: sheet.validations.toJSON(),
      rowLines: sheet.rowLines.toJSON(),
      columnLines: sheet.columnLines.toJSON(),
    },
  };
}

function sheetFromJson(book: Book, json: SheetJson): SheetModel {
  const size = { rows: json.maxRows, columns: json.maxColumns };
  const sheet = new SheetModel(book, json.id, json.name, size, {
    formulas: Layer.fromJSON(json.layers.formulas, String),
    formats: Layer.fromJSON(json.layers.formats, String),
    styles: Layer.fromJSON(json.layers.styles, (style) => styleOf(style as CellStyle)),
    notes: Layer.fromJSON(json.layers.notes, String),
    validations: Layer.fromJSON(json.layers.validations, (rule) => rule as ValidationRule),
    rowLines: Layer.fromJSON(json.layers.rowLines, (line) => line as LineProperties),
    columnLines: Layer.fromJSON(json.layers.columnLines, (line) => line as LineProperties),
  });
  sheet.hidden = json.hidden;
  sheet.frozenRows = json.frozenRows;
  sheet.frozenColumns = json.frozenColumns;
  sheet.tabColor = json.tabColor;
  sheet.charts = json.charts;
  sheet.conditionalFormats = json.conditionalFormats;
  sheet.merges = json.merges ?? [];
  sheet.replaceStore(json.rows.map((row) => row.slice()));
  return sheet;
}
