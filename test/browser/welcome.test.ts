import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../preview/server';
import { DIST } from '../../scripts/build';
import { launchBrowser } from '../support/browser';
import { choose, MONDAY } from './previewPage';

/** The first minutes in a new sheet, with the keyboard: real Chromium, the built bundle. */

jest.setTimeout(60_000);

let browser: Browser;
let preview: Preview;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  preview = await startPreview({
    port: 0,
    file: null,
    host: { dist: DIST, now: MONDAY, name: 'New sheet', owner: 'owner@example.com' },
    fill: async () => {},
  });
  await preview.ready;
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(15_000);
  await page.goto(preview.url);
  await page.getByRole('button', { name: 'Pipeline' }).waitFor();
}, 60_000);

afterAll(async () => {
  await preview?.close();
  await browser?.close();
});

test('three steps by keyboard make the tabs, the team and the report, and the first row is a deal', async () => {
  const frame = await choose(page, 'Welcome: set up in three steps…');
  const next = frame.getByRole('button', { name: 'Next' });
  await next.waitFor();
  await frame.getByRole('radio', { name: 'SaaS' }).focus();
  await page.keyboard.press('Space');
  await frame.getByText('Discovery and demo').first().waitFor();
  await page.keyboard.press('Enter');
  await frame.getByRole('heading', { name: 'Who works on deals?' }).waitFor();
  await frame.getByRole('button', { name: 'Add a person' }).press('Enter');
  await page.keyboard.type('Ann');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ann@example.com');
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: 'Set up' }).press('Enter');
  await frame.getByText('Your pipeline is ready').waitFor({ timeout: 30_000 });
  const { book } = preview.bench.host;
  const column = (tab: string, at: number) =>
    book.sheet(tab)?.values({ row: 2, column: at, rows: 2, columns: 1 }).flat();
  expect(column('Stages', 2)).toEqual(['Discovery and demo', 'Trial or PoC']);
  expect(column('Team', 1)).toEqual(['owner', 'Ann']);

  await frame.getByRole('button', { name: 'Start' }).press('Enter');
  await page.locator('.name-box').fill('A2');
  await page.locator('.name-box').press('Enter');
  await page.keyboard.type('Pump retrofit');
  await page.keyboard.press('Enter');
  await page.locator('.name-box[data-area="A3"]').waitFor();
  await page.locator('[data-cell="2,1"]').click();
  const sidebar = await choose(page, 'Show the selected deal');
  await sidebar.getByRole('heading', { name: 'Pump retrofit', level: 1 }).waitFor();
});
