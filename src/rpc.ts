import * as z from 'zod/mini';

/**
 * The calls between a page (sidebar, board, import dialog) and the script. Both sides check with
 * these schemas. A call takes one argument and answers JSON text: no Date can ever cross.
 *
 * Schemas are made when they are asked for: making all of them takes longer than most executions,
 * and the script is loaded anew for every edit.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const id = () => text(200);
/** What a page may put in a cell: a tick, a number, or text as a person would type it. Empty text clears. */
const typed = () => z.union([text(50_000), z.number(), z.boolean(), z.null()]);
const facts = () => z.record(text(500), typed());

const day = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A requirement that is not met, worded, with the control that fills it. */
const shortfall = () =>
  z.object({
    /** The field's header in Deals; empty when no cell would help (a skip that is not allowed). */
    field: z.string(),
    message: z.string(),
    control: z.enum(['text', 'number', 'date', 'tick', 'choice', 'none']),
    choices: z.array(z.string()),
    value: typed(),
  });

const historyLine = () =>
  z.object({
    entry: z.number(),
    kind: z.string(),
    at: z.string(),
    /** One worded line: "Proposal → Negotiation, held: ...". */
    line: z.string(),
    by: z.string(),
    mayUndo: z.boolean(),
  });

const stageStep = () =>
  z.object({
    key: z.string(),
    label: z.string(),
    kind: z.enum(['open', 'won', 'lost', 'nurture']),
    todo: z.string(),
    /** Not given where there is one pipeline, and for a stage that all share. */
    pipeline: z.optional(z.string()),
  });

const dealView = () =>
  z.object({
    id: z.string(),
    /** Changes with every accepted entry; a move sends it back so that nobody overwrites a newer state. */
    version: z.string(),
    row: z.number(),
    name: z.string(),
    customer: z.string(),
    owner: z.string(),
    /** Formatted for reading, with its currency; empty when there is none. */
    amount: z.string(),
    stage: z.string(),
    /** Where there are several. */
    pipeline: z.optional(z.string()),
    daysInStage: z.nullable(z.number()),
    usualDays: z.nullable(z.number()),
    limitDays: z.nullable(z.number()),
    stalled: z.boolean(),
    closeDate: z.string(),
    nextStep: z.string(),
    nextStepDate: z.string(),
    /** The stage that the checklist is for: the next ordinary one, or won; empty at the end of the path. */
    next: z.string(),
    missing: z.array(shortfall()),
    /** Why the last move was held; empty when it was not. */
    heldBecause: z.string(),
    history: z.array(historyLine()),
    mayOverride: z.boolean(),
    /** Changes with anything shown here, cells that the ledger does not carry too; sent back as `seen`. */
    seen: z.optional(z.string()),
    /** Why it stalled, and the plan to get it going: as the team's cells say them. */
    cause: z.optional(z.string()),
    plan: z.optional(z.string()),
    planDue: z.optional(z.string()),
    /** What became of deals that sat as long in this stage: "Of 412 deals that ..., 61 were won within 28 days." */
    outlook: z.optional(z.string()),
  });

const taskView = () =>
  z.object({
    /** Where it stood in the Tasks tab, and its key; a task that a person typed has none. */
    row: z.number(),
    key: z.string(),
    task: z.string(),
    owner: z.string(),
    due: z.string(),
    doneOn: z.string(),
    standing: z.enum(['overdue', 'due', 'later', 'done']),
  });

const pipelineView = () =>
  z.object({
    language: z.enum(['en', 'zh']),
    stages: z.array(stageStep()),
    lostReasons: z.array(z.string()),
    /** The one that asks for a note. */
    otherReason: z.string(),
    /** Deals headers by field key, for labels and for `facts`. */
    headers: z.record(z.string(), z.string()),
    /** Causes of a stall that the team counts; when not given the page offers its own. */
    causes: z.optional(z.array(z.string())),
  });

