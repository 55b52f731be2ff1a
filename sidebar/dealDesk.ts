import type { Card, DealView, MoveResult, Reply, Request, TaskView } from '../src/rpc';
import { PAGE_WORDS, type PageWords } from '../src/words/pages';
import type { TypedFacts } from './checklist';
import {
  type Busy,
  type DeskOptions,
  type DeskState,
  EMPTY_DESK,
  type MoveOrder,
  type Notice,
  seenOf,
} from './deskState';
import { afterMove, type Draft, EMPTY_DRAFT } from './draft';
import { whyNoReply } from './noReply';
import { readersLanguage } from './readersLanguage';
import { call, type NoReply, STAGE_GONE } from './script';

/**
 * One deal on the desk: what is shown, what has been typed, and the calls that change it. It draws
 * nothing. Every call is compare-and-set on the deal's version; what was typed is given up only
 * when the script says that it was done.
 */
export class DealDesk {
  #state: DeskState = EMPTY_DESK;
  #listener: () => void = () => {};
  #id: string | null;
  #loading = false;
  /** Counts what makes an answer that is still under way out of date. */
  #turn = 0;
  #tries = 0;
  #lookedAt = 0;
  /** Which page it is on. */
  readonly from: 'sidebar' | 'board';
  readonly #onCards: (cards: readonly Card[] | undefined) => void;

  constructor({ from, id, onCards = () => {}, drafts = {} }: DeskOptions) {
    this.#state = { ...this.#state, drafts };
    this.from = from;
    this.#id = id;
    this.#onCards = onCards;
  }

  get state(): DeskState {
    return this.#state;
  }

