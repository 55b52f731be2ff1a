import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  closingDay,
  furthestQualified,
  judgeMove,
  judgeTyped,
  type MoveRequest,
} from '../../src/domain/judge';
import type { Pipeline, Switches } from '../../src/domain/pipeline';
import { aCriterion, aStage, facts, stage, threeStages, type Written } from '../support/deals';

const TODAY = '2026-03-10';

/** Each passage asks for a tick of its own. */
const gated: Pipeline = {
  ...threeStages,
  criteria: [
    'entering lead',
    'leaving lead',
    'entering proposal',
    'leaving proposal',
    'entering contract',
    'leaving contract',
    'entering won',
    'leaving won',
    'entering lost',
    'leaving lost',
    'entering nurture',
    'leaving nurture',
  ].map((at) => aCriterion(at as 'entering lead', `own:${at}`, { kind: 'isTicked' })),
};

function withSwitches(switches: Partial<Switches>, pipeline = gated): Pipeline {
  return { ...pipeline, switches: { ...pipeline.switches, ...switches } };
}

/** What holds a deal of which nothing is known, in order: the passages, the needs, the refusals. */
function asked(
  from: string,
  to: string,
  { pipeline = gated, cameFrom }: { pipeline?: Pipeline; cameFrom?: string } = {},
): string {
  const request: MoveRequest = { from, to: stage(to), facts: facts(), today: TODAY };
  const outcome = judgeMove(pipeline, cameFrom === undefined ? request : { ...request, cameFrom });
  if (outcome.kind !== 'held') return outcome.kind;
  return outcome.shortfalls
    .map((it) => (it.kind === 'criterion' || it.kind === 'needs' ? it.field : it.kind))
    .map((name) => name.replace('own:', ''))
    .join(', ');
}

test.each<{ from: string; to: string; asks: string }>`
  from          | to            | asks
  ${'lead'}     | ${'proposal'} | ${'leaving lead, entering proposal'}
  ${'proposal'} | ${'contract'} | ${'leaving proposal, entering contract'}
  ${'contract'} | ${'won'}      | ${'leaving contract, entering won, amount'}
  ${'contract'} | ${'proposal'} | ${'entering proposal'}
  ${'contract'} | ${'lead'}     | ${'entering lead'}
  ${'lead'}     | ${'lost'}     | ${'entering lost, lostReason'}
  ${'contract'} | ${'lost'}     | ${'entering lost, lostReason'}
  ${'lead'}     | ${'nurture'}  | ${'entering nurture, revisitOn'}
  ${'lost'}     | ${'nurture'}  | ${'entering nurture, revisitOn'}
  ${'nurture'}  | ${'lost'}     | ${'entering lost, lostReason'}
  ${'won'}      | ${'lost'}     | ${'entering lost, lostReason'}
`('from $from to $to is asked: $asks', ({ from, to, asks }) => {
  expect(asked(from, to)).toBe(asks);
});

test('a forward skip passes every stage on the way, entering and leaving, in order', () => {
  expect(asked('lead', 'contract')).toBe(
    'leaving lead, entering proposal, leaving proposal, entering contract',
  );
  expect(asked('lead', 'won')).toBe(
    'leaving lead, entering proposal, leaving proposal, entering contract, leaving contract, ' +
      'entering won, amount',
  );
});

test('a deal held on a skip is held at the first gate that does not open', () => {
  const ticked = facts({ 'own:leaving lead': true, 'own:entering proposal': true });
  const outcome = judgeMove(gated, {
    from: 'lead',
    to: stage('contract'),
    facts: ticked,
    today: TODAY,
  });
  expect(outcome).toMatchObject({
    kind: 'held',
    at: 'proposal',
    shortfalls: [{ side: 'leaving' }, { side: 'entering' }],
  });
});

