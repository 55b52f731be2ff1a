import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { takenBackDue } from '../crash/starts';
import { OWNER } from '../support/standIn';
import { does, idOf, loaded, saved, types } from './desk';
import { filled, fillsIn, works } from './rules';

const tasksOf = (host: Host) =>
  filled(host, 'Tasks')
    .map(({ Task, Deal, Owner, State }) => `${Task} ${Deal}: ${Owner}, ${State || 'Open'}`)
    .sort();
const mailsOf = (host: Host) => filled(host, 'Outbox').map(({ To, State }) => `${To}: ${State}`);

/** The calls around the one from which on a task of the worker's run is cancelled. */
function callsAround(text: string, isDone: (host: Host) => boolean): readonly number[] {
  let [low, high] = [1, 1_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const host = loaded(text);
    host.trigger('work', { stopAt: middle, keep: 'all' });
    if (isDone(host)) high = middle;
    else low = middle + 1;
  }
  return Array.from({ length: 30 }, (_, i) => low - 20 + i);
}

const isOf = (state: string) => (host: Host) =>
  tasksOf(host).some((task) => task.includes(state)) ||
  mailsOf(host).some((mail) => mail.includes(state));

const MEANWHILE = {
  'tasks are sorted': { sort: { tab: 'Tasks', range: 'A2:J9', column: 2, ascending: false } },
  'a row is inserted among the tasks': { insertRows: { tab: 'Tasks', at: 3, count: 1 } },
  'the task of another deal is deleted': { deleteRows: { tab: 'Tasks', at: 4, count: 1 } },
  'mails are sorted': { sort: { tab: 'Outbox', range: 'A2:Q9', column: 3, ascending: false } },
};

test.each(Object.entries(MEANWHILE))(
  'while the worker takes back what waits, %s',
  (what, meanwhile) => {
    const text = saved(takenBackDue());
    const tasks = [
      'Send the agenda Dam: Ann, Open',
      ...(what.includes('deleted') ? [] : ['Send the agenda Mill: Bob, Open']),
      'Send the agenda Weir: Ann, Cancelled',
      'Visit Dam: Ann, Open',
    ];
    const isMoved = (host: Host) => tasksOf(host).some((task) => task.includes('Bob'));
    const calls = new Set([...callsAround(text, isOf('Cancelled')), ...callsAround(text, isMoved)]);
    for (const call of calls) {
      const host = loaded(text);
      does(host, { trigger: 'work', during: { call, do: { ...meanwhile, as: OWNER } } });
      works(host);
      expect([call, tasksOf(host)]).toEqual([call, tasks]);
      expect([call, [...mailsOf(host)].sort()]).toEqual([
        call,
        [
          'bob@example.com: Sent',
          'dam@example.cn: To be approved',
          'mill@example.cn: To be approved',
          'weir@example.cn: Cancelled',
        ],
      ]);
    }
  },
);

test('of tasks that say the same, only those of the old owner go to the new one', () => {
  const host = takenBackDue();
  fillsIn(host, 'Tasks', 9, [
    ['Visit', 'Mill', 'Ann', '', '', '', idOf(host, 'Mill')],
    ['Visit', 'Mill', 'Bob', '', '', '', idOf(host, 'Mill')],
    ['Visit', 'Mill', 'Dora', '', '', '', idOf(host, 'Mill')],
  ]);
  types(host, 'Mill', { Owner: 'Cleo' });
  works(host);
  const visits = filled(host, 'Tasks').filter(
    ({ Task, Deal }) => Task === 'Visit' && Deal === 'Mill',
  );
  expect(visits.map(({ Owner }) => Owner)).toEqual(['Cleo', 'Bob', 'Dora']);
});

test('a copy of a task that somebody has done stays done when the task is taken back', () => {
  const host = takenBackDue();
  const [task] = filled(host, 'Tasks').filter(({ Deal }) => Deal === 'Weir');
  fillsIn(host, 'Tasks', 9, [Object.values({ ...task, State: 'Done' }).map(String)]);
  works(host);
  const ofWeir = filled(host, 'Tasks').filter(({ Deal }) => Deal === 'Weir');
  expect(ofWeir.map(({ State }) => State)).toEqual(['Cancelled', 'Done']);
});

test('a call that Google refuses while mails are taken back leaves none of them waiting', () => {
  const text = saved(takenBackDue());
  const cancelled = 'weir@example.cn: Cancelled';
  for (const failAt of callsAround(text, (host) => mailsOf(host).includes(cancelled))) {
    const host = loaded(text);
    host.trigger('work', { failAt });
    works(host);
    expect([failAt, mailsOf(host).filter((mail) => mail.startsWith('weir'))]).toEqual([
      failAt,
      [cancelled],
    ]);
  }
});
