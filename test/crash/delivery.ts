import { at, does, idOf, letter, QUALIFIED } from '../app/desk';
import type { Action, Other } from './action';
import { moved } from './kinds';
import { OTHERS } from './others';
import { ANN, answersDue, archiveDue, reportDue, takenBackDue } from './starts';

/** What people may do to what the worker reads and writes, between two of its calls. */
const MEANWHILE: readonly Other[] = [
  {
    what: 'a deal goes back',
    gesture: (host) => ({
      edit: { tab: 'Deals', range: at(host, 'Stage', 3), values: [['Qualification']] },
      as: ANN,
    }),
  },
  {
    what: 'a next step is typed',
    gesture: (host) => ({
      edit: { tab: 'Deals', range: at(host, 'Next step', 3), values: [['Call back']] },
      as: ANN,
    }),
    rearranges: 'types',
  },
  {
    what: 'a task is typed',
    gesture: () => ({ edit: { tab: 'Tasks', range: 'A9', values: [['Visit']] }, as: ANN }),
  },
  {
    what: 'the tasks are sorted',
    gesture: () => ({
      sort: { tab: 'Tasks', range: 'A2:J9', column: 1, ascending: false },
      as: ANN,
    }),
    rearranges: 'moves',
  },
  {
    what: 'the Outbox is sorted',
    gesture: (host) => {
      const range = `A2:${letter(host.names().tab('Outbox').lastColumn)}9`;
      return { sort: { tab: 'Outbox', range, column: 3, ascending: false }, as: ANN };
    },
    rearranges: 'moves',
  },
  {
    what: 'the report is sent from the menu',
    gesture: () => ({ menu: 'sendStallReport' }),
  },
];

const WORKED = {
  recover: ['work', 'work', 'later', 'work', 'sweep'],
  mayVanish: false,
  others: [...OTHERS, ...MEANWHILE],
} as const;

/** What people may do to deals that are about to be archived. */
const AT_REST: readonly Other[] = [
  {
    what: 'a note of a closed deal is typed',
    gesture: (host) => ({
      edit: { tab: 'Deals', range: at(host, 'Customer', 5), values: [['Contoso']] },
      as: ANN,
    }),
    rearranges: 'types',
  },
  {
    what: 'a closed deal comes back',
    gesture: (host) => ({
      call: 'moveDeals',
      args: [JSON.stringify({ ids: [idOf(host, 'Lake')], to: 'Qualification' })],
      as: ANN,
    }),
  },
  {
    what: 'a closed deal’s row is deleted',
    gesture: () => ({ deleteRows: { tab: 'Deals', at: 5, count: 1 }, as: ANN }),
    rearranges: 'deletes',
  },
];

/** What the clock starts. */
export const DELIVERY: readonly Action[] = [
  {
    what: 'the worker, with automations to answer',
    before: answersDue,
    gesture: () => ({ trigger: 'work' }),
    ...WORKED,
    exposed: 14,
  },
  {
    what: 'the worker, with tasks and mails to take back',
    before: takenBackDue,
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
    exposed: 14,
  },
  {
    what: 'two stages that exchange their names',
    before: () => moved(QUALIFIED, 'Needs analysis'),
    gesture: () => ({
      edit: { tab: 'Stages', range: 'B3:B4', values: [['Proposal'], ['Needs analysis']] },
    }),
    recover: ['work', 'sweep'],
    mayVanish: false,
    others: OTHERS.filter(({ namesStage }) => !namesStage),
    exposed: 14,
    // First to names between the old and the new ones.
    stretches: 2,
  },
  {
    what: 'the weekly report',
    before: reportDue,
    gesture: () => ({ trigger: 'sendStallReport' }),
    ...WORKED,
  },
  {
    what: 'the worker, with closed deals to archive',
    before: archiveDue,
    gesture: () => ({ trigger: 'work' }),
    ...WORKED,
    recover: ['work', 'later', 'work', 'sweep'],
    others: [...OTHERS, ...AT_REST],
    exposed: 14,
  },
];
