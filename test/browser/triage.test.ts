import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { choose, held, openPreview, type PreviewPage } from './previewPage';

/** The round through stalled deals and the board in the sidebar, against the built bundle. */

jest.setTimeout(60_000);

const stalled = (Deal: string, Created: string) => ({
  ...{ Deal, Created, Stage: 'Qualification', Customer: `${Deal} & Co`, Owner: 'Ann' },
});
const DEALS = [
  stalled('Alder', '2025-06-01'),
  stalled('Birch', '2025-07-01'),
  stalled('Cedar', '2025-08-01'),
  stalled('Dogwood', '2025-09-01'),
  { Deal: 'Fresh', Stage: 'Qualification', Customer: 'Fresh', Created: '2026-02-27', Owner: 'Bo' },
];

let browser: Browser;
let open: PreviewPage;
let frame: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(browser, DEALS);
  frame = await sidebar();
}, 120_000);

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

async function sidebar(): Promise<FrameLocator> {
  const page = await choose(open.page, 'Show the selected deal');
  await page.getByRole('combobox', { name: 'Find a deal' }).waitFor();
  return page;
}

const view = (name: string) => frame.getByRole('button', { name, exact: true });
const deal = (name: string) => frame.getByRole('heading', { name, level: 1 }).waitFor();
const save = () => frame.getByRole('button', { name: 'Save and go on' }).click();

test('the deal that has stood longest comes first; cause, a new judgement and a plan are in its row', async () => {
  await view('Stalled').click();
  await deal('Alder');
  await frame.getByText('0 of 4 handled').waitFor();
  expect(await frame.getByText('Judge it again').count()).toBe(0);
  await frame.getByLabel('Decision process').check();
  await frame.getByText('For Needs analysis it still lacks:').waitFor();
  await frame.getByLabel('Close date').fill('2026-06-30');
  await frame.getByLabel('Win chance in %').fill('35');
  await frame.getByLabel('Keep it, with a plan').check();
  await frame.getByLabel('Plan', { exact: true }).fill('Meet the board of directors');
  await frame.getByLabel('Due').fill('2026-03-20');
  await save();
  await deal('Birch');
  await frame.getByText('1 of 4 handled').waitFor();
  const cells = ['Cause', 'Plan', 'Win chance', 'Stage'].map((at) =>
    held(open.preview, 'Alder', at),
  );
  expect(cells).toEqual(['Decision process', 'Meet the board of directors', 0.35, 'Qualification']);
});

test('with the keyboard alone a deal is laid to rest until a day', async () => {
  const { page } = open;
  await deal('Birch');
  // The cursor is on the first question already.
  await page.keyboard.press('Space');
  for (let at = 0; at < 12; at += 1) {
    await page.keyboard.press('Tab');
    if ((await frame.locator('[name=way]:focus').count()) > 0) break;
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('09012026');
  await page.keyboard.press('Enter');
  await deal('Cedar');
  expect(held(open.preview, 'Birch', 'Stage')).toBe('Nurture');
  expect(held(open.preview, 'Birch', 'Cause')).toBe('Budget');
});

test('a round that is left for another view goes on where it was, with what was typed', async () => {
  await frame.getByLabel('Competitor').check();
  await view('Deal').click();
  await frame.getByRole('combobox', { name: 'Find a deal' }).waitFor();
  await view('Stalled').click();
  await deal('Cedar');
  expect(await frame.getByLabel('Competitor').isChecked()).toBe(true);
  await frame.getByText('2 of 4 handled').waitFor();
});

test('a round after the sidebar was closed finds only what is still stalled; closing a deal asks why', async () => {
  await open.page.locator('.sidebar .close').click();
  frame = await sidebar();
  await view('Stalled').click();
  await deal('Cedar');
  await frame.getByText('0 of 2 handled').waitFor();
  await frame.getByLabel('Competitor').check();
  await frame.getByLabel('Close it').check();
  await save();
  await frame.getByText('Choose the reason.').waitFor();
  await frame.getByLabel('Why was it lost?').selectOption({ index: 2 });
  await save();
  await deal('Dogwood');
  expect(held(open.preview, 'Cedar', 'Stage')).toBe('Closed lost');
  await frame.getByRole('button', { name: 'Skip for now' }).click();
  await frame.getByText('One deal has a way out now. 1 skipped.').waitFor();
});

test('the board in the sidebar finds, filters and opens deals', async () => {
  await view('Board').click();
  await frame.getByText('Qualification (3)').waitFor();
  await frame.getByLabel('Stalled only').check();
  await frame.getByText('Qualification (1)').click();
  await frame.getByRole('button', { name: /Dogwood/ }).waitFor();
  await frame.getByLabel('Stalled only').uncheck();
  await frame.getByLabel('Owner').selectOption('Bo');
  await frame.getByText('Qualification (1)').waitFor();
  await frame.getByRole('button', { name: /Fresh/ }).click();
  await deal('Fresh');
  await frame.getByText(/Row \d+ is selected in the sheet/).waitFor();
});
