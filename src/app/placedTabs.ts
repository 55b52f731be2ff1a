import * as z from 'zod/mini';
import { documentStore } from '../google/store';
import type { TabId } from '../sheet/cell';
import { parsed } from './parsed';

/** What the last refresh left in a generated tab. */
const placed = () =>
  z.object({
    rows: z.number(),
    columns: z.number(),
    look: z.string(),
    charts: z.record(
      z.string(),
      z.object({
        id: z.number(),
        title: z.string(),
        drawn: z.string(),
        at: z.optional(z.object({ row: z.number(), column: z.number() })),
      }),
    ),
    blocks: z.array(
      z.object({
        block: z.string(),
        columns: z.array(z.string()),
        row: z.number(),
        column: z.number(),
        rows: z.number(),
      }),
    ),
  });
export type PlacedTab = z.infer<ReturnType<typeof placed>>;

/** What the last refresh wrote into this tab; `null` before the first one. */
export function placedTab(id: TabId): PlacedTab | null {
  return parsed(placed(), documentStore.get(`generated.${id}`));
}

export function notePlaced(id: TabId, tab: PlacedTab): void {
  documentStore.set(`generated.${id}`, JSON.stringify(tab));
}
