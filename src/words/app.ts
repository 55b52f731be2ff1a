import type { Language } from './language';

/** What the program says outside of cells: menu, messages at the corner, answers to pages. */
export interface AppWords {
  readonly menu: {
    readonly title: string;
    readonly openSidebar: string;
    readonly openBoard: string;
    readonly openImport: string;
    readonly openWelcome: string;
    readonly refreshReports: string;
    readonly sweep: string;
    readonly sendStallReport: string;
    readonly filterFunnel: string;
    readonly replayPastDay: string;
    readonly whatIf: string;
    readonly repairWorkbook: string;
    readonly undoMoves: string;
    readonly auditCriteria: string;
    readonly addPipeline: string;
    readonly retireStage: string;
    readonly takeOver: string;
    readonly previewTemplates: string;
    readonly setUp: string;
  };
  /** Headings in the menu. */
  readonly menuGroups: Readonly<Record<'reports' | 'care' | 'rules', string>>;
  readonly sidebarTitle: string;
  readonly boardTitle: string;
  readonly importTitle: string;
  /** In the ledger: the day of creation that a file told, where it cannot be right. */
  readonly createdInFile: (day: string) => string;
  readonly welcomeTitle: string;
  /** Titles and sentences of short messages. */
  readonly held: (deal: string, stage: string, why: string) => string;
  /** The stage asked for is none. */
  readonly stays: (deal: string, why: string) => string;
  readonly heldMany: (held: number, first: string) => string;
  readonly moveHeld: string;
  readonly notSetUp: string;
  readonly setUpDone: (created: number) => string;
  readonly setUpAgain: string;
  readonly noDealsTab: string;
  readonly noFigure: string;
  readonly noHeaders: string;
  readonly refreshed: (asOf: string) => string;
  readonly swept: (deals: number, changes: number) => string;
  readonly notSetUpOrBusy: string;
  readonly mailsQueued: (mails: number, deals: number) => string;
  readonly busy: string;
  readonly broken: (cause: string) => string;
  readonly badRequest: string;
  readonly gone: string;
  readonly stale: (by: string) => string;
  readonly mayNotOverride: string;
  readonly overrideNeedsReason: string;
  readonly overrideNeedsName: string;
  readonly unknownStage: (typed: string) => string;
  readonly retiredStage: (label: string) => string;
  readonly unknownField: (field: string) => string;
  readonly noUndo: string;
  readonly undone: (entry: number) => string;
  readonly tampered: string;
  readonly someone: string;
  /** Why a mail is not sent. */
  readonly stranger: (address: string) => string;
  /** A mail of an automation whose template asks for empty cells. */
  readonly emptyPlaces: (headers: string) => string;
  /** A mail of an automation that is longer than Google sends. */
  readonly mailTooLong: string;
  /** A mail of an automation whose reader has no address. */
  readonly noReader: (reader: string) => string;
  readonly revisitTask: (deal: string) => string;
  /** Where the worker has been silent. */
  readonly silent: (hours: number) => string;
  /** The same in the sidebar, with who runs it. */
  readonly silentPage: (hours: number, runner: string) => string;
  readonly noTasksTab: string;
  readonly taskGone: string;
  readonly runBy: (address: string, last: string) => string;
  readonly takeOverAsk: string;
  readonly tookOver: string;
  readonly mayNotTakeOver: string;
  readonly noTemplates: string;
  readonly chooseDeal: string;
  readonly previewOf: (template: string, deal: string) => string;
  readonly emptyIn: (headers: string) => string;
  readonly noAddress: (text: string) => string;
  /** A run was stopped between sending a mail and noting it. */
  readonly maybeSent: string;
}

/** Google ends its sentences itself, in the language of the account. */
function withoutStop(sentence: string): string {
  return sentence.trim().replace(/[.。]+$/, '');
}

