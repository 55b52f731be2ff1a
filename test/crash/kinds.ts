import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { type Facts, types } from '../app/desk';
import { rowsOf } from '../support/standIn';
import { OTHERS } from './others';
import { aDesk } from './starts';

/** What was typed stays typed, whatever became of the script that looked at it. */
export const TYPED = { recover: ['sweep'], mayVanish: false, others: OTHERS } as const;

/** What a page or a menu asked for may die with its call. */
export const ASKED = { recover: ['sweep'], mayVanish: true, others: OTHERS } as const;

/** What is done once more until it is done. */
export const REPEATED = { recover: ['again', 'sweep'], mayVanish: false, others: OTHERS } as const;

export const call = (name: string, request: object): Gesture => ({
  call: name,
  args: [JSON.stringify(request)],
});

/** A desk on which Mill was moved before. */
export function moved(facts: Facts, stage: string): Host {
  const host = aDesk(facts);
  types(host, 'Mill', { Stage: stage });
  return host;
}

export function lastMove(host: Host): number {
  const moves = rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'moved');
  return Number(moves[moves.length - 1]?.Seq);
}
