import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { DIST } from '../../scripts/build';
import { does, everything, idOf } from '../app/desk';
import { ACTIONS } from './actions';
import { call } from './kinds';
import { aDesk } from './starts';
import { tryAction } from './tryAction';

/** `npm run crash` tries them all: every call fails, stops and is interrupted in every way. */
const SAMPLE = 6;

test.each(ACTIONS)(
  '$what, broken at any call, loses nothing and doubles nothing',
  async (action) => {
    const { cases, failed } = await tryAction(action, SAMPLE);
    expect(failed).toEqual([]);
    expect(cases.fail + cases.stop + cases.between).toBe(SAMPLE);
  },
);

/** What only shows something, on a tab of its own at most, with what it is asked for. */
const SHOWING: Readonly<Record<string, (host: Host) => Gesture>> = {
  auditCriteria: () => ({ menu: 'auditCriteria' }),
  boardView: () => call('boardView', {}),
  dealView: (host) => call('dealView', { id: idOf(host, 'Mill') }),
  dealsBehind: () => call('dealsBehind', { figure: '' }),
  describeWorkbook: () => call('describeWorkbook', {}),
  findDeals: () => call('findDeals', { text: 'Mill' }),
  importTarget: () => call('importTarget', {}),
  onInstall: () => ({ menu: 'onInstall' }),
  onOpen: () => ({ open: {} }),
  openBoard: () => ({ menu: 'openBoard' }),
  openImport: () => ({ menu: 'openImport' }),
  openSidebar: () => ({ menu: 'openSidebar' }),
  openWelcome: () => ({ menu: 'openWelcome' }),
  outlook: () => call('outlook', {}),
  previewTemplates: () => ({ menu: 'previewTemplates' }),
  replayPastDay: () => ({ menu: 'replayPastDay', answers: [{ text: '2026-02-01' }] }),
  showDeal: (host) => call('showDeal', { id: idOf(host, 'Mill') }),
  welcomeView: () => call('welcomeView', {}),
  whatIf: () => ({ menu: 'whatIf' }),
};

/** The function that Google runs for it. */
function functionOf(gesture: Gesture): string {
  if ('edit' in gesture) return 'onEdit';
  if ('menu' in gesture) return gesture.menu;
  if ('call' in gesture) return gesture.call;
  return 'trigger' in gesture ? gesture.trigger : '';
}

test('whatever Google can call is broken by an action, or changes no tab that was there', () => {
  const broken = ACTIONS.map(({ before, gesture }) => functionOf(gesture(before())));
  const covered = [...new Set([...broken, ...Object.keys(SHOWING)])].sort();
  const bundle = readFileSync(join(DIST, 'Code.js'), 'utf8');
  const callable = [...bundle.matchAll(/^function (\w+)\(e\)/gm)].map(([, name]) => name);
  expect(covered).toEqual(callable.sort());
});

test.each(Object.keys(SHOWING))('%s changes no tab that was there', (name) => {
  const host = aDesk();
  const before = everything(host);
  does(host, SHOWING[name]?.(host) ?? { open: {} });
  expect(everything(host)).toMatchObject(before);
});
