import type { Host } from '../../preview/google/host';
import {
  aPipeline,
  at,
  does,
  type Facts,
  loaded,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  saved,
  types,
  WINNABLE,
} from '../app/desk';
import { aTeam, filled, fillsIn, onDay, sets, works } from '../app/rules';
import { ask, standIn } from '../support/standIn';

export const ANN = 'ann@example.com';

const desks = new Map<string, string>();

/** Ann and Bob may edit; Mill has these facts, Dam may move, Weir stands in Proposal. */
export function aDesk(mill: Facts = QUALIFIED): Host {
  const key = JSON.stringify(mill);
  const text = desks.get(key) ?? saved(newDesk(mill));
  desks.set(key, text);
  return loaded(text);
}

function newDesk(mill: Facts): Host {
  const host = aPipeline();
  does(host, { rights: { user: ANN, may: 'edit' } });
  aTeam(host);
  newDeal(host, 'Mill', mill);
  newDeal(host, 'Dam', { ...QUALIFIED, Owner: 'Ann', Amount: 400 });
  newDeal(host, 'Weir', { ...PROPOSABLE, Owner: 'Bob' }, 'Proposal');
  works(host);
  return host;
}

const AUTOMATIONS: readonly (readonly (string | number)[])[] = [
  ['enters the stage', 'Needs analysis', 'Task', 'Owner', 1, 'Send the agenda'],
  ['enters the stage', 'Needs analysis', 'Mail', 'Owner', 0, '', 'News'],
  ['enters the stage', 'Needs analysis', 'Mail', 'Manager', 0, '', 'News'],
  ['enters the stage', 'Needs analysis', 'Next step', 'Owner', 1, 'Book the workshop'],
];

/** Two moves that automations have not answered yet, and a win. */
export function answersDue(): Host {
  const host = aPipeline();
  does(host, { rights: { user: ANN, may: 'edit' } });
  aTeam(host);
  fillsIn(host, 'Templates', 2, [['News', 'About {{Deal}}', 'Stage: {{Stage}}']]);
  fillsIn(host, 'Automations', 2, AUTOMATIONS);
  works(host);
  newDeal(host, 'Dam', { ...WINNABLE, Owner: 'Bob' }, 'Closed won');
  newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  newDeal(host, 'Weir', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  return host;
}

/** What a move has asked for waits, and the move was taken back; the tasks of another deal wait for its new owner. */
export function takenBackDue(): Host {
  const host = aPipeline();
  does(host, { rights: { user: ANN, may: 'edit' } });
  aTeam(host);
  fillsIn(host, 'Templates', 2, [['News', 'About {{Deal}}', 'Stage: {{Stage}}']]);
  fillsIn(host, 'Automations', 2, [
    ['enters the stage', 'Needs analysis', 'Task', 'Owner', 1, 'Send the agenda'],
    ['enters the stage', 'Needs analysis', 'Mail', 'Contact', 0, '', 'News'],
  ]);
  works(host);
  for (const [deal, address] of CONTACTS) {
    const facts = { ...QUALIFIED, Owner: 'Ann', Contact: 'Ms Li', Email: address };
    newDeal(host, deal, facts, 'Needs analysis');
  }
  does(host, { edit: { tab: 'Tasks', range: 'A2:C2', values: [['Visit', 'Dam', 'Ann']] } });
  works(host);
  ask(host, 'undoMove', { entry: Number(filled(host, 'Ledger').at(-1)?.Seq) });
  types(host, 'Mill', { Owner: 'Bob' });
  return host;
}

const CONTACTS = [
  ['Dam', 'dam@example.cn'],
  ['Mill', 'mill@example.cn'],
  ['Weir', 'weir@example.cn'],
] as const;

/** A workbook in which another program has written, past every trigger. */
export function writtenByOthers(): Host {
  const host = aDesk();
  const writes = (range: string, cell: string) =>
    does(host, { apiWrite: { tab: 'Deals', range, values: [[cell]] } });
  writes(at(host, 'Stage', 2), 'Needs analysis');
  writes(at(host, 'Stage', 4), 'Closed won');
  writes(at(host, 'ID', 4), '');
  does(host, { apiWrite: { tab: 'Deals', range: 'A5:B5', values: [['Lock', 'Contoso']] } });
  return host;
}

/** A sheet with a table of the team's own, before anybody has set it up. */
export function aTable(): Host {
  const host = standIn();
  does(host, { rights: { user: ANN, may: 'edit' } });
  does(host, { renameTab: { tab: host.book.sheets[0]?.name ?? '', to: 'Deals' } });
  const values = [
    ['Customer', 'Deal', 'Colour', 'Stage', 'Amount'],
    ['Northwind', 'Mill', 'blue', 'Qualification', 1200],
    ['Contoso', 'Dam', 'red', 'Closed won', 900],
  ];
  does(host, { apiWrite: { tab: 'Deals', range: 'A1:E3', values } });
  return host;
}

/** Cells that can be repaired: an amount and a date in words, an owner with a slip, a stranger. */
export function aMess(): Host {
  const host = aDesk();
  types(host, 'Weir', { Amount: 'about 12k', 'Close date': '3/5/2026 or so', Owner: 'Bbo' });
  types(host, 'Dam', { Owner: 'Zoe Winter' });
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Stage', 4), values: [['Closed won']] } });
  return host;
}

/** Monday a week later at 9:00, and Google has fired no trigger meanwhile. */
export function reportDue(): Host {
  const host = aDesk();
  types(host, 'Dam', { 'Close date': '2026-02-03' });
  works(host);
  return onDay(host, '2026-02-09');
}

/** Lake was won and Fen was lost more than a year ago, and the worker has not archived them yet. */
export function archiveDue(): Host {
  const host = aDesk();
  sets(host, 'Payment plan', '');
  newDeal(host, 'Lake', { ...WINNABLE, Owner: 'Ann' }, 'Closed won');
  newDeal(host, 'Fen', { ...QUALIFIED, 'Lost reason': 'Price' }, 'Closed lost');
  const later = onDay(host, '2027-06-01');
  works(later);
  sets(later, 'Archive closed deals after days', '365');
  return later;
}
