import type { Page } from 'playwright-core';
import type { Card, DealView, Reply, TaskView } from '../../src/rpc';
import { BOARD_WORDS } from '../../src/words/board';
import type { Language } from '../../src/words/language';
import { PAGE_WORDS } from '../../src/words/pages';
import { TRIAGE_WORDS } from '../../src/words/triage';
import { WIDE_BOARD_WORDS } from '../../src/words/wideBoard';
import { aCard, aDealView, aPipelineView, aShortfall } from './pageFixtures';
import type { Script } from './pageHarness';

/** One state of a page that a person can come to, and how to come there. */
export interface View {
  readonly name: string;
  readonly script: (language: Language) => Script;
  /** What the person does once the page is open; it ends when the state is there. */
  readonly reach: (page: Page, language: Language) => Promise<unknown>;
}

const never = () => new Promise<never>(() => {});
const lost = () => {
  throw new Error('no connection');
};
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const say = (language: Language, en: string, zh: string) => (language === 'zh' ? zh : en);

const LONG = 'Vienna sewage works cooperative, '.repeat(25);
export const MARKUP = '<img src=x onerror="document.title=\'owned\'"><script>alert(1)</script>';

/** What a deal may need, with each control that fills it. */
function needs(language: Language): DealView['missing'] {
  const of = (en: string, zh: string) => say(language, en, zh);
  return [
    aShortfall({ field: 'a', message: of('Tick Demo held', '请勾选“已演示”') }),
    aShortfall({ field: 'b', control: 'number', message: of('Fill in Amount', '请填写金额') }),
    aShortfall({ field: 'c', control: 'date', message: of('Fill in Close date', '请填写日期') }),
    aShortfall({
      field: 'd',
      control: 'choice',
      choices: [of('Pumps', '水泵'), LONG],
      message: of('Choose a Product', '请选择产品'),
    }),
    aShortfall({ field: 'e', control: 'text', message: of('Name a Contact', '请填写联系人') }),
    aShortfall({ field: '', control: 'none', message: of('No skipping', '不能跳过阶段') }),
  ];
}

function tasksOf(language: Language): TaskView[] {
  const task = (row: number, standing: TaskView['standing']): TaskView => ({
    row,
    key: String(row),
    task: say(language, 'Send the quote', '发送报价'),
    owner: say(language, 'Bob Stone', '李明'),
    due: '2026-11-20',
    doneOn: standing === 'done' ? '2026-11-22' : '',
    standing,
  });
  return [task(2, 'overdue'), task(3, 'due'), task(4, 'later'), task(5, 'done')];
}

function fullDeal(language: Language): DealView {
  const line = { kind: 'moved', at: '2026-11-20T10:00:00', by: 'ann@example.com' };
  return aDealView({
    daysInStage: 41,
    stalled: true,
    mayOverride: true,
    missing: needs(language),
    heldBecause: say(language, 'Amount is empty', '金额为空'),
    nextStep: say(language, 'Send the offer', '发送报价'),
    nextStepDate: '2026-12-01',
    outlook: say(
      language,
      'Of 412 deals that sat 14 to 27 days in Proposal, 61 were won within 28 days.',
      '在方案呈现停留 14 到 27 天的 412 个商机中，有 61 个在 28 天内赢单。',
    ),
    history: [8, 7, 6, 5, 4, 3, 2].map((entry) => ({
      ...line,
      entry,
      line: say(language, 'Needs analysis → Proposal', '需求分析 → 方案呈现'),
      mayUndo: entry === 8,
    })),
  });
}

/** A sheet whose selected row holds this deal. */
export function aSheet(language: Language, deal: DealView | null): Script {
  const pipeline = aPipelineView({ language });
  const silent = say(language, 'Nothing has run for 5 hours.', '已有 5 小时没有自动运行。');
  return {
    dealView: () => ({
      ok: true,
      same: false,
      deal,
      pipeline,
      tasks: deal === null ? [] : tasksOf(language),
      ...(deal?.stalled === true ? { silent } : {}),
    }),
  };
}

const held = (id: string, language: Language) => ({
  id,
  outcome: 'held' as const,
  shortfalls: needs(language),
  message: say(language, 'Amount is empty', '金额为空'),
});

const refuses =
  (language: Language): NonNullable<Script['moveDeals']> =>
  ({ ids }) => ({
    ok: true,
    results: ids.map((id) => held(id, language)),
    deal: ids.length === 1 ? fullDeal(language) : null,
    batch: '',
  });

