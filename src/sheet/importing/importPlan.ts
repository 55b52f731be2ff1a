import type { StageKind } from '../../domain/pipeline';

/**
 * How a file is to be read: what each column is, in which order its dates are written, which stage
 * each stage text means. Made by `planImport` and looked at by a person before rows are read by it.
 */

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a column of the deals file is. A team's own column is a `field` named `own:` and its header. */
export type DealsRole =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'id' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'created' }
  | { readonly kind: 'closed' }
  /** The day on which the deal entered this stage. */
  | { readonly kind: 'entered'; readonly stage: string }
  /** The day on which the deal entered the stage that it is in. */
  | { readonly kind: 'since' }
  /** Says won, lost or open beside the stage. */
  | { readonly kind: 'outcome' };

/** `field` names what a row changed, in histories that hold more than stages. */
export type HistoryRole = 'deal' | 'stage' | 'from' | 'at' | 'by' | 'field' | 'ignore';

/** How the texts of a column are read. */
export interface Reading {
  readonly kind: 'text' | 'number' | 'day' | 'tick';
  readonly dateOrder: DateOrder;
  readonly decimalComma: boolean;
  /** What a number counts: 10000 under a header such as 金额（万元）, 0.01 for percentages. */
  readonly factor: number;
  /** The currency that the header names, or `''`. */
  readonly currency: string;
}

export interface PlannedStage {
  readonly key: string;
  readonly label: string;
  readonly kind: StageKind;
  readonly chance: number | null;
  /** Not in the workbook yet: the import adds it. */
  readonly added: boolean;
}

export interface PlannedColumn<R> {
  readonly header: string;
  readonly role: R;
  readonly reading: Reading;
}

export interface ImportPlan {
  /** Column for column as in the deals file. */
  readonly columns: readonly PlannedColumn<DealsRole>[];
  /** Column for column as in the history file; `null` without one. */
  readonly history: {
    readonly columns: readonly PlannedColumn<HistoryRole>[];
    /** How rows of one deal and one time follow each other: as they stand, from below, or by stage. */
    readonly ties: 'file' | 'reversed' | 'stages';
  } | null;
  /** Every stage that the workbook has after the import, in order: open ones, won, lost, nurture. */
  readonly stages: readonly PlannedStage[];
  /** True when `stages` takes the place of the workbook's own list (`from-data`). */
  readonly replacesStages: boolean;
  /** Stage texts of the files, compared by `stageText`, and the keys they mean. */
  readonly stageOf: Readonly<Record<string, string>>;
  /** Outcome texts of the files and the stage they mean; `''` says that the deal is still open. */
  readonly outcomeOf: Readonly<Record<string, string>>;
  /** List prices in major units by product, compared by `productText`. */
  readonly prices: Readonly<Record<string, number>>;
  /** Whether the amounts were known while the deals were open, or are what was paid in the end. */
  readonly amountsWhileOpen: boolean;
  /** Lines whose identifier stands on an earlier line already, and that line. */
  readonly repeats: Readonly<Record<string, number>>;
}
