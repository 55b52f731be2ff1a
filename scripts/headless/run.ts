import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { Host } from '../../preview/google/host';
import type { Reject } from '../../src/rpc/importCalls';
import { type Imported, importFiles } from './importFiles';
import { type Inputs, readInputs } from './inputFiles';
import { InputError, type Options, readOptions, USAGE } from './options';
import { OutFolder } from './outFolder';
import { pageCall, ScriptError } from './pageCall';
import { Phases } from './phases';
import { writeOutlook, writeTabs } from './writeTabs';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const NOTHING: Imported = { deals: 0, entries: 0, rejects: [], guesses: [] };

function openHost(options: Options, saved: unknown): Host {
  const hostOptions = {
    dist: DIST,
    timeZone: options.timeZone,
    locale: options.language === 'zh' ? 'zh_CN' : 'en_US',
    now: `${options.asOf}T09:00`,
    owner: 'owner@example.com',
    name: 'Sluice',
  };
  try {
    return saved === null ? new Host(hostOptions) : Host.load(saved, hostOptions);
  } catch (error) {
    const said = (error as Error).message.replace(/\.$/, '');
    if (saved !== null && !said.startsWith('dist/')) {
      throw new InputError(`${options.workbook} is not a saved workbook: ${said}.`);
    }
    throw new InputError(`${said}.`);
  }
}

function bringIn(host: Host, options: Options, inputs: Inputs, phases: Phases): Imported {
  const { deals, history, prices, map } = inputs;
  if (deals === null) return NOTHING;
  phases.begin('import');
  const { asOf, gates } = options;
  const stages = options.stages === 'from-data' ? 'from-data' : 'keep';
  const files = { deals, history, prices, map, stages, gates, asOf } as const;
  return importFiles(host, files, {
    note: (run) => phases.note(run),
    say: (line) => phases.say(line),
  });
}

/** Does the gestures in turn; one that fails is an outcome like any other. */
function doGestures(host: Host, gestures: readonly unknown[], phases: Phases): string[] {
  if (gestures.length === 0) return [];
  phases.begin('gestures');
  return gestures.map((gesture, i) => {
    const { executions, ...outcome } = host.gesture(gesture);
    phases.noteOutcome(executions);
    if ((i + 1) % 100 === 0) phases.say(`gestures: ${i + 1} of ${gestures.length}`);
    return JSON.stringify(withoutRuns(outcome));
  });
}

/** Outcomes hold each other's executions for other callers; files do not need them. */
function withoutRuns(outcome: Readonly<Record<string, unknown>>): unknown {
  const { executions: _, during, ...rest } = outcome;
  return during === undefined
    ? rest
    : { ...rest, during: withoutRuns(during as Readonly<Record<string, unknown>>) };
}

function writeRejects(out: OutFolder, rejects: readonly Reject[]): void {
  const sorted = [...rejects].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line,
  );
  const columns = ['file', 'line', 'column', 'reason', 'row'];
  const rows = sorted.map(({ file, line, column, reason, row }) => [
    file,
    line,
    column,
    reason,
    Papa.unparse([row], { newline: '\n' }),
  ]);
  out.csv('rejects', columns, rows);
}

interface Done {
  readonly imported: Imported;
  readonly outcomes: readonly string[];
  readonly rejects: readonly Reject[];
  /** Mails that were there before this run. */
  readonly earlierMails: number;
}

function writeAll(host: Host, options: Options, done: Done, phases: Phases): void {
  phases.begin('write');
  const note = (run: Parameters<Phases['note']>[0]) => phases.note(run);
  const out = new OutFolder(options.out);
  const described = pageCall(host, { name: 'describeWorkbook', request: {} }, note);
  const rows = writeTabs(out, host, described);
  if (options.reports) writeOutlook(out, pageCall(host, { name: 'outlook', request: {} }, note));
  writeRejects(out, done.rejects);
  out.text('outcomes.jsonl', done.outcomes.map((line) => `${line}\n`).join(''));
  host.mails.slice(done.earlierMails).forEach((mail, i) => {
    const { to, cc, subject, text, html, at } = mail;
    out.json(`mails/${i + 1}.json`, { to, cc, subject, text, html, at });
  });
  if (options.workbook !== null) writeFileSync(options.workbook, JSON.stringify(host.toJSON()));
  phases.end();
  const { imported, rejects } = done;
  out.json('summary.json', {
    asOf: options.asOf,
    guesses: imported.guesses,
    counts: { deals: imported.deals, entries: imported.entries, rejects: rejects.length },
    rows,
    gestures: done.outcomes.length,
    calls: phases.calls,
    phases: phases.costs,
    errors: phases.errors,
    files: [...out.written, 'summary.json'],
  });
}

function runAll(options: Options, phases: Phases): void {
  phases.begin('read');
  const inputs = readInputs(options);
  const host = openHost(options, inputs.saved);
  const earlierMails = host.mails.length;
  phases.begin('set up');
  const { language, stages } = options;
  phases.note(host.call(host.owner, 'setUp', [JSON.stringify({ language, stages })]));
  const imported = bringIn(host, options, inputs, phases);
  const outcomes = doGestures(host, inputs.gestures, phases);
  phases.begin('sweep');
  phases.note(host.menu(host.owner, 'sweep'));
  if (options.reports) {
    phases.begin('refresh');
    phases.note(host.menu(host.owner, 'refreshReports'));
  }
  const rejects = [...inputs.rejects, ...imported.rejects];
  writeAll(host, options, { imported, outcomes, rejects, earlierMails }, phases);
  const { deals, entries } = imported;
  phases.say(`${deals} deals, ${entries} entries, ${rejects.length} rejects -> ${options.out}`);
}

/**
 * The whole command. Answers the exit code: 0; 1 when the script itself broke; 2, with one
 * sentence, for an option or a file that cannot be read.
 */
export function headless(args: readonly string[], tell: (line: string) => void): number {
  try {
    const options = readOptions(args);
    if (options === null) {
      tell(USAGE);
      return 0;
    }
    const phases = new Phases(tell);
    runAll(options, phases);
    return phases.errors.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof InputError) {
      tell(error.message);
      return 2;
    }
    if (!(error instanceof ScriptError)) throw error;
    tell(error.message);
    return 1;
  }
}
