/** What docs/security.md says of the whole product; what it says of single paths is tested beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Host } from '../preview/google/host';
import { DIST, ROOT } from '../scripts/build';
import {
  aPipeline,
  does,
  everything,
  idOf,
  lifeOf,
  newDeal,
  QUALIFIED,
  saved,
  types,
} from './app/desk';
import { aTeam, filled, sets, works } from './app/rules';
import { ask, OWNER, rowsOf } from './support/standIn';

const PAGES = readdirSync(DIST).filter((name) => name.endsWith('.html'));
const built = (name: string): string =>
  // Licences and comments name addresses; nobody calls them.
  readFileSync(join(DIST, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Google's services that an Apps Script can name without further permission or with another one. */
const OTHER_SERVICES =
  /\b(?:UrlFetchApp|GmailApp|DriveApp|DocumentApp|FormApp|SlidesApp|CalendarApp|ContactsApp|Jdbc|ContentService|XmlService|LanguageApp|Maps|BigQuery|SitesApp|GroupsApp|AdminDirectory)\b/;

test('the script names no service that reaches outside of its spreadsheet and the mail', () => {
  expect(OTHER_SERVICES.exec(built('Code.js'))).toBeNull();
  expect(/\bopenById\b|\bopenByUrl\b|\bdoGet\b|\bdoPost\b/.exec(built('Code.js'))).toBeNull();
});

test('the manifest opens no web address, no library and no service', () => {
  const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8'));
  expect(Object.keys(manifest).sort()).toEqual([
    'dependencies',
    'exceptionLogging',
    'oauthScopes',
    'runtimeVersion',
    'timeZone',
  ]);
  expect(manifest.dependencies).toEqual({});
});

