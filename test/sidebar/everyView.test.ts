import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { cutOff } from '../support/cutOff';
import { IMPORT_VIEWS, WELCOME_VIEWS } from '../support/dialogViews';
import { openPage } from '../support/pageHarness';
import { BOARD_VIEWS, SIDEBAR_VIEWS, type View } from '../support/pageViews';

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

const SIZES = {
  Sidebar: { width: 300, height: 800 },
  Board: { width: 1200, height: 700 },
  Welcome: { width: 860, height: 720 },
  Import: { width: 1100, height: 760 },
} as const;

type Named = keyof typeof SIZES;
const both = (page: Named, views: readonly View[]) =>
  views.flatMap((view) =>
    (['en', 'zh'] as const).map((language) => ({ of: page, view, language, name: view.name })),
  );

/** Zooming makes a page's window smaller in its own pixels. */
async function zoom(page: Page, of: Named, times: number): Promise<void> {
  const { width, height } = SIZES[of];
  await page.setViewportSize({ width: width / times, height: height / times });
}

test.each([
  ...both('Sidebar', SIDEBAR_VIEWS),
  ...both('Board', BOARD_VIEWS),
  ...both('Welcome', WELCOME_VIEWS),
  ...both('Import', IMPORT_VIEWS),
])(
  '$of, $name ($language): axe finds nothing, and nothing is cut off, at 200 % neither',
  async ({ of, view, language }) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-US';
    const { page } = await openPage(browser, {
      ...{ page: of, script: view.script(language), locale },
      ...SIZES[of],
    });
    await view.reach(page, language);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await zoom(page, of, 2);
    expect(await cutOff(page)).toEqual([]);
    expect(await page.title()).not.toBe('owned');
  },
);
