import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../preview/server';
import { DIST } from '../../scripts/build';
import { fillWorkbook } from '../../scripts/start/fillWorkbook';
import type { FileTable } from '../../src/rpc/importCalls';

/** Deals by header, as a file would have them. */
export type SmallDeal = Readonly<Record<string, string>>;

export const MONDAY = '2026-03-02T09:00';

const TEAM = [
  { name: 'Olivia', address: 'owner@example.com' },
  { name: 'Ann', address: 'ann@example.com' },
];

/** A preview of a small workbook, and the moves of a person in its page. */
export interface PreviewPage {
  readonly preview: Preview;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens the workbook in another window, as somebody else. */
  visit(as: string): Promise<Page>;
  close(): Promise<void>;
}

/** Serves a workbook with these deals on a free port and opens it as its owner. */
export async function openPreview(
  browser: Browser,
  deals: readonly SmallDeal[],
): Promise<PreviewPage> {
  const preview = await startPreview({
    port: 0,
    file: null,
    host: { dist: DIST, now: MONDAY, name: 'Small team', owner: 'owner@example.com' },
    fill: (host, tell) =>
      fillWorkbook(
        host,
        { language: 'en', stages: 'keep', deals: tableOf(deals), history: null, team: TEAM },
        tell,
      ),
  });
  await preview.ready;
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(10_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const visit = async (as: string) => {
    const page = await context.newPage();
    await page.goto(`${preview.url}?as=${encodeURIComponent(as)}`);
    await page.getByRole('button', { name: 'Pipeline' }).waitFor();
    return page;
  };
  return {
    preview,
    context,
    page: await visit('owner@example.com'),
    visit,
    close: async () => {
      await context.close();
      await preview.close();
    },
  };
}

function tableOf(deals: readonly SmallDeal[]): FileTable {
  const headers = [...new Set(deals.flatMap((deal) => Object.keys(deal)))];
  return {
    name: 'small.csv',
    headers,
    rows: deals.map((deal) => headers.map((header) => deal[header] ?? '')),
    lines: deals.map((_, at) => at + 2),
  };
}

/** The row of a deal and the column of a header, from 1, as the workbook has them now. */
export function place(preview: Preview, deal: string, header: string): [number, number] {
  const sheet = preview.bench.host.book.sheet('Deals');
  if (sheet === null) throw new Error('There is no Deals tab.');
  const [headers = []] = sheet.values({ row: 1, column: 1, rows: 1, columns: sheet.lastColumn });
  const names = sheet.values({ row: 1, column: 1, rows: sheet.lastRow, columns: 1 });
  const row = names.findIndex(([name]) => name === deal) + 1;
  const column = headers.indexOf(header) + 1;
  if (row === 0 || column === 0) throw new Error(`There is no ${header} of ${deal}.`);
  return [row, column];
}

/** What the workbook holds there, behind the page's back. */
export function held(preview: Preview, deal: string, header: string): unknown {
  return preview.bench.host.book.sheet('Deals')?.value(...place(preview, deal, header));
}

/** Selects the cell through the name box, which scrolls it into view. */
export async function goTo(open: PreviewPage, deal: string, header: string): Promise<Locator> {
  const [row, column] = place(open.preview, deal, header);
  const address = `${letters(column)}${row}`;
  const box = open.page.locator('.name-box');
  await box.fill(address);
  await box.press('Enter');
  await open.page.locator(`.name-box[data-area="${address}"]`).waitFor();
  const cell = open.page.locator(`[data-cell="${row},${column}"]`);
  await cell.waitFor();
  return cell;
}

/** Chooses an item of the pipeline's menu; answers the page that it opens. */
export async function choose(page: Page, item: string): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Pipeline' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.frameLocator('iframe').last();
}

/** Types over a cell and presses Enter. */
export async function typeInto(
  open: PreviewPage,
  deal: string,
  header: string,
  text: string,
): Promise<void> {
  const cell = await goTo(open, deal, header);
  await cell.click();
  await open.page.keyboard.type(text);
  await open.page.keyboard.press('Enter');
  // Enter takes the cursor one row down, a moment later.
  const [row, column] = place(open.preview, deal, header);
  const below = `${letters(column)}${row + 1}`;
  await open.page.locator(`.name-box[data-area="${below}"]`).waitFor();
}

/** Waits until the page shows this text in the cell; gives what it shows when it never does. */
export async function shown(
  open: PreviewPage,
  deal: string,
  header: string,
  wanted: RegExp,
): Promise<string> {
  const cell = await goTo(open, deal, header);
  const seen = await cell
    .filter({ hasText: wanted })
    .textContent({ timeout: 5_000 })
    .catch(() => null);
  return seen ?? (await cell.textContent()) ?? '';
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
