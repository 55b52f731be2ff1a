import { expect, test } from '@jest/globals';
import { stageFinder } from '../../src/sheet/stageFinder';
import { aStage } from './importing/bringIn';

const [lead, demo, survey] = ['Lead', 'Demo', 'Survey'].map((label) => aStage(label));
const retired = survey === undefined ? [] : [survey];
const both = lead === undefined || demo === undefined ? [] : [lead, demo];

test('a name is looked for among the stages of this pipeline, though another one has the same retired stages', () => {
  const one = both.slice(0, 1);
  expect(stageFinder({ stages: both, retired })('Demo')).toBe(demo);
  expect(stageFinder({ stages: one, retired })('Demo')).toBeUndefined();
  expect(stageFinder({ stages: both, retired })('Survey')).toBe(survey);
});

test('the same stages are known without their retired ones', () => {
  expect(stageFinder({ stages: both, retired })('Survey')).toBe(survey);
  expect(stageFinder({ stages: both })('Survey')).toBeUndefined();
  expect(stageFinder({ stages: both, retired: [] })('survey')).toBeUndefined();
});
