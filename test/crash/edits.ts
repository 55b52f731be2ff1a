import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { at, WINNABLE } from '../app/desk';
import type { Action } from './action';
import { TYPED } from './kinds';
import { aDesk } from './starts';

const edit = (range: string, values: readonly (readonly string[])[]): Gesture => ({
  edit: { tab: 'Deals', range, values },
});

const typedStage = (host: Host, stage: string) => edit(at(host, 'Stage', 2), [[stage]]);

/** What people type into Deals and paste there. */
export const EDITS: readonly Action[] = [
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
