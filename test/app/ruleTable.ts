import { type Facts, PROPOSABLE, QUALIFIED, WINNABLE } from './desk';

/** What becomes of a request for a stage; *silent*: nothing happened, for the deal is there already. */
export type Judged = 'moved' | 'held' | 'silent';

/** A move that somebody asks for, by the general stage set; the table holds for every path. */
export interface Rule {
  readonly knowing: string;
  readonly facts: Facts;
  readonly from: string;
  /** As it is typed. */
  readonly to: string;
  /** The stage meant, where it is typed otherwise. */
  readonly means?: string;
  readonly judged: Judged;
  /** What the ledger's reason says of a held move. */
  readonly asks?: string;
  /** Settings that differ from the set's own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Pages offer a list of stages: they cannot ask for this. */
  readonly onlyInCells?: true;
}

const [Q, N, P, G] = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation'] as const;
const [WON, LOST, NURTURE] = ['Closed won', 'Closed lost', 'Nurture'] as const;
const NO_SKIPPING = { 'May skip stages': 'No' };
const NO_WAY_BACK = { 'May go back': 'No' };

function without(facts: Facts, ...headers: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([header]) => !headers.includes(header)));
}

/** By definitions: gates, switches, closing, nurture and reopening. */
export const MOVES: readonly Rule[] = [
  // Forwards
  { knowing: 'nothing', facts: {}, from: Q, to: N, judged: 'held', asks: 'Fill in Customer' },
  { knowing: 'nothing', facts: {}, from: Q, to: N, judged: 'held', asks: 'Tick Need confirmed' },
  { knowing: 'that it qualifies', facts: QUALIFIED, from: Q, to: N, judged: 'moved' },
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: Q,
    to: ' needs  ANALYSIS',
    means: N,
    judged: 'moved',
    onlyInCells: true,
  },
  { knowing: 'that it qualifies', facts: QUALIFIED, from: Q, to: Q, judged: 'silent' },
  {
    knowing: 'all but a close date ahead',
    facts: { ...WINNABLE, 'Close date': '2026-02-02' },
    from: P,
    to: G,
    judged: 'held',
    asks: 'Close date',
  },
  // Skipping
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: Q,
    to: P,
    judged: 'held',
    asks: 'Decision maker interviewed',
  },
  { knowing: 'all for a proposal', facts: PROPOSABLE, from: Q, to: P, judged: 'moved' },
  {
    knowing: 'all for a proposal',
    facts: PROPOSABLE,
    from: Q,
    to: P,
    judged: 'held',
    asks: 'Needs analysis',
    settings: NO_SKIPPING,
  },
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: Q,
    to: N,
    judged: 'moved',
    settings: NO_SKIPPING,
  },
  // Back
  { knowing: 'nothing', facts: {}, from: G, to: Q, judged: 'moved' },
  {
    knowing: 'nothing',
    facts: {},
    from: G,
    to: Q,
    judged: 'held',
    asks: 'may not go back',
    settings: NO_WAY_BACK,
  },
  // Closed
  { knowing: 'all for a win', facts: WINNABLE, from: G, to: WON, judged: 'moved' },
  { knowing: 'all for a win', facts: WINNABLE, from: Q, to: WON, judged: 'moved' },
  {
    knowing: 'all but the amount',
    facts: without(WINNABLE, 'Amount'),
    from: G,
    to: WON,
    judged: 'held',
    asks: 'Amount',
  },
  { knowing: 'nothing', facts: {}, from: Q, to: LOST, judged: 'held', asks: 'Lost reason' },
  { knowing: 'a reason', facts: { 'Lost reason': 'Price' }, from: G, to: LOST, judged: 'moved' },
  {
    knowing: 'the reason Other',
    facts: { 'Lost reason': 'Other' },
    from: Q,
    to: LOST,
    judged: 'held',
    asks: 'Lost note',
  },
  {
    knowing: 'the reason Other and a note',
    facts: { 'Lost reason': 'Other', 'Lost note': 'Moved away' },
    from: Q,
    to: LOST,
    judged: 'moved',
  },
  // Nurture
  { knowing: 'nothing', facts: {}, from: N, to: NURTURE, judged: 'held', asks: 'Revisit on' },
  {
    knowing: 'when to come back',
    facts: { 'Revisit on': '2026-06-01' },
    from: N,
    to: NURTURE,
    judged: 'moved',
  },
  { knowing: 'nothing', facts: {}, from: NURTURE, to: Q, judged: 'moved' },
  { knowing: 'nothing', facts: {}, from: NURTURE, to: G, judged: 'held', asks: 'Fill in Customer' },
  // Reopening
  { knowing: 'nothing', facts: {}, from: LOST, to: Q, judged: 'moved' },
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: LOST,
    to: P,
    judged: 'held',
    asks: 'Decision maker interviewed',
  },
  {
    knowing: 'all for a win',
    facts: { ...WINNABLE, 'Close date': '2026-06-30' },
    from: WON,
    to: G,
    judged: 'moved',
  },
  {
    knowing: 'all but a close date ahead',
    facts: { ...WINNABLE, 'Close date': '2026-02-02' },
    from: WON,
    to: G,
    judged: 'held',
    asks: 'Close date',
  },
  // No stage at all
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: Q,
    to: 'Propozal',
    judged: 'held',
    asks: 'there is no stage "Propozal"',
    onlyInCells: true,
  },
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: N,
    to: '#N/A',
    judged: 'held',
    asks: 'there is no stage',
    onlyInCells: true,
  },
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    from: N,
    to: '',
    judged: 'held',
    asks: 'a deal always has one',
    onlyInCells: true,
  },
];

/** A row that becomes a deal and names a stage. */
export interface NewRule {
  readonly knowing: string;
  readonly facts: Facts;
  readonly to: string;
  readonly starts: 'there' | 'in the first stage' | 'as far as its facts reach';
  /** Where that is, by facts alone: what a strict import asks. */
  readonly reaches: string;
  readonly asks?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export const NEW_DEALS: readonly NewRule[] = [
  { knowing: 'nothing', facts: {}, to: '', starts: 'in the first stage', reaches: Q },
  { knowing: 'nothing', facts: {}, to: Q, starts: 'there', reaches: Q },
  {
    knowing: 'nothing',
    facts: {},
    to: P,
    starts: 'in the first stage',
    reaches: Q,
    asks: 'Fill in Customer',
  },
  {
    knowing: 'that it qualifies',
    facts: QUALIFIED,
    to: P,
    starts: 'in the first stage',
    reaches: N,
    asks: 'Decision maker interviewed',
  },
  { knowing: 'all for a proposal', facts: PROPOSABLE, to: P, starts: 'there', reaches: P },
  {
    knowing: 'all for a proposal',
    facts: PROPOSABLE,
    to: P,
    starts: 'in the first stage',
    reaches: P,
    asks: 'a new deal may not start in Proposal',
    settings: { 'New deals start in': Q },
  },
  {
    knowing: 'all for a win',
    facts: WINNABLE,
    to: WON,
    starts: 'in the first stage',
    reaches: WON,
    asks: 'a new deal may not start in Closed won',
  },
  {
    knowing: 'a reason',
    facts: { 'Lost reason': 'Price' },
    to: LOST,
    starts: 'in the first stage',
    reaches: LOST,
    asks: 'a new deal may not start in Closed lost',
  },
  {
    knowing: 'nothing',
    facts: {},
    to: 'Propozal',
    starts: 'in the first stage',
    reaches: Q,
    asks: 'there is no stage "Propozal"',
  },
];
