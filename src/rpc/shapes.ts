import * as z from 'zod/mini';

/** What several calls are made of. Schemas are made when they are asked for: see ../rpc.ts. */

export const text = (max: number) => z.string().check(z.maxLength(max));

export const id = () => text(200);

/** What a page may put in a cell: a tick, a number, or text as a person would type it. Empty text clears. */
export const typed = () => z.union([text(50_000), z.number(), z.boolean(), z.null()]);

export const facts = () => z.record(text(500), typed());

export const day = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const stageKind = () => z.enum(['open', 'won', 'lost', 'nurture']);

export const ok = <T extends z.core.$ZodShape>(shape: T) =>
  z.object({ ok: z.literal(true), ...shape });

/** A call that could not be done: `message` is worded for the reader and says what to do next. */
export const refusal = () =>
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() });
