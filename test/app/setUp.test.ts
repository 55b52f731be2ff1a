import { expect, test } from '@jest/globals';
import { OWNER, returned, rowsOf, setUp, standIn } from '../support/standIn';
import { dealNamed, dealRows, does, everything, lifeOf, newDeal, QUALIFIED, types } from './desk';
import { sets } from './rules';

test.each(['en', 'zh'] as const)('set up twice (%s), nothing changes', (language) => {
  const host = setUp({ language });
  newDeal(host, 'Mill', { Customer: 'Northwind' });
  const before = everything(host);
  const triggers = host.triggers();
  const again = does(host, { menu: 'setUp' });
  expect(everything(host)).toEqual(before);
  expect(host.triggers()).toEqual(triggers);
  expect(again.toasts).toHaveLength(1);
});

test('a workbook with deals of the team’s own keeps every cell, and its rows become deals', () => {
  const host = standIn();
  does(host, { renameTab: { tab: host.book.sheets[0]?.name ?? '', to: 'Deals' } });
  const grid = [
    ['Customer', 'Deal', 'Colour', 'Stage', 'Amount'],
    ['Northwind', 'Mill', 'blue', 'Qualification', '1200'],
    ['Contoso', 'Dam', 'red', 'Closed won', '900'],
    ['Fabrikam', 'Pump', 'green', 'Thinking', ''],
  ];
  does(host, { apiWrite: { tab: 'Deals', range: 'A1:E4', values: grid } });
  const sheet = host.book.sheet('Deals')!;
  const rect = { row: 1, column: 1, rows: 4, columns: 3 };
  const before = sheet.values(rect);
  returned(host.call(OWNER, 'setUp', [JSON.stringify({ language: 'en', stages: 'general' })]));
  expect(sheet.values(rect)).toEqual(before);
  expect(dealRows(host)).toMatchObject([
    { Deal: 'Mill', Colour: 'blue', Stage: 'Qualification', Amount: 1200 },
    { Deal: 'Dam', Colour: 'red', Amount: 900 },
    { Deal: 'Pump', Colour: 'green' },
  ]);
  expect(dealRows(host).map(({ ID }) => typeof ID)).toEqual(['string', 'string', 'string']);
  expect(rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'created')).toHaveLength(3);
  types(host, 'Mill', { ...QUALIFIED, Stage: 'Needs analysis' });
  expect(lifeOf(host, 'Mill').at(-1)).toBe('moved: Qualification -> Needs analysis');
});

test('a set-up that was stopped is finished by the next one, with the choices of that time', () => {
  const whole = standIn({ locale: 'zh_CN' });
  const asked = { call: 'setUp', args: [JSON.stringify({ language: 'zh', stages: 'saas' })] };
  const { executions } = does(whole, asked);
  const calls = executions[0]?.callCount ?? 0;
  for (const share of [0.05, 0.3, 0.6, 0.8]) {
    const host = standIn({ locale: 'zh_CN' });
    host.gesture({ ...asked, stopAt: Math.floor(share * calls), keep: 'half' });
    does(host, { menu: 'setUp' });
    expect(everything(host)).toEqual(everything(whole));
    expect(host.book.protections.length).toBe(whole.book.protections.length);
    const sheet = host.names().tab('Deals');
    const { column } = host.names().column(sheet, 'Stage');
    expect(sheet.validations.reader(column)?.(2)).toBeDefined();
  }
});

test.each(['Deals', 'Stages', '商机'])(
  'a set-up that got no further than to call the only tab "%s" is finished by the next one, with every tab',
  (name) => {
    const host = standIn();
    does(host, { renameTab: { tab: host.book.sheets[0]?.name ?? '', to: name } });
    returned(host.call(OWNER, 'setUp', [JSON.stringify({ language: 'en', stages: 'general' })]));
    const whole = setUp();
    const others = (one: typeof host) => one.book.sheets.map((tab) => tab.name).filter(isOther);
    const isOther = (tab: string) => !['Deals', 'Stages', '商机'].includes(tab);
    expect(host.book.sheet(name)).not.toBeNull();
    expect(host.book.sheets).toHaveLength(whole.book.sheets.length);
    expect(others(host)).toEqual(others(whole));
    newDeal(host, 'Mill');
    expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  },
);