export const APP_WORDS: Readonly<Record<Language, AppWords>> = {
  en: {
    menu: {
      title: 'Pipeline',
      openSidebar: 'Show the selected deal',
      openBoard: 'Open the board',
      openImport: 'Import deals…',
      openWelcome: 'Welcome: set up in three steps…',
      refreshReports: 'Refresh funnel and forecast',
      sweep: 'Check the whole workbook',
      sendStallReport: 'Send the stall report now',
      filterFunnel: 'Filter the funnel…',
      replayPastDay: 'Replay a past day',
      whatIf: 'What-if',
      repairWorkbook: 'Repair what Health lists',
      undoMoves: 'Take back moves…',
      auditCriteria: 'Try out changed criteria',
      retireStage: 'Retire a stage',
      addPipeline: 'Add a pipeline…',
      takeOver: 'Who runs the automation…',
      previewTemplates: 'Preview templates for the selected deal',
      setUp: 'Set up',
    },
    menuGroups: { reports: 'Reports', rules: 'Stages and gates', care: 'Care and set-up' },
    sidebarTitle: 'Pipeline',
    boardTitle: 'Board',
    importTitle: 'Import deals',
    createdInFile: (day) => `In the file: created ${day}`,
    welcomeTitle: 'Welcome to Sluice',
    held: (deal, stage, why) => `${deal} cannot enter ${stage} yet. ${why}`,
    stays: (deal, why) => `${deal} stays where it is. ${why}.`,
    heldMany: (held, first) =>
      `${held} deals stay where they were. ${ended(first, '.')} The Gate column says what each one needs.`,
    moveHeld: 'Not moved',
    notSetUp: 'This workbook has no pipeline yet. Choose Pipeline > Set up.',
    setUpDone: (created) =>
      `The pipeline is ready: ${created} ${created === 1 ? 'tab' : 'tabs'} added. Type your first deal in Deals.`,
    setUpAgain: 'Everything was in place already. Nothing was changed.',
    noFigure:
      'No figure of a report is selected. Select one on Funnel, Forecast, Review or Stalled.',
    noDealsTab: 'The Deals tab is missing. Choose Pipeline > Set up to bring it back.',
    noHeaders:
      'The header row of Deals cannot be found. Put the headers back (Edit > Undo), or choose Pipeline > Set up.',
    refreshed: (asOf) => `Funnel, Forecast, Review, Stalled and Health are as of ${asOf}.`,
    swept: (deals, changes) =>
      `${deals} deals checked, ${changes} changes noted. The Health tab lists what needs a person.`,
    notSetUpOrBusy:
      'Nothing was done: either this workbook has no pipeline yet (choose Set up), or somebody else is saving just now (try again in a moment).',
    mailsQueued: (mails, deals) =>
      deals === 0
        ? 'No deal needs a decision: no mail was sent.'
        : mails === 0
          ? 'This week’s report was sent already: nobody gets it twice. See the Outbox tab.'
          : `${mails} ${mails === 1 ? 'mail' : 'mails'} about ${deals} ${deals === 1 ? 'deal' : 'deals'} went to the Outbox.`,
    busy: 'Somebody else is saving just now. Nothing of yours is lost; try again in a moment.',
    broken: (cause) =>
      `That did not work: ${withoutStop(cause)}. Nothing of yours is lost; try again, and tell your admin if it stays.`,
    badRequest: 'The page sent something that cannot be read. Reload it and try again.',
    gone: 'This deal is no longer in the sheet. Undo the deletion in the sheet, or choose another deal.',
    stale: (by) => `${by} changed this deal meanwhile. Look at it again, then move it.`,
    mayNotOverride:
      'You may not override a gate. Ask a person who may (see the Team tab), or fill in what is missing.',
    overrideNeedsReason: 'Say why the gate is overridden; the reason is kept in the Ledger.',
    overrideNeedsName:
      'Google does not tell who you are here, so a gate cannot be overridden. Sign in with an account of the Team.',
    unknownStage: (typed) => `There is no stage called "${typed}". Choose one from the list.`,
    retiredStage: (label) =>
      `The stage "${label}" is no longer in use, so nothing was moved. Choose another one.`,
    unknownField: (field) =>
      `There is no column called "${field}" in Deals. Add it, or choose another.`,
    noUndo: 'Only the last move of a deal can be taken back. Move the deal to the stage you want.',
    undone: (entry) => `takes back entry ${entry}`,
    tampered:
      'The program columns of this row were changed by hand; the next check puts them right.',
    someone: 'Somebody',
    stranger: (address) =>
      `${address} is neither on the Team tab nor allowed in Settings. Add it there, then set the state back to waiting.`,
    emptyPlaces: (headers) =>
      `Not sent: the template asks for ${headers}, which is empty in this deal. Fill it in and write the mail by hand, or cancel this one.`,
    mailTooLong:
      'Not sent: with its fields filled in this mail is longer than Google sends. Shorten the template, or the cells that it names, and write this mail by hand.',
    noReader: (reader) =>
      `Not sent: no address is known for "${reader}". Type it into To, then set the state to waiting; or add it to the Team tab, for the next ones.`,
    revisitTask: (deal) =>
      `Look at ${deal} again: its day has come. Move it to an open stage, or choose a later day in Revisit on.`,
    silent: (hours) => `⚠ Nothing has run by itself for ${hours} hours: take over…`,
    silentPage: (hours, runner) =>
      `Nothing has run by itself for ${hours} hours: tasks and mails wait. ${runner === '' ? 'Somebody' : runner} should open this sheet once; or a manager takes over with Pipeline > Who runs the automation.`,
    noTasksTab: 'The Tasks tab is missing. Choose Pipeline > Set up to bring it back.',
    taskGone: 'This task is no longer there, or stands there twice. Look at the Tasks tab.',
    runBy: (address, last) =>
      address === ''
        ? 'Nobody runs the automation yet.'
        : `${address} runs the automation; it last ran ${last === '' ? 'never' : `on ${last}`}.`,
    takeOverAsk: 'Reports and mails would then be sent from your account. Take over?',
    tookOver:
      'From now on the automation runs as you. The triggers of the other account do nothing.',
    mayNotTakeOver:
      'Only a manager or an admin on the Team tab can take over. Ask one of them, or have your role changed.',
    noTemplates: 'The Templates tab has no template that can be used. Write one, then look again.',
    chooseDeal: 'Select the row of a deal in Deals first.',
    previewOf: (template, deal) => `“${template}” for ${deal}`,
    emptyIn: (headers) => `Empty in this deal, so it would not be sent: ${headers}.`,
    noAddress: (text) =>
      `"${text}" is not a mail address. Mend it here, then set the state back to waiting.`,
    maybeSent:
      'A run was stopped while this mail was being sent: nobody knows whether it went out. Ask the reader, then set the state to sent, or to waiting to send it again.',
  },
  zh: {
    menu: {
      title: '销售管道',
      openSidebar: '查看所选商机',
      openBoard: '打开看板',
      openImport: '导入商机…',
      openWelcome: '欢迎：三步完成初始化…',
      refreshReports: '刷新漏斗和预测',
      sweep: '检查整个工作簿',
      sendStallReport: '立即发送停滞报告',
      filterFunnel: '筛选漏斗…',
      replayPastDay: '回放过去某一天',
      whatIf: '假设分析',
      repairWorkbook: '修复健康检查中的问题',
      undoMoves: '撤回移动…',
      auditCriteria: '试算标准变更的影响',
      retireStage: '停用阶段',
      addPipeline: '添加销售管道…',
      takeOver: '自动化由谁运行……',
      previewTemplates: '为所选商机预览邮件模板',
      setUp: '初始化',
    },
    menuGroups: { reports: '报告', rules: '阶段与关卡', care: '维护与初始化' },
    sidebarTitle: '销售管道',
    boardTitle: '看板',
    importTitle: '导入商机',
    createdInFile: (day) => `文件中的创建日期：${day}`,
    welcomeTitle: '欢迎使用 Sluice',
    held: (deal, stage, why) => `“${deal}”还不能进入“${stage}”。${why}`,
    stays: (deal, why) => `“${deal}”留在原阶段。${why}。`,
    heldMany: (held, first) =>
      `${held} 个商机留在原阶段。${ended(first, '。')}“关卡提示”列写明了每个商机还缺什么。`,
    moveHeld: '未移动',
    notSetUp: '此工作簿还没有销售管道。请选择“销售管道 > 初始化”。',
    setUpDone: (created) =>
      `销售管道已就绪：新增 ${created} 个工作表。请在“商机”表中录入第一个商机。`,
    setUpAgain: '一切都已就绪，没有改动任何内容。',
    noFigure:
      '没有选中报表中的数字。请在“销售漏斗”“销售预测”“例会回顾”或“停滞商机”中选中一个数字。',
    noDealsTab: '找不到“商机”工作表。请选择“销售管道 > 初始化”将其恢复。',
    noHeaders: '找不到“商机”表的表头。请撤销对表头的修改，或选择“销售管道 > 初始化”。',
    refreshed: (asOf) => `漏斗、预测、例会回顾、停滞和健康检查的数据截至 ${asOf}。`,
    swept: (deals, changes) =>
      `已检查 ${deals} 个商机，记录 ${changes} 处变化。需要处理的问题见“健康检查”表。`,
    notSetUpOrBusy:
      '没有执行任何操作：此工作簿可能还没有销售管道（请选择“初始化”），或其他人正在保存（请稍后再试）。',
    mailsQueued: (mails, deals) =>
      deals === 0
        ? '没有需要处理的商机，未发送邮件。'
        : mails === 0
          ? '本周报告已经发送过，不会重复发送。请查看“发件箱”表。'
          : `已将 ${mails} 封邮件（涉及 ${deals} 个商机）放入发件箱。`,
    busy: '其他人正在保存。您的内容没有丢失，请稍后再试。',
    broken: (cause) =>
      `操作未完成：${withoutStop(cause)}。您的内容没有丢失，请重试；如仍失败，请联系管理员。`,
    badRequest: '页面发送的内容无法识别。请重新加载后再试。',
    gone: '此商机已不在表中。请在表中撤销删除，或选择其他商机。',
    stale: (by) => `${by} 刚刚修改了此商机。请查看最新内容后再移动。`,
    mayNotOverride: '您没有强制放行的权限。请联系有权限的人（见“团队”表），或补全所缺内容。',
    overrideNeedsReason: '请写明强制放行的原因，原因会记入台账。',
    overrideNeedsName: 'Google 没有提供您的身份，无法强制放行。请使用团队中的账号登录。',
    unknownStage: (typed) => `没有名为“${typed}”的阶段。请从列表中选择。`,
    retiredStage: (label) => `阶段“${label}”已停用，因此没有移动。请选择其他阶段。`,
    unknownField: (field) => `“商机”表中没有名为“${field}”的列。请添加该列或选择其他字段。`,
    noUndo: '只能撤回商机的最近一次移动。请直接把商机移到需要的阶段。',
    undone: (entry) => `撤回第 ${entry} 条记录`,
    tampered: '这一行的程序列被手工修改过，下次检查时会恢复。',
    someone: '有人',
    stranger: (address) =>
      `${address} 既不在“团队”表中，也未在“设置”中允许。请先添加，再把状态改回“待发送”。`,
    emptyPlaces: (headers) =>
      `未发送：模板需要的“${headers}”在此商机中为空。请补全后手工发送，或取消这封邮件。`,
    mailTooLong:
      '未发送：填入字段后，这封邮件超过了 Google 允许的长度。请缩短模板或所引用的单元格，并手工发送这封邮件。',
    noReader: (reader) =>
      `未发送：没有“${reader}”的邮箱。请填入“收件人”，再把状态改为“待发送”；也可以在“团队”表中补上，供以后使用。`,
    revisitTask: (deal) =>
      `回访日期已到，请重新跟进“${deal}”：把它移到进行中的阶段，或把“回访日期”改到以后。`,
    silent: (hours) => `⚠ 自动化已有 ${hours} 小时没有运行：点此接管……`,
    silentPage: (hours, runner) =>
      `自动化已有 ${hours} 小时没有运行，任务和邮件都在等待。请让${runner === '' ? '同事' : ` ${runner} `}打开一次本表格，或由经理选择“销售管道 > 自动化由谁运行”接管。`,
    noTasksTab: '“任务”工作表不见了。请选择“销售管道 > 初始化”恢复。',
    taskGone: '这项任务已不在表中，或出现了两次。请查看“任务”工作表。',
    runBy: (address, last) =>
      address === ''
        ? '目前没有人运行自动化。'
        : `自动化由 ${address} 运行，最近一次运行：${last === '' ? '从未' : last}。`,
    takeOverAsk: '接管后，报告和邮件将由您的账号发出。是否接管？',
    tookOver: '已接管：自动化从现在起由您的账号运行，原账号的触发器不再起作用。',
    mayNotTakeOver: '只有“团队”表中的销售经理或管理员可以接管。请联系他们，或请他们修改您的角色。',
    noTemplates: '“模板”表中没有可用的模板。请先编写模板再预览。',
    chooseDeal: '请先在“商机”表中选中一个商机所在的行。',
    previewOf: (template, deal) => `模板“${template}”（${deal}）`,
    emptyIn: (headers) => `此商机中以下内容为空，邮件不会发出：${headers}。`,
    noAddress: (text) => `“${text}”不是有效的邮箱地址。请改正后把状态改回“待发送”。`,
    maybeSent:
      '发送过程中程序被中断，不确定这封邮件是否已经发出。请向收件人确认，再把状态改为“已发送”，或改回“待发送”以重新发送。',
  },
};

/** A sentence with its mark; a team's own words may bring one. */
function ended(sentence: string, mark: string): string {
  return /[.!?。！？]$/.test(sentence) ? sentence : `${sentence}${mark}`;
}
