import { mayTouchDocument } from '../google/event';
import { addMenu, type MenuLine, say, showDialog, showSidebar, toast } from '../google/ui';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { APP_WORDS, type AppWords } from '../words/app';
import type { Language } from '../words/language';
import { UNFINISHED_WORDS } from '../words/unfinished';
import { isWelcomeBegun } from './begunWelcome';
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
  | 'openWelcome'
  | 'refreshReports'
  | 'sweep'
  | 'sendStallReport'
  | 'filterFunnel'
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

type Group = 'reports' | 'care' | 'rules';
type Line = MenuFunction | readonly [group: Group, ...items: MenuFunction[]] | null;

/** What people do every day stands at the top, the rest under what it is about. */
const MENU: readonly Line[] = [
  'openSidebar',
  'openBoard',
  'openImport',
  null,
  'refreshReports',
  'undoMoves',
  'sweep',
  null,
  ['reports', 'sendStallReport', 'filterFunnel', 'replayPastDay', 'whatIf'],
  ['rules', 'auditCriteria', 'retireStage', 'addPipeline', 'previewTemplates'],
  ['care', 'repairWorkbook', 'takeOver', 'setUp'],
];

/** Before there is a pipeline there are only ways to get one. */
const FIRST_MENU: readonly Line[] = ['openWelcome', null, 'openImport', 'setUp'];

/** The workbook's language, else that of whoever acts. */
export function languageHere(): Language {
  return openPipeline()?.language ?? readerLanguage();
}

export function wordsHere(): AppWords {
  return APP_WORDS[languageHere()];
}

/** Adds the menu. Where the document may not be touched yet, the menu is all there is. */
export function showMenu(event: unknown): void {
  const mayTouch = mayTouchDocument(event);
  const open = mayTouch ? openPipeline() : null;
  const words = APP_WORDS[open?.language ?? readerLanguage()];
  const silent = open === null ? null : silentHours(open.now);
  const warning: MenuLine[] =
    silent === null ? [] : [[words.silent(silent), 'takeOver'] as const, null];
  const menu = mayTouch && open === null ? FIRST_MENU : MENU;
  const unfinished: Line[] = open !== null && isWelcomeBegun() ? ['openWelcome', null] : [];
  const lines = [...unfinished, ...menu].map((line) => lineIn(words, line));
  addMenu(words.menu.title, [...warning, ...lines]);
}

/** Shows at once what a new pipeline can do. Where Google shows no menus now, the next opening does. */
export function renewMenu(): void {
  try {
    showMenu(undefined);
  } catch (error) {
    console.warn(error);
  }
}

function lineIn(words: AppWords, line: Line): MenuLine {
  if (line === null) return null;
  if (typeof line === 'string') return [words.menu[line], line];
  const [group, ...items] = line;
  return { label: words.menuGroups[group], lines: items.map((run) => [words.menu[run], run]) };
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

const WELCOME_SIZE = [860, 720] as const;

export function showWelcome(): void {
  showDialog('Welcome', wordsHere().welcomeTitle, WELCOME_SIZE);
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
  renewMenu();
  if (done === null) report(words.busy);
  else report(done.created.length > 0 ? words.setUpDone(done.created.length) : words.setUpAgain);
}

/** Why a menu item did nothing: no pipeline, no ledger, or somebody else at work. */
function whyNothing(): string {
  const open = openPipeline();
  if (open === null) return wordsHere().notSetUpOrBusy;
  const words = UNFINISHED_WORDS[open.language];
  const ledger = open.workbook.tab('ledger');
  if (ledger === null) return words.noLedger;
  const headers = findHeaders('ledger', ledger.readRows(1, HEADER_SEARCH_ROWS));
  return headers === null ? words.noLedgerHeadings : wordsHere().notSetUpOrBusy;
}

export function tellSwept(done: Swept | null): void {
  const words = wordsHere();
  report(done === null ? whyNothing() : words.swept(done.deals, done.entries));
}

export function tellRefreshed(asOf: string | null): void {
  const words = wordsHere();
  report(asOf === null ? whyNothing() : words.refreshed(asOf));
}

export function tellQueued(done: Queued | null): void {
  const words = wordsHere();
  report(done === null ? words.notSetUpOrBusy : words.mailsQueued(done.mails, done.deals));
}
