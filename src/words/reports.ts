import type { Language } from './language';
import { numberText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What generated tabs have in common, and what the Health tab says. */
export interface ReportWords {
  /** `at` is "2026-02-02 09:00", `moves` those in the ledger by then, `since` those that came after it. */
  readonly asOf: (at: string, moves: number, since?: number) => string;
  readonly health: {
    readonly title: string;
    readonly columns: Words<'tab' | 'cell' | 'problem' | 'todo' | 'repair'>;
    readonly noProblems: string;
    readonly problemCount: (count: number) => string;
    readonly wholeRow: (row: number) => string;
  };
}

function movesInEnglish(moves: number): string {
  return moves === 1 ? '1 move' : `${numberText(moves)} moves`;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: {
    asOf: (at, moves, since = 0) => {
      const made = `As of ${at}, after ${movesInEnglish(moves)} in all.`;
      return since === 0
        ? made
        : `${made} ${movesInEnglish(since)} since: choose Refresh in the Pipeline menu.`;
    },
    health: {
      title: 'Health',
      columns: {
        tab: 'Tab',
        cell: 'Cell',
        problem: 'Problem',
        todo: 'What to do',
        repair: 'Repair',
      },
      noProblems: 'Everything can be read.',
      problemCount: (count) => (count === 1 ? '1 problem.' : `${numberText(count)} problems.`),
      wholeRow: (row) => `row ${row}`,
    },
  },
  zh: {
    asOf: (at, moves, since = 0) => {
      const made = `截至 ${at}，共 ${numberText(moves)} 次阶段变动。`;
      return since === 0
        ? made
        : `${made}此后又有 ${numberText(since)} 次：请在“销售管道”菜单中刷新。`;
    },
    health: {
      title: '健康检查',
      columns: {
        tab: '工作表',
        cell: '单元格',
        problem: '问题',
        todo: '怎么办',
        repair: '可自动修复',
      },
      noProblems: '所有内容都能读取。',
      problemCount: (count) => `${numberText(count)} 个问题。`,
      wholeRow: (row) => `第 ${row} 行`,
    },
  },
};
