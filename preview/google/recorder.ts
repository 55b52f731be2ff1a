import { createHash } from 'node:crypto';
import { refusalOf } from './access';
import { costOf } from './costs';
import type { AuthMode, Fault } from './execution';
import { CALL_KINDS, type CallGate, type CallKind, type Realm } from './gate';
import { failureText } from './googleErrors';

/** Thrown in every service call of an execution that is dead; no catch of the script revives it. */
export class DeadExecution extends Error {
  override readonly name = 'DeadExecution';
}

export interface RecorderPlan {
  readonly mode: AuthMode;
  readonly scopes: readonly string[] | null;
  readonly limitMs: number;
  readonly slowness: number;
  readonly fault: Fault;
  readonly bookId: string;
  /** Something that happens just before the call of this number. */
  readonly during: { readonly call: number; run(): void } | null;
  /** Told before the first write. */
  readonly beforeWrite: (() => void) | null;
}

/** The gate of one execution: counts its calls, keeps its simulated time, and makes it fail on order. */
export class Recorder implements CallGate {
  readonly calls = Object.fromEntries(CALL_KINDS.map((kind) => [kind, 0])) as Record<
    CallKind,
    number
  >;
  readonly methods: Record<string, number> = {};
  readonly sequence: string[] = [];
  /** Digests by the call's place; `null` for a call that may have changed something or that answers with an object. */
  readonly answers: (string | null)[] = [];
  readonly cells = { read: 0, written: 0 };
  readonly missing = new Set<string>();
  callCount = 0;
  simulatedMs = 0;
  /** Why the execution is dead; null while it lives. */
  dead: string | null = null;
  /** True while the script's own top-level statements run. */
  loading = true;
  private waiting = 0;
  private hasWritten = false;
  private isPure = true;

  constructor(
    private readonly plan: RecorderPlan,
    private readonly realm: Realm,
    private readonly onDeath: () => void,
  ) {}

  call(kind: CallKind, method: string, cells = 0): void {
    if (this.dead !== null) throw new DeadExecution(this.dead);
    if (this.loading) {
      throw this.realm.exception(`${method} was touched while the script loads.`);
    }
    if (kind === 'write' && this.calls.write === 0) this.plan.beforeWrite?.();
    this.callCount += 1;
    this.sequence.push(method);
    this.answers.push(null);
    const number = this.callCount;
    if (this.plan.during?.call === number) this.plan.during.run();
    if (this.plan.fault.stopAt === number) this.die(`stopped at call ${number}, ${method}`);
    this.count(kind, method, cells);
    if (this.plan.fault.failAt === number) {
      const { error = 'server' } = this.plan.fault;
      throw this.realm.exception(failureText(error, method, this.plan.bookId));
    }
    const refusal = refusalOf({ kind, method }, this.plan.mode, this.plan.scopes);
    if (refusal !== null) throw this.realm.exception(refusal);
  }

  answered(value: unknown): void {
    if (this.plan.during === null || !this.isPure) return;
    const digest = createHash('sha1').update(JSON.stringify(value) ?? 'undefined');
    this.answers[this.callCount - 1] = digest.digest('base64');
  }

  /** Time goes by without a call: a sleep, a wait for a lock. */
  spend(ms: number): void {
    this.simulatedMs += ms;
    if (this.simulatedMs > this.plan.limitMs) this.die('Exceeded maximum execution time');
  }

  /** Ends the execution: its writes are settled at once, and nothing it still does has an effect. */
  die(reason: string): never {
    this.dead = reason;
    this.onDeath();
    throw new DeadExecution(reason);
  }

  private count(kind: CallKind, method: string, cells: number): void {
    this.calls[kind] += 1;
    this.methods[method] = (this.methods[method] ?? 0) + 1;
    this.isPure = kind !== 'read' || !this.hasWritten;
    if (kind === 'write') this.hasWritten = true;
    else if (kind === 'read' || kind === 'flush') this.hasWritten = false;
    const cost = this.plan.slowness * costOf(kind, method, cells, this.waiting);
    if (kind === 'read') this.cells.read += cells;
    if (kind === 'write') {
      this.cells.written += cells;
      this.waiting += cells;
    } else if (kind === 'read' || kind === 'flush') {
      this.waiting = 0;
    }
    this.spend(cost);
  }
}
