import type { Language } from './language';

/** What a person is told when Google did not let the program write down what they did. */
export interface UnfinishedWords {
  /** After an edit, where parts of the workbook are protected from the person. */
  readonly editProtected: (places: string) => string;
  /** After an edit, where nobody knows why. */
  readonly edit: string;
  /** In a page or from the menu, where parts of the workbook are protected from the person. */
  readonly protected: (places: string) => string;
  /** In a page, where the person may no longer edit anything. */
  readonly viewOnly: string;
  /** Nothing can be judged or noted. */
  readonly noLedger: string;
  /** Its headings are gone, and its entries do not tell the columns either. */
  readonly noLedgerHeadings: string;
  /** Columns of a tab. */
  readonly columns: (tab: string, headers: readonly string[]) => string;
  readonly and: string;
}

export const UNFINISHED_WORDS: Readonly<Record<Language, UnfinishedWords>> = {
  en: {
    editProtected: (places) =>
      `What you typed stands, but you may not write in ${places}, where it has to be noted. It is checked within ten minutes without you. To see it checked at once, ask the owner to let you edit there (Data > Protect sheets and ranges).`,
    edit: 'What you typed stands, but could not be checked just now. It is checked within ten minutes.',
    protected: (places) =>
      `You may not write in ${places}, where this has to be noted. Ask the owner to let you edit there (Data > Protect sheets and ranges), or ask somebody who may. What was begun is finished within ten minutes.`,
    viewOnly:
      'You may only view this sheet now, so nothing was changed. Ask its owner to let you edit it (Share), then try again.',
    noLedger:
      'Nothing was checked: the Ledger tab is missing. Bring it back (Edit > Undo, or File > Version history); where that cannot be done, choose Pipeline > Set up: each deal then goes on where its row says that it was.',
    noLedgerHeadings:
      'Nothing was checked: the headings of the Ledger are gone, and its columns are not in their order. Bring them back (Edit > Undo, or File > Version history).',
    columns: (tab, headers) =>
      `the ${headers.length === 1 ? 'column' : 'columns'} ${headers.join(', ')} of ${tab}`,
    and: ' and ',
  },
  zh: {
    editProtected: (places) =>
      `您输入的内容已保留，但您无权编辑${places}，因此无法立即记录。十分钟内会自动检查。如需立即检查，请让所有者允许您编辑该处（数据 > 保护工作表和范围）。`,
    edit: '您输入的内容已保留，但暂时无法检查。十分钟内会自动检查。',
    protected: (places) =>
      `您无权编辑${places}，而此操作必须记录在那里。请让所有者允许您编辑该处（数据 > 保护工作表和范围），或请有权限的人操作。已开始的部分会在十分钟内完成。`,
    viewOnly:
      '您现在只能查看此表格，因此没有做任何更改。请让表格所有者允许您编辑（共享），然后重试。',
    noLedger:
      '未做任何检查：“台账”工作表不见了。请将其恢复（编辑 > 撤消，或 文件 > 版本历史记录）；如无法恢复，请选择“销售管道 > 初始化”：每个商机会从所在行记录的阶段继续。',
    noLedgerHeadings:
      '未做任何检查：“台账”的表头不见了，各列的顺序也变了。请将其恢复（编辑 > 撤消，或 文件 > 版本历史记录）。',
    columns: (tab, headers) => `“${tab}”表的“${headers.join('、')}”列`,
    and: '和',
  },
};
