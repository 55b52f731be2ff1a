import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { at, does, idOf, QUALIFIED, types, WINNABLE } from '../app/desk';
import { rowsOf } from '../support/standIn';
import { fileSlice } from './fileSlice';
import { OTHERS } from './others';
import { ANN, aDesk, aMess, answersDue, aTable, reportDue, writtenByOthers } from './starts';
import type { Action } from './tryAction';

const edit = (range: string, values: readonly (readonly string[])[]): Gesture => ({
  edit: { tab: 'Deals', range, values },
});

const call = (name: string, request: object): Gesture => ({
  call: name,
  args: [JSON.stringify(request)],
});

const typedStage = (host: Host, stage: string) => edit(at(host, 'Stage', 2), [[stage]]);

/** A desk on which Mill was moved before. */
function moved(facts: typeof QUALIFIED, stage: string): Host {
  const host = aDesk(facts);
  types(host, 'Mill', { Stage: stage });
  return host;
}

function lastMove(host: Host): number {
  const moves = rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'moved');
  return Number(moves[moves.length - 1]?.Seq);
}

const TYPED = { recover: ['sweep'], mayVanish: false, others: OTHERS } as const;
const ASKED = { recover: ['sweep'], mayVanish: true, others: OTHERS } as const;
const REPEATED = { recover: ['again', 'sweep'], mayVanish: false, others: OTHERS } as const;
const WORKED = {
  recover: ['work', 'work', 'later', 'work', 'sweep'],
  mayVanish: false,
  others: [],
} as const;

const EDITS: readonly Action[] = [
  {
    what: 'a typed move that passes',
    before: () => aDesk(),
    gesture: (host) => typedStage(host, 'Needs analysis'),
    ...TYPED,
  },
  {
    what: 'a typed move that is held',
    before: () => aDesk({}),
    gesture: (host) => typedStage(host, 'Needs analysis'),
    ...TYPED,
  },
  {
    what: 'a typed win',
    before: () => aDesk(WINNABLE),
    gesture: (host) => typedStage(host, 'Closed won'),
    ...TYPED,
  },
  {
    what: 'a new deal',
    before: () => aDesk(),
    gesture: () => edit('A5', [['Pump']]),
    ...TYPED,
  },
  {
    what: 'a new deal typed straight into a closed stage',
    before: () => aDesk(),
    gesture: (host) => edit(at(host, 'Stage', 5), [['Closed won']]),
    ...TYPED,
  },
  {
    what: 'a pasted block of which one row is held',
    before: () => aDesk({}),
    gesture: (host) => edit(at(host, 'Stage', 2, 3), [['Needs analysis'], ['Needs analysis']]),
    ...TYPED,
  },
  {
    what: 'a pasted block of new deals',
    before: () => aDesk(),
    gesture: () =>
      edit('A5:B7', [
        ['Pump', 'Contoso'],
        ['Lock', 'Fabrikam'],
        ['Sluice', ''],
      ]),
    ...TYPED,
  },
  {
    what: 'a changed amount',
    before: () => aDesk(),
    gesture: (host) => edit(at(host, 'Amount', 2), [['750']]),
    ...TYPED,
  },
];

const PAGES: readonly Action[] = [
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
];

const WHOLE: readonly Action[] = [
  { what: 'a sweep', before: writtenByOthers, gesture: () => ({ menu: 'sweep' }), ...REPEATED },
  {
    what: 'a refresh of the reports',
    before: () => moved(QUALIFIED, 'Needs analysis'),
    gesture: () => ({ menu: 'refreshReports' }),
    ...REPEATED,
    looksAtReports: true,
  },
  {
    what: 'an import',
    before: () => aDesk(),
    gesture: (host) => call('importDeals', fileSlice(host, 'keep')),
    ...REPEATED,
  },
  {
    what: 'a repair',
    before: aMess,
    gesture: () => ({ menu: 'repairWorkbook', answers: [{ text: '' }] }),
    ...REPEATED,
  },
  {
    what: 'set-up of a team’s own table',
    before: aTable,
    gesture: () => call('setUp', { language: 'en', stages: 'general' }),
    ...REPEATED,
    others: [{ what: 'Ann sets it up too', gesture: () => ({ menu: 'setUp', as: ANN }) }],
  },
];

const DELIVERY: readonly Action[] = [
  {
    what: 'the worker, with automations to answer',
    before: answersDue,
    gesture: () => ({ trigger: 'work' }),
    ...WORKED,
  },
  {
    what: 'the worker, after a stage was renamed',
    before: () => {
      const host = moved(QUALIFIED, 'Needs analysis');
      does(host, { edit: { tab: 'Stages', range: 'B3', values: [['Discovery']] } });
      return host;
    },
    gesture: () => ({ trigger: 'work' }),
    ...WORKED,
  },
  {
    what: 'the weekly report',
    before: reportDue,
    gesture: () => ({ trigger: 'sendStallReport' }),
    ...WORKED,
  },
];

/** What people, pages and the clock do. */
export const ACTIONS: readonly Action[] = [...EDITS, ...PAGES, ...WHOLE, ...DELIVERY];
