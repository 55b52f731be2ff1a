import { does, idOf, QUALIFIED, WINNABLE } from '../app/desk';
import { rowsOf } from '../support/standIn';
import type { Action } from './action';
import { ASKED, call, lastMove, moved, REPEATED } from './kinds';
import { aDesk } from './starts';

/** What sidebar, board and menu ask for of some deals. */
export const PAGES: readonly Action[] = [
  {
    what: 'a move from the sidebar',
    before: () => aDesk(),
    gesture: (host) => call('moveDeals', { ids: [idOf(host, 'Mill')], to: 'Needs analysis' }),
    ...ASKED,
  },
  {
    what: 'a win from the sidebar, with facts',
    before: () => aDesk({ ...WINNABLE, 'Contract signed': false }),
    gesture: (host) =>
      call('moveDeals', {
        ids: [idOf(host, 'Mill')],
        to: 'Closed won',
        facts: { 'Contract signed': true },
      }),
    ...ASKED,
    exposed: 14,
    partly: (host) => [
      call('saveFacts', { id: idOf(host, 'Mill'), facts: { 'Contract signed': true } }),
    ],
  },
  {
    what: 'two cards moved on the board',
    before: () => aDesk(),
    gesture: (host) =>
      call('moveDeals', {
        ids: [idOf(host, 'Mill'), idOf(host, 'Weir')],
        to: 'Needs analysis',
        from: 'board',
      }),
    ...ASKED,
    partly: (host) =>
      ['Mill', 'Weir'].map((deal) =>
        call('moveDeals', { ids: [idOf(host, deal)], to: 'Needs analysis', from: 'board' }),
      ),
  },
  {
    what: 'a move that is taken back',
    before: () => moved(QUALIFIED, 'Needs analysis'),
    gesture: (host) => call('undoMove', { entry: lastMove(host) }),
    ...ASKED,
  },
  {
    what: 'a win that is taken back',
    before: () => moved(WINNABLE, 'Closed won'),
    gesture: (host) => call('undoMove', { entry: lastMove(host) }),
    ...ASKED,
  },
  {
    what: 'moves that are taken back from the menu',
    before: () => moved(QUALIFIED, 'Needs analysis'),
    gesture: () => ({ menu: 'undoMoves', answers: [{ text: '1' }] }),
    ...ASKED,
  },
  {
    what: 'facts saved in the sidebar',
    before: () => aDesk(),
    gesture: (host) =>
      call('saveFacts', { id: idOf(host, 'Mill'), facts: { Amount: 321, Pain: 'Leaks' } }),
    ...ASKED,
    exposed: 14,
    partly: (host) => [call('saveFacts', { id: idOf(host, 'Mill'), facts: { Amount: 321 } })],
  },
  {
    what: 'an activity logged in the sidebar',
    before: () => aDesk(),
    gesture: (host) => call('logActivity', { id: idOf(host, 'Mill'), kind: 'Call', note: 'Asked' }),
    ...ASKED,
  },
  {
    what: 'a task added in the sidebar',
    before: () => aDesk(),
    gesture: (host) => call('addTask', { id: idOf(host, 'Mill'), task: 'Call', due: '2026-02-05' }),
    ...ASKED,
  },
  {
    what: 'a task ticked in the sidebar',
    before: () => {
      const host = aDesk();
      does(host, call('addTask', { id: idOf(host, 'Mill'), task: 'Call', due: '2026-02-05' }));
      return host;
    },
    gesture: (host) => {
      const [task] = rowsOf(host, 'Tasks');
      const key = String(task?.Key);
      return call('tickTask', { id: idOf(host, 'Mill'), row: 2, key, task: 'Call', done: true });
    },
    ...ASKED,
  },
  {
    what: 'deals that a file has otherwise',
    before: () => aDesk(),
    gesture: (host) =>
      call('changeDeals', {
        deals: [
          { id: idOf(host, 'Mill'), cells: { amount: 321, stage: 'Needs analysis' } },
          { id: idOf(host, 'Weir'), cells: { owner: 'Ann', 'own:Pain': 'Leaks' } },
        ],
      }),
    ...REPEATED,
    exposed: 14,
  },
];
