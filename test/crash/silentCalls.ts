import type { Execution } from '../../preview/google/execution';
import type { Case } from './cases';

/** They answer by their arguments alone, or make something that is the script's own: nobody's cells come into it. */
const SILENT: ReadonlySet<string> = new Set([
  ...['getActiveSpreadsheet', 'newDataValidation', 'newConditionalFormatRule'].map(
    of('SpreadsheetApp'),
  ),
  ...['getId', 'getUrl', 'getSheetById'].map(of('Spreadsheet')),
  ...['getSheetId', 'getParent', 'newChart'].map(of('Sheet')),
  ...['getRow', 'getColumn', 'getNumRows', 'getNumColumns', 'getA1Notation', 'getSheet'].map(
    of('Range'),
  ),
  ...['getDocumentProperties', 'getScriptProperties', 'getUserProperties'].map(
    of('PropertiesService'),
  ),
  ...['getDocumentCache', 'getScriptCache', 'getUserCache'].map(of('CacheService')),
  ...['getDocumentLock', 'getScriptLock', 'getUserLock'].map(of('LockService')),
  ...['formatDate', 'parseDate'].map(of('Utilities')),
  ...['getActiveUser', 'getEffectiveUser', 'getScriptTimeZone'].map(of('Session')),
]);

const BUILDS = /^(Embedded\w*ChartBuilder|DataValidationBuilder|ConditionalFormatRuleBuilder)\./;

/** They are refused beyond the grid: where somebody deletes rows it matters when. */
const PLACES: ReadonlySet<string> = new Set(['Sheet.getRange', 'Sheet.getRangeList']);

function of(owner: string): (method: string) => string {
  return (method) => `${owner}.${method}`;
}

/** What an execution called, and what it was answered. */
export type Course = Pick<Execution, 'sequence' | 'answers'>;

/**
 * Whether a case ends as the one before the next call does: the call between the two neither changes anything that
 * others can see nor answers by anything that they can change. `unbroken` is what the action does when nothing goes wrong.
 */
export function endsAsNext(one: Case, unbroken: readonly Course[]): boolean {
  if (one.kind === 'fail') return false;
  return unbroken
    .filter(({ sequence }) => sequence.length >= one.call)
    .every(({ sequence }) => {
      const isLast = one.call === sequence.length;
      return !isLast && isSilent(sequence[one.call - 1] ?? '', isDeleting(one));
    });
}

/**
 * The last call before which somebody else may act with the same end as in this case, of which `broken` is what came. As
 * long as a call changes nothing and answers as it does in the unbroken action, the script has the same in hand and the
 * workbook is the same, whether the other acts before the call or after it; only the clock tells the two apart.
 */
export function sameUpTo(
  one: Case,
  unbroken: readonly Course[],
  broken: readonly Course[],
): number {
  const [alone, beside] = [unbroken[0], broken[0]];
  const isOne = unbroken.length === 1 && broken.length === 1;
  if (one.kind !== 'between' || alone === undefined || beside === undefined || !isOne) {
    return one.call;
  }
  let call = one.call;
  while (call < alone.sequence.length && isAlike(call - 1, alone, beside, isDeleting(one)))
    call += 1;
  return call;
}

function isAlike(index: number, alone: Course, beside: Course, deletes: boolean): boolean {
  const method = alone.sequence[index] ?? '';
  if (beside.sequence[index] !== method) return false;
  const answer = alone.answers[index] ?? null;
  return isSilent(method, deletes) || (answer !== null && answer === beside.answers[index]);
}

function isDeleting({ other }: Case): boolean {
  return other?.rearranges === 'deletes';
}

function isSilent(method: string, deletes: boolean): boolean {
  return SILENT.has(method) || BUILDS.test(method) || (PLACES.has(method) && !deletes);
}
