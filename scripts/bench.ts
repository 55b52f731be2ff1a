/** `npm run bench`: what each action costs in calls, seconds and memory, beside its budget. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HEAP_BUDGET } from './bench/budgets';
import { measureBundle } from './bench/bundle';
import type { DayCost } from './bench/measureDay';
import type { DomainCosts } from './bench/measureDomain';
import type { HeapCost } from './bench/measureHeap';
import type { SizeCosts } from './bench/measureSize';
import {
  bundleTable,
  dayTable,
  domainTable,
  heapLine,
  sizeTable,
  usualTable,
} from './bench/report';
import type { Size } from './bench/workbook';
import { build } from './build';

const USAGE = 'npm run bench -- [--deals 100,1000] [--json FILE]';

const SIZES: readonly Size[] = [
  { deals: 100, entriesEach: 5 },
  { deals: 1_000, entriesEach: 5 },
  { deals: 10_000, entriesEach: 5 },
  { deals: 20_000, entriesEach: 10 },
];
const DAY_SIZES = [1_000, 10_000, 20_000] as const;
const DOMAIN_SIZES = [25_000, 50_000, 100_000] as const;

type Args = readonly (string | number)[];

function started(args: Args, { flags = [], stderr = 'inherit' }: Started = {}) {
  console.error(`measuring ${args.join(' ')} ...`);
  const file = fileURLToPath(new URL('bench/measure.ts', import.meta.url));
  return spawnSync(process.execPath, [...process.execArgv, ...flags, file, ...args.map(String)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', stderr],
    // A script's dates follow the process's zone; Google's scripts have theirs from the manifest.
    env: { ...process.env, TZ: 'UTC' },
  });
}

interface Started {
  readonly flags?: readonly string[];
  readonly stderr?: 'inherit' | 'pipe';
}

/** Measures in another process and answers what it found. */
function measured(args: Args): unknown {
  const run = started(args);
  if (run.status !== 0) throw new Error(`Measuring ${args.join(' ')} failed.`);
  return JSON.parse(run.stdout);
}

/** Refreshes in a process with a heap of the budget's size; nothing where there is no budget. */
function measuredHeap({ deals, entriesEach }: Size): HeapCost | null {
  const heapMb = HEAP_BUDGET[deals];
  if (heapMb === undefined) return null;
  const flags = [`--max-old-space-size=${heapMb}`];
  // What runs out of memory tells the whole stack of the engine.
  const { status, stderr } = started(['heap', deals, entriesEach], {
    flags,
    stderr: 'pipe',
  });
  const isDone = status === 0;
  if (!isDone && !stderr.includes('out of memory')) throw new Error(stderr);
  return { deals, heapMb, isDone };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { deals: { type: 'string' }, json: { type: 'string', default: 'bench.json' } },
  });
  await build();
  const bundle = await measureBundle();
  console.log(`${bundleTable(bundle)}\n`);
  const wanted = values.deals?.split(',').map(Number);
  const sizes: SizeCosts[] = [];
  const heaps: HeapCost[] = [];
  for (const { deals, entriesEach } of SIZES) {
    if (wanted !== undefined && !wanted.includes(deals)) continue;
    const costs = measured(['workbook', deals, entriesEach]) as SizeCosts;
    sizes.push(costs);
    console.log(`${sizeTable(costs)}\n\n${usualTable(costs)}\n`);
    const heap = measuredHeap({ deals, entriesEach });
    if (heap === null) continue;
    heaps.push(heap);
    console.log(`${heapLine(heap)}\n`);
  }
  const days = DAY_SIZES.filter((deals) => wanted?.includes(deals) ?? true).map(
    (deals) => measured(['day', deals]) as DayCost,
  );
  console.log(`${dayTable(days)}\n`);
  const domain = DOMAIN_SIZES.map((deals) => measured(['domain', deals]) as DomainCosts);
  console.log(domainTable(domain));
  writeFileSync(
    values.json,
    `${JSON.stringify({ bundle, sizes, heaps, days, domain }, null, 2)}\n`,
  );
  console.log(`\nThe same figures as JSON: ${values.json}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
