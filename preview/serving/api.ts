import * as z from 'zod/mini';

/**
 * What the page and the server say to each other: POST /api/<name> with JSON both ways. The server
 * checks every request with these schemas; the page takes the types of the replies.
 */

const whole = z.number().check(z.int(), z.gte(0), z.lte(10_000_000));
const text = (max: number) => z.string().check(z.maxLength(max));
const email = text(320);
const name = text(200);
const a1 = z.string().check(z.regex(/^\$?[A-Z]{0,3}\$?\d{0,7}(:\$?[A-Z]{0,3}\$?\d{0,7})?$/));

/** What the acting person has selected; the script sees it as the active range. */
const Selection = z.object({ sheetId: whole, range: a1 });

/** What a person does with the hands, one of headless.md's gestures. Texts are as typed. */
const Gesture = z.union([
  z.object({
    edit: z.object({ tab: name, range: a1, values: z.array(z.array(text(60_000))) }),
  }),
  z.object({ fill: z.object({ tab: name, from: a1, to: a1 }) }),
  z.object({ clear: z.object({ tab: name, range: a1 }) }),
  z.object({ cutPaste: z.object({ tab: name, from: a1, to: a1 }) }),
  z.object({ undo: z.object({}) }),
  z.object({ redo: z.object({}) }),
  z.object({ insertRows: z.object({ tab: name, at: whole, count: whole }) }),
  z.object({ deleteRows: z.object({ tab: name, at: whole, count: whole }) }),
  z.object({ insertColumns: z.object({ tab: name, at: whole, count: whole }) }),
  z.object({ deleteColumns: z.object({ tab: name, at: whole, count: whole }) }),
  z.object({ moveColumn: z.object({ tab: name, from: whole, to: whole }) }),
  z.object({
    sort: z.object({ tab: name, range: a1, column: whole, ascending: z.boolean() }),
  }),
  z.object({ renameTab: z.object({ tab: name, to: name }) }),
  z.object({ deleteTab: z.object({ tab: name }) }),
]);

