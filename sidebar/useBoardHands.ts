import { useState } from 'preact/hooks';
import type { Card, PipelineView } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import type { BoardHands } from './boardColumn';
import type { Column } from './boardColumns';
import { beside, between, type Hand, neighbour, pickedWith } from './boardHand';
import { type KeyAction, keyAction } from './boardKeys';
import type { MovingDesk } from './movingDesk';
import { useCursor } from './useCursor';
import { useDropping } from './useDropping';

/** Going, selecting, picking up and dropping, by pointer and by keyboard alike. */
export function useBoardHands(
  desk: MovingDesk,
  columns: readonly Column[],
  pipeline: PipelineView,
) {
  const [hand, setHand] = useState<Hand | null>(null);
  const [says, setSays] = useState('');
  const cursor = useCursor(columns);
  const { drop, asked, stopAsking } = useDropping(desk, pipeline, setSays);
  const say = WIDE_BOARD_WORDS[desk.language].hands;

  const pickUp = (card: Card) => {
    const ids = pickedWith(card.id, desk.state.selected);
    setHand({ ids, by: 'keyboard', over: card.stage });
    setSays(say.picked(card.name, ids.length));
  };
  const putDown = (held: Hand, to: string | null) => {
    setHand(null);
    if (to === null) return setSays(say.cancelled);
    drop(held.ids, to);
    if (held.by === 'keyboard') cursor.goTo(cursor.at);
  };
  const carry = (held: Hand, step: -1 | 1) => {
    const over = beside(columns, held.over, step);
    setHand({ ...held, over });
    setSays(say.over(columns.find(({ key }) => key === over)?.label ?? over));
  };
  const act = (action: KeyAction, card: Card) => {
    if (action.kind === 'open') openCard(desk, card);
    else if (action.kind === 'select') toggle(desk, card.id);
    else if (action.kind === 'pickUp') pickUp(card);
    else if (action.kind === 'go') {
      const next = neighbour(columns, card.id, action.key);
      if (next !== undefined && action.extend) select(desk, [card.id, next.id]);
      if (next !== undefined) cursor.goTo(next.id);
    } else if (hand !== null) {
      if (action.kind === 'carry') carry(hand, action.step);
      else putDown(hand, action.kind === 'drop' ? hand.over : null);
    }
  };

  const hands: BoardHands = {
    hand,
    at: cursor.at,
    reach: cursor.reach,
    onFocus: (card) => cursor.touch(card.id),
    onKey: (event, card) => {
      const action = keyAction(event, hand?.by === 'keyboard');
      if (action === null) return;
      event.preventDefault();
      act(action, card);
    },
    onClick: (event, card) => {
      const from = cursor.click(card.id);
      if (event.shiftKey) select(desk, between(columns, from, card.id));
      else if (event.ctrlKey || event.metaKey) toggle(desk, card.id);
      else openCard(desk, card);
    },
    onDragStart: (event, card) => {
      cursor.touch(card.id);
      event.dataTransfer?.setData('text/plain', card.name);
      const others = pickedWith(card.id, desk.state.selected).filter((id) => id !== card.id);
      setHand({ ids: [card.id, ...others], by: 'pointer', over: '' });
    },
    onDragEnd: () => setHand(null),
    onOver: (key) => {
      if (hand !== null && hand.over !== key) setHand({ ...hand, over: key });
    },
    onDrop: (key) => {
      if (hand !== null) putDown(hand, key);
    },
  };
  const focusCard = () => cursor.goTo(cursor.at);
  return { hands, asked, says, drop, focusCard, stopAsking };
}

function openCard(desk: MovingDesk, card: Card): void {
  desk.set({ open: card.id, held: [] });
}

function select(desk: MovingDesk, ids: readonly string[]): void {
  desk.set({ selected: new Set([...desk.state.selected, ...ids]) });
}

function toggle(desk: MovingDesk, id: string): void {
  const selected = new Set(desk.state.selected);
  if (!selected.delete(id)) selected.add(id);
  desk.set({ selected });
}
