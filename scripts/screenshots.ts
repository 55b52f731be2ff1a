/** `npm run screenshots`: pictures of every view in both languages for the docs, from the sample team. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Preview, startPreview } from '../preview/server';
import { launchBrowser } from '../test/support/browser';
import { build, DIST, ROOT } from './build';
import { fillSample, sampleStart } from './start/fillSample';

process.env.TZ = 'UTC';

type Language = 'en' | 'zh';

const IMAGES = join(ROOT, 'docs', 'images');
const FONTS = join(ROOT, 'node_modules', '@fontsource', 'noto-sans-sc');
/** A Monday, so that the pictures are the same whenever they are made. */
const TODAY = '2026-03-02';
const SIZE = { width: 1280, height: 800 };

/** One preview with its window, and the way to take a picture of it. */
interface Studio {
  readonly preview: Preview;
  readonly page: Page;
  readonly language: Language;
}

type Fill = NonNullable<Parameters<typeof startPreview>[0]['fill']>;

async function openStudio(browser: Browser, language: Language, fill: Fill): Promise<Studio> {
  const preview = await startPreview({
    port: 0,
    file: null,
    host: {
      dist: DIST,
      now: `${sampleStart(TODAY)}T09:00`,
      locale: language === 'zh' ? 'zh_CN' : 'en_US',
      name: language === 'zh' ? '销售管道' : 'Sales pipeline',
    },
    fill,
  });
  await preview.ready;
  const context = await browser.newContext({
    viewport: SIZE,
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    bypassCSP: true,
  });
  if (language === 'zh') await addFonts(context);
  const page = await context.newPage();
  await page.goto(preview.url);
  await page.locator('.menu-button.custom').waitFor();
  await settle(page);
  return { preview, page, language };
}

