import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { held, openPreview, type PreviewPage } from './previewPage';

/** The import dialog: real Chromium, the preview's page, the built bundle at the other end. */

jest.setTimeout(60_000);

const FACTS = { 'Ideal customer fit': 'TRUE', 'Need confirmed': 'TRUE' };
const DEALS = [
  { ID: 'D1', Deal: 'Ash', Stage: 'Qualification', Customer: 'Ash', Amount: '10000', ...FACTS },
  { ID: 'D2', Deal: 'Beech', Stage: 'Qualification', Customer: 'Beech', Amount: '500' },
];

let browser: Browser;
let open: PreviewPage;
let dialog: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(browser, DEALS);
  dialog = await dialogIn(open.page);
}, 120_000);

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

afterEach(async () => {
  await open.page.locator('dialog').getByRole('button', { name: 'Close' }).first().click();
  dialog = await dialogIn(open.page);
});

async function dialogIn(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Pipeline' }).click();
  await page.getByRole('menuitem', { name: 'Import deals…' }).click();
  const frame = page.frameLocator('iframe').last();
  await frame.getByLabel('Deals (CSV)').waitFor();
  return frame;
}

async function choose(bytes: string | Buffer, name = 'deals.csv'): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes as string) };
  await dialog.getByLabel('Deals (CSV)').setInputFiles(file);
}

/** The preview of the first deals, row by row. */
async function preview(): Promise<string[][]> {
  await dialog.locator('.preview').waitFor();
  const rows = await dialog.locator('.preview tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
}

/** 客户;阶段;金额 / 宏图科技;赢单;12万 as GBK writes it. */
const GBK = Buffer.from(
  'bfcdbba73bbdd7b6ce3bbdf0b6ee0abaeacdbcbfc6bcbc3bd3aeb5a53b3132cdf20a',
  'hex',
);

test.each<{ what: string; bytes: string | Buffer; first: readonly string[] }>`
  what                                    | bytes                                                                    | first
  ${'UTF-8 with a mark, semicolons'}      | ${'\ufeffDeal;Stage;Amount\nCafé;Demo;1.234,50\nB;Demo;2,25\n'}          | ${['Café', '1,234.5 USD', 'Demo']}
  ${'UTF-16, tabs'}                       | ${Buffer.from('\ufeffDeal\tStage\tAmount\nCafé\tDemo\t12\n', 'utf16le')} | ${['Café', '12 USD', 'Demo']}
  ${'Latin-1'}                            | ${Buffer.from('Deal,Stage,Amount\nCafé,Demo,12\n', 'latin1')}            | ${['Café', '12 USD', 'Demo']}
  ${'a line break and a comma in quotes'} | ${'Deal,Stage,Amount\r\n"Caf\u00e9,\r\nsecond floor",Demo,"1,200"\r\n'}  | ${['Café, second floor', '1,200 USD', 'Demo']}
  ${'GBK in Chinese'}                     | ${GBK}                                                                   | ${['宏图科技', '120,000 USD', 'Closed won']}
`('a file in $what reads as it is meant', async ({ bytes, first }) => {
  await choose(bytes);
  const [row = []] = await preview();
  expect([row[0]?.replace(/\s+/g, ' '), row[3], row[5]]).toEqual(first);
});

test('what was guessed of a column and of a stage can be corrected', async () => {
  await choose('Deal,Stage,Who\nCedar,Cold,Ann\n');
  expect((await preview())[0]?.slice(0, 3)).toEqual(['Cedar', '', '']);
  await dialog.getByLabel('Who becomes').selectOption({ label: 'Owner' });
  await dialog.getByLabel('Cold becomes').selectOption({ label: 'Qualification' });
  const [row = []] = await preview();
  expect([row[2], row[5]]).toEqual(['Ann', 'Qualification']);
});

test('a file that cannot be read says so in one sentence', async () => {
  await choose(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'deals.xlsx');
  await dialog.getByText('deals.xlsx is an Excel workbook').waitFor();
  expect(await dialog.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
});

test('rows that cannot be read are shown with the reason and can be kept as a file', async () => {
  const good = 'Cedar,Demo,2026-01-05\n'.repeat(3);
  await choose(`Deal,Stage,Created\n${good}Elm,Demo,someday\n=1+1,Demo,never\n`);
  await dialog.getByText('2 rows cannot be read').waitFor();
  const download = open.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the list as CSV' }).click();
  const path = await (await download).path();
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines[0]).toBe('\ufefffile,line,column,reason,row');
  expect(lines[1]).toMatch(/^deals\.csv,5,Created,.*someday.*,"Elm,Demo,someday"$/);
  expect(lines[2]).toMatch(/"'=1\+1,Demo,never"$/);
});

test('with the keyboard alone a file comes in, and what differs is taken over or left', async () => {
  const { page, preview: sheet } = open;
  await choose(
    'ID,Deal,Stage,Customer,Amount\nD1,Ash,Needs analysis,Ash,12000\n' +
      'D2,Beech,Needs analysis,Beech,750\nD3,Cedar,Qualification,Cedar,70\n',
  );
  await dialog.getByRole('button', { name: 'Import 3 deals' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByText('1 deal came in with 1 ledger entry.').waitFor();
  expect(held(sheet, 'Cedar', 'Amount')).toBe(70);
  expect(held(sheet, 'Ash', 'Amount')).toBe(10_000);
  await dialog.getByRole('checkbox', { name: 'All of Ash' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('checkbox', { name: 'Stage of Beech' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Take over 3 changes' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByText(/Beech keeps its stage\./).waitFor();
  expect([held(sheet, 'Ash', 'Stage'), held(sheet, 'Ash', 'Amount')]).toEqual([
    'Needs analysis',
    12_000,
  ]);
  // Its amount was not ticked, and its stage is held.
  expect([held(sheet, 'Beech', 'Stage'), held(sheet, 'Beech', 'Amount')]).toEqual([
    'Qualification',
    500,
  ]);
});

test('axe finds nothing to complain about in the dialog, before the import and after it', async () => {
  const complaints = async () => {
    const found = await new AxeBuilder({ page: open.page })
      .include(['dialog iframe', 'main'])
      .analyze();
    return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  };
  await choose('ID,Deal,Stage,Amount,Created\nD1,Ash,Proposal,1,2026-01-01\nD9,X,Demo,1,someday\n');
  await preview();
  expect(await complaints()).toEqual([]);
  await dialog.getByRole('button', { name: 'Import 1 deal' }).click();
  await dialog.getByRole('checkbox', { name: 'All changes' }).waitFor();
  expect(await complaints()).toEqual([]);
});
