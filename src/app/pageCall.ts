import type { CallName, Reply, Request } from '../rpc';
import { answer } from './answer';
import { languageHere } from './menu';
import { whyProtected } from './unfinished';

/** A function that pages may call: one argument in, JSON text out, never an exception. */
export function pageCall<C extends CallName>(
  name: C,
  work: (request: Request<C>) => Omit<Reply<C>, 'ok'>,
): (request?: unknown) => string {
  return (request) => answer(name, request, work, { language: languageHere, whyProtected });
}
