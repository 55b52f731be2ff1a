import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { at, idOf, letter } from '../app/desk';
import type { Other } from './action';
import { ANN } from './starts';

const typed = (host: Host, header: string, row: number, cell: string): Gesture => ({
  edit: { tab: 'Deals', range: at(host, header, row), values: [[cell]] },
  as: ANN,
});

/** What Ann, or the clock, may do between two calls of somebody else's action on `aDesk`. */
export const OTHERS: readonly Other[] = [
  {
    what: 'another deal’s amount is typed',
    gesture: (host) => typed(host, 'Amount', 3, '555'),
  },
  {
    what: 'the same deal’s amount is typed',
    gesture: (host) => typed(host, 'Amount', 2, '777'),
  },
  {
    what: 'another deal’s stage is typed',
    gesture: (host) => typed(host, 'Stage', 3, 'Needs analysis'),
    namesStage: true,
  },
  {
    what: 'another deal is moved from the board',
    gesture: (host) => ({
      call: 'moveDeals',
      args: [JSON.stringify({ ids: [idOf(host, 'Dam')], to: 'Needs analysis' })],
      as: ANN,
    }),
    namesStage: true,
  },
  {
    what: 'a new deal is typed',
    gesture: () => ({ edit: { tab: 'Deals', range: 'A9', values: [['Lake']] }, as: ANN }),
  },
  { what: 'somebody sweeps', gesture: () => ({ menu: 'sweep', as: ANN }) },
  { what: 'the worker runs', gesture: () => ({ trigger: 'work' }) },
  {
    what: 'the deals are sorted',
    gesture: (host) => {
      const range = `A2:${letter(host.names().tab('Deals').lastColumn)}9`;
      return { sort: { tab: 'Deals', range, column: 1, ascending: true }, as: ANN };
    },
    rearranges: 'moves',
  },
  {
    what: 'a row is inserted above',
    gesture: () => ({ insertRows: { tab: 'Deals', at: 2, count: 1 }, as: ANN }),
    rearranges: 'moves',
  },
  {
    what: 'another deal’s row is deleted',
    gesture: () => ({ deleteRows: { tab: 'Deals', at: 3, count: 1 }, as: ANN }),
    rearranges: 'deletes',
  },
  {
    what: 'the row of the first deal is deleted',
    gesture: () => ({ deleteRows: { tab: 'Deals', at: 2, count: 1 }, as: ANN }),
    rearranges: 'deletes',
  },
];
