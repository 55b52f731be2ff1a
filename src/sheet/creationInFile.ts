import type { Day } from '../domain/day';
import type { LedgerEntry } from '../domain/ledger';
import { APP_WORDS } from '../words/app';
import type { Language } from '../words/language';

/** What the ledger keeps of a day of creation that cannot be right: the program goes by another one. */
export function creationInFile(day: Day, language: Language): string {
  return APP_WORDS[language].createdInFile(day);
}

/** The day that the file told, of a deal that was created on an assumed one; `null` of any other entry. */
export function dayInFile({ kind, how, reason }: LedgerEntry): Day | null {
  if (kind !== 'created' || how !== 'assumed') return null;
  return /\d{4}-\d{2}-\d{2}/.exec(reason)?.[0] ?? null;
}
