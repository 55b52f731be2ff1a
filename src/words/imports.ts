import type { Language } from './language';

/** Why a row of a file was not brought in. `about` fills the blanks, in the order of the sentence. */
export type RejectCode =
  | 'tooManyCells'
  | 'openQuote'
  | 'tooLong'
  | 'unreadableDate'
  | 'unreadableAmount'
  | 'noStage'
  | 'unknownStage'
  | 'repeatedId'
  | 'takenId'
  | 'createdAfter'
  | 'closedAfter'
  | 'noDeal'
  | 'unknownDeal'
  | 'rejectedDeal'
  | 'noTime'
  | 'entryAfter'
  | 'sameStage'
  | 'otherField';

export type UnreadableCode = 'empty' | 'notText' | 'workbook';

/** What a guess is about. */
export type GuessCode =
  | 'column'
  | 'ownColumn'
  | 'dateOrder'
  | 'decimals'
  | 'stage'
  | 'newStage'
  | 'stageOrder'
  | 'stageKind'
  | 'outcome'
  | 'identifier'
  | 'created'
  | 'amountTime'
  | 'listPrice'
  | 'noStageColumn'
  | 'mapIgnored';

type Sentence = (about: readonly string[]) => string;

export interface ImportWords {
  readonly rejects: Readonly<Record<RejectCode, Sentence>>;
  readonly unreadable: Readonly<Record<UnreadableCode, (file: string) => string>>;
  readonly guesses: Readonly<Record<GuessCode, string>>;
  /** A header that the file left empty; one that stands twice. */
  readonly column: (number: number) => string;
  readonly again: (header: string, time: number) => string;
  /** What a column is taken for, when it is none of the Deals columns. */
  readonly roles: {
    readonly id: string;
    readonly created: string;
    readonly closed: string;
    readonly outcome: string;
    readonly entered: (stage: string) => string;
    readonly own: string;
    readonly ignored: string;
    readonly historyDeal: string;
    readonly historyStage: string;
    readonly historyFrom: string;
    readonly historyAt: string;
    readonly historyBy: string;
    readonly historyField: string;
  };
  readonly dateOrders: Readonly<Record<'ymd' | 'dmy' | 'mdy', string>>;
  readonly decimalComma: string;
  readonly decimalPoint: string;
  readonly kinds: Readonly<Record<'open' | 'won' | 'lost' | 'nurture', string>>;
  /** The name of a stage that no file names but a pipeline needs. */
  readonly stageOfKind: Readonly<Record<'open' | 'won' | 'lost' | 'nurture', string>>;
  readonly stillOpen: string;
  readonly dealNamed: (column: string) => string;
  readonly randomIds: string;
  readonly repeatedIds: (rows: number) => string;
  /** What to do about it is another thing where no column of the file tells it. */
  readonly createdUnknown: (deals: number, hasColumn: boolean) => string;
  /** Their lines in the file: those shown, and how many there are. */
  readonly createdLate: (lines: readonly number[], deals: number) => string;
  readonly amountAtClose: string;
  readonly amountWhileOpen: string;
  readonly listPriceFor: (rows: number) => string;
  readonly firstStage: (stage: string) => string;
  /** A column that says of each deal what its stage says already. */
  readonly chanceOfStage: string;
  readonly noSuchColumn: string;
}

const some = (deals: number): string => (deals === 1 ? '1 deal' : `${deals} deals`);

