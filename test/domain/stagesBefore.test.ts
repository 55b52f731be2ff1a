import { expect, test } from '@jest/globals';
import type { Pipeline } from '../../src/domain/pipeline';
import { type StageChange, stagesBefore } from '../../src/domain/stagesBefore';
import { aStage } from './forecast/histories';

/** Lead, Demo and Offer, then won and lost; Trial is not in use any more. */
const NOW: Pipeline = {
  stages: [
    aStage('lead', { label: 'Lead', chance: 0.1 }),
    aStage('demo', { label: 'Demo', chance: 0.4, limitDays: 9 }),
    aStage('offer', { label: 'Offer' }),
    aStage('won', { label: 'Won' }),
    aStage('lost', { label: 'Lost' }),
  ],
  retired: [aStage('trial', { label: 'Trial', chance: 0.2 })],
  criteria: [],
  switches: { maySkip: true, mayGoBack: true, startIn: [] },
};

/** The open stages of before, each with its chance and its limit. */
function before(...sets: readonly (readonly StageChange[])[]) {
  const { pipeline, unknown } = stagesBefore(NOW, sets);
  const open = pipeline.stages.filter(({ kind }) => kind === 'open');
  return [unknown, ...open.map(({ key, chance, limitDays }) => `${key} ${chance} ${limitDays}`)];
}

const LEAD = 'lead 0.1 null';
const DEMO = 'demo 0.4 9';
const OFFER = 'offer null null';
const TRIAL = 'trial 0.2 null';

test.each<{ what: string; changes: StageChange[]; was: string[] }>`
  what                              | changes                                                                                | was
  ${'nothing'}                      | ${[]}                                                                                  | ${[LEAD, DEMO, OFFER]}
  ${'a chance that was not set'}    | ${[{ kind: 'chance', stage: 'Lead', was: null, now: 0.1 }]}                            | ${['lead null null', DEMO, OFFER]}
  ${'a limit that was another'}     | ${[{ kind: 'limit', stage: 'Demo', was: 14, now: 9 }]}                                 | ${[LEAD, 'demo 0.4 14', OFFER]}
  ${'a stage that is new'}          | ${[{ kind: 'added', stage: 'Demo' }]}                                                  | ${[LEAD, OFFER]}
  ${'one that stood in the middle'} | ${[{ kind: 'removed', stage: 'Trial', after: 'Demo' }]}                                | ${[LEAD, DEMO, TRIAL, OFFER]}
  ${'one that stood first'}         | ${[{ kind: 'removed', stage: 'Trial', after: null }]}                                  | ${[TRIAL, LEAD, DEMO, OFFER]}
  ${'one that was lost before'}     | ${[{ kind: 'kind', stage: 'Offer', was: 'lost', now: 'open' }]}                        | ${[LEAD, DEMO]}
  ${'another order'}                | ${[{ kind: 'order', now: ['Lead', 'Demo', 'Offer'], was: ['Offer', 'Lead', 'Demo'] }]} | ${[OFFER, LEAD, DEMO]}
`('stages before $what changed', ({ changes, was }) => {
  expect(before(changes)).toEqual([0, ...was]);
});

test('changes are taken back from the latest to the earliest, under the names of their time', () => {
  expect(
    before(
      [{ kind: 'chance', stage: 'Demo', was: 0.3, now: 0.4 }],
      [{ kind: 'renamed', was: 'Show', stage: 'Demo' }],
      [{ kind: 'chance', stage: 'Show', was: 0.2, now: 0.3 }],
      [{ kind: 'added', stage: 'Show' }],
    ),
  ).toEqual([0, LEAD, OFFER]);
  expect(
    before(
      [{ kind: 'removed', stage: 'Trial', after: 'Lead' }],
      [{ kind: 'chance', stage: 'Trial', was: 0.5, now: 0.2 }],
    ),
  ).toEqual([0, LEAD, 'trial 0.5 null', DEMO, OFFER]);
});

test('two neighbours that were removed at once come back in their order', () => {
  const now = { ...NOW, retired: [...(NOW.retired ?? []), aStage('poc', { label: 'PoC' })] };
  const { pipeline } = stagesBefore(now, [
    [
      { kind: 'removed', stage: 'PoC', after: 'Trial' },
      { kind: 'removed', stage: 'Trial', after: 'Demo' },
    ],
  ]);
  expect(pipeline.stages.map(({ key }) => key).slice(1, 4)).toEqual(['demo', 'trial', 'poc']);
  expect(pipeline.retired).toEqual([]);
});

test.each<{ what: string; changes: StageChange[] }>`
  what                            | changes
  ${'where a stage stood'}        | ${[{ kind: 'removed', stage: 'Trial' }]}
  ${'a stage that nobody knows'}  | ${[{ kind: 'chance', stage: 'Pitch', was: 0.2, now: 0.3 }]}
  ${'the order of before'}        | ${[{ kind: 'order', now: ['Lead', 'Demo', 'Offer'] }]}
  ${'an order of unknown stages'} | ${[{ kind: 'order', now: ['Lead'], was: ['Lead', 'Pitch'] }]}
`('what the ledger does not tell is counted and stays as today: $what', ({ changes }) => {
  expect(before(changes)).toEqual([1, LEAD, DEMO, OFFER]);
});

test('where a stage stood that was open before only an order tells', () => {
  const change: StageChange = { kind: 'kind', stage: 'Lost', was: 'open', now: 'lost' };
  expect(before([change])[0]).toBe(1);
  const order: StageChange = { kind: 'order', now: [], was: ['Lost', 'Lead', 'Demo', 'Offer'] };
  expect(before([change, order])).toEqual([0, 'lost null null', LEAD, DEMO, OFFER]);
});

test('today’s stages stay as they are', () => {
  const text = JSON.stringify(NOW);
  before([
    { kind: 'chance', stage: 'Lead', was: null, now: 0.1 },
    { kind: 'added', stage: 'Demo' },
  ]);
  expect(JSON.stringify(NOW)).toBe(text);
});
