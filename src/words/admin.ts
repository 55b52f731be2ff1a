import type { Language } from './language';

/** What is said and asked when somebody changes the pipeline itself. */
export interface AdminWords {
  readonly whichStageSet: string;
  /** Sentences of a *configured* entry of the ledger. */
  readonly changes: {
    readonly relinked: (entries: number) => string;
  };
  readonly retire: {
    readonly which: string;
    /** A stage in a list, with its deals. */
    readonly stageWithDeals: (stage: string, deals: number) => string;
    readonly whereTo: (stage: string, deals: number) => string;
    readonly noSuchStage: (typed: string) => string;
    readonly lastOpen: string;
    readonly needsOverride: (deals: number, to: string) => string;
    /** Deals that were not in the stage when the person was asked. */
    readonly dealsSince: (deals: number, stage: string) => string;
    readonly reason: (stage: string) => string;
    readonly done: (stage: string, deals: number, to: string) => string;
  };
  readonly audit: {
    readonly unchanged: (belowGate: number) => string;
    readonly none: string;
    readonly found: (deals: number) => string;
    readonly deal: (deal: string, stage: string, why: string) => string;
    readonly more: (deals: number) => string;
  };
  readonly repair: {
    readonly nothing: string;
    readonly ask: (repairs: number) => string;
    readonly howToDecline: string;
    readonly more: (repairs: number) => string;
    readonly unclear: (typed: string) => string;
    readonly done: (repairs: number) => string;
    /** In a large workbook. */
    readonly doneSlowly: (repairs: number) => string;
    readonly rows: (rows: number) => string;
    readonly merged: (cells: string) => string;
    readonly tabs: (tabs: number) => string;
    readonly headers: (columns: number) => string;
    readonly column: (header: string) => string;
    readonly day: (cell: string, typed: string, day: string) => string;
    readonly amount: (cell: string, typed: string, amount: number) => string;
    readonly owner: (cell: string, typed: string, name: string) => string;
    readonly member: (name: string) => string;
    readonly choices: (cell: string) => string;
    readonly chain: (entries: number) => string;
    /** In Health, where only a person knows. */
    readonly byHand: string;
  };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const ADMIN_WORDS: Readonly<Record<Language, AdminWords>> = {
  en: {
    whichStageSet:
      'Which stages fit your business? Type the number. You can change every stage and every criterion afterwards.',
    changes: {
      relinked: (entries) =>
        `Accepted as now written: ${plural(entries, 'entry', 'entries')} of the ledger`,
    },
    retire: {
      which:
        'Which stage should no longer be used? Type its number. Its history stays, and you choose where its deals go.',
      stageWithDeals: (stage, deals) => `${stage} (${plural(deals, 'deal', 'deals')})`,
      whereTo: (stage, deals) =>
        `Where should the ${plural(deals, 'deal', 'deals')} in "${stage}" go? Type the number of a stage.`,
      noSuchStage: (typed) =>
        `"${typed}" is not in the list. Nothing was changed; choose the menu item again and type a number of the list.`,
      lastOpen:
        'This is the only open stage: without one no deal can start. Add another open stage first.',
      needsOverride: (deals, to) =>
        `${plural(deals, 'deal does', 'deals do')} not meet the criteria of "${to}". Choose an earlier stage, or ask somebody who may override gates (see the Team tab). Nothing was changed.`,
      dealsSince: (deals, stage) =>
        `By now ${plural(deals, 'deal is', 'deals are')} in "${stage}". Nothing was changed; choose the menu item again and say where they should go.`,
      reason: (stage) => `The stage "${stage}" was retired`,
      done: (stage, deals, to) =>
        deals === 0
          ? `"${stage}" is retired. Its history stays.`
          : `"${stage}" is retired. ${plural(deals, 'deal', 'deals')} moved to "${to}".`,
    },
    audit: {
      unchanged: (belowGate) =>
        `The criteria have not changed lately. ${plural(belowGate, 'open deal lacks', 'open deals lack')} what the criteria ask; the Health tab lists them.`,
      none: 'No open deal lacks anything that the changed criteria newly ask.',
      found: (deals) =>
        `${plural(deals, 'open deal lacks', 'open deals lack')} something that the changed criteria newly ask. They stay where they are; Health lists them.`,
      deal: (deal, stage, why) => `${deal} (${stage}): ${why}`,
      more: (deals) => `... and ${plural(deals, 'more deal', 'more deals')}.`,
    },
    repair: {
      nothing:
        'There is nothing that can be repaired without you. Refresh the reports to see what Health lists.',
      ask: (repairs) => `${plural(repairs, 'repair is', 'repairs are')} possible:`,
      howToDecline:
        'OK does all of them. Type the numbers to leave out, such as 2, 5. Cancel does nothing.',
      more: (repairs) => `... and ${plural(repairs, 'more', 'more')}.`,
      unclear: (typed) =>
        `"${typed}" does not name numbers of the list. Nothing was changed; try again.`,
      done: (repairs) =>
        `${plural(repairs, 'repair', 'repairs')} done and noted in the Ledger. Health lists what is left.`,
      doneSlowly: (repairs) =>
        `${plural(repairs, 'repair', 'repairs')} done and noted in the Ledger. In about ten minutes Health lists what is left.`,
      merged: (cells) => `Take the merged cells ${cells} apart`,
      rows: (rows) => `Bring ${plural(rows, 'row', 'rows')} of Deals in line with the Ledger`,
      tabs: (tabs) => `Make the ${plural(tabs, 'missing tab', 'missing tabs')} again`,
      headers: (columns) => `Add the ${plural(columns, 'missing column', 'missing columns')}`,
      column: (header) => `Add the column "${header}" to Deals, which a criterion asks for`,
      day: (cell, typed, day) => `${cell}: read "${typed}" as ${day}`,
      amount: (cell, typed, amount) => `${cell}: read "${typed}" as ${amount}`,
      owner: (cell, typed, name) => `${cell}: change the owner "${typed}" to ${name}`,
      member: (name) => `Add "${name}" to the Team as a rep`,
      choices: (cell) => `${cell} and below: offer the list of stages again`,
      chain: (entries) =>
        `Accept as now written: ${plural(entries, 'changed entry', 'changed entries')} of the Ledger`,
      byHand: 'By hand',
    },
  },
  zh: {
    whichStageSet: '哪一套阶段适合您的业务？请输入序号。之后所有阶段和标准都可以修改。',
    changes: {
      relinked: (entries) => `确认台账中 ${entries} 条记录以现在的内容为准`,
    },
    retire: {
      which: '要停用哪个阶段？请输入序号。历史会保留，其中的商机去哪里由您决定。',
      stageWithDeals: (stage, deals) => `${stage}（${deals} 个商机）`,
      whereTo: (stage, deals) => `“${stage}”中的 ${deals} 个商机移到哪里？请输入阶段的序号。`,
      noSuchStage: (typed) =>
        `列表中没有“${typed}”。没有改动任何内容，请重新选择菜单并输入列表中的序号。`,
      lastOpen: '这是唯一进行中的阶段：停用后商机无从开始。请先添加其他进行中的阶段。',
      needsOverride: (deals, to) =>
        `${deals} 个商机不满足“${to}”的标准。请选择更靠前的阶段，或请有强制放行权限的人操作（见“团队”表）。没有改动任何内容。`,
      dealsSince: (deals, stage) =>
        `“${stage}”中现在有 ${deals} 个商机。没有改动任何内容，请重新选择菜单并指定它们移到哪里。`,
      reason: (stage) => `阶段“${stage}”已停用`,
      done: (stage, deals, to) =>
        deals === 0
          ? `“${stage}”已停用，历史保留。`
          : `“${stage}”已停用，${deals} 个商机已移到“${to}”。`,
    },
    audit: {
      unchanged: (belowGate) =>
        `标准近期没有变化。有 ${belowGate} 个进行中的商机不满足标准，详见“健康检查”表。`,
      none: '没有商机缺少新标准所要求的内容。',
      found: (deals) =>
        `${deals} 个进行中的商机缺少新标准所要求的内容。它们留在原阶段，并列在“健康检查”表中。`,
      deal: (deal, stage, why) => `${deal}（${stage}）：${why}`,
      more: (deals) => `……以及另外 ${deals} 个商机。`,
    },
    repair: {
      nothing: '没有可以自动修复的问题。请刷新报告，查看“健康检查”表中列出的内容。',
      ask: (repairs) => `可以进行 ${repairs} 项修复：`,
      howToDecline:
        '按“确定”全部执行。如要跳过某些项，请输入其序号，如 2, 5。按“取消”则什么也不做。',
      more: (repairs) => `……以及另外 ${repairs} 项。`,
      unclear: (typed) => `“${typed}”不是列表中的序号。没有改动任何内容，请重试。`,
      done: (repairs) => `已完成 ${repairs} 项修复并记入台账。其余问题见“健康检查”表。`,
      doneSlowly: (repairs) =>
        `已完成 ${repairs} 项修复并记入台账。大约十分钟后，“健康检查”表会列出其余问题。`,
      merged: (cells) => `取消合并单元格 ${cells}`,
      rows: (rows) => `使“商机”表中 ${rows} 行与台账一致`,
      tabs: (tabs) => `重新建立缺少的 ${tabs} 个工作表`,
      headers: (columns) => `补上缺少的 ${columns} 列`,
      column: (header) => `在“商机”表中添加标准所需的“${header}”列`,
      day: (cell, typed, day) => `${cell}：把“${typed}”读作 ${day}`,
      amount: (cell, typed, amount) => `${cell}：把“${typed}”读作 ${amount}`,
      owner: (cell, typed, name) => `${cell}：把负责人“${typed}”改为${name}`,
      member: (name) => `把“${name}”作为销售加入团队`,
      choices: (cell) => `${cell} 及以下：恢复阶段下拉列表`,
      chain: (entries) => `确认台账中 ${entries} 条被改动的记录以现在的内容为准`,
      byHand: '需手工处理',
    },
  },
};
