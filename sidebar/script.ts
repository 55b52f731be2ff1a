import type * as z from 'zod/mini';
import type { CallName, Reply, Request } from '../src/rpc';
import { DEAL_CALLS } from '../src/rpc/dealCalls';
import { refusal } from '../src/rpc/shapes';

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

/** The code of a move to a stage that is not there any more: trying again would not help. */
export const STAGE_GONE = 'unknownStage';

/** What came of a call. */
export type Answer<C extends CallName> = Reply<C> | NoReply;

type Table<C extends CallName> = Readonly<Record<C, { readonly reply: z.core.$ZodType }>>;

/** A page's way to call the functions of one table. */
type Call<C extends CallName> = <N extends C>(name: N, request: Request<N>) => Promise<Answer<N>>;

/** Calls a function of the script. Never throws: whatever goes wrong comes back as `NoReply`. */
export function callsOf<C extends CallName>(table: Table<C>): Call<C> {
  return (name, request) =>
    new Promise((resolve) => {
      const refuse = (code: string) => resolve({ ok: false, code, message: '' });
      const run = google.script.run
        .withFailureHandler(() => refuse('offline'))
        .withSuccessHandler((value) => {
          const parsed = readReply<typeof name>(table[name].reply, value);
          if (parsed === null) refuse('garbled');
          else resolve(parsed);
        });
      // A script that was pushed before this page knows fewer functions.
      if (typeof run[name] !== 'function') refuse('missing');
      else (run[name] as unknown as (text: string) => void)(JSON.stringify(request));
    });
}

/** What the sidebar and the board call. */
export const call = callsOf<keyof typeof DEAL_CALLS>(DEAL_CALLS);

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

/** Opens the import dialog, as the menu does. */
export function openImportDialog(): void {
  const { openImport } = google.script.run;
  openImport?.();
}

/** Closes the dialog that the page is in. */
export function closeDialog(): void {
  google.script.host.close();
}