const moveResult = () =>
  z.object({
    id: z.string(),
    outcome: z.enum(['moved', 'held', 'overridden', 'stale', 'gone']),
    shortfalls: z.array(shortfall()),
    message: z.string(),
  });

const card = () =>
  z.object({
    id: z.string(),
    version: z.string(),
    name: z.string(),
    customer: z.string(),
    owner: z.string(),
    /** Major units, for sums; null when no amount is known. */
    amount: z.nullable(z.number()),
    currency: z.string(),
    chance: z.nullable(z.number()),
    stage: z.string(),
    /** Where there are several. */
    pipeline: z.optional(z.string()),
    daysInStage: z.nullable(z.number()),
    stalled: z.boolean(),
    nextStep: z.string(),
    closeDate: z.string(),
  });

/** One line of a search's answer. */
const foundDeal = () =>
  z.object({
    id: z.string(),
    row: z.number(),
    name: z.string(),
    customer: z.string(),
    owner: z.string(),
    /** Its stage's label. */
    stage: z.string(),
  });

export const stageKind = () => z.enum(['open', 'won', 'lost', 'nurture']);

/** A cell as it crosses: a date is told apart from a text that looks like one. */
const sentCell = () =>
  z.union([
    text(50_000),
    z.number(),
    z.boolean(),
    z.object({ date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/)) }),
  ]);

/** A deal that a page or a script has read from a file, with its life as the file tells it. */
const sentDeal = () =>
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
        }),
      )
      .check(z.minLength(1), z.maxLength(200_000)),
    /** Minor units of its amount as far as it was known before the last step. */
    openAmount: z.nullable(z.number()),
  });

/** What the workbook must have before the deals of an import can be written. */
const importSetUp = () =>
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

const ok = <T extends z.core.$ZodShape>(shape: T) => z.object({ ok: z.literal(true), ...shape });

/** A call that could not be done: `message` is worded for the reader and says what to do next. */
export const refusal = () =>
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() });

