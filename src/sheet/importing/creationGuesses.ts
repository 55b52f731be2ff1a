import type { SentDeal } from '../../rpc';
import { importWords } from '../../words/imports';
import type { Language } from '../../words/language';
import type { ImportPlan } from './importPlan';
import type { Guess } from './planImport';

/** How many lines of the file are named. */
const NAMED = 5;

/** Deals whose day of creation nobody knows: the file tells none, or one that is later than what followed. */
export function creationGuesses(
  deals: readonly SentDeal[],
  { columns }: ImportPlan,
  language: Language,
): readonly Guess[] {
  const words = importWords[language];
  const assumed = deals.filter(({ steps }) => steps[0]?.how === 'assumed');
  const late = assumed.filter(({ steps }) => steps[0]?.toldCreated !== undefined);
  const untold = assumed.length - late.length;
  const theirs = columns.find(({ role }) => role.kind === 'created')?.header ?? '';
  const lines = late.map(({ line }) => line).slice(0, NAMED);
  const found = [
    ...(late.length > 0 ? [words.createdLate(lines, late.length)] : []),
    ...(untold > 0 ? [words.createdUnknown(untold, theirs !== '')] : []),
  ];
  return found.map((ours) => ({ about: words.guesses.created, theirs, ours }));
}
