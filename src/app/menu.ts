import { mayTouchDocument } from '../google/event';
import { addMenu, say, showDialog, showSidebar, toast } from '../google/ui';
import { APP_WORDS, type AppWords } from '../words/app';
import type { Language } from '../words/language';
import { openPipeline } from './openPipeline';
import { readerLanguage } from './readerLanguage';
import { silentHours } from './runner';
import type { Queued } from './sendStallReport';
import type { SetUp } from './setUp';
import type { Swept } from './sweep';
import { whyProtected } from './unfinished';

/** The functions that menu items run; main.ts exports each of them. */
export type MenuFunction =
  | 'openSidebar'
  | 'openBoard'
  | 'openImport'
  | 'refreshReports'
  | 'sweep'
  | 'sendStallReport'
  | 'replayPastDay'
  | 'whatIf'
  | 'undoMoves'
  | 'repairWorkbook'
  | 'auditCriteria'
  | 'retireStage'
  | 'addPipeline'
  | 'previewTemplates'
  | 'takeOver'
  | 'setUp';

const MENU: readonly (MenuFunction | null)[] = [
  'openSidebar',
  'openBoard',
  'openImport',
  null,
  'refreshReports',
  'replayPastDay',
  'whatIf',
  'sweep',
  'sendStallReport',
  null,
  'undoMoves',
  'repairWorkbook',
  'auditCriteria',
  'retireStage',
  'addPipeline',
  'previewTemplates',
  'takeOver',
  'setUp',
];

/** The workbook's language, else that of whoever acts. */
export function languageHere(): Language {
  return openPipeline()?.language ?? readerLanguage();
}

export function wordsHere(): AppWords {
  return APP_WORDS[languageHere()];
}

/** Adds the menu. Where the document may not be touched yet, the menu is all there is. */
export function showMenu(event: unknown): void {
  const words = APP_WORDS[mayTouchDocument(event) ? languageHere() : readerLanguage()];
  const lines = MENU.map((run) => (run === null ? null : ([words.menu[run], run] as const)));
  const silent = mayTouchDocument(event) ? silenceHere() : null;
  const warning = silent === null ? [] : [[words.silent(silent), 'takeOver'] as const, null];
  addMenu(words.menu.title, [...warning, ...lines]);
}

/** Hours for which nothing ran by itself, where that is too long. */
function silenceHere(): number | null {
  const open = openPipeline();
  return open === null ? null : silentHours(open.now);
}

export function showDealSidebar(): void {
  showSidebar('Sidebar', wordsHere().sidebarTitle);
}

const BOARD_SIZE = [1280, 800] as const;

export function showBoard(): void {
  showDialog('Board', wordsHere().boardTitle, BOARD_SIZE);
}

const IMPORT_SIZE = [1100, 760] as const;

export function showImport(): void {
  showDialog('Import', wordsHere().importTitle, IMPORT_SIZE);
}

/** Says what a menu item did. */
export function report(message: string): void {
  toast(message, wordsHere().menu.title);
}

/**
 * Runs what a menu item asks for. A failure is shown with what to do next, and logged with its cause: this is
 * the only place that catches a bug of a menu item.
 */
export function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(error);
    const words = wordsHere();
    const cause = error instanceof Error ? error.message : String(error);
    say(words.menu.title, whyProtected() ?? words.broken(cause));
  }
}

/** A menu item's function. */
export function item(work: () => void): () => void {
  return () => guarded(work);
}

/** What set-up did; nothing is said by a script that set it up without a screen. */
export function tellSetUp(done: SetUp | null): void {
  const words = wordsHere();
  if (done === null) report(words.busy);
  else report(done.created.length > 0 ? words.setUpDone(done.created.length) : words.setUpAgain);
}

export function tellSwept(done: Swept | null): void {
  const words = wordsHere();
  report(done === null ? words.notSetUpOrBusy : words.swept(done.deals, done.entries));
}

export function tellRefreshed(asOf: string | null): void {
  const words = wordsHere();
  report(asOf === null ? words.notSetUpOrBusy : words.refreshed(asOf));
}

export function tellQueued(done: Queued | null): void {
  const words = wordsHere();
  report(done === null ? words.notSetUpOrBusy : words.mailsQueued(done.mails, done.deals));
}
