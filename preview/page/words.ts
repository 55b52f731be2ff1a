/** The words of the preview's own page: what stands around the sheet. The sheet's words are its own. */
interface PageWords {
  readonly preview: string;
  readonly previewHint: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly clear: string;
  readonly deleteRows: (count: number) => string;
  readonly view: string;
  readonly showHidden: string;
  readonly hideHidden: string;
  readonly hiddenTabs: string;
  readonly insert: string;
  readonly rowAbove: string;
  readonly rowBelow: string;
  readonly columnLeft: string;
  readonly columnRight: string;
  readonly data: string;
  readonly sortUp: (column: string) => string;
  readonly sortDown: (column: string) => string;
  readonly clock: string;
  readonly oneHour: string;
  readonly oneDay: string;
  readonly oneWeek: string;
  readonly nextReport: string;
  readonly clockHint: string;
  readonly inbox: string;
  readonly noMail: string;
  readonly mailTo: string;
  readonly html: string;
  readonly plainText: string;
  readonly back: string;
  readonly triggers: string;
  readonly noTriggers: string;
  readonly fire: string;
  readonly triggerRunsAs: (person: string) => string;
  readonly user: string;
  readonly userHint: string;
  readonly otherWindow: string;
  readonly may: Readonly<Record<'owner' | 'edit' | 'view' | 'none', string>>;
  readonly reset: string;
  readonly resetHint: string;
  readonly resetAsk: string;
  readonly close: string;
  readonly ok: string;
  readonly cancel: string;
  readonly yes: string;
  readonly no: string;
  readonly working: string;
  readonly refused: string;
  readonly offline: string;
  readonly viewOnly: string;
  readonly loading: string;
  readonly allTabs: string;
  readonly toolbar: string;
  readonly hiddenColumns: (count: number) => string;
  readonly renameTab: string;
  readonly formulaBar: string;
  readonly nameBox: string;
  readonly sum: string;
  readonly count: string;
  readonly sheetArea: string;
  readonly sidebar: string;
}

export const PAGE_WORDS: Readonly<Record<'en' | 'zh', PageWords>> = {
  en: {
    preview: 'Preview',
    previewHint: 'A stand-in for Google Sheets on this computer. Nothing leaves it.',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteHint: 'Press Ctrl+V （⌘V） to paste: the browser asks for the keys.',
    clear: 'Delete values',
    deleteRows: (count) => (count === 1 ? 'Delete row' : `Delete ${count} rows`),
    view: 'View',
    showHidden: 'Show hidden columns',
    hideHidden: 'Hide the program’s columns again',
    hiddenTabs: 'Hidden tabs',
    insert: 'Insert',
    rowAbove: 'Row above',
    rowBelow: 'Row below',
    columnLeft: 'Column left',
    columnRight: 'Column right',
    data: 'Data',
    sortUp: (column) => `Sort sheet by column ${column}, A to Z`,
    sortDown: (column) => `Sort sheet by column ${column}, Z to A`,
    clock: 'The workbook’s clock',
    oneHour: '+1 hour',
    oneDay: '+1 day',
    oneWeek: '+1 week',
    nextReport: 'To next Monday 09:00',
    clockHint: 'Triggers that fall due on the way run in order.',
    inbox: 'Inbox',
    noMail: 'No mail yet. Move the clock to next Monday and the weekly report arrives.',
    mailTo: 'To',
    html: 'As mail programs show it',
    plainText: 'Plain text',
    back: 'All mails',
    triggers: 'Triggers',
    noTriggers: 'None installed yet. Set up installs them.',
    fire: 'Run now',
    triggerRunsAs: (person) => `runs as ${person}`,
    user: 'Who is using the sheet',
    userHint: 'Open another window as someone else to see two people at work.',
    otherWindow: 'New window',
    may: { owner: 'Owner', edit: 'May edit', view: 'May view', none: 'No access' },
    reset: 'Start anew…',
    resetHint: 'Puts the sample back as it was at first.',
    resetAsk: 'Everything done in this workbook since the start will be gone. Start anew?',
    close: 'Close',
    ok: 'OK',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    working: 'Working…',
    refused: 'There was a problem',
    offline:
      'The preview’s server does not answer. Start it again with npm start; this page comes back by itself.',
    viewOnly: 'View only',
    loading: 'Opening…',
    allTabs: 'All tabs',
    toolbar: 'Tools',
    hiddenColumns: (count) => (count === 1 ? '1 hidden column' : `${count} hidden columns`),
    renameTab: 'New name of this tab',
    formulaBar: 'What the cell holds',
    nameBox: 'Selected cells',
    sum: 'Sum',
    count: 'Count',
    sheetArea: 'Sheet',
    sidebar: 'Sidebar',
  },
  zh: {
    preview: '预览',
    previewHint: '在本机上模拟 Google 表格，数据不会离开这台电脑。',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    pasteHint: '请按 Ctrl+V（⌘V）粘贴，浏览器要求使用快捷键。',
    clear: '删除内容',
    deleteRows: (count) => (count === 1 ? '删除行' : `删除 ${count} 行`),
    view: '查看',
    showHidden: '显示隐藏的列',
    hideHidden: '重新隐藏程序列',
    hiddenTabs: '隐藏的工作表',
    insert: '插入',
    rowAbove: '在上方插入行',
    rowBelow: '在下方插入行',
    columnLeft: '在左侧插入列',
    columnRight: '在右侧插入列',
    data: '数据',
    sortUp: (column) => `按 ${column} 列升序排列`,
    sortDown: (column) => `按 ${column} 列降序排列`,
    clock: '工作簿的时钟',
    oneHour: '+1 小时',
    oneDay: '+1 天',
    oneWeek: '+1 周',
    nextReport: '到下周一 09:00',
    clockHint: '途中到期的触发器会依次运行。',
    inbox: '收件箱',
    noMail: '还没有邮件。把时钟拨到下周一，周报就会送达。',
    mailTo: '收件人',
    html: '邮件显示效果',
    plainText: '纯文本',
    back: '全部邮件',
    triggers: '触发器',
    noTriggers: '尚未安装触发器，运行“初始设置”后会自动安装。',
    fire: '立即运行',
    triggerRunsAs: (person) => `以 ${person} 的身份运行`,
    user: '当前使用者',
    userHint: '用另一个身份打开新窗口，可以看到两个人同时工作。',
    otherWindow: '新窗口',
    may: { owner: '所有者', edit: '可编辑', view: '仅可查看', none: '无权限' },
    reset: '重新开始…',
    resetHint: '把示例数据恢复到最初的样子。',
    resetAsk: '开始以来在这个工作簿里所做的一切都会丢失。要重新开始吗？',
    close: '关闭',
    ok: '确定',
    cancel: '取消',
    yes: '是',
    no: '否',
    working: '正在处理…',
    refused: '出现问题',
    offline: '预览服务器没有响应。请重新运行 npm start，本页会自动恢复。',
    viewOnly: '仅可查看',
    loading: '正在打开…',
    allTabs: '全部工作表',
    toolbar: '工具栏',
    hiddenColumns: (count) => `${count} 个隐藏列`,
    renameTab: '工作表的新名称',
    formulaBar: '单元格内容',
    nameBox: '所选单元格',
    sum: '求和',
    count: '计数',
    sheetArea: '表格',
    sidebar: '侧边栏',
  },
};

export type { PageWords };
