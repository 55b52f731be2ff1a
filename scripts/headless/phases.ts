import type { Execution } from '../../preview/google/execution';

/** What one phase of the run cost. */
export interface PhaseCost {
  executions: number;
  /** Service calls by kind. */
  readonly calls: Record<string, number>;
  /** Time that the script itself ran. */
  scriptMs: number;
  /** Time that Google would have taken, by the cost model. */
  simulatedMs: number;
  /** Processor time of the whole phase, the stand-in's and the files' included. */
  cpuMs: number;
  /** The most memory that the process had held by the end of the phase. */
  peakMemoryMb: number;
}

/** Keeps what each phase of a run costs, and what went wrong in the script. */
export class Phases {
  readonly costs: Record<string, PhaseCost> = {};
  readonly errors: string[] = [];
  private readonly began = process.hrtime.bigint();
  private name = '';
  private cpu = process.cpuUsage();

  constructor(private readonly tell: (line: string) => void) {}

  /** Ends the phase before and begins the next one. */
  begin(name: string): void {
    this.end();
    this.name = name;
    this.costs[name] ??= {
      executions: 0,
      calls: {},
      scriptMs: 0,
      simulatedMs: 0,
      cpuMs: 0,
      peakMemoryMb: 0,
    };
    this.say(name);
  }

  end(): void {
    const cost = this.costs[this.name];
    const used = process.cpuUsage(this.cpu);
    this.cpu = process.cpuUsage();
    if (cost === undefined) return;
    cost.cpuMs += Math.round((used.user + used.system) / 1000);
    cost.peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  }

  /** Adds what an execution cost; answers it. An error in it is kept and said. */
  note(run: Execution): Execution {
    const cost = this.costs[this.name];
    if (cost === undefined) return run;
    this.add(cost, run);
    const failed = run.error?.message ?? run.stopped;
    if (failed !== undefined) {
      this.errors.push(`${run.functionName}: ${failed}`);
      this.say(`${run.functionName} failed: ${failed}`);
    }
    return run;
  }

  /** Adds what a gesture's executions cost; their errors are the gesture's outcome. */
  noteOutcome(runs: readonly Execution[]): void {
    const cost = this.costs[this.name];
    if (cost !== undefined) for (const run of runs) this.add(cost, run);
  }

  say(text: string): void {
    const seconds = Number(process.hrtime.bigint() - this.began) / 1e9;
    this.tell(`${seconds.toFixed(1).padStart(6)} s  ${text}`);
  }

  /** Service calls of all phases by kind. */
  get calls(): Readonly<Record<string, number>> {
    const all: Record<string, number> = {};
    for (const { calls } of Object.values(this.costs)) {
      for (const [kind, count] of Object.entries(calls)) all[kind] = (all[kind] ?? 0) + count;
    }
    return all;
  }

  private add(cost: PhaseCost, run: Execution): void {
    cost.executions += 1;
    cost.scriptMs = Math.round(cost.scriptMs + run.cpuMs);
    cost.simulatedMs = Math.round(cost.simulatedMs + run.simulatedMs);
    for (const [kind, count] of Object.entries(run.calls)) {
      if (count > 0) cost.calls[kind] = (cost.calls[kind] ?? 0) + count;
    }
  }
}
