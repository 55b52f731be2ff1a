import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/words/language';
import { cutOff } from './cutOff';
import { openPage } from './pageHarness';
import type { View } from './pageViews';

const SIZES = {
  Sidebar: { width: 300, height: 800 },
  Board: { width: 1200, height: 700 },
  Welcome: { width: 860, height: 720 },
  Import: { width: 1100, height: 760 },
} as const;

export type PageName = keyof typeof SIZES;

/** Each view of a page, in both languages: rows of a table of tests. */
export function inBothLanguages(of: PageName, views: readonly View[]) {
  return views.flatMap((view) =>
    (['en', 'zh'] as const).map((language) => ({ of, view, language, name: view.name })),
  );
}

/** What is wrong with a view: what axe complains of, what is cut off, and what is cut off at 200 %. */
export async function faultsOf(
  browser: Browser,
  { of, view, language }: { of: PageName; view: View; language: Language },
): Promise<unknown[]> {
  const { width, height } = SIZES[of];
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const script = view.script(language);
  const { page } = await openPage(browser, { page: of, script, locale, width, height });
  await view.reach(page, language);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const complaints = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  const cut = await cutOff(page);
  // Zooming makes a page's window smaller in its own pixels.
  await page.setViewportSize({ width: width / 2, height: height / 2 });
  const zoomed = await cutOff(page);
  const title = await page.title();
  return [...complaints, ...cut, ...zoomed, ...(title === 'owned' ? ['a script ran'] : [])];
}
