import * as z from 'zod/mini';

import { day, facts, id, ok, text, typed } from './shapes';

/** A requirement that is not met, worded, with the control that fills it. */
export const shortfall = () =>
  z.object({
    /** The field's header in Deals; empty when no cell would help (a skip that is not allowed). */
    field: z.string(),
    message: z.string(),
    control: z.enum(['text', 'number', 'date', 'tick', 'choice', 'none']),
    choices: z.array(z.string()),
    value: typed(),
  });

export const historyLine = () =>
  z.object({
    entry: z.number(),
    kind: z.string(),
    at: z.string(),
    /** One worded line: "Proposal → Negotiation, held: ...". */
    line: z.string(),
    by: z.string(),
    mayUndo: z.boolean(),
  });

export const stageStep = () =>
  z.object({
    key: z.string(),
    label: z.string(),
    kind: z.enum(['open', 'won', 'lost', 'nurture']),
    todo: z.string(),
    /** Not given where there is one pipeline, and for a stage that all share. */
    pipeline: z.optional(z.string()),
  });

export const dealView = () =>
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
    /** The team's own win chance in percent; empty when the program judges. */
    winChance: z.optional(z.string()),
    /** What became of deals that sat as long in this stage: "Of 412 deals that ..., 61 were won within 28 days." */
    outlook: z.optional(z.string()),
  });

export const taskView = () =>
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

export const pipelineView = () =>
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

export const moveResult = () =>
  z.object({
    id: z.string(),
    outcome: z.enum(['moved', 'held', 'overridden', 'stale', 'gone']),
    shortfalls: z.array(shortfall()),
    message: z.string(),
  });

export const card = () =>
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
export const foundDeal = () =>
  z.object({
    id: z.string(),
    row: z.number(),
    name: z.string(),
    customer: z.string(),
    owner: z.string(),
    /** Its stage's label. */
    stage: z.string(),
  });

/** What the sidebar and the board call. */
export const DEAL_CALLS = {
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
} as const;
