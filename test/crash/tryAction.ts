import { createHash } from 'node:crypto';
import type { Execution } from '../../preview/google/execution';
import type { Gesture, Outcome } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { does, everything, loaded, saved } from '../app/desk';
import type { Action, Kind, Other } from './action';
import { allCases, type Case, sampled } from './cases';
import { difference, generated, picture } from './picture';
import { isRefused } from './refused';
import { Alike, sameUpTo } from './silentCalls';

const CASES_AT_A_STRETCH = 20;

/** How one case went wrong. */
export interface Failed {
  readonly what: string;
  /** Before which call. */
  readonly call: number;
  /** Lines lost (-) and added (+) against the nearest allowed ending. */
  readonly lines: readonly string[];
}

export interface Tried {
  readonly what: string;
  readonly calls: number;
  readonly cases: Readonly<Record<Kind, number>>;
  /** Of them so many end as the same before the next call, and were not played by themselves. */
  readonly same: number;
  readonly failed: readonly Failed[];
  /** Cases that ended as `exposed` allows. */
  readonly exposed: number;
}

/**
 * Breaks an action at every call in every way, or in so many ways of all; recovers, and compares. Every now and then it
 * waits for `pause`.
 */
export async function tryAction(
  action: Action,
  sample: number | 'all',
  pause: () => Promise<void> = async () => {},
): Promise<Tried> {
  const start = action.before();
  const trial = new Trial(action, saved(start), action.gesture(start));
  const cases = { fail: 0, stop: 0, between: 0 };
  const failed: Failed[] = [];
  const exposed: Failed[] = [];
  const alike = new Alike(trial.unbroken, sample === 'all');
  let same = 0;
  for (const [index, one] of sampled(allCases(trial.calls, action, start), sample).entries()) {
    if (index % CASES_AT_A_STRETCH === 0) await pause();
    cases[one.kind] += 1;
    const { what } = one;
    const known = alike.known(one);
    if (known === 'as the next') {
      same += 1;
      continue;
    }
    if (known !== null) same += 1;
    const found = known ?? trial.wrongAfter(one);
    const calls = alike.settle(one, found);
    const { lines, keepsDeals } = found;
    if (lines.length === 0) continue;
    const mayBe = keepsDeals && one.other?.rearranges !== undefined;
    if (mayBe) exposed.push(...calls.map((call) => ({ what, call, lines })));
    else if (known === null) failed.push({ what, call: one.call, lines });
  }
  const allowed = fullestStretches(exposed, action);
  return {
    what: action.what,
    calls: trial.calls,
    cases,
    same,
    failed: [...failed, ...exposed.filter((one) => !allowed.includes(one))],
    exposed: allowed.length,
  };
}

/** Of these cases as many as lie within the stretches of calls that the action is exposed in. */
function fullestStretches(
  cases: readonly Failed[],
  { exposed = 0, stretches = 1 }: Pick<Action, 'exposed' | 'stretches'>,
): readonly Failed[] {
  if (stretches === 0) return [];
  const fullest = cases
    .map((first) => cases.filter(({ call }) => call >= first.call && call < first.call + exposed))
    .reduce((a, b) => (b.length > a.length ? b : a), []);
  const others = cases.filter((one) => !fullest.includes(one));
  return [...fullest, ...fullestStretches(others, { exposed, stretches: stretches - 1 })];
}

/** What is wrong, if anything, and whether every deal is there once all the same. */
export interface Wrong {
  readonly lines: readonly string[];
  readonly keepsDeals: boolean;
}

/** The same of a case that was played, and of all others up to a call that end as it does. */
export interface Found extends Wrong {
  readonly sameUpTo: number;
}

const RIGHT: Wrong = { lines: [], keepsDeals: true };

/** What is done on a workbook, in this order, before it is put right. */
type Course = readonly (Gesture | 'it')[];

/** One action and the endings that it may have. */
class Trial {
  readonly calls: number;
  /** What the action does when nothing goes wrong. */
  readonly unbroken: readonly Execution[];
  private readonly endings = new Map<string, readonly string[]>();
  private readonly seen = new Map<string, Wrong>();

  constructor(
    private readonly action: Action,
    private readonly text: string,
    private readonly gesture: Gesture,
  ) {
    const host = loaded(text);
    const before = this.look(host);
    // Answers are noted where somebody else might act.
    const during = { call: Number.MAX_SAFE_INTEGER, do: { menu: 'sweep' } } as const;
    this.unbroken = does(host, { ...gesture, during }).executions;
    this.calls = Math.max(...this.unbroken.map((run) => run.callCount));
    if (difference(before, this.look(host)).length === 0) {
      throw new Error(`${action.what} changes nothing that is looked at.`);
    }
  }

  /** Breaks the action, recovers, and tells what is wrong then. */
  wrongAfter(one: Case): Found {
    const { options, other } = one;
    const host = loaded(this.text);
    const outcome = host.gesture({ ...this.gesture, ...options });
    const until = sameUpTo(one, this.unbroken, outcome.executions);
    const left = [other?.what ?? '', isRefused(outcome, this.unbroken), saved(host)].join('\n');
    const key = createHash('sha1').update(left).digest('base64');
    const known = this.seen.get(key);
    if (known !== undefined) return { ...known, sameUpTo: until };
    const wrong = this.judged(host, outcome, other);
    this.seen.set(key, wrong);
    return { ...wrong, sameUpTo: until };
  }

