/** `npm run fuzz`: a hundred thousand cases of rubbish for all that people, pages, files and Google hand in. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'npm run fuzz -- [--cases N] [--seed N]';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, seed: { type: 'string' } },
  });
  const cases = values.cases ?? '100000';
  const seed = values.seed ?? String(Math.floor(Date.now() / 1000));
  if (!/^\d+$/.test(cases) || !/^\d+$/.test(seed)) throw new Error('N is a whole number.');
  const again = `the same again with npm run fuzz -- --cases ${cases} --seed ${seed}`;
  console.log(`${cases} cases, seed ${seed}: ${again}`);
  const { status, told } = await tried({ FUZZ: cases, SEED: seed });
  const tries = casesIn(told);
  console.log(`${tries} cases in all`);
  return status === 0 && tries >= Number(cases) ? 0 : 1;
}

/** Runs the fuzzers; how they ended, and all that they printed. */
function tried(env: Readonly<Record<string, string>>): Promise<{ status: number; told: string }> {
  const jest = join(
    dirname(createRequire(import.meta.url).resolve('jest/package.json')),
    'bin/jest.js',
  );
  const run = spawn(process.execPath, [jest, 'test/fuzz'], { env: { ...process.env, ...env } });
  let told = '';
  for (const [from, to] of [
    [run.stdout, process.stdout],
    [run.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    run.on('error', reject);
    run.on('close', (status) => resolve({ status: status ?? 1, told }));
  });
}

/** Each area of test/fuzz tells how many it tried. */
function casesIn(told: string): number {
  const counts = [...told.matchAll(/^\s*\w+: (\d+) cases, SEED=/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 2;
}
