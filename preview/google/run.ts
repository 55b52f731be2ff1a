import type { Book } from './book/book';
import { RUN_LIMIT_MS } from './costs';
import type { Answer, ButtonName, Execution, Fault, QuestionAsked } from './execution';
import type { Realm } from './gate';
import { answerOf } from './marshal';
import { newContext, type ScriptContext } from './realm';
import { DeadExecution, Recorder } from './recorder';
import type { Project } from './script';
import { globalsOf } from './services/globals';
import { releaseLocks } from './services/lock';
import type { Acting, ServiceSide, Shown } from './services/serviceSide';
import { ui } from './services/ui';
import type { SpreadsheetExecution } from './spreadsheet/scriptSide';
import { spreadsheetExecution } from './spreadsheet/spreadsheetExecution';
import type { HostState } from './state';

/** What executions run on. */
export interface Stage {
  readonly project: Project;
  readonly book: Book;
  readonly state: HostState;
  /** Whether run time moves the clock. */
  readonly clock: 'still' | 'running';
  /** How many times as long as usual a call takes. */
  readonly slowness: number;
}

/** What an event is built with, inside the execution. */
export interface EventTools {
  readonly realm: Realm;
  readonly spreadsheet: SpreadsheetExecution;
  readonly side: ServiceSide;
}

export interface Run {
  readonly functionName: string;
  readonly acting: Acting;
  readonly args: (tools: EventTools) => readonly unknown[];
  readonly fault: Fault;
  readonly answers: readonly Answer[];
  readonly questions: 'close' | 'ask';
  readonly during: { readonly call: number; run(): void } | null;
  /** Told once, before the first write of the workbook. */
  readonly beforeWrite: (() => void) | null;
}

/** Runs one function of the script, in a context of its own, to its end. */
export function runScript(stage: Stage, run: Run): Execution {
  const cpu = process.cpuUsage();
  const running = new Running(stage, run);
  const ended = running.end();
  const { user, system } = process.cpuUsage(cpu);
  return { ...ended, cpuMs: (user + system) / 1000 };
}