const toNext = (language: Language) =>
  PAGE_WORDS[language].move.to(say(language, 'Negotiation', '商务谈判'));
const lostLabel = (language: Language) => say(language, 'Closed lost', '输单');
const nurtureLabel = (language: Language) => say(language, 'Nurture', '长期培育');

const DEAL_VIEWS: readonly View[] = [
  {
    name: 'loading',
    script: () => ({ dealView: never }),
    reach: (page) => page.locator('.skeleton').waitFor(),
  },
  { name: 'not loaded', script: () => ({ dealView: lost }), reach: heading },
  { name: 'nothing selected', script: (language) => aSheet(language, null), reach: heading },
  {
    name: 'a deal with everything',
    script: (language) => aSheet(language, fullDeal(language)),
    reach: async (page, language) => {
      const words = PAGE_WORDS[language];
      await heading(page);
      await page.getByText(words.tasks.add).click();
      await button(page, words.activity.kinds.meeting).click();
      await page.evaluate(`document.querySelectorAll('summary').forEach((one) => one.click())`);
      await page.locator('details[open]').first().waitFor();
    },
  },
  {
    name: 'a closed deal',
    script: (language) => aSheet(language, aDealView({ stage: 'won', next: '' })),
    reach: heading,
  },
  {
    name: 'a deal with nothing in it',
    script: (language) =>
      aSheet(
        language,
        aDealView({
          ...{ name: '', customer: '', owner: '', amount: '', closeDate: '' },
          ...{ daysInStage: null, usualDays: null, limitDays: null },
        }),
      ),
    reach: heading,
  },
  {
    name: 'a deal with 800 letters in every cell',
    script: (language) =>
      aSheet(
        language,
        aDealView({
          ...{ name: LONG, customer: LONG, owner: LONG, nextStep: LONG, heldBecause: LONG },
          amount: '$1,000,000,000,000.00',
          missing: [aShortfall({ message: LONG })],
        }),
      ),
    reach: heading,
  },
  {
    name: 'a refused move',
    script: (language) => ({
      ...aSheet(language, fullDeal(language)),
      moveDeals: refuses(language),
    }),
    reach: async (page, language) => {
      await button(page, toNext(language)).click();
      await page.getByRole('alert').waitFor();
      await page.getByText(PAGE_WORDS[language].override.open).click();
      await page.locator('button.warning').click();
      await page.getByText(PAGE_WORDS[language].override.needsReason).waitFor();
    },
  },
  {
    name: 'a loss without a reason',
    script: (language) => aSheet(language, aDealView()),
    reach: async (page, language) => {
      await button(page, lostLabel(language)).click();
      await page.locator('.move .primary').click();
      await page.locator('.problem').waitFor();
    },
  },
  {
    name: 'nurture without a day',
    script: (language) => aSheet(language, aDealView()),
    reach: async (page, language) => {
      await button(page, nurtureLabel(language)).click();
      await page.locator('.move .primary').click();
      await page.locator('.problem').waitFor();
    },
  },
  {
    name: 'a call that failed',
    script: (language) => ({ ...aSheet(language, aDealView()), moveDeals: lost }),
    reach: async (page, language) => {
      await button(page, toNext(language)).click();
      await page.locator('.notice.failed').waitFor();
    },
  },
  {
    name: 'a stale deal',
    script: (language) => ({
      ...aSheet(language, aDealView()),
      moveDeals: () => ({
        ok: true,
        results: [{ id: 'd1', outcome: 'stale', shortfalls: [], message: '' }],
        deal: aDealView(),
        batch: '',
      }),
    }),
    reach: async (page, language) => {
      await button(page, toNext(language)).click();
      await page.locator('.notice.changed').waitFor();
    },
  },
  {
    name: 'a deal that is gone',
    script: (language) => ({
      ...aSheet(language, aDealView()),
      moveDeals: () => ({
        ok: true,
        results: [{ id: 'd1', outcome: 'gone', shortfalls: [], message: '' }],
        deal: null,
        batch: '',
      }),
    }),
    reach: async (page, language) => {
      await button(page, toNext(language)).click();
      await page.getByText(PAGE_WORDS[language].gone.advice).waitFor();
    },
  },
  {
    name: 'deals that were found',
    script: (language) => ({
      ...aSheet(language, aDealView()),
      findDeals: () => ({
        ok: true,
        deals: ['x', 'y'].map((id) => ({
          ...{ id, row: 3, name: `${id} ${LONG}`, customer: LONG, owner: 'Ann', stage: 'Proposal' },
        })),
        more: true,
      }),
    }),
    reach: async (page) => {
      await page.getByRole('combobox').first().fill('x');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'no deal found',
    script: (language) => ({
      ...aSheet(language, aDealView()),
      findDeals: () => ({ ok: true, deals: [], more: false }),
    }),
    reach: async (page) => {
      await page.getByRole('combobox').first().fill('zeppelin');
      await page.locator('.says:not(:empty)').waitFor();
    },
  },
];

const BEHIND: Reply<'dealsBehind'> = {
  ok: true,
  title: '2026-04',
  deals: [
    {
      ...{ id: 'd1', row: 2, name: 'Pumps', customer: LONG, owner: 'Ann' },
      ...{ stage: 'Negotiation', amount: '12,000.00 USD' },
    },
  ],
  count: 3,
  isListed: true,
};

const FIGURE_VIEWS: readonly View[] = (
  [
    ['the deals behind a figure', () => BEHIND],
    ['a figure without deals', () => ({ ...BEHIND, deals: [], isListed: false })],
    ['a figure that failed', lost],
  ] as const
).map(([name, dealsBehind]) => ({
  name,
  script: (language) => ({
    dealView: () => ({
      ...{ ok: true, same: false, deal: null, figure: 'forecast!9:3' },
      pipeline: aPipelineView({ language }),
    }),
    dealsBehind,
  }),
  reach: (page) => page.locator('.figure[aria-busy=false]').waitFor(),
}));

/** A team with open, stalled, nameless and very large deals. */
export function aTeamOf(language: Language, part: readonly Card[] = []): Script {
  const cards = [
    aCard({ id: 'pump', name: 'Pump retrofit', stalled: true, daysInStage: 60 }),
    aCard({ id: 'zero', name: '', customer: '', owner: '', amount: 0, closeDate: '' }),
    aCard({ id: 'minus', name: MARKUP, amount: -5_000, stage: 'needs', nextStep: MARKUP }),
    aCard({ id: 'huge', name: LONG, customer: LONG, amount: 1e12, stage: 'needs' }),
    aCard({ id: 'euro', name: 'مشروع المضخة \u202Etxt.exe', amount: 3e11, currency: 'EUR' }),
    aCard({ id: 'none', name: '👩‍🔧🚰 "pump" \'s & co', amount: null, stage: 'qualification' }),
    aCard({ id: 'won', stage: 'won', amount: 1e12 }),
    ...part,
  ];
  const causes = say(language, 'Budget,Competitor,Other', '预算,竞争对手,其他').split(',');
  const pipeline = aPipelineView({ language, causes });
  return {
    dealView: ({ id = 'd1' }) => {
      const deal = { ...fullDeal(language), id };
      return { ok: true, same: false, deal, pipeline, tasks: tasksOf(language) };
    },
    boardView: () => ({ ok: true, pipeline, cards, today: '2026-11-23', me: 'Ann Lee' }),
    moveDeals: refuses(language),
  };
}

const openBoard = (page: Page, language: Language) =>
  button(page, PAGE_WORDS[language].views.board).click();

const NARROW_VIEWS: readonly View[] = [
  {
    name: 'the narrow board',
    script: (language) => aTeamOf(language),
    reach: async (page, language) => {
      await openBoard(page, language);
      for (const stage of await page.locator('.stage-cards summary').all()) await stage.click();
      await page.locator('.stage-cards .card').first().waitFor();
    },
  },
  {
    name: 'a narrow board without deals',
    script: (language) => ({
      ...aTeamOf(language),
      boardView: () => ({
        ok: true,
        pipeline: aPipelineView({ language }),
        cards: [],
        today: '2026-11-23',
      }),
    }),
    reach: async (page, language) => {
      await openBoard(page, language);
      await page.getByText(BOARD_WORDS[language].empty.title).waitFor();
    },
  },
  {
    name: 'a narrow board that failed',
    script: (language) => ({ ...aTeamOf(language), boardView: lost }),
    reach: async (page, language) => {
      await openBoard(page, language);
      await page.getByRole('alert').waitFor();
    },
  },
];

async function startRound(page: Page, language: Language): Promise<void> {
  await button(page, PAGE_WORDS[language].views.stalled).click();
}

/** In the round: a way out is chosen, and saved before anything is filled in. */
const wayOut = (way: 'plan' | 'nurture' | 'lost'): View => ({
  name: `the round through stalled deals: ${way}`,
  script: (language) => aTeamOf(language),
  reach: async (page, language) => {
    const words = TRIAGE_WORDS[language];
    await startRound(page, language);
    await page.locator('input[name=cause]').first().check();
    await page.getByLabel(words.ways[way]).check();
    await button(page, words.save).click();
    await page.locator('.problem').waitFor();
  },
});

const ROUND_VIEWS: readonly View[] = [
  wayOut('plan'),
  wayOut('nurture'),
  wayOut('lost'),
  {
    name: 'the end of the round',
    script: (language) => aTeamOf(language),
    reach: async (page, language) => {
      await startRound(page, language);
      await button(page, TRIAGE_WORDS[language].skip).click();
      await page.getByText(TRIAGE_WORDS[language].done.title).waitFor();
    },
  },
  {
    name: 'a round that failed',
    script: (language) => ({ ...aTeamOf(language), boardView: lost }),
    reach: async (page, language) => {
      await startRound(page, language);
      await page.getByRole('alert').waitFor();
    },
  },
];

/** Every state of the sidebar. */
export const SIDEBAR_VIEWS: readonly View[] = [
  ...DEAL_VIEWS,
  ...FIGURE_VIEWS,
  ...NARROW_VIEWS,
  ...ROUND_VIEWS,
];

const cards = (page: Page) => page.locator('.card').first().waitFor();
const retired = (language: Language) =>
  aTeamOf(language, [aCard({ id: 'old', name: 'Old one', stage: 'tender' })]);

async function selectTwo(page: Page): Promise<void> {
  for (const id of ['pump', 'huge'])
    await page.locator(`[data-id=${id}]`).click({ modifiers: ['Control'] });
}

async function moveSelected(page: Page, language: Language, stage: string): Promise<void> {
  await selectTwo(page);
  await page.getByLabel(WIDE_BOARD_WORDS[language].selection.moveTo).selectOption(stage);
}

/** Every state of the wide board. */
export const BOARD_VIEWS: readonly View[] = [
  {
    name: 'loading',
    script: () => ({ boardView: never }),
    reach: (page) => page.locator('.skeleton').waitFor(),
  },
  {
    name: 'not loaded',
    script: () => ({ boardView: lost }),
    reach: heading,
  },
  {
    name: 'no deals',
    script: (language) => ({
      boardView: () => ({
        ok: true,
        pipeline: aPipelineView({ language }),
        cards: [],
        today: '2026-11-23',
      }),
    }),
    reach: heading,
  },
  { name: 'a retired stage', script: retired, reach: cards },
  {
    name: 'nothing passes the filters',
    script: (language) => aTeamOf(language),
    reach: async (page, language) => {
      await page.getByLabel(BOARD_WORDS[language].filters.text).fill('zeppelin');
      await page.getByText(WIDE_BOARD_WORDS[language].filters.none).waitFor();
    },
  },
  {
    name: 'a card that came back, with what it needs',
    script: (language) => aTeamOf(language),
    reach: async (page, language) => {
      await cards(page);
      await page.locator('[data-id=pump]').focus();
      for (const key of ['Space', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: toNext(language) }).waitFor();
    },
  },
  {
    name: 'two cards that came back',
    script: (language) => aTeamOf(language),
    reach: async (page, language) => {
      await moveSelected(page, language, 'negotiation');
      await page.locator('.came-back').waitFor();
    },
  },
  ...(['lost', 'nurture'] as const).map((stage) => ({
    name: `the question before two deals go to ${stage}`,
    script: (language: Language) => aTeamOf(language),
    reach: async (page: Page, language: Language) => {
      await moveSelected(page, language, stage);
      await page.locator('dialog .primary').click();
      await page.locator('dialog .problem').waitFor();
    },
  })),
  {
    name: 'a move that failed',
    script: (language) => ({ ...aTeamOf(language), moveDeals: lost }),
    reach: async (page, language) => {
      await moveSelected(page, language, 'negotiation');
      await page.locator('.notice.failed').waitFor();
    },
  },
];
