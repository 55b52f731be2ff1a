import type { Mail } from './execution';
import type { Selection } from './spreadsheet/scriptSide';
import type { TriggerRecord } from './triggers';

export interface MenuItem {
  readonly kind: 'item' | 'separator' | 'menu';
  readonly caption: string;
  readonly functionName: string;
  readonly items: readonly MenuItem[];
}

export type Store = Map<string, string>;

interface Cached {
  readonly value: string;
  readonly until: number;
}

/** What Google keeps for the script between executions, beside the workbook itself. */
export class HostState {
  /** The moment, in milliseconds since 1970. */
  now = 0;
  random = 1;
  nextId = 1;
  readonly properties = new Map<string, Store>();
  readonly caches = new Map<string, Map<string, Cached>>();
  /** By scope: the execution that holds it. */
  readonly locks = new Map<string, symbol>();
  triggers: readonly TriggerRecord[] = [];
  mails: readonly Mail[] = [];
  /** Recipients written to by user, since the moment at which Google began to count. */
  readonly mailed = new Map<string, { since: number; recipients: number }>();
  readonly selections = new Map<string, Selection>();
  readonly menus = new Map<string, readonly MenuItem[]>();
  /** Addresses that have done something or were given rights. */
  readonly users = new Set<string>();

  /** 0 <= x < 1, the same row of numbers for the same seed (mulberry32). */
  nextRandom(): number {
    this.random = (this.random + 0x6d2b79f5) | 0;
    let t = Math.imul(this.random ^ (this.random >>> 15), 1 | this.random);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  newId(prefix: string): string {
    const id = `${prefix}${this.nextId}`;
    this.nextId += 1;
    return id;
  }

  /** The store of a scope: 'document', 'script', or 'user:ann@example.com'. */
  store(scope: string): Store {
    let store = this.properties.get(scope);
    if (store === undefined) {
      store = new Map();
      this.properties.set(scope, store);
    }
    return store;
  }

  cache(scope: string): Map<string, Cached> {
    let cache = this.caches.get(scope);
    if (cache === undefined) {
      cache = new Map();
      this.caches.set(scope, cache);
    }
    return cache;
  }

  /** The same, to go on from on its own; nobody holds a lock in it. */
  copy(): HostState {
    const copy = HostState.fromJSON(this.toJSON());
    for (const [scope, cache] of this.caches) copy.caches.set(scope, new Map(cache));
    return copy;
  }

  /** Locks and caches are left out: a file is opened much later. */
  toJSON(): SavedState {
    return {
      now: this.now,
      random: this.random,
      nextId: this.nextId,
      properties: [...this.properties].map(([scope, store]) => [scope, [...store]]),
      triggers: this.triggers,
      mails: this.mails,
      mailed: [...this.mailed].map(([user, mailed]) => [user, { ...mailed }]),
      selections: [...this.selections],
      menus: [...this.menus],
      users: [...this.users],
    };
  }

  static fromJSON(saved: SavedState): HostState {
    const state = new HostState();
    state.now = saved.now;
    state.random = saved.random;
    state.nextId = saved.nextId;
    for (const [scope, store] of saved.properties) state.properties.set(scope, new Map(store));
    state.triggers = saved.triggers;
    state.mails = saved.mails;
    for (const [user, mailed] of saved.mailed) state.mailed.set(user, { ...mailed });
    for (const [user, selection] of saved.selections) state.selections.set(user, selection);
    for (const [user, menus] of saved.menus) state.menus.set(user, menus);
    for (const user of saved.users) state.users.add(user);
    return state;
  }
}

export interface SavedState {
  readonly now: number;
  readonly random: number;
  readonly nextId: number;
  readonly properties: readonly (readonly [string, readonly (readonly [string, string])[]])[];
  readonly triggers: readonly TriggerRecord[];
  readonly mails: readonly Mail[];
  readonly mailed: readonly (readonly [string, { since: number; recipients: number }])[];
  readonly selections: readonly (readonly [string, Selection])[];
  readonly menus: readonly (readonly [string, readonly MenuItem[]])[];
  readonly users: readonly string[];
}
