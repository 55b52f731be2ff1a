import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { choose, openPreview, type PreviewPage } from './previewPage';

/** Deals that no one would expect, from the cells of a sheet to board and sidebar of the built bundle. */

jest.setTimeout(60_000);

const SCRIPT = '<script>document.title="owned"</script><img src=x onerror="document.title=1">';
const NAMES = {
  markup: SCRIPT,
  quotes: `"O'Neil" & 'Sons' \\ \`tick\``,
  emoji: '👩‍🔧🚰 pump',
  rtl: 'مشروع المضخة',
  long: 'W'.repeat(5_000),
  zero: 'Nothing yet',
  minus: 'A refund',
  huge: 'A dam',
} as const;
const AMOUNTS: Readonly<Record<string, string>> = {
  zero: '0',
  minus: '-500',
  huge: '1000000000000',
};

let browser: Browser;
let open: PreviewPage;
let board: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPreview(
    browser,
    Object.entries(NAMES).map(([key, Deal]) => ({
      ...{ Deal, ID: `odd-${key}`, Customer: Deal, 'Next step': Deal, Owner: 'Ann' },
      ...{ Stage: 'Qualification', Amount: AMOUNTS[key] ?? '' },
    })),
  );
  const { host } = open.preview.bench;
  // A deal of which nothing but a contact is known.
  const tab = host.book.sheet('Deals');
  host.gesture({ edit: { tab: 'Deals', range: `C${(tab?.lastRow ?? 0) + 1}`, values: [['?']] } });
  board = await choose(open.page, 'Open the board');
  await board.locator('.card').first().waitFor();
}, 120_000);

afterAll(async () => {
  await open?.close();
  await browser?.close();
});

test('every deal is a card with its name as it is, and nothing in a cell has run', async () => {
  for (const name of Object.values(NAMES)) {
    const card = board.locator('.card strong', { hasText: name });
    expect(await card.count()).toBe(1);
  }
  await board.getByText('Deal without a name').waitFor();
  expect(await board.locator('script[src], img').count()).toBe(0);
  expect(await board.locator('html').evaluate('document.title')).toBe('Board');
  expect(await open.page.title()).not.toMatch(/owned|^1$/);
});

test('no card is wider or higher than the others', async () => {
  const sizes = await board
    .locator('html')
    .evaluate(
      `[...document.querySelectorAll('.card')].map((one) => one.offsetWidth + ' ' + one.offsetHeight)`,
    );
  expect(new Set(sizes as string[]).size).toBe(1);
});

test.each<{ deal: keyof typeof NAMES; amount: string }>`
  deal       | amount
  ${'zero'}  | ${'$0'}
  ${'minus'} | ${'-$500'}
  ${'huge'}  | ${'$1,000,000,000,000'}
`('an amount like that of "$deal" is shown as $amount', async ({ deal, amount }) => {
  const card = board.locator('.card', { hasText: NAMES[deal] });
  await card.getByText(amount, { exact: true }).waitFor();
});

test('the column adds up what can be added up', async () => {
  await board.getByText('$999,999,999,500', { exact: true }).waitFor();
});

test.each(Object.keys(NAMES) as (keyof typeof NAMES)[])(
  'the card of "%s" opens, and a call is logged for it',
  async (key) => {
    await board.locator('.card', { hasText: NAMES[key] }).click();
    const heading = board.getByRole('heading', { level: 1 }).last();
    await board.locator('.panel h1', { hasText: NAMES[key] }).waitFor();
    expect(await heading.textContent()).toBe(NAMES[key]);
    await board.getByRole('button', { name: 'Call', exact: true }).click();
    await board.getByRole('button', { name: 'Log call' }).click();
    await board.getByText('Call logged.').waitFor();
    expect(await board.locator('html').evaluate('document.title')).toBe('Board');
  },
);

test.each<{ by: string; text: string; finds: string }>`
  by              | text          | finds
  ${'its ID'}     | ${'odd-huge'} | ${NAMES.huge}
  ${'its name'}   | ${'a refund'} | ${NAMES.minus}
  ${'Arabic'}     | ${'المضخة'}   | ${NAMES.rtl}
  ${'an emoji'}   | ${'🚰'}       | ${NAMES.emoji}
  ${'its markup'} | ${'<script>'} | ${NAMES.markup}
`('in the sidebar a deal is found by $by', async ({ text, finds }) => {
  const page = await open.visit('ann@example.com');
  const frame = await choose(page, 'Show the selected deal');
  await frame.getByRole('combobox', { name: 'Find a deal' }).fill(text);
  await frame.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await frame.locator('h1', { hasText: finds }).waitFor();
  expect(await frame.getByRole('heading', { level: 1 }).textContent()).toBe(finds);
  await page.close();
});
