import type { Language } from './language';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What replays of a past day and what-ifs say. */
export interface StandpointWords {
  readonly replay: {
    readonly title: string;
    readonly ask: string;
    readonly noDay: (typed: string, today: string) => string;
    readonly busy: string;
    readonly heading: (day: string) => string;
    readonly reading: string;
    readonly unknown: (changes: number) => string;
  };
  readonly whatIf: {
    readonly title: string;
    readonly nothing: string;
    readonly started: (deals: number) => string;
    readonly compared: (changed: number) => string;
    readonly busy: string;
    /** Over the comparison. */
    readonly columns: Words<'month' | 'forecast' | 'whatIf' | 'difference'>;
    readonly total: string;
  };
}

export const STANDPOINT_WORDS: Readonly<Record<Language, StandpointWords>> = {
  en: {
    replay: {
      title: 'Replay a past day',
      ask: 'Show funnel and forecast as they stood at the end of which day? Type it like 2026-01-31.',
      noDay: (typed, today) =>
        `"${typed}" is not a day before ${today}. Choose Replay again and type a past day, such as 2026-01-31.`,
      busy: 'Somebody else is saving just now. Try again in a moment.',
      heading: (day) => `Replay of ${day}`,
      reading:
        'Made from the Ledger alone. Choose Replay in the Pipeline menu for another day.\nStages, their order, kinds, win chances and limits are those of that day; chances and limits that are learned know nothing of what came later.\nNames of stages, categories, exchange rates, targets and other settings are those of today.',
      unknown: (changes) =>
        `The Ledger does not tell what ${changes === 1 ? 'a later change' : `${changes} later changes`} of the stages replaced: there they are those of today.`,
    },
    whatIf: {
      title: 'What-if',
      nothing: 'There is no open deal to copy yet.',
      started: (deals) =>
        `${deals} open deals were copied. Change amounts, close dates and win chances here, then choose What-if again to compare. Nothing in Deals changes.`,
      compared: (changed) =>
        `${changed} deals differ from Deals; the difference stands at the right. To start over, clear this tab and choose What-if again.`,
      busy: 'Somebody else is saving just now. Try again in a moment.',
      columns: {
        month: 'Month',
        forecast: 'Weighted now',
        whatIf: 'Weighted what-if',
        difference: 'Difference',
      },
      total: 'Total',
    },
  },
  zh: {
    replay: {
      title: '回放过去某一天',
      ask: '查看哪一天日终时的漏斗和预测？请按 2026-01-31 的格式输入。',
      noDay: (typed, today) =>
        `“${typed}”不是 ${today} 之前的日期。请再次选择“回放”，输入过去的某一天，例如 2026-01-31。`,
      busy: '其他人正在保存，请稍后再试。',
      heading: (day) => `${day} 的回放`,
      reading:
        '仅根据台账生成。要看另一天，请在“销售管道”菜单中再次选择“回放”。\n阶段及其顺序、类型、赢单概率和停留上限为当天的设置；从历史中学到的概率和上限也只用到当天为止的数据。\n阶段名称、预测类别、汇率、目标和其他设置为当前的设置。',
      unknown: (changes) =>
        `台账没有写明之后 ${changes} 处阶段变更之前的设置：这些地方使用当前的设置。`,
    },
    whatIf: {
      title: '假设分析',
      nothing: '还没有进行中的商机可以复制。',
      started: (deals) =>
        `已复制 ${deals} 个进行中的商机。请在此修改金额、日期和赢单概率，再次选择“假设分析”即可比较。“商机”表不会改变。`,
      compared: (changed) =>
        `有 ${changed} 个商机与“商机”表不同，差额列在右侧。要重新开始，请清空此表后再次选择“假设分析”。`,
      busy: '其他人正在保存，请稍后再试。',
      columns: {
        month: '月份',
        forecast: '当前加权金额',
        whatIf: '假设加权金额',
        difference: '差额',
      },
      total: '合计',
    },
  },
};
