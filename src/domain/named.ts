/**
 * What a record holds under a name that somebody typed; `undefined` also for names that every object
 * answers to. `named({ Call: 2 }, 'constructor') //=> undefined`
 */
export function named<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.getOwnPropertyDescriptor(record, name)?.value;
}

/** How often each name comes, the names being anybody's. */
export function countNames(names: Iterable<string>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
