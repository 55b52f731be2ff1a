import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { DealView, MoveResult, Request } from '../../src/rpc';
import { launchBrowser } from '../support/browser';
import { aDealView, aPipelineView, aShortfall } from '../support/pageFixtures';
import { type OpenOptions, type OpenPage, openPage, type Script } from '../support/pageHarness';

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
const look = (deal: DealView | null) => ({ ok: true as const, same: false, deal, pipeline });
const result = (part: Partial<MoveResult>): MoveResult => ({
  id: 'd1',
  outcome: 'moved',
  shortfalls: [],
  message: '',
  ...part,
});
const open = (script: Script, options: Partial<OpenOptions> = {}) =>
  openPage(browser, { page: 'Sidebar', script, ...options });

/** What was sent with the calls of one name. */
const sent = (calls: OpenPage['calls'], wanted: string) =>
  calls.filter(({ name }) => name === wanted).map(({ request }) => request);

/** The name of the control that has the cursor. */
const focused = (page: Page) => page.evaluate('document.activeElement?.getAttribute("name")');

const demo = aShortfall();
const amount = aShortfall({ field: 'Amount', control: 'number', message: 'Amount is empty' });
const inNegotiation = aDealView({ stage: 'negotiation', next: 'won', version: '8' });

test('what is missing is filled in and saved together with the move, in one call', async () => {
  const { page, calls, errors } = await open({
    dealView: () => look(aDealView({ missing: [demo, amount] })),
    moveDeals: () => ({
      ok: true,
      results: [result({})],
      deal: inNegotiation,
      batch: 'b1',
    }),
  });
  await page.getByLabel('Tick Demo held').check();
  await page.getByLabel('Amount is empty').fill('12,000');
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();

  await page.getByText('Moved to Negotiation.').waitFor();
  expect(calls.map(({ name }) => name)).toEqual(['dealView', 'moveDeals']);
  expect(calls[1]?.request).toEqual({
    ids: ['d1'],
    to: 'negotiation',
    facts: { 'Demo held': true, Amount: '12,000' },
    versions: { d1: '7' },
    from: 'sidebar',
  } satisfies Request<'moveDeals'>);
  expect(await page.locator('[aria-current="step"]').textContent()).toContain('Negotiation');
  expect(errors).toEqual([]);
});

test('a refused move keeps what was typed, says how much is missing and puts the cursor there', async () => {
  const { page, calls } = await open({
    dealView: () => look(aDealView()),
    moveDeals: () => ({
      ok: true,
      results: [result({ outcome: 'held', shortfalls: [amount, demo] })],
      deal: aDealView({ missing: [amount, demo] }),
      batch: '',
    }),
  });
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  const refusal = page.getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.textContent()).toContain('2 things are missing');
  const field = page.getByLabel('Amount is empty');
  expect(await focused(page)).toBe('Amount');

  await field.fill('abc');
  const before = await refusal.elementHandle();
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  await before?.waitForElementState('hidden');
  expect(await field.inputValue()).toBe('abc');
  expect(sent(calls, 'moveDeals')[1]).toMatchObject({ facts: { Amount: 'abc' } });
});

test('losing a deal asks for a reason, and for a note when the reason is Other', async () => {
  const { page, calls } = await open({
    dealView: () => look(aDealView()),
    moveDeals: () => ({
      ok: true,
      results: [result({})],
      deal: aDealView({ stage: 'lost', next: '' }),
      batch: 'b1',
    }),
  });
  await page.getByRole('button', { name: 'Closed lost' }).click();
  const go = page.getByRole('button', { name: 'Move to Closed lost' });
  await go.click();
  await page.getByText('Choose the reason.').waitFor();
  await page.getByLabel('Why was it lost?').selectOption('Other');
  await go.click();
  await page.getByText('Write a few words about what happened.').waitFor();
  expect(sent(calls, 'moveDeals')).toEqual([]);

  await page.getByLabel('What happened?').fill('They were bought');
  await go.click();
  await page.getByText('Moved to Closed lost.').waitFor();
  expect(sent(calls, 'moveDeals')[0]).toMatchObject({
    to: 'lost',
    reason: 'Other',
    facts: { lostNote: 'They were bought' },
  });
});

