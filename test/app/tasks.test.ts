import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask, rowsOf } from '../support/standIn';
import { aPipeline, dealNamed, does, idOf, newDeal, sweeps } from './desk';
import { filled, onDay, without, works } from './rules';

function withMill(): Host {
  const host = aPipeline();
  newDeal(host, 'Mill', { Owner: 'Ann', Customer: 'Northwind' });
  return host;
}

const tasksOf = (host: Host) =>
  (ask(host, 'dealView', { id: idOf(host, 'Mill') }) as Reply<'dealView'>).tasks ?? [];

const add = (host: Host, task: string, due = '') =>
  ask(host, 'addTask', { id: idOf(host, 'Mill'), task, due });

/** Ticks the deal's first task of this text. */
function tick(host: Host, text: string, done = true) {
  const task = tasksOf(host).find((one) => one.task === text);
  const { row, key } = task ?? { row: 99, key: '' };
  return ask(host, 'tickTask', { id: idOf(host, 'Mill'), row, key, task: text, done });
}

test('a task from the sidebar stands in the Tasks tab, in the name of the deal and its owner', () => {
  const host = withMill();
  expect(add(host, 'Call Ines', '2026-04-01')).toMatchObject({ ok: true });
  const [task] = filled(host, 'Tasks');
  expect(task).toMatchObject({ Task: 'Call Ines', Deal: 'Mill', Owner: 'Ann', State: 'Open' });
  expect(task?.['Deal ID']).toBe(idOf(host, 'Mill'));
  expect(String(task?.Due)).toContain('2026-04-01');
});

test('open tasks come first, by their day; a task of another deal is not among them', () => {
  const host = withMill();
  newDeal(host, 'Dam');
  ask(host, 'addTask', { id: idOf(host, 'Dam'), task: 'Elsewhere', due: '' });
  add(host, 'Some day');
  add(host, 'Later', '2030-01-01');
  add(host, 'Long ago', '2020-01-01');
  tick(host, 'Some day');
  expect(tasksOf(host).map(({ task, standing }) => [task, standing])).toEqual([
    ['Long ago', 'overdue'],
    ['Later', 'later'],
    ['Some day', 'done'],
  ]);
});

test('a tick opens the gate that asks for the task, and a second one closes it again', () => {
  const host = withMill();
  const row = filled(host, 'Gates').length + 2;
  const cells = ['Qualification', 'Leaving', '', 'has a done task', 'Credit check'];
  does(host, { edit: { tab: 'Gates', range: `A${row}:E${row}`, values: [cells] } });
  add(host, 'Credit check');
  sweeps(host);
  expect(dealNamed(host, 'Mill').Gate).toContain('Credit check');
  tick(host, 'Credit check');
  expect(dealNamed(host, 'Mill').Gate).not.toContain('Credit check');
  expect(filled(host, 'Tasks')[0]).toMatchObject({ State: 'Done' });
  tick(host, 'Credit check', false);
  expect(dealNamed(host, 'Mill').Gate).toContain('Credit check');
  expect(filled(host, 'Tasks')[0]).toMatchObject({ State: 'Open', 'Done on': '' });
  const before = rowsOf(host, 'Deals');
  sweeps(host);
  expect(rowsOf(host, 'Deals')).toEqual(before);
});

test('the Tasks tab may have its columns in any order', () => {
  const host = withMill();
  does(host, { moveColumn: { tab: 'Tasks', from: 'Owner', to: 1 } });
  add(host, 'Call Ines');
  tick(host, 'Call Ines');
  expect(filled(host, 'Tasks')).toMatchObject([{ Task: 'Call Ines', Owner: 'Ann', State: 'Done' }]);
});

test('a row that somebody inserted above is no other task', () => {
  const host = withMill();
  add(host, 'Call Ines');
  const [task] = tasksOf(host);
  does(host, { insertRows: { tab: 'Tasks', at: 2, count: 1 } });
  const { row = 0, key = '' } = task ?? {};
  const asked = { id: idOf(host, 'Mill'), row, key, task: 'Call Ines', done: true };
  expect(ask(host, 'tickTask', asked)).toMatchObject({ ok: true });
  expect(filled(host, 'Tasks')).toMatchObject([{ Task: 'Call Ines', State: 'Done' }]);
});

test.each<{ what: string; request: object; code: string }>`
  what                          | request                                            | code
  ${'a deal that is gone'}      | ${{ id: 'nobody', task: 'Call', due: '' }}         | ${'gone'}
  ${'a task without a word'}    | ${{ id: 'nobody', task: '  ', due: '' }}           | ${'badRequest'}
  ${'a day that there is not'}  | ${{ id: 'Mill', task: 'Call', due: '2026-02-30' }} | ${'badRequest'}
  ${'text where a day belongs'} | ${{ id: 'Mill', task: 'Call', due: 'tomorrow' }}   | ${'badRequest'}
`('$what: nothing is added, and the page is told', ({ request, code }) => {
  const host = withMill();
  const { id, ...rest } = request as { id: string };
  const asked = { id: id === 'Mill' ? idOf(host, 'Mill') : id, ...rest };
  expect(ask(host, 'addTask', asked)).toMatchObject({ ok: false, code });
  expect(filled(host, 'Tasks')).toEqual([]);
});

test('a task that is no longer there is not ticked', () => {
  const host = withMill();
  expect(tick(host, 'Call Ines')).toMatchObject({ ok: false, code: 'taskGone' });
});

test('text is text: a task never becomes a formula', () => {
  const host = withMill();
  add(host, '=IMPORTXML("http://example.com")');
  expect(filled(host, 'Tasks')[0]?.Task).toBe('=IMPORTXML("http://example.com")');
});

test('after three hours without a run the sidebar says so, and to whom it falls', () => {
  const host = withMill();
  works(host);
  const silent = (of: Host) =>
    (ask(of, 'dealView', { id: idOf(of, 'Mill') }) as Reply<'dealView'>).silent;
  expect(silent(host)).toBeUndefined();
  const later = onDay(without(host, 'work'), '2030-01-01');
  expect(silent(later)).toContain('owner@example.com should open this sheet');
});
