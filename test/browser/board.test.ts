import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { held, openPreview, type PreviewPage } from './previewPage';

/** The board in its dialog: real Chromium, the preview's page, the built bundle at the other end. */

jest.setTimeout(60_000);

const DEALS = [
  ...['Ash', 'Beech', 'Chestnut', 'Damson'].map((Deal) => ({
    Deal,
    Stage: 'Qualification',
    Customer: `${Deal} & Co`,
    Amount: '10000',
    'Ideal customer fit': 'TRUE',
    'Need confirmed': 'TRUE',
  })),
  { Deal: 'Elder', Stage: 'Qualification', Customer: 'Elder', 'Ideal customer fit': 'TRUE' },
  { Deal: 'Ginkgo', Stage: 'Qualification', Customer: 'Ginkgo', Owner: 'Ann' },
];

let browser: Browser;
let open: PreviewPage;
let board: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(browser, DEALS);
  board = await boardIn(open.page);
}, 120_000);

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

async function boardIn(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Pipeline' }).click();
  await page.getByRole('menuitem', { name: 'Open the board' }).click();
  const frame = page.frameLocator('iframe').last();
  await frame.locator('.card').first().waitFor();
  return frame;
}

const card = (frame: FrameLocator, name: string) => frame.getByRole('option', { name });
const column = (frame: FrameLocator, stage: string) =>
  frame.locator('.column', { has: frame.getByRole('heading', { name: stage, exact: true }) });
const within = (frame: FrameLocator, stage: string, name: string) =>
  column(frame, stage).getByRole('option', { name });

test('a card that is dragged to the next stage moves its row in the sheet, and undo brings it back', async () => {
  await card(board, 'Ash').dragTo(column(board, 'Needs analysis'));
  await board.getByText('Moved to Needs analysis.').waitFor();
  expect(held(open.preview, 'Ash', 'Stage')).toBe('Needs analysis');
  await board.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await within(board, 'Qualification', 'Ash').waitFor();
  await board.getByText('The move is taken back.').waitFor();
  expect(held(open.preview, 'Ash', 'Stage')).toBe('Qualification');
});

test('a card that is refused returns, and moves once the missing fact is filled in beside the board', async () => {
  await card(board, 'Elder').dragTo(column(board, 'Needs analysis'));
  await board.getByRole('alert').waitFor();
  await within(board, 'Qualification', 'Elder').waitFor();
  expect(held(open.preview, 'Elder', 'Stage')).toBe('Qualification');
  await board.getByLabel('Need confirmed').check();
  await board.getByRole('button', { name: 'Move to Needs analysis' }).click();
  await within(board, 'Needs analysis', 'Elder').waitFor();
  expect(held(open.preview, 'Elder', 'Stage')).toBe('Needs analysis');
  await board.getByRole('button', { name: 'Close', exact: true }).click();
});

test('a card is moved with the keyboard alone', async () => {
  const { page } = open;
  await card(board, 'Beech').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await board.getByText('Moved to Needs analysis.').waitFor();
  expect(held(open.preview, 'Beech', 'Stage')).toBe('Needs analysis');
});

test('two cards are lost together with one reason', async () => {
  await card(board, 'Chestnut').click({ modifiers: ['Control'] });
  await card(board, 'Damson').click({ modifiers: ['Control'] });
  await board.getByLabel('Move to…').selectOption('Closed lost');
  const dialog = board.getByRole('dialog');
  await dialog.getByLabel('Why was it lost?').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Move to Closed lost' }).click();
  await board.getByText('2 deals moved to Closed lost.').waitFor();
  for (const deal of ['Chestnut', 'Damson']) {
    expect(held(open.preview, deal, 'Stage')).toBe('Closed lost');
    expect(held(open.preview, deal, 'Lost reason')).not.toBe('');
  }
});

test('of two people on one card the second is told who moved it, and overwrites nothing', async () => {
  const ann = await open.visit('ann@example.com');
  const hers = await boardIn(ann);
  await card(hers, 'Ash').dragTo(column(hers, 'Needs analysis'));
  await hers.getByText('Moved to Needs analysis.').waitFor();
  await ann.close();
  await card(board, 'Ash').dragTo(board.locator('.closing', { hasText: 'Nurture' }));
  const dialog = board.getByRole('dialog');
  await dialog.getByLabel('Look at it again on').fill('2026-06-01');
  await dialog.getByRole('button', { name: 'Move to Nurture' }).click();
  await board
    .getByText(/ann@example.com/)
    .first()
    .waitFor();
  await within(board, 'Needs analysis', 'Ash').waitFor();
  expect(held(open.preview, 'Ash', 'Stage')).toBe('Needs analysis');
});

test('axe finds nothing to complain about on the board inside the sheet', async () => {
  const found = await new AxeBuilder({ page: open.page })
    .include(['dialog iframe', 'html'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
