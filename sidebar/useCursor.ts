import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column } from './boardColumns';

/** The card that the keyboard is on. */
export interface Cursor {
  /** The one card that the Tab key reaches. */
  readonly at: string;
  /** The card to bring into sight, anew for each time. */
  readonly reach: { readonly id: string } | null;
  /** Puts the focus on a card and brings it into sight. */
  goTo(id: string): void;
  /** Notes that a card has the focus already. */
  touch(id: string): void;
  /** Notes a click and answers the card of the click before: a range begins there. */
  click(id: string): string;
}

export function useCursor(columns: readonly Column[]): Cursor {
  const [last, setLast] = useState('');
  const [reach, setReach] = useState<Cursor['reach']>(null);
  const clicked = useRef('');
  useLayoutEffect(() => {
    if (reach !== null)
      document.querySelector<HTMLElement>(`[data-id="${CSS.escape(reach.id)}"]`)?.focus();
  }, [reach]);
  return {
    at: reachable(columns, last),
    reach,
    goTo: (id) => {
      setLast(id);
      setReach({ id });
    },
    touch: setLast,
    click: (id) => {
      const before = clicked.current;
      clicked.current = id;
      return before;
    },
  };
}

/** The last card used while it is on the board, else the first. */
function reachable(columns: readonly Column[], last: string): string {
  const path = columns.filter(({ kind }) => kind === 'open');
  if (path.some(({ cards }) => cards.some(({ id }) => id === last))) return last;
  return path.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? '';
}
