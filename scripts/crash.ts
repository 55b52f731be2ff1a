/** `npm run crash`: breaks every action at every one of its calls, in every way. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ACTIONS } from '../test/crash/actions';
import type { Failed, Tried } from '../test/crash/tryAction';
import { build } from './build';

const WORKER = fileURLToPath(new URL('./crash/worker.ts', import.meta.url));

/**
 * A compilation that waits on another thread holds the contexts that it has seen: thousands of them, each
 * execution having one, come to more memory than a process gets.
 */
const NODE_OPTIONS = [...process.execArgv, '--no-concurrent-recompilation'];

/** Of one action, no more are told in full: the others by their calls. */
const MOST_TOLD = 12;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { cases: { type: 'string' } },
    allowPositionals: true,
  });
  const only = positionals[0] ?? '';
  if (!/^[1-9]\d*$/.test(values.cases ?? '1')) throw new Error('N is a whole number.');
  await build();
  const wanted = ACTIONS.flatMap(({ what }, index) => (what.includes(only) ? [index] : []));
  if (wanted.length === 0) throw new Error(`No action is called like "${only}".`);
  console.log(
    ['calls', 'fails', 'stops', 'between', 'same', 'exposed', 'wrong'].map(cell).join(''),
    ' action',
  );
  const all = await tryAll(wanted, values.cases ?? 'all');
  const sum = (of: (tried: Tried) => number) => all.reduce((total, tried) => total + of(tried), 0);
  const cases = sum(casesOf);
  const wrong = sum(({ failed }) => failed.length);
  tellRow(
    [
      sum(({ calls }) => calls),
      ...KINDS.map((kind) => sum((tried) => tried.cases[kind])),
      sum(({ same }) => same),
      sum(({ exposed }) => exposed),
      wrong,
    ],
    `all: ${cases} cases`,
  );
  return wrong === 0 ? 0 : 1;
}

const KINDS = ['fail', 'stop', 'between'] as const;

function casesOf({ cases }: Tried): number {
  return KINDS.reduce((sum, kind) => sum + cases[kind], 0);
}

/** Shares the actions among processes, the last and longest first; tells each one's figures as they come. */
async function tryAll(wanted: readonly number[], cases: string): Promise<readonly Tried[]> {
  const waiting = [...wanted];
  const all: Tried[] = [];
  const hands = Math.min(availableParallelism(), wanted.length);
  await Promise.all(
    Array.from({ length: hands }, () => {
      const worker = fork(WORKER, [cases], { execArgv: NODE_OPTIONS });
      return new Promise<void>((resolve, reject) => {
        const next = () => {
          const index = waiting.pop();
          if (index === undefined) worker.disconnect();
          else worker.send(index);
        };
        worker.on('message', ({ tried }: { tried: Tried }) => {
          all.push(tried);
          tell(tried);
          next();
        });
        worker.on('exit', (code) =>
          code === 0 ? resolve() : reject(new Error('A worker broke.')),
        );
        next();
      });
    }),
  );
  return all;
}

function tell(tried: Tried): void {
  const { what, calls, cases, same, failed, exposed } = tried;
  tellRow([calls, cases.fail, cases.stop, cases.between, same, exposed, failed.length], what);
  const told = unlike(failed).slice(0, MOST_TOLD);
  for (const { what: which, lines } of told) {
    console.log(`    ${which}`);
    for (const line of lines) console.log(`      ${line.slice(0, 300)}`);
  }
  const rest = failed.filter((one) => !told.includes(one));
  if (rest.length > 0) console.log(`    and ${rest.map(({ call }) => call).join(', ')}`);
}

/** The first that failed in each way. */
function unlike(failed: readonly Failed[]): readonly Failed[] {
  const ways = new Set<string>();
  return failed.filter(({ call, what, lines }) => {
    const way = [what.replace(String(call), ''), ...lines].join('\n');
    return !ways.has(way) && ways.add(way);
  });
}

function tellRow(numbers: readonly number[], what: string): void {
  console.log(numbers.map(cell).join(''), ` ${what}`);
}

function cell(content: number | string): string {
  return String(content).padStart(8);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.error('npm run crash -- [part of an action’s name] [--cases N of each]');
    process.exitCode = 2;
  },
);
