import type { Language } from './language';

/** What the sidebar and the deal's panel on the board say. What the script words itself (shortfalls, history) is not here. */
export interface PageWords {
  readonly views: {
    readonly label: string;
    readonly deal: string;
    readonly board: string;
    readonly stalled: string;
  };
  readonly search: {
    readonly label: string;
    readonly results: string;
    readonly none: (text: string) => string;
    readonly found: (count: number) => string;
    readonly more: string;
    readonly follow: string;
    readonly followWhy: string;
  };
  readonly empty: { readonly title: string; readonly advice: string };
  readonly gone: { readonly title: string; readonly advice: string };
  readonly loading: string;
  readonly failed: {
    readonly title: string;
    /** By the code of the failure; any other code is `other`. */
    readonly why: Readonly<Record<'offline' | 'garbled' | 'missing' | 'other', string>>;
    readonly kept: string;
    readonly retry: string;
    readonly outOfTouch: string;
  };
  readonly deal: {
    readonly unnamed: string;
    readonly owner: (name: string) => string;
    readonly noOwner: string;
    readonly noAmount: string;
    readonly closes: (day: string) => string;
    readonly days: (days: number) => string;
    /** "41 days, usually 12 (3.4 x)" */
    readonly daysAgainst: (days: number, usual: number, times: string) => string;
    readonly daysUnknown: string;
    readonly stalled: string;
    readonly limit: (days: number) => string;
    /** Over the limit, but not stalled: a step or a plan has a day ahead. */
    readonly covered: (days: number) => string;
    readonly showRow: string;
    readonly rowShown: (row: number) => string;
  };
  readonly path: {
    readonly label: string;
    readonly done: string;
    readonly current: string;
    readonly ahead: string;
    /** What a screen reader says of one stage. */
    readonly step: (stage: string, state: string) => string;
    readonly position: (place: number, of: number) => string;
  };
  readonly todo: string;
  readonly held: string;
  readonly move: {
    readonly heading: (stage: string) => string;
    readonly ready: string;
    readonly toGo: (count: number) => string;
    readonly allFilled: string;
    readonly asks: string;
    readonly to: (stage: string) => string;
    /** To any stage but the next: back, won at once, lost, nurture. It heads the form, too. */
    readonly toOther: (stage: string) => string;
    readonly moving: string;
    readonly other: string;
    readonly stages: string;
    readonly closings: string;
    readonly back: string;
    readonly endOfPath: string;
    readonly moved: (stage: string) => string;
    readonly overridden: (stage: string) => string;
    readonly held: (count: number) => string;
    readonly stale: string;
    readonly keptTyped: string;
    /** Somebody else moved the deal while it was open here. */
    readonly byOthers: (stage: string, by: string) => string;
  };
  readonly lost: {
    readonly reason: string;
    readonly note: string;
    readonly needsReason: string;
    readonly needsNote: string;
  };
  readonly nurture: { readonly until: string; readonly needsDay: string };
  readonly override: {
    readonly open: string;
    readonly why: string;
    readonly reason: string;
    readonly go: (stage: string) => string;
    readonly needsReason: string;
  };
  readonly nextStep: {
    readonly heading: string;
    readonly what: string;
    readonly when: string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly stale: string;
  };
  readonly activity: {
    readonly heading: string;
    readonly kinds: Readonly<Record<ActivityKind, string>>;
    readonly note: string;
    readonly log: (kind: string) => string;
    readonly logging: string;
    readonly logged: (kind: string) => string;
    readonly cancel: string;
  };
  readonly tasks: {
    readonly heading: string;
    readonly none: string;
    readonly add: string;
    readonly what: string;
    readonly due: string;
    readonly save: string;
    readonly adding: string;
    readonly cancel: string;
    readonly added: string;
    readonly ticked: string;
    readonly reopened: string;
    readonly overdue: (day: string) => string;
    readonly dueOn: (day: string) => string;
    /** Due on this very day. */
    readonly today: string;
    readonly doneOn: (day: string) => string;
    readonly done: (count: number) => string;
    readonly by: (owner: string) => string;
  };
  readonly history: {
    readonly heading: string;
    readonly empty: string;
    readonly undo: string;
    readonly undoLine: (line: string) => string;
    readonly undoing: string;
    readonly undone: string;
    readonly earlier: (count: number) => string;
    readonly by: (name: string) => string;
  };
  /** The first line of a list to choose from. */
  readonly choose: string;
  readonly close: string;
}

