import * as z from 'zod/mini';

import { moveResult } from './dealCalls';
import { id, ok, stageKind, text } from './shapes';

/** A cell as it crosses: a date is told apart from a text that looks like one. */
export const sentCell = () =>
  z.union([
    text(50_000),
    z.number(),
    z.boolean(),
    z.object({ date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/)) }),
  ]);

/** A deal that a page or a script has read from a file, with its life as the file tells it. */
export const sentDeal = () =>
  z.object({
    /** Its own identifier; empty for one that the file gives none. */
    id: id(),
    /** Its line in the file. */
    line: z.number(),
    /** By field key or `own:` header. */
    cells: z.record(text(500), sentCell()),
    /** Created first; the last one leads to where the deal is now. Stages are keys. */
    steps: z
      .array(
        z.object({
          kind: z.enum(['created', 'moved']),
          from: text(500),
          to: text(500),
          at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)),
          how: z.enum(['import', 'assumed']),
          by: text(320),
          /** Of an assumed creation: the day that the file tells, though the deal had moved on by then. */
          toldCreated: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
        }),
      )
      .check(z.minLength(1), z.maxLength(200_000)),
    /** Minor units of its amount as far as it was known before the last step. */
    openAmount: z.nullable(z.number()),
  });

/** What the workbook must have before the deals of an import can be written. */
export const importSetUp = () =>
  z.object({
    /** Every stage after the import, in order. */
    stages: z
      .array(
        z.object({
          key: text(500),
          label: text(500),
          kind: stageKind(),
          chance: z.nullable(z.number()),
        }),
      )
      .check(z.maxLength(500)),
    /** True when `stages` takes the place of the workbook's own list. */
    replacesStages: z.boolean(),
    /** The team's own columns. */
    own: z.array(z.object({ header: text(500), kind: z.enum(['text', 'number', 'day', 'tick']) })),
  });

/** A table as a file holds it: every cell as text. `lines` are the file's own line numbers. */
export interface FileTable {
  name: string;
  headers: string[];
  rows: string[][];
  lines: number[];
}

/** How a file's columns and stages are to be read: headless.md's `--map`. */
export interface ImportMap {
  columns?: Record<string, string | null> | undefined;
  stages?:
    | Record<
        string,
        {
          name?: string | undefined;
          kind?: z.infer<ReturnType<typeof stageKind>> | undefined;
          order?: number | undefined;
          chance?: number | null | undefined;
        }
      >
    | undefined;
  answers?: Record<string, unknown> | undefined;
}

/** A row of a file that is not brought in, and why. */
export interface Reject {
  file: string;
  line: number;
  column: string;
  reason: string;
  row: string[];
}

/** What the import dialog and scripts call. */
export const IMPORT_CALLS = {
  /** What files are read for: the stages, the language and the currency that an import comes to. */
  importTarget: {
    get request() {
      return z.object({});
    },
    get reply() {
      return ok({
        language: z.enum(['en', 'zh']),
        currency: z.string(),
        today: z.string(),
        stages: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            kind: stageKind(),
            aliases: z.array(z.string()),
            chance: z.nullable(z.number()),
          }),
        ),
        /** No deal stands there yet: the stages may come from a file. */
        isEmpty: z.boolean(),
      });
    },
  },
  /** Brings in deals that were read from a file. Those that the workbook has are compared, not written. */
  importDeals: {
    get request() {
      return z.object({
        setUp: importSetUp(),
        deals: z.array(sentDeal()).check(z.maxLength(5_000)),
        gates: z.enum(['trust', 'strict']),
      });
    },
    get reply() {
      return ok({
        deals: z.number(),
        entries: z.number(),
        known: z.array(
          z.object({
            id: z.string(),
            line: z.number(),
            name: z.string(),
            /** Cells that the file has otherwise: by field, with the header and both texts. */
            changes: z.array(
              z.object({ field: z.string(), header: z.string(), was: z.string(), now: z.string() }),
            ),
          }),
        ),
      });
    },
  },
  /** Types a file's cells over those of deals that the workbook has. A stage is asked for, as when typed. */
  changeDeals: {
    get request() {
      return z.object({
        deals: z
          .array(z.object({ id: id(), cells: z.record(text(500), sentCell()) }))
          .check(z.minLength(1), z.maxLength(2_000)),
      });
    },
    get reply() {
      return ok({ results: z.array(moveResult()) });
    },
  },
} as const;
