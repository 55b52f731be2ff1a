import type { Language } from './language';

/** The menu item that takes moves back. */
export interface UndoMovesWords {
  readonly which: string;
  /** One line of the list: what one gesture moved. */
  readonly batch: (at: string, who: string, moved: string) => string;
  /** Some deals by name, and how many more. */
  readonly deals: (names: readonly string[], more: number) => string;
  readonly moved: (deals: string, stages: readonly string[]) => string;
  readonly none: string;
  readonly unclear: (typed: string) => string;
  readonly done: (back: number, left: number) => string;
}

export const UNDO_MOVES_WORDS: Readonly<Record<Language, UndoMovesWords>> = {
  en: {
    which:
      'Which moves should be taken back? Type the number of a line. Each deal goes back to where it was; both steps stay in the Ledger.',
    batch: (at, who, moved) => `${at}, ${who}: ${moved}`,
    deals: (names, more) => names.join(', ') + (more === 0 ? '' : ` and ${more} more`),
    moved: (deals, stages) => `${deals} to ${stages.join(', ')}`,
    none: 'There is no move to take back: a move can be taken back until its deal moves again.',
    unclear: (typed) =>
      `"${typed}" is not in the list. Nothing was changed; choose the menu item again and type a number of the list.`,
    done: (back, left) =>
      `${back === 1 ? '1 deal is back where it was' : `${back} deals are back where they were`}.${
        left === 0 ? '' : ` ${left} stayed: they have moved since, or their rows are gone.`
      }`,
  },
  zh: {
    which: '要撤回哪些移动？请输入行号。每个商机会回到原来的阶段，两步都保留在台账中。',
    batch: (at, who, moved) => `${at}，${who}：${moved}`,
    deals: (names, more) => names.join('、') + (more === 0 ? '' : ` 等，另有 ${more} 个`),
    moved: (deals, stages) => `${deals} 移到 ${stages.join('、')}`,
    none: '没有可以撤回的移动：商机再次移动之前，才可以撤回上一次移动。',
    unclear: (typed) =>
      `列表中没有“${typed}”。没有改动任何内容，请重新选择菜单并输入列表中的序号。`,
    done: (back, left) =>
      `${back} 个商机已回到原来的阶段。${
        left === 0 ? '' : `${left} 个没有撤回：它们之后又移动过，或所在行已删除。`
      }`,
  },
};