test.each<{ from: string; to: string; switches: Partial<Switches>; asks: string }>`
  from          | to            | switches                            | asks
  ${'lead'}     | ${'contract'} | ${{ maySkip: false }}               | ${'mayNotSkip'}
  ${'lead'}     | ${'won'}      | ${{ maySkip: false }}               | ${'mayNotSkip'}
  ${'lead'}     | ${'proposal'} | ${{ maySkip: false }}               | ${'leaving lead, entering proposal'}
  ${'contract'} | ${'won'}      | ${{ maySkip: false }}               | ${'leaving contract, entering won, amount'}
  ${'contract'} | ${'lead'}     | ${{ maySkip: false }}               | ${'entering lead'}
  ${'contract'} | ${'lead'}     | ${{ mayGoBack: false }}             | ${'mayNotGoBack'}
  ${'contract'} | ${'lost'}     | ${{ mayGoBack: false }}             | ${'entering lost, lostReason'}
  ${'contract'} | ${'nurture'}  | ${{ mayGoBack: false }}             | ${'entering nurture, revisitOn'}
  ${'won'}      | ${'contract'} | ${{ mayGoBack: false }}             | ${'leaving won, entering contract'}
  ${''}         | ${'proposal'} | ${{ startIn: ['lead'] }}            | ${'mayNotStartIn'}
  ${''}         | ${'lead'}     | ${{ startIn: ['lead'] }}            | ${'entering lead'}
  ${''}         | ${'proposal'} | ${{ startIn: ['proposal'] }}        | ${'entering lead, leaving lead, entering proposal'}
  ${''}         | ${'proposal'} | ${{ startIn: [] }}                  | ${'entering lead, leaving lead, entering proposal'}
  ${''}         | ${'proposal'} | ${{ maySkip: false }}               | ${'entering lead, leaving lead, entering proposal'}
  ${''}         | ${'won'}      | ${{ startIn: [] }}                  | ${'mayNotStartIn'}
  ${''}         | ${'nurture'}  | ${{ startIn: ['lead', 'nurture'] }} | ${'entering nurture, revisitOn'}
`('from "$from" to $to with $switches is asked: $asks', ({ from, to, switches, asks }) => {
  expect(asked(from, to, { pipeline: withSwitches(switches) })).toBe(asks);
});

test.each<{ from: string; cameFrom: string | undefined; to: string; asks: string }>`
  from         | cameFrom      | to            | asks
  ${'nurture'} | ${'proposal'} | ${'proposal'} | ${'leaving nurture, entering proposal'}
  ${'nurture'} | ${'proposal'} | ${'lead'}     | ${'leaving nurture, entering lead'}
  ${'nurture'} | ${'lead'}     | ${'contract'} | ${'leaving nurture, leaving lead, entering proposal, leaving proposal, entering contract'}
  ${'lost'}    | ${'contract'} | ${'won'}      | ${'leaving lost, leaving contract, entering won, amount'}
  ${'lost'}    | ${undefined}  | ${'proposal'} | ${'leaving lost, entering proposal'}
  ${'lost'}    | ${'gone'}     | ${'proposal'} | ${'leaving lost, entering proposal'}
  ${'won'}     | ${'lead'}     | ${'contract'} | ${'leaving won, entering contract'}
`(
  'a deal in $from that came from $cameFrom is asked on reopening in $to: $asks',
  ({ from, cameFrom, to, asks }) => {
    expect(asked(from, to, cameFrom === undefined ? {} : { cameFrom })).toBe(asks);
  },
);

test('nurture is no way round a switch that forbids skipping', () => {
  const strict = withSwitches({ maySkip: false });
  expect(asked('nurture', 'contract', { pipeline: strict, cameFrom: 'lead' })).toBe('mayNotSkip');
});

test('a deal whose stage was taken out of the pipeline passes every gate up to its new stage', () => {
  expect(asked('demo', 'proposal')).toBe('entering lead, leaving lead, entering proposal');
  expect(asked('demo', 'lost')).toBe('entering lost, lostReason');
  expect(asked('demo', 'nurture')).toBe('entering nurture, revisitOn');
});

test('moving to the stage where it is changes nothing and is asked nothing', () => {
  expect(asked('proposal', 'proposal')).toBe('moved');
});

