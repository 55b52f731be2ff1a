import type { FileColumn } from './columnGuess';
import { senseOf, stageText } from './stageSynonyms';
import { headerText, withoutDateWords } from './synonyms';

const EXPLICIT = /\b(?:entered|entry|enter|reached|became|moved to|into)\b|进入|到达/;
const OTHER_DATES =
  /\b(?:next|last|first|follow|due|start|end|contract|invoice|delivery|birth|modified|updated|update|activity|expected|target|planned|estimated|renewal|expiry|expiration|payment|sync|import|export)\b|下次|最近|最后|预计|计划|合同|发票|交付|回款|生日|更新|修改|到期/;

/** The stage of the files that a date column's header speaks of: by its name, else by the step it usually is. */
function stageSpokenOf(
  header: string,
  rest: string,
  stages: ReadonlyMap<string, number>,
): string | null {
  const wanted = stageText(rest);
  const names = [...stages.keys()];
  const named = names.find((name) => stageText(name) === wanted);
  if (named !== undefined) return named;
  const whole = ` ${stageText(header)} `;
  const [inside] = names
    .filter((name) => stageText(name).length > 3 && whole.includes(` ${stageText(name)} `))
    .sort((a, b) => b.length - a.length);
  if (inside !== undefined) return inside;
  const sense = senseOf(rest);
  if (sense === null) return null;
  const alike = names.filter((name) => {
    const other = senseOf(name);
    return other !== null && other.kind === sense.kind && other.rank === sense.rank;
  });
  return alike.sort((a, b) => (stages.get(b) ?? 0) - (stages.get(a) ?? 0))[0] ?? null;
}

/** "Won date", 输单日期: the two ends of every sale, whatever the stages are called. */
function isEnd(rest: string): boolean {
  const kind = senseOf(rest)?.kind;
  return (kind === 'won' || kind === 'lost') && rest.length <= 12;
}

function labelFrom(rest: string): string {
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/**
 * Date columns that say when a deal entered a stage ("engage_date", "Date entered Proposal"), with
 * the stage's text. A stage that no deal is in now is taken from the header alone when the header
 * says so plainly, or when other columns of the file do the same.
 */
export function enteredColumns(
  columns: readonly FileColumn[],
  free: (column: number) => boolean,
  stages: ReadonlyMap<string, number>,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const maybe = new Map<number, string>();
  columns.forEach(({ header, profile }, column) => {
    const text = headerText(header);
    const isExplicit = EXPLICIT.test(text);
    if (!free(column) || (OTHER_DATES.test(text) && !isExplicit)) return;
    const rest = withoutDateWords(header);
    if (rest === '' || (profile.filled > 0 && profile.days < 0.5)) return;
    if (profile.filled === 0 && !isExplicit) return;
    const stage = stageSpokenOf(header, rest, stages);
    if (stage !== null) found.set(column, stage);
    else if (isExplicit || isEnd(rest)) found.set(column, labelFrom(rest));
    else if (senseOf(rest) !== null && rest.split(' ').length <= 2)
      maybe.set(column, labelFrom(rest));
  });
  if (found.size + maybe.size >= 2) for (const [column, stage] of maybe) found.set(column, stage);
  return found;
}