test('a deal rests in nurture until a day that must be chosen', async () => {
  const { page, calls } = await open({
    dealView: () => look(aDealView()),
    moveDeals: () => ({
      ok: true,
      results: [result({})],
      deal: aDealView({ stage: 'nurture', next: '' }),
      batch: 'b1',
    }),
  });
  await page.getByRole('button', { name: 'Nurture' }).click();
  const go = page.getByRole('button', { name: 'Move to Nurture' });
  await go.click();
  await page.getByText('Choose the day to look at it again.').waitFor();
  await page.getByLabel('Look at it again on').fill('2027-03-01');
  await go.click();
  await page.getByText('Moved to Nurture.').waitFor();
  expect(sent(calls, 'moveDeals')[0]).toMatchObject({ to: 'nurture', until: '2027-03-01' });
});

test('overriding is offered only to those who may, and never without a reason', async () => {
  const view = aDealView({ missing: [demo] });
  const other = await open({ dealView: () => look(view) });
  await other.page.getByLabel('Tick Demo held').waitFor();
  expect(await other.page.getByText('Move without these').count()).toBe(0);

  const { page, calls } = await open({
    dealView: () => look({ ...view, mayOverride: true }),
    moveDeals: () => ({
      ok: true,
      results: [result({ outcome: 'overridden' })],
      deal: inNegotiation,
      batch: 'b1',
    }),
  });
  await page.getByText('Move without these').click();
  const go = page.getByRole('button', { name: 'Override and move to Negotiation' });
  await go.click();
  await page.getByText('Write the reason.').waitFor();
  expect(sent(calls, 'moveDeals')).toEqual([]);
  await page.getByLabel('Reason').fill('The demo is on Friday');
  await go.click();
  await page.getByText('Moved to Negotiation, with your reason').waitFor();
  expect(sent(calls, 'moveDeals')[0]).toMatchObject({
    override: true,
    reason: 'The demo is on Friday',
  });
});

test('a call that fails keeps what was typed and does the same again on request', async () => {
  let up = false;
  const { page, calls } = await open({
    dealView: () => look(aDealView({ missing: [amount] })),
    moveDeals: () => {
      if (!up) throw new Error('no connection');
      return { ok: true, results: [result({})], deal: inNegotiation, batch: 'b1' };
    },
  });
  await page.getByLabel('Amount is empty').fill('900');
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  await page.getByText('What you typed is still here.').waitFor();
  expect(await page.getByLabel('Amount is empty').inputValue()).toBe('900');
  up = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Moved to Negotiation.').waitFor();
  const [first, again] = sent(calls, 'moveDeals');
  expect(again).toEqual(first);
});

test('a deal that somebody else has moved is shown as it is now, and who moved it is told', async () => {
  const { page } = await open({
    dealView: () => look(aDealView({ missing: [amount] })),
    moveDeals: () => ({
      ok: true,
      results: [
        result({ outcome: 'stale', message: 'bob@example.com moved this deal to Negotiation.' }),
      ],
      deal: inNegotiation,
      batch: '',
    }),
  });
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  await page.getByText('bob@example.com moved this deal to Negotiation.').waitFor();
  expect(await page.locator('[aria-current="step"]').textContent()).toContain('Negotiation');
});

test('the sidebar follows the selection, and what was typed for a deal waits for its return', async () => {
  const deals = [aDealView({ missing: [amount] }), aDealView({ id: 'd2', name: 'Valve order' })];
  let selected = 0;
  const { page } = await open(
    {
      dealView: ({ seen }) => {
        const deal = deals[selected]!;
        return seen === `${deal.id}@${deal.version}`
          ? { ok: true, same: true, deal: null, pipeline: null }
          : look(deal);
      },
    },
    { movesClock: true },
  );
  await page.getByLabel('Amount is empty').fill('900');
  selected = 1;
  await page.clock.runFor(3_000);
  await page.getByRole('heading', { name: 'Valve order' }).waitFor();
  selected = 0;
  await page.clock.runFor(3_000);
  await page.getByRole('heading', { name: 'Pump retrofit' }).waitFor();
  expect(await page.getByLabel('Amount is empty').inputValue()).toBe('900');
});

