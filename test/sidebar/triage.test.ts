import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../src/rpc';
import { launchBrowser } from '../support/browser';
import { aCard, aDealView, aPipelineView, aShortfall } from '../support/pageFixtures';
import { type OpenPage, openPage, type Script } from '../support/pageHarness';

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

const pipeline = aPipelineView({ causes: ['Budget', 'Competitor', 'Other'] });
const pump = aCard({ id: 'pump', name: 'Pump retrofit', stalled: true, daysInStage: 60 });
const valve = aCard({ id: 'valve', name: 'Valve order', stalled: true, daysInStage: 40 });
const belt = aCard({ id: 'belt', name: 'Belt', stalled: false, daysInStage: 90 });

function aTeam(cards: readonly Card[], me = ''): Script {
  const view = (id: string) =>
    aDealView({ id, name: cards.find((card) => card.id === id)?.name ?? '', stalled: true });
  return {
    boardView: () => ({ ok: true, pipeline, cards: [...cards], today: '2026-11-23', me }),
    dealView: ({ id }) => ({
      ok: true,
      same: false,
      pipeline,
      deal: id === undefined ? null : view(id),
    }),
    saveFacts: ({ id }) => ({ ok: true, stale: false, deal: view(id) }),
    moveDeals: ({ ids }) => ({
      ok: true,
      results: ids.map((id) => ({ id, outcome: 'moved', shortfalls: [], message: '' })),
      deal: aDealView({ id: ids[0]!, stage: 'nurture', next: '' }),
      batch: 'b1',
    }),
  };
}

async function openRound(script: Script): Promise<OpenPage> {
  const opened = await openPage(browser, { page: 'Sidebar', script });
  await opened.page.getByText('No deal selected').waitFor();
  await opened.page.getByRole('button', { name: 'Stalled' }).click();
  return opened;
}
const heading = (page: Page, name: string) => page.getByRole('heading', { name });
const sent = (calls: OpenPage['calls'], wanted: string) =>
  calls.filter(({ name }) => name === wanted).map(({ request }) => request);

test('the round goes through stalled deals only, the longest in its stage first', async () => {
  const { page } = await openRound(aTeam([valve, belt, pump]));
  await heading(page, 'Pump retrofit').waitFor();
  await page.getByText('0 of 2 handled').waitFor();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await heading(page, 'Valve order').waitFor();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await page.getByText('All done for now').waitFor();
  await page.getByText('2 skipped.').waitFor();
});

test('a deal that is kept gets a cause, a plan and a day, then the next one comes', async () => {
  const { page, calls } = await openRound(aTeam([pump, valve]));
  await page.getByLabel('Competitor').check();
  await page.getByLabel('Keep it, with a plan').check();
  const save = page.getByRole('button', { name: 'Save and go on' });
  await save.click();
  await page.getByText('Write what happens next.').waitFor();
  await page.getByLabel('Plan', { exact: true }).fill('Show our price for three years');
  await page.getByLabel('Due').fill('2026-12-05');
  await page.getByLabel('Close date').fill('2027-01-31');
  await page.getByLabel('Win chance in %').fill('30');
  await save.click();
  await heading(page, 'Valve order').waitFor();
  await page.getByText('1 of 2 handled').waitFor();
  expect(sent(calls, 'saveFacts')).toEqual([
    {
      id: 'pump',
      version: '7',
      facts: {
        cause: 'Competitor',
        plan: 'Show our price for three years',
        planDue: '2026-12-05',
        closeDate: '2027-01-31',
        winChance: 0.3,
      },
    },
  ]);
});

test('a deal that rests is moved to nurture until a day, with its cause', async () => {
  const { page, calls } = await openRound(aTeam([pump]));
  await page.getByLabel('Budget').check();
  await page.getByLabel('Let it rest').check();
  await page.getByLabel('Look at it again on').fill('2027-03-01');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('One deal has a way out now.').waitFor();
  expect(sent(calls, 'moveDeals')).toEqual([
    {
      ids: ['pump'],
      to: 'nurture',
      facts: { cause: 'Budget' },
      until: '2027-03-01',
      versions: { pump: '7' },
      from: 'sidebar',
    },
  ]);
});

test('a deal that is closed needs the reason it was lost', async () => {
  const { page, calls } = await openRound(aTeam([pump]));
  await page.getByLabel('Budget').check();
  await page.getByLabel('Close it').check();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('Choose the reason.').waitFor();
  await page.getByLabel('Why was it lost?').selectOption('Price');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('One deal has a way out now.').waitFor();
  expect(sent(calls, 'moveDeals')).toMatchObject([
    { to: 'lost', reason: 'Price', facts: { cause: 'Budget' } },
  ]);
});

test('a round is left and taken up again where it was, with what was typed', async () => {
  const { page, calls } = await openRound(aTeam([pump, valve]));
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await heading(page, 'Valve order').waitFor();
  await page.getByLabel('Competitor').check();
  await page.getByRole('button', { name: 'Deal', exact: true }).click();
  await page.getByRole('combobox', { name: 'Find a deal' }).waitFor();
  await page.getByRole('button', { name: 'Stalled' }).click();
  await heading(page, 'Valve order').waitFor();
  expect(await page.getByLabel('Competitor').isChecked()).toBe(true);
  expect(sent(calls, 'boardView')).toHaveLength(1);
});

test('a rep sees their own stalled deals first, and everybody’s on request', async () => {
  const mine = aCard({ ...valve, owner: 'Bob Stone' });
  const { page } = await openRound(aTeam([pump, mine], 'Bob Stone'));
  await heading(page, 'Valve order').waitFor();
  await page.getByText('0 of 1 handled').waitFor();
  await page.getByLabel('Whose deals').selectOption('all');
  await heading(page, 'Pump retrofit').waitFor();
});

test('a way out that the sheet refuses stays typed, with what is missing', async () => {
  const { page } = await openRound({
    ...aTeam([pump]),
    moveDeals: () => ({
      ok: true,
      results: [
        {
          id: 'pump',
          outcome: 'held',
          shortfalls: [aShortfall({ message: 'Fill in Product' })],
          message: 'Fill in Product',
        },
      ],
      deal: aDealView({ id: 'pump', stalled: true }),
      batch: '',
    }),
  });
  await page.getByLabel('Budget').check();
  await page.getByLabel('Let it rest').check();
  await page.getByLabel('Look at it again on').fill('2027-03-01');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('Fill in Product').waitFor();
  expect(await page.getByLabel('Look at it again on').inputValue()).toBe('2027-03-01');
});

test('without a stalled deal the round says so', async () => {
  const { page } = await openRound(aTeam([belt]));
  await page.getByText('Every open deal is within its stage’s limit, or has a plan.').waitFor();
});

test('the narrow board folds stages, filters, and opens a deal', async () => {
  const { page, calls } = await openPage(browser, {
    page: 'Sidebar',
    script: { ...aTeam([pump, valve, belt]), showDeal: () => ({ ok: true, row: 4 }) },
  });
  await page.getByRole('button', { name: 'Board' }).click();
  await page.getByText('Proposal (3)').click();
  await page.getByRole('button', { name: 'Belt' }).waitFor();
  await page.getByLabel('Stalled only').check();
  await page.getByText('Proposal (2)').waitFor();
  await page.getByRole('button', { name: 'Valve order' }).click();
  await heading(page, 'Valve order').waitFor();
  await page.getByText('Row 4 is selected in the sheet').waitFor();
  expect(sent(calls, 'boardView')).toHaveLength(1);
});
