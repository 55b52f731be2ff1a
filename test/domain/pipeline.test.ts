import { expect, test } from '@jest/globals';
import { openStages, stageEver, stageNamed, stageOf } from '../../src/domain/pipeline';
import { aStage, threeStages } from '../support/deals';

const renamed = {
  ...threeStages,
  stages: [
    aStage('lead', { label: '线索资格审查', aliases: ['Qualification', 'Proposal'] }),
    ...threeStages.stages.slice(1),
  ],
};

test.each<{ text: string; key: string | undefined }>`
  text                  | key
  ${'Proposal'}         | ${'proposal'}
  ${'  PROPOSAL '}      | ${'proposal'}
  ${'ｐｒｏｐｏｓａｌ'} | ${'proposal'}
  ${'qualification'}    | ${'lead'}
  ${'线索资格审查'}     | ${'lead'}
  ${'Propose'}          | ${undefined}
  ${''}                 | ${undefined}
  ${'   '}              | ${undefined}
`('a cell that says "$text" means $key', ({ text, key }) => {
  expect(stageNamed(renamed, text)?.key).toBe(key);
});

test('a stage that is called so now comes before one that was called so once', () => {
  expect(stageNamed(renamed, 'proposal')?.key).toBe('proposal');
});

test('open stages keep their order, and a key finds its stage', () => {
  expect(openStages(threeStages).map((it) => it.key)).toEqual(['lead', 'proposal', 'contract']);
  expect(stageOf(threeStages, 'won')?.kind).toBe('won');
  expect(stageOf(threeStages, 'demo')).toBeUndefined();
});

test('a stage that is no longer in use is still known by its key', () => {
  const retired = [aStage('demo'), aStage('trial')];
  expect(stageEver({ ...threeStages, retired }, 'trial')?.label).toBe('Trial');
  expect(stageEver({ ...threeStages, retired }, 'lead')?.label).toBe('Lead');
  expect(stageEver({ ...threeStages, retired }, 'pilot')).toBeUndefined();
  expect(stageEver(threeStages, 'demo')).toBeUndefined();
});

test('how many spaces stand between words does not count, but whether any do', () => {
  const stages = [aStage('office', { label: 'Head  office' })];
  expect(stageNamed({ ...threeStages, stages }, ' head office ')?.key).toBe('office');
  expect(stageNamed({ ...threeStages, stages }, 'headoffice')).toBeUndefined();
});

test('an empty cell means no stage, not even one without a label', () => {
  const stages = [aStage('blank', { label: '', aliases: [' '] })];
  expect(stageNamed({ ...threeStages, stages }, ' ')).toBeUndefined();
});
