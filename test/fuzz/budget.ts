import * as fc from 'fast-check';

/**
 * `npm test` tries a sample, the same each time; `npm run fuzz` tries a hundred thousand cases from a seed
 * of the day, and `SEED=...` repeats a run. A run that fails names its case: it becomes a named test.
 */
export const CASES = Number(process.env.FUZZ ?? 1_000);
const SEED = Number(process.env.SEED ?? 20_260_202);

/** How the cases are shared out: by what one of them costs. */
const SHARES = {
  pageCalls: 0.2,
  entryPoints: 0.01,
  events: 0.04,
  tabsRead: 0.2,
  tabsInUse: 0.005,
  tables: 0.42,
  plans: 0.12,
  imports: 0.005,
} as const;
export type Area = keyof typeof SHARES;

/** Tries sequences of at most twice `each` steps, each sequence from a fresh start; a step is a case. */
export function tryAll<T, W>(
  area: Area,
  each: number,
  {
    step,
    begin,
    take,
  }: {
    readonly step: fc.Arbitrary<T>;
    readonly begin: () => W;
    readonly take: (world: W, step: T) => void;
  },
): void {
  let cases = 0;
  const steps = fc.array(step, { minLength: 1, maxLength: 2 * each - 1, size: 'max' });
  const property = fc.property(steps, (sequence) => {
    const world = begin();
    for (const one of sequence) {
      take(world, one);
      cases += 1;
    }
  });
  const wanted = CASES * SHARES[area];
  // How long sequences come out is chance: as many are tried as it takes.
  for (let round = 0; cases < wanted; round += 1) {
    fc.assert(property, { numRuns: Math.ceil((wanted - cases) / each), seed: SEED + round });
  }
  console.log(`${area}: ${cases} cases, SEED=${SEED}`);
}
