import * as z from 'zod/mini';
import { CALLS, type CallName, type Reply, type Request } from '../rpc';
import { APP_WORDS } from '../words/app';
import { LANGUAGES, type Language } from '../words/language';

// One-shot checks gain nothing from compiled ones, and Apps Script may refuse `new Function`.
z.config({ jitless: true });

/** A business "no" that a page shows as it is; the message is worded already. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What is asked of the workbook when a call went wrong. */
export interface Surroundings {
  readonly language: () => Language;
  /** A sentence about the protected parts that were in the way; `null` when none were. */
  readonly whyProtected: () => string | null;
}

/**
 * Answers a call of a page with JSON text: `{"ok":true,...}`, or `{"ok":false,"code","message"}`
 * for what is refused, cannot be read or breaks. Takes JSON text or the value itself.
 */
export function answer<C extends CallName>(
  name: C,
  request: unknown,
  work: (request: Request<C>) => Omit<Reply<C>, 'ok'>,
  { language, whyProtected }: Surroundings,
): string {
  try {
    const checked = read(name, request);
    if (checked === null) return refuse('badRequest', APP_WORDS[safely(language)].badRequest);
    return JSON.stringify({ ok: true, ...work(checked) });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code, error.message);
    console.error(error);
    const why = whyProtected();
    if (why !== null) return refuse('protected', why);
    const cause = error instanceof Error ? error.message : String(error);
    return refuse('broken', APP_WORDS[safely(language)].broken(cause));
  }
}

function read<C extends CallName>(name: C, request: unknown): Request<C> | null {
  const schema: z.ZodMiniType = CALLS[name].request;
  try {
    const value: unknown = typeof request === 'string' ? JSON.parse(request) : (request ?? {});
    const parsed = schema.safeParse(value);
    return parsed.success ? (parsed.data as Request<C>) : null;
  } catch {
    return null;
  }
}

function refuse(code: string, message: string): string {
  return JSON.stringify({ ok: false, code, message });
}

/** Asking for the language reads the workbook, which may be what is broken. */
function safely(language: () => Language): Language {
  try {
    return language();
  } catch {
    return LANGUAGES[0] ?? 'en';
  }
}