/** A bare Linux has no Chinese glyphs: the pages' first font gets them from the package. */
async function addFonts(context: BrowserContext): Promise<void> {
  const css = [400, 500, 700]
    .map((weight) => readFileSync(join(FONTS, `${weight}.css`), 'utf8'))
    .join('\n')
    .replace(/url\(\.\/files\//g, 'url(http://fonts.example/');
  // Under the names that the pages and the mails ask for.
  const named = ['Roboto', 'Arial'].map((name) => css.replaceAll('Noto Sans SC', name)).join('\n');
  const headers = { 'access-control-allow-origin': '*' };
  await context.route('http://fonts.example/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === 'fonts.css')
      await route.fulfill({ body: named, contentType: 'text/css', headers });
    else await route.fulfill({ path: join(FONTS, 'files', name), headers });
  });
  await context.addInitScript(
    `addEventListener('DOMContentLoaded', () => (${LINK_FONTS})(document))`,
  );
}

const LINK_FONTS = `(page) => {
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'http://fonts.example/fonts.css';
  page.head.append(link);
}`;

/** Waits until nothing is asked any more and all letters are there. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await page.locator('.working:empty').waitFor({ state: 'attached' });
  for (const frame of page.frames()) {
    await frame.evaluate('document.fonts.ready.then(() => true)').catch(() => undefined);
  }
  await page.waitForTimeout(400);
}

async function shoot({ page, language }: Studio, name: string): Promise<void> {
  await settle(page);
  await page.screenshot({ path: join(IMAGES, `${name}-${language}.png`) });
  console.log(`docs/images/${name}-${language}.png`);
}

/** A picture of one part of the window. */
async function shootPart({ page, language }: Studio, part: string, name: string): Promise<void> {
  await settle(page);
  const path = join(IMAGES, `${name}-${language}.png`);
  await page.locator(part).last().screenshot({ path });
  console.log(`docs/images/${name}-${language}.png`);
}

/** Tabs with a picture of their own: what they are called in English and in Chinese. */
const TABS = {
  funnel: { en: 'Funnel', zh: '销售漏斗' },
  forecast: { en: 'Forecast', zh: '销售预测' },
  review: { en: 'Review', zh: '例会回顾' },
  stalled: { en: 'Stalled', zh: '停滞商机' },
  gates: { en: 'Gates', zh: '关卡' },
  health: { en: 'Health', zh: '健康检查' },
} as const;

async function selectTab({ page }: Studio, name: string): Promise<void> {
  await page.locator('.tab-bar nav button').getByText(name, { exact: true }).click();
}

async function menu({ page }: Studio, index: number): Promise<void> {
  await page.locator('.menu-button.custom').click();
  await page.locator('.menu-lines [role=menuitem]').nth(index).click();
}

async function goTo({ page }: Studio, address: string): Promise<void> {
  await page.locator('.name-box').fill(address);
  await page.locator('.name-box').press('Enter');
  await page.waitForTimeout(300);
}

/** The first deal in the second stage whose gate is not ready. */
function waitingDeal({ preview }: Studio): { row: number; stage: string; gate: string } {
  const { sheets } = preview.bench.host.book;
  const [deals] = sheets;
  const stages = sheets.find((sheet) => sheet.value(2, 2) !== '' && sheet.lastColumn === 10);
  if (deals === undefined || stages === undefined) throw new Error('The sample has no deals.');
  const second = stages.value(3, 2);
  const third = String(stages.value(4, 2));
  const [headers = []] = deals.values({ row: 1, column: 1, rows: 1, columns: deals.lastColumn });
  const column = (...names: readonly string[]) =>
    headers.findIndex((header) => names.includes(String(header))) + 1;
  const stageAt = column('Stage', '阶段');
  const gateAt = column('Gate', '关卡提示');
  for (let row = 2; row <= deals.lastRow; row++) {
    const gate = String(deals.value(row, gateAt));
    if (deals.value(row, stageAt) !== second || !/[;；]/.test(gate)) continue;
    return { row, stage: third, gate: `${columnLetters(gateAt)}${row}` };
  }
  throw new Error('Every deal of the sample is ready.');
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

async function takePictures(studio: Studio): Promise<void> {
  const { page } = studio;
  const deal = waitingDeal(studio);
  await goTo(studio, `J${deal.row}`);
  await menu(studio, 0);
  await settle(page);
  await goTo(studio, `K${deal.row}`);
  await shoot(studio, 'deals');

  await page.locator(`[data-cell="${deal.row},10"]`).dblclick();
  await page.locator('.cell-input').fill(deal.stage);
  await page.locator('.cell-input').press('Enter');
  await page.locator('.toast').waitFor();
  await page.locator('.sidebar .close').click();
  await goTo(studio, deal.gate);
  await shoot(studio, 'held');
  await page.locator('.toast').waitFor({ state: 'detached', timeout: 15_000 });

  await menu(studio, 1);
  await settle(page);
  await shoot(studio, 'board');
  await page.locator('.modal .close').click();

  for (const [picture, names] of Object.entries(TABS)) {
    await selectTab(studio, names[studio.language]);
    await shoot(studio, picture);
  }
  await takePagePictures(studio);
  await mailPicture(studio);
}

/** What another tool may have exported. */
const OLD_CRM = [
  'Opportunity,Account,Phase,Value,Expected close,Sales rep,Region',
  'Rolling mill drive,Brightwater Steel,Discovery,$48500,2026-05-29,Ann Reyes,North',
  'Packaging line,Fennel Foods,Quote sent,$126000,2026-04-17,Bo Lindgren,South',
  'Cold store,Osprey Logistics,Negotiating,$73250,2026-03-31,Dana Novak,North',
  'Boiler service,Marlowe Hotels,Won,$18900,2026-02-10,Ann Reyes,West',
].join('\n');

/** The sidebar from top to bottom, the round through stalled deals, and the import dialog. */
async function takePagePictures(studio: Studio): Promise<void> {
  const { page } = studio;
  const deal = waitingDeal(studio);
  await page.setViewportSize({ ...SIZE, height: 1_640 });
  await selectTab(studio, studio.language === 'en' ? 'Deals' : '商机');
  await goTo(studio, `K${deal.row}`);
  await menu(studio, 0);
  await shootPart(studio, '.sidebar', 'sidebar');
  await page.setViewportSize({ ...SIZE, height: 1_480 });
  const views = page.frameLocator('.sidebar iframe').locator('nav button');
  await views.nth(2).click();
  const stalled = page.frameLocator('.sidebar iframe');
  await stalled.locator('[name=cause]').nth(1).check();
  await stalled.locator('[name=way]').first().check();
  await shootPart(studio, '.sidebar', 'triage');
  await page.locator('.sidebar .close').click();
  await page.setViewportSize(SIZE);
  await menu(studio, 2);
  const file = { name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(OLD_CRM) };
  const dialog = page.frameLocator('.modal iframe');
  await dialog.locator('input[type=file]').first().setInputFiles(file);
  await dialog.locator('.preview').waitFor();
  await shoot(studio, 'import');
  await page.locator('.modal .close').click();
}

/** A sheet in which nobody has done anything yet, and the welcome in it. */
async function takeWelcome(browser: Browser, language: Language): Promise<void> {
  const studio = await openStudio(browser, language, async () => {});
  await menu(studio, 0);
  await shoot(studio, 'welcome');
  await closeStudio(studio);
}

async function closeStudio({ page, preview }: Studio): Promise<void> {
  await page.context().close();
  await preview.close();
}

async function mailPicture(studio: Studio): Promise<void> {
  const { page } = studio;
  await page.locator('.tab-bar nav button').first().click();
  await page.locator('.bench .chip').first().click();
  await page.locator('.popover-panel .buttons button').last().click();
  await page.locator('.count').waitFor({ timeout: 60_000 });
  await page.locator('.bench .chip', { has: page.locator('.count') }).click();
  await page.locator('.mails button', { hasText: 'owner@example.com' }).first().click();
  await settle(page);
  // No script runs in the frame of a mail, so its fonts come from outside.
  const frame = `document.querySelector('.mail iframe').contentDocument`;
  if (studio.language === 'zh') await page.evaluate(`(${LINK_FONTS})(${frame})`);
  await settle(page);
  await shoot(studio, 'mail');
}

async function main(): Promise<void> {
  await build();
  mkdirSync(IMAGES, { recursive: true });
  const browser = await launchBrowser();
  for (const language of ['en', 'zh'] as const) {
    await takeWelcome(browser, language);
    const studio = await openStudio(browser, language, (host, tell) =>
      fillSample(host, language, tell),
    );
    await takePictures(studio);
    await closeStudio(studio);
  }
  await browser.close();
  const sizes = readdirSync(IMAGES).map((name) => statSync(join(IMAGES, name)).size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`${sizes.length} pictures, ${(total / 1_000_000).toFixed(1)} MB`);
}

void main();
