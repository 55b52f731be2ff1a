import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HostOptions } from '../../../preview/google/host';
import { type Preview, startPreview } from '../../../preview/server';
import { hoursToMonday } from '../../../preview/serving/actions';
import type { ActionReply, WorkbookView } from '../../../preview/serving/api';

const SCRIPT = `
function onOpen() { SpreadsheetApp.getUi().createMenu('Tools').addItem('Ask me', 'ask').addToUi(); }
function ask() {
  var ui = SpreadsheetApp.getUi();
  var name = ui.prompt('Who?', 'Your name', ui.ButtonSet.OK_CANCEL).getResponseText();
  SpreadsheetApp.getActiveSheet().appendRow([name]);
}
function show() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>hello</p>').setTitle('Side'));
}
function row() { return SpreadsheetApp.getActiveRange().getRow(); }
`;
const OWNER = 'owner@example.com';
const HOST: HostOptions = { source: SCRIPT, now: '2026-03-02T09:00', owner: OWNER, name: 'Test' };

const folder = mkdtempSync(join(tmpdir(), 'sluice-preview-'));
let preview: Preview;
let token: string;

function begin(host: HostOptions = HOST): Promise<Preview> {
  return startPreview({
    port: 0,
    file: join(folder, 'workbook.json'),
    host,
    fill: async (made) => made.setRights('ann@example.com', 'edit'),
  });
}

beforeAll(async () => {
  preview = await begin();
  await preview.ready;
  const page = await (await fetch(preview.url)).text();
  token = /data-token="([a-f0-9]+)"/.exec(page)?.[1] ?? '';
});

afterAll(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

function post(name: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${preview.url}api/${name}`, {
    method: 'POST',
    headers: { 'x-preview-token': token, ...headers },
    body: JSON.stringify(body),
  });
}

async function act(name: string, body: object): Promise<ActionReply> {
  return (await post(name, { as: OWNER, ...body })).json() as Promise<ActionReply>;
}

test.each<{ what: string; headers: Record<string, string>; status: number }>`
  what                                     | headers                              | status
  ${'a page that does not know the token'} | ${{ 'x-preview-token': 'guessed' }}  | ${401}
  ${'another site'}                        | ${{ origin: 'http://evil.example' }} | ${401}
`('$what is turned away', async ({ headers, status }) => {
  expect((await post('workbook', { as: OWNER }, headers)).status).toBe(status);
});

test.each<{ body: unknown }>`
  body
  ${{}}
  ${{ as: 5 }}
  ${{ as: OWNER, sheetId: -1, from: 1, count: 10 }}
  ${{ as: OWNER, sheetId: 0, from: 1, count: 1e9 }}
  ${'not even an object'}
`('a request that makes no sense is refused: $body', async ({ body }) => {
  expect((await post('rows', body)).status).toBe(400);
});

test('a call that does not exist is refused', async () => {
  expect((await post('toString', { as: OWNER })).status).toBe(404);
});

test('someone without access sees nothing', async () => {
  preview.bench.host.setRights('zoe@example.com', 'none');
  const reply = await post('workbook', { as: 'zoe@example.com' });
  expect(reply.status).toBe(403);
  expect(await reply.text()).toContain('zoe@example.com has no access');
});

test('opening the workbook brings the menus of its script', async () => {
  await act('open', {});
  const view = (await (await post('workbook', { as: OWNER })).json()) as WorkbookView;
  expect(view.menus).toEqual([
    { label: 'Tools', items: [{ label: 'Ask me', run: 'ask', items: [] }] },
  ]);
});

test('a prompt waits for its answer, and nothing has happened until it comes', async () => {
  const sheet = () => preview.bench.host.book.sheets[0];
  const asked = await act('menu', { run: 'ask' });
  expect(asked.question).toMatchObject({ kind: 'prompt', title: 'Who?', message: 'Your name' });
  expect(sheet()?.lastRow).toBe(0);

  const answers = [{ button: 'OK', text: 'Ann' }];
  expect((await act('menu', { run: 'ask', answers })).question).toBeNull();
  expect(sheet()?.value(1, 1)).toBe('Ann');
});

test('the script sees the row that this person has selected', async () => {
  const selection = { sheetId: 0, range: 'B7:C9' };
  expect((await act('call', { name: 'row', args: [], selection })).value).toBe(7);
});

test('a sidebar is a frame of its own that may load nothing from outside', async () => {
  const { dialogs } = await act('menu', { run: 'show' });
  expect(dialogs).toMatchObject([{ kind: 'sidebar', title: 'Side' }]);
  const frame = await fetch(`${preview.url}frame/${dialogs[0]?.id}`);
  expect(frame.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await frame.text();
  expect(html.indexOf('google')).toBeLessThan(html.indexOf('<p>hello</p>'));
  expect((await fetch(`${preview.url}frame/guessed`)).status).toBe(404);
});

test('a workbook is found again as it was left, and its clock does not go back', async () => {
  await act('gesture', {
    gesture: { edit: { tab: 'Sheet1', range: 'C3', values: [['kept']] } },
  });
  await act('advance', { by: 'week' });
  preview.bench.save();
  const again = await begin();
  await again.ready;
  expect(again.bench.host.book.sheets[0]?.value(3, 3)).toBe('kept');
  expect(again.bench.host.now().slice(0, 10)).toBe('2026-03-09');
  await again.close();
});

test('a workbook in another language is not gone on with', async () => {
  preview.bench.save();
  const chinese = await begin({ ...HOST, locale: 'zh_CN' });
  await chinese.ready;
  expect(chinese.bench.host.book.sheets[0]?.value(3, 3)).toBe('');
  await chinese.close();
});

test.each<{ now: string; hours: number }>`
  now                      | hours
  ${'2026-03-02T09:00:00'} | ${168}
  ${'2026-03-02T08:00:00'} | ${1}
  ${'2026-03-06T09:00:00'} | ${72}
  ${'2026-03-08T21:30:00'} | ${11.5}
`('from $now it is $hours hours to the next Monday, 09:00', ({ now, hours }) => {
  expect(hoursToMonday(now)).toBe(hours);
});
