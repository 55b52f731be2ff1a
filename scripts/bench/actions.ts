import type { Execution } from '../../preview/google/execution';
import type { Host } from '../../preview/google/host';
import { ACTIONS, type ActionName } from './budgets';
import { done, type Made } from './workbook';

/**
 * How things stand when an action comes: the configuration cached and all stages compared within the
 * last minute; compared longer ago; nothing cached.
 */
export const STATES = ['warm', 'minute later', 'cold'] as const;
export type CacheState = (typeof STATES)[number];

export interface Measured {
  readonly action: ActionName;
  readonly cache: CacheState;
  /** Rows that were pasted; 1 for other actions. */
  readonly rows: number;
  readonly run: Execution;
}

/** Ready rows that are kept for actions on single deals. */
const OTHER_ROWS = 40;

/** Rows below the block, each used once, so that no action meets another's leftovers. */
export class Desk {
  private readonly columns: ReadonlyMap<string, string>;
  private next: number;
  readonly block: number;

  constructor(
    readonly host: Host,
    ready: number,
  ) {
    this.block = Math.min(500, ready - OTHER_ROWS);
    this.next = 2 + this.block;
    const deals = host.names().tab('Deals');
    const headers = host.names().englishHeaders(deals);
    this.columns = new Map(headers.map((header, i) => [header, letters(i + 1)]));
  }

  /** A row that is ready to leave the first stage. */
  row(): number {
    this.next += 1;
    return this.next - 1;
  }

  types(header: string, row: number, text: string, rows = 1): Execution {
    const column = this.columns.get(header);
    if (column === undefined) throw new Error(`Deals has no column ${header}.`);
    const range = rows === 1 ? `${column}${row}` : `${column}${row}:${column}${row + rows - 1}`;
    const values = Array.from({ length: rows }, () => [text]);
    const outcome = this.host.gesture({ edit: { tab: 'Deals', range, values } });
    const [run] = outcome.executions;
    if (run === undefined) throw new Error(outcome.error ?? 'The edit started nothing.');
    return done(run);
  }

  asks(name: string, request: unknown): Execution {
    const run = done(this.host.call(this.host.owner, name, [JSON.stringify(request)]));
    const reply = JSON.parse(String(run.value)) as { ok: boolean; message?: string };
    if (!reply.ok) throw new Error(`${name}: ${reply.message}`);
    return run;
  }

  moves(from: 'sidebar' | 'board'): Execution {
    const id = String(this.cell('ID', this.row()));
    const run = this.asks('moveDeals', { ids: [id], to: 'Needs analysis', from });
    const { results } = JSON.parse(String(run.value)) as { results: { outcome: string }[] };
    if (results[0]?.outcome !== 'moved') throw new Error(`${id} was ${results[0]?.outcome}.`);
    return run;
  }

  private cell(header: string, row: number): unknown {
    const sheet = this.host.names().tab('Deals');
    const { column } = this.host.names().column(sheet, header);
    return sheet.values({ row, column, rows: 1, columns: 1 })[0]?.[0];
  }
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : letters(Math.floor((column - 1) / 26)) + last;
}

const BLOCK_FIRST = 2;

function refresh({ host }: Desk): Execution {
  return done(host.menu(host.owner, 'refreshReports'));
}

const LOST_IDS = 10;
const SOME_ENTRY = 100;

/** After somebody has emptied IDs, and written over an entry: all digests are linked anew. */
function repair({ host }: Desk): Execution {
  const { column } = host.names().column(host.names().tab('Deals'), 'ID');
  const range = `${letters(column)}${BLOCK_FIRST}:${letters(column)}${BLOCK_FIRST + LOST_IDS - 1}`;
  const values = Array.from({ length: LOST_IDS }, () => ['']);
  host.gesture({ apiWrite: { tab: 'Deals', range, values } });
  const entry = { tab: 'Ledger', range: `G${SOME_ENTRY}`, values: [['Somebody']] };
  host.gesture({ apiWrite: entry });
  const { executions } = host.gesture({ menu: 'repairWorkbook', answers: [{ text: '' }] });
  const [run] = executions;
  if (run === undefined) throw new Error('The repair did not start.');
  return done(run);
}

/** What each action is, and what puts its rows back afterwards. */
const DOES: Readonly<Record<ActionName, (desk: Desk) => Execution>> = {
  'edit a field that no gate asks for': (desk) => desk.types('Contact', desk.row(), 'Ines Marlow'),
  'edit a field that the gate asks for': (desk) =>
    desk.types('Need confirmed', desk.row(), 'FALSE'),
  'edit a tracked field': (desk) => desk.types('Amount', desk.row(), '54321'),
  'move, typed': (desk) => desk.types('Stage', desk.row(), 'Needs analysis'),
  'held, typed': (desk) => desk.types('Stage', desk.row(), 'Proposal'),
  'pasted block, moved': (desk) => desk.types('Stage', BLOCK_FIRST, 'Needs analysis', desk.block),
  'pasted block, held': (desk) => desk.types('Stage', BLOCK_FIRST, 'Negotiation', desk.block),
  'move from the sidebar': (desk) => desk.moves('sidebar'),
  'move from the board': (desk) => desk.moves('board'),
  'open the sidebar': (desk) => {
    desk.host.select(desk.host.owner, 'Deals', `A${BLOCK_FIRST}`);
    return desk.asks('dealView', {});
  },
  'open the board': (desk) => desk.asks('boardView', {}),
  sweep: (desk) => done(desk.host.menu(desk.host.owner, 'sweep')),
  'first refresh': refresh,
  refresh,
  'weekly mail': (desk) => done(desk.host.menu(desk.host.owner, 'sendStallReport')),
  repair,
};

/** These read everything themselves, whatever is cached. */
const ALWAYS_COLD: ReadonlySet<ActionName> = new Set([
  'sweep',
  'first refresh',
  'refresh',
  'weekly mail',
  'repair',
]);

function prepare(desk: Desk, cache: CacheState): void {
  // Two minutes are more than a comparison of stages lasts, an hour more than any cache.
  if (cache === 'minute later') desk.host.advance({ hours: 1 / 30 });
  if (cache === 'cold') desk.host.advance({ hours: 1 });
}

function measure(desk: Desk, action: ActionName, cache: CacheState): Measured {
  prepare(desk, cache);
  const run = DOES[action](desk);
  const isBlock = action.startsWith('pasted');
  if (action === 'pasted block, moved') {
    desk.types('Stage', BLOCK_FIRST, 'Qualification', desk.block);
  }
  return { action, cache, rows: isBlock ? desk.block : 1, run };
}

/** Every action in every state, on one workbook. */
export function measureActions({ host, ready }: Pick<Made, 'host' | 'ready'>): Measured[] {
  const desk = new Desk(host, ready);
  // Reads the configuration into the cache and compares the stages.
  desk.types('Contact', desk.row(), 'Jon Hale');
  const measured = ACTIONS.flatMap((action) =>
    STATES.filter((cache) => cache === 'cold' || !ALWAYS_COLD.has(action)).map((cache) =>
      measure(desk, action, cache),
    ),
  );
  return measured;
}
