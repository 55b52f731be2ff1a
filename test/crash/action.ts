import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';

/** Something that a person or the clock does. */
export interface Action {
  readonly what: string;
  /** The workbook before it. */
  readonly before: () => Host;
  readonly gesture: (host: Host) => Gesture;
  /** What puts it right again when it broke: the sweep, the same once more, the next runs of the worker. */
  readonly recover: readonly Recovery[];
  /** True for what a page or a menu asked for: it may die with its call. What was typed stays typed. */
  readonly mayVanish: boolean;
  /**
   * Ways in which it may be left half done, as gestures that do so much of it: of what a page asked for, or before it is
   * repeated.
   */
  readonly partly?: (host: Host) => readonly Gesture[];
  /** Whoever was first at it runs the workbook: nobody knows who of two people that will be. */
  readonly anyRunner?: boolean;
  /** Generated tabs that are looked at too. */
  readonly shows?: readonly string[];
  /** What somebody else does meanwhile. */
  readonly others: readonly Other[];
  /**
   * For what types into people's cells by itself: so many of its calls, one after the other, stand between its last look at the
   * rows and the moment in which they are written. Google holds no row still for a script: who sorts, inserts or deletes rows
   * right then finds what was typed in another row. Every deal must be there all the same, and be known as itself; where a row
   * was deleted, the one that moved up may be taken for it, or it may come back.
   */
  readonly exposed?: number;
  /** It types twice, or oftener: so many such stretches. */
  readonly stretches?: number;
}

export type Recovery = 'sweep' | 'again' | 'work' | 'later';

export interface Other {
  readonly what: string;
  readonly gesture: (host: Host) => Gesture;
  /**
   * Rows stand elsewhere afterwards, or one is gone: whoever typed before did so into the row as it stood. Or it is typed into
   * the very cell that the program is about to fill.
   */
  readonly rearranges?: 'moves' | 'deletes' | 'types';
  /** Where stages exchange their names meanwhile, nobody can say which one was meant. */
  readonly namesStage?: true;
}

export const KINDS = ['fail', 'stop', 'between'] as const;
export type Kind = (typeof KINDS)[number];
