import type { Execution } from '../../preview/google/execution';
import { Host } from '../../preview/google/host';
import type { FileTable } from '../../src/rpc/importCalls';
import { DIST } from '../build';
import { importFiles } from '../headless/importFiles';
import { daysBefore, type LifeStep, lives, TODAY } from './lives';

export interface Size {
  readonly deals: number;
  /** Ledger entries of each deal. */
  readonly entriesEach: number;
  /** Who owns the deals, in turns; each with an address on the Team where there is one. */
  readonly owners?: readonly Owner[];
  /** 'running': what an execution takes moves the workbook's clock. */
  readonly clock?: 'running';
}

export interface Owner {
  readonly name: string;
  readonly address?: string;
}

/** A workbook of this size, and what making it cost. */
export interface Made {
  readonly host: Host;
  /** Rows of Deals that are ready to leave the first stage: the first ones, from row 2. */
  readonly ready: number;
  readonly entries: number;
  readonly runs: readonly Execution[];
}

const HEADERS = ['ID', 'Deal', 'Customer', 'Owner', 'Amount', 'Currency', 'Stage', 'Close date'];
const TICKS = ['Ideal customer fit', 'Need confirmed'];
const OWNERS: readonly Owner[] = [
  { name: 'Ann Reyes' },
  { name: 'Bo Lindgren' },
  { name: 'Chidi Okoro' },
  { name: 'Dana Novak' },
];
const READY_AT_MOST = 540;

/**
 * Sets a workbook up and brings the deals in, by the calls that a person makes. Its triggers are
 * taken away: nothing runs but what is measured.
 */
export function makeWorkbook({ deals, entriesEach, owners = OWNERS, clock }: Size): Made {
  const options = { dist: DIST, now: `${TODAY}T09:00`, ...(clock ? { clock } : {}) };
  const fresh = new Host(options);
  const setUp = JSON.stringify({ language: 'en', stages: 'general' });
  const { alerts } = done(fresh.call(fresh.owner, 'setUp', [setUp]));
  if (alerts[0] !== undefined) throw new Error(`Set up: ${alerts[0].message}`);
  const host = Host.load(withoutTriggers(fresh.toJSON()), options);
  fillTeam(host, owners);
  const ready = Math.min(READY_AT_MOST, Math.floor(deals * 0.9));
  const runs: Execution[] = [];
  const keep = (run: Execution): Execution => {
    runs.push(run);
    return run;
  };
  const { entries } = importFiles(
    host,
    {
      ...filesOf({ deals, entriesEach, owners }, ready),
      prices: null,
      map: {},
      stages: 'keep',
      gates: 'trust',
      asOf: TODAY,
    },
    { note: (run) => done(keep(run)), say: () => {} },
  );
  done(host.menu(host.owner, 'sweep'));
  makeRoom(host);
  return { host, ready, entries, runs };
}

const ROOM = 5_000;

/**
 * A ledger that has reached the last row of its sheet gets half as many again: two reads and a write
 * more, once in thousands of moves. Here it must not fall on whichever action comes just then.
 */
function makeRoom(host: Host): void {
  const at = host.names().tab('Ledger').maxRows;
  const { error } = host.gesture({ insertRows: { tab: 'Ledger', at, count: ROOM } });
  if (error !== undefined) throw new Error(error);
}

function fillTeam(host: Host, owners: readonly Owner[]): void {
  const values = owners.flatMap(({ name, address }) =>
    address === undefined ? [] : [[name, address, 'Rep']],
  );
  if (values.length === 0) return;
  const range = `A3:C${values.length + 2}`;
  const { error } = host.gesture({ edit: { tab: 'Team', range, values } });
  if (error !== undefined) throw new Error(error);
}

function withoutTriggers(saved: unknown): unknown {
  const world = JSON.parse(JSON.stringify(saved)) as { state: object };
  return { ...world, state: { ...world.state, triggers: [] } };
}

/** The execution, when it came to its end. */
export function done(run: Execution): Execution {
  const failed = run.error?.message ?? run.stopped;
  if (failed !== undefined) throw new Error(`${run.functionName}: ${failed}`);
  return run;
}

function filesOf(
  { deals, entriesEach, owners }: Required<Omit<Size, 'clock'>>,
  ready: number,
): { readonly deals: FileTable; readonly history: FileTable } {
  const rows: string[][] = [];
  const history: string[][] = [];
  for (const life of lives(deals, entriesEach, ready)) {
    const id = `D-${rows.length + 1}`;
    const owner = owners[rows.length % owners.length];
    rows.push(rowOf(id, rows.length, owner?.name ?? '', life));
    life.forEach(({ stage, day }, at) => {
      history.push([id, life[at - 1]?.stage ?? '', stage, `${day} 09:00:00`]);
    });
  }
  return {
    deals: table('deals', [...HEADERS, ...TICKS], rows),
    history: table('history', ['Deal ID', 'From', 'To', 'At'], history),
  };
}

function rowOf(id: string, index: number, owner: string, life: readonly LifeStep[]): string[] {
  const { stage, day } = life[life.length - 1] ?? { stage: 'Qualification', day: TODAY };
  const isClosed = stage === 'Closed won' || stage === 'Closed lost';
  return [
    id,
    `Deal ${index + 1}`,
    `Customer ${index % 997}`,
    owner,
    String(1_000 + ((index * 37) % 900) * 100),
    'USD',
    stage,
    isClosed ? day : daysBefore(20 - (index % 110)),
    'TRUE',
    'TRUE',
  ];
}

function table(name: string, headers: string[], rows: string[][]): FileTable {
  return { name, headers, rows, lines: rows.map((_, at) => at + 2) };
}
