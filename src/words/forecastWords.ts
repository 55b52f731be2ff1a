import type { Language } from './language';
import { dealsText, numberText, percentText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the Forecast tab says. */
export interface ForecastWords {
  readonly notEnough: (n: number) => string;
  readonly title: string;
  readonly columns: Words<
    | 'month'
    | 'closed'
    | 'commit'
    | 'bestCase'
    | 'pipeline'
    | 'weighted'
    | 'target'
    | 'gap'
    | 'coverage'
    | 'deals'
  >;
  readonly rows: Words<'overdue' | 'noDate' | 'total'>;
  readonly chart: string;
  readonly notes: {
    readonly currency: (currency: string) => string;
    readonly apart: string;
    readonly withoutRate: (deals: number, currencies: string) => string;
    readonly withoutAmount: (deals: number) => string;
    readonly ladder: (stages: string) => string;
    readonly notEnoughHistory: string;
    readonly outlook: string;
    readonly accuracy: string;
    readonly replays: (replays: number, share: number) => string;
    /** The mix, where there is no range. */
    readonly mixed: (share: number) => string;
    readonly addsUp: string;
    readonly doesNotAddUp: (difference: string) => string;
    readonly span: (from: string, to: string) => string;
    readonly inQuarter: string;
  };
  readonly outlookTitle: string;
  readonly outlookColumns: Words<
    | 'days'
    | 'period'
    | 'measure'
    | 'wonSoFar'
    | 'open'
    | 'fresh'
    | 'total'
    | 'p10'
    | 'p50'
    | 'p90'
    | 'runRate'
    | 'note'
  >;
  readonly periodsTitle: string;
  readonly fan: Words<'title' | 'month' | 'actual' | 'p10' | 'p50' | 'p90'>;
  readonly waterfall: Words<'part' | 'base' | 'ends' | 'more' | 'less'>;
  readonly outlookMeasures: Words<'amount' | 'count'>;
  readonly movementTitle: string;
  readonly movementColumns: Words<'part' | 'amount'> & {
    readonly inQuarter: (quarter: string) => string;
  };
  readonly parts: Words<
    | 'start'
    | 'created'
    | 'pulledIn'
    | 'reopened'
    | 'raised'
    | 'lowered'
    | 'pushedOut'
    | 'nurtured'
    | 'won'
    | 'lost'
    | 'removed'
    | 'end'
    | 'difference'
  >;
  readonly accuracyTitle: string;
  readonly accuracyColumns: Words<
    'days' | 'forecasts' | 'wape' | 'bias' | 'hitRate' | 'brier' | 'kept' | 'replayed' | 'note'
  >;
  readonly accuracyChart: (days: number) => string;
  readonly weeksTitle: string;
  readonly weeksColumns: Words<'week' | 'days' | 'forecast' | 'p10' | 'p90' | 'came' | 'made'>;
  readonly made: Words<'kept' | 'replayed'>;
}

export const FORECAST_WORDS: Readonly<Record<Language, ForecastWords>> = {
  en: {
    notEnough: (n) => `not enough history (n = ${n})`,
    title: 'Forecast',
    columns: {
      month: 'Month',
      closed: 'Closed',
      commit: 'Commit',
      bestCase: 'Best case',
      pipeline: 'Pipeline',
      weighted: 'Weighted',
      target: 'Target',
      gap: 'Gap',
      coverage: 'Coverage',
      deals: 'Deals',
    },
    rows: { overdue: 'Overdue', noDate: 'No date', total: 'Total' },
    chart: 'Forecast by month',
    notes: {
      currency: (currency) => `Amounts in ${currency}, by the month of the close date.`,
      apart:
        'Overdue and No date stand apart: they are in no month. Weighted is amount x win chance of open deals.',
      withoutRate: (deals, currencies) =>
        `${dealsText(deals)} in ${currencies} ${deals === 1 ? 'is' : 'are'} in no amount: add the rate to Settings.`,
      withoutAmount: (deals) =>
        `${dealsText(deals)} without an amount ${deals === 1 ? 'counts' : 'count'} as 0 in the months; the outlook takes the mean of won deals for what is open.`,
      ladder: (stages) =>
        `No win chance is set for ${stages}: a ladder from 10% to 75% stands in until there is history.`,
      notEnoughHistory: 'Not enough history for a range: expected figures rest on default chances.',
      outlook:
        'Expected = open deals (chance x amount) + deals that do not exist yet, mixed with the run rate as far as replays show that it helps.\nIn a period it holds what is won so far too, and so does the run rate. In 8 of 10 cases the result should lie between P10 and P90.',
      accuracy:
        'Kept: forecasts that Snapshots holds as they were made. Replayed: weeks of which nothing was kept, forecast again from what the ledger knew then.',
      replays: (replays, share) =>
        `From ${numberText(replays)} replayed ${replays === 1 ? 'period' : 'periods'}; the run rate has a share of ${percentText(share)}.`,
      mixed: (share) => `the run rate has a share of ${percentText(share)}`,
      addsUp: 'The parts add up to the end.',
      doesNotAddUp: (difference) => `The parts do not add up: ${difference} is unexplained.`,
      span: (from, to) => `From the end of ${from} to the end of ${to}.`,
      inQuarter:
        'Pulled in and Pushed out are close dates that moved into the quarter or out of it: among all open deals nothing can be.',
    },
    outlookTitle: 'Outlook',
    outlookColumns: {
      days: 'Days ahead',
      period: 'Period',
      wonSoFar: 'Won so far',
      measure: 'Of',
      open: 'From open deals',
      fresh: 'From new deals',
      total: 'Expected',
      p10: 'P10',
      p50: 'P50',
      p90: 'P90',
      runRate: 'Run rate',
      note: 'Note',
    },
    periodsTitle: 'Outlook by month and quarter',
    fan: {
      title: 'Won by month, and what is expected',
      month: 'Month',
      actual: 'Won',
      p10: 'P10',
      p50: 'P50',
      p90: 'P90',
    },
    waterfall: { part: 'Part', base: 'Base', ends: 'Open', more: 'More', less: 'Less' },
    outlookMeasures: { amount: 'Amount', count: 'Deals' },
    movementTitle: 'What changed',
    movementColumns: {
      part: 'Part',
      amount: 'All open',
      inQuarter: (quarter) => `To close in ${quarter}`,
    },
    parts: {
      start: 'Start',
      created: '+ New',
      pulledIn: '+ Pulled in',
      reopened: '+ Reopened',
      raised: '+ Raised',
      lowered: '- Lowered',
      pushedOut: '- Pushed out',
      nurtured: '- To nurture',
      won: '- Won',
      lost: '- Lost',
      removed: '- Removed',
      end: 'End',
      difference: 'Unexplained',
    },
    accuracyTitle: 'How right earlier forecasts were',
    accuracyColumns: {
      days: 'Days ahead',
      forecasts: 'Forecasts',
      wape: 'Error (WAPE)',
      bias: 'Bias',
      hitRate: 'Within P10 to P90',
      brier: 'Brier score',
      kept: 'Kept',
      replayed: 'Replayed',
      note: 'Note',
    },
    accuracyChart: (days) => `Forecasts of ${days} days, and what came`,
    weeksTitle: 'Forecasts week by week',
    weeksColumns: {
      week: 'Made at the end of',
      days: 'Days ahead',
      forecast: 'Forecast',
      p10: 'P10',
      p90: 'P90',
      came: 'Came',
      made: 'Made',
    },
    made: { kept: 'kept', replayed: 'replayed' },
  },
  zh: {
    notEnough: (n) => `历史不足（样本数 ${n}）`,
    title: '销售预测',
    columns: {
      month: '月份',
      closed: '已成交',
      commit: '承诺',
      bestCase: '最佳情况',
      pipeline: '管道',
      weighted: '加权金额',
      target: '目标',
      gap: '差额',
      coverage: '覆盖倍数',
      deals: '商机数',
    },
    rows: { overdue: '逾期', noDate: '无日期', total: '合计' },
    chart: '按月预测',
    notes: {
      currency: (currency) => `金额单位为 ${currency}，按预计成交日期所在月份汇总。`,
      apart: '“逾期”和“无日期”单独列出，不计入任何月份。加权金额是进行中商机的金额 × 赢单概率。',
      withoutRate: (deals, currencies) =>
        `${numberText(deals)} 个 ${currencies} 商机未计入任何金额：请在“设置”中补充汇率。`,
      withoutAmount: (deals) =>
        `${numberText(deals)} 个没有金额的商机在月份表中按 0 计算；展望中，进行中的按赢单平均金额计算。`,
      ladder: (stages) => `${stages}没有设置赢单概率：在历史足够之前，暂按 10% 到 75% 均匀递增。`,
      notEnoughHistory: '历史不足，无法给出区间：预期数字按默认概率计算。',
      outlook:
        '预期 = 现有商机（概率 × 金额）+ 尚未出现的新商机，并在回放证明有效的范围内结合近期速度；按期间的预期和近期速度都包含已赢单部分。\n十次中应有八次落在 10 至 90 分位之间。',
      accuracy:
        '“留存”是“快照”表按当时原样保存的预测；“回放”是没有留存的周，用台账当时已知的内容重新预测。',
      replays: (replays, share) =>
        `根据 ${numberText(replays)} 个历史时段的回放；其中近期速度占 ${percentText(share)}。`,
      mixed: (share) => `其中近期速度占 ${percentText(share)}`,
      addsUp: '各项相加等于期末。',
      doesNotAddUp: (difference) => `各项相加不等于期末：有 ${difference} 无法解释。`,
      span: (from, to) => `从 ${from} 日终到 ${to} 日终。`,
      inQuarter: '“提前”和“推迟”指预计成交日期移入或移出该季度；就全部在手商机而言没有这两项。',
    },
    outlookTitle: '展望',
    outlookColumns: {
      days: '未来天数',
      period: '期间',
      wonSoFar: '已赢单',
      measure: '口径',
      open: '来自现有商机',
      fresh: '来自新商机',
      total: '预期',
      p10: '10 分位',
      p50: '50 分位',
      p90: '90 分位',
      runRate: '按近期速度',
      note: '备注',
    },
    periodsTitle: '按月和按季展望',
    fan: {
      title: '每月赢单金额与预期',
      month: '月份',
      actual: '赢单',
      p10: '10 分位',
      p50: '50 分位',
      p90: '90 分位',
    },
    waterfall: { part: '项目', base: '底座', ends: '在手', more: '增加', less: '减少' },
    outlookMeasures: { amount: '金额', count: '商机数' },
    movementTitle: '变动',
    movementColumns: {
      part: '项目',
      amount: '全部在手',
      inQuarter: (quarter) => `预计 ${quarter} 成交`,
    },
    parts: {
      start: '期初',
      created: '+ 新增',
      pulledIn: '+ 提前',
      reopened: '+ 重新打开',
      raised: '+ 调高',
      lowered: '- 调低',
      pushedOut: '- 推迟',
      nurtured: '- 转入长期培育',
      won: '- 赢单',
      lost: '- 输单',
      removed: '- 移除',
      end: '期末',
      difference: '无法解释',
    },
    accuracyTitle: '以往预测的准确度',
    accuracyColumns: {
      days: '提前天数',
      forecasts: '预测次数',
      wape: '误差（WAPE）',
      bias: '偏差',
      hitRate: '落在 10 至 90 分位内',
      brier: '布里尔分数',
      kept: '留存',
      replayed: '回放',
      note: '备注',
    },
    accuracyChart: (days) => `未来 ${days} 天的预测与实际`,
    weeksTitle: '每周预测',
    weeksColumns: {
      week: '预测时点（日终）',
      days: '提前天数',
      forecast: '预测',
      p10: '10 分位',
      p90: '90 分位',
      came: '实际',
      made: '来源',
    },
    made: { kept: '留存', replayed: '回放' },
  },
};
