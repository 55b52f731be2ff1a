/** `npm run bench`: what each action costs in calls, seconds and memory, beside its budget. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBundle } from './bench/bundle';
import type { DayCost } from './bench/measureDay';
import type { DomainCosts } from './bench/measureDomain';
import type { SizeCosts } from './bench/measureSize';
import { bundleTable, dayTable, domainTable, sizeTable, usualTable } from './bench/report';
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

/** Measures in another process and answers what it found. */
function measured(args: readonly (string | number)[]): unknown {
  console.error(`measuring ${args.join(' ')} ...`);
  const file = fileURLToPath(new URL('bench/measure.ts', import.meta.url));
  const run = spawnSync(process.execPath, [...process.execArgv, file, ...args.map(String)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A script's dates follow the process's zone; Google's scripts have theirs from the manifest.
    env: { ...process.env, TZ: 'UTC' },
  });
  if (run.status !== 0) throw new Error(`Measuring ${args.join(' ')} failed.`);
  return JSON.parse(run.stdout);
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
  for (const { deals, entriesEach } of SIZES) {
    if (wanted !== undefined && !wanted.includes(deals)) continue;
    const costs = measured(['workbook', deals, entriesEach]) as SizeCosts;
    sizes.push(costs);
    console.log(`${sizeTable(costs)}\n\n${usualTable(costs)}\n`);
  }
  const days = DAY_SIZES.filter((deals) => wanted?.includes(deals) ?? true).map(
    (deals) => measured(['day', deals]) as DayCost,
  );
  console.log(`${dayTable(days)}\n`);
  const domain = DOMAIN_SIZES.map((deals) => measured(['domain', deals]) as DomainCosts);
  console.log(domainTable(domain));
  writeFileSync(values.json, `${JSON.stringify({ bundle, sizes, days, domain }, null, 2)}\n`);
  console.log(`\nThe same figures as JSON: ${values.json}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
