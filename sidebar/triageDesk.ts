import type { Card, PipelineView } from '../src/rpc';
import { PAGE_WORDS } from '../src/words/pages';
import { TRIAGE_WORDS, type TriageWords } from '../src/words/triage';
import { whyNoReply } from './noReply';
import { readersLanguage } from './readersLanguage';
import { call } from './script';
import { EMPTY_TRIAGE, type TriageDraft } from './triageDraft';

export interface TriageState {
  readonly shown:
    | { readonly kind: 'loading' }
    | { readonly kind: 'failed'; readonly why: string }
    | { readonly kind: 'deals'; readonly pipeline: PipelineView };
  /** Stalled deals of everybody, the longest in their stage first, as they were when the round began. */
  readonly stalled: readonly Card[];
  readonly me: string;
  readonly whose: 'mine' | 'all';
  readonly handled: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
  readonly drafts: Readonly<Record<string, TriageDraft>>;
  /** What came of the last deal. */
  readonly says: string;
}

/**
 * A round through the stalled deals. It can be left at any deal and taken up again: what is handled
 * is in the sheet, and a new round finds only what is still stalled.
 */
export class TriageDesk {
  #state: TriageState = {
    shown: { kind: 'loading' },
    stalled: [],
    me: '',
    whose: 'all',
    handled: new Set(),
    skipped: new Set(),
    drafts: {},
    says: '',
  };
  #listener: () => void = () => {};

  get state(): TriageState {
    return this.#state;
  }

  get language() {
    const { shown } = this.#state;
    return shown.kind === 'deals' ? shown.pipeline.language : readersLanguage();
  }

  get words(): TriageWords {
    return TRIAGE_WORDS[this.language];
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** Begins a round with the deals that are stalled now. */
  async begin(): Promise<void> {
    this.#set({ shown: { kind: 'loading' }, handled: new Set(), skipped: new Set(), says: '' });
    const reply = await call('boardView', {});
    if (!reply.ok) {
      const why = whyNoReply(reply, PAGE_WORDS[readersLanguage()]);
      this.#set({ shown: { kind: 'failed', why } });
      return;
    }
    const { pipeline, cards, me = '' } = reply;
    const stalled = cards
      .filter((card) => card.stalled)
      .sort((a, b) => (b.daysInStage ?? 0) - (a.daysInStage ?? 0));
    const mine = stalled.some(({ owner }) => owner === me && me !== '');
    this.#set({ shown: { kind: 'deals', pipeline }, stalled, me, whose: mine ? 'mine' : 'all' });
  }

  /** The deals of this round: one's own, or everybody's. */
  get round(): readonly Card[] {
    const { stalled, whose, me } = this.#state;
    return whose === 'all' ? stalled : stalled.filter(({ owner }) => owner === me);
  }

  /** The deal to look at now; `undefined` at the end of the round. */
  get current(): Card | undefined {
    const { handled, skipped } = this.#state;
    return this.round.find(({ id }) => !handled.has(id) && !skipped.has(id));
  }

  draftOf(id: string): TriageDraft {
    return this.#state.drafts[id] ?? EMPTY_TRIAGE;
  }

  type(id: string, part: Partial<TriageDraft>): void {
    this.#set({ drafts: { ...this.#state.drafts, [id]: { ...this.draftOf(id), ...part } } });
  }

  showWhose(whose: TriageState['whose']): void {
    this.#set({ whose });
  }

  handle(card: Card): void {
    const { handled, drafts } = this.#state;
    const { [card.id]: _done, ...rest } = drafts;
    this.#set({
      handled: new Set([...handled, card.id]),
      drafts: rest,
      says: this.words.saved(card.name),
    });
  }

  skip(card: Card): void {
    this.#set({ skipped: new Set([...this.#state.skipped, card.id]), says: '' });
  }

  #set(part: Partial<TriageState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listener();
  }
}
