import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Card, MoveResult, Request } from '../../src/rpc';
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

const pipeline = aPipelineView();
const pump = aCard({ id: 'pump', name: 'Pump retrofit', daysInStage: 30 });
const valve = aCard({ id: 'valve', name: 'Valve order', owner: 'Bob Stone', daysInStage: 20 });
const belt = aCard({ id: 'belt', name: 'Belt', stage: 'qualification', stalled: true });
const amount = aShortfall({ field: 'Amount', control: 'number', message: 'Amount is empty' });

const moved = (id: string): MoveResult => ({ id, outcome: 'moved', shortfalls: [], message: '' });
const held = (id: string): MoveResult => ({
  id,
  outcome: 'held',
  shortfalls: [amount],
  message: 'Amount is empty',
});

/** A script that moves every card but those named, and remembers where they are. */
function aTeam(start: readonly Card[], holds: readonly string[] = []): Script {
  let cards = [...start];
  const place = (ids: readonly string[], stage: string) => {
    cards = cards.map((card) =>
      ids.includes(card.id) && !holds.includes(card.id)
        ? { ...card, stage, version: `${card.version}+` }
        : card,
    );
    return cards.filter(({ id }) => ids.includes(id));
  };
  return {
    boardView: () => ({ ok: true, pipeline, cards, today: '2026-11-23', me: 'Ann Lee' }),
    dealView: ({ id }) => ({
      ok: true,
      same: false,
      pipeline,
      deal: aDealView({ id: id ?? '', name: cards.find((card) => card.id === id)?.name ?? '' }),
    }),
    moveDeals: ({ ids, to }) => ({
      ok: true,
      results: ids.map((id) => (holds.includes(id) ? held(id) : moved(id))),
      deal: null,
      batch: 'b1',
      cards: place(ids, to),
    }),
    undoMove: () => {
      cards = [...start];
      return { ok: true, results: start.map(({ id }) => moved(id)), deal: null, cards };
    },
  };
}

const open = (script: Script) =>
  openPage(browser, { page: 'Board', script, width: 1200, height: 700 });
const column = (page: Page, stage: string) =>
  page.locator('.column', { has: page.getByRole('heading', { name: stage, exact: true }) });
const card = (page: Page, name: string) => page.getByRole('option', { name });
const within = (page: Page, stage: string, name: string) =>
  column(page, stage).getByRole('option', { name });
const moves = ({ calls }: OpenPage) =>
  calls.filter(({ name }) => name === 'moveDeals').map(({ request }) => request);

test('each stage shows its deals, their sum and their weighted sum', async () => {
  const { page } = await open(aTeam([pump, valve, belt]));
  const header = column(page, 'Proposal').locator('header');
  await header.waitFor();
  const lines = (await header.innerText()).split(/\n+/);
  expect(lines).toEqual(['Proposal', '2 deals', '$96,000', 'weighted $48,000']);
});

test('a card dropped on another stage is moved in one call, against the version that was seen', async () => {
  const board = await open(aTeam([pump, valve, belt]));
  const { page } = board;
  await card(page, 'Pump retrofit').dragTo(column(page, 'Negotiation'));
  await page.getByText('Moved to Negotiation.').waitFor();
  await within(page, 'Negotiation', 'Pump retrofit').waitFor();
  expect(moves(board)).toEqual([
    { ids: ['pump'], to: 'negotiation', versions: { pump: '7' }, from: 'board' },
  ] satisfies Request<'moveDeals'>[]);
  expect(board.errors).toEqual([]);
});

test('a card stands in its new stage before the script has answered', async () => {
  let answer: (() => void) | undefined;
  const team = aTeam([pump]);
  const { page } = await open({
    ...team,
    moveDeals: (request) =>
      new Promise((resolve) => {
        answer = () => resolve(team.moveDeals!(request));
      }),
  });
  await card(page, 'Pump retrofit').dragTo(column(page, 'Negotiation'));
  await within(page, 'Negotiation', 'Pump retrofit').waitFor();
  expect(await page.getByText('Moved to').count()).toBe(0);
  answer?.();
  await page.getByText('Moved to Negotiation.').waitFor();
});

test('a refused card returns, and what it needs is asked beside the board', async () => {
  const board = await open(aTeam([pump, valve], ['pump']));
  const { page } = board;
  await card(page, 'Pump retrofit').dragTo(column(page, 'Negotiation'));
  await page.getByLabel('Amount is empty').waitFor();
  await within(page, 'Proposal', 'Pump retrofit').waitFor();
  expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('Amount');
  await page.getByLabel('Amount is empty').fill('900');
  const refusal = await page.getByRole('alert').elementHandle();
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  await refusal?.waitForElementState('hidden');
  expect(moves(board)[1]).toMatchObject({ facts: { Amount: '900' }, to: 'negotiation' });
});

