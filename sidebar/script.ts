import type * as z from 'zod/mini';
import { CALLS, type CallName, Refusal, type Reply, type Request } from '../src/rpc';

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  [name: string]: (...args: never[]) => unknown;
}

declare const google: {
  script: { run: Runner; host: { close(): void; editor: { focus(): void } } };
};

/** What came of a call: the reply, or a sentence that says what to do next. */
export type Answer<C extends CallName> =
  | Reply<C>
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * Calls a function of the script. Never throws: a failed connection and an answer of the wrong shape
 * come back as a refusal with the code `offline` or `garbled`, for the page to word.
 */
export function call<C extends CallName>(name: C, request: Request<C>): Promise<Answer<C>> {
  return new Promise((resolve) => {
    const refuse = (code: string, message: string) => resolve({ ok: false, code, message });
    const run = google.script.run
      .withFailureHandler((error) => refuse('offline', error instanceof Error ? error.message : ''))
      .withSuccessHandler((value) => {
        const schema: z.core.$ZodType = CALLS[name].reply;
        const parsed = readReply(schema, value);
        if (parsed === null) refuse('garbled', '');
        else resolve(parsed as Answer<C>);
      });
    (run[name] as unknown as (text: string) => void)(JSON.stringify(request));
  });
}

function readReply(schema: z.core.$ZodType, value: unknown): unknown {
  if (typeof value !== 'string') return null;
  try {
    const json: unknown = JSON.parse(value);
    const refused = Refusal.safeParse(json);
    if (refused.success) return refused.data;
    return (schema as unknown as { parse(json: unknown): unknown }).parse(json);
  } catch {
    return null;
  }
}
