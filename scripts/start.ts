/** `npm start`: the built bundle on the stand-in for Google, in your browser, with a sample team or your own file. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Host } from '../preview/google/host';
import { sampleTeam } from '../preview/sample/sampleTeam';
import { startPreview } from '../preview/server';
import { build, DIST, ROOT } from './build';
import { type Filling, fillWorkbook, type Tell } from './start/fillWorkbook';
import { readFile } from './start/readFile';

// A script's dates follow the process's zone; Google's scripts have theirs from the manifest.
process.env.TZ = 'UTC';

const USAGE =
  'npm start -- [--deals FILE [--history FILE]] [--language en|zh] [--port N] [--reset]';

interface Options {
  readonly deals: string | null;
  readonly history: string | null;
  readonly language: 'en' | 'zh';
  /** The day that the workbook's clock starts on; null for today. */
  readonly asOf: string | null;
  readonly port: number;
  readonly reset: boolean;
}

function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      deals: { type: 'string' },
      history: { type: 'string' },
      'as-of': { type: 'string' },
      language: { type: 'string', default: 'en' },
      port: { type: 'string', default: '0' },
      reset: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (values.language !== 'en' && values.language !== 'zh') {
    throw new Error('--language is en or zh.');
  }
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
    throw new Error('--as-of is a day such as 2026-03-02.');
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('--port is a number from 0 to 65535.');
  }
  if (values.history !== undefined && values.deals === undefined) {
    throw new Error('--history goes with --deals.');
  }
  return {
    deals: values.deals ?? null,
    history: values.history ?? null,
    language: values.language,
    asOf,
    port,
    reset: values.reset,
  };
}

/** Reads the files at once, so that a wrong name is said before anything starts. */
function fillingOf(options: Options): (today: string) => Filling {
  const { language, deals, history } = options;
  if (deals === null) {
    return (today) => ({ language, stages: 'keep', ...sampleTeam({ language, today }) });
  }
  const filling: Filling = {
    language,
    stages: 'from-data',
    deals: readFile(deals, language),
    history: history === null ? null : readFile(history, language),
    team: [],
  };
  return () => filling;
}

/** Nine o'clock in the morning, so that each start of a day looks alike. */
function morningOf(day: string | null): string {
  return `${day ?? new Date().toISOString().slice(0, 10)}T09:00`;
}

async function start(options: Options): Promise<void> {
  const filling = fillingOf(options);
  const file = join(ROOT, '.preview', 'workbook.json');
  // Another file or another day is another workbook.
  if (options.reset || options.deals !== null || options.asOf !== null)
    rmSync(file, { force: true });
  console.log('Building ...');
  await build();
  const preview = await startPreview({
    port: options.port,
    file,
    host: {
      dist: DIST,
      timeZone: 'Etc/UTC',
      locale: options.language === 'zh' ? 'zh_CN' : 'en_US',
      name: options.language === 'zh' ? '销售管道' : 'Sales pipeline',
      now: morningOf(options.asOf),
      owner: 'owner@example.com',
    },
    fill: (host: Host, tell: Tell) =>
      fillWorkbook(host, filling(host.now().slice(0, 10)), tellTerminal(tell)),
  });
  console.log(`\n  Sluice is at ${preview.url}\n`);
  await preview.ready;
  console.log('Ready. Ctrl+C stops it; the workbook is kept in .preview/workbook.json.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void preview.close().then(() => process.exit(0)));
  }
}

/** Progress to the page, and a line to the terminal for each new kind of work. */
function tellTerminal(tell: Tell): Tell {
  let said = '';
  return async (progress) => {
    if (progress.label !== said) console.log(`${progress.label} ...`);
    said = progress.label;
    await tell(progress);
  };
}

async function main(): Promise<void> {
  try {
    await start(optionsFrom(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    process.exit(2);
  }
}

void main();
