import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import { CardFace } from './boardCard';
import type { Column, Sum } from './boardColumns';
import type { BoardDesk } from './boardDesk';
import type { Hand } from './boardHand';
import { amountText, type PageLanguage } from './format';
import type { Cursor } from './useCursor';

/** Height of a card and the gap under it, as in board.css: the column draws only the cards in sight. */
export const ROW_PX = 100;
const SPARE_ROWS = 4;

export interface BoardHands {
  readonly hand: Hand | null;
  readonly at: Cursor['at'];
  readonly reach: Cursor['reach'];
  readonly onKey: (event: KeyboardEvent, card: Card) => void;
  readonly onClick: (event: MouseEvent, card: Card) => void;
  readonly onFocus: (card: Card) => void;
  readonly onDragStart: (event: DragEvent, card: Card) => void;
  readonly onDragEnd: () => void;
  readonly onOver: (key: string) => void;
  readonly onDrop: (key: string) => void;
}

interface Props {
  readonly column: Column;
  readonly desk: BoardDesk;
  readonly hands: BoardHands;
}

/** One stage: what it adds up to, and its cards. */
export function BoardColumn({ column, desk, hands }: Props) {
  const { language } = desk;
  const say = WIDE_BOARD_WORDS[language].column;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const rows = rowsInSight(column, top, hands);
  useReach(list, column, hands.reach, setTop);
  const sum = sumText(column.sums, 'amount', language);
  return (
    <section class={`column ${overClass(column, hands.hand)}`} {...dropTarget(column, hands)}>
      <header>
        <div class="named">
          <h2 dir="auto" title={column.label}>
            {column.label}
          </h2>
          <span class="quiet">{say.deals(column.cards.length)}</span>
        </div>
        <p title={sum}>{sum}</p>
        <p class="quiet">
          {column.sums.length > 0 && say.weighted(sumText(column.sums, 'weighted', language))}
        </p>
      </header>
      {column.retired && <p class="refusal">{say.retired}</p>}
      <div class="cards" onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
        <div
          ref={list}
          role="listbox"
          aria-multiselectable="true"
          aria-label={say.label(column.label, column.cards.length, sum)}
          style={{ height: `${column.cards.length * ROW_PX}px` }}
        >
          {rows.map((row) => (
            <BoardItem key={column.cards[row]?.id} {...{ column, row, desk, hands }} />
          ))}
        </div>
        {column.cards.length === 0 && <p class="quiet nobody">{say.empty}</p>}
      </div>
    </section>
  );
}

function BoardItem({ column, row, desk, hands }: Props & { readonly row: number }) {
  const card = column.cards[row];
  if (card === undefined) return null;
  const { selected, underway, open } = desk.state;
  const carried = hands.hand?.ids.includes(card.id) === true;
  const marks = [
    'card',
    card.stalled ? 'is-stalled' : '',
    carried ? 'carried' : '',
    open === card.id ? 'opened' : '',
  ];
  return (
    <div
      class={marks.join(' ')}
      role="option"
      aria-selected={selected.has(card.id)}
      aria-setsize={column.cards.length}
      aria-posinset={row + 1}
      tabIndex={hands.at === card.id ? 0 : -1}
      data-id={card.id}
      draggable
      style={{ top: `${row * ROW_PX}px` }}
      onClick={(event) => hands.onClick(event, card)}
      onFocus={() => hands.onFocus(card)}
      onKeyDown={(event) => hands.onKey(event, card)}
      onDragStart={(event) => hands.onDragStart(event, card)}
      onDragEnd={hands.onDragEnd}
    >
      <CardFace
        card={card}
        language={desk.language}
        words={desk.words}
        pageWords={desk.pageWords}
        underway={underway[card.id] !== undefined}
      />
    </div>
  );
}

/** Rows to draw: those in sight, the one that the keyboard is on, and those being dragged, which must not vanish. */
function rowsInSight({ cards }: Column, top: number, { at, hand }: BoardHands): readonly number[] {
  const first = Math.max(0, Math.floor(top / ROW_PX) - SPARE_ROWS);
  const last = Math.ceil((top + window.innerHeight) / ROW_PX) + SPARE_ROWS;
  const rows: number[] = [];
  cards.forEach(({ id }, row) => {
    const kept = id === at || (hand?.by === 'pointer' && hand.ids[0] === id);
    if (kept || (row >= first && row < last)) rows.push(row);
  });
  return rows;
}

/** Scrolls the card of the keyboard into sight when it moves there. */
function useReach(
  list: { readonly current: HTMLDivElement | null },
  { cards }: Column,
  reach: BoardHands['reach'],
  setTop: (top: number) => void,
): void {
  useLayoutEffect(() => {
    const row = cards.findIndex(({ id }) => id === reach?.id);
    const scroller = list.current?.parentElement;
    if (row < 0 || scroller === null || scroller === undefined) return;
    const above = row * ROW_PX;
    if (above < scroller.scrollTop) scroller.scrollTop = above;
    else if (above + ROW_PX > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = above + ROW_PX - scroller.clientHeight;
    setTop(scroller.scrollTop);
  }, [reach]);
}

/** What makes an element take dropped cards. */
export function dropTarget(column: Column, hands: BoardHands) {
  if (column.retired) return {};
  return {
    onDragOver: (event: DragEvent) => {
      if (hands.hand === null) return;
      event.preventDefault();
      hands.onOver(column.key);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      hands.onDrop(column.key);
    },
  };
}

export function overClass(column: Column, hand: Hand | null): string {
  return hand !== null && hand.over === column.key ? 'over' : '';
}

/** "$48,000 + €2,000" */
export function sumText(
  sums: readonly Sum[],
  which: 'amount' | 'weighted',
  language: PageLanguage,
): string {
  return sums.map((sum) => amountText(sum[which], sum.currency, language)).join(' + ');
}
