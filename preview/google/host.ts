import { advanceClock } from './advanceClock';
import { Book } from './book/book';
import { BookError } from './book/bookError';
import { type BookJson, bookFromJson, bookToJson } from './book/bookJson';
import { parseA1 } from './book/rect';
import {
  type ChangeType,
  changeEvent,
  clockEvent,
  type EditHappened,
  editEvent,
  openEvent,
} from './events';
import type { Execution, Mail } from './execution';
import type { Outcome } from './gestures/gesture';
import { History } from './gestures/history';
import { Names, type TabNames } from './gestures/names';
import { perform } from './gestures/perform';
import type { HostOptions, Rights, RunOptions, TriggerInfo } from './hostOptions';
import { argumentsText } from './marshal';
import { type Run, runScript } from './run';
import { type Project, projectIn, projectOf } from './script';
import type { Acting } from './services/serviceSide';
import { HostState, type MenuItem, type SavedState } from './state';
import { type TriggerRecord, whenOf } from './triggers';
import { readWallText, wallText } from './wallTime';

export type { HostOptions, Rights, RunOptions, TriggerInfo } from './hostOptions';
export type { MenuItem } from './state';

interface Saved {
  readonly version: 1;
  readonly owner: string;
  readonly book: BookJson;
  readonly state: SavedState;
}

interface Started {
  readonly functionName: string;
  readonly acting: Acting;
  readonly args: Run['args'];
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Google, as far as Sluice can tell: one spreadsheet with its script, users, triggers and mail. It
 * runs in the process's time zone, which must be UTC for Date's local getters to be a script's.
 */
export class Host {
  readonly owner: string;
  /** What each person did by hand, for undo and redo. */
  readonly history = new History();
  private readonly project: Project;
  private workbook: Book;
  private state: HostState;
  private knownNames: { readonly tabs: string; readonly book: Book; readonly names: Names } | null =
    null;

  constructor(
    private readonly options: HostOptions,
    saved?: unknown,
  ) {
    this.project = loadProject(options);
    const known = saved as Saved | undefined;
    this.owner = known?.owner ?? options.owner ?? 'owner@example.com';
    this.workbook = known === undefined ? newBook(options, this.owner) : bookFromJson(known.book);
    this.state = known === undefined ? newState(options) : HostState.fromJSON(known.state);
    if (known !== undefined && options.now !== undefined) {
      this.state.now = readWallText(options.now, this.workbook.timeZone);
    }
    this.adopt(this.workbook);
    this.state.users.add(this.owner);
  }

  /** Goes on from what `toJSON` gave; `options.now` moves the clock, the rest of it is kept. */
  static load(json: unknown, options: HostOptions): Host {
    if ((json as Saved | null)?.version !== 1) throw new Error('This file is no saved workbook.');
    return new Host(options, json);
  }

  toJSON(): unknown {
    const saved: Saved = {
      version: 1,
      owner: this.owner,
      book: bookToJson(this.workbook),
      state: this.state.toJSON(),
    };
    return saved;
  }

  /** The workbook itself: reading and writing it here counts no call and fires no trigger. */
  get book(): Book {
    return this.workbook;
  }

  /** Tabs and columns by their English names or their labels. */
  names(): Names {
    const tabs = this.workbook.sheets.map((sheet) => `${sheet.id} ${sheet.name}`).join('\n');
    if (this.knownNames?.tabs !== tabs || this.knownNames.book !== this.workbook) {
      const names = new Names(this.workbook, () => this.describe());
      this.knownNames = { tabs, book: this.workbook, names };
    }
    return this.knownNames.names;
  }

  /** Every mail that was sent, the oldest first. */
  get mails(): readonly Mail[] {
    return this.state.mails;
  }

  /** On the workbook's clock, 'YYYY-MM-DDTHH:mm:ss'. */
  now(): string {
    return wallText(this.state.now, this.workbook.timeZone);
  }

  users(): readonly { readonly email: string; readonly may: Rights }[] {
    return [...this.state.users].map((email) => ({ email, may: this.rightsOf(email) }));
  }

  rightsOf(user: string): Rights {
    return user === this.owner ? 'owner' : this.workbook.rightOf(user);
  }

  setRights(user: string, may: 'edit' | 'view' | 'none'): void {
    if (user === this.owner) throw new BookError('The owner keeps every right.');
    this.state.users.add(user);
    this.workbook.rights.set(user, may);
  }

