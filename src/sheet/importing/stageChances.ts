import type { FileTable } from '../../rpc/importCalls';
import { saysNothing } from './moment';
import { stageText } from './stageSynonyms';

/** Share of the rows that must repeat their stage's usual chance. */
const ALIKE = 0.95;
const ROWS = 8;

/**
 * The win chances of stages, by compared text, when a file's probability column only repeats what
 * the stage says, as most products fill it by themselves. `null` when deals have chances of their
 * own. Taken for the deals' own they would hide everything that is learned from the deals.
 */
export function stageChances(
  deals: FileTable,
  at: { readonly stage: number; readonly chance: number },
  read: (text: string) => number | null,
): ReadonlyMap<string, number> | null {
  const counts = new Map<string, Map<number, number>>();
  let rows = 0;
  for (const row of deals.rows) {
    const text = row[at.chance] ?? '';
    const stage = row[at.stage] ?? '';
    const chance = saysNothing(text) || saysNothing(stage) ? null : read(text);
    if (chance === null) continue;
    const seen = counts.get(stageText(stage)) ?? new Map<number, number>();
    seen.set(chance, (seen.get(chance) ?? 0) + 1);
    counts.set(stageText(stage), seen);
    rows += 1;
  }
  const usual = new Map<string, number>();
  let alike = 0;
  for (const [stage, seen] of counts) {
    const [chance, count] = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] as [
      number,
      number,
    ];
    usual.set(stage, chance);
    alike += count;
  }
  const isStageOnly = rows >= ROWS && counts.size > 1 && alike >= rows * ALIKE;
  return isStageOnly ? usual : null;
}
