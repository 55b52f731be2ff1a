import type { Card } from '../src/rpc';
import type { Column } from './boardColumns';
import type { GoKey } from './boardKeys';

/** Cards picked up by pointer or keyboard, and the stage they are held over. */
export interface Hand {
  readonly ids: readonly string[];
  readonly by: 'pointer' | 'keyboard';
  readonly over: string;
}

/** What a card is dragged with: every selected card when it is one of them. */
export function pickedWith(id: string, selected: ReadonlySet<string>): readonly string[] {
  return selected.has(id) ? [...selected] : [id];
}

/** The stage to the left or right of this one that takes cards; the same one at the edge. */
export function beside(columns: readonly Column[], key: string, step: -1 | 1): string {
  const open = columns.filter((column) => !column.retired);
  const at = open.findIndex((column) => column.key === key);
  return open[at + step]?.key ?? key;
}

/** The card that an arrow key leads to from this one; `undefined` at an edge. */
export function neighbour(columns: readonly Column[], id: string, key: GoKey): Card | undefined {
  const column = columns.findIndex(({ cards }) => cards.some((card) => card.id === id));
  const cards = columns[column]?.cards ?? [];
  const row = cards.findIndex((card) => card.id === id);
  if (key === 'Home') return cards[0];
  if (key === 'End') return cards[cards.length - 1];
  if (key === 'ArrowUp') return cards[row - 1];
  if (key === 'ArrowDown') return cards[row + 1];
  const step = key === 'ArrowLeft' ? -1 : 1;
  for (let at = column + step; at >= 0 && at < columns.length; at += step) {
    const there = columns[at]?.cards ?? [];
    if (there.length > 0) return there[Math.min(row, there.length - 1)];
  }
  return undefined;
}

/** The cards between two of one column, both included; just the second when they stand apart. */
export function between(columns: readonly Column[], from: string, to: string): readonly string[] {
  for (const { cards } of columns) {
    const ids = cards.map(({ id }) => id);
    const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
    if (a >= 0 && b >= 0) return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
  }
  return [to];
}
