import type { Execution } from '../../preview/google/execution';
import type { Case } from './cases';
import type { Found } from './tryAction';

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

/** The worker deletes rows as it archives them. */
function isDeleting({ other }: Case): boolean {
  return other?.rearranges === 'deletes' || other?.what === 'the worker runs';
}

function isSilent(method: string, deletes: boolean): boolean {
  return SILENT.has(method) || BUILDS.test(method) || (PLACES.has(method) && !deletes);
}

/** Which cases of an action need not be played, for what came of another one came of them too. */
export class Alike {
  /** Cases that end as the next one of their kind, which is still to be played. */
  private readonly waiting = new Map<string, number[]>();
  private readonly found = new Map<string, Found>();

  constructor(
    private readonly unbroken: readonly Course[],
    private readonly isUsed: boolean,
  ) {}

  /** What is known of a case that was not played: its end, or that it is the next one's; `null` for one to be played. */
  known(one: Case): Found | 'as the next' | null {
    if (!this.isUsed) return null;
    const before = this.found.get(wayOf(one));
    if (before !== undefined && one.call <= before.sameUpTo) return before;
    if (!endsAsNext(one, this.unbroken)) return null;
    this.waiting.set(wayOf(one), [...(this.waiting.get(wayOf(one)) ?? []), one.call]);
    return 'as the next';
  }

  /** Notes what came of a case; answers its call, after those of the cases that waited for that. */
  settle(one: Case, found: Found): readonly number[] {
    const calls = [...(this.waiting.get(wayOf(one)) ?? []), one.call];
    this.waiting.delete(wayOf(one));
    if (one.other !== null) this.found.set(wayOf(one), found);
    return calls;
  }
}

/** The same thing that goes wrong, at whichever call. */
function wayOf({ kind, other, options }: Case): string {
  return [kind, other?.what, options.error, options.keep].join(' ');
}
