import type { Card, MoveResult, Reply } from '../src/rpc';
import { BoardDesk } from './boardDesk';
import type { Notice } from './deskState';
import { call, STAGE_GONE } from './script';

/** What a batch is moved with besides the stage. */
export interface Closing {
  readonly reason?: string;
  readonly until?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * The wide board's desk, with the calls that move deals. A dropped card stands in its new column at
 * once; it returns when the script holds it, and what it needs is kept for the panel to ask.
 */
export class MovingDesk extends BoardDesk {
  /** Moves these deals; those that are there already stay out of the call. */
  async move(ids: readonly string[], to: string, closing: Closing = {}): Promise<void> {
    const wanted = new Set(ids);
    const cards = this.state.cards.filter(
      ({ id, stage }) => wanted.has(id) && stage !== to && this.state.underway[id] === undefined,
    );
    if (cards.length === 0) return;
    this.outdate();
    const away = Object.fromEntries(cards.map(({ id }) => [id, to]));
    this.change({ underway: { ...this.state.underway, ...away }, notice: null, refreshing: false });
    const reply = await call('moveDeals', {
      ids: cards.map(({ id }) => id),
      to,
      ...closing,
      versions: Object.fromEntries(cards.map(({ id, version }) => [id, version])),
      from: 'board',
    });
    this.#arrived(Object.keys(away));
    if (reply.ok) await this.#moveAnswered(reply, to);
    else if (reply.code === STAGE_GONE) await this.#stageGone(reply.message);
    else this.failed(reply, () => void this.move(ids, to, closing));
  }

  /** Somebody took the stage out of use: the board is shown with the stages of now. */
  async #stageGone(text: string): Promise<void> {
    this.change({ notice: { kind: 'changed', text } });
    await this.load();
  }

  /** Takes back what one gesture moved. */
  async undo(batch: string): Promise<void> {
    this.outdate();
    this.change({ notice: null });
    const reply = await call('undoMove', { batch });
    if (!reply.ok) return this.failed(reply, () => void this.undo(batch));
    const back = reply.results.filter(({ outcome }) => outcome === 'moved').length;
    const refused = reply.results.find(({ outcome }) => outcome !== 'moved');
    const text = refused?.message ?? this.words.outcome.undone(back);
    this.change({ notice: { kind: refused === undefined ? 'done' : 'changed', text } });
    await this.take(reply.cards);
  }

  /** Puts fresh cards in the place of the old ones; without them the board is read again. */
  async take(fresh: readonly Card[] | undefined): Promise<void> {
    if (fresh === undefined || fresh.length === 0) return this.load();
    const byId = new Map(fresh.map((card) => [card.id, card]));
    this.change({ cards: this.state.cards.map((card) => byId.get(card.id) ?? card) });
  }

  #arrived(ids: readonly string[]): void {
    const underway = Object.fromEntries(
      Object.entries(this.state.underway).filter(([id]) => !ids.includes(id)),
    );
    this.change({ underway });
  }

  async #moveAnswered(reply: Reply<'moveDeals'>, to: string): Promise<void> {
    const of = (...outcomes: readonly MoveResult['outcome'][]) =>
      reply.results.filter(({ outcome }) => outcomes.includes(outcome));
    const moved = of('moved', 'overridden');
    const held = of('held').map((result) => ({ id: result.id, to, result }));
    const alone = held.length === 1 && reply.results.length === 1 ? held[0] : undefined;
    const cards = this.#placed(new Set(moved.map(({ id }) => id)), to);
    const { selected } = this.state;
    this.change({
      cards,
      held,
      ...(held.length > 0 ? { open: alone?.id ?? null } : {}),
      selected: new Set([...selected].filter((id) => !moved.some((one) => one.id === id))),
      notice: this.#noticeOf(reply, to, held.length),
    });
    // Nothing has changed when every card came back.
    if (held.length < reply.results.length) await this.take(reply.cards);
  }

  /** Moved cards stand in their new stage also while their fresh cards are being read. */
  #placed(moved: ReadonlySet<string>, to: string): readonly Card[] {
    return this.state.cards.map((card) =>
      moved.has(card.id) ? { ...card, stage: to, daysInStage: 0, stalled: false } : card,
    );
  }

  #noticeOf({ results, batch }: Reply<'moveDeals'>, to: string, held: number): Notice | null {
    const { shown } = this.state;
    const { outcome: say } = this.words;
    const count = (outcome: MoveResult['outcome']) =>
      results.filter((result) => result.outcome === outcome).length;
    const stages = shown.kind === 'board' ? shown.pipeline.stages : [];
    const stage = stages.find(({ key }) => key === to)?.label ?? to;
    const moved = count('moved') + count('overridden');
    const undo = moved > 0 && batch !== '' ? { undo: { batch } } : {};
    if (count('stale') > 0) return { kind: 'changed', text: this.#staleText(results), ...undo };
    if (count('gone') > 0) return { kind: 'changed', text: say.gone(count('gone')), ...undo };
    if (moved === 0) return null;
    const text = held > 0 ? say.someHeld(moved, held) : say.moved(moved, stage);
    return { kind: 'done', text, ...undo };
  }

  /** Who changed the cards that came back; of many only how many there are. */
  #staleText(results: readonly MoveResult[]): string {
    const stale = results.filter(({ outcome }) => outcome === 'stale');
    const told = stale.filter(({ message }) => message !== '');
    if (told.length < stale.length || stale.length > 3)
      return this.words.outcome.stale(stale.length);
    if (results.length === 1) return told[0]?.message ?? '';
    return told.map(({ id, message }) => `${this.#nameOf(id)}: ${message}`).join(' ');
  }

  #nameOf(id: string): string {
    const name = this.state.cards.find((card) => card.id === id)?.name ?? '';
    return name === '' ? this.pageWords.deal.unnamed : name;
  }
}