/** One answer for each question that the script asked so far, in order. */
const Answers = z.array(
  z.object({ button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']), text: text(50_000) }),
);

const acting = { as: email, selection: z.optional(z.nullable(Selection)) };

export const API = {
  workbook: z.object({ as: email }),
  rows: z.object({
    as: email,
    sheetId: whole,
    from: whole,
    count: whole.check(z.lte(2_000)),
  }),
  open: z.object(acting),
  gesture: z.object({ ...acting, gesture: Gesture, answers: z.optional(Answers) }),
  menu: z.object({ ...acting, run: name, answers: z.optional(Answers) }),
  /** `google.script.run` of a frame. */
  call: z.object({
    ...acting,
    name,
    args: z.array(z.unknown()),
    answers: z.optional(Answers),
  }),
  trigger: z.object({ as: email, run: name }),
  advance: z.object({
    as: email,
    by: z.enum(['hour', 'day', 'week', 'nextReport']),
  }),
  column: z.object({ as: email, sheetId: whole, column: whole, width: whole }),
  mails: z.object({ as: email }),
  user: z.object({ as: email, email, may: z.enum(['edit', 'view', 'none']) }),
  reset: z.object({ as: email }),
} as const;

export type ApiName = keyof typeof API;
export type ApiRequest<N extends ApiName> = z.infer<(typeof API)[N]>;
export type GestureRequest = z.infer<typeof Gesture>;
export type SelectionView = z.infer<typeof Selection>;
export type Answer = z.infer<typeof Answers>[number];

export interface UserView {
  readonly email: string;
  readonly may: 'owner' | 'edit' | 'view' | 'none';
}

export interface TabView {
  readonly sheetId: number;
  readonly name: string;
  readonly hidden: boolean;
  /** '#rrggbb', or empty. */
  readonly colour: string;
  readonly rows: number;
  readonly columns: number;
  /** Last row and column that hold something: what a person scrolls through. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels, a number for each column up to `columns`. */
  readonly widths: readonly number[];
  /** From 1. */
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Grows with each change of the tab. */
  readonly revision: number;
  readonly charts: readonly ChartView[];
}

export interface SeriesView {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Empty: the next of the usual colours. 'transparent' for a spacer. */
  readonly colour: string;
  readonly kind: 'bar' | 'line' | 'area';
  readonly secondAxis: boolean;
}

export interface ChartView {
  readonly id: number;
  readonly kind: 'bar' | 'column' | 'line' | 'area' | 'combo';
  readonly title: string;
  readonly stacked: boolean;
  /** Anchor cell from 1, and its offset in pixels. */
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly SeriesView[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly legend: 'none' | 'top' | 'bottom' | 'right';
  /** How an axis and a tooltip show a value: a number format such as `0%`, or empty. */
  readonly format: string;
}

export interface MenuItemView {
  /** Empty for a separator. */
  readonly label: string;
  readonly run: string;
  readonly items: readonly MenuItemView[];
}

export interface TriggerView {
  readonly run: string;
  readonly creator: string;
  /** When it runs, as a short line such as "every 10 minutes" or "Monday 08:00". */
  readonly when: string;
  /** On the workbook's clock, 'YYYY-MM-DDTHH:mm'; empty when it does not run by the clock. */
  readonly next: string;
}

export interface ProgressView {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

export interface WorkbookView {
  /** Null when the workbook is ready. */
  readonly progress: ProgressView | null;
  readonly title: string;
  readonly language: 'en' | 'zh';
  readonly timeZone: string;
  /** On the workbook's clock, 'YYYY-MM-DDTHH:mm'. */
  readonly now: string;
  readonly me: UserView;
  readonly users: readonly UserView[];
  readonly tabs: readonly TabView[];
  readonly menus: readonly { readonly label: string; readonly items: readonly MenuItemView[] }[];
  readonly triggers: readonly TriggerView[];
  /** How many mails were ever sent. */
  readonly mails: number;
  readonly revision: number;
}

/** How a cell looks; only what differs from a plain cell. */
export interface StyleView {
  readonly background?: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Format of the value: 'day' and 'percent' change how a cell is edited. */
  readonly number?: string;
}

/** What may be typed into a cell. */
export type RuleView =
  | { readonly kind: 'tick' }
  | { readonly kind: 'list'; readonly choices: readonly string[]; readonly strict: boolean }
  | { readonly kind: 'day'; readonly strict: boolean }
  | { readonly kind: 'other'; readonly help: string };

/** A plain text cell is its text; others say what is special. Empty cells are ''. */
export type CellView =
  | string
  | {
      /** As shown. */
      readonly t: string;
      /** As the formula bar shows it, when that is different. */
      readonly e?: string;
      /** Index into `styles`. */
      readonly s?: number;
      /** Note. */
      readonly n?: string;
      /** Index into `rules`. */
      readonly r?: number;
      /** A number or a day: stands at the right. */
      readonly k?: 'number' | 'tick';
    };

export interface RowsView {
  readonly sheetId: number;
  readonly revision: number;
  /** First row, from 1. */
  readonly from: number;
  readonly rows: readonly (readonly CellView[])[];
  readonly styles: readonly StyleView[];
  readonly rules: readonly RuleView[];
}

export interface DialogView {
  /** The frame's document is at /frame/<id>. */
  readonly id: string;
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** The script asked something; the page sends the same request again with one more answer. */
export interface QuestionView {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly Answer['button'][];
}

export interface ToastView {
  readonly title: string;
  readonly message: string;
  readonly seconds: number;
}

/** What came of something that a person or a page did. */
export interface ActionReply {
  readonly value: unknown;
  /** The error as the script threw it, or as Sheets refuses it; null when all went well. */
  readonly error: string | null;
  readonly toasts: readonly ToastView[];
  readonly dialogs: readonly DialogView[];
  readonly question: QuestionView | null;
  readonly revision: number;
  /** Service calls by kind, for the curious. */
  readonly calls: Readonly<Record<string, number>>;
  readonly cpuMs: number;
}

export interface MailView {
  readonly id: number;
  readonly at: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface ApiReplies {
  workbook: WorkbookView;
  rows: RowsView;
  open: ActionReply;
  gesture: ActionReply;
  menu: ActionReply;
  call: ActionReply;
  trigger: ActionReply;
  advance: ActionReply;
  column: ActionReply;
  mails: { readonly mails: readonly MailView[] };
  user: ActionReply;
  reset: ActionReply;
}

/** Server-sent at /events: something changed, or long work went on. */
export type ServerEvent =
  | { readonly kind: 'changed'; readonly revision: number }
  | { readonly kind: 'progress'; readonly progress: ProgressView | null }
  /** A workbook was made anew: everybody opens it again. */
  | { readonly kind: 'ready' };
