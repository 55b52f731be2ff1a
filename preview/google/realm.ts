import * as vm from 'node:vm';
import type { Realm } from './gate';

/** What a fresh context takes from the host. */
export interface RealmSources {
  /** The moment, in milliseconds since 1970. */
  now(): number;
  /** 0 <= x < 1. */
  random(): number;
}

/** A context of its own, with ECMAScript and Apps Script's globals only, as each execution gets. */
export interface ScriptContext {
  readonly realm: Realm;
  /** Puts Google's services, by global name, beside the language's own globals; call it once. */
  install(services: Readonly<Record<string, unknown>>): void;
  run(script: vm.Script): unknown;
  /** The top-level function of this name, or null. */
  functionNamed(name: string): ((...args: unknown[]) => unknown) | null;
}

/**
 * Younger than Apps Script is known to have (nobody could try which of these it has), or not there at all: a
 * bundle that needs one of them must fail here. Shared memory and the collector's hooks are no
 * part of Apps Script's documented globals.
 */
const REMOVED = `
  for (const name of ['SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef']) {
    delete globalThis[name];
  }
  const younger = [
    [Array, ['fromAsync']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with', 'group', 'groupToMap']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed', 'replaceAll']],
    [Object, ['groupBy', 'hasOwn']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'any']],
  ];
  for (const [holder, names] of younger) for (const name of names) delete holder[name];
`;

/** Dates follow the host's clock; local getters follow the process's zone, so run it with TZ=UTC. */
const FURNISH = new vm.Script(
  `(function (now, random) {
  ${REMOVED}
  const NativeDate = Date;
  const HostDate = new Proxy(NativeDate, {
    construct: (target, args, created) => Reflect.construct(target, args.length === 0 ? [now()] : args, created),
    apply: () => new NativeDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : target[key]),
  });
  NativeDate.prototype.constructor = HostDate;
  globalThis.Date = HostDate;
  Math.random = random;
  return {
    Date: NativeDate, Error, Array, Object, JSON,
    exception(message) {
      const error = new Error(message);
      Object.defineProperty(error, 'name', { value: 'Exception' });
      return error;
    },
  };
})`,
  { filename: 'globals.js' },
);

const BARE = ['globalThis', 'undefined', 'NaN', 'Infinity', 'eval'];
const pins = new Map<string, vm.Script>();

/**
 * Globals of a vm context are looked up through an interceptor, at 200 ns each time; the same name
 * as a constant of the script's own scope costs nothing. Only names on the global object are
 * pinned, so a missing global stays missing.
 */
function pinned(names: readonly string[]): vm.Script {
  const text = names.map((name) => `const ${name} = globalThis.${name};`).join('');
  let script = pins.get(text);
  if (script === undefined) {
    script = new vm.Script(text, { filename: 'globals.js' });
    pins.set(text, script);
  }
  return script;
}

export function newContext(sources: RealmSources): ScriptContext {
  const context = vm.createContext({});
  const furnish = FURNISH.runInContext(context) as (
    now: () => number,
    random: () => number,
  ) => Realm;
  const realm = furnish(sources.now, sources.random);
  return {
    realm,
    install(services) {
      const own = vm.runInContext('globalThis', context) as Record<string, unknown>;
      for (const [name, value] of Object.entries(services)) {
        Object.defineProperty(own, name, { value, writable: true, configurable: true });
      }
      const names = Object.getOwnPropertyNames(own).filter((name) => !BARE.includes(name));
      pinned(names).runInContext(context);
    },
    run: (script) => script.runInContext(context),
    functionNamed(name) {
      if (!/^[\w$]+$/.test(name)) return null;
      const found: unknown = vm.runInContext(
        `typeof ${name} === 'function' ? ${name} : null`,
        context,
      );
      return found as ((...args: unknown[]) => unknown) | null;
    },
  };
}