/** Kinds of activity that a click logs; the Activities tab shows them in its own language. */
export const ACTIVITY_KINDS = ['call', 'meeting', 'email', 'demo', 'note'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const en: PageWords = {
  views: { label: 'Views', deal: 'Deal', board: 'Board', stalled: 'Stalled' },
  search: {
    label: 'Find a deal',
    results: 'Deals found',
    none: (text) => `No deal has “${text}” in its name, customer or ID. Try a shorter word.`,
    found: (count) => `${plural(count, 'deal', 'deals')} found`,
    more: 'There are more. Type more of the name.',
    follow: 'Follow the selection',
    followWhy: 'You opened this deal by searching.',
  },
  empty: {
    title: 'No deal selected',
    advice: 'Select a row in the Deals tab, or find a deal above.',
  },
  gone: {
    title: 'This deal is no longer in the sheet',
    advice: 'Its row was deleted. Undo in the sheet brings it back, or select another deal.',
  },
  loading: 'Loading the deal',
  failed: {
    title: 'The deal could not be loaded',
    why: {
      offline:
        'The sheet did not answer. Check your connection, and that you may still open this sheet; then try again.',
      garbled:
        'The sheet gave an answer that this page does not understand. Reload the spreadsheet, then try again.',
      missing: 'This version of Sluice cannot do that yet. Reload the spreadsheet, then try again.',
      other: 'That did not work. Try again; if it goes on, reload the spreadsheet.',
    },
    kept: 'What you typed is still here.',
    retry: 'Try again',
    outOfTouch: 'The sheet does not answer. What you see may be old.',
  },
  deal: {
    unnamed: 'Deal without a name',
    owner: (name) => `Owner: ${name}`,
    noOwner: 'No owner yet',
    noAmount: 'No amount yet',
    closes: (day) => `Closes ${day}`,
    days: (days) => `${plural(days, 'day', 'days')} in this stage`,
    daysAgainst: (days, usual, times) =>
      `${plural(days, 'day', 'days')}, usually ${usual}${times === '' ? '' : ` (${times} ×)`}`,
    daysUnknown: 'Days in this stage are not known',
    stalled: 'Stalled',
    limit: (days) => `The limit of this stage is ${plural(days, 'day', 'days')}`,
    covered: (days) =>
      `Over the limit of ${plural(days, 'day', 'days')}, but not stalled: a next step or plan is dated ahead`,
    showRow: 'Show in sheet',
    rowShown: (row) => `Row ${row} is selected in the sheet`,
  },
  path: {
    label: 'Stages of this deal',
    done: 'passed',
    current: 'now',
    ahead: 'ahead',
    step: (stage, state) => `${stage}: ${state}`,
    position: (place, of) => `Stage ${place} of ${of}`,
  },
  todo: 'What to do here',
  held: 'The last move was held',
  move: {
    heading: (stage) => `To move to ${stage}`,
    ready: 'Everything this needs is there.',
    toGo: (count) => `${count} to fill in`,
    allFilled: 'All filled in',
    asks: 'What this needs is checked when you move. If something is missing, you fill it in here.',
    to: (stage) => `Move to ${stage}`,
    toOther: (stage) => `Move to ${stage}`,
    moving: 'Moving…',
    other: 'Another stage…',
    stages: 'Stages',
    closings: 'Out of the path',
    back: 'Cancel',
    endOfPath: 'This deal is closed. To open it again, choose a stage.',
    moved: (stage) => `Moved to ${stage}.`,
    overridden: (stage) => `Moved to ${stage}, with your reason in the ledger.`,
    held: (count) =>
      count === 1
        ? 'Not moved: one thing is missing. Fill it in below, then move again.'
        : `Not moved: ${count} things are missing. Fill them in below, then move again.`,
    stale: 'Somebody changed this deal in the meantime. Look at it again, then move.',
    keptTyped: 'What you typed is kept.',
    byOthers: (stage, by) =>
      by === '' ? `This deal is now in ${stage}.` : `${by} moved this deal to ${stage}.`,
  },
  lost: {
    reason: 'Why was it lost?',
    note: 'What happened?',
    needsReason: 'Choose the reason.',
    needsNote: 'Write a few words about what happened.',
  },
  nurture: {
    until: 'Look at it again on',
    needsDay: 'Choose the day to look at it again.',
  },
  override: {
    open: 'Move without these',
    why: 'You may move a deal that does not pass. Your name and the reason go into the ledger.',
    reason: 'Reason',
    go: (stage) => `Override and move to ${stage}`,
    needsReason: 'Write the reason.',
  },
  nextStep: {
    heading: 'Next step',
    what: 'What',
    when: 'When',
    save: 'Save next step',
    saving: 'Saving…',
    saved: 'Next step saved.',
    stale: 'Somebody changed this deal in the meantime. Look at it again, then save.',
  },
  activity: {
    heading: 'Log an activity',
    kinds: { call: 'Call', meeting: 'Meeting', email: 'Email', demo: 'Demo', note: 'Note' },
    note: 'What came of it? (optional)',
    log: (kind) => `Log ${kind.toLowerCase()}`,
    logging: 'Logging…',
    logged: (kind) => `${kind} logged.`,
    cancel: 'Cancel',
  },
  tasks: {
    heading: 'Tasks',
    none: 'Nothing to do here yet.',
    add: 'Add a task',
    what: 'What is to be done',
    due: 'By when',
    save: 'Add',
    adding: 'Adding…',
    cancel: 'Cancel',
    added: 'Task added.',
    ticked: 'Done. Untick it if that was a slip.',
    reopened: 'Open again.',
    overdue: (day) => `Overdue since ${day}`,
    dueOn: (day) => `By ${day}`,
    today: 'Due today',
    doneOn: (day) => `Done ${day}`,
    done: (count) => `${count} done`,
    by: (owner) => `· ${owner}`,
  },
  history: {
    heading: 'History',
    empty: 'Nothing has happened to this deal yet.',
    undo: 'Undo',
    undoLine: (line) => `Undo: ${line}`,
    undoing: 'Undoing…',
    undone: 'Undone.',
    earlier: (count) => `Earlier (${count})`,
    by: (name) => `by ${name}`,
  },
  choose: 'Choose…',
  close: 'Close this message',
};

const zh: PageWords = {
  views: { label: '视图', deal: '商机', board: '看板', stalled: '停滞' },
  search: {
    label: '查找商机',
    results: '查找结果',
    none: (text) => `名称、客户和编号中都没有“${text}”，请换个短一点的词再试。`,
    found: (count) => `找到 ${count} 个商机`,
    more: '还有更多结果，请输入更完整的名称。',
    follow: '跟随所选行',
    followWhy: '这个商机是通过查找打开的。',
  },
  empty: {
    title: '尚未选择商机',
    advice: '请在“商机”表中选择一行，或在上方查找。',
  },
  gone: {
    title: '表格中已没有这个商机',
    advice: '它所在的行已被删除。可在表格中撤销删除，或选择其他商机。',
  },
  loading: '正在加载商机',
  failed: {
    title: '商机加载失败',
    why: {
      offline: '表格没有响应，请检查网络，并确认仍有权打开此表格，然后重试。',
      garbled: '无法识别表格返回的内容，请刷新表格页面后重试。',
      missing: '当前版本还不支持这项操作，请刷新表格页面后重试。',
      other: '操作没有成功，请重试；如果仍然失败，请刷新表格页面。',
    },
    kept: '已填写的内容都还在。',
    retry: '重试',
    outOfTouch: '表格没有响应，当前显示的可能不是最新内容。',
  },
  deal: {
    unnamed: '未命名商机',
    owner: (name) => `负责人：${name}`,
    noOwner: '尚无负责人',
    noAmount: '尚未填写金额',
    closes: (day) => `预计 ${day} 成交`,
    days: (days) => `已在本阶段停留 ${days} 天`,
    daysAgainst: (days, usual, times) =>
      `已停留 ${days} 天，通常 ${usual} 天${times === '' ? '' : `（${times} 倍）`}`,
    daysUnknown: '不知道何时进入本阶段',
    stalled: '停滞',
    limit: (days) => `本阶段的上限为 ${days} 天`,
    covered: (days) => `已超过本阶段上限 ${days} 天，但下一步或计划已定好日期，不算停滞`,
    showRow: '在表格中定位',
    rowShown: (row) => `已在表格中选中第 ${row} 行`,
  },
  path: {
    label: '商机所经阶段',
    done: '已通过',
    current: '当前',
    ahead: '未到',
    step: (stage, state) => `${stage}：${state}`,
    position: (place, of) => `第 ${place} 阶段，共 ${of} 个`,
  },
  todo: '本阶段要做的事',
  held: '上次推进未通过',
  move: {
    heading: (stage) => `推进到“${stage}”需要`,
    ready: '条件已全部满足。',
    toGo: (count) => `还差 ${count} 项`,
    allFilled: '已全部填写',
    asks: '提交时会检查所需条件；如有缺项，可直接在这里补填。',
    to: (stage) => `推进到“${stage}”`,
    toOther: (stage) => `转到“${stage}”`,
    moving: '正在保存…',
    other: '其他阶段…',
    stages: '阶段',
    closings: '离开流程',
    back: '取消',
    endOfPath: '这个商机已关闭。要重新打开，请选择一个阶段。',
    moved: (stage) => `已转到“${stage}”。`,
    overridden: (stage) => `已放行到“${stage}”，原因已记入台账。`,
    held: (count) => `未通过：还差 ${count} 项，请在下方补填后再试。`,
    stale: '其间有人改动了这个商机，请看过最新情况后再操作。',
    keptTyped: '已填写的内容都保留着。',
    byOthers: (stage, by) =>
      by === '' ? `这个商机已进入“${stage}”。` : `${by} 已将这个商机转到“${stage}”。`,
  },
  lost: {
    reason: '为什么输单？',
    note: '具体情况',
    needsReason: '请选择输单原因。',
    needsNote: '请简单写明具体情况。',
  },
  nurture: { until: '何时再跟进', needsDay: '请选择再次跟进的日期。' },
  override: {
    open: '不满足条件也推进',
    why: '你有权放行未达标的商机，你的名字和原因会记入台账。',
    reason: '放行原因',
    go: (stage) => `放行并推进到“${stage}”`,
    needsReason: '请填写放行原因。',
  },
  nextStep: {
    heading: '下一步',
    what: '要做什么',
    when: '什么时候',
    save: '保存下一步',
    saving: '正在保存…',
    saved: '下一步已保存。',
    stale: '其间有人改动了这个商机，请看过最新情况后再保存。',
  },
  activity: {
    heading: '添加跟进记录',
    kinds: { call: '电话', meeting: '拜访', email: '邮件', demo: '演示', note: '备注' },
    note: '结果如何？（可不填）',
    log: (kind) => `记录${kind}`,
    logging: '正在记录…',
    logged: (kind) => `${kind}已记录。`,
    cancel: '取消',
  },
  tasks: {
    heading: '任务',
    none: '暂时没有任务。',
    add: '添加任务',
    what: '要做什么',
    due: '截止日期',
    save: '添加',
    adding: '正在添加……',
    cancel: '取消',
    added: '任务已添加。',
    ticked: '已完成。如果点错了，再点一次即可恢复。',
    reopened: '已恢复为未完成。',
    overdue: (day) => `已逾期，应于${day}完成`,
    dueOn: (day) => `${day}前完成`,
    today: '今天到期',
    doneOn: (day) => `${day}完成`,
    done: (count) => `已完成 ${count} 项`,
    by: (owner) => `· ${owner}`,
  },
  history: {
    heading: '历史',
    empty: '这个商机还没有任何记录。',
    undo: '撤销',
    undoLine: (line) => `撤销：${line}`,
    undoing: '正在撤销…',
    undone: '已撤销。',
    earlier: (count) => `更早的 ${count} 条`,
    by: (name) => name,
  },
  choose: '请选择…',
  close: '关闭提示',
};

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { en, zh };
