import { QUALIFIED } from '../app/desk';
import type { Action } from './action';
import { fileSlice } from './fileSlice';
import { call, moved, REPEATED } from './kinds';
import { REPORTS } from './picture';
import { ANN, aDesk, aMess, aTable, writtenByOthers } from './starts';

/** What goes through the whole workbook. */
export const WHOLE: readonly Action[] = [
  { what: 'a sweep', before: writtenByOthers, gesture: () => ({ menu: 'sweep' }), ...REPEATED },
  {
    what: 'a refresh of the reports',
    before: () => moved(QUALIFIED, 'Needs analysis'),
    gesture: () => ({ menu: 'refreshReports' }),
    ...REPEATED,
    shows: REPORTS,
  },
  {
    what: 'a funnel that is narrowed to one owner',
    before: () => aDesk(),
    gesture: () => ({ menu: 'filterFunnel', answers: [{ text: 'Ann' }] }),
    ...REPEATED,
    shows: ['Funnel'],
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
    // Rows that were moved meanwhile are checked all the same; their cells are mended when it is asked for again.
    partly: () => [{ menu: 'sweep' }],
  },
  {
    what: 'set-up of a team’s own table',
    before: aTable,
    gesture: () => call('setUp', { language: 'en', stages: 'general' }),
    ...REPEATED,
    anyRunner: true,
    others: [{ what: 'Ann sets it up too', gesture: () => ({ menu: 'setUp', as: ANN }) }],
  },
];
