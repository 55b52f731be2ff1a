import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Reply } from '../../src/rpc';
import { launchBrowser } from '../support/browser';
import { aDealView, aPipelineView } from '../support/pageFixtures';
import { openPage } from '../support/pageHarness';

jest.setTimeout(30_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
});

const pipeline = aPipelineView();
const BEHIND: Reply<'dealsBehind'> = {
  ok: true,
  title: '2026-04 · Commit',
  deals: [
    {
      ...{ id: 'd1', row: 2, name: 'Pumps', customer: 'Northwind Mills', owner: 'Ann' },
      ...{ stage: 'Negotiation', amount: '12,000.00 USD' },
    },
  ],
  count: 3,
  isListed: true,
};

test('a selected figure shows the deals behind it, and each of them opens', async () => {
  const { page, calls, errors } = await openPage(browser, {
    page: 'Sidebar',
    script: {
      dealView: ({ id }) =>
        id === undefined
          ? { ok: true, same: false, deal: null, pipeline, figure: 'forecast!9:3' }
          : { ok: true, same: false, deal: aDealView({ id }), pipeline },
      dealsBehind: () => BEHIND,
      showDeal: () => ({ ok: true, row: 2 }),
    },
  });
  await page.getByText('2026-04 · Commit').waitFor();
  expect(await page.getByRole('status').allTextContents()).toContain(
    '3 deals; the 1 largest are listed.',
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Pumps' }).click();
  await page.getByRole('heading', { name: aDealView().name }).waitFor();
  const behind = calls.filter(({ name }) => name === 'dealsBehind');
  expect(behind.map(({ request }) => request)).toEqual([{ figure: 'forecast!9:3' }]);
  expect(errors).toEqual([]);
});

test('the deals behind a figure are asked for again when the first call does not arrive', async () => {
  let up = false;
  const { page } = await openPage(browser, {
    page: 'Sidebar',
    script: {
      dealView: () => ({ ok: true, same: false, deal: null, pipeline, figure: 'forecast!9:3' }),
      dealsBehind: () => {
        if (!up) throw new Error('no connection');
        return BEHIND;
      },
    },
  });
  await page.getByRole('alert').waitFor();
  up = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('2026-04 · Commit').waitFor();
});

test('a figure without a list says so, and a deal tells what became of others like it', async () => {
  const told = 'Of 412 deals that sat 14 to 27 days in Proposal, 61 were won within 28 days.';
  const { page } = await openPage(browser, {
    page: 'Sidebar',
    script: {
      dealView: () => ({ ok: true, same: false, deal: null, pipeline, figure: 'health!4:1' }),
      dealsBehind: () => ({ ...BEHIND, deals: [], count: 0, isListed: false }),
    },
  });
  await page.getByText('This figure is not made of deals.').waitFor();
  const { page: other } = await openPage(browser, {
    page: 'Sidebar',
    script: {
      dealView: () => ({ ok: true, same: false, deal: aDealView({ outlook: told }), pipeline }),
    },
  });
  await other.getByText(told).waitFor();
});
