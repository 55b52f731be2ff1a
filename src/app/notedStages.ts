import * as z from 'zod/mini';
import { documentStore } from '../google/store';
import type { NotedStage } from '../sheet/configuration';

const KEY = 'stages';
const KINDS = ['open', 'won', 'lost', 'nurture'] as const;
const noted = () => {
  const number = z.nullable(z.number());
  return z.array(z.tuple([z.string(), z.string(), z.enum(KINDS), number, number, z.boolean()]));
};

/** A note of the document holds 9 KB at most (Google's quota page). */
const MOST_BYTES = 8_900;

/** UTF-8 length, or a little more. */
function bytesOf(value: unknown): number {
  return [...JSON.stringify(value)].reduce((sum, sign) => sum + (sign > '\u007f' ? 4 : 1), 0);
}

/** The stages as the worker last looked at them; none before it did. */
export function notedStages(): readonly NotedStage[] {
  try {
    const read = noted().safeParse(JSON.parse(documentStore.get(KEY) ?? '[]'));
    if (!read.success) return [];
    return read.data.map(([key, label, kind, chance, limitDays, isUsed]) => ({
      key,
      label,
      kind,
      chance,
      limitDays,
      isUsed,
    }));
  } catch {
    return [];
  }
}

/** Notes the stages in their order; the last ones are left out where there is no room. */
export function noteStages(stages: readonly NotedStage[]): void {
  const lines = stages.map(({ key, label, kind, chance, limitDays, isUsed }) => [
    key,
    label.slice(0, 80),
    kind,
    chance,
    limitDays,
    isUsed,
  ]);
  while (bytesOf(lines) > MOST_BYTES) lines.pop();
  documentStore.set(KEY, JSON.stringify(lines));
}
