/** `npm run soak`: two years of a team of thirty, and what its workbook costs month by month. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build';
import { forgetContexts } from './forgetContexts';
import { type Month, soak } from './soak/soak';

process.env.TZ = 'UTC';

const USAGE = 'npm run soak -- [--months 24] [--users 30] [--moves 46] [--json FILE]';
const NOTHING_WRONG =
  'no deal, entry, task, payment or mail is lost, doubled or left to do; no figure changes with the archive';

/** Google's limits for a consumer account. */
const LIMITS: readonly {
  readonly what: string;
  readonly limit: number;
  readonly of: (month: Month) => number | null;
}[] = [
  { what: 'mails a day', limit: 100, of: ({ mailsADay }) => mailsADay },
  { what: 'trigger minutes a day', limit: 90, of: ({ triggerMinutes }) => triggerMinutes },
  { what: 'property calls a day', limit: 50_000, of: ({ propertyCalls }) => propertyCalls },
  { what: 'seconds of the longest run', limit: 360, of: (month) => month.longestRunSeconds },
];

const COLUMNS: readonly (readonly [header: string, of: (month: Month) => string])[] = [
  ['month', ({ month }) => month],
  ['deals', ({ deals }) => String(deals)],
  ['archived', ({ archived }) => String(archived)],
  ['entries', ({ entries }) => String(entries)],
  ['in both tabs', ({ inBothTabs }) => String(inBothTabs)],
  ['moves', ({ moves }) => String(moves)],
  ['mails/day', ({ mailsADay }) => String(mailsADay)],
  ['trigger min/day', ({ triggerMinutes }) => triggerMinutes?.toFixed(1) ?? ''],
  ['property calls/day', ({ propertyCalls }) => propertyCalls?.toFixed(0) ?? ''],
  ['tried archiving', ({ triedArchiving }) => triedArchiving?.toFixed(0) ?? ''],
  ['longest run, s', ({ longestRunSeconds }) => longestRunSeconds.toFixed(0)],
  ['edit, s', ({ editSeconds }) => editSeconds.toFixed(2)],
  ['move, s', ({ moveSeconds }) => moveSeconds.toFixed(2)],
  ['check, s', ({ sweepSeconds }) => sweepSeconds.toFixed(1)],
  ['refresh, s', ({ refreshSeconds }) => refreshSeconds.toFixed(1)],
  ['its CPU, ms', ({ refreshCpuMs }) => refreshCpuMs.toFixed(0)],
  ['weekly mail, s', ({ reportSeconds }) => reportSeconds.toFixed(1)],
];

function line(cells: readonly string[]): string {
  return cells.map((cell, i) => cell.padStart(COLUMNS[i]?.[0].length ?? 0)).join('  ');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      months: { type: 'string', default: '24' },
      users: { type: 'string', default: '30' },
      moves: { type: 'string', default: '46' },
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
  console.log('');
  const over = LIMITS.filter(({ what, limit, of }) => {
    const most = Math.max(...found.months.map((month) => of(month) ?? 0));
    console.log(`${most <= limit ? 'ok' : 'OVER'}: ${what} ${most.toFixed(0)} of ${limit}`);
    return most > limit;
  });
  for (const wrong of found.wrong) console.log(`WRONG: ${wrong}`);
  if (found.wrong.length === 0) console.log(`ok: ${NOTHING_WRONG}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  return found.wrong.length + over.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