export const CALLS = {
  /**
   * The deal with this ID, or of the selected row when no ID is given. With `seen`, the deal's own
   * `seen` (or "id@version" when it has none; "@" for no deal at all), an unchanged view answers
   * `same` without the rest. Where a figure is selected, its `seen` is "@" and the figure. Without it the pipeline always comes along, also when no deal is selected.
   */
  dealView: {
    get request() {
      return z.object({ id: z.optional(id()), seen: z.optional(text(400)) });
    },
    get reply() {
      return ok({
        same: z.boolean(),
        deal: z.nullable(dealView()),
        pipeline: z.nullable(pipelineView()),
        /** The deal's tasks, unless the answer is `same`. */
        tasks: z.optional(z.array(taskView())),
        /** Where nothing has run by itself for too long: what to do about it. */
        silent: z.optional(z.string()),
        /** The selected cell of a generated table, when no deal is selected: see dealsBehind. */
        figure: z.optional(z.string()),
      });
    },
  },
  /** The deals behind a figure of a generated table, the largest amounts first, at most 200. */
  dealsBehind: {
    get request() {
      return z.object({ figure: text(100) });
    },
    get reply() {
      return ok({
        /** The figure's row and column as they are headed. */
        title: z.string(),
        deals: z.array(z.extend(foundDeal(), { amount: z.string() })),
        count: z.number(),
        /** False for a table whose figures are not about deals. */
        isListed: z.boolean(),
      });
    },
  },
  moveDeals: {
    get request() {
      return z.object({
        ids: z.array(id()).check(z.minLength(1), z.maxLength(2_000)),
        /** Stage key or label. */
        to: text(500),
        /** Header or field key -> what to type there, saved together with the move (kept also when it is held). */
        facts: z.optional(facts()),
        /** Lost reason, or the reason of an override. */
        reason: z.optional(text(5_000)),
        /** Nurture: revisit on. */
        until: z.optional(day()),
        override: z.optional(z.boolean()),
        /** Versions by ID; a deal whose version is another answers `stale`. */
        versions: z.optional(z.record(z.string(), z.string())),
        /** Which page asks. */
        from: z.optional(z.enum(['sidebar', 'board'])),
      });
    },
    get reply() {
      return ok({
        results: z.array(moveResult()),
        deal: z.nullable(dealView()),
        batch: z.string(),
        /** For the board: the cards of these deals as they are now. */
        cards: z.optional(z.array(card())),
      });
    },
  },
  /** Takes back a move, or with `batch` every move of one gesture, as new entries. */
  undoMove: {
    get request() {
      return z.object({ entry: z.optional(z.number()), batch: z.optional(text(100)) });
    },
    get reply() {
      return ok({
        results: z.array(moveResult()),
        deal: z.nullable(dealView()),
        cards: z.optional(z.array(card())),
      });
    },
  },
  saveFacts: {
    get request() {
      return z.object({ id: id(), facts: facts(), version: z.optional(text(200)) });
    },
    get reply() {
      return ok({ deal: z.nullable(dealView()), stale: z.boolean() });
    },
  },
  boardView: {
    get request() {
      return z.object({});
    },
    get reply() {
      return ok({
        pipeline: pipelineView(),
        cards: z.array(card()),
        today: z.string(),
        /** Who asks, as the Owner column names them; empty when Google does not tell. */
        me: z.optional(z.string()),
      });
    },
  },
  /** Deals whose name, customer or ID holds the text, whatever its case; the closest first, at most 20. */
  findDeals: {
    get request() {
      return z.object({ text: text(500) });
    },
    get reply() {
      return ok({ deals: z.array(foundDeal()), more: z.boolean() });
    },
  },
  /** Selects the deal's row in the sheet of the person who asks. */
  showDeal: {
    get request() {
      return z.object({ id: id() });
    },
    get reply() {
      return ok({ row: z.number() });
    },
  },
  logActivity: {
    get request() {
      return z.object({
        id: id(),
        kind: text(100),
        note: z.optional(text(50_000)),
        on: z.optional(day()),
      });
    },
    get reply() {
      return ok({ deal: z.nullable(dealView()) });
    },
  },
  /** Adds a task for a deal; an empty day leaves it undated. */
  addTask: {
    get request() {
      return z.object({
        id: id(),
        task: text(2_000).check(z.regex(/\S/)),
        due: z.union([day(), z.literal('')]),
      });
    },
    get reply() {
      return ok({ deal: z.nullable(dealView()), tasks: z.array(taskView()) });
    },
  },
  /** Says that a task is done, or open again: the one of this key, else the one with this text in this row. */
  tickTask: {
    get request() {
      return z.object({
        id: id(),
        row: z.number(),
        key: text(500),
        task: text(50_000),
        done: z.boolean(),
      });
    },
    get reply() {
      return ok({ deal: z.nullable(dealView()), tasks: z.array(taskView()) });
    },
  },
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

export type CallName = keyof typeof CALLS;
export type Request<C extends CallName> = z.infer<(typeof CALLS)[C]['request']>;
export type Reply<C extends CallName> = z.infer<(typeof CALLS)[C]['reply']>;
export type DealView = z.infer<ReturnType<typeof dealView>>;
export type PipelineView = z.infer<ReturnType<typeof pipelineView>>;
export type ShortfallView = z.infer<ReturnType<typeof shortfall>>;
export type MoveResult = z.infer<ReturnType<typeof moveResult>>;
export type TaskView = z.infer<ReturnType<typeof taskView>>;
export type Card = z.infer<ReturnType<typeof card>>;
export type FoundDeal = z.infer<ReturnType<typeof foundDeal>>;
export type SentDeal = z.infer<ReturnType<typeof sentDeal>>;
export type SentCell = z.infer<ReturnType<typeof sentCell>>;
export type ImportSetUp = z.infer<ReturnType<typeof importSetUp>>;