test('an answer that was asked for before a move does not bring the old stage back', async () => {
  let answer: (() => void) | undefined;
  let times = 0;
  const { page } = await open(
    {
      dealView: () => {
        times += 1;
        if (times === 1) return look(aDealView());
        return new Promise((resolve) => {
          answer = () => resolve(look(aDealView()));
        });
      },
      moveDeals: () => ({ ok: true, results: [result({})], deal: inNegotiation, batch: 'b1' }),
    },
    { movesClock: true },
  );
  await page.getByRole('heading', { name: 'Pump retrofit' }).waitFor();
  await page.clock.runFor(3_000);
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  await page.getByText('Moved to Negotiation.').waitFor();
  answer?.();
  await page.clock.runFor(100);
  expect(await page.locator('[aria-current="step"]').textContent()).toContain('Negotiation');
});

test('a deal stands in its new stage before the script has answered, and returns when it is held', async () => {
  let answer: (() => void) | undefined;
  const { page } = await open({
    dealView: () => look(aDealView()),
    moveDeals: () =>
      new Promise((resolve) => {
        const results = [result({ outcome: 'held', shortfalls: [amount] })];
        answer = () => resolve({ ok: true, results, deal: aDealView(), batch: '' });
      }),
  });
  const stage = page.locator('[aria-current="step"]');
  await page.getByRole('button', { name: 'Move to Negotiation' }).click();
  await page.getByText('Stage 4 of 5').waitFor();
  expect(await stage.textContent()).toContain('Negotiation');
  answer?.();
  await page.getByText('Stage 3 of 5').waitFor();
  expect(await stage.textContent()).toContain('Proposal');
});

test('who saves a next step is told who has moved the deal meanwhile, and it stays typed', async () => {
  const line = { entry: 9, kind: 'moved', at: '2026-11-20T10:00:00', line: '', mayUndo: true };
  const moved = { ...inNegotiation, history: [{ ...line, by: 'bob@example.com' }] };
  const { page } = await open({
    dealView: () => look(aDealView()),
    saveFacts: () => ({ ok: true, stale: true, deal: moved }),
  });
  await page.getByLabel('What', { exact: true }).fill('Send the offer');
  await page.getByRole('button', { name: 'Save next step' }).click();
  await page.getByText('bob@example.com moved this deal to Negotiation.').waitFor();
  expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('Send the offer');
});

test('the sidebar looks at the sheet when the pointer enters it, and when it gets the focus', async () => {
  const names = ['Pump retrofit', 'Valve order', 'Belt'];
  let looks = 0;
  const { page } = await open(
    {
      // Only a whole look is answered: what is glanced at has not changed.
      dealView: ({ seen }) =>
        seen === undefined
          ? look(aDealView({ id: `d${looks}`, name: names[looks++]! }))
          : { ok: true, same: true, deal: null, pipeline: null },
    },
    { movesClock: true },
  );
  await page.getByRole('heading', { name: 'Pump retrofit' }).waitFor();
  await page.clock.runFor(2_500);
  await page.locator('html').dispatchEvent('pointerenter');
  await page.getByRole('heading', { name: 'Valve order' }).waitFor();
  await page.clock.runFor(2_900);
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await page.getByRole('heading', { name: 'Belt' }).waitFor();
});

test('a deal that has stood for too long says why it is not stalled', async () => {
  const { page } = await open({ dealView: () => look(aDealView({ daysInStage: 112 })) });
  await page.getByText('112 days, usually 12 (9.3 ×)').waitFor();
  await page.getByText('Over the limit of 21 days, but not stalled').waitFor();
});