test.each<{ to: string; cells: Record<string, Written>; missing: string }>`
  to           | cells                                                        | missing
  ${'won'}     | ${{}}                                                        | ${'amount'}
  ${'won'}     | ${{ amount: 0 }}                                             | ${''}
  ${'won'}     | ${{ amount: 'much' }}                                        | ${'amount as a number'}
  ${'won'}     | ${{ amount: '  ' }}                                          | ${'amount'}
  ${'won'}     | ${{ amount: { unreadable: '#N/A' } }}                        | ${'amount as a number'}
  ${'won'}     | ${{ amount: true }}                                          | ${'amount as a number'}
  ${'nurture'} | ${{}}                                                        | ${'revisitOn'}
  ${'nurture'} | ${{ revisitOn: 'next year' }}                                | ${'revisitOn as a day'}
  ${'nurture'} | ${{ revisitOn: 7 }}                                          | ${'revisitOn as a day'}
  ${'nurture'} | ${{ revisitOn: '' }}                                         | ${'revisitOn'}
  ${'lost'}    | ${{ lostReason: { unreadable: '#N/A' } }}                    | ${'lostReason'}
  ${'lost'}    | ${{ lostReason: false }}                                     | ${'lostReason'}
  ${'lost'}    | ${{ lostReason: 'Other', lostNote: { unreadable: '#N/A' } }} | ${'lostNote'}
  ${'nurture'} | ${{ revisitOn: '2026-09-01' }}                               | ${''}
  ${'lost'}    | ${{}}                                                        | ${'lostReason'}
  ${'lost'}    | ${{ lostReason: 'Price' }}                                   | ${''}
  ${'lost'}    | ${{ lostReason: ' other' }}                                  | ${'lostNote'}
  ${'lost'}    | ${{ lostReason: 'Other', lostNote: 'They moved' }}           | ${''}
`('$to with $cells lacks: $missing', ({ to, cells, missing }) => {
  const outcome = judgeMove(threeStages, {
    from: 'contract',
    to: stage(to),
    facts: facts(cells),
    today: TODAY,
    otherReason: 'Other',
  });
  const fields = outcome.kind === 'held' ? outcome.shortfalls : [];
  const told = fields.map((it) =>
    it.kind === 'needs' ? [it.field, ...(it.asA ? [`as a ${it.asA}`] : [])].join(' ') : it.kind,
  );
  expect(told.join()).toBe(missing);
});

test('what two gates on the way ask alike is missing once', () => {
  const criteria = [
    aCriterion('leaving lead', 'customer', { kind: 'isFilled' }),
    aCriterion('entering proposal', 'customer', { kind: 'isFilled' }),
  ];
  expect(asked('lead', 'proposal', { pipeline: { ...threeStages, criteria } })).toBe('customer');
});

test('what two gates ask alike, with other alternatives, is missing twice', () => {
  const filled = { kind: 'isFilled' } as const;
  const criteria = [
    aCriterion('leaving lead', 'phone', filled, 'reachable'),
    aCriterion('leaving lead', 'email', filled, 'reachable'),
    aCriterion('entering proposal', 'phone', filled, 'reachable'),
    aCriterion('entering proposal', 'contact', filled, 'reachable'),
  ];
  expect(asked('lead', 'proposal', { pipeline: { ...threeStages, criteria } })).toBe(
    'phone, phone',
  );
});

test('an amount that a criterion asks for already is not asked for twice', () => {
  const criteria = [aCriterion('entering won', 'amount', { kind: 'atLeast', number: 1 })];
  expect(asked('contract', 'won', { pipeline: { ...threeStages, criteria } })).toBe('amount');
});

const strictWin: MoveRequest = { from: 'lead', to: stage('won'), facts: facts(), today: TODAY };

test('an override with a reason passes, and says what it passed over', () => {
  const outcome = judgeMove(gated, { ...strictWin, override: { reason: ' Board decided ' } });
  expect(outcome).toMatchObject({ kind: 'overridden', reason: 'Board decided' });
  expect(outcome.kind === 'overridden' && outcome.shortfalls).toHaveLength(7);
});

test('an override without a reason is held, and asks for one first', () => {
  const outcome = judgeMove(gated, { ...strictWin, override: { reason: ' ' } });
  expect(outcome).toMatchObject({
    kind: 'held',
    shortfalls: [{ kind: 'overrideNeedsReason' }, {}, {}, {}, {}, {}, {}, {}],
  });
});

test('an override that is not needed is a plain move', () => {
  const outcome = judgeMove(threeStages, {
    from: 'lead',
    to: stage('proposal'),
    facts: facts(),
    today: TODAY,
    override: { reason: 'to be sure' },
  });
  expect(outcome).toEqual({ kind: 'moved' });
});

test.each<{ from: string; typed: string; outcome: unknown }>`
  from      | typed          | outcome
  ${'lead'} | ${' PROPOSAL'} | ${{ kind: 'moved' }}
  ${'lead'} | ${''}          | ${{ kind: 'held', at: 'lead', shortfalls: [{ kind: 'mayNotClearStage' }] }}
  ${'lead'} | ${'Propsal'}   | ${{ kind: 'held', at: 'lead', shortfalls: [{ kind: 'unknownStage', typed: 'Propsal' }] }}
  ${''}     | ${'  '}        | ${{ kind: 'moved' }}
`('typing "$typed" over a deal in "$from"', ({ from, typed, outcome }) => {
  const request = { from, facts: facts(), today: TODAY };
  expect(judgeTyped(threeStages, typed, request)).toEqual(outcome);
});