  get words(): PageWords {
    return PAGE_WORDS[this.#state.pipeline?.language ?? readersLanguage()];
  }

  /** The deal that is shown to come from search; `null` while the selection is followed. */
  get id(): string | null {
    return this.#id;
  }

  /** When the last look at the sheet began, in milliseconds of the page's clock. */
  get lookedAt(): number {
    return this.#lookedAt;
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** Shows this deal, or with `null` the selected one. */
  look(id: string | null): Promise<void> {
    this.#id = id;
    this.#turn += 1;
    this.#loading = false;
    return this.load('whole');
  }

  /** Follows the selection from now on, without a new look: it is on the deal that is shown. */
  follow(): void {
    this.#id = null;
    this.#set({});
  }

  /** Reads the deal again. A glance answers "nothing new" cheaply; it is left out while something else is under way. */
  async load(how: 'whole' | 'glance'): Promise<void> {
    if (this.#state.busy !== null || (how === 'glance' && this.#loading)) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#loading = true;
    this.#lookedAt = Date.now();
    const glance = how === 'glance' && this.#state.pipeline !== null;
    const reply = await call('dealView', {
      ...(this.#id === null ? {} : { id: this.#id }),
      ...(glance ? { seen: seenOf(this.#state.shown) } : {}),
    });
    if (turn !== this.#turn) return;
    this.#loading = false;
    if (!reply.ok) this.#loadFailed(reply);
    else if (reply.same) this.#set({ outOfTouch: false });
    else {
      const pipeline = reply.pipeline ?? this.#state.pipeline;
      const { tasks = [], silent = '' } = reply;
      this.#set({ pipeline, tasks, silent, outOfTouch: false });
      if (reply.deal === null && reply.figure !== undefined) {
        this.#set({ shown: { kind: 'figure', figure: reply.figure }, notice: null });
      } else this.#show(reply.deal, 'looked');
    }
  }

  /** Changes what is typed for the deal on the desk. */
  type(part: Partial<Draft>): void {
    const { shown, drafts } = this.#state;
    if (shown.kind !== 'deal') return;
    const { id } = shown.deal;
    this.#set({ drafts: { ...drafts, [id]: { ...(drafts[id] ?? EMPTY_DRAFT), ...part } } });
  }

  draftOf(id: string): Draft {
    return this.#state.drafts[id] ?? EMPTY_DRAFT;
  }

  dismiss(): void {
    this.#set({ notice: null });
  }

  tell(notice: Notice): void {
    this.#set({ notice });
  }

  /** Tells that a call was not done, that nothing typed is lost, and offers to do it again. */
  tellFailed(reply: NoReply, retry: () => void): void {
    this.#failed(reply, retry);
  }

  /** Asks for a move, with what was typed for it. False when the deal has not moved, which the person is told. */
  async move(deal: DealView, order: MoveOrder): Promise<boolean> {
    if (!this.#start('move')) return false;
    const { to, facts, ...how } = order;
    this.#set({ movingTo: to });
    const reply = await call('moveDeals', {
      ids: [deal.id],
      to,
      facts,
      ...how,
      versions: { [deal.id]: deal.version },
      from: this.from,
    });
    this.#end();
    if (!reply.ok) {
      if (reply.code === STAGE_GONE) await this.#stageGone(reply.message);
      else this.#failed(reply, () => void this.move(deal, order));
      return false;
    }
    this.#onCards(reply.cards);
    const result = reply.results.find((one) => one.id === deal.id);
    if (result === undefined) {
      this.#failed({ ok: false, code: 'garbled', message: '' });
      return false;
    }
    this.#moveAnswered(result, order, reply.batch);
    this.#show(result.outcome === 'gone' ? null : (reply.deal ?? deal), 'acted');
    if (reply.deal === null && result.outcome !== 'gone') await this.load('whole');
    return result.outcome === 'moved' || result.outcome === 'overridden';
  }

  /** Somebody took the stage out of use: the path is shown as it is now. */
  async #stageGone(text: string): Promise<void> {
    this.type({ target: '', refused: null });
    await this.load('whole');
    this.#set({ notice: { kind: 'changed', text } });
  }

  /** Takes back an entry, or everything that one gesture moved. */
  async undo(request: Request<'undoMove'>): Promise<void> {
    if (!this.#start('undo')) return;
    const reply = await call('undoMove', request);
    this.#end();
    if (!reply.ok) return this.#failed(reply, () => void this.undo(request));
    this.#onCards(reply.cards);
    const refused = reply.results.find(
      (one) => one.outcome === 'held' || one.outcome === 'stale' || one.outcome === 'gone',
    );
    if (reply.deal !== null) this.#show(reply.deal, 'acted');
    else await this.load('whole');
    this.#set({
      notice:
        refused === undefined
          ? { kind: 'done', text: this.words.history.undone }
          : { kind: 'changed', text: refused.message },
    });
  }

  /** Saves the next step and its day. */
  async saveNextStep(deal: DealView): Promise<void> {
    const { nextStep, nextStepDate } = this.draftOf(deal.id);
    const facts = {
      ...(nextStep === null ? {} : { nextStep }),
      ...(nextStepDate === null ? {} : { nextStepDate }),
    };
    const done = await this.saveFacts(deal, facts, () => void this.saveNextStep(deal));
    if (!done) return;
    this.type({ nextStep: null, nextStepDate: null });
    this.#set({ notice: { kind: 'done', text: this.words.nextStep.saved } });
  }

  /** Saves cells of the deal; false when that was not done, which the person is told. */
  async saveFacts(deal: DealView, facts: TypedFacts, again: () => void): Promise<boolean> {
    if (!this.#start('facts')) return false;
    const reply = await call('saveFacts', { id: deal.id, facts, version: deal.version });
    this.#end();
    if (!reply.ok) {
      this.#failed(reply, again);
      return false;
    }
    this.#show(reply.deal, 'acted');
    if (!reply.stale) return true;
    const { move, nextStep } = this.words;
    const now = reply.deal ?? deal;
    const text = now.stage === deal.stage ? nextStep.stale : this.#movedBy(now);
    this.#set({ notice: { kind: 'changed', text: `${text} ${move.keptTyped}` } });
    return false;
  }

  /** Logs the activity that is typed. */
  async log(deal: DealView): Promise<void> {
    const { activity, activityNote } = this.draftOf(deal.id);
    if (activity === null || !this.#start('activity')) return;
    const note = activityNote.trim() === '' ? {} : { note: activityNote };
    const reply = await call('logActivity', { id: deal.id, kind: activity, ...note });
    this.#end();
    if (!reply.ok) return this.#failed(reply, () => void this.log(deal));
    this.type({ activity: null, activityNote: '' });
    this.#show(reply.deal, 'acted');
    const { logged, kinds } = this.words.activity;
    this.#set({ notice: { kind: 'done', text: logged(kinds[activity]) } });
  }

  /** Adds the task that is typed. */
  async addTask(deal: DealView): Promise<void> {
    const { newTask } = this.draftOf(deal.id);
    if (newTask === null || !this.#start('task')) return;
    const reply = await call('addTask', { id: deal.id, ...newTask });
    this.#end();
    if (!reply.ok) return this.#failed(reply, () => void this.addTask(deal));
    this.type({ newTask: null });
    this.#tasksAnswered(reply, this.words.tasks.added);
  }

  /** Says that a task is done, or open again. */
  async tick(deal: DealView, task: TaskView, done: boolean): Promise<void> {
    if (!this.#start('task')) return;
    const { row, key, task: text } = task;
    const reply = await call('tickTask', { id: deal.id, row, key, task: text, done });
    this.#end();
    if (!reply.ok) return this.#failed(reply, () => void this.tick(deal, task, done));
    const { ticked, reopened } = this.words.tasks;
    this.#tasksAnswered(reply, done ? ticked : reopened);
  }

  #tasksAnswered({ deal, tasks }: Reply<'addTask'>, text: string): void {
    this.#set({ tasks });
    this.#show(deal, 'acted');
    this.#set({ notice: { kind: 'done', text } });
  }

  #set(part: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listener();
  }

  #start(busy: Busy): boolean {
    if (this.#state.busy !== null) return false;
    this.#turn += 1;
    this.#loading = false;
    this.#set({ busy, notice: null });
    return true;
  }

  #end(): void {
    this.#turn += 1;
    this.#set({ busy: null, movingTo: null });
  }

  #moveAnswered(result: MoveResult, order: MoveOrder, batch: string): void {
    const words = this.words.move;
    const to = this.#state.pipeline?.stages.find((stage) => stage.key === order.to)?.label;
    const draft = this.draftOf(result.id);
    if (result.outcome === 'moved' || result.outcome === 'overridden') {
      const text = words[result.outcome](to ?? order.to);
      const undo = batch === '' ? {} : { undo: { batch } };
      this.type(afterMove(draft));
      this.#set({ notice: { kind: 'done', text, ...undo } });
    } else if (result.outcome === 'held') {
      this.#tries += 1;
      const { shortfalls, message } = result;
      this.type({
        refused: { target: order.to, shortfalls, message, time: this.#tries, isNews: true },
      });
    } else if (result.outcome === 'stale') {
      const text = result.message === '' ? words.stale : result.message;
      this.#set({ notice: { kind: 'changed', text: `${text} ${words.keptTyped}` } });
    }
  }

  /** Puts the deal on the desk; `looked` tells the person when somebody else has moved it. */
  #show(deal: DealView | null, how: 'looked' | 'acted'): void {
    const before = this.#state.shown;
    if (deal === null) {
      const gone = this.#id !== null || how === 'acted';
      this.#set({ shown: { kind: gone ? 'gone' : 'none' }, notice: null });
      return;
    }
    const same = before.kind === 'deal' && before.deal.id === deal.id;
    if (before.kind === 'deal' && !same) this.#set({ notice: null });
    if (same && how === 'looked') this.#changedByOthers(before.deal, deal);
    this.#set({ shown: { kind: 'deal', deal } });
  }

  /** The sheet has news of the deal on the desk: an old refusal no longer holds, and a move is told. */
  #changedByOthers(before: DealView, deal: DealView): void {
    const draft = this.draftOf(deal.id);
    const moved = before.stage !== deal.stage;
    if (moved) this.type({ target: '', refused: null });
    else if (draft.refused?.target === deal.next) this.type({ refused: null });
    if (moved) this.#set({ notice: { kind: 'changed', text: this.#movedBy(deal) } });
  }

  #movedBy({ stage, history }: DealView): string {
    const label = this.#state.pipeline?.stages.find(({ key }) => key === stage)?.label;
    return this.words.move.byOthers(label ?? stage, history[0]?.by ?? '');
  }

  #loadFailed(reply: NoReply): void {
    const why = whyNoReply(reply, this.words);
    if (this.#state.shown.kind === 'loading' || this.#state.shown.kind === 'failed')
      this.#set({ shown: { kind: 'failed', why } });
    else this.#set({ outOfTouch: true });
  }

  #failed(reply: NoReply, retry?: () => void): void {
    const text = `${whyNoReply(reply, this.words)} ${this.words.failed.kept}`;
    this.#set({ notice: { kind: 'failed', text, ...(retry === undefined ? {} : { retry }) } });
  }
}
