import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Reply } from '../../src/rpc';
import { launchBrowser } from '../support/browser';
import { openPage, type Script } from '../support/pageHarness';

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

const stage = (label: string, asks: readonly string[] = []) => ({
  label,
  kind: 'open' as const,
  todo: `${label}!`,
  asks: [...asks],
});

const VIEW: Reply<'welcomeView'> = {
  ok: true,
  language: 'en',
  isSetUp: false,
  me: { name: 'owner', address: 'owner@example.com' },
  sets: [
    {
      key: 'general',
      name: { en: 'General B2B', zh: '通用 B2B' },
      stages: {
        en: [stage('Qualification', ['Tick Need confirmed']), stage('Proposal')],
        zh: [stage('线索资格审查', ['请勾选“需求已确认”']), stage('方案呈现')],
      },
    },
    {
      key: 'saas',
      name: { en: 'SaaS', zh: 'SaaS' },
      stages: { en: [stage('Trial')], zh: [stage('免费试用')] },
    },
  ],
};

/** A sheet that is not set up yet; the first `refusals` tries fail. */
function aSheet(refusals = 0): Script {
  let left = refusals;
  return {
    welcomeView: () => VIEW,
    welcome: () => {
      left -= 1;
      if (left >= 0) throw new Error('offline');
      return { ok: true, tabs: 18 };
    },
  };
}

const open = (script: Script, width = 860) =>
  openPage(browser, { page: 'Welcome', script, width, height: 720 });

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations;

test('three steps by pointer: stages with a preview, people, the report', async () => {
  const { page, calls, errors } = await open(aSheet());
  await page.getByText('Tick Need confirmed').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('SaaS').check();
  await page.getByText('Trial!').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Add a person' }).click();
  const ann = page.getByRole('group', { name: 'Person 2' });
  await ann.getByLabel('Name').fill('Ann');
  await ann.getByLabel('Email').fill('ann@example.com');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByText('will run as owner@example.com').waitFor();
  await page.getByLabel('How often').selectOption('Every two weeks');
  await page.getByLabel('On', { exact: true }).selectOption('Friday');
  await page.getByLabel('At', { exact: true }).selectOption('9:00');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByText('Your pipeline is ready').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(calls[1]?.request).toEqual({
    language: 'en',
    stages: 'saas',
    team: [
      { name: 'owner', address: 'owner@example.com', role: 'manager' },
      { name: 'Ann', address: 'ann@example.com', role: 'rep' },
    ],
    rhythm: 'fortnightly',
    day: 5,
    hour: 9,
    currency: 'USD',
  });
  expect(errors).toEqual([]);
});

test('three steps with the Enter key alone take what is offered', async () => {
  const { page, calls } = await open(aSheet());
  await page.getByRole('radio', { name: 'General B2B' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who works on deals?' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Set up' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Your pipeline is ready').waitFor();
  expect(calls.map(({ name }) => name)).toEqual(['welcomeView', 'welcome']);
});

test('the cursor is in the new line before anybody can type, so no letter goes astray', async () => {
  const { page } = await open(aSheet());
  await page.getByRole('button', { name: 'Next' }).click();
  const inFocus = await page.evaluate(`(async () => {
    document.querySelector('button.with-icon').click();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return document.querySelector('li:last-child input') === document.activeElement;
  })()`);
  expect(inFocus).toBe(true);
});

test('in Chinese everything is Chinese, and the currency is CNY', async () => {
  const { page, calls } = await open(aSheet());
  await page.getByLabel('Language').selectOption('中文');
  await page.getByText('线索资格审查').first().waitFor();
  const said = (await page.locator('main').textContent()) ?? '';
  expect(said.replace('English', '')).not.toMatch(/[a-z]{4,}/);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '开始初始化' }).click();
  await page.getByText('销售管道已就绪').waitFor();
  expect(calls[1]?.request).toMatchObject({ language: 'zh', currency: 'CNY' });
});

test.each<{ name: string; address: string; says: string }>`
  name       | address               | says
  ${'Ann'}   | ${'ann at example'}   | ${'Type one address'}
  ${'Ann'}   | ${'a@x.com, b@x.com'} | ${'Type one address'}
  ${''}      | ${'ann@example.com'}  | ${'Type the name'}
  ${'OWNER'} | ${''}                 | ${'on the list already'}
`(
  'a person "$name" with the address "$address" is asked about beside the line',
  async ({ name, address, says }) => {
    const { page, calls } = await open(aSheet());
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const line = page.getByRole('group', { name: 'Person 2' });
    await line.getByLabel('Name').fill(name);
    await line.getByLabel('Email').fill(address);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.getByRole('alert').textContent()).toContain(says);
    expect(await page.getByRole('heading', { name: 'Who works on deals?' }).count()).toBe(1);
    expect(calls).toHaveLength(1);

    await page
      .getByRole('button', { name: /^Remove/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'When does the report come?' }).waitFor();
  },
);

test('a call that did not arrive keeps all that was chosen, and can be tried again', async () => {
  const { page } = await open(aSheet(1));
  await page.getByLabel('SaaS').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Currency').fill('eur');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Currency').inputValue()).toBe('EUR');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByText('Your pipeline is ready').waitFor();
});

test('a closing stage says which kind it is, unless its name says so', async () => {
  const won = (label: string) => ({ ...stage(label), kind: 'won' as const });
  const [set] = VIEW.sets;
  const sets =
    set === undefined
      ? []
      : [{ ...set, stages: { en: [won('Signed'), won('Won')], zh: [won('赢单')] } }];
  const { page } = await open({ welcomeView: () => ({ ...VIEW, sets }) });
  await page.getByText('Signed!').waitFor();
  const told = await page.locator('li.won').allTextContents();
  expect(told.map((text) => text.split('Won').length - 1)).toEqual([1, 2]);
});

test('a workbook that has a pipeline is not set up twice', async () => {
  const { page } = await open({ welcomeView: () => ({ ...VIEW, isSetUp: true }) });
  await page.getByText('has a pipeline already').waitFor();
  expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0);
});

test('it fits a narrow window', async () => {
  const { page } = await open(aSheet(), 420);
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
