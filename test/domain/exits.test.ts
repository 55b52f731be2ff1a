import { expect, test } from '@jest/globals';
import { exitsOf, isReachKnown, lastOpenStage, reachOf, stageOrder } from '../../src/domain/exits';
import { aDeal, type Step, threeStages } from '../support/deals';

const ORDER = stageOrder(threeStages);

/** A deal that goes through these stages, a day in each. */
function through(stages: string) {
  const steps = stages.split(' ').map((stage, i): Step => `2026-01-0${i + 1} ${stage}`);
  return aDeal(steps);
}

test.each<{ stages: string; exits: string }>`
  stages                      | exits
  ${'lead'}                   | ${'lead still'}
  ${'lead proposal'}          | ${'lead forward, proposal still'}
  ${'lead contract won'}      | ${'lead forward, contract forward'}
  ${'contract lead'}          | ${'contract back, lead still'}
  ${'lead lost'}              | ${'lead lost'}
  ${'lead nurture'}           | ${'lead nurtured'}
  ${'lead demo'}              | ${'lead elsewhere'}
  ${'lead lost nurture'}      | ${'lead nurtured'}
  ${'lead nurture lost'}      | ${'lead lost'}
  ${'proposal lost proposal'} | ${'proposal back, proposal still'}
  ${'proposal lost contract'} | ${'proposal forward, contract still'}
  ${'proposal nurture lead'}  | ${'proposal back, lead still'}
  ${'lead won lost'}          | ${'lead forward'}
  ${'nurture lead'}           | ${'lead still'}
  ${'lost'}                   | ${''}
`('a deal that went $stages: $exits', ({ stages, exits }) => {
  const found = exitsOf(through(stages), ORDER);
  expect(found.map(({ visit, exit }) => `${visit.stage} ${exit}`).join(', ')).toBe(exits);
});

test.each<{ stages: string; reach: number; lastOpen: string | undefined; known: boolean }>`
  stages                  | reach | lastOpen      | known
  ${'lead'}               | ${1}  | ${'lead'}     | ${true}
  ${'contract lead lost'} | ${3}  | ${'lead'}     | ${true}
  ${'lead proposal won'}  | ${4}  | ${'proposal'} | ${true}
  ${'won'}                | ${4}  | ${undefined}  | ${true}
  ${'lost'}               | ${1}  | ${undefined}  | ${false}
  ${'demo nurture'}       | ${1}  | ${undefined}  | ${false}
`('a deal that went $stages reached stage $reach, last open in $lastOpen', (row) => {
  const deal = through(row.stages);
  expect(reachOf(deal, ORDER)).toBe(row.reach);
  expect(lastOpenStage(deal, ORDER)).toBe(row.lastOpen);
  expect(isReachKnown(deal, ORDER)).toBe(row.known);
});
