import { expect, test } from '@jest/globals';
import type { Host } from '../preview/google/host';
import { blockOf, type Cells, dealNamed, does, type Facts, lifeOf, types } from './app/desk';
import { OWNER, setUp } from './support/standIn';

/** What the team of each language types and reads. */
interface Story {
  readonly language: 'en' | 'zh';
  readonly tabs: readonly string[];
  readonly deal: string;
  readonly owner: string;
  readonly first: string;
  readonly next: string;
  readonly facts: Facts;
  /** The facts that the refusal names. */
  readonly missing: readonly string[];
  readonly held: string;
  readonly ready: string;
  readonly life: readonly string[];
  readonly subject: string;
}

const STORIES: readonly Story[] = [
  {
    language: 'en',
    tabs: ['Deals', 'Funnel', 'Forecast', 'Stalled', 'Ledger', 'Health'],
    deal: 'Pump station',
    owner: 'Ann Lee',
    first: 'Qualification',
    next: 'Needs analysis',
    facts: { Customer: 'Northwind Mills', 'Ideal customer fit': true, 'Need confirmed': true },
    missing: ['Fill in Customer', 'Tick Ideal customer fit', 'Tick Need confirmed'],
    held: 'Not moved to Needs analysis',
    ready: 'Ready for Needs analysis',
    life: [
      'created: Qualification',
      'held: Qualification -> Needs analysis',
      'changed: Qualification -> Qualification',
      'changed: Qualification -> Qualification',
      'changed: Qualification -> Qualification',
      'moved: Qualification -> Needs analysis',
    ],
    subject: '1 of your deals needs a decision',
  },
  {
    language: 'zh',
    tabs: ['商机', '销售漏斗', '销售预测', '停滞商机', '台账', '健康检查'],
    deal: '泵站改造',
    owner: '李安',
    first: '线索资格审查',
    next: '需求分析',
    facts: { Customer: '北风纺织', 符合理想客户画像: true, 需求已确认: true },
    missing: ['请填写“客户”', '符合理想客户画像', '需求已确认'],
    held: '未能推进到“需求分析”',
    ready: '可以推进到“需求分析”',
    life: [
      '新建: 线索资格审查',
      '拦截: 线索资格审查 -> 需求分析',
      '修改: 线索资格审查 -> 线索资格审查',
      '修改: 线索资格审查 -> 线索资格审查',
      '修改: 线索资格审查 -> 线索资格审查',
      '移动: 线索资格审查 -> 需求分析',
    ],
    subject: '您有 1 个商机需要处理',
  },
];

/** Four weeks, and the day of the mail. */
const LATER = { days: 28, hours: 0 };

function stageRow(host: Host, stage: string): Cells | undefined {
  return blockOf(host, 'Funnel', 'stages').find((row) => row.stage === stage);
}

function mailsTo(host: Host, address: string) {
  return host.mails.filter(({ to }) => to === address);
}

test.each(STORIES)('a sales month, told in $language', (story) => {
  const host = setUp({ language: story.language });
  const names = host.book.sheets.map((sheet) => sheet.name);
  expect(names).toEqual(expect.arrayContaining([...story.tabs]));

  // A colleague joins the team.
  does(host, {
    edit: { tab: 'Team', range: 'A3:B3', values: [[story.owner, 'ann@example.com']] },
  });

  // The first deal is typed; it stands in the first stage by itself.
  does(host, { edit: { tab: 'Deals', range: 'A2', values: [[story.deal]] } });
  expect(dealNamed(host, story.deal)).toMatchObject({ Stage: story.first, 'Days in stage': 0 });

  // Too early: the old stage comes back, and what is missing is said in the corner and in the row.
  const refused = types(host, story.deal, { Stage: story.next });
  const said = refused.toasts.map(({ message }) => message).join();
  const held = dealNamed(host, story.deal);
  expect(held.Stage).toBe(story.first);
  expect(held.Gate).toContain(story.held);
  for (const fact of story.missing) {
    expect(said).toContain(fact);
    expect(held.Gate).toContain(fact);
  }

  // The facts are filled in, and the same move passes.
  types(host, story.deal, {
    ...story.facts,
    Owner: story.owner,
    Amount: '12,000',
    'Close date': '2026-03-20',
  });
  expect(dealNamed(host, story.deal).Gate).toBe(story.ready);
  const moved = types(host, story.deal, { Stage: story.next });
  expect(moved.toasts).toEqual([]);
  expect(dealNamed(host, story.deal)).toMatchObject({
    Stage: story.next,
    'Accepted stage': story.next,
  });
  expect(lifeOf(host, story.deal)).toEqual(story.life);

  // Funnel and forecast follow on demand.
  does(host, { menu: 'refreshReports' });
  expect(stageRow(host, story.first)).toMatchObject({ now: 0, reached: 1 });
  expect(stageRow(host, story.next)).toMatchObject({ now: 1, reached: 1 });
  const march = blockOf(host, 'Forecast', 'months').find((row) => row.month === '2026-03');
  // 12,000 at the 25 % of Needs analysis.
  expect(march).toMatchObject({ pipeline: 12_000, weighted: 3_000 });

  // Nobody touches the deal for four weeks: 28 days in a stage whose limit is 21.
  does(host, { advance: LATER });
  expect(dealNamed(host, story.deal)['Days in stage']).toBe(28);
  expect(blockOf(host, 'Stalled', 'deals').map((row) => row.days)).toEqual([28]);
  const forAnn = mailsTo(host, 'ann@example.com').filter(({ at }) => at.startsWith('2026-03-02'));
  expect(forAnn).toHaveLength(1);
  expect(forAnn[0]?.subject).toContain(story.subject);
  expect(forAnn[0]?.text).toContain(story.deal);
  expect(forAnn[0]?.html).toContain(story.deal);

  // However often the trigger fires, nobody is told twice in a week.
  const sent = host.mails.length;
  for (let again = 0; again < 3; again++) does(host, { trigger: 'sendStallReport' });
  does(host, { menu: 'sendStallReport' });
  expect(host.mails).toHaveLength(sent);
  expect(mailsTo(host, OWNER).filter(({ at }) => at.startsWith('2026-03-02'))).toHaveLength(1);
  expect(blockOf(host, 'Health', 'problems')).toEqual([]);
});