test.each<{ ticks: readonly string[]; to: string; found: string | null }>`
  ticks                                                     | to            | found
  ${[]}                                                     | ${'contract'} | ${null}
  ${['entering lead']}                                      | ${'contract'} | ${'lead'}
  ${['entering lead', 'leaving lead', 'entering proposal']} | ${'contract'} | ${'proposal'}
  ${['entering lead', 'leaving lead', 'entering proposal']} | ${'lead'}     | ${'lead'}
  ${['entering lead', 'entering lost']}                     | ${'lost'}     | ${'lead'}
`('with $ticks a strict import to $to puts a deal in $found', ({ ticks, to, found }) => {
  const cells = Object.fromEntries(ticks.map((tick) => [`own:${tick}`, true]));
  const stopped = withSwitches({ startIn: ['lead'], maySkip: false });
  const about = { facts: facts(cells), today: TODAY };
  expect(furthestQualified(stopped, stage(to), about)?.key ?? null).toBe(found);
});

test('a won deal that lacks only its amount comes in at the last open stage', () => {
  const about = { facts: facts(), today: TODAY };
  expect(furthestQualified(threeStages, stage('won'), about)?.key).toBe('contract');
});

test('a strict import puts a deal into won that has all that winning needs', () => {
  const about = { facts: facts({ amount: 100 }), today: TODAY };
  expect(furthestQualified(threeStages, stage('won'), about)?.key).toBe('won');
});

test('a lost reason that is a number is a reason like any other', () => {
  const request = { from: 'lead', to: stage('lost'), today: TODAY, otherReason: 'Other' };
  expect(judgeMove(threeStages, { ...request, facts: facts({ lostReason: 3 }) })).toEqual({
    kind: 'moved',
  });
});

test('winning today sets the close date to today unless an earlier day is typed', () => {
  expect(closingDay(null, TODAY)).toBe(TODAY);
  expect(closingDay('2026-06-30', TODAY)).toBe(TODAY);
  expect(closingDay('2026-03-01', TODAY)).toBe('2026-03-01');
});

const keys = fc.constantFrom(...gated.stages.map((it) => it.key));
const ticks = fc.uniqueArray(fc.constantFrom(...gated.criteria.map((it) => it.field)));

test('knowing more about a deal never holds it where it passed before', () => {
  const more = { amount: 1, lostReason: 'Price', revisitOn: '2026-09-01' } as const;
  fc.assert(
    fc.property(keys, keys, ticks, ticks, (from, to, some, others) => {
      const about = (names: readonly string[]) => ({
        from,
        to: stage(to),
        today: TODAY,
        facts: facts({ ...more, ...Object.fromEntries(names.map((name) => [name, true])) }),
      });
      const before = judgeMove(gated, about(some));
      const after = judgeMove(gated, about([...some, ...others]));
      expect(before.kind === 'moved' && after.kind === 'held').toBe(false);
    }),
  );
});

test('a skip asks for exactly what the single steps ask for together', () => {
  fc.assert(
    fc.property(ticks, (names) => {
      const known = facts({ amount: 1, ...Object.fromEntries(names.map((name) => [name, true])) });
      const missing = (from: string, to: string) => {
        const outcome = judgeMove(gated, { from, to: stage(to), facts: known, today: TODAY });
        return outcome.kind === 'held' ? outcome.shortfalls : [];
      };
      const steps = [
        ...missing('lead', 'proposal'),
        ...missing('proposal', 'contract'),
        ...missing('contract', 'won'),
      ];
      expect(missing('lead', 'won')).toEqual(steps);
    }),
  );
});

test('criteria of stages that the pipeline does not have hold nobody', () => {
  const criteria = [aCriterion('entering demo', 'deal', { kind: 'isFilled' })];
  expect(asked('lead', 'won', { pipeline: { ...threeStages, criteria } })).toBe('amount');
});

test('a new deal may start as lost where the team allows it, with the gate of lost alone', () => {
  const pipeline = withSwitches({ startIn: ['lead', 'lost'] });
  expect(asked('', 'lost', { pipeline })).toBe('entering lost, lostReason');
});

test('a pipeline of a single open stage lets a deal in and wins it', () => {
  const one = { ...threeStages, stages: [aStage('lead'), aStage('won', { kind: 'won' })] };
  expect(asked('', 'lead', { pipeline: one })).toBe('moved');
  expect(asked('lead', 'won', { pipeline: one })).toBe('amount');
});