test('a card is moved with the keyboard alone', async () => {
  const board = await open(aTeam([pump, valve, belt]));
  const { page } = board;
  await card(page, 'Pump retrofit').focus();
  await page.keyboard.press('Space');
  await page.getByText('Pump retrofit picked up.').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Over Negotiation').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Moved to Negotiation.').waitFor();
  expect(moves(board)).toHaveLength(1);

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.getByText('Put back').waitFor();
  expect(moves(board)).toHaveLength(1);
});

test('several selected cards move together; those that are refused are listed with what they need', async () => {
  const board = await open(aTeam([pump, valve, belt], ['valve']));
  const { page } = board;
  await card(page, 'Pump retrofit').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 selected').waitFor();
  await page.getByLabel('Move to…').selectOption('negotiation');
  await page.getByText('1 moved, 1 not: see what they need.').waitFor();
  expect(moves(board)).toMatchObject([{ ids: ['pump', 'valve'] }]);
  const list = page.getByRole('complementary', { name: 'Deal' });
  await list.getByText('Valve order').waitFor();
  await list.getByText('Amount is empty').waitFor();
  await list.getByRole('button', { name: 'Fill in' }).click();
  await page.getByLabel('Amount is empty').waitFor();
});

test('a whole batch is taken back at once', async () => {
  const { page, calls } = await open(aTeam([pump, valve]));
  await card(page, 'Pump retrofit').click({ modifiers: ['Control'] });
  await card(page, 'Valve order').click({ modifiers: ['Control'] });
  await card(page, 'Valve order').dragTo(column(page, 'Negotiation'));
  await page.getByText('2 deals moved to Negotiation.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2 moves are taken back.').waitFor();
  await within(page, 'Proposal', 'Pump retrofit').waitFor();
  expect(calls.at(-1)).toEqual({ name: 'undoMove', request: { batch: 'b1' } });
});