test('a tab that somebody deleted comes back with Set up; the deals stay', () => {
  const host = setUp();
  newDeal(host, 'Mill', QUALIFIED);
  does(host, { deleteTab: { tab: 'Stalled' } });
  does(host, { deleteTab: { tab: 'Outbox' } });
  does(host, { menu: 'setUp' });
  expect(host.names().find('Outbox')).not.toBeNull();
  expect(host.names().find('Stalled')).not.toBeNull();
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
});

test('settings that the tab has no row for come with Set up; the others stay as they were typed', () => {
  const host = setUp();
  sets(host, 'Report hour', 17);
  const rows = rowsOf(host, 'Settings').map(({ Setting }) => Setting);
  const at = rows.indexOf('Report time zone') + 2;
  does(host, { deleteRows: { tab: 'Settings', at, count: 1 } });
  does(host, { menu: 'setUp' });
  const now = rowsOf(host, 'Settings').filter(({ Setting }) => Setting !== '');
  expect(now.map(({ Setting }) => Setting).sort()).toEqual([...rows].filter(Boolean).sort());
  expect(now.at(-1)).toMatchObject({ Setting: 'Report time zone', Value: '' });
  expect(now.find(({ Setting }) => Setting === 'Report hour')?.Value).toBe(17);
});

test('before Set up every menu item and edit is harmless, and says what to do', () => {
  const host = standIn();
  const before = everything(host);
  does(host, { edit: { tab: host.book.sheets[0]?.name ?? '', range: 'C3', values: [['']] } });
  for (const item of ['sweep', 'refreshReports', 'sendStallReport']) {
    const { toasts } = does(host, { menu: item });
    expect(toasts.map(({ message }) => message).join()).toContain('Set up');
  }
  expect(everything(host)).toEqual(before);
});

test('whoever opens the workbook finds the menu, also where nothing may be touched yet', () => {
  const host = standIn();
  does(host, { open: { authMode: 'NONE' } });
  expect(host.menus(OWNER).length).toBeGreaterThan(0);
});

test('a tab of somebody’s own that is called like one of ours, in other capitals, is no obstacle to Set up', () => {
  const host = standIn();
  does(host, {
    edit: {
      tab: 'Sheet1',
      range: 'A1:B2',
      values: [
        ['Name', 'Email'],
        ['Ann', 'ann@example.com'],
      ],
    },
  });
  does(host, { renameTab: { tab: 'Sheet1', to: 'TEAM' } });
  does(host, { menu: 'setUp', answers: [{ text: '1' }] });
  expect(rowsOf(host, 'TEAM').find(({ Name }) => Name === 'Ann')).toMatchObject({
    Email: 'ann@example.com',
  });
  newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});

test.each(['What-if', 'what-if'])(
  'somebody’s own tab "%s" keeps every cell: ours gets another name',
  (name) => {
    const host = standIn();
    const own = [
      ['Idea', 'Value'],
      ['Sell the dam', '900'],
    ];
    does(host, { edit: { tab: 'Sheet1', range: 'A1:B2', values: own } });
    does(host, { renameTab: { tab: 'Sheet1', to: name } });
    does(host, { menu: 'setUp', answers: [{ text: '1' }] });
    newDeal(host, 'Mill', QUALIFIED);
    does(host, { menu: 'whatIf' });
    expect(everything(host)[name]).toEqual([
      ['Idea', 'Value'],
      ['Sell the dam', 900],
    ]);
    expect(everything(host)['What-if 2']?.length).toBe(2);
  },
);
