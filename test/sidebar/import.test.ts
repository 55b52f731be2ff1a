import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Reply, Request } from '../../src/rpc';
import { launchBrowser } from '../support/browser';
import { type OpenPage, openPage, type Script } from '../support/pageHarness';

jest.setTimeout(60_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

const stage = (label: string, kind: 'open' | 'won' | 'lost') => ({
  key: label.toLowerCase(),
  label,
  kind,
  aliases: [],
  chance: null,
});

const TARGET: Reply<'importTarget'> = {
  ok: true,
  language: 'en',
  currency: 'USD',
  today: '2026-03-02',
  stages: [
    stage('Lead', 'open'),
    stage('Demo', 'open'),
    stage('Won', 'won'),
    stage('Lost', 'lost'),
  ],
  isEmpty: true,
};

/** Answers that wait until the test lets them go. */
function waitingAnswers() {
  const waiting: (() => void)[] = [];
  const arrived: (() => void)[] = [];
  const importDeals = async ({ deals }: Request<'importDeals'>): Promise<Reply<'importDeals'>> => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      arrived.shift()?.();
    });
    return { ok: true, deals: deals.length, entries: deals.length, known: [] };
  };
  const next = async () => {
    if (waiting.length === 0) await new Promise<void>((resolve) => arrived.push(resolve));
    waiting.shift()?.();
  };
  return { importDeals, next };
}

async function dialog(script: Script): Promise<OpenPage> {
  const opened = await openPage(browser, { page: 'Import', script, width: 1100, height: 760 });
  await opened.page.locator('input[type=file]').first().waitFor();
  return opened;
}

async function choose({ page }: OpenPage, csv: string): Promise<void> {
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('.preview').waitFor();
}

const many = (count: number) =>
  ['Deal,Stage', ...Array.from({ length: count }, (_, i) => `Many ${i},Lead`)].join('\n');

const sentDeals = ({ calls }: OpenPage) =>
  calls.flatMap(({ name, request }) =>
    name === 'importDeals' ? (request as Request<'importDeals'>).deals : [],
  );

test('an import that is stopped ends after the slice under way, and goes on with the next one', async () => {
  const { importDeals, next } = waitingAnswers();
  const opened = await dialog({ importTarget: () => TARGET, importDeals });
  const { page } = opened;
  await choose(opened, many(1_200));
  await page.getByRole('button', { name: 'Import 1200 deals' }).click();
  await next();
  await page.getByText('500 of 1200 rows').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await next();
  await page.getByText('Stopped.').waitFor();
  expect(sentDeals(opened).length).toBe(1_000);
  await page.getByRole('button', { name: 'Try again' }).click();
  await next();
  await page.getByText('1200 deals came in with 1200 ledger entries.').waitFor();
  expect(new Set(sentDeals(opened).map(({ id }) => id)).size).toBe(1_200);
});

test('a slice that fails is sent again as it was, so that nothing can come in twice', async () => {
  const slices: string[] = [];
  const opened = await dialog({
    importTarget: () => TARGET,
    importDeals: ({ deals }) => {
      slices.push(JSON.stringify(deals));
      if (slices.length === 1) throw new Error('the connection is lost');
      return { ok: true, deals: deals.length, entries: deals.length, known: [] };
    },
  });
  const { page } = opened;
  await choose(opened, many(3));
  await page.getByRole('button', { name: 'Import 3 deals' }).click();
  await page.getByText('Google cannot be reached.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('3 deals came in').waitFor();
  expect(slices.length).toBe(2);
  expect(slices[1]).toBe(slices[0]);
});

test('an empty workbook may take its stages from the file, in the usual order of a sale', async () => {
  const opened = await dialog({ importTarget: () => TARGET });
  await choose(opened, 'Deal,Stage\nA,Engaging\nB,Prospecting\nC,Won\n');
  await opened.page.getByLabel(/^the file/).check();
  await opened.page.getByText('Afterwards: Prospecting → Engaging → Won → Lost').first().waitFor();
});

test('a stage that only a row which cannot be read names is shown as left out', async () => {
  const { page, ...opened } = await dialog({ importTarget: () => TARGET });
  const csv = 'Deal,Stage,Created\nAsh,Lead,2026-01-01\nBirch,Soil survey,2026-02-30\n';
  await choose({ page, ...opened }, csv);
  await page.getByText('Afterwards: Lead → Demo → Won → Lost → Nurture', { exact: true }).waitFor();
  const chosen = page.getByLabel('Soil survey becomes').locator('option:checked');
  expect(await chosen.textContent()).toBe('Left out, as none of its rows can be read: Soil survey');
});

test('the dialog speaks Chinese where the workbook does', async () => {
  const opened = await dialog({ importTarget: () => ({ ...TARGET, language: 'zh' }) });
  await choose(opened, '商机,阶段,金额\n宏图,Lead,12万\n');
  expect(await opened.page.locator('.preview h2').textContent()).toBe(
    '1 个商机，1 条流水记录，0 行无法读取',
  );
  expect(opened.errors).toEqual([]);
});

test('before anything comes in the dialog says which deals the file has created too late', async () => {
  const opened = await dialog({ importTarget: () => TARGET });
  await choose(opened, 'Deal,Stage,Created,Closed\nAsh,Won,2026-02-01,2026-01-15\n');
  await opened.page
    .getByText(
      'Created: later than what followed for 1 deal; it counts as unknown, so correct the file first if you know it (line 2).',
    )
    .waitFor();
});
