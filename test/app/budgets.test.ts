import { beforeAll, expect, test } from '@jest/globals';
import { type Measured, measureActions } from '../../scripts/bench/actions';
import { type ActionName, BUDGETS } from '../../scripts/bench/budgets';
import { makeWorkbook } from '../../scripts/bench/workbook';

/** What people do all day; refreshing and checking the whole workbook read every tab. */
const DAILY = [
  'edit a field that no gate asks for',
  'edit a field that the gate asks for',
  'edit a tracked field',
  'move, typed',
  'held, typed',
  'pasted block, moved',
  'pasted block, held',
  'move from the sidebar',
  'move from the board',
  'open the sidebar',
  'open the board',
] as const satisfies readonly ActionName[];

let small: readonly Measured[] = [];
let large: readonly Measured[] = [];

beforeAll(() => {
  small = measureActions(makeWorkbook({ deals: 100, entriesEach: 5 }));
  large = measureActions(makeWorkbook({ deals: 2_000, entriesEach: 5 }));
}, 120_000);

function calls(measured: readonly Measured[], action: ActionName, cache = 'warm') {
  const found = measured.find((one) => one.action === action && one.cache === cache);
  if (found === undefined) throw new Error(`${action} was not measured.`);
  const { read, write } = found.run.calls;
  return { reads: read, writes: write };
}

test.each(DAILY.filter((action) => BUDGETS[action] !== undefined))(
  'with 100 deals, "%s" stays within its budget of calls',
  (action) => {
    const { reads, writes } = calls(small, action);
    expect(reads).toBeLessThanOrEqual(BUDGETS[action]?.reads ?? 0);
    expect(writes).toBeLessThanOrEqual(BUDGETS[action]?.writes ?? 0);
  },
);

test.each(DAILY)('with 2,000 deals, "%s" takes no call more than with 100', (action) => {
  expect(calls(large, action)).toEqual(calls(small, action));
  expect(calls(large, action, 'cold').reads).toBe(calls(small, action, 'cold').reads);
});

test('a refresh of all reports stays within its budget of calls, and takes no more with 2,000 deals', () => {
  const { reads, writes } = calls(small, 'refresh', 'cold');
  expect(reads).toBeLessThanOrEqual(BUDGETS.refresh?.reads ?? 0);
  expect(writes).toBeLessThanOrEqual(BUDGETS.refresh?.writes ?? 0);
  expect(calls(large, 'refresh', 'cold')).toEqual({ reads, writes });
});

test('a pasted block of hundreds of rows takes as many calls as one typed move', () => {
  const pasted = large.find(({ action }) => action === 'pasted block, moved');
  expect(pasted?.rows).toBe(500);
  expect(calls(large, 'pasted block, moved')).toEqual(calls(large, 'move, typed'));
});

test('a held move writes the old stage back, an edit that changes no gate writes nothing', () => {
  const { writes } = calls(small, 'move, typed');
  expect(calls(small, 'held, typed').writes).toBe(writes + 1);
  expect(calls(small, 'edit a field that no gate asks for').writes).toBe(0);
});

test('the board is one call that reads the values of one tab once, however many deals there are', () => {
  for (const measured of [small, large]) {
    const board = measured.find(
      ({ action, cache }) => action === 'open the board' && cache === 'warm',
    );
    expect(board?.run.methods['Range.getValues']).toBe(1);
  }
});