test('deals dropped on Closed lost are lost with one reason, asked before anything is sent', async () => {
  const board = await open(aTeam([pump, valve]));
  const { page } = board;
  await card(page, 'Pump retrofit').dragTo(page.locator('.closing', { hasText: 'Closed lost' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Move to Closed lost' }).click();
  await dialog.getByText('Choose the reason.').waitFor();
  expect(moves(board)).toEqual([]);
  await dialog.getByLabel('Why was it lost?').selectOption('Price');
  await dialog.getByRole('button', { name: 'Move to Closed lost' }).click();
  await page.getByText('Moved to Closed lost.').waitFor();
  expect(moves(board)).toMatchObject([{ ids: ['pump'], to: 'lost', reason: 'Price' }]);
});

test('leaving the question about a loss moves nothing', async () => {
  const board = await open(aTeam([pump]));
  const { page } = board;
  await card(page, 'Pump retrofit').dragTo(page.locator('.closing', { hasText: 'Nurture' }));
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(moves(board)).toEqual([]);
  await within(page, 'Proposal', 'Pump retrofit').waitFor();
});

test('filters leave the deals that pass and say how many those are', async () => {
  const { page } = await open(aTeam([pump, valve, belt]));
  await page.getByText('3 deals', { exact: true }).waitFor();
  await page.getByLabel('Owner').selectOption('Bob Stone');
  await page.getByText('1 of 3 deals').waitFor();
  expect(await page.getByRole('option', { name: 'Belt' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Stalled only').check();
  await page.getByText('1 of 3 deals').waitFor();
  await card(page, 'Belt').waitFor();
});

test('a card that somebody else has moved is shown as it is now, and who moved it is told', async () => {
  let stage = 'proposal';
  const team = aTeam([pump]);
  const { page } = await open({
    ...team,
    boardView: () => ({ ok: true, pipeline, cards: [{ ...pump, stage }], today: '2026-11-23' }),
    moveDeals: () => {
      stage = 'needs';
      const message = 'bob@example.com moved this deal to Needs analysis.';
      return {
        ok: true,
        results: [{ id: 'pump', outcome: 'stale', shortfalls: [], message }],
        deal: null,
        batch: '',
      };
    },
  });
  await card(page, 'Pump retrofit').dragTo(column(page, 'Negotiation'));
  await page.getByText('bob@example.com moved this deal to Needs analysis.').waitFor();
  await within(page, 'Needs analysis', 'Pump retrofit').waitFor();
});

test('of several cards that somebody else has changed each is named, with who did it', async () => {
  const team = aTeam([pump, valve, belt]);
  const { page } = await open({
    ...team,
    moveDeals: ({ ids }) => ({
      ok: true,
      results: ids.map((id) =>
        id === 'valve'
          ? { ...moved(id), outcome: 'stale', message: 'bob@example.com just changed this deal.' }
          : moved(id),
      ),
      deal: null,
      batch: 'b1',
    }),
  });
  for (const name of ['Pump retrofit', 'Valve order'])
    await card(page, name).click({ modifiers: ['Control'] });
  await card(page, 'Pump retrofit').focus();
  for (const key of ['Space', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.getByText('Valve order: bob@example.com just changed this deal.').waitFor();
});

test('selected cards are picked up and dropped together with the keyboard alone', async () => {
  const board = await open(aTeam([pump, valve, belt]));
  const { page } = board;
  await card(page, 'Pump retrofit').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('2 deals picked up.').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText('2 deals moved to Negotiation.').waitFor();
  expect(moves(board)).toMatchObject([{ ids: ['pump', 'valve'], to: 'negotiation' }]);
});

test('cards can be narrowed down to a customer, and to the month in which they close', async () => {
  const march = aCard({ id: 'm', name: 'Mill', customer: 'Lakeside', closeDate: '2027-03-05' });
  const { page } = await open(aTeam([pump, valve, march]));
  await page.getByLabel('Deal or customer').fill('lake');
  await page.getByText('1 of 3 deals').waitFor();
  await card(page, 'Mill').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Closes in').selectOption('2027-03');
  await page.getByText('1 of 3 deals').waitFor();
  await page.getByLabel('Closes in').selectOption({ label: 'Dec 2026' });
  await page.getByText('2 of 3 deals').waitFor();
});

test('a call that fails puts the card back and offers to try again', async () => {
  let up = false;
  const team = aTeam([pump]);
  const { page } = await open({
    ...team,
    moveDeals: (request) => {
      if (!up) throw new Error('no connection');
      return team.moveDeals!(request);
    },
  });
  await card(page, 'Pump retrofit').dragTo(column(page, 'Negotiation'));
  await page.getByText('The sheet did not answer.').waitFor();
  await within(page, 'Proposal', 'Pump retrofit').waitFor();
  up = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await within(page, 'Negotiation', 'Pump retrofit').waitFor();
});

test('a stage that was retired while the board is open is named, and its deals are shown', async () => {
  const { page } = await open(
    aTeam([pump, aCard({ id: 'old', name: 'Old one', stage: 'tender' })]),
  );
  await page.getByText('This stage is no longer in the Stages tab.').waitFor();
  await card(page, 'Old one').waitFor();
});

test('2,000 cards: only those in sight are drawn, the last is reached by keyboard; frame times', async () => {
  const stages = ['qualification', 'needs', 'proposal', 'negotiation'];
  const cards = Array.from({ length: 2_000 }, (_, at) =>
    aCard({ id: `d${at}`, name: `Deal ${at}`, stage: stages[at % 4]!, daysInStage: 2_000 - at }),
  );
  const { page } = await open(aTeam(cards));
  await card(page, 'Deal 0').first().focus();
  expect(await page.getByRole('option').count()).toBeLessThan(100);
  await page.keyboard.press('End');
  await page.getByRole('option', { name: 'Deal 1996' }).waitFor();
  await page.keyboard.press('Home');
  await page.evaluate(`
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  `);
  const from = await column(page, 'Qualification').locator('.card').nth(1).boundingBox();
  await page.mouse.move(from!.x + 40, from!.y + 20);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) {
    await page.mouse.move(from!.x + 40 + step * 12, from!.y + 20 + step * 3);
    await page.evaluate('new Promise(requestAnimationFrame).then(() => 0)');
  }
  await page.mouse.up();
  await page.getByText(/Moved to/).waitFor();
  const frames = ((await page.evaluate('window.frames_')) as number[]).sort((a, b) => a - b);
  const at = (share: number) => frames[Math.floor(share * (frames.length - 1))]!.toFixed(1);
  console.log(
    `dragging over 2,000 cards: ${frames.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
  );
});

test('with two pipelines the board shows one at a time, with the stages that all share', async () => {
  const stages = pipeline.stages.map((stage) =>
    stage.kind === 'open' ? { ...stage, pipeline: 'New business' } : stage,
  );
  const notice = {
    key: 'notice',
    label: 'Notice',
    kind: 'open',
    todo: '',
    pipeline: 'Renewals',
  } as const;
  const both = { ...pipeline, stages: [...stages, notice] };
  const cards = [pump, aCard({ id: 'lake', name: 'Lake', stage: 'notice', pipeline: 'Renewals' })];
  const board = await open({
    ...aTeam(cards),
    boardView: () => ({ ok: true, pipeline: both, cards, today: '2026-11-23', me: '' }),
  });
  const { page } = board;
  await page.getByText('Pump retrofit').waitFor();
  expect(await page.getByText('Notice').count()).toBe(0);

  await page.getByLabel('Pipeline').selectOption('Renewals');
  await page.getByText('Lake').waitFor();
  expect(await page.getByText('Pump retrofit').count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Proposal' }).count()).toBe(0);
  expect(await page.getByText('Closed won').count()).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
