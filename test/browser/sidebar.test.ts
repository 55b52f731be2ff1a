import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { goTo, held, openPreview, type PreviewPage, place } from './previewPage';

/** The sidebar in the sheet: real Chromium, the preview's page, the built bundle at the other end. */

jest.setTimeout(60_000);

const ready = { 'Ideal customer fit': 'TRUE', 'Need confirmed': 'TRUE' };
const DEALS = [
  'Ash',
  'Beech',
  'Chestnut',
  'Damson',
  'Elder',
  'Ginkgo',
  'Hazel',
  'Juniper',
  'Larch',
].map((Deal) => ({ Deal, Stage: 'Qualification', Customer: `${Deal} & Co`, ...ready }));
DEALS.push({
  Deal: 'Maple',
  Stage: 'Qualification',
  Customer: 'Maple & Co',
  ...ready,
  'Need confirmed': '',
});

DEALS.push({
  Deal: 'Nutmeg',
  Stage: 'Qualification',
  Customer: 'Nutmeg & Co',
  ...ready,
  'Need confirmed': '',
});

let browser: Browser;
let open: PreviewPage;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(browser, DEALS);
}, 120_000);

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

/** Opens the sidebar in a window, with the deal's row selected. */
async function sidebarOn(page: Page, deal: string): Promise<FrameLocator> {
  await (await goTo({ ...open, page }, deal, 'Stage')).click();
  const frame = page.frameLocator('.sidebar iframe');
  if ((await page.locator('.sidebar iframe').count()) === 0) {
    await page.getByRole('button', { name: 'Pipeline' }).click();
    await page.getByRole('menuitem', { name: 'Show the selected deal' }).click();
  }
  await frame.getByRole('heading', { name: deal, level: 1 }).waitFor({ timeout: 15_000 });
  return frame;
}

const moveOn = (frame: FrameLocator) =>
  frame.getByRole('button', { name: 'Move to Needs analysis' });

test('a move that misses a fact is refused in place, and goes through once the fact is ticked', async () => {
  const frame = await sidebarOn(open.page, 'Maple');
  await moveOn(frame).click();
  await frame.getByRole('alert').getByText('one thing is missing').waitFor();
  expect(held(open.preview, 'Maple', 'Stage')).toBe('Qualification');
  await frame.getByLabel('Need confirmed').check();
  await moveOn(frame).click();
  await frame.getByText('Moved to Needs analysis.').waitFor();
  expect(held(open.preview, 'Maple', 'Stage')).toBe('Needs analysis');
  expect(held(open.preview, 'Maple', 'Need confirmed')).toBe(true);
});

test('opening the sidebar is one call to the script, and so is a move', async () => {
  const page = await open.visit('owner@example.com');
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/call')) calls.push(request.postDataJSON().name);
  });
  const frame = await sidebarOn(page, 'Ash');
  expect(calls).toEqual(['dealView']);
  await moveOn(frame).click();
  await frame.getByText('Moved to Needs analysis.').waitFor();
  expect(calls.filter((name) => name !== 'dealView')).toEqual(['moveDeals']);
  await page.close();
});

test('of two people on one deal the second is told who moved it, and overwrites nothing', async () => {
  const ann = await open.visit('ann@example.com');
  const hers = await sidebarOn(ann, 'Beech');
  const owners = await sidebarOn(open.page, 'Beech');
  await moveOn(hers).click();
  await hers.getByText('Moved to Needs analysis.').waitFor();
  await owners.getByRole('button', { name: 'Closed lost' }).click();
  await owners.getByLabel('Why was it lost?').selectOption('Other');
  await owners.getByLabel('What happened?').fill('Silence');
  await owners.getByRole('button', { name: 'Move to Closed lost' }).click();
  await owners
    .getByText(/ann@example.com/)
    .first()
    .waitFor();
  await owners.getByText('Stage 2 of 5').waitFor();
  expect(held(open.preview, 'Beech', 'Stage')).toBe('Needs analysis');
  await ann.close();
});

