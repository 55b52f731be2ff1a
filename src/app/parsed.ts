import type * as z from 'zod/mini';

/** What a note holds; `null` for none, and for text that is no such note: people can clear notes, and older versions wrote others. */
export function parsed<T>(schema: z.ZodMiniType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
