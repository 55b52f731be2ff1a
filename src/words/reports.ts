import type { Limit } from '../domain/limits';
import type { Language } from './language';
import { numberText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** Headers of the generated tables, by column. */
export interface ReportHeaders {
  readonly funnel: Words<
    | 'stage'
    | 'now'
    | 'reached'
    | 'visited'
    | 'strict'
    | 'lostHere'
    | 'nextRate'
    | 'nextN'
    | 'nextLow'
    | 'nextHigh'
    | 'cumulative'
    | 'resolvedRate'
    | 'medianDwell'
    | 'skipped'
    | 'openShare'
    | 'note'
  >;
  readonly summary: Words<'measure' | 'value' | 'note'>;
  readonly months: Words<
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
  readonly outlook: Words<
    'days' | 'measure' | 'open' | 'fresh' | 'total' | 'p10' | 'p50' | 'p90' | 'runRate' | 'note'
  >;
  readonly movement: Words<'part' | 'amount'>;
  readonly accuracy: Words<'days' | 'forecasts' | 'wape' | 'bias' | 'hitRate' | 'brier' | 'note'>;
  readonly stalled: Words<
    | 'name'
    | 'deal'
    | 'stage'
    | 'owner'
    | 'days'
    | 'limit'
    | 'reason'
    | 'customer'
    | 'amount'
    | 'currency'
    | 'nextStep'
  >;
  readonly limits: Words<'stage' | 'limit' | 'usual' | 'stalled' | 'open' | 'source'>;
  readonly lostReasons: Words<'reason' | 'deals' | 'share'>;
  readonly health: Words<'tab' | 'cell' | 'problem' | 'todo'>;
}

export interface ReportWords {
  readonly headers: ReportHeaders;
  readonly titles: Words<
    | 'funnel'
    | 'forecast'
    | 'stalled'
    | 'health'
    | 'summary'
    | 'outlook'
    | 'movement'
    | 'accuracy'
    | 'watch'
    | 'limits'
    | 'lostReasons'
  >;
  readonly charts: Words<'funnel' | 'dwell' | 'months' | 'stalled' | 'spacer' | 'forChart'>;
  /** `at` is "2026-02-02 09:00", `moves` those in the ledger by then, `since` those that came after it. */
  readonly asOf: (at: string, moves: number, since?: number) => string;
  readonly rows: Words<'overdue' | 'noDate' | 'total'>;
  readonly notEnough: (n: number) => string;
  readonly stillOpen: (share: number) => string;
  readonly funnelNotes: {
    readonly cohort: (by: 'all' | 'created' | 'entered', from: string, to: string) => string;
    readonly reading: string;
    readonly reachUnknown: (deals: number) => string;
    readonly elsewhere: (deals: number) => string;
    readonly undated: (deals: number) => string;
    readonly bottleneckRate: (told: Told) => string;
    readonly bottleneckDwell: (told: Told) => string;
    readonly noBottleneck: string;
  };
  readonly measures: Words<
    'winRateCount' | 'winRateAmount' | 'cycleMedian' | 'cycleMean' | 'velocity' | 'rhythm'
  >;
  readonly measureNotes: {
    readonly closed: (won: number, lost: number) => string;
    readonly withoutAmount: (deals: number) => string;
    readonly days: (deals: number, undated: number) => string;
    readonly perDay: (currency: string) => string;
    readonly rhythm: string;
  };
  readonly forecastNotes: {
    readonly currency: (currency: string) => string;
    readonly apart: string;
    readonly withoutRate: (deals: number, currencies: string) => string;
    readonly withoutAmount: (deals: number) => string;
    readonly ladder: (stages: string) => string;
    readonly notEnoughHistory: string;
    readonly replays: (replays: number, share: number) => string;
    readonly addsUp: string;
    readonly doesNotAddUp: (difference: string) => string;
    readonly span: (from: string, to: string) => string;
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
  readonly outlookMeasures: Words<'amount' | 'count'>;
  /** "41 days, usually 12 (3.4 x)". */
  readonly stay: (days: number, usual: number | null, times: number | null) => string;
  readonly watch: {
    readonly silent: (days: number) => string;
    readonly overdue: string;
    readonly slipping: (slips: number) => string;
    readonly covered: (until: string) => string;
  };
  readonly nothingStalled: string;
  readonly nothingToWatch: string;
  readonly limitSource: (limit: Limit) => string;
  readonly noReason: string;
  readonly noProblems: string;
  readonly problemCount: (count: number) => string;
  readonly wholeRow: (row: number) => string;
}

/** A bottleneck with its figures, worded already. */
export interface Told {
  readonly stage: string;
  readonly now: string;
  readonly before: string;
  readonly nNow: number;
  readonly nBefore: number;
}

/** `percentText(0.456) //=> '46%'` */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** At most one decimal. `daysText(12.04) //=> '12'` */
export function daysText(days: number): string {
  return numberText(Number(days.toFixed(1)));
}

function movesInEnglish(moves: number): string {
  return moves === 1 ? '1 move' : `${numberText(moves)} moves`;
}

const EN: ReportWords = {
  headers: {
    funnel: {
      stage: 'Stage',
      now: 'Now',
      reached: 'Reached',
      visited: 'Visited',
      strict: 'In order',
      lostHere: 'Lost here',
      nextRate: 'To next',
      nextN: 'n',
      nextLow: 'Low',
      nextHigh: 'High',
      cumulative: 'Of all',
      resolvedRate: 'Resolved rate',
      medianDwell: 'Median days',
      skipped: 'Skipped',
      openShare: 'Still open',
      note: 'Note',
    },
    summary: { measure: 'Measure', value: 'Value', note: 'Note' },
    months: {
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
    outlook: {
      days: 'Days ahead',
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
    movement: { part: 'Part', amount: 'Amount' },
    accuracy: {
      days: 'Days ahead',
      forecasts: 'Forecasts',
      wape: 'Error (WAPE)',
      bias: 'Bias',
      hitRate: 'Within P10 to P90',
      brier: 'Brier score',
      note: 'Note',
    },
    stalled: {
      name: 'Deal',
      deal: 'ID',
      stage: 'Stage',
      owner: 'Owner',
      days: 'Days',
      limit: 'Limit',
      reason: 'Why',
      customer: 'Customer',
      amount: 'Amount',
      currency: 'Currency',
      nextStep: 'Next step',
    },
    limits: {
      stage: 'Stage',
      limit: 'Limit in days',
      usual: 'Usual days',
      stalled: 'Stalled',
      open: 'Open',
      source: 'Where the limit is from',
    },
    lostReasons: { reason: 'Lost reason', deals: 'Deals', share: 'Share' },
    health: { tab: 'Tab', cell: 'Cell', problem: 'Problem', todo: 'What to do' },
  },
  titles: {
    funnel: 'Funnel',
    forecast: 'Forecast',
    stalled: 'Stalled deals',
    health: 'Health',
    summary: 'At a glance',
    outlook: 'Outlook',
    movement: 'What changed',
    accuracy: 'How right earlier forecasts were',
    watch: 'Worth a look',
    limits: 'Limits by stage',
    lostReasons: 'Why deals were lost',
  },
  charts: {
    funnel: 'Deals that reached each stage',
    dwell: 'Days in stage: usual and limit',
    months: 'Forecast by month',
    stalled: 'Stalled deals by stage',
    spacer: 'Spacer',
    forChart: 'For the chart',
  },
  asOf: (at, moves, since = 0) => {
    const made = `As of ${at}, after ${movesInEnglish(moves)} in all.`;
    return since === 0
      ? made
      : `${made} ${movesInEnglish(since)} since: choose Refresh in the Pipeline menu.`;
  },
  rows: { overdue: 'Overdue', noDate: 'No date', total: 'Total' },
  notEnough: (n) => `not enough history (n = ${n})`,
  stillOpen: (share) => `${percentText(share)} still open: rates may change`,
  funnelNotes: {
    cohort: (by, from, to) => {
      if (by === 'all') return 'All deals, whenever they were created.';
      const what = by === 'created' ? 'Deals created' : 'Deals that entered a stage';
      return `${what} from ${from} to ${to}.`;
    },
    reading:
      'Reached counts a deal up to the furthest stage that it ever entered; going back or being lost never lowers it. Low and High are the 95% interval of To next. Rates of fewer than 10 deals stay empty.',
    reachUnknown: (deals) =>
      `${numberText(deals)} closed deals came with unknown history: they count up to their last known stage, else the first.`,
    elsewhere: (deals) =>
      `${numberText(deals)} deals are in a stage that is not on the Stages tab: they are in no row.`,
    undated: (deals) =>
      `${numberText(deals)} deals have no known day of creation: they are left out.`,
    bottleneckRate: ({ stage, now, before, nNow, nBefore }) =>
      `Bottleneck: ${stage}. ${now} of the deals that left it went on (n = ${nNow}); in the period before it was ${before} (n = ${nBefore}).`,
    bottleneckDwell: ({ stage, now, before, nNow, nBefore }) =>
      `Bottleneck: ${stage}. Deals stay ${now} days there (median, n = ${nNow}); in the period before it was ${before} (n = ${nBefore}).`,
    noBottleneck: 'No clear bottleneck.',
  },
  measures: {
    winRateCount: 'Win rate by count',
    winRateAmount: 'Win rate by amount',
    cycleMedian: 'Sales cycle, median days',
    cycleMean: 'Sales cycle, mean days',
    velocity: 'Velocity per day',
    rhythm: 'Review rhythm that fits',
  },
  measureNotes: {
    closed: (won, lost) => `${numberText(won)} won, ${numberText(lost)} lost`,
    withoutAmount: (deals) => `${numberText(deals)} closed deals without an amount are left out`,
    days: (deals, undated) =>
      `${numberText(deals)} won deals${undated > 0 ? `; ${numberText(undated)} without a known start left out` : ''}`,
    perDay: (currency) =>
      `${currency}: open deals past the first stage x mean won amount x win rate / mean cycle, last 12 months`,
    rhythm: 'From the median sales cycle',
  },
  forecastNotes: {
    currency: (currency) => `Amounts in ${currency}, by the month of the close date.`,
    apart:
      'Overdue and No date stand apart: they are in no month. Weighted is amount x win chance of open deals.',
    withoutRate: (deals, currencies) =>
      `${numberText(deals)} deals in ${currencies} are in no figure: add their rates to Settings.`,
    withoutAmount: (deals) => `${numberText(deals)} deals without an amount count as 0.`,
    ladder: (stages) =>
      `No win chance is set for ${stages}: a ladder from 10% to 75% stands in until there is history.`,
    notEnoughHistory: 'Not enough history for a range: expected figures rest on default chances.',
    replays: (replays, share) =>
      `From ${numberText(replays)} replayed periods; the run rate has a share of ${percentText(share)}.`,
    addsUp: 'The parts add up to the end.',
    doesNotAddUp: (difference) => `The parts do not add up: ${difference} is unexplained.`,
    span: (from, to) => `From the end of ${from} to the end of ${to}.`,
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
  outlookMeasures: { amount: 'Amount', count: 'Deals' },
  stay: (days, usual, times) => {
    const stay = days === 1 ? '1 day' : `${daysText(days)} days`;
    if (usual === null) return stay;
    const factor = times === null ? '' : ` (${times.toFixed(1)} x)`;
    return `${stay}, usually ${daysText(usual)}${factor}`;
  },
  watch: {
    silent: (days) => `Silent for ${daysText(days)} days`,
    overdue: 'Close date has passed',
    slipping: (slips) => `Close date moved to a later month ${slips} times`,
    covered: (until) => `Over the limit, with a plan until ${until}`,
  },
  nothingStalled: 'No deal is stalled.',
  nothingToWatch: 'Nothing else stands out.',
  limitSource: ({ source, n }) => {
    switch (source) {
      case 'configured':
        return 'Set on the Stages tab';
      case 'winners':
        return `Nine in ten of ${numberText(n)} won deals were faster`;
      case 'visits':
        return `Twice the median of ${numberText(n)} visits`;
      case 'default':
        return 'Default: not enough history yet';
    }
  },
  noReason: '(no reason given)',
  noProblems: 'Everything can be read.',
  problemCount: (count) => (count === 1 ? '1 problem.' : `${numberText(count)} problems.`),
  wholeRow: (row) => `row ${row}`,
};

const ZH: ReportWords = {
  headers: {
    funnel: {
      stage: '阶段',
      now: '当前',
      reached: '到达',
      visited: '经过',
      strict: '依次经过',
      lostHere: '在此输单',
      nextRate: '到下一阶段',
      nextN: '样本数',
      nextLow: '下限',
      nextHigh: '上限',
      cumulative: '累计转化率',
      resolvedRate: '已决转化率',
      medianDwell: '停留中位天数',
      skipped: '跳过',
      openShare: '尚未了结',
      note: '备注',
    },
    summary: { measure: '指标', value: '数值', note: '备注' },
    months: {
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
    outlook: {
      days: '未来天数',
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
    movement: { part: '项目', amount: '金额' },
    accuracy: {
      days: '提前天数',
      forecasts: '预测次数',
      wape: '误差（WAPE）',
      bias: '偏差',
      hitRate: '落在 10 至 90 分位内',
      brier: '布里尔分数',
      note: '备注',
    },
    stalled: {
      name: '商机名称',
      deal: '商机编号',
      stage: '阶段',
      owner: '负责人',
      days: '停留天数',
      limit: '上限',
      reason: '原因',
      customer: '客户',
      amount: '金额',
      currency: '币种',
      nextStep: '下一步',
    },
    limits: {
      stage: '阶段',
      limit: '停留上限（天）',
      usual: '通常天数',
      stalled: '停滞',
      open: '进行中',
      source: '上限的依据',
    },
    lostReasons: { reason: '输单原因', deals: '商机数', share: '占比' },
    health: { tab: '工作表', cell: '单元格', problem: '问题', todo: '怎么办' },
  },
  titles: {
    funnel: '销售漏斗',
    forecast: '销售预测',
    stalled: '停滞商机',
    health: '健康检查',
    summary: '概览',
    outlook: '展望',
    movement: '变动',
    accuracy: '以往预测的准确度',
    watch: '值得关注',
    limits: '各阶段停留上限',
    lostReasons: '输单原因统计',
  },
  charts: {
    funnel: '到达各阶段的商机',
    dwell: '各阶段停留天数：通常与上限',
    months: '按月预测',
    stalled: '各阶段停滞商机',
    spacer: '留白',
    forChart: '图表数据',
  },
  asOf: (at, moves, since = 0) => {
    const made = `截至 ${at}，共 ${numberText(moves)} 次阶段变动。`;
    return since === 0
      ? made
      : `${made}此后又有 ${numberText(since)} 次：请在“销售管道”菜单中刷新。`;
  },
  rows: { overdue: '逾期', noDate: '无日期', total: '合计' },
  notEnough: (n) => `历史不足（样本数 ${n}）`,
  stillOpen: (share) => `${percentText(share)} 尚未了结：转化率还会变化`,
  funnelNotes: {
    cohort: (by, from, to) => {
      if (by === 'all') return '全部商机，不论何时创建。';
      return `${from} 至 ${to} 期间${by === 'created' ? '创建' : '进入阶段'}的商机。`;
    },
    reading:
      '“到达”按商机曾经到过的最远阶段计算，退回或输单都不会使它减少。下限和上限是“到下一阶段”的 95% 区间。样本少于 10 个时不显示转化率。',
    reachUnknown: (deals) =>
      `${numberText(deals)} 个已结束商机的历史不完整：按最后已知的阶段计算，否则按第一阶段。`,
    elsewhere: (deals) =>
      `${numberText(deals)} 个商机所处的阶段不在“阶段”工作表中：未计入任何一行。`,
    undated: (deals) => `${numberText(deals)} 个商机的创建日期不详：未计入。`,
    bottleneckRate: ({ stage, now, before, nNow, nBefore }) =>
      `瓶颈：${stage}。离开该阶段的商机中有 ${now} 继续推进（样本数 ${nNow}），上一期为 ${before}（样本数 ${nBefore}）。`,
    bottleneckDwell: ({ stage, now, before, nNow, nBefore }) =>
      `瓶颈：${stage}。商机在此停留 ${now} 天（中位数，样本数 ${nNow}），上一期为 ${before} 天（样本数 ${nBefore}）。`,
    noBottleneck: '没有明显的瓶颈。',
  },
  measures: {
    winRateCount: '赢单率（按数量）',
    winRateAmount: '赢单率（按金额）',
    cycleMedian: '销售周期中位天数',
    cycleMean: '销售周期平均天数',
    velocity: '每日销售速度',
    rhythm: '合适的复盘频率',
  },
  measureNotes: {
    closed: (won, lost) => `赢单 ${numberText(won)}，输单 ${numberText(lost)}`,
    withoutAmount: (deals) => `${numberText(deals)} 个没有金额的已结束商机未计入`,
    days: (deals, undated) =>
      `${numberText(deals)} 个赢单商机${undated > 0 ? `，另有 ${numberText(undated)} 个起始日期不详未计入` : ''}`,
    perDay: (currency) =>
      `${currency}：第一阶段之后的进行中商机数 × 平均赢单金额 × 赢单率 ÷ 平均周期，近 12 个月`,
    rhythm: '根据销售周期中位数',
  },
  forecastNotes: {
    currency: (currency) => `金额单位为 ${currency}，按预计成交日期所在月份汇总。`,
    apart: '“逾期”和“无日期”单独列出，不计入任何月份。加权金额是进行中商机的金额 × 赢单概率。',
    withoutRate: (deals, currencies) =>
      `${numberText(deals)} 个 ${currencies} 商机未计入任何数字：请在“设置”中补充汇率。`,
    withoutAmount: (deals) => `${numberText(deals)} 个没有金额的商机按 0 计算。`,
    ladder: (stages) => `${stages}没有设置赢单概率：在历史足够之前，暂按 10% 到 75% 均匀递增。`,
    notEnoughHistory: '历史不足，无法给出区间：预期数字按默认概率计算。',
    replays: (replays, share) =>
      `根据 ${numberText(replays)} 个历史时段的回放；其中近期速度占 ${percentText(share)}。`,
    addsUp: '各项相加等于期末。',
    doesNotAddUp: (difference) => `各项相加不等于期末：有 ${difference} 无法解释。`,
    span: (from, to) => `从 ${from} 日终到 ${to} 日终。`,
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
  outlookMeasures: { amount: '金额', count: '商机数' },
  stay: (days, usual, times) => {
    const stay = `${daysText(days)} 天`;
    if (usual === null) return stay;
    const factor = times === null ? '' : `（${times.toFixed(1)} 倍）`;
    return `${stay}，通常 ${daysText(usual)} 天${factor}`;
  },
  watch: {
    silent: (days) => `${daysText(days)} 天没有动静`,
    overdue: '已过预计成交日期',
    slipping: (slips) => `预计成交日期已 ${slips} 次推迟到更晚的月份`,
    covered: (until) => `已超过上限，有计划至 ${until}`,
  },
  nothingStalled: '没有停滞的商机。',
  nothingToWatch: '没有其他需要关注的商机。',
  limitSource: ({ source, n }) => {
    switch (source) {
      case 'configured':
        return '在“阶段”工作表中设置';
      case 'winners':
        return `${numberText(n)} 个赢单商机中九成更快`;
      case 'visits':
        return `${numberText(n)} 次停留的中位数的两倍`;
      case 'default':
        return '默认值：历史还不够';
    }
  },
  noReason: '（未填写原因）',
  noProblems: '所有内容都能读取。',
  problemCount: (count) => `${numberText(count)} 个问题。`,
  wholeRow: (row) => `第 ${row} 行`,
};

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { en: EN, zh: ZH };
