import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { choose, goTo, held, openPreview, type PreviewPage, place } from './previewPage';

/** What happens in the sheet while a page is open: real Chromium, the built bundle at the other end. */

jest.setTimeout(60_000);

const ready = { 'Ideal customer fit': 'TRUE', 'Need confirmed': 'TRUE' };
const names = ['Ash', 'Beech', 'Cedar', 'Damson', 'Elder', 'Fir', 'Ivy', 'Juniper'];
const DEALS = [
  ...names.map((Deal) => ({ Deal, Stage: 'Qualification', Customer: `${Deal} & Co`, ...ready })),
  ...['Gorse', 'Hazel'].map((Deal) => ({
    ...{ Deal, Stage: 'Qualification', Customer: `${Deal} & Co`, Created: '2025-09-01' },
  })),
  { Deal: 'Larch', Stage: 'Proposal', Customer: 'Larch & Co' },
];

let browser: Browser;
let open: PreviewPage;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(browser, DEALS);
}, 120_000);

afterEach(async () => {
  may('edit');
  for (const page of open.context.pages()) if (page !== open.page) await page.close();
});

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

const may = (right: 'edit' | 'view' | 'none') =>
  open.preview.bench.host.setRights('ann@example.com', right);

/** Ann's own window, with a deal in the sidebar. */
async function annsSidebar(deal: string): Promise<FrameLocator> {
  const page = await open.visit('ann@example.com');
  await (await goTo({ ...open, page }, deal, 'Stage')).click();
  const frame = await choose(page, 'Show the selected deal');
  await frame.getByRole('heading', { name: deal, level: 1 }).waitFor();
  return frame;
}

async function annsBoard(page?: Page): Promise<FrameLocator> {
  const frame = await choose(page ?? (await open.visit('ann@example.com')), 'Open the board');
  await frame.locator('.card').first().waitFor();
  return frame;
}

function deleteRow(deal: string): void {
  const { host } = open.preview.bench;
  const tab = host.book.sheet('Deals')?.name ?? '';
  host.gesture({ deleteRows: { tab, at: place(open.preview, deal, 'Deal')[0], count: 1 } });
}

const failed = (frame: FrameLocator) => frame.locator('.notice.failed');
const again = (frame: FrameLocator) => failed(frame).getByRole('button', { name: 'Try again' });
const card = (frame: FrameLocator, name: string) => frame.getByRole('option', { name });
const column = (frame: FrameLocator, stage: string) =>
  frame.locator('.column', { has: frame.getByRole('heading', { name: stage, exact: true }) });
const VIEW_ONLY = 'You may only view this sheet now, so nothing was changed.';

test('an editor who becomes a viewer is told kindly in the sidebar, and what was typed waits', async () => {
  const frame = await annsSidebar('Ash');
  const step = frame.getByLabel('What', { exact: true });
  await step.fill('Call the plant');
  may('view');
  await frame.getByRole('button', { name: 'Save next step' }).click();
  await failed(frame).getByText(VIEW_ONLY).waitFor();
  await failed(frame).getByText('What you typed is still here.').waitFor();
  expect(await step.inputValue()).toBe('Call the plant');
  expect(held(open.preview, 'Ash', 'Next step')).toBe('');

  may('edit');
  await again(frame).click();
  await frame.getByText('Next step saved.').waitFor();
  expect(held(open.preview, 'Ash', 'Next step')).toBe('Call the plant');
});

test('a card that a viewer drops returns, and goes where it was dropped once they may edit', async () => {
  const frame = await annsBoard();
  may('view');
  await card(frame, 'Beech').dragTo(column(frame, 'Needs analysis'));
  await failed(frame).getByText(VIEW_ONLY).waitFor();
  await column(frame, 'Qualification').getByRole('option', { name: 'Beech' }).waitFor();
  may('edit');
  await again(frame).click();
  await frame.getByText('Moved to Needs analysis.').waitFor();
  expect(held(open.preview, 'Beech', 'Stage')).toBe('Needs analysis');
});

test('who may not even open the sheet any more is told what to check, and keeps what is typed', async () => {
  const frame = await annsSidebar('Cedar');
  await frame.getByRole('button', { name: 'Stalled' }).click();
  await frame.getByLabel('Budget').check();
  await frame.getByLabel('Let it rest').check();
  await frame.getByLabel('Look at it again on').fill('2027-03-01');
  may('none');
  await frame.getByRole('button', { name: 'Save and go on' }).click();
  await failed(frame).getByText('that you may still open this sheet').waitFor();
  expect(await frame.getByLabel('Look at it again on').inputValue()).toBe('2027-03-01');
  expect(held(open.preview, 'Gorse', 'Stage')).toBe('Qualification');
});

