import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { faultsOf, inBothLanguages } from '../support/faults';
import { SIDEBAR_VIEWS } from '../support/pageViews';

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

test.each(inBothLanguages('Sidebar', SIDEBAR_VIEWS))(
  '$of, $name ($language): axe finds nothing, and nothing is cut off, at 200 % neither',
  async (view) => {
    expect(await faultsOf(browser, view)).toEqual([]);
  },
);
