/** `npm run soak`: two years of a team of thirty, and what its workbook costs month by month. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build';
import { forgetContexts } from './forgetContexts';
import { type Month, soak } from './soak/soak';

process.env.TZ = 'UTC';

const USAGE = 'npm run soak -- [--months 24] [--users 30] [--moves 40] [--json FILE]';
/** Google's daily limits for a consumer account. */
const LIMITS = { mails: 100, minutes: 90, runSeconds: 360 } as const;

const COLUMNS: readonly (readonly [header: string, of: (month: Month) => string])[] = [
  ['month', ({ month }) => month],
  ['deals', ({ deals }) => String(deals)],
  ['archived', ({ archived }) => String(archived)],
  ['entries', ({ entries }) => String(entries)],
  ['moves', ({ moves }) => String(moves)],
  ['mails/day', ({ mailsADay }) => String(mailsADay)],
  ['trigger min/day', ({ triggerMinutes }) => triggerMinutes?.toFixed(1) ?? ''],
  ['longest run, s', ({ longestRunSeconds }) => longestRunSeconds.toFixed(0)],
  ['edit, s', ({ editSeconds }) => editSeconds.toFixed(2)],
  ['check, s', ({ sweepSeconds }) => sweepSeconds.toFixed(1)],
  ['refresh, s', ({ refreshSeconds }) => refreshSeconds.toFixed(1)],
  ['its CPU, ms', ({ refreshCpuMs }) => refreshCpuMs.toFixed(0)],
];

function line(cells: readonly string[]): string {
  return cells.map((cell, i) => cell.padStart(COLUMNS[i]?.[0].length ?? 0)).join('  ');
}

/** The most of a figure in any month, beside Google's limit. */
function within(what: string, most: number, limit: number): string {
  return `${most <= limit ? 'ok' : 'OVER'}: ${what} ${most.toFixed(0)} of ${limit}`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      months: { type: 'string', default: '24' },
      users: { type: 'string', default: '30' },
      moves: { type: 'string', default: '40' },
      json: { type: 'string' },
    },
  });
  const [months, users, moves] = [values.months, values.users, values.moves].map(Number);
  if (![months, users, moves].every((n) => Number.isInteger(n) && Number(n) > 0)) {
    throw new Error('Months, users and moves are whole numbers.');
  }
  await build();
  console.log(line(COLUMNS.map(([header]) => header)));
  const options = { months: months ?? 0, users: users ?? 0, moves: moves ?? 0, archiveAfter: 180 };
  const found = await soak(
    options,
    (month) => console.log(line(COLUMNS.map(([, of]) => of(month)))),
    forgetContexts,
  );
  const most = (of: (month: Month) => number) => Math.max(...found.months.map(of));
  console.log('');
  console.log(
    within(
      'mails a day',
      most(({ mailsADay }) => mailsADay),
      LIMITS.mails,
    ),
  );
  console.log(
    within(
      'trigger minutes a day',
      most((m) => m.triggerMinutes ?? 0),
      LIMITS.minutes,
    ),
  );
  console.log(
    within(
      'seconds of the longest run',
      most((m) => m.longestRunSeconds),
      LIMITS.runSeconds,
    ),
  );
  for (const wrong of found.wrong) console.log(`WRONG: ${wrong}`);
  if (found.wrong.length === 0)
    console.log('ok: no deal or entry is lost, doubled or left to note');
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  return found.wrong.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
