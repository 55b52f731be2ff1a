/** `npm start`: the built bundle on the stand-in for Google, in your browser, with a sample team or your own file. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Host } from '../preview/google/host';
import { startPreview } from '../preview/server';
import { build, DIST, ROOT } from './build';
import { fillSample, sampleStart } from './start/fillSample';
import { type Filling, fillWorkbook, type Tell } from './start/fillWorkbook';
import { readFile } from './start/readFile';

// A script's dates follow the process's zone; Google's scripts have theirs from the manifest.
process.env.TZ = 'UTC';

const USAGE = `npm start -- [--deals FILE [--history FILE]] [--as-of YYYY-MM-DD] [--language en|zh]
  [--port N] [--reset]`;

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

interface Content {
  /** The day on which the new workbook's clock starts. */
  readonly start: string;
  fill(host: Host, tell: Tell): Promise<void>;
}

/** The sample team, or the user's files, which are read at once: a wrong name is said before anything starts. */
function contentOf(options: Options, today: string): Content {
  const { language, deals, history } = options;
  if (deals === null) {
    return {
      start: sampleStart(today),
      fill: (host, tell) => fillSample(host, language, tell),
    };
  }
  const filling: Filling = {
    language,
    stages: 'from-data',
    deals: readFile(deals, language),
    history: history === null ? null : readFile(history, language),
    team: [],
  };
  return { start: today, fill: (host, tell) => fillWorkbook(host, filling, tell) };
}

/** Nine o'clock in the morning, so that each start of a day looks alike. */
function morningOf(day: string): string {
  return `${day}T09:00`;
}

async function start(options: Options): Promise<void> {
  const today = options.asOf ?? new Date().toISOString().slice(0, 10);
  const content = contentOf(options, today);
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
      now: morningOf(content.start),
      owner: 'owner@example.com',
    },
    resumeAt: morningOf(today),
    fill: (host: Host, tell: Tell) => content.fill(host, tellTerminal(tell)),
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

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' ? 'This port is taken: choose another with --port.' : error.message;
}

async function main(): Promise<void> {
  try {
    await start(optionsFrom(process.argv.slice(2)));
  } catch (error) {
    console.error(sentenceOf(error));
    console.error(USAGE);
    process.exit(2);
  }
}

void main();
