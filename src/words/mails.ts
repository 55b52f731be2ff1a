import type { Language } from './language';
import { MARKS, type Marks } from './marks';
import { daysText } from './numberText';

/** What the weekly mail about stalled deals says. */
export interface MailWords {
  readonly subjectOwn: (deals: number, day: string) => string;
  readonly subjectAll: (deals: number, day: string) => string;
  readonly introOwn: (name: string, deals: number) => string;
  readonly introAll: (deals: number, owners: number) => string;
  /** What stands between the parts of a list, between clauses, and after a label. */
  readonly marks: Marks;
  readonly noOwner: string;
  readonly deal: string;
  readonly stage: string;
  readonly why: string;
  readonly nextStep: string;
  readonly noNextStep: string;
  readonly lastTouch: (day: string) => string;
  readonly open: string;
  readonly daysAgainst: (days: number, usual: number | null, times: string | null) => string;
  readonly daysUnknown: string;
  readonly reasons: {
    readonly stalled: (limit: number) => string;
    readonly silent: (idle: number) => string;
    readonly overdue: (day: string) => string;
    readonly slipping: (times: number) => string;
  };
  readonly suggestion: string;
  readonly suggest: {
    readonly overdue: string;
    readonly silent: (contact: string) => string;
    readonly slipping: string;
    readonly gate: (missing: string) => string;
    readonly decide: string;
  };
  readonly whatToDo: string;
  readonly nothingWaits: string;
  /** Of a list that was cut. */
  readonly more: (deals: number) => string;
  readonly moreLines: (lines: number) => string;
  readonly moreOwners: (owners: number) => string;
  readonly tasksTitle: string;
  readonly plansTitle: string;
  readonly paymentsTitle: string;
  readonly dueOn: (day: string) => string;
  readonly overdueSince: (day: string) => string;
  readonly summaryTitle: string;
  readonly summary: {
    readonly noTarget: (month: string, closed: string, weighted: string) => string;
    readonly target: (told: {
      readonly month: string;
      readonly closed: string;
      readonly commit: string;
      readonly weighted: string;
      readonly target: string;
      readonly gap: string;
    }) => string;
    readonly targetMet: (month: string, closed: string, target: string) => string;
    readonly changed: (told: {
      readonly start: string;
      readonly end: string;
      readonly created: string;
      readonly won: string;
      readonly lost: string;
    }) => string;
    readonly promises: (kept: number, missed: number) => string;
    readonly missed: (deals: string, more: number) => string;
    readonly unreachable: (owners: string) => string;
    /** Mails of the Outbox that wait for a person. */
    readonly undecided: (mails: number) => string;
  };
  readonly rhythmFits: (cycle: number, fits: string, now: string) => string;
  readonly handover: {
    readonly subject: (deals: number) => string;
    readonly intro: (name: string, deals: number, from: string) => string;
    readonly stays: string;
  };
  readonly footer: (asOf: string) => string;
}

