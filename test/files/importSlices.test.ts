import { expect, test } from '@jest/globals';
import { importSlices } from '../../src/files/importSlices';

const deals = {
  name: 'deals.csv',
  headers: ['ID'],
  rows: [['A'], ['B'], ['C'], ['A'], ['']],
  lines: [2, 3, 4, 5, 6],
};
const history = {
  name: 'history.csv',
  headers: ['Deal', 'Stage'],
  rows: [
    ['C', 'Demo'],
    ['A', 'Lead'],
    ['?', 'Lead'],
    ['A', 'Demo'],
    ['B', 'Lead'],
  ],
  lines: [2, 3, 4, 5, 6],
};

test('each slice has the history of its own deals, and the last one what belongs to nobody', () => {
  const slices = importSlices(deals, history, { dealId: 0, historyDeal: 0, size: 2 });
  expect(slices.map((slice) => slice.deals.lines)).toEqual([[2, 3], [4, 5], [6]]);
  expect(slices.map((slice) => slice.history?.lines)).toEqual([[3, 5, 6], [2], [4]]);
});

test('a file without rows is one empty slice', () => {
  const slices = importSlices({ ...deals, rows: [], lines: [] }, null, {
    dealId: 0,
    historyDeal: -1,
    size: 2,
  });
  expect(slices).toEqual([{ deals: { ...deals, rows: [], lines: [] }, history: null }]);
});
