import { expect, test } from '@jest/globals';
import {
  bias,
  brier,
  calibration,
  calibrationError,
  hitRate,
  logLoss,
  pinball,
  quantileLoss,
  wape,
} from '../../../src/domain/forecast/accuracy';

const PERIODS = [
  { forecast: 120, actual: 100 },
  { forecast: 70, actual: 100 },
  { forecast: 50, actual: 50 },
];

test('WAPE is the sum of misses over the sum won: (20 + 30 + 0) / 250', () => {
  expect(wape(PERIODS)).toBeCloseTo(0.2, 12);
});

test('bias keeps the sign of the misses: (20 - 30 + 0) / 250', () => {
  expect(bias(PERIODS)).toBeCloseTo(-0.04, 12);
});

test('nothing won, or no period, has no WAPE and no bias', () => {
  expect(wape([{ forecast: 5, actual: 0 }])).toBeNull();
  expect(bias([])).toBeNull();
});

test.each<{ q: number; forecast: number; actual: number; loss: number }>`
  q      | forecast | actual | loss
  ${0.1} | ${80}    | ${100} | ${2}
  ${0.1} | ${120}   | ${100} | ${18}
  ${0.9} | ${80}    | ${100} | ${18}
  ${0.9} | ${120}   | ${100} | ${2}
  ${0.5} | ${90}    | ${100} | ${5}
  ${0.5} | ${100}   | ${100} | ${0}
`('a P$q of $forecast beside $actual loses $loss', ({ q, forecast, actual, loss }) => {
  expect(quantileLoss(q, forecast, actual)).toBeCloseTo(loss, 12);
});

const RANGES = [
  { p10: 80, p50: 90, p90: 120, actual: 100 },
  { p10: 110, p50: 120, p90: 130, actual: 100 },
];

test('pinball is the mean over periods and quantiles: (2 + 5 + 2 + 9 + 10 + 3) / 6', () => {
  expect(pinball(RANGES)).toBeCloseTo(31 / 6, 12);
});

test('one of two actuals lies in its range, and an actual on the edge counts', () => {
  expect(hitRate(RANGES)).toBe(0.5);
  expect(hitRate([{ p10: 100, p50: 110, p90: 120, actual: 100 }])).toBe(1);
  expect(hitRate([{ p10: 100, p50: 110, p90: 120, actual: 120 }])).toBe(1);
});

const CHANCES = [
  { chance: 0.8, won: true },
  { chance: 0.3, won: false },
  { chance: 0.6, won: false },
];

test('Brier is the mean squared miss: (0.04 + 0.09 + 0.36) / 3', () => {
  expect(brier(CHANCES)).toBeCloseTo(0.49 / 3, 12);
});

test('log loss is the mean of -ln of the chance given to what came', () => {
  const byHand = (0.22314355131 + 0.35667494394 + 0.91629073187) / 3;
  expect(logLoss(CHANCES)).toBeCloseTo(byHand, 9);
});

test('a wrong certainty costs much, but not infinitely', () => {
  expect(logLoss([{ chance: 0, won: true }])).toBeCloseTo(13.815510558, 6);
  expect(logLoss([{ chance: 1, won: false }])).toBeCloseTo(13.815510558, 6);
});

test('calibration compares the mean chance of each band with the share won', () => {
  const judged = [
    { chance: 0.12, won: false },
    { chance: 0.18, won: true },
    { chance: 1, won: true },
  ];
  const [low, high] = calibration(judged);
  expect(low).toMatchObject({ from: 0.1, to: 0.2, deals: 2, shareWon: 0.5 });
  expect(low!.meanChance).toBeCloseTo(0.15, 12);
  expect(high).toEqual({ from: 0.9, to: 1, deals: 1, meanChance: 1, shareWon: 1 });
  expect(calibrationError(judged)).toBeCloseTo((2 * 0.35) / 3, 12);
});

test('without chances there is nothing to judge', () => {
  for (const figure of [brier, logLoss, calibrationError, pinball, hitRate]) {
    expect(figure([])).toBeNull();
  }
});
