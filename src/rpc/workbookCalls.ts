import * as z from 'zod/mini';

import { ok } from './shapes';

/** What scripts call. */
export const WORKBOOK_CALLS = {
  /** English names of tabs and headers and where the generated blocks lie, for export. */
  describeWorkbook: {
    get request() {
      return z.object({});
    },
    get reply() {
      return ok({
        language: z.enum(['en', 'zh']),
        tabs: z.array(
          z.object({
            sheetId: z.number(),
            name: z.string(),
            english: z.string(),
            headers: z.record(z.string(), z.string()),
          }),
        ),
        /** Row and column count from 1 at the first data cell; `columns` are the export's names. */
        blocks: z.array(
          z.object({
            tab: z.string(),
            block: z.string(),
            columns: z.array(z.string()),
            row: z.number(),
            column: z.number(),
            rows: z.number(),
          }),
        ),
      });
    },
  },
  /** Figures for scripts that no tab shows whole: deal-outlook and outlook (headless.md). */
  outlook: {
    get request() {
      return z.object({});
    },
    get reply() {
      return ok({
        deals: z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number()])))),
        outlook: z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number()])))),
      });
    },
  },
} as const;
