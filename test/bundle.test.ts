import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { expect, test } from '@jest/globals';
import { DIST } from '../scripts/build';
import { CALLS } from '../src/rpc';
import { OWNER, returned, scripted, standIn } from './support/standIn';

const bundle = readFileSync(join(DIST, 'Code.js'), 'utf8');
const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8'));

/** What users, triggers, menus and pages may call. Adding a name here is adding to what the world can call. */
const ENTRY_POINTS = [
  'addPipeline',
  'addTask',
  'auditCriteria',
  'boardView',
  'changeDeals',
  'dealView',
  'dealsBehind',
  'describeWorkbook',
  'filterFunnel',
  'findDeals',
  'importDeals',
  'importTarget',
  'logActivity',
  'moveDeals',
  'onEdit',
  'onInstall',
  'onOpen',
  'openBoard',
  'openImport',
  'openSidebar',
  'openWelcome',
  'outlook',
  'previewTemplates',
  'refreshReports',
  'repairWorkbook',
  'replayPastDay',
  'retireStage',
  'saveFacts',
  'sendStallReport',
  'setUp',
  'showDeal',
  'sweep',
  'takeOver',
  'tickTask',
  'undoMove',
  'undoMoves',
  'welcome',
  'welcomeView',
  'whatIf',
  'work',
];

test('the script asks for five permissions and no more: a scope added later would stop every weekly mail', () => {
  const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
  expect(manifest.oauthScopes).toEqual([
    scope('spreadsheets.currentonly'),
    scope('script.container.ui'),
    scope('script.send_mail'),
    scope('script.scriptapp'),
    scope('userinfo.email'),
  ]);
  expect(manifest.runtimeVersion).toBe('V8');
});

/** The bundle as Apps Script loads it: without any of Google's services. */
function loaded(): { readonly Sluice: object } {
  const context = { console };
  vm.runInContext(bundle, vm.createContext(context));
  return context as unknown as { readonly Sluice: object };
}

test('main.ts exports the entry points, and each stands at the top level of the script', () => {
  expect(Object.keys(loaded().Sluice).sort()).toEqual(ENTRY_POINTS);
  for (const name of ENTRY_POINTS)
    expect([name, bundle.includes(`\nfunction ${name}(e)`)]).toEqual([name, true]);
});

test('every call of a page is an entry point', () => {
  for (const name of Object.keys(CALLS)) expect(ENTRY_POINTS).toContain(name);
});

test('every menu item runs an entry point', () => {
  const host = standIn();
  host.open(OWNER);
  const items = host.menus(OWNER).flatMap((menu) => menu.items);
  const run = items.filter(({ kind }) => kind === 'item').map(({ functionName }) => functionName);
  expect(run.length).toBeGreaterThan(0);
  for (const name of run) expect(ENTRY_POINTS).toContain(name);
});

test('the script only says that it may touch this one document', () => {
  expect(bundle.startsWith('/** @OnlyCurrentDoc */')).toBe(true);
});

test('nothing of Google is touched while the script loads, and no global that Google lacks', () => {
  expect(loaded).not.toThrow();
});

test.each<{ lacking: string; source: string; says: RegExp }>`
  lacking            | source                                                 | says
  ${'URL'}           | ${'function go() { new URL("https://example.com"); }'} | ${/URL is not defined/}
  ${'setTimeout'}    | ${'function go() { setTimeout(() => {}, 1); }'}        | ${/setTimeout is not defined/}
  ${'a class field'} | ${'class A { field = 1; } function go() { new A(); }'} | ${/ParseError/}
`('a script that uses $lacking fails on the stand-in', ({ source, says }) => {
  const run = () => returned(scripted(source).call(OWNER, 'go'));
  expect(run).toThrow(says);
});

test.each(['Sidebar', 'Board'])('%s.html fits the budget and survives HtmlService', (name) => {
  const page = readFileSync(join(DIST, `${name}.html`), 'utf8');
  expect(page.length).toBeLessThanOrEqual(120_000);
  // HtmlService strips what looks like a comment inside a template literal.
  expect(page.includes('`')).toBe(false);
  expect(/<script[^>]*\ssrc=|<link[^>]*\shref=|@import|url\(http/.test(page)).toBe(false);
  expect(page.split('<script>')[1]?.includes('<!--')).toBe(false);
});