test('an activity is logged in two clicks', async () => {
  const { page, calls } = await open({
    dealView: () => look(aDealView()),
    logActivity: () => ({ ok: true, deal: aDealView() }),
  });
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Log call' }).click();
  await page.getByText('Call logged.').waitFor();
  expect(sent(calls, 'logActivity')).toEqual([{ id: 'd1', kind: 'call' }]);
});

test('the next step and its day are saved as typed', async () => {
  const { page, calls } = await open({
    dealView: () => look(aDealView()),
    saveFacts: ({ facts }) => ({
      ok: true,
      stale: false,
      deal: aDealView({ nextStep: String(facts.nextStep) }),
    }),
  });
  await page.getByLabel('What', { exact: true }).fill('Send the offer');
  await page.getByLabel('When').fill('2026-12-01');
  await page.getByRole('button', { name: 'Save next step' }).click();
  await page.getByText('Next step saved.').waitFor();
  expect(sent(calls, 'saveFacts')[0]).toEqual({
    id: 'd1',
    facts: { nextStep: 'Send the offer', nextStepDate: '2026-12-01' },
    version: '7',
  });
});

test('a move is taken back from the history', async () => {
  const line = { entry: 7, kind: 'moved', at: '2026-11-20T10:00:00', by: 'ann@example.com' };
  const { page, calls } = await open({
    dealView: () =>
      look(aDealView({ history: [{ ...line, line: 'Needs analysis → Proposal', mayUndo: true }] })),
    undoMove: () => ({
      ok: true,
      results: [result({})],
      deal: aDealView({ stage: 'needs', next: 'proposal' }),
    }),
  });
  await page.getByRole('button', { name: 'Undo: Needs analysis → Proposal' }).click();
  await page.getByText('Undone.').waitFor();
  expect(sent(calls, 'undoMove')).toEqual([{ entry: 7 }]);
  expect(await page.locator('[aria-current="step"]').textContent()).toContain('Needs analysis');
});

test('a deal is found by typing, chosen with the keyboard and selected in the sheet', async () => {
  const found = { row: 40, customer: 'Contoso', owner: 'Bob', stage: 'Proposal' };
  const { page, calls } = await open({
    dealView: ({ id }) => look(id === 'd9' ? aDealView({ id: 'd9', name: 'Valve order' }) : null),
    findDeals: () => ({
      ok: true,
      deals: [
        { ...found, id: 'd8', name: 'Valve house' },
        { ...found, id: 'd9', name: 'Valve order' },
      ],
      more: false,
    }),
    showDeal: () => ({ ok: true, row: 40 }),
  });
  await page.getByText('No deal selected').waitFor();
  await page.getByRole('combobox', { name: 'Find a deal' }).fill('valve');
  await page.getByRole('option', { name: /Valve order/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Valve order' }).waitFor();
  await page.getByText('Row 40 is selected in the sheet').waitFor();
  expect(calls.filter(({ name }) => name === 'findDeals')).toHaveLength(1);
});

test('a whole move is done with the keyboard alone', async () => {
  const { page } = await open({
    dealView: () => look(aDealView({ missing: [demo] })),
    moveDeals: () => ({ ok: true, results: [result({})], deal: inNegotiation, batch: 'b1' }),
  });
  const box = page.getByLabel('Tick Demo held');
  await box.waitFor();
  for (let tabs = 0; tabs < 10 && (await focused(page)) !== 'Demo held'; tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText('Moved to Negotiation.').waitFor();
});

const nasty =
  '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
test.each<{ what: string; name: string }>`
  what               | name
  ${'markup'}        | ${nasty}
  ${'right to left'} | ${'مشروع المضخة \u202Etxt.exe'}
  ${'5,000 letters'} | ${'W'.repeat(5_000)}
  ${'emoji'}         | ${'👩‍🔧🚰 "pump" \'s & co'}
`('a name with $what is shown as text and stays inside the sidebar', async ({ name }) => {
  const { page, errors } = await open({
    dealView: () => look(aDealView({ name, customer: name, owner: name, heldBecause: name })),
  });
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor();
  expect(await heading.textContent()).toBe(name);
  expect(await page.title()).toBe('Deal');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  expect(errors).toEqual([]);
});
