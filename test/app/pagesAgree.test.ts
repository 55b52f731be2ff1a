import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { loadImporting } from '../../scripts/loadImporting';
import type { DealView, Reply } from '../../src/rpc';
import { ask, rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  dealNamed,
  does,
  idOf,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  sweeps,
  types,
  WINNABLE,
} from './desk';
import { fillsIn, sets, works } from './rules';

type Shown = Readonly<Record<'days' | 'stalled', unknown>>;

/** What the board and the sidebar show of a deal. */
function shown(host: Host, deal: string): { readonly board: Shown; readonly sidebar: Shown } {
  const id = idOf(host, deal);
  const { cards } = ask(host, 'boardView', {}) as Reply<'boardView'>;
  const views = [
    cards.find((card) => card.id === id),
    (ask(host, 'dealView', { id }) as { deal: DealView }).deal,
  ];
  const [board, sidebar] = views.map((view) => ({
    days: view?.daysInStage,
    stalled: view?.stalled,
  }));
  if (board === undefined || sidebar === undefined) throw new Error(`${deal} is not shown.`);
  return { board, sidebar };
}

/** Deals that the Stalled tab lists, after a refresh. */
function stalledOn(host: Host): readonly unknown[] {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Stalled', 'deals').map(({ deal }) => deal);
}

/** Imports a file as the dialog does. */
function bringsIn(host: Host, headers: string[], rows: string[][]): void {
  const { planImport, sentSlices } = loadImporting();
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const { today: asOf, language, currency } = target;
  const deals = { name: 'deals.csv', headers, rows, lines: rows.map((_, i) => i + 2) };
  const files = { deals, history: null, prices: null, map: {}, stages: 'keep', asOf } as const;
  const { plan } = planImport(files, target);
  const sliced = { plan, deals, history: null, asOf, language, currency, size: 9 };
  for (const { setUp, deals: sent } of sentSlices(sliced)) {
    ask(host, 'importDeals', { setUp, deals: sent, gates: 'trust' });
  }
}

/** Mill in Qualification since Monday, 2 February, which may last three days. */
function aMill(): Host {
  const host = aPipeline();
  does(host, { edit: { tab: 'Stages', range: 'E2', values: [['3']] } });
  newDeal(host, 'Mill', {}, 'Qualification');
  return host;
}

test('where only working days count, every place counts from Monday over the weekend to Sunday as four days', () => {
  const host = aMill();
  sets(host, 'Count working days only', 'Yes');
  host.advance({ days: 6 });
  works(host);
  expect(dealNamed(host, 'Mill')['Days in stage']).toBe(4);
  const card = { days: 4, stalled: true };
  expect(shown(host, 'Mill')).toEqual({ board: card, sidebar: card });
  expect(blockOf(host, 'Stalled', 'deals')).toMatchObject([{ deal: idOf(host, 'Mill'), days: 4 }]);
});

test('within ten minutes of the setting, Deals counts Monday to Friday', () => {
  const host = aMill();
  host.advance({ days: 6 });
  works(host);
  expect(dealNamed(host, 'Mill')['Days in stage']).toBe(6);
  sets(host, 'Count working days only', 'Yes');
  works(host);
  expect(dealNamed(host, 'Mill')['Days in stage']).toBe(4);
});

test('a deal within its limit by working days is not stalled on the board either', () => {
  const host = aMill();
  host.advance({ days: 2 });
  newDeal(host, 'Dam', {}, 'Qualification');
  sets(host, 'Count working days only', 'Yes');
  host.advance({ days: 5 });
  const dam = { days: 3, stalled: false };
  expect(stalledOn(host)).toEqual([idOf(host, 'Mill')]);
  expect(shown(host, 'Dam')).toEqual({ board: dam, sidebar: dam });
});

const TWICE = ['2026-02-10', '2026-02-12', '2026-02-20'];
const THRICE = ['2026-02-10', '2026-02-12', '2026-02-14', '2026-02-20'];

