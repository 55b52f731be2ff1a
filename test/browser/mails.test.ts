import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aPipeline, does, newDeal } from '../app/desk';
import { aTeam, fillsIn, onDay, sets } from '../app/rules';
import { launchBrowser } from '../support/browser';
import { OWNER } from '../support/standIn';

const HOSTILE = '<img src=https://example.com/a.png onerror=alert(1)><script>alert(1)</script>';

let browser: Browser;
const letters = new Map<string, string>();

/** The week's mails about deals whose every text is HTML, in both languages. */
beforeAll(async () => {
  browser = await launchBrowser();
  const host = aPipeline();
  aTeam(host);
  sets(host, 'Report rhythm', 'Every week');
  fillsIn(host, 'Team', 5, [['Li', 'li@example.cn', 'Manager', '中文']]);
  const facts = { Customer: HOSTILE, Contact: HOSTILE, 'Next step': HOSTILE, Plan: HOSTILE };
  newDeal(host, `Pump ${HOSTILE}`, { ...facts, Owner: 'Ann', 'Plan due': '2026-02-20' });
  fillsIn(host, 'Tasks', 2, [[HOSTILE, HOSTILE, 'Ann', '2026-02-10', 'Open']]);
  const later = onDay(host, '2026-03-02');
  does(later, { trigger: 'sendStallReport' });
  for (const { to, html } of later.mails) letters.set(to, html);
}, 60_000);

afterAll(() => browser.close());

test.each<{ to: string; width: number }>`
  to                   | width
  ${OWNER}             | ${375}
  ${OWNER}             | ${1280}
  ${'li@example.cn'}   | ${375}
  ${'ann@example.com'} | ${375}
`('the mail to $to fits $width pixels, loads nothing and runs nothing', async ({ to, width }) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(letters.get(to) ?? '');
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  const foreign = await page.evaluate('document.querySelectorAll("img,script,link,iframe").length');
  const text = String(await page.evaluate('document.body.innerText'));
  await page.close();
  expect([asked, overflow, foreign]).toEqual([[], 0, 0]);
  expect(text).toContain(`Pump ${HOSTILE}`);
});
