import type { Language } from './language';

/** What the page says that goes through stalled deals one by one. */
export interface TriageWords {
  readonly loading: string;
  readonly failed: string;
  readonly whose: { readonly label: string; readonly mine: string; readonly all: string };
  readonly progress: (handled: number, of: number) => string;
  readonly cause: string;
  /** Offered when the workbook has no list of its own. */
  readonly causes: readonly string[];
  readonly way: string;
  readonly ways: Readonly<Record<'plan' | 'nurture' | 'lost', string>>;
  readonly wayHints: Readonly<Record<'plan' | 'nurture' | 'lost', string>>;
  readonly plan: string;
  readonly planDue: string;
  readonly planHint: string;
  readonly judge: string;
  /** What the deal still lacks for its next stage. */
  readonly lacks: (stage: string) => string;
  readonly lacksNothing: (stage: string) => string;
  readonly closeDate: string;
  readonly winChance: string;
  readonly winChanceHint: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: (name: string) => string;
  readonly skip: string;
  readonly openDeal: string;
  readonly needs: Readonly<Record<'cause' | 'winChance' | 'way' | 'plan' | 'planDue', string>>;
  readonly nobody: { readonly title: string; readonly advice: string };
  readonly done: { readonly title: string; readonly advice: (handled: number) => string };
  readonly skipped: (count: number) => string;
  readonly again: string;
}

const en: TriageWords = {
  loading: 'Looking for stalled deals',
  failed: 'The stalled deals could not be loaded',
  whose: { label: 'Whose deals', mine: 'Mine', all: 'All' },
  progress: (handled, of) => `${handled} of ${of} handled`,
  cause: 'Why does it not move?',
  causes: ['Budget', 'Decision process', 'Competitor', 'Other'],
  way: 'What now?',
  ways: { plan: 'Keep it, with a plan', nurture: 'Let it rest', lost: 'Close it' },
  wayHints: {
    plan: 'It is still worth the work: say what happens next, and by when.',
    nurture: 'Not now: it leaves the forecast, and its owner gets a task on the day.',
    lost: 'It will not come: closing it keeps the forecast honest.',
  },
  plan: 'Plan',
  planDue: 'Due',
  planHint: 'A day within the next 30 keeps the deal off this list until then.',
  judge: 'Judge it again',
  lacks: (stage) => `For ${stage} it still lacks:`,
  lacksNothing: (stage) => `It has all that ${stage} asks.`,
  closeDate: 'Close date',
  winChance: 'Win chance in %',
  winChanceHint: 'Left empty, the chance of deals like it counts.',
  save: 'Save and go on',
  saving: 'Saving…',
  saved: (name) => `${name}: saved.`,
  skip: 'Skip for now',
  openDeal: 'Open the deal',
  needs: {
    cause: 'Choose why it does not move.',
    winChance: 'Type a number from 0 to 100, or leave it empty.',
    way: 'Choose what happens with it now.',
    plan: 'Write what happens next.',
    planDue: 'Choose the day it is due.',
  },
  nobody: {
    title: 'No stalled deals',
    advice: 'Every open deal is within its stage’s limit, or has a plan.',
  },
  done: {
    title: 'All done for now',
    advice: (handled) =>
      handled === 1 ? 'One deal has a way out now.' : `${handled} deals have a way out now.`,
  },
  skipped: (count) => `${count} skipped.`,
  again: 'Start again',
};

const zh: TriageWords = {
  loading: '正在查找停滞商机',
  failed: '停滞商机加载失败',
  whose: { label: '谁的商机', mine: '我的', all: '全部' },
  progress: (handled, of) => `已处理 ${handled} / ${of}`,
  cause: '为什么停滞？',
  causes: ['预算', '决策流程', '竞争对手', '其他'],
  way: '接下来怎么办？',
  ways: { plan: '继续跟进，定好计划', nurture: '转入长期培育', lost: '关闭' },
  wayHints: {
    plan: '仍值得投入：写明下一步做什么、什么时候完成。',
    nurture: '暂不推进：移出预测，到期由负责人收到任务。',
    lost: '不会成交：及时关闭，预测才真实。',
  },
  plan: '推进计划',
  planDue: '完成日期',
  planHint: '选择 30 天以内的日期，到期前不再列为停滞。',
  judge: '重新判断',
  lacks: (stage) => `进入“${stage}”还缺：`,
  lacksNothing: (stage) => `已满足进入“${stage}”的全部条件。`,
  closeDate: '预计成交日期',
  winChance: '赢单概率（%）',
  winChanceHint: '留空则按同类商机的概率计算。',
  save: '保存并继续',
  saving: '正在保存…',
  saved: (name) => `${name}：已保存。`,
  skip: '暂时跳过',
  openDeal: '打开商机',
  needs: {
    cause: '请选择停滞原因。',
    winChance: '请填写 0 到 100 的数字，或留空。',
    way: '请选择接下来怎么办。',
    plan: '请写明推进计划。',
    planDue: '请选择完成日期。',
  },
  nobody: { title: '没有停滞商机', advice: '所有进行中的商机都在阶段期限内，或已有计划。' },
  done: { title: '本轮已看完', advice: (handled) => `${handled} 个商机已有去向。` },
  skipped: (count) => `跳过 ${count} 个。`,
  again: '重新开始',
};

export const TRIAGE_WORDS: Readonly<Record<Language, TriageWords>> = { en, zh };
