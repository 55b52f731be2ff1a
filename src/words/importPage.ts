import type { Language } from './language';

/** What the import dialog says. Why a row is rejected and what was guessed is worded in imports.ts. */
export interface ImportPageWords {
  readonly title: string;
  readonly loading: string;
  readonly files: {
    readonly heading: string;
    readonly deals: string;
    readonly dealsWhy: string;
    readonly history: string;
    readonly historyWhy: string;
    readonly prices: string;
    readonly pricesWhy: string;
    readonly rows: (rows: number) => string;
  };
  readonly columns: {
    readonly heading: string;
    readonly about: string;
    readonly theirs: string;
    readonly samples: string;
    readonly ours: string;
    /** Names the choice for one column to a screen reader. */
    readonly oursOf: (column: string) => string;
    readonly own: string;
    readonly ignored: string;
    readonly dateOrder: string;
    readonly decimals: string;
  };
  readonly stages: {
    readonly heading: string;
    readonly about: string;
    readonly theirs: string;
    readonly deals: string;
    readonly ours: string;
    readonly oursOf: (stage: string) => string;
    readonly kind: string;
    readonly kindOf: (stage: string) => string;
    readonly added: (name: string) => string;
    /** A stage that would be new, of which no row comes in. */
    readonly leftOut: (name: string) => string;
    readonly source: string;
    readonly keep: string;
    readonly fromData: string;
    readonly path: (stages: readonly string[]) => string;
  };
  readonly gates: {
    readonly legend: string;
    readonly trust: string;
    readonly trustWhy: string;
    readonly strict: string;
    readonly strictWhy: string;
  };
  readonly preview: {
    readonly heading: string;
    readonly counts: (deals: number, entries: number, rejects: number) => string;
    readonly entries: string;
    readonly noDeals: string;
    readonly noIds: string;
    readonly guess: (about: string, what: string) => string;
  };
  readonly rejects: {
    readonly heading: (rows: number) => string;
    readonly line: string;
    readonly column: string;
    readonly reason: string;
    readonly more: (rows: number) => string;
    readonly save: string;
  };
  readonly send: {
    readonly go: (deals: number) => string;
    readonly progress: (rows: number, of: number) => string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly retry: string;
    readonly done: (deals: number, entries: number) => string;
    readonly close: string;
    readonly another: string;
  };
  readonly known: {
    readonly heading: (deals: number) => string;
    readonly same: (deals: number) => string;
    readonly about: string;
    readonly deal: string;
    readonly field: string;
    readonly was: string;
    readonly now: string;
    readonly all: string;
    readonly one: (deal: string, field: string) => string;
    readonly allOf: (deal: string) => string;
    readonly empty: string;
    readonly accept: (changes: number) => string;
    readonly none: string;
    readonly done: (deals: number) => string;
    readonly held: (deal: string, why: string) => string;
  };
  /** Why a call has no answer, where the script gives no sentence of its own. */
  readonly failed: Readonly<Record<'offline' | 'garbled' | 'missing' | 'other', string>>;
}

