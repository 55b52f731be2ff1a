import type { Language } from '../words/language';
import { problemWords } from '../words/problems';
import { REPORT_WORDS } from '../words/reports';
import { TAB_WORDS } from '../words/tabs';
import type { Problem, Row, TabId } from './cell';
import type { AsOf, Generated } from './generated';
import { GridDraft } from './gridDraft';

export interface HealthInput extends AsOf {
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** What the program would do about a problem when a person agrees. */
  readonly repairFor: (problem: Problem) => string;
}

/** The Health tab: every problem with its cell, a sentence and what to do. */
export function healthTab({ problems, language, at, moves, repairFor }: HealthInput): Generated {
  const words = REPORT_WORDS[language];
  const { names } = TAB_WORDS[language];
  const draft = new GridDraft('health');
  draft.title(words.health.title);
  draft.note(words.asOf(at, moves));
  draft.line(
    problems.length === 0 ? words.health.noProblems : words.health.problemCount(problems.length),
  );
  draft.skip(1);
  const { columns } = words.health;
  draft.table({
    block: 'problems',
    columns: [
      { name: 'tab', header: columns.tab, format: '' },
      { name: 'cell', header: columns.cell, format: '' },
      { name: 'problem', header: columns.problem, format: '', wrap: true },
      { name: 'what_to_do', header: columns.todo, format: '', wrap: true },
      { name: 'repair', header: columns.repair, format: '', wrap: true },
    ],
    rows: problems.map((found): Row => {
      const { problem, todo } = problemWords(found.code, found.about, language);
      return [names[found.tab], cellName(found, language), problem, todo, repairFor(found)];
    }),
  });
  return draft.finish([130, 90, 420, 420, 260]);
}

/** A problem's cell as people write it: "H12", "row 12", or nothing when the whole tab is meant. */
export function cellName(problem: Pick<Problem, 'row' | 'column'>, language: Language): string {
  const { row, column } = problem;
  if (row === 0) return '';
  return column === 0
    ? REPORT_WORDS[language].health.wholeRow(row)
    : `${columnLetters(column)}${row}`;
}

function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The Check column of an admin tab, for the rows `from` to `to`: each row's problems in words, else empty. */
export function checkCells(
  problems: readonly Problem[],
  tab: TabId,
  rows: { readonly from: number; readonly to: number },
  language: Language,
): Row[] {
  const texts = new Map<number, string[]>();
  for (const found of problems) {
    if (found.tab !== tab) continue;
    const { problem, todo } = problemWords(found.code, found.about, language);
    const text = language === 'zh' ? `${problem}。${todo}` : `${problem}. ${todo}`;
    texts.set(found.row, [...(texts.get(found.row) ?? []), text]);
  }
  const cells: Row[] = [];
  for (let row = rows.from; row <= rows.to; row++) cells.push([(texts.get(row) ?? []).join('\n')]);
  return cells;
}
