import { expect, test } from '@jest/globals';
import type { Pipeline } from '../../src/domain/pipeline';
import { type Journey, wayOf } from '../../src/domain/way';
import { aStage, stage, threeStages } from '../support/deals';

/** `'leave lead, enter proposal'`, or why there is no way. */
function way(
  { from, to, cameFrom }: { from: string; to: string; cameFrom?: string | undefined },
  pipeline: Pipeline = threeStages,
): string {
  const journey: Journey = { from, to: stage(to, pipeline), cameFrom: cameFrom ?? '' };
  const found = wayOf(pipeline, journey);
  if (found.kind === 'closed') return `${found.because.kind} at ${found.at}`;
  const verbs = { entering: 'enter', leaving: 'leave' };
  return found.passages.map((it) => `${verbs[it.side]} ${it.stage.key}`).join(', ');
}

const ALL =
  'enter lead, leave lead, enter proposal, leave proposal, enter contract, leave contract';

test.each<{ from: string; to: string; cameFrom?: string; passes: string }>`
  from          | to            | cameFrom      | passes
  ${''}         | ${'lead'}     | ${undefined}  | ${'enter lead'}
  ${''}         | ${'proposal'} | ${undefined}  | ${'enter lead, leave lead, enter proposal'}
  ${''}         | ${'won'}      | ${undefined}  | ${'mayNotStartIn at won'}
  ${''}         | ${'lost'}     | ${undefined}  | ${'mayNotStartIn at lost'}
  ${'demo'}     | ${'won'}      | ${undefined}  | ${`${ALL}, enter won`}
  ${'demo'}     | ${'proposal'} | ${undefined}  | ${'enter lead, leave lead, enter proposal'}
  ${'demo'}     | ${'lost'}     | ${undefined}  | ${'enter lost'}
  ${'lead'}     | ${'proposal'} | ${undefined}  | ${'leave lead, enter proposal'}
  ${'lead'}     | ${'contract'} | ${undefined}  | ${'leave lead, enter proposal, leave proposal, enter contract'}
  ${'contract'} | ${'won'}      | ${undefined}  | ${'leave contract, enter won'}
  ${'contract'} | ${'lead'}     | ${undefined}  | ${'enter lead'}
  ${'lead'}     | ${'nurture'}  | ${undefined}  | ${'enter nurture'}
  ${'nurture'}  | ${'lead'}     | ${undefined}  | ${'leave nurture, enter lead'}
  ${'nurture'}  | ${'lead'}     | ${'contract'} | ${'leave nurture, enter lead'}
  ${'nurture'}  | ${'contract'} | ${'lead'}     | ${'leave nurture, leave lead, enter proposal, leave proposal, enter contract'}
  ${'lost'}     | ${'won'}      | ${'contract'} | ${'leave lost, leave contract, enter won'}
  ${'won'}      | ${'contract'} | ${'lead'}     | ${'leave won, enter contract'}
  ${'nurture'}  | ${'contract'} | ${'lost'}     | ${'leave nurture, enter contract'}
`('from "$from" to $to, last open in $cameFrom: $passes', ({ from, to, cameFrom, passes }) => {
  expect(way({ from, to, cameFrom })).toBe(passes);
});

const strict: Pipeline = {
  ...threeStages,
  switches: { maySkip: false, mayGoBack: false, startIn: ['lead', 'won'] },
};

test.each<{ from: string; to: string; cameFrom?: string; passes: string }>`
  from          | to            | cameFrom      | passes
  ${''}         | ${'won'}      | ${undefined}  | ${`${ALL}, enter won`}
  ${''}         | ${'proposal'} | ${undefined}  | ${'mayNotStartIn at proposal'}
  ${'lead'}     | ${'proposal'} | ${undefined}  | ${'leave lead, enter proposal'}
  ${'lead'}     | ${'contract'} | ${undefined}  | ${'mayNotSkip at proposal'}
  ${'contract'} | ${'lead'}     | ${undefined}  | ${'mayNotGoBack at lead'}
  ${'nurture'}  | ${'lead'}     | ${'contract'} | ${'leave nurture, enter lead'}
  ${'nurture'}  | ${'proposal'} | ${'proposal'} | ${'leave nurture, enter proposal'}
  ${'nurture'}  | ${'contract'} | ${'lead'}     | ${'mayNotSkip at proposal'}
`('where none may skip or go back, from "$from" to $to: $passes', (row) => {
  expect(way(row, strict)).toBe(row.passes);
});

const twoPipelines: Pipeline = {
  stages: [
    aStage('lead', { pipeline: 'New' }),
    aStage('proposal', { pipeline: 'New' }),
    aStage('due', { pipeline: 'Renewal' }),
    aStage('offer', { pipeline: 'Renewal' }),
    aStage('won', { kind: 'won' }),
    aStage('lost', { kind: 'lost' }),
  ],
  criteria: [],
  switches: { maySkip: true, mayGoBack: true, startIn: ['lead', 'due'] },
};

test.each<{ from: string; to: string; cameFrom?: string; passes: string }>`
  from      | to            | cameFrom     | passes
  ${'lead'} | ${'proposal'} | ${undefined} | ${'leave lead, enter proposal'}
  ${'lead'} | ${'due'}      | ${undefined} | ${'enter due'}
  ${'lead'} | ${'offer'}    | ${undefined} | ${'mayNotStartIn at offer'}
  ${'lost'} | ${'offer'}    | ${'lead'}    | ${'mayNotStartIn at offer'}
  ${'lost'} | ${'offer'}    | ${'due'}     | ${'leave lost, leave due, enter offer'}
  ${'demo'} | ${'offer'}    | ${undefined} | ${'enter due, leave due, enter offer'}
  ${'due'}  | ${'won'}      | ${undefined} | ${'leave due, enter offer, leave offer, enter won'}
`('a deal of another pipeline starts anew: from $from to $to: $passes', (row) => {
  expect(way(row, twoPipelines)).toBe(row.passes);
});