test.each<{ what: string; days: readonly string[]; stalled: boolean }>`
  what                | days      | stalled
  ${'Next step date'} | ${TWICE}  | ${false}
  ${'Next step date'} | ${THRICE} | ${true}
  ${'Plan due'}       | ${TWICE}  | ${false}
  ${'Plan due'}       | ${THRICE} | ${true}
`('with $what at $days Mill is stalled: $stalled, on the tab and on the pages alike', (row) => {
  const host = aMill();
  for (const day of row.days) {
    types(host, 'Mill', { [row.what]: day });
    sweeps(host);
  }
  host.advance({ days: 7 });
  expect(stalledOn(host)).toEqual(row.stalled ? [idOf(host, 'Mill')] : []);
  const mill = { days: 7, stalled: row.stalled };
  expect(shown(host, 'Mill')).toEqual({ board: mill, sidebar: mill });
});

test('in the next stage a plan may be put off anew, and one that is cleared for a while is the same one', () => {
  const host = aMill();
  does(host, { edit: { tab: 'Stages', range: 'E3', values: [['3']] } });
  const plans = (days: readonly string[]) => {
    for (const day of days) {
      types(host, 'Mill', { 'Plan due': day });
      sweeps(host);
    }
  };
  plans(THRICE);
  types(host, 'Mill', { ...QUALIFIED, Stage: 'Needs analysis' });
  plans(['2026-02-22', '', '2026-02-24']);
  host.advance({ days: 7 });
  expect(stalledOn(host)).toEqual([]);
  plans(['', '2026-02-26']);
  expect(stalledOn(host)).toEqual([idOf(host, 'Mill')]);
});

test('after a refresh the board weighs each deal as the Forecast tab does', () => {
  const host = aPipeline();
  for (let i = 1; i <= 12; i++) newDeal(host, `Won ${i}`, WINNABLE, 'Qualification');
  newDeal(
    host,
    'Mill',
    { ...QUALIFIED, Amount: 10_000, 'Close date': '2026-05-31' },
    'Qualification',
  );
  host.advance({ days: 9 });
  for (let i = 1; i <= 12; i++) types(host, `Won ${i}`, { Stage: 'Closed won' });
  does(host, { menu: 'refreshReports' });
  const may = blockOf(host, 'Forecast', 'months').find(({ month }) => month === '2026-05');
  const chance = Number(may?.weighted) / 10_000;
  const { cards } = ask(host, 'boardView', {}) as Reply<'boardView'>;
  const mill = cards.find(({ name }) => name === 'Mill');
  expect(mill?.chance).toBeCloseTo(chance, 3);
  // Twelve wins of twelve: well above the 10 % that the stage set gives its first stage.
  expect(chance).toBeGreaterThan(0.2);
});

test('before the first refresh the board weighs by the chances of the Stages tab, by a deal’s own always, and not at all where it is omitted', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { Amount: 10_000 }, 'Qualification');
  newDeal(host, 'Dam', { Amount: 10_000, 'Win chance': 0.7 }, 'Qualification');
  newDeal(host, 'Lake', { Amount: 10_000, Category: 'Omitted' }, 'Qualification');
  const chances = () => {
    const { cards } = ask(host, 'boardView', {}) as Reply<'boardView'>;
    return cards.map(({ chance }) => chance);
  };
  expect(chances()).toEqual([0.1, 0.7, 0]);
  does(host, { menu: 'refreshReports' });
  expect(chances()[1]).toBe(0.7);
});

test('since when an imported deal is in its stage, when its file does not say, nobody knows anywhere', () => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Stages', range: 'E3', values: [['3']] } });
  bringsIn(host, ['Deal', 'Stage', 'Created'], [['Mill', 'Needs analysis', '2025-08-01']]);
  const unknown = { days: null, stalled: false };
  const check = () => {
    expect(dealNamed(host, 'Mill')['Days in stage']).toBe('');
    expect(shown(host, 'Mill')).toEqual({ board: unknown, sidebar: unknown });
  };
  check();
  types(host, 'Mill', { Amount: 5 });
  check();
  works(host);
  check();
  expect(stalledOn(host)).toEqual([]);
  types(host, 'Mill', { ...PROPOSABLE, Stage: 'Proposal' });
  expect(dealNamed(host, 'Mill')['Days in stage']).toBe(0);
  expect(shown(host, 'Mill').board).toEqual({ days: 0, stalled: false });
});

