import * as fc from 'fast-check';
import { CALLS, type CallName } from '../../src/rpc';
import { anyCell, anyText, anyValue, aSpoiling, nested, spoilt } from './rubbish';
import { PEOPLE } from './world';

export interface Asked {
  readonly call: CallName;
  readonly as: string;
  /** What the page hands over: JSON text mostly. */
  readonly argument: unknown;
}

/** What a request can name in the workbook it goes to. */
export interface Known {
  readonly ids: readonly string[];
  readonly headers: readonly string[];
  readonly versions: readonly string[];
}

const STAGES = ['qualification', 'Proposal', 'Closed won', 'lost', 'nurture', 'Needs analysis', ''];
const FIELDS = ['amount', 'closeDate', 'owner', 'stage', 'winChance', 'own:Pain', 'memo', 'id'];

const aDay = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2026-03-01', '2025-12-31', '9999-12-31') },
  { weight: 1, arbitrary: fc.constantFrom('0000-00-00', '2026-02-30', '2026-13-01') },
);

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 2 });
}

/** Requests as a page makes them, though with anything for a text. */
function goodRequests(known: Known): Readonly<Record<CallName, fc.Arbitrary<object>>> {
  const id = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known.ids) }, anyText);
  const header = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known.headers) },
    { weight: 1, arbitrary: fc.constantFrom(...FIELDS) },
    { weight: 1, arbitrary: anyText.map((text) => text.slice(0, 400)) },
  );
  const typed = fc.oneof(fc.constant(null), anyCell);
  const facts = fc.array(fc.tuple(header, typed), { maxLength: 4 }).map(Object.fromEntries);
  const version = fc.oneof(fc.constantFrom(...known.versions), anyText);
  const sent = fc.oneof(anyCell, fc.record({ date: aDay }));
  const cells = fc.array(fc.tuple(header, sent), { maxLength: 4 }).map(Object.fromEntries);
  const figure = fc
    .tuple(
      fc.constantFrom('funnel', 'forecast', 'review', 'stalled', 'replay', 'deals'),
      fc.nat(60),
      fc.nat(20),
    )
    .map(([tab, row, column]) => `${tab}!${row}:${column}`);
  return {
    dealView: fc.record({ id: maybe(id), seen: maybe(anyText) }),
    dealsBehind: fc.record({ figure: fc.oneof(figure, anyText) }),
    moveDeals: fc.record({
      ids: fc.array(id, { minLength: 1, maxLength: 4 }),
      to: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...STAGES) }, anyText),
      facts: maybe(facts),
      reason: maybe(anyText),
      until: maybe(aDay),
      override: maybe(fc.boolean()),
      versions: maybe(fc.array(fc.tuple(id, version), { maxLength: 3 }).map(Object.fromEntries)),
      from: maybe(fc.constantFrom('sidebar', 'board')),
    }),
    undoMove: fc.record({
      entry: maybe(fc.oneof(fc.nat(25), fc.double({ noNaN: true }))),
      batch: maybe(
        fc.oneof(
          fc.nat(25).map((n) => `b${n}x${1 + (n % 3)}`),
          anyText,
        ),
      ),
    }),
    saveFacts: fc.record({ id, facts, version: maybe(version) }),
    boardView: fc.constant({}),
    findDeals: fc.record({ text: anyText }),
    showDeal: fc.record({ id }),
    logActivity: fc.record({
      id,
      kind: fc.oneof(
        fc.constantFrom('Call', 'Meeting'),
        anyText.map((text) => text.slice(0, 100)),
      ),
      note: maybe(anyText),
      on: maybe(aDay),
    }),
    addTask: fc.record({
      id,
      task: anyText.map((text) => text.slice(0, 2_500)),
      due: fc.oneof(aDay, fc.constant('')),
    }),
    tickTask: fc.record({
      id,
      row: fc.oneof(fc.nat(12), fc.double({ noNaN: true })),
      key: fc.oneof({ weight: 6, arbitrary: fc.constant('') }, anyText),
      task: fc.oneof(fc.constantFrom('Call back', 'Send the offer'), anyText),
      done: fc.boolean(),
    }),
    welcomeView: fc.constant({}),
    welcome: fc.record({
      language: fc.constantFrom('en', 'zh'),
      stages: fc.constantFrom('general', 'saas', 'nothing'),
      team: fc.array(
        fc.record({
          name: anyText.map((text) => text.slice(0, 250)),
          address: anyText.map((text) => text.slice(0, 350)),
          role: fc.constantFrom('rep', 'manager', 'admin'),
        }),
        { maxLength: 3 },
      ),
      rhythm: fc.constantFrom('weekly', 'off'),
      day: fc.integer({ min: 0, max: 8 }),
      hour: fc.integer({ min: -1, max: 24 }),
      currency: fc.constantFrom('EUR', 'eur', '=A1'),
    }),
    importTarget: fc.constant({}),
    importDeals: importRequest(
      known,
      fc.oneof({ weight: 6, arbitrary: fc.constant('') }, id),
      cells,
    ),
    changeDeals: fc.record({
      deals: fc.array(fc.record({ id, cells }), { minLength: 1, maxLength: 3 }),
    }),
    describeWorkbook: fc.constant({}),
    outlook: fc.constant({}),
  };
}

