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

test('a configured 0 stays 0 and an empty one takes its rung', () => {
  const set = [aStage('a', { chance: 0 }), aStage('b'), aStage('c', { chance: 0.9 })];
  expect(chances(set)).toEqual([
    [0, 'configured'],
    [0.425, 'ladder'],
    [0.9, 'configured'],
  ]);
});