  private judged(host: Host, outcome: Outcome, other: Other | null): Wrong {
    const endings = this.courses(outcome, other).map((course) => this.ending(course));
    let settled: Host;
    try {
      settled = this.recovered(host, true);
    } catch (error) {
      return { lines: [`! ${error instanceof Error ? error.message : error}`], keepsDeals: false };
    }
    const found = this.look(settled);
    const differences = endings.map((ending) => difference(ending, found));
    const nearest = differences.reduce((a, b) => (b.length < a.length ? b : a));
    if (nearest.length > 0) {
      const told = (lines: readonly string[]) => dealsIn(lines, other?.rearranges !== 'deletes');
      const whole = [...endings, this.ending(['it'])];
      const keepsDeals = whole.some((ending) => told(ending) === told(found));
      return { lines: nearest, keepsDeals };
    }
    const tabs = JSON.stringify(everything(settled));
    does(settled, { menu: 'sweep' });
    return JSON.stringify(everything(settled)) === tabs
      ? RIGHT
      : { lines: ['! a second sweep changes something'], keepsDeals: false };
  }

  /** The orders of things that would have been right. */
  private courses(outcome: Outcome, other: Other | null): readonly Course[] {
    const host = loaded(this.text);
    const { mayVanish, recover, partly: partlyOf } = this.action;
    const mayBeLost = mayVanish && isRefused(outcome, this.unbroken);
    const isRepeated = recover.includes('again');
    const partly = mayBeLost || isRepeated ? (partlyOf?.(host) ?? []) : [];
    const rest: readonly Course[] = isRepeated ? [['it']] : [[]];
    const own: readonly Course[] = [
      ['it'],
      ...(mayBeLost ? [[]] : []),
      ...partly.flatMap((part) => rest.map((course) => [part, ...course])),
    ];
    if (other === null) return own;
    const gesture = other.gesture(host);
    const unseen = unseenOf(gesture);
    const isOtherLost = outcome.during !== undefined && isRefused(outcome.during);
    const isOnlyAfter = other.rearranges !== undefined && 'edit' in this.gesture;
    return own.flatMap((course): readonly Course[] => [
      [...course, gesture],
      ...(isOnlyAfter ? [this.unseen(course, gesture)] : [[gesture, ...course]]),
      ...(unseen === null ? [] : [[unseen, ...course], this.unseen(course, unseen)]),
      ...(isOtherLost && unseen === null ? [course] : []),
    ]);
  }

  /** As if both had typed before the script looked at either. */
  private unseen(course: Course, other: Gesture): Course {
    return [
      ...course.map((step) => (step === 'it' ? (unseenOf(this.gesture) ?? step) : step)),
      other,
    ];
  }

  /** What the workbook shows when nothing went wrong. */
  private ending(course: Course): readonly string[] {
    const key = JSON.stringify(course);
    const known = this.endings.get(key);
    if (known !== undefined) return known;
    const host = loaded(this.text);
    for (const step of course) does(host, step === 'it' ? this.gesture : step);
    const ending = this.look(this.recovered(host, course.includes('it')));
    this.endings.set(key, ending);
    return ending;
  }

  /** Puts it right; the workbook afterwards, which may be a later one. */
  private recovered(host: Host, isWanted: boolean): Host {
    return this.action.recover.reduce((now, step) => {
      if (step === 'later') return threeHoursLater(now);
      if (step === 'sweep') does(now, { menu: 'sweep' });
      if (step === 'work') does(now, { trigger: 'work' });
      if (step === 'again' && isWanted) does(now, this.gesture);
      return now;
    }, host);
  }

  private look(host: Host): readonly string[] {
    const seen = picture(host);
    const told = this.action.anyRunner ? seen.map(withoutRunner) : seen;
    return [...told, ...generated(host, this.action.shows ?? [])];
  }
}

function withoutRunner(line: string): string {
  return line.startsWith('Trigger ') ? line.slice(0, line.lastIndexOf(' ')) : line;
}

/** The names of the deals in a picture, and when asked that the ledger has begun each once. */
function dealsIn(lines: readonly string[], withLives: boolean): string {
  const found = lines.flatMap((line) => {
    const [, tab = '', json = '{}'] = /^(Deals|Ledger) (.*)$/.exec(line) ?? [];
    const { Deal, Kind } = JSON.parse(json) as Readonly<Record<string, unknown>>;
    if (Deal === undefined || /^row /.test(String(Deal))) return [];
    if (tab === 'Deals') return [`${Deal}`];
    return withLives && (Kind === 'created' || Kind === 'deleted') ? [`${Deal} ${Kind}`] : [];
  });
  return found.sort().join('\n');
}

/** A mail that Google did not take is tried again after two hours. */
function threeHoursLater(host: Host): Host {
  const at = new Date(Date.parse(`${host.now()}Z`) + 3 * 3_600_000);
  return loaded(saved(host), at.toISOString().slice(0, 16));
}

/** What was typed, as it stands when no trigger has looked at it yet; `null` for what no cell shows. */
function unseenOf(gesture: Gesture): Gesture | null {
  if (!('edit' in gesture)) return null;
  const { tab, range, values } = gesture.edit;
  const cells = values.map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
  return { apiWrite: { tab, range, values: cells } };
}
