import { parseArgs } from 'node:util';

/** Something on the command line or in a file that stops the run: one sentence, exit code 2. */
export class InputError extends Error {}

export const STAGE_CHOICES = ['general', 'manufacturing', 'saas', 'from-data'] as const;

export interface Options {
  readonly out: string;
  readonly deals: string | null;
  readonly history: string | null;
  readonly map: string | null;
  readonly prices: string | null;
  readonly workbook: string | null;
  readonly script: string | null;
  readonly stages: (typeof STAGE_CHOICES)[number];
  readonly language: 'en' | 'zh';
  readonly timeZone: string;
  /** 'YYYY-MM-DD' on that zone's calendar. */
  readonly asOf: string;
  readonly gates: 'trust' | 'strict';
  readonly reports: boolean;
}

export const USAGE =
  'npm run headless -- --out DIR [--deals FILE] [--history FILE] [--map FILE] [--prices FILE] ' +
  '[--workbook FILE] [--stages general|manufacturing|saas|from-data] [--language en|zh] ' +
  '[--time-zone Z] [--as-of YYYY-MM-DD] [--gates trust|strict] [--script FILE] [--no-reports]';

const TEXT = { type: 'string' } as const;
const FLAGS = {
  out: TEXT,
  deals: TEXT,
  history: TEXT,
  map: TEXT,
  prices: TEXT,
  workbook: TEXT,
  script: TEXT,
  stages: TEXT,
  language: TEXT,
  'time-zone': TEXT,
  'as-of': TEXT,
  gates: TEXT,
  'no-reports': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InputError(`${said.split('. ')[0]?.replace(/\.$/, '')}. Usage: ${USAGE}`);
  }
}

function choice<T extends string>(flag: string, given: string | undefined, all: readonly T[]): T {
  const chosen = given === undefined ? all[0] : all.find((one) => one === given);
  if (chosen === undefined) {
    throw new InputError(`--${flag} is one of ${all.join(', ')}, not "${given}".`);
  }
  return chosen;
}

/** Today on the calendar of a time zone. */
function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

function zone(given: string | undefined): string {
  const timeZone = given ?? 'UTC';
  try {
    todayIn(timeZone);
    return timeZone;
  } catch {
    throw new InputError(`"${timeZone}" is not a time zone: name one like Europe/Berlin or UTC.`);
  }
}

/** Reads the command line; `null` asks for help. Throws an InputError for what cannot be meant. */
export function readOptions(args: readonly string[]): Options | null {
  const given = parse(args);
  if (given.help === true) return null;
  if (given.out === undefined || given.out === '') {
    throw new InputError(`--out DIR is missing: name a folder to write to. Usage: ${USAGE}`);
  }
  const timeZone = zone(given['time-zone']);
  const asOf = given['as-of'] ?? todayIn(timeZone);
  if (!isDay(asOf)) throw new InputError(`--as-of is a day like 2026-03-31, not "${asOf}".`);
  if (given.history !== undefined && given.deals === undefined) {
    throw new InputError('--history needs --deals: name the file with the deals themselves.');
  }
  return {
    out: given.out,
    deals: given.deals ?? null,
    history: given.history ?? null,
    map: given.map ?? null,
    prices: given.prices ?? null,
    workbook: given.workbook ?? null,
    script: given.script ?? null,
    stages: choice('stages', given.stages, STAGE_CHOICES),
    language: choice('language', given.language, ['en', 'zh'] as const),
    timeZone,
    asOf,
    gates: choice('gates', given.gates, ['trust', 'strict'] as const),
    reports: given['no-reports'] !== true,
  };
}