class Running {
  private readonly context: ScriptContext;
  private readonly gate: Recorder;
  private readonly side: ServiceSide;
  private readonly spreadsheet: SpreadsheetExecution;
  private readonly shown: Shown = { toasts: [], dialogs: [], alerts: [], mails: [], logs: [] };
  private readonly waitingAnswers: Answer[];
  private question: QuestionAsked | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly run: Run,
  ) {
    const { state, book, project } = stage;
    this.waitingAnswers = [...run.answers];
    const now = () => this.now();
    this.context = newContext({ now, random: () => state.nextRandom() });
    this.gate = new Recorder(
      {
        mode: run.acting.mode,
        scopes: project.scopes,
        limitMs: run.acting.surface === 'simple' ? RUN_LIMIT_MS.simple : RUN_LIMIT_MS.other,
        slowness: stage.slowness,
        fault: run.fault,
        bookId: book.id,
        during: run.during,
        beforeWrite: run.beforeWrite,
      },
      this.context.realm,
      () => this.spreadsheet.abandon(run.fault.keep ?? 'none'),
    );
    this.side = {
      gate: this.gate,
      realm: this.context.realm,
      state,
      project,
      acting: run.acting,
      shown: this.shown,
      self: Symbol(run.functionName),
      document: book,
      now,
      sleep: (ms) => this.sleep(ms),
      flush: () => this.spreadsheet.flush(),
      ask: (question) => this.ask(question),
    };
    this.spreadsheet = this.openSpreadsheet();
    this.context.install(globalsOf(this.side, this.spreadsheet.app));
  }

  end(): Execution {
    const { functionName, acting } = this.run;
    const done = this.perform();
    releaseLocks(this.side);
    if (this.stage.clock === 'running') this.stage.state.now += this.gate.simulatedMs;
    return {
      functionName,
      user: acting.user,
      runAs: acting.runAs,
      mode: acting.mode,
      ...done,
      ...(this.gate.dead === null ? {} : { stopped: this.gate.dead }),
      ...(this.question === undefined ? {} : { question: this.question }),
      calls: this.gate.calls,
      callCount: this.gate.callCount,
      methods: this.gate.methods,
      sequence: this.gate.sequence,
      answers: this.gate.answers,
      cells: this.gate.cells,
      cpuMs: 0,
      simulatedMs: Math.round(this.gate.simulatedMs),
      ...this.shown,
      missing: [...this.gate.missing],
    };
  }

  private perform(): Pick<Execution, 'value' | 'error'> {
    try {
      const value = this.invoke();
      if (this.gate.dead !== null) return { error: { message: this.gate.dead } };
      this.spreadsheet.flush();
      return { value };
    } catch (error) {
      // What was written before the error stays written.
      if (this.gate.dead === null) this.flushQuietly();
      return { error: this.gate.dead === null ? errorOf(error) : { message: this.gate.dead } };
    }
  }

  private invoke(): unknown {
    const { project } = this.stage;
    const { functionName } = this.run;
    this.context.run(project.script);
    this.gate.loading = false;
    const isPrivate = this.run.acting.surface === 'page' && functionName.endsWith('_');
    const found =
      project.functions.has(functionName) && !isPrivate
        ? this.context.functionNamed(functionName)
        : null;
    if (found === null) throw new Error(`Script function not found: ${functionName}`);
    const { realm } = this.context;
    const args = this.run.args({ realm, spreadsheet: this.spreadsheet, side: this.side });
    const value = found(...args);
    if (isPromise(value)) {
      throw new Error(`not in the stand-in: ${functionName} is asynchronous`);
    }
    return answerOf(value);
  }

  private flushQuietly(): void {
    try {
      this.spreadsheet.flush();
    } catch {
      // The first error is the one that is told.
    }
  }

  private now(): number {
    const { state, clock } = this.stage;
    return clock === 'running' ? state.now + Math.round(this.gate.simulatedMs) : state.now;
  }

  private sleep(ms: number): void {
    if (this.stage.clock === 'still') this.stage.state.now += ms;
    this.gate.spend(ms);
  }

  private openSpreadsheet(): SpreadsheetExecution {
    const { book, state } = this.stage;
    const { user, runAs, surface } = this.run.acting;
    return spreadsheetExecution({
      book,
      gate: this.gate,
      realm: this.context.realm,
      user: runAs,
      selection: {
        get: () => (surface === 'clock' ? null : (state.selections.get(user) ?? null)),
        set: (selection) => {
          if (surface !== 'clock') state.selections.set(user, selection);
        },
      },
      toast: (toast) => {
        this.assertMayToast();
        this.shown.toasts.push(toast);
      },
      getUi: () => ui(this.side),
      onMissing: (name) => this.gate.missing.add(name),
    });
  }

  private assertMayToast(): void {
    if (this.run.acting.mode === 'FULL') return;
    if (this.stage.book.facts.toastInSimpleTrigger === 'shown') return;
    throw this.context.realm.exception('You do not have permission to call Spreadsheet.toast.');
  }

  private ask(question: Omit<QuestionAsked, 'answer'>) {
    const given = this.waitingAnswers.shift();
    if (given === undefined && this.run.questions === 'ask') {
      this.question = { ...question, answer: null };
      this.gate.die('waits for an answer');
    }
    const answer = answerTo(question, given);
    this.shown.alerts.push({ ...question, answer });
    return answer;
  }
}

const BUTTONS: readonly string[] = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'];

/** Text for a prompt is typed and confirmed; a button's name is that button; nothing closes the dialog. */
function answerTo(
  question: Omit<QuestionAsked, 'answer'>,
  given: Answer | undefined,
): { readonly button: ButtonName; readonly text: string } {
  if (given === undefined) return { button: 'CLOSE', text: '' };
  const first = question.buttons[0] ?? 'OK';
  if (typeof given !== 'string') return { button: given.button ?? first, text: given.text ?? '' };
  const isButton = BUTTONS.includes(given.toUpperCase());
  if (isButton) return { button: given.toUpperCase() as ButtonName, text: '' };
  return { button: first, text: given };
}

function isPromise(value: unknown): boolean {
  return typeof (value as { then?: unknown } | null)?.then === 'function';
}

function errorOf(error: unknown): { message: string; stack?: string } {
  if (error instanceof DeadExecution) return { message: error.message };
  const { message, stack } = (error ?? {}) as { message?: unknown; stack?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  return typeof stack === 'string' ? { message: text, stack } : { message: text };
}
