import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { goTo, held, openPreview, type PreviewPage, place, shown, typeInto } from './previewPage';

/** A sales team's moments in the sheet: real Chromium, the preview's page, the built bundle. */

const SCRIPT_NAME = '<script>document.title="owned"</script> & Co';
const DEALS = [
  { Deal: 'Alder rollout', Stage: 'Needs analysis', Customer: 'Alder', Amount: '12000' },
  { Deal: 'Birch pilot', Stage: 'Qualification', Customer: 'Birch' },
  {
    Deal: 'Cedar renewal',
    Stage: 'Qualification',
    Customer: 'Cedar',
    'Ideal customer fit': 'TRUE',
    'Need confirmed': 'TRUE',
  },
  { Deal: 'Dogwood rollout', Stage: 'Qualification', Customer: 'Dogwood' },
  {
    Deal: 'Elm second site',
    Stage: 'Qualification',
    Customer: 'Elm',
    'Ideal customer fit': 'TRUE',
    Created: '2025-11-03',
    Owner: 'Ann',
  },
  {
    Deal: 'Gorse renewal',
    Stage: 'Qualification',
    Customer: 'Gorse',
    Created: '2025-11-03',
    Owner: 'Ann',
  },
  { Deal: SCRIPT_NAME, Stage: 'Qualification', Customer: SCRIPT_NAME },
  {
    Deal: 'Fir rollout',
    Stage: 'Closed won',
    Customer: 'Fir',
    Amount: '9000',
    Closed: '2026-02-10',
  },
];

let browser: Browser;
let open: PreviewPage;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(browser, DEALS);
}, 90_000);

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

test('a stage typed too early comes back; the Gate cell and a toast name what is missing', async () => {
  await typeInto(open, 'Alder rollout', 'Stage', 'Proposal');
  const toast = open.page.locator('.toast', { hasText: 'Alder rollout' });
  expect(await toast.textContent()).toContain('Decision maker interviewed');

  expect(await shown(open, 'Alder rollout', 'Stage', /Needs analysis/)).toBe('Needs analysis');
  expect(held(open.preview, 'Alder rollout', 'Stage')).toBe('Needs analysis');
  const gate = await shown(open, 'Alder rollout', 'Gate', /Decision maker/);
  expect(gate).toContain('Decision maker interviewed');
}, 30_000);

test('once its tick boxes are ticked, a deal moves by typing the next stage', async () => {
  for (const box of ['Ideal customer fit', 'Need confirmed']) {
    const cell = await goTo(open, 'Birch pilot', box);
    await cell.locator('input[type=checkbox]').click();
    await cell.locator('input:checked').waitFor();
  }
  await typeInto(open, 'Birch pilot', 'Stage', 'Needs analysis');

  expect(await shown(open, 'Birch pilot', 'Gate', /Proposal/)).toContain('Proposal');
  expect(held(open.preview, 'Birch pilot', 'Stage')).toBe('Needs analysis');
  expect(held(open.preview, 'Birch pilot', 'Accepted stage')).toBe('Needs analysis');
}, 30_000);

test('of a pasted block the deal that is ready moves, and only the other one comes back', async () => {
  const cell = await goTo(open, 'Cedar renewal', 'Stage');
  await cell.click();
  await open.page.evaluate(() => navigator.clipboard.writeText('Needs analysis\nNeeds analysis'));
  await open.page.keyboard.press('ControlOrMeta+v');

  const reason = await shown(open, 'Dogwood rollout', 'Gate', /Not moved/);
  expect(reason).toContain('Need confirmed');
  expect(await shown(open, 'Cedar renewal', 'Stage', /Needs/)).toBe('Needs analysis');
  expect(await shown(open, 'Dogwood rollout', 'Stage', /Qual/)).toBe('Qualification');
  expect(held(open.preview, 'Cedar renewal', 'Accepted stage')).toBe('Needs analysis');
}, 30_000);

test('the sidebar refuses a move, takes the missing fact, and then moves the deal', async () => {
  await goTo(open, 'Elm second site', 'Stage');
  await open.page.getByRole('button', { name: 'Pipeline' }).click();
  await open.page.getByRole('menuitem', { name: 'Show the selected deal' }).click();
  const sidebar = open.page.frameLocator('.sidebar iframe');
  await sidebar.getByText('Elm second site').first().waitFor();
  await sidebar
    .getByRole('button', { name: /Needs analysis/ })
    .first()
    .click();
  await sidebar.getByLabel('Need confirmed').check();
  await sidebar
    .getByRole('button', { name: /Needs analysis/ })
    .first()
    .click();

  expect(await shown(open, 'Elm second site', 'Stage', /Needs/)).toBe('Needs analysis');
  expect(held(open.preview, 'Elm second site', 'Need confirmed')).toBe(true);
  await open.page.locator('.sidebar .close').click();
}, 30_000);

test('a name that looks like a script is only text: in the cell, the formula bar and the sidebar', async () => {
  expect(await shown(open, SCRIPT_NAME, 'Customer', /script/)).toBe(SCRIPT_NAME);
  expect(await open.page.locator('.formula').inputValue()).toBe(SCRIPT_NAME);
  await open.page.getByRole('button', { name: 'Pipeline' }).click();
  await open.page.getByRole('menuitem', { name: 'Show the selected deal' }).click();
  const sidebar = open.page.frameLocator('.sidebar iframe');
  await sidebar.getByText(SCRIPT_NAME).first().waitFor();
  await open.page.locator('.sidebar .close').click();
  expect(await open.page.title()).not.toBe('owned');
}, 30_000);

