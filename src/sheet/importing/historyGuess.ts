import { assign, type FileColumn, stageByCells } from './columnGuess';
import type { ColumnProfile } from './columnProfile';
import { dealHeaders, type HistoryMeaning, headerText, historyHeaders } from './synonyms';

/** The share of a column's texts that another column knows. */
function overlap(of: ColumnProfile, within: ColumnProfile): number {
  let known = 0;
  for (const text of of.values.keys()) if (within.values.has(text)) known += 1;
  return of.values.size === 0 ? 0 : known / of.values.size;
}

/** Which column of the history names the deal, and which column of the deals file it means; -1 when none fits. */
export function guessJoin(
  history: readonly FileColumn[],
  deals: readonly FileColumn[],
  id: number,
): { readonly deal: number; readonly id: number } {
  let best = { deal: -1, id: -1, score: 0.3 };
  history.forEach((theirs, deal) => {
    if (theirs.profile.days > 0.5) return;
    deals.forEach((ours, column) => {
      // Stages, owners and the like occur in both files too; only what tells rows apart can join.
      if (ours.profile.distinct < ours.profile.filled * 0.8 || ours.profile.filled === 0) return;
      const score = overlap(theirs.profile, ours.profile) + (column === id ? 0.2 : 0);
      if (score > best.score) best = { deal, id: column, score };
    });
  });
  if (best.deal !== -1) return { deal: best.deal, id: best.id };
  const named = history.findIndex(({ header }) => {
    const meanings = dealHeaders().get(headerText(header));
    return meanings?.has('id') === true || meanings?.has('deal') === true;
  });
  return { deal: named, id };
}

/** What each column of a history file means; `given` says what is known already. */
export function guessHistoryColumns(
  columns: readonly FileColumn[],
  given: ReadonlyMap<number, HistoryMeaning | null>,
): Map<number, HistoryMeaning> {
  const found = assign(columns, historyHeaders(), given);
  const has = (meaning: HistoryMeaning) =>
    [...found.values(), ...given.values()].some((m) => m === meaning);
  const free = (column: number) => !found.has(column) && !given.has(column);
  if (!has('stage')) {
    const column = stageByCells(columns, free);
    if (column !== -1) found.set(column, 'stage');
  }
  if (!has('at')) {
    const column = columns.findIndex((c, i) => free(i) && c.profile.days > 0.5);
    if (column !== -1) found.set(column, 'at');
  }
  return found;
}
