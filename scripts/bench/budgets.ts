/** What an action may cost. Calls are the same however many deals there are. */
export interface Budget {
  readonly reads?: number;
  readonly writes?: number;
  /** Processor milliseconds at 10,000 deals and 50,000 entries, and at 20,000 and 200,000. */
  readonly cpuMs?: Readonly<Record<number, number>>;
  /** Of one run, on Google: what takes longer has to be cut. */
  readonly runSeconds?: number;
}

/** The actions that are measured, by what they are called in the table. */
export const ACTIONS = [
  'edit a field that no gate asks for',
  'edit a field that the gate asks for',
  'edit a tracked field',
  'move, typed',
  'held, typed',
  'pasted block, moved',
  'pasted block, held',
  'move from the sidebar',
  'move from the board',
  'open the sidebar',
  'open the board',
  'sweep',
  'first refresh',
  'refresh',
  'weekly mail',
  'repair',
] as const;
export type ActionName = (typeof ACTIONS)[number];

const MOVED: Budget = { reads: 4, writes: 3 };
const HELD: Budget = { reads: 4, writes: 4 };
/** Google ends a run after six minutes. */
const LONG: Budget = { runSeconds: 270 };

/** By the action's name; slices of an import have one too. */
export const BUDGETS: Readonly<Record<string, Budget>> = {
  'edit a field that no gate asks for': { reads: 3, writes: 0 },
  'edit a field that the gate asks for': { reads: 3, writes: 1 },
  'edit a tracked field': MOVED,
  'move, typed': MOVED,
  'held, typed': HELD,
  'pasted block, moved': MOVED,
  'pasted block, held': HELD,
  'move from the sidebar': MOVED,
  'move from the board': MOVED,
  'open the sidebar': { reads: 4, writes: 0 },
  // Where the tab ends, and what stands in it.
  'open the board': { reads: 2, writes: 0 },
  // Thirteen tabs are read; of those that grow it is asked first where they end, which is a call of its own.
  refresh: {
    ...LONG,
    reads: 24,
    writes: 16,
    cpuMs: { 10000: 1_000, 20000: 4_000 },
  },
  sweep: LONG,
  'first refresh': LONG,
  'weekly mail': LONG,
  repair: LONG,
  'import, its longest slice': LONG,
};

/** MB of objects with which a refresh must do, the stand-in's workbook included, by deals. */
export const HEAP_BUDGET: Readonly<Record<number, number>> = { 20000: 500 };

export const BUNDLE_BUDGET = { scriptKb: 250, loadMs: 15, pageKb: 120 } as const;

/** Milliseconds for the domain alone, by deals. */
export const DOMAIN_BUDGET: Readonly<Record<number, number>> = { 100000: 6_000 };
