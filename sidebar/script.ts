import type * as z from 'zod/mini';
import { CALLS, type CallName, type Reply, type Request, refusal } from '../src/rpc';

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  [name: string]: (...args: never[]) => unknown;
}

declare const google: { script: { run: Runner; host: { close(): void } } };

/** Why a call has no reply. `message` is the script's own sentence, or empty for the page to word by `code`. */
export interface NoReply {
  readonly ok: false;
  /** `offline`, `garbled`, `missing` (the script has no such function), or the script's own. */
  readonly code: string;
  readonly message: string;
}

/** What came of a call. */
export type Answer<C extends CallName> = Reply<C> | NoReply;

/** Calls a function of the script. Never throws: whatever goes wrong comes back as `NoReply`. */
export function call<C extends CallName>(name: C, request: Request<C>): Promise<Answer<C>> {
  return new Promise((resolve) => {
    const refuse = (code: string) => resolve({ ok: false, code, message: '' });
    const run = google.script.run
      .withFailureHandler(() => refuse('offline'))
      .withSuccessHandler((value) => {
        const parsed = readReply<C>(CALLS[name].reply, value);
        if (parsed === null) refuse('garbled');
        else resolve(parsed);
      });
    // A script that was pushed before this page knows fewer functions.
    if (typeof run[name] !== 'function') refuse('missing');
    else (run[name] as unknown as (text: string) => void)(JSON.stringify(request));
  });
}

function readReply<C extends CallName>(schema: z.core.$ZodType, value: unknown): Answer<C> | null {
  if (typeof value !== 'string') return null;
  try {
    const json: unknown = JSON.parse(value);
    const refused = refusal().safeParse(json);
    if (refused.success) return refused.data;
    return (schema as unknown as { parse(json: unknown): Reply<C> }).parse(json);
  } catch {
    return null;
  }
}

/** Opens the board in its wide dialog, as the menu does. */
export function openWideBoard(): void {
  const { openBoard } = google.script.run;
  openBoard?.();
}

/** Closes the dialog that the page is in. */
export function closeDialog(): void {
  google.script.host.close();
}
