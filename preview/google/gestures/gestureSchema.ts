import * as z from 'zod';
import { FAILURES } from '../googleErrors';

const text = z.string();
const grid = z.array(z.array(z.union([text, z.number(), z.boolean(), z.null()])));
/** A row or column by number from 1, or a column by its letters or its header. */
const line = z.union([z.int().min(1), text.min(1)]);
const lines = z.strictObject({ tab: text, at: line, count: z.int().min(1).default(1) });
const fact = z.union([text, z.number(), z.boolean(), z.null()]);

const BODIES = {
  edit: z.strictObject({ tab: text, range: text, values: grid }),
  set: z.strictObject({ deal: z.union([text, z.number()]), facts: z.record(text, fact) }),
  fill: z.union([
    z.strictObject({ tab: text, from: text, to: text }),
    z.strictObject({ tab: text, range: text }),
  ]),
  clear: z.strictObject({ tab: text, range: text }),
  cutPaste: z.strictObject({ tab: text, from: text, to: text }),
  copyPaste: z.strictObject({ tab: text, from: text, to: text }),
  replace: z.strictObject({ tab: text, range: text, find: text.min(1), with: text }),
  filter: z.strictObject({ tab: text, column: line, keep: z.array(text).optional() }),
  merge: z.strictObject({ tab: text, range: text }),
  unmerge: z.strictObject({ tab: text, range: text }),
  protect: z.strictObject({
    tab: text,
    range: text.optional(),
    editors: z.array(text).default([]),
  }),
  undo: z.strictObject({}),
  redo: z.strictObject({}),
  insertRows: lines,
  deleteRows: lines,
  insertColumns: lines,
  deleteColumns: lines,
  moveColumn: z.strictObject({ tab: text, from: line, to: line }),
  sort: z.strictObject({
    tab: text,
    range: text,
    column: line,
    ascending: z.boolean().default(true),
  }),
  renameTab: z.strictObject({ tab: text, to: text }),
  deleteTab: z.strictObject({ tab: text }),
  apiWrite: z.strictObject({ tab: text, range: text, values: grid }),
  select: z.strictObject({ tab: text, range: text }),
  burst: z.array(z.unknown()),
  menu: text,
  call: text,
  trigger: text,
  open: z.strictObject({ authMode: z.enum(['NONE', 'LIMITED']).optional() }),
  advance: z.strictObject({
    days: z.number().min(0).optional(),
    hours: z.number().min(0).optional(),
  }),
  rights: z.strictObject({ user: text, may: z.enum(['edit', 'view', 'none']) }),
} as const;

export type GestureName = keyof typeof BODIES;

const answer = z.union([
  text,
  z.strictObject({
    button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']).optional(),
    text: text.optional(),
  }),
]);

const OPTIONS = z.strictObject({
  as: text.optional(),
  args: z.array(z.unknown()).optional(),
  answers: z.array(answer).optional(),
  stopAt: z.int().min(1).optional(),
  keep: z.enum(['all', 'none', 'half']).optional(),
  failAt: z.int().min(1).optional(),
  error: z.enum(FAILURES).optional(),
  during: z.strictObject({ call: z.int().min(1), do: z.unknown() }).optional(),
});

const NAMES = Object.keys(BODIES) as GestureName[];
const OPTION_NAMES = Object.keys(OPTIONS.shape);

/** A gesture as read: its name, what it is given, and how it is done. */
export interface ReadGesture {
  readonly name: GestureName;
  readonly body: unknown;
  readonly options: z.infer<typeof OPTIONS>;
}

/** A gesture that cannot be read, in one sentence. */
export class GestureError extends Error {
  override readonly name = 'GestureError';
}

function firstIssue(name: string, error: z.ZodError): GestureError {
  const [issue] = error.issues;
  const at = [name, ...(issue?.path ?? [])].join('.');
  return new GestureError(`${at}: ${issue?.message ?? 'cannot be read'}`);
}

/** Reads one gesture as a script writes it; throws GestureError for what none is. */
export function readGesture(json: unknown): ReadGesture {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new GestureError('A gesture is an object such as {"menu":"sweep"}.');
  }
  const keys = Object.keys(json);
  const name = NAMES.find((known) => keys.includes(known));
  const unknown = keys.find((key) => key !== name && !OPTION_NAMES.includes(key));
  if (name === undefined || unknown !== undefined) {
    throw new GestureError(`Not a gesture that is built: ${unknown ?? keys[0] ?? '{}'}`);
  }
  const given = json as Record<string, unknown>;
  const body = BODIES[name].safeParse(given[name]);
  if (!body.success) throw firstIssue(name, body.error);
  const rest = Object.fromEntries(
    keys.filter((key) => key !== name).map((key) => [key, given[key]]),
  );
  const options = OPTIONS.safeParse(rest);
  if (!options.success) throw firstIssue(name, options.error);
  return { name, body: body.data, options: options.data };
}

/** What each gesture is given. */
export type BodyOf<N extends GestureName> = z.infer<(typeof BODIES)[N]>;
