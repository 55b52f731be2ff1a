/** `npm run fuzz`: a hundred thousand cases of rubbish for all that people, pages, files and Google hand in. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'npm run fuzz -- [--cases N] [--seed N]';

function main(): number {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, seed: { type: 'string' } },
  });
  const cases = values.cases ?? '100000';
  const seed = values.seed ?? String(Math.floor(Date.now() / 1000));
  if (!/^\d+$/.test(cases) || !/^\d+$/.test(seed)) throw new Error('N is a whole number.');
  console.log(`${cases} cases, seed ${seed}: the same again with npm run fuzz -- --seed ${seed}`);
  const jest = join(
    dirname(createRequire(import.meta.url).resolve('jest/package.json')),
    'bin/jest.js',
  );
  const run = spawnSync(process.execPath, [jest, 'test/fuzz'], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ: cases, SEED: seed },
  });
  return run.status ?? 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 2;
}
