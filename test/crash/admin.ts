import type { Host } from '../../preview/google/host';
import { aPipeline, does } from '../app/desk';
import { works } from '../app/rules';
import { OWNER, standIn } from '../support/standIn';
import type { Action, Other } from './action';
import { fileSlice } from './fileSlice';
import { call, REPEATED } from './kinds';
import { OTHERS } from './others';
import { ANN, aDesk } from './starts';

const BOB = 'bob@example.com';

/** What somebody else may do in a workbook without deals. */
const AROUND: readonly Other[] = [
  {
    what: 'a new deal is typed',
    gesture: () => ({ edit: { tab: 'Deals', range: 'A9', values: [['Lake']] }, as: ANN }),
  },
  { what: 'somebody sweeps', gesture: () => ({ menu: 'sweep', as: ANN }) },
  { what: 'the worker runs', gesture: () => ({ trigger: 'work' }) },
];

/** A new pipeline without deals. */
function anEmptyDesk(): Host {
  const host = aPipeline();
  does(host, { rights: { user: ANN, may: 'edit' } });
  return host;
}

/** A sheet in which nothing was set up. */
function aNewSheet(): Host {
  const host = standIn();
  does(host, { rights: { user: ANN, may: 'edit' } });
  return host;
}

/** Bob manages, and may take over from the owner. */
function twoManagers(): Host {
  const host = aDesk();
  does(host, { rights: { user: BOB, may: 'edit' } });
  does(host, { edit: { tab: 'Team', range: 'C4', values: [['Manager']] } });
  works(host);
  return host;
}

/** What the admin tabs, the menu's rules and the first steps change. */
/** Pipeline is inserted where Stage stood: who types a stage right then types it into the very cell that is about to be filled. */
const WHILE_INSERTED: readonly Other[] = OTHERS.map((other) =>
  other.what === 'another deal’s stage is typed' ? { ...other, rearranges: 'types' } : other,
);

export const ADMIN: readonly Action[] = [
  {
    what: 'a stage that is retired',
    before: () => aDesk(),
    gesture: () => ({
      menu: 'retireStage',
      answers: [{ text: 'Proposal' }, { text: 'Needs analysis' }],
    }),
    ...REPEATED,
    recover: ['again', 'work', 'sweep'],
  },
  {
    what: 'a pipeline that is added',
    before: () => aDesk(),
    gesture: () => ({ menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] }),
    ...REPEATED,
    recover: ['again', 'work', 'sweep'],
    others: WHILE_INSERTED,
    exposed: 8,
  },
  {
    what: 'another person who takes over',
    before: twoManagers,
    gesture: () => ({ menu: 'takeOver', as: BOB, answers: ['YES'] }),
    ...REPEATED,
    recover: ['again', 'work', 'work', 'sweep'],
  },
  {
    what: 'a welcome that is filled in',
    before: aNewSheet,
    gesture: () =>
      call('welcome', {
        language: 'en',
        stages: 'general',
        team: [
          { name: 'Owner', address: OWNER, role: 'manager' },
          { name: 'Ann', address: ANN, role: 'rep' },
        ],
        rhythm: 'fortnightly',
        day: 4,
        hour: 7,
        currency: 'EUR',
      }),
    ...REPEATED,
    recover: ['again', 'work', 'sweep'],
    anyRunner: true,
    others: [{ what: 'Ann sets it up too', gesture: () => ({ menu: 'setUp', as: ANN }) }],
  },
  {
    what: 'a first import that brings its stages',
    before: anEmptyDesk,
    gesture: (host) => call('importDeals', fileSlice(host, 'from-data')),
    ...REPEATED,
    others: AROUND,
  },
];
