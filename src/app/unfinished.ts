import { toast } from '../google/ui';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { APP_WORDS } from '../words/app';
import { TAB_WORDS } from '../words/tabs';
import { UNFINISHED_WORDS } from '../words/unfinished';
import { Refused } from './answer';
import { type OpenPipeline, openPipeline } from './openPipeline';
import { letWritesFail, quietly, WRITTEN } from './refusals';
import { wantSweep } from './sweepWanted';

/**
 * Runs what an edit calls for. Google runs it as the person who edits, and refuses what is protected from them: then the
 * worker is asked to finish, and the person is told. Anything else that breaks is told too, and goes on to Google's log.
 */
export function finishLater(work: () => void): void {
  try {
    work();
  } catch (error) {
    const open = leftToWorker();
    if (open === null) throw error;
    if (error instanceof Refused) {
      toast(error.message, APP_WORDS[open.language].menu.title);
      return;
    }
    const words = UNFINISHED_WORDS[open.language];
    const places = protectedPlaces(open);
    toast(
      places === '' ? words.edit : words.editProtected(places),
      APP_WORDS[open.language].menu.title,
    );
    if (places === '') throw error;
    console.warn(error);
  }
}

/**
 * After something broke in a page or a menu item: asks the worker to finish what was begun, and says which protected
 * parts of the workbook were in the way; `null` when none were.
 */
export function whyProtected(): string | null {
  const open = leftToWorker();
  if (open === null) return null;
  const places = protectedPlaces(open);
  const words = UNFINISHED_WORDS[open.language];
  if (places === '') return null;
  return mayOnlyView(open) ? words.viewOnly : words.protected(places);
}

/** Nothing at all may be written, not even the name of a deal: the sheet is no longer shared for editing. */
function mayOnlyView(open: OpenPipeline): boolean {
  const deals = open.workbook.tab('deals');
  if (deals === null || open.workbook.tab('ledger')?.mayWrite() !== false) return false;
  const headers = findHeaders('deals', deals.readRows(1, HEADER_SEARCH_ROWS));
  return ['deal' as const, 'nextStep' as const, ...WRITTEN].every((key) => {
    const column = headers?.columns.get(key);
    return column === undefined || !deals.mayWrite(column);
  });
}

function leftToWorker(): OpenPipeline | null {
  return quietly(() => {
    wantSweep();
    return openPipeline();
  });
}

/** Where the person may not write what the program has to note; `''` when they may everywhere. */
function protectedPlaces(open: OpenPipeline): string {
  letWritesFail();
  const { names } = TAB_WORDS[open.language];
  const words = UNFINISHED_WORDS[open.language];
  const deals = open.workbook.tab('deals');
  const headers = findHeaders('deals', deals?.readRows(1, HEADER_SEARCH_ROWS) ?? []);
  const columns = WRITTEN.flatMap((key) => {
    const column = headers?.columns.get(key);
    const isClosed = column !== undefined && deals?.mayWrite(column) === false;
    return isClosed ? [headers?.texts[column - 1] ?? key] : [];
  });
  return [
    ...(open.workbook.tab('ledger')?.mayWrite() === false ? [names.ledger] : []),
    ...(columns.length === 0 ? [] : [words.columns(names.deals, columns)]),
  ].join(words.and);
}
