/** Names a script may probe for on any object without meaning a service's method. */
const PROBED = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  '__proto__',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  'inspect',
  'length',
]);

/** The error of everything that the stand-in does not have. */
export function notBuilt(name: string): Error {
  return new Error(`not in the stand-in: ${name}`);
}

/** Called with each name that was missed, so that a script which swallows the error hides nothing. */
export type OnMissing = (name: string) => void;

/** Makes a member when it is first reached for; undefined for what is not built. */
export type MakeMember = (key: string) => unknown;

/**
 * The object as the script gets it: reaching for a member that is not built throws by class and
 * method name, never answers a guess.
 */
export function guarded<T extends object>(
  name: string,
  target: T,
  onMissing?: OnMissing,
  make?: MakeMember,
): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || key in object || PROBED.has(key)) {
        return Reflect.get(object, key, object);
      }
      const made = make?.(key);
      if (made !== undefined) return made;
      onMissing?.(`${name}.${key}`);
      throw notBuilt(`${name}.${key}`);
    },
    set(_object, key) {
      throw new TypeError(`${name}.${String(key)} cannot be set.`);
    },
  });
}

/** One value of a Google enum: it prints and serialises as its name. */
export interface EnumValue {
  toString(): string;
  name(): string;
  ordinal(): number;
  toJSON(): string;
}

/** A Google enum, guarded. Values are the same objects for the life of the process: `===` holds. */
export function enumOf<N extends string>(
  name: string,
  values: readonly N[],
): Readonly<Record<N, EnumValue>> {
  const members = values.map((value, ordinal) => [
    value,
    Object.freeze({
      toString: () => value,
      name: () => value,
      ordinal: () => ordinal,
      toJSON: () => value,
    }),
  ]);
  return guarded(name, Object.freeze(Object.fromEntries(members)) as Record<N, EnumValue>);
}