export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {
  en: {
    subjectOwn: (deals, day) =>
      deals === 0
        ? `What is due this week (week of ${day})`
        : `${deals} of your ${deals === 1 ? 'deals needs' : 'deals need'} a decision (week of ${day})`,
    subjectAll: (deals, day) =>
      `${deals} ${deals === 1 ? 'deal needs' : 'deals need'} a decision (week of ${day})`,
    introOwn: (name, deals) =>
      `${name === '' ? 'Hello' : `Hello ${name}`}, ${deals === 0 ? 'no deal needs a decision from you this week, but this is due.' : deals === 1 ? 'this deal needs a decision from you.' : `these ${deals} deals need a decision from you.`}`,
    introAll: (deals, owners) =>
      `${deals} ${deals === 1 ? 'deal' : 'deals'} of ${owners} ${owners === 1 ? 'owner' : 'owners'} ${deals === 1 ? 'needs' : 'need'} a decision.`,
    marks: MARKS.en,
    noOwner: 'No owner',
    deal: 'Deal',
    stage: 'Stage',
    why: 'Why it is here',
    nextStep: 'Next step',
    noNextStep: 'none: agree on one and date it',
    lastTouch: (day) => `last touch ${day}`,
    open: 'Open in the sheet',
    daysAgainst: (days, usual, times) =>
      `${days} ${days === 1 ? 'day' : 'days'}${usual === null ? '' : `, usually ${daysText(usual)}`}${times === null ? '' : ` (${times} x)`}`,
    daysUnknown: 'unknown',
    reasons: {
      stalled: (limit) => `longer than the limit of ${daysText(limit)} days`,
      silent: (idle) => `no contact for ${idle} days`,
      overdue: (day) => `close date ${day} has passed`,
      slipping: (times) => `close date put off ${times} times`,
    },
    suggestion: 'Suggested',
    suggest: {
      overdue: 'agree on a new close date with the customer, or close the deal',
      silent: (contact) => (contact === '' ? 'call the customer' : `call ${contact}`),
      slipping: 'ask what really holds the decision, and qualify again',
      gate: (missing) => `get what the next stage asks for: ${missing}`,
      decide: 'ask for the decision, or put the deal aside',
    },
    whatToDo:
      'For each deal: write the cause and a dated plan, or move it to Nurture with a day to revisit, or close it with a reason. Deals with a live plan leave this list.',
    more: (deals) => `… and ${deals} more: see the Stalled tab.`,
    moreLines: (lines) => `… and ${lines} more in the sheet.`,
    moreOwners: (owners) => `… and ${owners} more owners: see the Stalled tab.`,
    nothingWaits: 'No deal needs a decision this week.',
    tasksTitle: 'Tasks',
    plansTitle: 'Plans due',
    paymentsTitle: 'Payments overdue',
    dueOn: (day) => `due ${day}`,
    overdueSince: (day) => `overdue since ${day}`,
    summaryTitle: 'The pipeline this week',
    summary: {
      noTarget: (month, closed, weighted) =>
        `${month}: ${closed} won, ${weighted} weighted. The Team tab holds no targets.`,
      target: ({ month, closed, commit, weighted, target, gap }) =>
        `${month}: ${closed} won and ${commit} committed of a target of ${target}: ${gap} to go. Weighted: ${weighted}.`,
      targetMet: (month, closed, target) =>
        `${month}: ${closed} won, the target of ${target} is met.`,
      changed: ({ start, end, created, won, lost }) =>
        `Open amount since last week: ${start} to ${end} (new ${created}, won ${won}, lost ${lost}).`,
      promises: (kept, missed) =>
        kept + missed === 0
          ? 'No plan or next step was due last week.'
          : `Of last week’s ${kept + missed} dated plans and next steps, ${kept} were kept and ${missed} missed.`,
      missed: (deals, more) => `Missed: ${deals}${more > 0 ? ` and ${more} more` : ''}.`,
      unreachable: (owners) =>
        `No mail could go to ${owners}: the Team tab has no address for them. Add it there, or give their deals to somebody else.`,
      undecided: (mails) =>
        `${mails} ${mails === 1 ? 'mail waits' : 'mails wait'} in the Outbox for somebody’s decision: approve, mend or cancel ${mails === 1 ? 'it' : 'them'} there.`,
    },
    rhythmFits: (cycle, fits, now) =>
      `Half of your won deals took ${cycle} days or less. The rhythm that fits is "${fits}"; Settings say "${now}".`,
    handover: {
      subject: (deals) => `${deals === 1 ? 'A deal was' : `${deals} deals were`} handed to you`,
      intro: (name, deals, from) =>
        `${name === '' ? 'Hello' : `Hello ${name}`}, ${deals === 1 ? 'this deal is' : `these ${deals} deals are`} yours now${from === '' ? '' : ` (until now: ${from})`}.`,
      stays: 'Activities, tasks, next steps and the whole history came with it.',
    },
    footer: (asOf) => `As of ${asOf}. You get this mail because you are on the Team tab.`,
  },
  zh: {
    subjectOwn: (deals, day) =>
      deals === 0 ? `本周到期事项（${day} 当周）` : `您有 ${deals} 个商机需要处理（${day} 当周）`,
    subjectAll: (deals, day) => `有 ${deals} 个商机需要处理（${day} 当周）`,
    introOwn: (name, deals) =>
      `${name === '' ? '您好' : `${name}，您好`}：${deals === 0 ? '本周没有需要您处理的商机，以下是到期事项。' : `以下 ${deals} 个商机需要您处理。`}`,
    introAll: (deals, owners) => `共有 ${deals} 个商机（涉及 ${owners} 位负责人）需要处理。`,
    marks: MARKS.zh,
    noOwner: '无负责人',
    deal: '商机',
    stage: '阶段',
    why: '列入原因',
    nextStep: '下一步',
    noNextStep: '未填写：请约定下一步并写明日期',
    lastTouch: (day) => `最近跟进 ${day}`,
    open: '在表格中打开',
    daysAgainst: (days, usual, times) =>
      `${days} 天${usual === null ? '' : `，通常 ${daysText(usual)} 天`}${times === null ? '' : `（${times} 倍）`}`,
    daysUnknown: '未知',
    reasons: {
      stalled: (limit) => `超过停留上限 ${daysText(limit)} 天`,
      silent: (idle) => `${idle} 天没有跟进`,
      overdue: (day) => `预计成交日期 ${day} 已过`,
      slipping: (times) => `预计成交日期已推迟 ${times} 次`,
    },
    suggestion: '建议',
    suggest: {
      overdue: '与客户重新约定成交日期，或关闭商机',
      silent: (contact) => (contact === '' ? '尽快联系客户' : `尽快联系${contact}`),
      slipping: '弄清真正影响决策的原因，并重新评估商机',
      gate: (missing) => `补齐进入下一阶段的条件：${missing}`,
      decide: '请客户做出决定，或暂时搁置',
    },
    whatToDo:
      '请逐个处理：写明停滞原因和有日期的推进计划；或转入长期培育并填写回访日期；或注明原因后关闭。已有有效计划的商机不会再出现在此清单中。',
    more: (deals) => `……另有 ${deals} 个，请查看“停滞商机”表。`,
    moreLines: (lines) => `……另有 ${lines} 项，请查看表格。`,
    moreOwners: (owners) => `……另有 ${owners} 位负责人，请查看“停滞商机”表。`,
    nothingWaits: '本周没有需要处理的商机。',
    tasksTitle: '任务',
    plansTitle: '到期的推进计划',
    paymentsTitle: '逾期回款',
    dueOn: (day) => `${day} 到期`,
    overdueSince: (day) => `${day} 已逾期`,
    summaryTitle: '本周销售管道',
    summary: {
      noTarget: (month, closed, weighted) =>
        `${month}：已赢单 ${closed}，加权金额 ${weighted}。“团队”表中没有填写目标。`,
      target: ({ month, closed, commit, weighted, target, gap }) =>
        `${month}：目标 ${target}，已赢单 ${closed}，承诺 ${commit}，还差 ${gap}。加权金额 ${weighted}。`,
      targetMet: (month, closed, target) => `${month}：已赢单 ${closed}，目标 ${target} 已完成。`,
      changed: ({ start, end, created, won, lost }) =>
        `在跟金额较上周：由 ${start} 变为 ${end}（新增 ${created}，赢单 ${won}，输单 ${lost}）。`,
      promises: (kept, missed) =>
        kept + missed === 0
          ? '上周没有到期的计划或下一步。'
          : `上周到期的 ${kept + missed} 项计划和下一步中，${kept} 项已兑现，${missed} 项未兑现。`,
      missed: (deals, more) => `未兑现：${deals}${more > 0 ? `等，另有 ${more} 项` : ''}。`,
      unreachable: (owners) =>
        `“团队”表中没有 ${owners} 的邮箱，未能发送邮件。请在表中补上邮箱，或把商机转给其他人。`,
      undecided: (mails) => `“发件箱”中有 ${mails} 封邮件等待人工处理：请批准、改正或取消。`,
    },
    rhythmFits: (cycle, fits, now) =>
      `赢单商机的销售周期中位数为 ${cycle} 天，适合的节奏是“${fits}”；当前设置为“${now}”。`,
    handover: {
      subject: (deals) => `有 ${deals} 个商机移交给您`,
      intro: (name, deals, from) =>
        `${name === '' ? '您好' : `${name}，您好`}：以下 ${deals} 个商机现在由您负责${from === '' ? '' : `（原负责人：${from}）`}。`,
      stays: '跟进记录、任务、下一步和全部历史均已随商机一并移交。',
    },
    footer: (asOf) => `数据截至 ${asOf}。您收到此邮件是因为您在“团队”表中。`,
  },
};