test('a deal is lost with the keyboard alone', async () => {
  const { page } = open;
  const frame = await sidebarOn(page, 'Chestnut');
  await frame.getByRole('button', { name: 'Closed lost' }).focus();
  await page.keyboard.press('Enter');
  await frame.getByLabel('Why was it lost?').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Too dear for them');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await frame.getByText('Moved to Closed lost.').waitFor();
  expect(held(open.preview, 'Chestnut', 'Stage')).toBe('Closed lost');
  expect(held(open.preview, 'Chestnut', 'Lost reason')).not.toBe('');
  expect(held(open.preview, 'Chestnut', 'Lost note')).toBe('Too dear for them');
});

test('a deal rests in nurture until its day, and the move is taken back from the message', async () => {
  const frame = await sidebarOn(open.page, 'Damson');
  await frame.getByRole('button', { name: 'Nurture' }).click();
  await frame.getByLabel('Look at it again on').fill('2026-06-01');
  await frame.getByRole('button', { name: 'Move to Nurture' }).click();
  await frame.getByText('Moved to Nurture.').waitFor();
  expect(held(open.preview, 'Damson', 'Stage')).toBe('Nurture');
  await frame.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await frame.getByText('Undone.').waitFor();
  expect(held(open.preview, 'Damson', 'Stage')).toBe('Qualification');
});

test('the owner overrides a gate with a reason; the ledger has it', async () => {
  const frame = await sidebarOn(open.page, 'Elder');
  await frame.getByLabel('Another stage…').selectOption('Proposal');
  await frame.getByRole('button', { name: 'Move to Proposal' }).click();
  await frame.getByRole('alert').waitFor();
  await frame.getByText('Move without these').click();
  await frame.getByLabel('Reason').fill('They ordered on the phone');
  await frame.getByRole('button', { name: 'Override and move to Proposal' }).click();
  await frame.getByText('with your reason in the ledger').waitFor();
  expect(held(open.preview, 'Elder', 'Stage')).toBe('Proposal');
  await frame.getByText('They ordered on the phone').first().waitFor();
});

test('a connection that fails loses nothing: the same move is done again on request', async () => {
  const { page } = open;
  const frame = await sidebarOn(page, 'Ginkgo');
  await frame.getByLabel('What', { exact: true }).fill('Call the plant');
  await page.route('**/api/call', (route) => route.abort());
  await moveOn(frame).click();
  await frame.getByText('What you typed is still here.').waitFor();
  expect(await frame.getByLabel('What', { exact: true }).inputValue()).toBe('Call the plant');
  await page.unroute('**/api/call');
  // The preview's own message about the connection lies over the button.
  await frame.locator('.notice').getByRole('button', { name: 'Try again' }).last().press('Enter');
  await frame.getByText('Moved to Needs analysis.').waitFor();
  expect(held(open.preview, 'Ginkgo', 'Stage')).toBe('Needs analysis');
});

test('who loses the right to edit while the sidebar is open is told, and nothing is moved', async () => {
  const ann = await open.visit('ann@example.com');
  const frame = await sidebarOn(ann, 'Hazel');
  open.preview.bench.host.setRights('ann@example.com', 'view');
  await moveOn(frame).click();
  await frame.locator('.notice.failed').waitFor();
  expect(held(open.preview, 'Hazel', 'Stage')).toBe('Qualification');
  open.preview.bench.host.setRights('ann@example.com', 'edit');
  await frame.locator('.notice').getByRole('button', { name: 'Try again' }).click();
  await frame.getByText('Moved to Needs analysis.').waitFor();
  await ann.close();
});

