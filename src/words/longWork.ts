import type { Language } from './language';

/** What is said while the script works through a large workbook, and when a part of it is left to the worker. */
export interface LongWorkWords {
  readonly sweep: (entries: number) => string;
  readonly refresh: (entries: number) => string;
  /** A repair: looking for what can be repaired, doing it, and making the reports anew. */
  readonly look: (entries: number) => string;
  readonly repair: string;
  readonly reports: string;
  /** The rows of Deals are left to the worker. */
  readonly rowsLater: (repairs: number) => string;
}

export const LONG_WORK_WORDS: Readonly<Record<Language, LongWorkWords>> = {
  en: {
    sweep: (entries) =>
      `Checking every deal against ${entries} ledger entries: about a minute. You can go on working. To stop it, choose Cancel in Google's bar; nothing is lost.`,
    refresh: (entries) =>
      `Making the reports from ${entries} ledger entries: about a minute. You can go on working. To stop it, choose Cancel in Google's bar; nothing is lost.`,
    look: (entries) =>
      `Looking through every deal and ${entries} ledger entries for what can be repaired: about a minute. Then you are asked; nothing changes before.`,
    repair:
      "Repairing. To stop it, choose Cancel in Google's bar; nothing is lost, and Repair finds what is left.",
    reports: 'The repairs are done. Making the reports anew ...',
    rowsLater: (repairs) =>
      `${repairs === 1 ? '1 repair was' : `${repairs} repairs were`} begun. Google lets a script run for six minutes only, so the rows of Deals are brought in line by the next run, within about ten minutes. Health then lists what is left.`,
  },
  zh: {
    sweep: (entries) =>
      `正在将所有商机与 ${entries} 条台账记录核对，大约需要一分钟。您可以继续工作。如要停止，请在 Google 的提示条中选择“取消”；不会丢失任何内容。`,
    refresh: (entries) =>
      `正在根据 ${entries} 条台账记录生成报告，大约需要一分钟。您可以继续工作。如要停止，请在 Google 的提示条中选择“取消”；不会丢失任何内容。`,
    look: (entries) =>
      `正在检查所有商机和 ${entries} 条台账记录，查找可以修复的问题，大约需要一分钟。随后会先询问您，在此之前不会改动任何内容。`,
    repair:
      '正在修复。如要停止，请在 Google 的提示条中选择“取消”；不会丢失任何内容，再次修复会继续处理其余问题。',
    reports: '修复已完成，正在重新生成报告……',
    rowsLater: (repairs) =>
      `已开始 ${repairs} 项修复。Google 只允许脚本运行六分钟，因此“商机”表中的行会在下一次运行时（大约十分钟内）与台账一致，之后“健康检查”表会列出其余问题。`,
  },
};