function importRequest(
  known: Known,
  id: fc.Arbitrary<string>,
  cells: fc.Arbitrary<object>,
): fc.Arbitrary<object> {
  const stage = fc.constantFrom('qualification', 'proposal', 'won', 'lost', 'new-stage');
  const life = fc
    .record({
      stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
      at: fc.constantFrom('2026-01-05T09:00:00', '2025-06-01T00:00:00', '2027-01-01T00:00:00'),
      how: fc.constantFrom('import', 'assumed'),
      by: anyText.map((text) => text.slice(0, 300)),
    })
    .map(({ stages, ...told }) =>
      stages.map((to, i) => {
        const kind = i === 0 ? 'created' : 'moved';
        return { kind, from: stages[i - 1] ?? '', to, ...told };
      }),
    );
  const deal = fc.record({
    id,
    line: fc.nat(100),
    cells,
    steps: life,
    openAmount: fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
  });
  const ownHeader = fc.oneof(
    fc.constantFrom(...known.headers),
    anyText.map((text) => text.slice(0, 400)),
  );
  return fc.record({
    setUp: fc.record({
      stages: fc.oneof(
        fc.constant([]),
        fc.constant([{ key: 'new-stage', label: 'New stage', kind: 'open', chance: null }]),
        fc.array(
          fc.record({
            key: anyText.map((text) => text.slice(0, 400)),
            label: anyText.map((text) => text.slice(0, 400)),
            kind: fc.constantFrom('open', 'won', 'lost', 'nurture'),
            chance: fc.oneof(fc.constant(null), fc.double({ noNaN: true })),
          }),
          { maxLength: 2 },
        ),
      ),
      replacesStages: fc.boolean(),
      own: fc.array(
        fc.record({ header: ownHeader, kind: fc.constantFrom('text', 'number', 'day', 'tick') }),
        { maxLength: 2 },
      ),
    }),
    deals: fc.array(deal, { maxLength: 3 }),
    gates: fc.constantFrom('trust', 'strict'),
  });
}

const NAMES = Object.keys(CALLS) as CallName[];

/** Calls that can do harm are tried more often. */
const WRITING: ReadonlySet<CallName> = new Set([
  'moveDeals',
  'undoMove',
  'saveFacts',
  'logActivity',
  'importDeals',
  'changeDeals',
]);

/** A call of a page, good or not: most arguments are nearly what they should be. */
export function aRequest(known: Known): fc.Arbitrary<Asked> {
  const good = goodRequests(known);
  const each = NAMES.map((call) => {
    const argument = fc.oneof(
      { weight: 5, arbitrary: good[call].map((value) => JSON.stringify(value)) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(good[call], aSpoiling)
          .map(([value, spoiling]) => JSON.stringify(spoilt(value, spoiling))),
      },
      { weight: 1, arbitrary: anyValue.map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: fc.oneof(anyText, anyValue, nested) },
    );
    return fc.record({ call: fc.constant(call), as: fc.constantFrom(...PEOPLE), argument });
  });
  return fc.oneof(
    ...each.map((arbitrary, i) => ({ weight: WRITING.has(NAMES[i]!) ? 3 : 1, arbitrary })),
  );
}
