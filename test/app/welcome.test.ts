import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask, OWNER, rowsOf, standIn } from '../support/standIn';
import { aPipeline, does, newDeal } from './desk';
import { filled } from './rules';

const ANN = { name: 'Ann', address: 'ann@example.com', role: 'rep' };
const ME = { name: 'Owner', address: OWNER, role: 'manager' };
const CHOSEN = {
  language: 'en',
  stages: 'saas',
  team: [ME, ANN],
  rhythm: 'fortnightly',
  day: 4,
  hour: 7,
  currency: 'EUR',
};

const setting = (host: Host, name: string) =>
  rowsOf(host, 'Settings').find(({ Setting }) => Setting === name)?.Value;

const menuOf = (host: Host) => {
  host.gesture({ open: {} });
  return host.menus(OWNER).flatMap(({ items }) => items.map(({ caption }) => caption));
};

test('in a new sheet the menu begins with the welcome; afterwards with what people do every day', () => {
  const host = standIn();
  expect(menuOf(host)[0]).toBe('Welcome: set up in three steps…');
  ask(host, 'welcome', CHOSEN);
  expect(menuOf(host).slice(0, 3)).toEqual([
    'Show the selected deal',
    'Open the board',
    'Import deals…',
  ]);
});

test('the menu item opens the welcome as a dialog', () => {
  const { dialogs } = does(standIn(), { menu: 'openWelcome' });
  expect(dialogs.map(({ file, title }) => [file, title])).toEqual([
    ['Welcome', 'Welcome to Sluice'],
  ]);
});

test('it shows each stage set with what a stage asks for, in both languages', () => {
  const view = ask(standIn(), 'welcomeView', {}) as Reply<'welcomeView'>;
  expect(view).toMatchObject({ isSetUp: false, me: { name: 'owner', address: OWNER } });
  expect(view.sets.map(({ name }) => name.en)).toEqual(['General B2B', 'Manufacturing', 'SaaS']);
  const [general] = view.sets;
  expect(general?.stages.en[0]).toMatchObject({ label: 'Qualification', kind: 'open' });
  expect(general?.stages.en[0]?.asks).toContain('Tick Need confirmed');
  expect(general?.stages.zh[0]).toMatchObject({ label: '线索资格审查' });
  expect(general?.stages.zh[0]?.asks).toContain('请勾选“需求已确认”');
});

test('three steps make a pipeline: its stages, its Team, its report and its currency', () => {
  const host = standIn();
  expect(ask(host, 'welcome', CHOSEN)).toMatchObject({ ok: true });
  expect(rowsOf(host, 'Stages')[0]?.Stage).toBe('Discovery and demo');
  expect(filled(host, 'Team').map(({ Name, Email, Role }) => [Name, Email, Role])).toEqual([
    ['Owner', OWNER, 'Manager'],
    ['Ann', 'ann@example.com', 'Rep'],
  ]);
  expect(filled(host, 'Team').map((row) => row['May override'])).toEqual([true, false]);
  expect(
    ['Report rhythm', 'Report day', 'Report hour', 'Currency'].map((name) => setting(host, name)),
  ).toEqual(['Every two weeks', 'Thursday', 7, 'EUR']);
  const report = host.triggers().filter(({ functionName }) => functionName === 'sendStallReport');
  expect(report).toHaveLength(1);
  newDeal(host, 'Mill');
  expect(rowsOf(host, 'Deals')[0]?.Stage).toBe('Discovery and demo');
});

test('the same in Chinese', () => {
  const host = standIn();
  ask(host, 'welcome', { ...CHOSEN, language: 'zh', currency: 'CNY', stages: 'manufacturing' });
  expect(rowsOf(host, 'Stages')[0]?.Stage).toBe('初步方案与报价');
  expect(setting(host, '报告频率') ?? setting(host, 'Report rhythm')).toBeDefined();
});

test('a workbook that has a pipeline already stays as it is', () => {
  const host = aPipeline();
  const before = rowsOf(host, 'Team');
  expect(ask(host, 'welcomeView', {})).toMatchObject({ isSetUp: true });
  expect(ask(host, 'welcome', CHOSEN)).toMatchObject({ ok: false, code: 'thereAlready' });
  expect(rowsOf(host, 'Team')).toEqual(before);
});

test.each<{ what: string; part: object }>`
  what                      | part
  ${'no such stage set'}    | ${{ stages: 'retail' }}
  ${'an eighth day'}        | ${{ day: 8 }}
  ${'hour 24'}              | ${{ hour: 24 }}
  ${'half an hour'}         | ${{ hour: 7.5 }}
  ${'a currency of digits'} | ${{ currency: '123' }}
  ${'a role of its own'}    | ${{ team: [{ ...ANN, role: 'owner' }] }}
`('$what: nothing is set up', ({ part }) => {
  const host = standIn();
  expect(ask(host, 'welcome', { ...CHOSEN, ...part })).toMatchObject({ code: 'badRequest' });
  expect(host.book.sheets).toHaveLength(1);
});

test('names that look like formulas stay names', () => {
  const host = standIn();
  ask(host, 'welcome', { ...CHOSEN, team: [ME, { ...ANN, name: '=1+1' }] });
  expect(filled(host, 'Team')[1]?.Name).toBe('=1+1');
});

test('a welcome that Google stopped is offered again, and the next one finishes it as it is filled in', () => {
  const host = standIn();
  const request = JSON.stringify(CHOSEN);
  const calls = standIn().call(OWNER, 'welcome', [request]).callCount;
  host.call(OWNER, 'welcome', [request], { stopAt: calls - 300, keep: 'all' });
  expect(rowsOf(host, 'Team').map(({ Name }) => Name)).not.toContain('Ann');
  expect(menuOf(host)[0]).toBe('Welcome: set up in three steps…');
  expect(ask(host, 'welcomeView', {})).toMatchObject({ isSetUp: false });
  expect(ask(host, 'welcome', CHOSEN)).toMatchObject({ ok: true });
  expect(rowsOf(host, 'Team').map(({ Name }) => Name)).toEqual(['Owner', 'Ann']);
  expect(setting(host, 'Currency')).toBe('EUR');
  expect(menuOf(host)[0]).toBe('Show the selected deal');
  expect(ask(host, 'welcome', CHOSEN)).toMatchObject({ ok: false, code: 'thereAlready' });
});
