import { expect, test } from '@jest/globals';
import { audit } from '../../src/domain/audit';
import { stageChances } from '../../src/domain/forecast/chances';
import { judgeMove, type MoveRequest } from '../../src/domain/judge';
import { nextStage } from '../../src/domain/nextStage';
import type { Pipeline } from '../../src/domain/pipeline';
import {
  dealsByPipeline,
  eachPipeline,
  pipelineAlone,
  pipelineNames,
  startingStage,
} from '../../src/domain/pipelines';
import { aCriterion, aDeal, aStage, facts, stage, threeStages } from '../support/deals';

const TODAY = '2026-03-10';
const ticked = { kind: 'isTicked' } as const;

/** New business: lead, proposal, contract. Renewals: notice, offer. Won, lost and nurture are shared. */
const two: Pipeline = {
  stages: [
    aStage('lead', { pipeline: 'New business' }),
    aStage('proposal', { pipeline: 'New business' }),
    aStage('contract', { pipeline: 'New business' }),
    aStage('notice', { pipeline: 'Renewals' }),
    aStage('offer', { pipeline: 'Renewals' }),
    aStage('won', { kind: 'won' }),
    aStage('lost', { kind: 'lost' }),
    aStage('nurture', { kind: 'nurture' }),
  ],
  criteria: [
    aCriterion('leaving lead', 'own:need', ticked),
    aCriterion('entering proposal', 'own:budget', ticked),
    aCriterion('leaving notice', 'own:called', ticked),
    aCriterion('leaving offer', 'own:signed', ticked),
  ],
  switches: { maySkip: true, mayGoBack: true, startIn: ['notice', 'lead'] },
  switchesOf: { Renewals: { maySkip: false, mayGoBack: true, startIn: ['notice', 'lead'] } },
};

function asked(from: string, to: string, cameFrom = ''): string {
  const known = facts({ lostReason: 'Price', revisitOn: '2026-06-01', amount: 9 });
  const request: MoveRequest = { from, to: stage(to, two), cameFrom, facts: known, today: TODAY };
  const outcome = judgeMove(two, request);
  if (outcome.kind !== 'held') return outcome.kind;
  return outcome.shortfalls
    .map((it) => (it.kind === 'criterion' || it.kind === 'needs' ? it.field : it.kind))
    .map((name) => name.replace('own:', ''))
    .join(', ');
}

test.each<{ from: string; to: string; cameFrom: string; asks: string }>`
  from         | to            | cameFrom      | asks
  ${'lead'}    | ${'proposal'} | ${''}         | ${'need, budget'}
  ${'notice'}  | ${'offer'}    | ${''}         | ${'called'}
  ${'notice'}  | ${'won'}      | ${''}         | ${'mayNotSkip'}
  ${'lead'}    | ${'won'}      | ${''}         | ${'need, budget'}
  ${'offer'}   | ${'won'}      | ${''}         | ${'signed'}
  ${'lead'}    | ${'notice'}   | ${''}         | ${'moved'}
  ${'lead'}    | ${'offer'}    | ${''}         | ${'mayNotStartIn'}
  ${'offer'}   | ${'lead'}     | ${''}         | ${'moved'}
  ${'offer'}   | ${'contract'} | ${''}         | ${'mayNotStartIn'}
  ${'offer'}   | ${'notice'}   | ${''}         | ${'moved'}
  ${'notice'}  | ${'lost'}     | ${''}         | ${'moved'}
  ${'notice'}  | ${'nurture'}  | ${''}         | ${'moved'}
  ${'nurture'} | ${'offer'}    | ${'notice'}   | ${'called'}
  ${'nurture'} | ${'offer'}    | ${'contract'} | ${'mayNotStartIn'}
  ${'lost'}    | ${'contract'} | ${'offer'}    | ${'mayNotStartIn'}
`(
  'from $from to $to, having come from "$cameFrom", asks: $asks',
  ({ from, to, cameFrom, asks }) => {
    expect(asked(from, to, cameFrom)).toBe(asks);
  },
);

test.each<{ from: string; next: string | undefined }>`
  from          | next
  ${'lead'}     | ${'proposal'}
  ${'contract'} | ${'won'}
  ${'notice'}   | ${'offer'}
  ${'offer'}    | ${'won'}
  ${''}         | ${'lead'}
  ${'lost'}     | ${undefined}
`('after "$from" comes $next', ({ from, next }) => {
  expect(nextStage(two, from)?.key).toBe(next);
});

test('each pipeline has its own stages, the shared ones, and its own switches', () => {
  expect(pipelineNames(two)).toEqual(['New business', 'Renewals']);
  const renewals = pipelineAlone(two, 'Renewals');
  expect(renewals.stages.map(({ key }) => key)).toEqual([
    'notice',
    'offer',
    'won',
    'lost',
    'nurture',
  ]);
  expect(renewals.switches).toEqual({ maySkip: false, mayGoBack: true, startIn: ['notice'] });
});

