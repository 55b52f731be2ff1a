import { expect, test } from '@jest/globals';
import { stageChances } from '../../../src/domain/forecast/chances';
import type { Stage } from '../../../src/domain/pipeline';
import { aStage, threeStages } from './histories';

function chances(stages: readonly Stage[]) {
  return stageChances({ ...threeStages(), stages }).map(({ chance, from }) => [chance, from]);
}

test('without configured chances the open stages climb evenly from 10 % to 75 %', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'won', 'lost'];
  const climbing = chances(names.map((name) => aStage(name)));
  [0.1, 0.2625, 0.425, 0.5875, 0.75].forEach((chance, index) => {
    expect(climbing[index]![0]).toBeCloseTo(chance, 12);
    expect(climbing[index]![1]).toBe('ladder');
  });
  expect(climbing).toHaveLength(5);
});

test('a single open stage stands in the middle of the ladder', () => {
  expect(chances([aStage('a'), aStage('won')])).toEqual([[0.425, 'ladder']]);
});

test('trap: unset is not 0: a configured 0 stays 0 and an empty one takes its rung', () => {
  const set = [aStage('a', { chance: 0 }), aStage('b'), aStage('c', { chance: 0.9 })];
  expect(chances(set)).toEqual([
    [0, 'configured'],
    [0.425, 'ladder'],
    [0.9, 'configured'],
  ]);
});

test('a chance beyond what can be is taken as certain, or as none', () => {
  const set = [aStage('a', { chance: -0.5 }), aStage('b', { chance: 1.5 }), aStage('won')];
  expect(chances(set)).toEqual([
    [0, 'configured'],
    [1, 'configured'],
  ]);
});

test('each of two pipelines climbs from 10 % to 75 % by itself, and won comes after its last stage', () => {
  const stages = [
    aStage('lead', { pipeline: 'New' }),
    aStage('offer', { pipeline: 'New' }),
    aStage('renewal', { pipeline: 'Old' }),
    aStage('won'),
  ];
  const found = stageChances({ ...threeStages(), stages });
  expect(found.map(({ stage, isLast }) => [stage, isLast])).toEqual([
    ['lead', false],
    ['offer', true],
    ['renewal', true],
  ]);
  expect(found.map(({ chance }) => chance)).toEqual([0.1, 0.75, 0.425]);
});
