import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card, PipelineView } from '../src/rpc';
import type { BoardHands } from './boardColumn';
import type { Column } from './boardColumns';
import type { BoardDesk } from './boardDesk';
import { beside, between, type Hand, neighbour, pickedWith } from './boardHand';
import type { Asked } from './closingDialog';

const GO = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;

/** Going, selecting, picking up and dropping, by pointer and by keyboard alike. */
export function useBoardHands(desk: BoardDesk, columns: readonly Column[], pipeline: PipelineView) {
  const [hand, setHand] = useState<Hand | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [says, setSays] = useState('');
  const [last, setLast] = useState('');
  /** Where a range with the Shift key begins: the card that was last clicked or reached. */
  const anchor = useRef('');
  const [reach, setReach] = useState<BoardHands['reach']>(null);
  const at = reachable(columns, last);
  const say = desk.words.card;
  useEffect(() => {
    if (reach !== null)
      document.querySelector<HTMLElement>(`[data-id="${CSS.escape(reach.id)}"]`)?.focus();
  }, [reach]);

  const drop = (ids: readonly string[], to: string) => {
    const stage = pipeline.stages.find(({ key }) => key === to);
    if (stage === undefined) return;
    setSays(say.dropped(stage.label));
    if (stage.kind === 'lost' || stage.kind === 'nurture') setAsked({ ids, stage });
    else void desk.move(ids, to);
  };
  const focusCard = () => {
    setReach({ id: at });
    setSays('');
  };
  const go = (from: Card, card: Card | undefined, extend: boolean) => {
    if (card === undefined) return;
    if (extend) desk.set({ selected: new Set([...desk.state.selected, from.id, card.id]) });
    setLast(card.id);
    setReach({ id: card.id });
  };
  const toggle = (id: string) => {
    const selected = new Set(desk.state.selected);
    if (!selected.delete(id)) selected.add(id);
    desk.set({ selected });
  };
  const carry = (event: KeyboardEvent, held: Hand) => {
    if (event.key === 'Escape') {
      setHand(null);
      setSays(say.cancelled);
    } else if (event.key === 'Enter' || event.key === ' ') {
      setHand(null);
      drop(held.ids, held.over);
      setReach({ id: at });
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const over = beside(columns, held.over, event.key === 'ArrowLeft' ? -1 : 1);
      setHand({ ...held, over });
      setSays(say.over(columns.find(({ key }) => key === over)?.label ?? over));
    } else return;
    event.preventDefault();
  };
  const onKey = (event: KeyboardEvent, card: Card) => {
    if (hand?.by === 'keyboard') return carry(event, hand);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = GO.find((one) => one === event.key);
    if (key !== undefined) go(card, neighbour(columns, card.id, key), event.shiftKey);
    else if (event.key === 'Enter') desk.set({ open: card.id, held: [] });
    else if (event.key.toLowerCase() === 'x') toggle(card.id);
    else if (event.key === ' ') {
      const ids = pickedWith(card.id, desk.state.selected);
      setHand({ ids, by: 'keyboard', over: card.stage });
      setSays(say.picked(card.name, ids.length));
    } else return;
    event.preventDefault();
  };

  const hands: BoardHands = {
    hand,
    at,
    reach,
    onKey,
    onFocus: ({ id }) => setLast(id),
    onClick: (event, card) => {
      const from = anchor.current;
      anchor.current = card.id;
      if (event.shiftKey)
        desk.set({
          selected: new Set([...desk.state.selected, ...between(columns, from, card.id)]),
        });
      else if (event.ctrlKey || event.metaKey) toggle(card.id);
      else desk.set({ open: card.id, held: [] });
    },
    onDragStart: (event, card) => {
      setLast(card.id);
      event.dataTransfer?.setData('text/plain', card.name);
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
      const ids = pickedWith(card.id, desk.state.selected);
      setHand({ ids: [card.id, ...ids.filter((id) => id !== card.id)], by: 'pointer', over: '' });
    },
    onDragEnd: () => setHand(null),
    onOver: (key) => {
      if (hand !== null && hand.over !== key) setHand({ ...hand, over: key });
    },
    onDrop: (key) => {
      if (hand !== null) drop(hand.ids, key);
      setHand(null);
    },
  };
  return { hands, asked, says, drop, focusCard, stopAsking: () => setAsked(null) };
}

/** The card that Tab reaches: the last one used while it is on the board, else the first. */
function reachable(columns: readonly Column[], last: string): string {
  const path = columns.filter(({ kind }) => kind === 'open');
  if (path.some(({ cards }) => cards.some(({ id }) => id === last))) return last;
  return path.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? '';
}