test('the next step and an activity are in the sheet as they were typed', async () => {
  const frame = await sidebarOn(open.page, 'Juniper');
  await frame.getByLabel('What', { exact: true }).fill('=1+1 is not a formula here');
  await frame.getByLabel('When').fill('2026-03-20');
  await frame.getByRole('button', { name: 'Save next step' }).click();
  await frame.getByText('Next step saved.').waitFor();
  expect(held(open.preview, 'Juniper', 'Next step')).toBe('=1+1 is not a formula here');
  await frame.getByRole('button', { name: 'Meeting' }).click();
  await frame.getByRole('textbox', { name: /What came of it/ }).fill('They like it');
  await frame.getByRole('button', { name: 'Log meeting' }).click();
  await frame.getByText('Meeting logged.').waitFor();
  const activities = open.preview.bench.host.book.sheet('Activities');
  const last = activities?.values({ row: activities.lastRow, column: 1, rows: 1, columns: 5 })[0];
  expect(last).toContain('They like it');
});

test('a day of work is done with the keyboard alone: log, plan, move, override, undo, find', async () => {
  const { page } = open;
  const frame = await sidebarOn(page, 'Nutmeg');
  /** Goes on with Tab to the control of this name, as somebody does who has no mouse. */
  const tabTo = async (role: 'button' | 'textbox' | 'combobox' | 'summary', name: string) => {
    const control = role === 'summary' ? frame.getByText(name) : frame.getByRole(role, { name });
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if ((await control.and(frame.locator(':focus')).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${name}.`);
  };
  await frame.getByRole('combobox', { name: 'Find a deal' }).focus();
  await tabTo('button', 'Email');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sent the brochure');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await frame.getByText('Email logged.').waitFor();

  await frame.getByRole('combobox', { name: 'Find a deal' }).focus();
  await tabTo('textbox', 'What');
  await page.keyboard.type('Ring them');
  await page.keyboard.press('Enter');
  await frame.getByText('Next step saved.').waitFor();
  expect(held(open.preview, 'Nutmeg', 'Next step')).toBe('Ring them');

  await frame.getByRole('combobox', { name: 'Find a deal' }).focus();
  await tabTo('button', 'Move to Needs analysis');
  await page.keyboard.press('Enter');
  await frame.getByRole('alert').waitFor();
  await tabTo('summary', 'Move without these');
  await page.keyboard.press('Enter');
  await tabTo('textbox', 'Reason');
  await page.keyboard.type('They ordered');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await frame.getByText('with your reason in the ledger').waitFor();
  expect(held(open.preview, 'Nutmeg', 'Stage')).toBe('Needs analysis');

  await tabTo('button', 'Undo');
  await page.keyboard.press('Enter');
  await frame.getByText('Undone.').waitFor();
  expect(held(open.preview, 'Nutmeg', 'Stage')).toBe('Qualification');

  await frame.getByRole('combobox', { name: 'Find a deal' }).focus();
  await page.keyboard.type('larch');
  await frame.getByRole('option', { name: /Larch/ }).waitFor();
  await page.keyboard.press('Enter');
  await frame.getByRole('heading', { name: 'Larch', level: 1 }).waitFor();
});

test('a deal is found by its customer, shown, and its row named', async () => {
  const { page } = open;
  const frame = await sidebarOn(page, 'Juniper');
  const [row] = place(open.preview, 'Larch', 'Deal');
  await frame.getByRole('combobox', { name: 'Find a deal' }).fill('larch & co');
  await frame.getByRole('option', { name: /Larch/ }).click();
  await frame.getByRole('heading', { name: 'Larch', level: 1 }).waitFor();
  await frame.getByText(`Row ${row} is selected in the sheet`).waitFor();
});

test('axe finds nothing to complain about in the sidebar inside the sheet', async () => {
  await sidebarOn(open.page, 'Juniper');
  const found = await new AxeBuilder({ page: open.page })
    .include(['.sidebar iframe', 'html'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a deal whose row was deleted while it was open is said to be gone', async () => {
  const frame = await sidebarOn(open.page, 'Larch');
  const [row] = place(open.preview, 'Larch', 'Deal');
  const sheet = open.preview.bench.host.book.sheet('Deals');
  open.preview.bench.host.gesture({
    deleteRows: { tab: sheet?.name ?? '', at: row, count: 1 },
  });
  await moveOn(frame).click();
  await frame.getByText('no longer in the sheet').first().waitFor();
});
