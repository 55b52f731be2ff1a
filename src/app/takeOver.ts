import { confirm } from '../google/ui';
import { APP_WORDS } from '../words/app';
import { report } from './menu';
import { openPipeline } from './openPipeline';
import { lastBeat, runner, takeOver } from './runner';

/** The menu item that says who runs the workbook, and lets a manager or an admin take over. */
export function askToTakeOver(): void {
  const open = openPipeline();
  if (open === null) return;
  const words = APP_WORDS[open.language];
  const now = words.runBy(runner(), lastBeat().replace('T', ' ').slice(0, 16));
  if (!confirm(words.menu.title, `${now} ${words.takeOverAsk}`)) return;
  report(takeOver(open) ? words.tookOver : words.mayNotTakeOver);
}
