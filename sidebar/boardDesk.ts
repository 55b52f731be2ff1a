import type { Card, MoveResult, PipelineView } from '../src/rpc';
import { BOARD_WORDS, type BoardWords } from '../src/words/board';
import { PAGE_WORDS, type PageWords } from '../src/words/pages';
import { ALL, type BoardFilters, type Underway } from './boardColumns';
import type { Notice } from './deskState';
import { whyNoReply } from './noReply';
import { readersLanguage } from './readersLanguage';
import { call, type NoReply } from './script';

/** A card that came back, with what it still needs for the stage that was asked. */
export interface HeldCard {
  readonly id: string;
  readonly to: string;
  readonly result: MoveResult;
}

export interface BoardState {
  readonly shown:
    | { readonly kind: 'loading' }
    | { readonly kind: 'failed'; readonly why: string }
    | { readonly kind: 'board'; readonly pipeline: PipelineView; readonly today: string };
  readonly cards: readonly Card[];
  readonly me: string;
  readonly filters: BoardFilters;
  readonly selected: ReadonlySet<string>;
  /** Cards that are shown where they are going until the script has answered. */
  readonly underway: Underway;
  readonly held: readonly HeldCard[];
  /** The deal whose panel is open. */
  readonly open: string | null;
  readonly refreshing: boolean;
  readonly notice: Notice | null;
}

/** All deals on the board, and what of them is looked at: see movingDesk.ts for the moves. */
export class BoardDesk {
  #state: BoardState = {
    shown: { kind: 'loading' },
    cards: [],
    me: '',
    filters: ALL,
    selected: new Set(),
    underway: {},
    held: [],
    open: null,
    refreshing: false,
    notice: null,
  };
  #listener: () => void = () => {};
  /** Counts what makes a view of the board that is still under way out of date. */
  #turn = 0;
  #lookedAt = 0;

  get state(): BoardState {
    return this.#state;
  }

  get lookedAt(): number {
    return this.#lookedAt;
  }

  get language() {
    const { shown } = this.#state;
    return shown.kind === 'board' ? shown.pipeline.language : readersLanguage();
  }

  get words(): BoardWords {
    return BOARD_WORDS[this.language];
  }

  get pageWords(): PageWords {
    return PAGE_WORDS[this.language];
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** Changes what is looked at; nothing here reaches the script. */
  set(part: Partial<Pick<BoardState, 'filters' | 'selected' | 'open' | 'held' | 'notice'>>): void {
    this.change(part);
  }

  /** Reads the whole board again; left out while cards are on their way. */
  async load(): Promise<void> {
    if (Object.keys(this.#state.underway).length > 0) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#lookedAt = Date.now();
    this.change({ refreshing: true });
    const reply = await call('boardView', {});
    if (turn !== this.#turn) return;
    this.change({ refreshing: false });
    if (!reply.ok) this.#loadFailed(reply);
    else {
      const { pipeline, today, cards, me = '' } = reply;
      const there = new Set(cards.map(({ id }) => id));
      const selected = new Set([...this.#state.selected].filter((id) => there.has(id)));
      this.change({ shown: { kind: 'board', pipeline, today }, cards, me, selected });
    }
  }

  /** A view of the board that is still under way will be out of date when it comes. */
  protected outdate(): void {
    this.#turn += 1;
  }

  protected change(part: Partial<BoardState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listener();
  }

  #loadFailed(reply: NoReply): void {
    const why = whyNoReply(reply, this.pageWords);
    if (this.#state.shown.kind === 'board') this.failed(reply, () => void this.load());
    else this.change({ shown: { kind: 'failed', why } });
  }

  protected failed(reply: NoReply, retry: () => void): void {
    this.change({ notice: { kind: 'failed', text: whyNoReply(reply, this.pageWords), retry } });
  }
}