  triggers(): readonly TriggerInfo[] {
    return this.state.triggers.map((trigger) => ({
      id: trigger.id,
      functionName: trigger.functionName,
      creator: trigger.creator,
      kind: trigger.kind,
      when: whenOf(trigger),
      next:
        trigger.next === null ? '' : wallText(trigger.next, this.workbook.timeZone).slice(0, 16),
    }));
  }

  /** The menus that the script has added for this user. */
  menus(user: string): readonly MenuItem[] {
    return this.state.menus.get(user) ?? [];
  }

  /** Where the user's cursor stands; the script sees it as the active range. */
  select(user: string, tab: string, range: string): void {
    const sheet = this.workbook.sheet(tab);
    const a1 = parseA1(range);
    if (sheet === null || a1 === null) throw new BookError(`There is no range ${tab}!${range}.`);
    this.state.selections.set(user, { sheetId: sheet.id, rect: a1.within(sheet) });
  }

  /** As google.script.run from a page. */
  call(
    user: string,
    name: string,
    args: readonly unknown[] = [],
    options: RunOptions = {},
  ): Execution {
    const text = argumentsText(args);
    return this.start(
      {
        functionName: name,
        acting: this.acting(user, 'page'),
        args: ({ realm }) => realm.JSON.parse(text) as unknown[],
      },
      options,
    );
  }

  /** As a click on a menu item. */
  menu(user: string, functionName: string, options: RunOptions = {}): Execution {
    const acting = this.acting(user, 'menu');
    return this.start({ functionName, acting, args: () => [] }, options);
  }

  /** Fires the time triggers of the function as their creators; as the owner when there is none. */
  trigger(functionName: string, options: RunOptions = {}): readonly Execution[] {
    const due = this.state.triggers.filter(
      (trigger) => trigger.kind === 'clock' && trigger.functionName === functionName,
    );
    const fired = due.length > 0 ? due : [this.passingTrigger(functionName)];
    return fired.map((trigger) => this.fire(trigger, options));
  }

  /** The user opens the spreadsheet: onOpen, then installed open triggers. */
  open(
    user: string,
    options: RunOptions & { readonly authMode?: 'NONE' | 'LIMITED' } = {},
  ): readonly Execution[] {
    if (this.rightsOf(user) === 'none') throw new BookError('You need access to this file.');
    this.state.users.add(user);
    this.state.menus.delete(user);
    const mode = options.authMode ?? 'LIMITED';
    const runs: Execution[] = [];
    if (this.project.functions.has('onOpen') && this.mayEdit(user)) {
      const acting = { ...this.acting(user, 'simple'), mode };
      runs.push(this.start({ functionName: 'onOpen', acting, args: openEvent(null) }, options));
    }
    return [...runs, ...this.installed('open', user, (trigger) => openEvent(trigger))];
  }

  /** One thing that somebody does, and all that comes of it. */
  gesture(gesture: unknown, options: Pick<RunOptions, 'questions'> = {}): Outcome {
    return perform(this, gesture, options);
  }

  /** Tells the script of an edit by hand: onEdit as that user, installed edit triggers as their creators. */
  edited(edit: EditHappened, options: RunOptions = {}): readonly Execution[] {
    const runs: Execution[] = [];
    if (this.project.functions.has('onEdit')) {
      const acting = this.acting(edit.user, 'simple');
      const args = editEvent(edit, null);
      runs.push(this.start({ functionName: 'onEdit', acting, args }, options));
    }
    return [
      ...runs,
      ...this.installed('edit', edit.user, (trigger) => editEvent(edit, trigger)),
      ...this.changed(edit.user, 'EDIT'),
    ];
  }

  /** Tells installed change triggers what happened to the workbook. */
  changed(user: string, type: ChangeType): readonly Execution[] {
    return this.installed('change', user, (trigger) => changeEvent(type, trigger));
  }

  /** Moves the clock; due time triggers fire in order, each at its own time: see advanceClock. */
  advance(
    by: { readonly days?: number; readonly hours?: number },
    options: RunOptions = {},
  ): readonly Execution[] {
    const span = (by.days ?? 0) * DAY + (by.hours ?? 0) * HOUR;
    if (!(span >= 0)) throw new BookError('The clock only goes forward.');
    const runs: Execution[] = [];
    advanceClock(this.state, span, (trigger) => {
      runs.push(this.fire(trigger, runs.length === 0 ? options : {}));
    });
    return runs;
  }

