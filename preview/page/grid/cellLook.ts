import type {
  CellProps,
  CellTemplateProp,
  HyperFunc,
  VNode,
  VNodeResponse,
} from '@revolist/revogrid';
import type { StyleView, TabView } from '../../serving/api';
import { type CellCache, shownText } from './cellCache';

/** Pixels between the text and the cell's edge, both sides. */
const PADDING = 8;
const LINE = 17;
export const ROW_HEIGHT = 24;

/** A row as RevoGrid holds it: only its number; the cells are in the cache. */
export interface RowModel {
  readonly n: number;
}

export interface OpenEditor {
  /** As if the key were pressed in it. */
  finish(key: 'Enter' | 'Tab'): void;
}

/** What drawing and editing cells needs to know of the grid. */
export interface Looks {
  readonly cache: CellCache;
  readonly tab: TabView;
  /** A cell of this tab was typed into. */
  typed(sheetId: number, row: number, column: number, text: string): void;
  /** This editor is open, or none is. */
  editing(editor: OpenEditor | null): void;
  /** A tick box was clicked. */
  tick(row: number, column: number): void;
  /** The arrow of a dropdown was clicked. */
  pick(row: number, column: number): void;
}

/** Attributes of a cell: its colours, alignment, note. */
export function cellProperties(looks: Looks, row: number, column: number): CellProps {
  const cell = looks.cache.cell(row, column);
  const style = looks.cache.style(row, cell);
  const note = typeof cell === 'string' ? undefined : cell.n;
  const kind = typeof cell === 'string' ? undefined : cell.k;
  return {
    class: {
      'with-note': note !== undefined,
      number: kind === 'number',
      centred: kind === 'tick',
      wrapped: style?.wrap === true,
      frozen: row === looks.tab.frozenRows,
    },
    style: css(style),
    'data-cell': `${row},${column}`,
    ...(note === undefined ? {} : { 'data-note': note }),
  };
}

function css(style: StyleView | null): { [name: string]: string } {
  if (style === null) return {};
  const look: { [name: string]: string } = {};
  if (style.background !== undefined) look.backgroundColor = style.background;
  if (style.colour !== undefined) look.color = style.colour;
  if (style.bold === true) look.fontWeight = 'bold';
  if (style.italic === true) look.fontStyle = 'italic';
  if (style.strike === true) look.textDecoration = 'line-through';
  if (style.size !== undefined) look.fontSize = `${Math.round(style.size * 1.3)}px`;
  if (style.align !== undefined) look.textAlign = style.align;
  return look;
}

/** What stands in a cell. Text is always a text node: nothing typed becomes markup. */
export function cellContent(
  looks: Looks,
  h: HyperFunc<VNode>,
  { model, column }: CellTemplateProp,
): VNodeResponse {
  const row = (model as unknown as RowModel).n;
  const number = Number(column.number);
  const cell = looks.cache.cell(row, number);
  const rule = looks.cache.rule(row, cell);
  const text = shownText(cell);
  if (rule?.kind === 'tick') {
    return h('input', {
      type: 'checkbox',
      checked: text === 'TRUE',
      tabindex: -1,
      'aria-label': `${column.name}${row}`,
      onClick: (event: Event) => {
        event.preventDefault();
        looks.tick(row, number);
      },
    });
  }
  if (rule?.kind === 'list') {
    const pick = {
      class: 'pick',
      'aria-hidden': 'true',
      onMouseDown: () => looks.pick(row, number),
    };
    return [h('span', { class: 'picked' }, text), h('span', pick)];
  }
  const width = spill(looks, row, number, text);
  if (width === 0) return text;
  return h('span', { class: 'spill', style: { width: `${width}px` } }, text);
}

/** How far a text may run over the empty cells at its right; 0 when it fits or must not. */
function spill(looks: Looks, row: number, column: number, text: string): number {
  const cell = looks.cache.cell(row, column);
  const style = looks.cache.style(row, cell);
  if (text === '' || (typeof cell !== 'string' && cell.k !== undefined)) return 0;
  if (style?.wrap === true || (style?.align ?? 'left') !== 'left') return 0;
  let room = widthOf(looks.tab, column);
  const needed = textWidth(text, style) * 1.02 + PADDING;
  if (needed <= room) return 0;
  const last = Math.min(looks.tab.columns, column + 30);
  for (let next = column + 1; next <= last && room < needed; next++) {
    if (shownText(looks.cache.cell(row, next)) !== '') break;
    if (looks.cache.rule(row, looks.cache.cell(row, next)) !== null) break;
    room += widthOf(looks.tab, next);
  }
  return room > widthOf(looks.tab, column) ? room - PADDING : 0;
}

function widthOf(tab: TabView, column: number): number {
  return tab.hiddenColumns.includes(column) ? 0 : (tab.widths[column - 1] ?? 100);
}

/** The height that the row's wrapped cells need. */
export function rowHeight({ cache, tab }: Looks, row: number): number {
  let height = ROW_HEIGHT;
  for (let column = 1; column <= tab.lastColumn; column++) {
    if (tab.hiddenColumns.includes(column)) continue;
    const cell = cache.cell(row, column);
    const text = shownText(cell);
    if (text === '') continue;
    const style = cache.style(row, cell);
    if (style?.size !== undefined) height = Math.max(height, Math.round(style.size * 1.9));
    if (style?.wrap !== true) continue;
    const room = Math.max(20, widthOf(tab, column) - PADDING);
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, style) / room)), 0);
    height = Math.max(height, lines * LINE + 7);
  }
  return Math.min(height, 400);
}

const canvas = document.createElement('canvas').getContext('2d');

function textWidth(text: string, style: StyleView | null): number {
  if (canvas === null) return text.length * 7;
  const size = style?.size === undefined ? 13 : Math.round(style.size * 1.3);
  canvas.font = `${style?.bold === true ? 'bold ' : ''}${size}px Roboto, Arial, sans-serif`;
  return canvas.measureText(text.slice(0, 2_000)).width;
}
