import * as z from 'zod/mini';

/**
 * How a file is to be read: what each column is, in which order its dates are written, which stage
 * each stage text means. Made by `planImport`, looked at by a person, sent back with every slice.
 */

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a column of the deals file is. A team's own column is a `field` named `own:` and its header. */
const DealsRole = z.union([
  z.object({ kind: z.literal('ignore') }),
  z.object({ kind: z.literal('id') }),
  z.object({ kind: z.literal('field'), field: z.string() }),
  z.object({ kind: z.literal('created') }),
  z.object({ kind: z.literal('closed') }),
  /** The day on which the deal entered this stage. */
  z.object({ kind: z.literal('entered'), stage: z.string() }),
  /** The day on which the deal entered the stage that it is in. */
  z.object({ kind: z.literal('since') }),
  /** Says won, lost or open beside the stage. */
  z.object({ kind: z.literal('outcome') }),
]);

/** `field` names what a row changed, in histories that hold more than stages. */
const HistoryRole = z.enum(['deal', 'stage', 'from', 'at', 'by', 'field', 'ignore']);

/** How the texts of a column are read. */
const Reading = z.object({
  kind: z.enum(['text', 'number', 'day', 'tick']),
  dateOrder: z.enum(DATE_ORDERS),
  decimalComma: z.boolean(),
  /** What a number counts: 10000 under a header such as 金额（万元）, 0.01 for percentages. */
  factor: z.number(),
  /** The currency that the header names, or `''`. */
  currency: z.string(),
});

const PlannedStage = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['open', 'won', 'lost', 'nurture']),
  chance: z.nullable(z.number()),
  /** Not in the workbook yet: the import adds it. */
  added: z.boolean(),
});

export const ImportPlan = z.object({
  /** Column for column as in the deals file. */
  columns: z.array(z.object({ header: z.string(), role: DealsRole, reading: Reading })),
  /** Column for column as in the history file; `null` without one. */
  history: z.nullable(
    z.object({
      columns: z.array(z.object({ header: z.string(), role: HistoryRole, reading: Reading })),
      /** How rows of one deal and one time follow each other: as they stand, from below, or by stage. */
      ties: z.enum(['file', 'reversed', 'stages']),
    }),
  ),
  /** Every stage that the workbook has after the import, in order: open ones, won, lost, nurture. */
  stages: z.array(PlannedStage),
  /** True when `stages` takes the place of the workbook's own list (`from-data`). */
  replacesStages: z.boolean(),
  /** Stage texts of the files, compared by `stageText`, and the keys they mean. */
  stageOf: z.record(z.string(), z.string()),
  /** Outcome texts of the files and the stage they mean; `''` says that the deal is still open. */
  outcomeOf: z.record(z.string(), z.string()),
  /** List prices in major units by product, compared by `productText`. */
  prices: z.record(z.string(), z.number()),
  /** Whether the amounts were known while the deals were open, or are what was paid in the end. */
  amountsWhileOpen: z.boolean(),
  /** Lines whose identifier stands on an earlier line already, and that line. */
  repeats: z.record(z.string(), z.number()),
});
export type ImportPlan = z.infer<typeof ImportPlan>;
export type DealsRole = z.infer<typeof DealsRole>;
export type HistoryRole = z.infer<typeof HistoryRole>;
export type Reading = z.infer<typeof Reading>;
export type PlannedStage = z.infer<typeof PlannedStage>;

/** A plan that comes back from a page or a script; `null` when it is not one of ours. */
export function planFrom(sent: unknown): ImportPlan | null {
  const checked = z.safeParse(ImportPlan, sent);
  return checked.success ? checked.data : null;
}