test('without configured chances each pipeline has a ladder from 10 % to 75 % of its own', () => {
  expect(stageChances(two).map(({ chance }) => chance)).toEqual([0.1, 0.425, 0.75, 0.1, 0.75]);
});

test('an audit asks a deal for what lies before it in its own pipeline only', () => {
  const lacking = { facts: facts(), today: TODAY };
  const found = audit(two, [
    { deal: 'R', stage: 'offer', ...lacking },
    { deal: 'N', stage: 'proposal', ...lacking },
  ]);
  expect(found.map(({ deal, shortfalls }) => [deal, shortfalls.length])).toEqual([
    ['R', 1],
    ['N', 2],
  ]);
});

test('a deal belongs to the pipeline of the last stage that has one', () => {
  const deals = [
    aDeal(['2026-01-05 lead', '2026-01-09 won'], 'A', two),
    aDeal(['2026-01-05 notice', '2026-01-09 lost'], 'B', two),
    aDeal(['2026-01-05 lead', '2026-01-06 notice'], 'C', two),
    aDeal(['2026-01-05 won'], 'D', two),
  ];
  const found = dealsByPipeline(two, deals);
  const names = (pipeline: string) => found.get(pipeline)?.map(({ deal }) => deal);
  expect([names('New business'), names('Renewals')]).toEqual([
    ['A', 'D'],
    ['B', 'C'],
  ]);
});

/** Stages by name, `'lead: New'`, the name of their pipeline after the colon. */
function pipelineOf(...stages: readonly string[]): Pipeline {
  return {
    ...threeStages,
    stages: stages.map((told) => {
      const [key = '', pipeline] = told.split(': ');
      return aStage(key, pipeline === undefined ? {} : { pipeline });
    }),
  };
}

test.each<{ stages: readonly string[]; names: readonly string[] }>`
  stages                                      | names
  ${['lead', 'won']}                          | ${[]}
  ${['lead: New', 'offer: New', 'won']}       | ${[]}
  ${['lead: New', 'offer: Old', 'won']}       | ${['New', 'Old']}
  ${['offer: Old', 'lead: New', 'demo: Old']} | ${['Old', 'New']}
`('stages $stages make the pipelines $names', ({ stages, names }) => {
  expect(pipelineNames(pipelineOf(...stages))).toEqual(names);
});

test('the only pipeline is the whole, by whatever name it is asked for', () => {
  for (const whole of [pipelineOf('lead', 'won'), pipelineOf('lead: New', 'won')]) {
    expect(pipelineAlone(whole, undefined)).toBe(whole);
    expect(pipelineAlone(whole, 'New')).toBe(whole);
    expect(eachPipeline(whole)).toEqual([{ name: '', pipeline: whole }]);
    const some = [aDeal(['2026-01-05 lead'])];
    expect([...dealsByPipeline(whole, some)]).toEqual([['', some]]);
  }
});

test('without a name, or by one that there is not, the first of several pipelines is meant', () => {
  const whole = pipelineOf('lead: New', 'offer: Old', 'won');
  const keysOf = (name?: string) => pipelineAlone(whole, name).stages.map(({ key }) => key);
  expect(keysOf()).toEqual(['lead', 'won']);
  expect(keysOf('Other')).toEqual(['lead', 'won']);
  expect(keysOf('Old')).toEqual(['offer', 'won']);
  expect(pipelineAlone(whole, 'Old')).toBe(pipelineAlone(whole, 'Old'));
  expect(eachPipeline(whole).map(({ name }) => name)).toEqual(['New', 'Old']);
});

test('a pipeline without switches of its own has those of all, for the stages that it has', () => {
  const switches = { maySkip: false, mayGoBack: false, startIn: ['offer', 'lead'] };
  const whole = { ...pipelineOf('lead: New', 'offer: Old', 'won'), switches };
  expect(pipelineAlone(whole, 'Old').switches).toEqual({ ...switches, startIn: ['offer'] });
  expect(pipelineAlone(whole, 'New').switches).toEqual({ ...switches, startIn: ['lead'] });
});

test('stages that are no longer in use stay known in every pipeline', () => {
  const whole = pipelineOf('lead: New', 'offer: Old');
  expect(pipelineAlone(whole, 'Old')).not.toHaveProperty('retired');
  const retired = [aStage('demo')];
  expect(pipelineAlone({ ...whole, retired }, 'Old').retired).toBe(retired);
});

test.each<{ startIn: readonly string[]; starts: string | undefined }>`
  startIn                   | starts
  ${[]}                     | ${'lead'}
  ${['contract', 'nobody']} | ${'contract'}
  ${['nobody', 'won']}      | ${'lead'}
`('of those that may start in "$startIn" a deal starts in $starts', ({ startIn, starts }) => {
  const switches = { ...threeStages.switches, startIn };
  expect(startingStage({ ...threeStages, switches })?.key).toBe(starts);
});

test('where no stage is open no deal can start', () => {
  expect(startingStage({ ...threeStages, stages: [stage('won')] })).toBeUndefined();
});
