import { advanceClock } from './advanceClock';
import type { Book } from './book/book';
import { BookError } from './book/bookError';
import { parseA1 } from './book/rect';
import { type ChangeType, changeEvent, type EditHappened, editEvent, openEvent } from './events';
import type { Execution, Mail } from './execution';
import type { Outcome } from './gestures/gesture';
import { History } from './gestures/history';
import { Names, type TabNames } from './gestures/names';
import { perform } from './gestures/perform';
import type { HostOptions, Rights, RunOptions, TriggerInfo } from './hostOptions';
import { Launcher } from './launcher';
import { argumentsText } from './marshal';
import { projectIn, projectOf } from './script';
import type { MenuItem } from './state';
import { type TriggerRecord, whenOf } from './triggers';
import { wallText } from './wallTime';
import { World } from './world';

export type { HostOptions, Rights, RunOptions, TriggerInfo } from './hostOptions';
export type { MenuItem } from './state';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Google, as far as Sluice can tell: one spreadsheet with its script, users, triggers and mail. It
 * runs in the process's time zone, which must be UTC for Date's local getters to be a script's.
 */
export class Host {
  /** What each person did by hand, for undo and redo. */
  readonly history = new History();
  private readonly world: World;
  private readonly launcher: Launcher;
  private meanwhile: Outcome[] = [];
  private known: { readonly tabs: string; readonly book: Book; readonly names: Names } | null =
    null;

  /** Throws one sentence when dist/ is missing, and "ParseError: ..." for a bundle Google refuses. */
  constructor(options: HostOptions, saved?: unknown) {
    const project =
      options.source === undefined
        ? projectIn(options.dist ?? 'dist')
        : projectOf(options.source, options.pages);
    this.world = saved === undefined ? World.empty(options) : World.saved(saved, options);
    this.launcher = new Launcher(project, this.world, options, (gesture) => {
      const outcome = this.gesture(gesture);
      this.meanwhile.push(outcome);
    });
  }

  /** Goes on from what `toJSON` gave; `options.now` moves the clock, the rest of it is kept. */
  static load(json: unknown, options: HostOptions): Host {
    return new Host(options, json ?? null);
  }

  /** The workbook and everything beside it. Write it as text at once: it is not a copy. */
  toJSON(): unknown {
    return this.world.toJSON();
  }

  get owner(): string {
    return this.world.owner;
  }

  /** The workbook itself: reading and writing it here counts no call and fires no trigger. */
  get book(): Book {
    return this.world.book;
  }

  /** Every mail that was sent, the oldest first. */
  get mails(): readonly Mail[] {
    return this.world.state.mails;
  }

  /** On the workbook's clock, 'YYYY-MM-DDTHH:mm:ss'. */
  now(): string {
    return wallText(this.world.state.now, this.book.timeZone);
  }

  users(): readonly { readonly email: string; readonly may: Rights }[] {
    return [...this.world.state.users].map((email) => ({ email, may: this.rightsOf(email) }));
  }

  rightsOf(user: string): Rights {
    return this.launcher.rightsOf(user);
  }

  setRights(user: string, may: 'edit' | 'view' | 'none'): void {
    if (user === this.owner) throw new BookError('The owner keeps every right.');
    this.world.state.users.add(user);
    this.book.rights.set(user, may);
  }

  triggers(): readonly TriggerInfo[] {
    return this.world.state.triggers.map((trigger) => ({
      id: trigger.id,
      functionName: trigger.functionName,
      creator: trigger.creator,
      kind: trigger.kind,
      when: whenOf(trigger),
      next: trigger.next === null ? '' : wallText(trigger.next, this.book.timeZone).slice(0, 16),
    }));
  }

  /** The menus that the script has added for this user. */
  menus(user: string): readonly MenuItem[] {
    return this.world.state.menus.get(user) ?? [];
  }

  /** Where the user's cursor stands; the script sees it as the active range. */
  select(user: string, tab: string, range: string): void {
    const sheet = this.book.sheet(tab);
    const a1 = parseA1(range);
    if (sheet === null || a1 === null) throw new BookError(`There is no range ${tab}!${range}.`);
    this.world.state.selections.set(user, { sheetId: sheet.id, rect: a1.within(sheet) });
  }

  /** As google.script.run from a page; throws in the page's place when an argument cannot cross. */
  call(
    user: string,
    name: string,
    args: readonly unknown[] = [],
    options: RunOptions = {},
  ): Execution {
    const text = argumentsText(args);
    const acting = this.launcher.person(user, 'page');
    return this.launcher.start(
      { functionName: name, acting, args: ({ realm }) => realm.JSON.parse(text) as unknown[] },
      options,
    );
  }

