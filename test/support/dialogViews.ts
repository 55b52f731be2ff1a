import type { Page } from 'playwright-core';
import type { Reply } from '../../src/rpc';
import { IMPORT_PAGE_WORDS } from '../../src/words/importPage';
import type { Language } from '../../src/words/language';
import { WELCOME_WORDS } from '../../src/words/welcome';
import type { Script } from './pageHarness';
import type { View } from './pageViews';

const never = () => new Promise<never>(() => {});
const lost = () => {
  throw new Error('no connection');
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const stage = (label: string, asks: readonly string[]) => ({
  ...{ label, kind: 'open' as const, todo: `${label} …`, asks: [...asks] },
});

function welcomeView(language: Language, isSetUp = false): Reply<'welcomeView'> {
  const stages = {
    en: [
      stage('Qualification', ['Tick Need confirmed', 'Tick Budget confirmed']),
      stage('Won', []),
    ],
    zh: [stage('线索资格审查', ['请勾选“需求已确认”', '请勾选“预算已确认”']), stage('赢单', [])],
  };
  return {
    ...{ ok: true, language, isSetUp, me: { name: 'owner', address: 'owner@example.com' } },
    sets: [
      { key: 'general', name: { en: 'General B2B', zh: '通用 B2B' }, stages },
      { key: 'saas', name: { en: 'SaaS', zh: 'SaaS' }, stages },
    ],
  };
}

const newSheet = (language: Language): Script => ({
  welcomeView: () => welcomeView(language),
  welcome: () => ({ ok: true, tabs: 18 }),
});

async function toTeam(page: Page, language: Language): Promise<void> {
  await button(page, WELCOME_WORDS[language].next).click();
  await page.getByText(WELCOME_WORDS[language].team.heading).waitFor();
}

async function toReport(page: Page, language: Language): Promise<void> {
  await toTeam(page, language);
  await button(page, WELCOME_WORDS[language].next).click();
  await page.getByText(WELCOME_WORDS[language].rhythm.heading).waitFor();
}

async function setUp(page: Page, language: Language): Promise<void> {
  await toReport(page, language);
  await button(page, WELCOME_WORDS[language].rhythm.go).click();
}

/** Every state of the welcome. */
export const WELCOME_VIEWS: readonly View[] = [
  {
    name: 'loading',
    script: () => ({ welcomeView: never }),
    reach: (page) => page.locator('.skeleton').waitFor(),
  },
  {
    name: 'not loaded',
    script: () => ({ welcomeView: lost }),
    reach: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'a pipeline is there already',
    script: (language) => ({ welcomeView: () => welcomeView(language, true) }),
    reach: (page) => page.locator('.blank').waitFor(),
  },
  {
    name: 'the stages',
    script: newSheet,
    reach: (page) => page.getByRole('radio').first().waitFor(),
  },
  {
    name: 'the team, with somebody who has no address',
    script: newSheet,
    reach: async (page, language) => {
      await toTeam(page, language);
      await button(page, WELCOME_WORDS[language].team.add).click();
      await page.keyboard.type('Ann');
      await page.keyboard.press('Tab');
      await page.keyboard.type('ann at example');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'the report', script: newSheet, reach: toReport },
  {
    name: 'set-up that failed',
    script: (language) => ({ ...newSheet(language), welcome: lost }),
    reach: async (page, language) => {
      await setUp(page, language);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'set up',
    script: newSheet,
    reach: async (page, language) => {
      await setUp(page, language);
      await page.getByText(WELCOME_WORDS[language].done.title).waitFor();
    },
  },
];

function importTarget(language: Language): Reply<'importTarget'> {
  const named = (key: string, label: string, kind: 'open' | 'won' | 'lost') => ({
    ...{ key, label, kind, aliases: [], chance: null },
  });
  const zh = language === 'zh';
  return {
    ...{ ok: true, language, currency: 'USD', today: '2026-03-02', isEmpty: true },
    stages: [
      named('lead', zh ? '线索' : 'Lead', 'open'),
      named('demo', zh ? '演示' : 'Demo', 'open'),
      named('won', zh ? '赢单' : 'Won', 'won'),
      named('lost', zh ? '输单' : 'Lost', 'lost'),
    ],
  };
}

const MESSY = [
  'ID,Deal,Stage,Amount,Created,Own remark',
  'D1,Pump retrofit,Demo,1200,2026-01-05,one',
  'D2,<b>Valve</b>,Cold,900,2026-01-06,two',
  'D3,Belt,Won,12,someday,three',
  ',,,,,',
].join('\n');

const target = (language: Language): Script => ({ importTarget: () => importTarget(language) });

async function chooseFile(page: Page, text: string): Promise<void> {
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').first().setInputFiles(file);
}

async function plan(page: Page): Promise<void> {
  await chooseFile(page, MESSY);
  await page.locator('.preview').waitFor();
}

async function send(page: Page): Promise<void> {
  await plan(page);
  await page.locator('.go .primary').click();
}

/** Every state of the import. */
export const IMPORT_VIEWS: readonly View[] = [
  {
    name: 'loading',
    script: () => ({ importTarget: never }),
    reach: (page) => page.getByRole('status').waitFor(),
  },
  {
    name: 'not loaded',
    script: () => ({ importTarget: lost }),
    reach: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'no file yet',
    script: target,
    reach: (page) => page.locator('input[type=file]').first().waitFor(),
  },
  {
    name: 'a file that is no table',
    script: target,
    reach: async (page) => {
      await chooseFile(page, 'PK\u0003\u0004');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'a file with rows that cannot be read', script: target, reach: plan },
  {
    name: 'under way',
    script: (language) => ({ ...target(language), importDeals: never }),
    reach: async (page, language) => {
      await send(page);
      await button(page, IMPORT_PAGE_WORDS[language].send.cancel).waitFor();
    },
  },
  {
    name: 'a slice that failed',
    script: (language) => ({ ...target(language), importDeals: lost }),
    reach: async (page) => {
      await send(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sent, with what differs',
    script: (language) => ({
      ...target(language),
      importDeals: () => ({
        ...{ ok: true, deals: 1, entries: 1 },
        known: [
          {
            ...{ id: 'D1', line: 2, name: 'Pump retrofit' },
            changes: [
              { field: 'amount', header: 'Amount', was: '900', now: '1200' },
              { field: 'owner', header: 'Owner', was: '', now: 'Ann '.repeat(60) },
            ],
          },
        ],
      }),
    }),
    reach: async (page) => {
      await send(page);
      await page.getByRole('checkbox').first().waitFor();
    },
  },
];
