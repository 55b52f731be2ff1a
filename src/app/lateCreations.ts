import { dayOf } from '../domain/day';
import { stageEver } from '../domain/pipeline';
import type { Problem } from '../sheet/cell';
import { dayInFile } from '../sheet/creationInFile';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** Deals that a file brought in and that it says were created after they had moved on or closed. */
export function lateCreations(
  open: OpenPipeline,
  { lines, rows, headers }: Book,
  { histories }: Stock,
): readonly Problem[] {
  const told = new Map(
    lines.flatMap((line) => {
      const day = dayInFile(line);
      return day === null ? [] : [[line.deal, day] as const];
    }),
  );
  if (told.size === 0) return [];
  const column = headers.columns.get('created') ?? 0;
  return rows.flatMap(({ id, row, name }): Problem[] => {
    const day = told.get(id);
    const visits = histories.get(id)?.visits ?? [];
    const next = visits[1] ?? visits[0];
    if (day === undefined || next === undefined) return [];
    const stage = stageEver(open.configuration.pipeline, next.stage)?.label ?? next.stage;
    const about = [name || id, day, stage, dayOf(next.from)];
    return [{ tab: 'deals', row, column, code: 'createdLate', about }];
  });
}
