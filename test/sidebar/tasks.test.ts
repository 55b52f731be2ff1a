import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TaskView } from '../../src/rpc';
import { launchBrowser } from '../support/browser';
import { aDealView, aPipelineView } from '../support/pageFixtures';
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

const pipeline = aPipelineView();
const deal = aDealView({ owner: 'Ann Lee' });
const quote: TaskView = {
  row: 2,
  key: '',
  task: 'Send the quote',
  owner: 'Bob Stone',
  due: '2026-11-20',
  doneOn: '',
  standing: 'overdue',
};
const done: TaskView = { ...quote, row: 3, standing: 'done', doneOn: '2026-11-23' };

/** A sheet with one task, where the first call of the named kind does not arrive. */
function aSheet(lost: 'addTask' | 'tickTask' | null = null): Script {
  let tasks: TaskView[] = [quote];
  let fails = lost === null ? 0 : 1;
  const arrives = (call: string) => {
    if (call === lost && fails-- > 0) throw new Error('offline');
  };
  return {
    dealView: () => ({ ok: true, same: false, deal, pipeline, tasks }),
    addTask: ({ task, due }) => {
      arrives('addTask');
      tasks = [...tasks, { ...quote, row: 4, key: 'k', task, due, owner: '', standing: 'later' }];
      return { ok: true, deal, tasks };
    },
    tickTask: ({ done: isDone }) => {
      arrives('tickTask');
      tasks = [isDone ? done : quote];
      return { ok: true, deal, tasks };
    },
  };
}

const open = (script: Script) => openPage(browser, { page: 'Sidebar', script });

test('a task says since when it is overdue and whose it is; a tick and it is done', async () => {
  const { page, calls } = await open(aSheet());
  const task = page.getByLabel('Send the quote');
  await task.waitFor();
  expect(await page.locator('.task').textContent()).toContain('Overdue since Nov 20, 2026');
  expect(await page.locator('.task').textContent()).toContain('Bob Stone');

  await task.click();
  await page.getByText('1 done').click();
  expect(await page.getByLabel('Send the quote').isChecked()).toBe(true);
  const { name, request } = calls[1] ?? {};
  const asked = { id: 'd1', row: 2, key: '', task: 'Send the quote', done: true };
  expect([name, request]).toEqual(['tickTask', asked]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a task is added with the keyboard alone', async () => {
  const { page, calls } = await open(aSheet());
  await page.getByRole('button', { name: 'Add a task' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Book the room');
  await page.keyboard.press('Enter');
  await page.getByLabel('Book the room').waitFor();
  expect(calls[1]?.request).toEqual({ id: 'd1', task: 'Book the room', due: '' });
});

test('an empty task is not sent', async () => {
  const { page, calls } = await open(aSheet());
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByLabel('What is to be done').fill('   ');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  expect(calls.map(({ name }) => name)).toEqual(['dealView']);
});

test('a task that did not arrive stays typed, and is sent again on request', async () => {
  const { page } = await open(aSheet('addTask'));
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByLabel('What is to be done').fill('Book the room');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('What you typed is still here.').waitFor();
  expect(await page.getByLabel('What is to be done').inputValue()).toBe('Book the room');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByLabel('Book the room').waitFor();
});

test('a tick that did not arrive is not shown', async () => {
  const { page } = await open(aSheet('tickTask'));
  await page.getByLabel('Send the quote').click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.getByLabel('Send the quote').isChecked()).toBe(false);
});

test('where nothing has run by itself for too long, the sidebar says what to do', async () => {
  const { page } = await open({
    dealView: () => ({
      ok: true,
      same: false,
      deal,
      pipeline,
      silent: 'Nothing has run for 5 hours.',
    }),
  });
  await page.getByText('Nothing has run for 5 hours.').waitFor();
});