test.each([...PAGES, 'Code.js', 'importing.cjs'])('%s calls nobody but the script', (name) => {
  const text = built(name);
  expect(
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection|\bimport\(/.exec(
      text,
    ),
  ).toBeNull();
  const addresses = text.match(/https?:\/\/[^"'\s)\\]+/g) ?? [];
  // Names of XML languages, which nobody fetches.
  expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
});

test.each([...PAGES, 'Code.js'])('%s makes no code and no page of texts', (name) => {
  expect(
    /\beval\(|new Function|document\.write|insertAdjacentHTML|createContextualFragment/.exec(
      built(name),
    ),
  ).toBeNull();
});

test('no page and no mail is told to take text for HTML', () => {
  const folders = ['sidebar', 'src/mail', 'src/app', 'src/google'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.filter((file) =>
    /dangerouslySetInnerHTML|innerHTML|createTemplate|outerHTML/.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});

test('what ships is pinned to the byte: exact versions, and the lock file has a digest of each package', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  const all = Object.values({ ...dependencies, ...devDependencies });
  expect(all.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  const { packages } = read('package-lock.json') as {
    packages: Record<string, { integrity?: string; dev?: boolean; link?: boolean }>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const unpinned = entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''));
  expect(unpinned.map(([path]) => path)).toEqual([]);
  const shipped = entries
    .filter(([, { dev }]) => dev !== true)
    .map(([path]) => path.replace('node_modules/', ''));
  expect(shipped.sort()).toEqual(Object.keys(dependencies).sort());
});

test.each([
  'openPipeline',
  'Sluice',
  'eval',
  'constructor',
  '__defineGetter__',
  'record',
  'work_',
  '',
])('a page that calls "%s" finds no such function', (name) => {
  const run = aPipeline().call(OWNER, name, ['{}']);
  expect(run.error?.message).toBe(`Script function not found: ${name}`);
});

/** Asks, and then looks in the same execution whether every object has got something new. */
const PROBE = `
function probe(text) {
  const asked = JSON.parse(text);
  const reply = Sluice[asked.call](asked.request);
  return JSON.stringify({ reply: JSON.parse(reply), mayOverride: {}.mayOverride, facts: {}.facts, list: [].polluted });
}`;

const POLLUTED =
  '{"__proto__":{"mayOverride":true,"facts":{},"polluted":1},"constructor":{"prototype":{"polluted":1}}';

test.each([
  'saveFacts',
  'moveDeals',
  'importDeals',
  'changeDeals',
  'dealView',
  'findDeals',
  'logActivity',
])('%s lets no request change what other objects have', (call) => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const id = idOf(host, 'Mill');
  const source = readFileSync(join(DIST, 'Code.js'), 'utf8') + PROBE;
  const probed = Host.load(JSON.parse(saved(host)), { source });
  const request = `${POLLUTED},"id":"${id}","ids":["${id}"],"to":"needs-analysis","text":"m","kind":"Call","facts":${POLLUTED}},"versions":${POLLUTED}},"deals":[{"id":"${id}","cells":${POLLUTED}}}],"setUp":{"stages":[],"replacesStages":false,"own":[]},"gates":"trust"}`;
  const run = probed.call(OWNER, 'probe', [JSON.stringify({ call, request })]);
  expect(run.error).toBeUndefined();
  const seen = JSON.parse(String(run.value));
  expect(Object.keys(seen)).toEqual(['reply']);
});

test('nobody overrides a gate by saying so: not in facts, not by another path, not as somebody else', () => {
  const host = aPipeline();
  aTeam(host);
  does(host, { rights: { user: 'ann@example.com', may: 'edit' } });
  newDeal(host, 'Mill');
  const id = idOf(host, 'Mill');
  const asAnn = (call: string, request: object) => ask(host, call, request, 'ann@example.com');
  const move = { ids: [id], to: 'won', override: true, reason: 'Because' };
  expect(asAnn('moveDeals', move)).toMatchObject({ ok: false, code: 'mayNotOverride' });
  expect(asAnn('moveDeals', { ...move, facts: { 'May override': true } })).toMatchObject({
    ok: false,
  });
  expect(asAnn('moveDeals', { ...move, as: OWNER, by: OWNER })).toMatchObject({ ok: false });
  for (const field of ['Stage', 'Accepted stage', 'Version', 'Memo', 'stage', 'memo']) {
    expect(asAnn('saveFacts', { id, facts: { [field]: 'Closed won' } })).toMatchObject({
      ok: false,
    });
  }
  asAnn('changeDeals', { deals: [{ id, cells: { stage: 'Closed won' } }] });
  types(host, 'Mill', { Stage: 'Closed won' }, 'ann@example.com');
  expect(lifeOf(host, 'Mill').filter((line) => !line.startsWith('held'))).toEqual([
    'created: Qualification',
  ]);
});

test('who may only look changes nothing, whatever they call', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const id = idOf(host, 'Mill');
  does(host, { rights: { user: 'eve@example.com', may: 'view' } });
  const before = everything(host);
  for (const [call, request] of [
    ['moveDeals', { ids: [id], to: 'needs-analysis' }],
    ['saveFacts', { id, facts: { Customer: 'Eve' } }],
    ['logActivity', { id, kind: 'Call' }],
    ['changeDeals', { deals: [{ id, cells: { customer: 'Eve' } }] }],
  ] as const) {
    expect(ask(host, call, request, 'eve@example.com')).toMatchObject({ ok: false });
  }
  expect(everything(host)).toEqual(before);
});

test('a mail that somebody writes into the Outbox by hand goes to no stranger', () => {
  const host = aPipeline();
  const sheet = host.names().tab('Outbox');
  const headers = host.names().englishHeaders(sheet);
  const cells: Readonly<Record<string, string>> = {
    Key: 'x',
    State: 'Waiting',
    To: 'thief@elsewhere.example',
    Subject: 'All deals',
    Text: 'x',
  };
  const row = headers.map((header) => cells[header] ?? '');
  does(host, { apiWrite: { tab: 'Outbox', range: 'A2', values: [row] } });
  works(host);
  expect(host.mails).toEqual([]);
  expect(filled(host, 'Outbox')[0]?.State).toBe('Failed');
});

test('the ledger tells who may override since when, and where mail may go', () => {
  const host = aPipeline();
  aTeam(host);
  works(host);
  const reasons = () =>
    rowsOf(host, 'Ledger')
      .filter(({ Kind }) => Kind === 'configured')
      .map(({ Reason }) => Reason);
  expect(reasons()).toEqual([]);
  does(host, { edit: { tab: 'Team', range: 'F3', values: [['TRUE']] } });
  sets(host, 'Also mail to', 'client.example');
  works(host);
  expect(reasons()).toEqual([
    'ann@example.com may override gates now; mail may go to client.example now',
  ]);
  does(host, { edit: { tab: 'Team', range: 'F3', values: [['FALSE']] } });
  works(host);
  works(host);
  expect(reasons().slice(1)).toEqual(['ann@example.com may no longer override gates']);
});
