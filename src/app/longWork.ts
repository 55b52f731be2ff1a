import { toast } from '../google/ui';
import { APP_WORDS } from '../words/app';
import { LONG_WORK_WORDS, type LongWorkWords } from '../words/longWork';
import { entriesNoted } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';

/** Google reads so many entries in some seconds; from there on people wonder whether anything happens. */
const MANY = 20_000;
/** Longer than any step: the next message takes its place. */
const SECONDS = 180;

/** Says what goes on, where it takes long. No call that reads a sheet. */
export function tellLongWork(
  { language }: OpenPipeline,
  step: Exclude<keyof LongWorkWords, 'rowsLater'>,
): void {
  const entries = entriesNoted();
  if (entries < MANY) return;
  const words = LONG_WORK_WORDS[language][step];
  const message = typeof words === 'string' ? words : words(entries);
  toast(message, APP_WORDS[language].menu.title, SECONDS);
}