test('an owner is one on the board, by the name on the Team tab, however people typed it', () => {
  const host = aPipeline();
  fillsIn(host, 'Team', 3, [['Ann', 'ann@example.com', 'Rep']]);
  for (const owner of ['Ann', ' ann', 'ANN@example.com', 'Ann <ann@example.com>', 'Zoe']) {
    newDeal(host, `Deal of ${owner}`, { Owner: owner });
  }
  const { cards } = ask(host, 'boardView', {}) as Reply<'boardView'>;
  expect(cards.map(({ owner }) => owner)).toEqual(['Ann', 'Ann', 'Ann', 'Ann', 'Zoe']);
  does(host, { menu: 'refreshReports' });
  const groups = blockOf(host, 'Funnel', 'groups').filter(({ by }) => by === 'Owner');
  expect(groups.map(({ group, deals }) => [group, deals])).toEqual([
    ['Ann', 4],
    ['Zoe', 1],
  ]);
});

/** Mill, in Needs analysis by its file, which does not say since when. */
function anUndatedMill(): Host {
  const host = aPipeline();
  does(host, { edit: { tab: 'Stages', range: 'E3', values: [['3']] } });
  bringsIn(host, ['Deal', 'Stage', 'Created'], [['Mill', 'Needs analysis', '2025-08-01']]);
  types(host, 'Mill', PROPOSABLE);
  return host;
}

test('a move from a page makes the day known at once, and taking it back makes it unknown again', () => {
  const host = anUndatedMill();
  const move = { ids: [idOf(host, 'Mill')], to: 'proposal', from: 'board' };
  const moved = ask(host, 'moveDeals', move) as Reply<'moveDeals'>;
  expect([moved.deal?.daysInStage, moved.cards?.map((card) => card.daysInStage)]).toEqual([0, [0]]);
  const [last] = rowsOf(host, 'Ledger').slice(-1);
  const undone = ask(host, 'undoMove', { entry: Number(last?.Seq) }) as Reply<'undoMove'>;
  expect(undone.deal?.daysInStage).toBe(null);
  expect(dealNamed(host, 'Mill')['Days in stage']).toBe('');
  sweeps(host);
  expect(dealNamed(host, 'Mill')['Days in stage']).toBe('');
});

test('a deal that comes back from nurture on the board has been in its stage for no day', () => {
  const host = aMill();
  types(host, 'Mill', { 'Revisit on': '2026-06-01', Stage: 'Nurture' });
  const move = { ids: [idOf(host, 'Mill')], to: 'qualification', from: 'board' };
  const moved = ask(host, 'moveDeals', move) as Reply<'moveDeals'>;
  expect(moved.cards?.map((card) => card.daysInStage)).toEqual([0]);
});

test('what nobody knew stays unknown when the deal’s entries were deleted, and a second check changes nothing', () => {
  const host = anUndatedMill();
  does(host, { deleteRows: { tab: 'Ledger', at: 2, count: rowsOf(host, 'Ledger').length } });
  sweeps(host);
  const after = dealNamed(host, 'Mill');
  sweeps(host);
  expect(dealNamed(host, 'Mill')).toEqual(after);
  expect(after['Days in stage']).toBe('');
});

test('a cleared cell of Days in stage hides nothing from the board', () => {
  const host = aMill();
  host.advance({ days: 7 });
  does(host, { menu: 'refreshReports' });
  does(host, { edit: { tab: 'Deals', range: at(host, 'Days in stage', 2), values: [['']] } });
  types(host, 'Mill', { Amount: 5 });
  expect(shown(host, 'Mill').board).toEqual({ days: 7, stalled: true });
});

test('a plan that was put off too often covers the deal no more when a move is taken back', () => {
  const host = aMill();
  for (const day of THRICE) {
    types(host, 'Mill', { 'Plan due': day });
    sweeps(host);
  }
  host.advance({ days: 7 });
  types(host, 'Mill', { ...QUALIFIED, Stage: 'Needs analysis' });
  const [last] = rowsOf(host, 'Ledger').slice(-1);
  ask(host, 'undoMove', { entry: Number(last?.Seq) });
  expect(stalledOn(host)).toEqual([idOf(host, 'Mill')]);
  expect(shown(host, 'Mill').board).toEqual({ days: 7, stalled: true });
});
