import { BookError } from './book/bookError';
import { clockEvent } from './events';
import type { Execution } from './execution';
import type { HostOptions, Rights, RunOptions } from './hostOptions';
import { type Run, runScript } from './run';
import type { Project } from './script';
import type { Acting } from './services/serviceSide';
import type { TriggerRecord } from './triggers';
import type { World } from './world';

interface Started {
  readonly functionName: string;
  readonly acting: Acting;
  readonly args: Run['args'];
}

/** Starts executions: as whom, with what rights, and what happens between their calls. */
export class Launcher {
  constructor(
    readonly project: Project,
    private readonly world: World,
    private readonly options: HostOptions,
    /** Does a gesture between two calls. */
    private readonly interrupt: (gesture: unknown) => void,
  ) {}

  rightsOf(user: string): Rights {
    return user === this.world.owner ? 'owner' : this.world.book.rightOf(user);
  }

  has(functionName: string): boolean {
    return this.project.functions.has(functionName);
  }

  /** Somebody who acts with their own hands. */
  person(user: string, surface: 'menu' | 'page' | 'simple'): Acting {
    this.world.state.users.add(user);
    const isSimple = surface === 'simple';
    const knowsUser = !isSimple || user === this.world.owner || this.options.addresses === 'shown';
    return { user, runAs: user, mode: isSimple ? 'LIMITED' : 'FULL', surface, knowsUser };
  }

  /** Runs a function. Somebody who cannot even open the file starts nothing. */
  start(started: Started, options: RunOptions): Execution {
    const { user } = started.acting;
    if (user !== '' && this.rightsOf(user) === 'none') {
      throw new BookError('You need access to this file.');
    }
    const before = options.questions === 'ask' ? this.world.remember() : null;
    const { book, state } = this.world;
    const { during } = options;
    const execution = runScript(
      {
        project: this.project,
        book,
        state,
        clock: this.options.clock ?? 'still',
        slowness: this.options.slowness ?? 1,
      },
      {
        ...started,
        fault: options,
        answers: options.answers ?? [],
        questions: options.questions ?? 'close',
        beforeWrite: before === null ? null : before.beforeWrite,
        during:
          during === undefined ? null : { call: during.call, run: () => this.interrupt(during.do) },
      },
    );
    if (execution.question !== undefined) before?.restore();
    return execution;
  }

  /** Runs the installed triggers of a kind, each as its creator. */
  installed(
    kind: TriggerRecord['kind'],
    user: string,
    args: (trigger: TriggerRecord) => Run['args'],
  ): readonly Execution[] {
    const concerned = this.world.state.triggers.filter((trigger) => trigger.kind === kind);
    return concerned.map((trigger) => {
      const acting: Acting = {
        user,
        runAs: trigger.creator,
        mode: 'FULL',
        surface: 'installed',
        knowsUser: user === trigger.creator || this.options.addresses === 'shown',
      };
      return this.start({ functionName: trigger.functionName, acting, args: args(trigger) }, {});
    });
  }

  /** Runs a time trigger, as its creator, with nobody at the screen. */
  fire(trigger: TriggerRecord, options: RunOptions): Execution {
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
}
