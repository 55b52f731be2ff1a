/**
 * What survives between a page and the script: numbers, text, truth
 * values, null, and plain objects and lists of these.
 */

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

function tag(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

interface Rules {
  /** A value that cannot cross, at this property; throws, or answers what crosses instead. */
  refuse(property: string): Plain;
}

function walk(value: unknown, property: string, rules: Rules): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || tag(value) === 'Date') return rules.refuse(property);
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) => walk(item, String(index), rules));
  }
  const kind = tag(value);
  if (kind === 'Map' || kind === 'Set' || kind === 'RegExp') return {};
  if (ArrayBuffer.isView(value))
    throw new Error('The script returned a value of an unsupported type.');
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, walk(inner, key, rules)]),
  );
}

/**
 * The arguments of google.script.run as JSON text. A Date or a function anywhere throws in the
 * page, before anything is sent.
 */
export function argumentsText(args: readonly unknown[]): string {
  const refuse = (property: string): never => {
    throw new Error(`Failed due to illegal value in property: ${property}`);
  };
  return JSON.stringify(args.map((arg, index) => walk(arg, String(index), { refuse })));
}

/** What the success handler gets: null, without any error, when a Date is anywhere in the value. */
export function answerOf(value: unknown): Plain {
  let hasDate = false;
  const answer = walk(value, '', {
    refuse: () => {
      hasDate = true;
      return null;
    },
  });
  return hasDate ? null : answer;
}