  /** As a click on a menu item. */
  menu(user: string, functionName: string, options: RunOptions = {}): Execution {
    const acting = this.launcher.person(user, 'menu');
    return this.launcher.start({ functionName, acting, args: () => [] }, options);
  }

  /** Fires the time triggers of the function as their creators; as the owner when there is none. */
  trigger(functionName: string, options: RunOptions = {}): readonly Execution[] {
    const installed = this.world.state.triggers.filter(
      (trigger) => trigger.kind === 'clock' && trigger.functionName === functionName,
    );
    const fired = installed.length > 0 ? installed : [this.passingTrigger(functionName)];
    return fired.map((trigger) => this.launcher.fire(trigger, options));
  }

  /** The user opens the spreadsheet: onOpen unless they may only look, then installed triggers. */
  open(
    user: string,
    options: RunOptions & { readonly authMode?: 'NONE' | 'LIMITED' } = {},
  ): readonly Execution[] {
    const rights = this.rightsOf(user);
    if (rights === 'none') throw new BookError('You need access to this file.');
    const person = this.launcher.person(user, 'simple');
    this.world.state.menus.delete(user);
    const runs: Execution[] = [];
    if (this.launcher.has('onOpen') && rights !== 'view') {
      const acting = { ...person, mode: options.authMode ?? 'LIMITED' };
      const started = { functionName: 'onOpen', acting, args: openEvent(null) };
      runs.push(this.launcher.start(started, options));
    }
    return [...runs, ...this.launcher.installed('open', user, openEvent)];
  }

  /** One thing that somebody does, and all that comes of it. */
  gesture(gesture: unknown, options: Pick<RunOptions, 'questions'> = {}): Outcome {
    return perform(this, gesture, options);
  }

  /** Tells the script of an edit by hand: onEdit as that user, installed triggers as their creators. */
  edited(edit: EditHappened, options: RunOptions = {}): readonly Execution[] {
    const runs: Execution[] = [];
    if (this.launcher.has('onEdit')) {
      const acting = this.launcher.person(edit.user, 'simple');
      const started = { functionName: 'onEdit', acting, args: editEvent(edit, null) };
      runs.push(this.launcher.start(started, options));
    }
    return [
      ...runs,
      ...this.launcher.installed('edit', edit.user, (trigger) => editEvent(edit, trigger)),
      ...this.changed(edit.user, 'EDIT'),
    ];
  }

  /** Tells installed change triggers what happened to the workbook. */
  changed(user: string, type: ChangeType): readonly Execution[] {
    return this.launcher.installed('change', user, (trigger) => changeEvent(type, trigger));
  }

  /** Moves the clock; due time triggers fire in order, each at its own time: see advanceClock. */
  advance(
    by: { readonly days?: number; readonly hours?: number },
    options: RunOptions = {},
  ): readonly Execution[] {
    const span = (by.days ?? 0) * DAY + (by.hours ?? 0) * HOUR;
    if (!(span >= 0)) throw new BookError('The clock only goes forward.');
    const runs: Execution[] = [];
    advanceClock(this.world, span, (trigger) => {
      runs.push(this.launcher.fire(trigger, runs.length === 0 ? options : {}));
    });
    return runs;
  }

  /** Tabs and columns by their English names or their labels. */
  names(): Names {
    const { book } = this;
    const tabs = book.sheets.map((sheet) => `${sheet.id} ${sheet.name}`).join('\n');
    if (this.known?.tabs !== tabs || this.known.book !== book) {
      this.known = { tabs, book, names: new Names(book, () => this.describe()) };
    }
    return this.known.names;
  }

  /** What came of gestures between two calls since it was last asked. */
  takeMeanwhile(): readonly Outcome[] {
    const taken = this.meanwhile;
    this.meanwhile = [];
    return taken;
  }

  /** Asks the script itself, leaving no trace: what it caches and counts is put back. */
  private describe(): readonly TabNames[] {
    if (!this.launcher.has('describeWorkbook')) return [];
    const { state } = this.world;
    this.world.state = state.copy();
    try {
      const { value } = this.call(this.owner, 'describeWorkbook', ['{}']);
      const reply = typeof value === 'string' ? (JSON.parse(value) as { tabs?: TabNames[] }) : {};
      return reply.tabs ?? [];
    } finally {
      this.world.state = state;
    }
  }

  private passingTrigger(functionName: string): TriggerRecord {
    return {
      id: 'byHand',
      functionName,
      creator: this.owner,
      kind: 'clock',
      timeZone: this.book.timeZone,
      schedule: null,
      next: null,
    };
  }
}