test.each<{ tab: string; title: string }>`
  tab           | title
  ${'Funnel'}   | ${'Deals that reached each stage'}
  ${'Forecast'} | ${'Forecast by month'}
  ${'Stalled'}  | ${'Stalled deals by stage'}
`(
  'the $tab tab shows its chart over the cells',
  async ({ tab, title }) => {
    await open.page.getByRole('button', { name: tab, exact: true }).click();
    const chart = open.page.getByRole('img', { name: title });
    await chart.waitFor();
    const box = await chart.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    await open.page.getByRole('button', { name: 'Deals', exact: true }).click();
  },
  30_000,
);

test('cells are copied, cut, filled down, emptied and brought back by hand', async () => {
  const { page, preview } = open;
  const contact = (deal: string) => held(preview, deal, 'Contact');
  const settled = async (deal: string, text: string) => {
    const [row, column] = place(preview, deal, 'Contact');
    const exactly = new RegExp(`^${text}$`);
    await page.locator(`[data-cell="${row},${column}"]`).filter({ hasText: exactly }).waitFor();
  };
  await typeInto(open, 'Alder rollout', 'Contact', 'Ines');
  await settled('Alder rollout', 'Ines');

  await (await goTo(open, 'Alder rollout', 'Contact')).click();
  await page.keyboard.press('ControlOrMeta+c');
  await (await goTo(open, 'Cedar renewal', 'Contact')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await settled('Cedar renewal', 'Ines');

  await page.keyboard.press('ControlOrMeta+x');
  await (await goTo(open, 'Elm second site', 'Contact')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await settled('Elm second site', 'Ines');
  expect(contact('Cedar renewal')).toBe('');

  await (await goTo(open, 'Alder rollout', 'Contact')).click();
  const handle = await page.locator('.autofill-handle').last().boundingBox();
  const below = await page.locator('[data-cell="4,3"]').boundingBox();
  if (handle === null || below === null) throw new Error('The fill handle is not there.');
  await page.mouse.move(handle.x + 10, handle.y + 10);
  await page.mouse.down();
  await page.mouse.move(below.x + 20, below.y + 8, { steps: 8 });
  await page.locator('revogr-temp-range.temp-bg-range').first().waitFor();
  await page.mouse.up();
  await settled('Cedar renewal', 'Ines');
  expect(contact('Birch pilot')).toBe('Ines');

  await page.keyboard.press('Delete');
  await settled('Cedar renewal', '');
  await page.keyboard.press('ControlOrMeta+z');
  await settled('Cedar renewal', 'Ines');
}, 30_000);

test('what one person types, the other sees in her own window', async () => {
  const ann = await open.visit('ann@example.com');
  await typeInto(open, 'Fir rollout', 'Customer', 'Fir & Daughters');
  await ann.getByText('Fir & Daughters').first().waitFor();
  await ann.close();
}, 30_000);

test('someone who may only view can look but not type', async () => {
  open.preview.bench.host.setRights('vic@example.com', 'view');
  const page = await open.context.newPage();
  await page.goto(`${open.preview.url}?as=vic@example.com`);
  const cell = page.locator('[data-cell="2,1"]');
  await cell.click();
  await page.keyboard.type('Mine now');
  await page.keyboard.press('Enter');
  expect(await cell.textContent()).toBe('Alder rollout');
  expect(await page.locator('.badge', { hasText: 'View only' }).count()).toBe(1);
  await page.close();
}, 30_000);

test('the weekly mail is in the inbox after the clock has moved to Monday', async () => {
  const { page } = open;
  await page.getByRole('button', { name: /Mar 2026/ }).click();
  await page.getByRole('button', { name: 'To next Monday 09:00' }).click();
  const inbox = page.getByRole('button', { name: /Inbox \d/ });
  await inbox.waitFor({ timeout: 30_000 });
  await inbox.click();
  await page.locator('.mails button', { hasText: 'ann@example.com' }).first().click();
  const mail = page.frameLocator('.mail iframe');
  expect(await mail.locator('body').textContent()).toContain('Gorse renewal');
  // A link to a deal leads to its row.
  const [row] = place(open.preview, 'Gorse renewal', 'Deal');
  await mail.getByRole('link', { name: 'Gorse renewal' }).click();
  await page.locator(`.name-box[data-area^="A${row}"]`).waitFor();
  await page.getByRole('tab', { name: 'Plain text' }).click();
  expect(await page.locator('.mail pre').textContent()).toContain('Gorse renewal');
}, 60_000);

test('axe finds nothing to complain about in the sheet, its menus, the clock and the inbox', async () => {
  const { page } = open;
  const complaints = async () => {
    // The grid and the pages in the frames are checked where they come from.
    const { violations } = await new AxeBuilder({ page })
      .exclude('revo-grid')
      .exclude('iframe')
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  };
  expect(await complaints()).toEqual([]);
  await page.getByRole('button', { name: 'Pipeline' }).click();
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Mar 2026/ }).click();
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Escape');
}, 60_000);