export const importWords: Readonly<Record<Language, ImportWords>> = {
  en: {
    rejects: {
      tooManyCells: ([found, expected]) =>
        `The row has ${found} cells under ${expected} headers: put quotes around cells that hold the separator, then import the row again.`,
      openQuote: () =>
        'A quote is opened and never closed: add the missing quote, then import the row again.',
      tooLong: ([most]) =>
        `The cell holds more than ${most} characters: shorten it, then import the row again.`,
      unreadableDate: ([text]) =>
        `"${text}" is not a date that can be read: write it like 2026-03-31.`,
      unreadableAmount: ([text]) =>
        `"${text}" is not an amount that can be read: write a number like 1234.50.`,
      noStage: () => 'The row says no stage: fill it in, then import the row again.',
      unknownStage: ([text]) =>
        `"${text}" is not a stage of this import: choose a stage for it and import the row again.`,
      repeatedId: ([id, line]) =>
        `${id} is on line ${line} already: keep the row that is right, or give this one its own identifier.`,
      takenId: ([id]) => `${id} is in the workbook already: change the deal there.`,
      createdAfter: ([day, asOf]) =>
        `Created on ${day}, after ${asOf}: correct the date, or import as of a later day.`,
      closedAfter: ([day, asOf]) =>
        `Closed on ${day}, after ${asOf}: correct the date, or import as of a later day.`,
      noDeal: () => 'The row names no deal: fill in the identifier, then import the row again.',
      unknownDeal: ([id]) =>
        `No deal of the deals file is called ${id}: add the deal, or correct the identifier.`,
      rejectedDeal: ([id]) => `The deal ${id} itself could not be brought in: mend its row first.`,
      noTime: () => 'The row does not say when: fill in the date, then import the row again.',
      entryAfter: ([time, asOf]) =>
        `${time} is after ${asOf}: correct the date, or import as of a later day.`,
      sameStage: ([stage]) =>
        `The deal was in ${stage} already, so nothing moved: leave the row out, or correct its stage.`,
      otherField: ([field]) =>
        `The row tells of ${field}, not of a stage: only changes of stage are brought in.`,
    },
    unreadable: {
      empty: (file) =>
        `${file} holds no headers and no rows: choose a file with a line of headers.`,
      notText: (file) => `${file} is not a text file: save the table as CSV and choose that file.`,
      workbook: (file) =>
        `${file} is an Excel workbook: save the sheet as CSV (UTF-8) and choose that file.`,
    },
    guesses: {
      column: 'Column',
      ownColumn: 'Own column',
      dateOrder: 'Order of dates',
      decimals: 'Decimals',
      stage: 'Stage',
      newStage: 'New stage',
      stageOrder: 'Order of stages',
      stageKind: 'Kind of stage',
      outcome: 'Outcome',
      identifier: 'Identifier',
      created: 'Created',
      amountTime: 'Amounts',
      listPrice: 'List price',
      noStageColumn: 'No stage column',
      mapIgnored: 'Not used from the map',
    },
    column: (number) => `Column ${number}`,
    again: (header, time) => `${header} (${time})`,
    roles: {
      id: 'identifier of the deal',
      created: 'day of creation',
      closed: 'day of closing',
      outcome: 'won, lost or open',
      entered: (stage) => `day of entering ${stage}`,
      own: 'a column of your own',
      ignored: 'left out',
      historyDeal: 'history: the deal',
      historyStage: 'history: the stage it entered',
      historyFrom: 'history: the stage it left',
      historyAt: 'history: when',
      historyBy: 'history: by whom',
      historyField: 'history: which field changed',
    },
    dateOrders: { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' },
    decimalComma: 'comma before the decimals (1.234,50)',
    decimalPoint: 'point before the decimals (1,234.50)',
    kinds: { open: 'open', won: 'won', lost: 'lost', nurture: 'nurture' },
    stageOfKind: { open: 'Open', won: 'Won', lost: 'Lost', nurture: 'Nurture' },
    stillOpen: 'still open',
    dealNamed: (column) => `named after ${column}`,
    randomIds: 'the file has no identifiers: each deal gets an ID of its own',
    repeatedIds: (rows) => `${rows} rows repeat an identifier of an earlier row: they are rejected`,
    createdUnknown: (deals, hasColumn) =>
      `not told for ${some(deals)}; it counts as unknown, so ${hasColumn ? 'put it into the file first if you know it' : 'choose the column with the day of creation, if the file has one'}`,
    createdLate: (lines, deals) =>
      `later than what followed for ${some(deals)}; it counts as unknown, so correct the file first if you know it (${deals === 1 ? 'line' : 'lines'} ${lines.join(', ')}${deals > lines.length ? ', …' : ''})`,
    amountAtClose: 'paid in the end: unknown while the deal was open',
    amountWhileOpen: 'known while the deal was open',
    listPriceFor: (rows) => `taken for ${rows} deals without an amount`,
    firstStage: (stage) => `deals start in ${stage}`,
    chanceOfStage: 'the same for all deals of a stage: taken as the stage’s own chance',
    noSuchColumn: 'no such column',
  },
  zh: {
    rejects: {
      tooManyCells: ([found, expected]) =>
        `本行有 ${found} 个单元格，而表头只有 ${expected} 列：请给含分隔符的内容加上引号，再重新导入本行。`,
      openQuote: () => '引号没有成对：请补上缺少的引号，再重新导入本行。',
      tooLong: ([most]) => `单元格超过 ${most} 个字符：请缩短后再重新导入本行。`,
      unreadableDate: ([text]) => `无法识别日期“${text}”：请写成 2026-03-31 这样的格式。`,
      unreadableAmount: ([text]) => `无法识别金额“${text}”：请写成 1234.50 这样的数字。`,
      noStage: () => '本行没有填写阶段：请补上阶段，再重新导入本行。',
      unknownStage: ([text]) =>
        `本次导入没有“${text}”这个阶段：请为它选择对应的阶段，再重新导入本行。`,
      repeatedId: ([id, line]) =>
        `编号 ${id} 在第 ${line} 行已经出现：请保留正确的一行，或为本行另设编号。`,
      takenId: ([id]) => `表格中已有编号为 ${id} 的商机：请直接在表格中修改。`,
      createdAfter: ([day, asOf]) =>
        `创建日期 ${day} 晚于 ${asOf}：请更正日期，或以更晚的日期导入。`,
      closedAfter: ([day, asOf]) =>
        `关闭日期 ${day} 晚于 ${asOf}：请更正日期，或以更晚的日期导入。`,
      noDeal: () => '本行没有写明是哪个商机：请补上编号，再重新导入本行。',
      unknownDeal: ([id]) => `商机文件中没有 ${id}：请补上该商机，或更正编号。`,
      rejectedDeal: ([id]) => `商机 ${id} 本身未能导入：请先修正它所在的行。`,
      noTime: () => '本行没有写明时间：请补上日期，再重新导入本行。',
      entryAfter: ([time, asOf]) => `${time} 晚于 ${asOf}：请更正日期，或以更晚的日期导入。`,
      sameStage: ([stage]) => `商机当时已在“${stage}”阶段，没有变化：请删去本行，或更正阶段。`,
      otherField: ([field]) => `本行记录的是“${field}”的变更，不是阶段变更：只导入阶段变更。`,
    },
    unreadable: {
      empty: (file) => `${file} 里没有表头，也没有数据：请选择带有表头的文件。`,
      notText: (file) => `${file} 不是文本文件：请把表格另存为 CSV，再选择该文件。`,
      workbook: (file) => `${file} 是 Excel 工作簿：请把工作表另存为 CSV（UTF-8），再选择该文件。`,
    },
    guesses: {
      column: '列',
      ownColumn: '自有列',
      dateOrder: '日期顺序',
      decimals: '小数写法',
      stage: '阶段',
      newStage: '新增阶段',
      stageOrder: '阶段顺序',
      stageKind: '阶段类型',
      outcome: '结果',
      identifier: '编号',
      created: '创建日期',
      amountTime: '金额',
      listPrice: '目录价',
      noStageColumn: '没有阶段列',
      mapIgnored: '映射中未采用',
    },
    column: (number) => `第 ${number} 列`,
    again: (header, time) => `${header}（${time}）`,
    roles: {
      id: '商机编号',
      created: '创建日期',
      closed: '关闭日期',
      outcome: '赢单、输单或进行中',
      entered: (stage) => `进入“${stage}”的日期`,
      own: '团队自有列',
      ignored: '不导入',
      historyDeal: '历史：商机',
      historyStage: '历史：进入的阶段',
      historyFrom: '历史：离开的阶段',
      historyAt: '历史：时间',
      historyBy: '历史：操作人',
      historyField: '历史：变更的字段',
    },
    dateOrders: { ymd: '年、月、日', dmy: '日、月、年', mdy: '月、日、年' },
    decimalComma: '小数点写作逗号（1.234,50）',
    decimalPoint: '小数点写作点号（1,234.50）',
    kinds: { open: '进行中', won: '赢单', lost: '输单', nurture: '长期培育' },
    stageOfKind: { open: '跟进中', won: '赢单', lost: '输单', nurture: '长期培育' },
    stillOpen: '仍在进行',
    dealNamed: (column) => `以“${column}”命名`,
    randomIds: '文件没有编号：每个商机将获得自己的编号',
    repeatedIds: (rows) => `${rows} 行的编号与前面的行重复：未导入`,
    createdUnknown: (deals, hasColumn) =>
      `${deals} 个商机未写明，按未知处理；${hasColumn ? '如果知道确切日期，请先在文件中补上' : '如果文件中有创建日期一列，请选择该列'}`,
    createdLate: (lines, deals) =>
      `${deals} 个商机晚于其后的进展，按未知处理；如果知道确切日期，请先在文件中改正（第 ${lines.join('、')} 行${deals > lines.length ? '等' : ''}）`,
    amountAtClose: '成交时的金额：进行中时未知',
    amountWhileOpen: '进行中时即已知',
    listPriceFor: (rows) => `用于 ${rows} 个没有金额的商机`,
    firstStage: (stage) => `商机从“${stage}”开始`,
    chanceOfStage: '同一阶段的商机都相同：作为该阶段的赢单概率',
    noSuchColumn: '文件里没有这一列',
  },
};