test('an answer that the page does not understand moves nothing on it, and says what to do', async () => {
  const page = await open.visit('ann@example.com');
  const frame = await annsBoard(page);
  await page.route('**/api/call', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('results', 'resultes');
    await route.fulfill({ response, body });
  });
  await card(frame, 'Larch').dragTo(column(frame, 'Negotiation'));
  await failed(frame).getByText('an answer that this page does not understand').waitFor();
  await column(frame, 'Proposal').getByRole('option', { name: 'Larch' }).waitFor();
});

test('a search that does not arrive says so', async () => {
  const page = await open.visit('ann@example.com');
  const frame = await choose(page, 'Show the selected deal');
  const search = frame.getByRole('combobox', { name: 'Find a deal' });
  await search.waitFor();
  await page.route('**/api/call', (route) => route.abort());
  await search.fill('larch');
  await frame.getByText('The sheet did not answer.').first().waitFor();
  await page.unroute('**/api/call');
  await search.fill('Larch & Co');
  await frame.getByRole('option', { name: /Larch/ }).waitFor();
});

test('a slow sheet: the card waits in its new stage, and other cards can be moved meanwhile', async () => {
  const page = await open.visit('ann@example.com');
  const frame = await annsBoard(page);
  let answer = () => {};
  const answered = new Promise<void>((go) => {
    answer = go;
  });
  await page.route('**/api/call', async (route) => {
    await answered;
    await route.continue();
  });
  for (const name of ['Damson', 'Elder'])
    await card(frame, name).dragTo(column(frame, 'Needs analysis'));
  for (const name of ['Damson', 'Elder'])
    await column(frame, 'Needs analysis')
      .getByRole('option', { name })
      .getByText('Moving')
      .waitFor();
  expect(held(open.preview, 'Damson', 'Stage')).toBe('Qualification');
  answer();
  await frame.getByText('Moving').first().waitFor({ state: 'detached' });
  for (const name of ['Damson', 'Elder'])
    expect(held(open.preview, name, 'Stage')).toBe('Needs analysis');
});

test('a deal that is deleted while its card lies on the board is said to be gone, and its card goes', async () => {
  const frame = await annsBoard();
  deleteRow('Fir');
  await card(frame, 'Fir').dragTo(column(frame, 'Needs analysis'));
  await frame.getByText('This deal is no longer in the sheet.').waitFor();
  await card(frame, 'Fir').waitFor({ state: 'detached' });
});

test('a deal that is deleted while its card is open is said to be gone', async () => {
  const frame = await annsBoard();
  await card(frame, 'Ivy').click();
  await frame.getByRole('heading', { name: 'Ivy', level: 1 }).waitFor();
  deleteRow('Ivy');
  await frame.getByRole('button', { name: 'Call', exact: true }).click();
  await frame.getByRole('button', { name: 'Log call' }).click();
  await frame
    .getByText(/no longer in the sheet/)
    .first()
    .waitFor();
});

test('a stage that is retired while board and sidebar are open takes no deal, and both show the stages of now', async () => {
  const frame = await annsBoard();
  const sidebar = await annsSidebar('Juniper');
  await sidebar.getByLabel('Another stage…').selectOption('Proposal');
  open.preview.bench.host.gesture({
    menu: 'retireStage',
    answers: [{ text: '3' }, { text: 'needs analysis' }],
  } as never);
  expect(held(open.preview, 'Larch', 'Stage')).toBe('Needs analysis');

  await card(frame, 'Juniper').dragTo(column(frame, 'Proposal'));
  await frame.getByText('The stage "Proposal" is no longer in use').waitFor();
  await column(frame, 'Qualification').getByRole('option', { name: 'Juniper' }).waitFor();
  await column(frame, 'Proposal').waitFor({ state: 'detached' });

  await sidebar.getByRole('button', { name: 'Move to Proposal' }).click();
  await sidebar.getByText('The stage "Proposal" is no longer in use').waitFor();
  await sidebar.getByText('Stage 1 of 4').waitFor();
  expect(held(open.preview, 'Juniper', 'Stage')).toBe('Qualification');
});
