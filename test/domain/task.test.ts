import { expect, test } from '@jest/globals';
import { doneTasks, type Task, urgency } from '../../src/domain/task';

function aTask(more: Partial<Task>): Task {
  return {
    key: 'T1',
    deal: 'D1',
    task: 'Call',
    name: 'Press line',
    owner: 'Ann',
    due: null,
    state: 'open',
    doneOn: null,
    created: '2026-03-01',
    ...more,
  };
}

test.each<{ state: string; due: string | null; stands: string | null }>`
  state          | due             | stands
  ${'open'}      | ${'2026-03-09'} | ${'overdue'}
  ${'open'}      | ${'2026-03-10'} | ${'due'}
  ${'open'}      | ${'2026-03-11'} | ${'later'}
  ${'open'}      | ${null}         | ${'later'}
  ${'done'}      | ${'2026-03-09'} | ${null}
  ${'cancelled'} | ${'2026-03-09'} | ${null}
`('on 10 March a task that is $state, due $due, is $stands', ({ state, due, stands }) => {
  expect(urgency(aTask({ state: state as Task['state'], due }), '2026-03-10')).toBe(stands);
});

test('tasks done are counted by deal and text; others are not', () => {
  const tasks = [
    aTask({ state: 'done' }),
    aTask({ state: 'done', task: 'Visit' }),
    aTask({ state: 'done' }),
    aTask({ state: 'open', task: 'Write' }),
    aTask({ state: 'cancelled', task: 'Write' }),
    aTask({ state: 'done', deal: 'D2' }),
    aTask({ state: 'open', deal: 'D3' }),
    aTask({ state: 'done', deal: '' }),
  ];
  expect(Object.fromEntries(doneTasks(tasks))).toEqual({
    D1: { Call: 2, Visit: 1 },
    D2: { Call: 1 },
  });
});