const some = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const IMPORT_PAGE_WORDS: Readonly<Record<Language, ImportPageWords>> = {
  en: {
    title: 'Import deals',
    loading: 'Looking at the workbook …',
    files: {
      heading: 'Files',
      deals: 'Deals (CSV)',
      dealsWhy: 'One row a deal, from your old tool or spreadsheet.',
      history: 'Stage history (CSV, if you have one)',
      historyWhy: 'One row for each time a deal entered a stage.',
      prices: 'Price list (CSV, if you have one)',
      pricesWhy: 'Product and price, for deals without an amount.',
      rows: (rows) => `${some(rows, 'row')} read`,
    },
    columns: {
      heading: 'Columns',
      about: 'Sluice has guessed what each column is. Correct what is wrong.',
      theirs: 'In the file',
      samples: 'For example',
      ours: 'Becomes',
      oursOf: (column) => `${column} becomes`,
      own: 'A column of its own',
      ignored: 'Leave out',
      dateOrder: 'Dates that could be read both ways',
      decimals: 'Amounts',
    },
    stages: {
      heading: 'Stages',
      about: 'What each stage of the file is in this workbook.',
      theirs: 'In the file',
      deals: 'Rows',
      ours: 'Becomes',
      oursOf: (stage) => `${stage} becomes`,
      kind: 'Kind',
      kindOf: (stage) => `Kind of ${stage}`,
      added: (name) => `New stage: ${name}`,
      leftOut: (name) => `Left out, as none of its rows can be read: ${name}`,
      source: 'Stages come from',
      keep: 'this workbook',
      fromData: 'the file (nothing is in this workbook yet)',
      path: (stages) => `Afterwards: ${stages.join(' → ')}`,
    },
    gates: {
      legend: 'Gates',
      trust: 'Trust the file',
      trustWhy: 'Deals come in where the file says; the Gate column shows what they lack.',
      strict: 'Be strict',
      strictWhy: 'Each deal comes in at the furthest stage that its facts allow.',
    },
    preview: {
      heading: 'How the first deals will read',
      counts: (deals, entries, rejects) =>
        `${some(deals, 'deal')}, ${some(entries, 'ledger entry', 'ledger entries')}, ${some(rejects, 'row')} that cannot be read`,
      entries: 'Life so far',
      noDeals: 'No row of this file can be read as a deal. Look at the reasons below.',
      noIds:
        'The file gives its deals no identifier: importing it a second time would bring every deal in again.',
      guess: (about, what) => `${about}: ${what}.`,
    },
    rejects: {
      heading: (rows) => `${some(rows, 'row')} cannot be read and will not come in`,
      line: 'Line',
      column: 'Column',
      reason: 'Why, and what to do',
      more: (rows) => `… and ${rows} more: save the list to see them all.`,
      save: 'Save the list as CSV',
    },
    send: {
      go: (deals) => `Import ${some(deals, 'deal')}`,
      progress: (rows, of) => `${rows} of ${of} rows`,
      cancel: 'Stop',
      cancelled: 'Stopped. What came in so far stays; import the same file again to go on.',
      retry: 'Try again',
      done: (deals, entries) =>
        `${some(deals, 'deal')} came in with ${some(entries, 'ledger entry', 'ledger entries')}.`,
      close: 'Close',
      another: 'Import another file',
    },
    known: {
      heading: (deals) => `${some(deals, 'deal differs', 'deals differ')} from the file`,
      same: (deals) =>
        `${some(deals, 'deal was', 'deals were')} in the workbook already and the same.`,
      about: 'Tick what the file is right about. The rest stays as it is in the workbook.',
      deal: 'Deal',
      field: 'Column',
      was: 'In the workbook',
      now: 'In the file',
      all: 'All changes',
      one: (deal, field) => `${field} of ${deal}`,
      allOf: (deal) => `All of ${deal}`,
      empty: '(empty)',
      accept: (changes) => `Take over ${some(changes, 'change')}`,
      none: 'Nothing is ticked.',
      done: (deals) => `${some(deals, 'deal was', 'deals were')} changed.`,
      held: (deal, why) => `${deal} keeps its stage. ${why}`,
    },
    failed: {
      offline: 'Google cannot be reached. Look at your connection, then try again.',
      garbled: 'The answer cannot be read. Reload the workbook and try again.',
      missing:
        'The workbook’s script is older than this page. Reload the workbook, then try again.',
      other: 'That did not work. Try again, and tell your admin if it stays.',
    },
  },
  zh: {
    title: '导入商机',
    loading: '正在查看工作簿…',
    files: {
      heading: '文件',
      deals: '商机文件（CSV）',
      dealsWhy: '每行一个商机，来自以前的系统或表格。',
      history: '阶段历史（CSV，可选）',
      historyWhy: '商机每进入一个阶段，记一行。',
      prices: '价目表（CSV，可选）',
      pricesWhy: '产品及价格，用于没有金额的商机。',
      rows: (rows) => `已读取 ${rows} 行`,
    },
    columns: {
      heading: '列',
      about: '已推测各列的含义，请更正不对的地方。',
      theirs: '文件中的列',
      samples: '例如',
      ours: '对应为',
      oursOf: (column) => `“${column}”对应为`,
      own: '团队自有列',
      ignored: '不导入',
      dateOrder: '可有两种读法的日期',
      decimals: '金额写法',
    },
    stages: {
      heading: '阶段',
      about: '文件中的各阶段在本工作簿中是哪个阶段。',
      theirs: '文件中的阶段',
      deals: '行数',
      ours: '对应为',
      oursOf: (stage) => `“${stage}”对应为`,
      kind: '类型',
      kindOf: (stage) => `“${stage}”的类型`,
      added: (name) => `新增阶段：${name}`,
      leftOut: (name) => `不新增，因为没有可读取的行：${name}`,
      source: '阶段取自',
      keep: '本工作簿',
      fromData: '文件（本工作簿尚无商机）',
      path: (stages) => `导入后：${stages.join(' → ')}`,
    },
    gates: {
      legend: '准入条件',
      trust: '以文件为准',
      trustWhy: '商机按文件所述的阶段导入，所缺内容显示在“准入检查”列。',
      strict: '严格检查',
      strictWhy: '每个商机只导入到现有资料所能达到的最远阶段。',
    },
    preview: {
      heading: '前几个商机导入后的样子',
      counts: (deals, entries, rejects) =>
        `${deals} 个商机，${entries} 条流水记录，${rejects} 行无法读取`,
      entries: '已有历程',
      noDeals: '文件中没有一行能读成商机，请查看下面的原因。',
      noIds: '文件没有商机编号：再次导入会把所有商机重复加入。',
      guess: (about, what) => `${about}：${what}。`,
    },
    rejects: {
      heading: (rows) => `${rows} 行无法读取，不会导入`,
      line: '行号',
      column: '列',
      reason: '原因及处理办法',
      more: (rows) => `……另有 ${rows} 行：保存清单即可查看全部。`,
      save: '将清单保存为 CSV',
    },
    send: {
      go: (deals) => `导入 ${deals} 个商机`,
      progress: (rows, of) => `已处理 ${rows} / ${of} 行`,
      cancel: '停止',
      cancelled: '已停止。已导入的内容会保留；再次导入同一文件即可继续。',
      retry: '重试',
      done: (deals, entries) => `已导入 ${deals} 个商机、${entries} 条流水记录。`,
      close: '关闭',
      another: '导入另一个文件',
    },
    known: {
      heading: (deals) => `${deals} 个商机与文件不一致`,
      same: (deals) => `${deals} 个商机在工作簿中已有，且内容一致。`,
      about: '请勾选以文件为准的内容，其余保持工作簿现状。',
      deal: '商机',
      field: '列',
      was: '工作簿中',
      now: '文件中',
      all: '全部更改',
      one: (deal, field) => `${deal} 的“${field}”`,
      allOf: (deal) => `${deal} 的全部更改`,
      empty: '（空）',
      accept: (changes) => `采用 ${changes} 处更改`,
      none: '尚未勾选任何更改。',
      done: (deals) => `已更改 ${deals} 个商机。`,
      held: (deal, why) => `${deal} 保持原阶段。${why}`,
    },
    failed: {
      offline: '无法连接 Google：请检查网络后重试。',
      garbled: '无法识别返回的内容：请重新加载工作簿后重试。',
      missing: '工作簿的脚本比本页面旧：请重新加载工作簿后重试。',
      other: '操作未成功：请重试；如仍不行，请告知管理员。',
    },
  },
};