  /** Asks the script itself, leaving no trace: what it caches and counts is put back. */
  private describe(): readonly TabNames[] {
    if (!this.project.functions.has('describeWorkbook')) return [];
    const state = this.state;
    this.state = HostState.fromJSON(structuredClone(state.toJSON()));
    try {
      const { value } = this.call(this.owner, 'describeWorkbook', [{}]);
      const reply = typeof value === 'string' ? (JSON.parse(value) as { tabs?: TabNames[] }) : {};
      return reply.tabs ?? [];
    } finally {
      this.state = state;
    }
  }

  private fire(trigger: TriggerRecord, options: RunOptions): Execution {
    const acting: Acting = {
      user: '',
      runAs: trigger.creator,
      mode: 'FULL',
      surface: 'clock',
      knowsUser: false,
    };
    const args = clockEvent(trigger);
    return this.start({ functionName: trigger.functionName, acting, args }, options);
  }

  private passingTrigger(functionName: string): TriggerRecord {
    return {
      id: 'byHand',
      functionName,
      creator: this.owner,
      kind: 'clock',
      timeZone: this.workbook.timeZone,
      schedule: null,
      next: null,
    };
  }

  private installed(
    kind: TriggerRecord['kind'],
    user: string,
    args: (trigger: TriggerRecord) => Run['args'],
  ): readonly Execution[] {
    const concerned = this.state.triggers.filter((trigger) => trigger.kind === kind);
    return concerned.map((trigger) => {
      const knowsUser = user === trigger.creator || this.options.addresses === 'shown';
      const acting: Acting = {
        user,
        runAs: trigger.creator,
        mode: 'FULL',
        surface: 'installed',
        knowsUser,
      };
      return this.start({ functionName: trigger.functionName, acting, args: args(trigger) }, {});
    });
  }

  private acting(user: string, surface: 'menu' | 'page' | 'simple'): Acting {
    this.state.users.add(user);
    const knowsUser =
      surface !== 'simple' || user === this.owner || this.options.addresses === 'shown';
    return {
      user,
      runAs: user,
      mode: surface === 'simple' ? 'LIMITED' : 'FULL',
      surface,
      knowsUser,
    };
  }

  private mayEdit(user: string): boolean {
    const may = this.rightsOf(user);
    return may === 'owner' || may === 'edit';
  }

  private start(started: Started, options: RunOptions): Execution {
    if (started.acting.user !== '' && this.rightsOf(started.acting.user) === 'none') {
      throw new BookError('You need access to this file.');
    }
    const before = options.questions === 'ask' ? structuredClone(this.toJSON()) : null;
    const { during } = options;
    const execution = runScript(
      {
        project: this.project,
        book: this.workbook,
        state: this.state,
        clock: this.options.clock ?? 'still',
      },
      {
        ...started,
        fault: options,
        answers: options.answers ?? [],
        questions: options.questions ?? 'close',
        during:
          during === undefined
            ? null
            : { call: during.call, run: () => this.interrupt(during.do) },
      },
    );
    if (execution.question !== undefined && before !== null) this.restore(before as Saved);
    return execution;
  }

  /** What came of gestures between two calls, until somebody takes it. */
  private meanwhile: Outcome[] = [];

  private interrupt(gesture: unknown): void {
    const outcome = this.gesture(gesture);
    this.meanwhile.push(outcome);
  }

  takeMeanwhile(): readonly Outcome[] {
    const taken = this.meanwhile;
    this.meanwhile = [];
    return taken;
  }

  private restore(saved: Saved): void {
    this.workbook = bookFromJson(saved.book);
    this.state = HostState.fromJSON(saved.state);
    this.adopt(this.workbook);
  }

  private adopt(book: Book): void {
    book.now = () => this.state.now;
  }
}

function loadProject(options: HostOptions): Project {
  if (options.source !== undefined) return projectOf(options.source, options.pages);
  if (options.dist === undefined) throw new Error('A host needs dist or source.');
  return projectIn(options.dist);
}

function newBook(options: HostOptions, owner: string): Book {
  return new Book({
    owner,
    timeZone: options.timeZone ?? 'Etc/UTC',
    locale: options.locale ?? 'en_US',
    ...(options.name === undefined ? {} : { name: options.name }),
  });
}

function newState(options: HostOptions): HostState {
  const state = new HostState();
  state.random = options.seed ?? 1;
  state.now =
    options.now === undefined
      ? Date.now()
      : readWallText(options.now, options.timeZone ?? 'Etc/UTC');
  return state;
}
