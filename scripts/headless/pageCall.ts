import type { Execution } from '../../preview/google/execution';
import type { Host } from '../../preview/google/host';
import type { CallName, Reply, Request } from '../../src/rpc';

/** The script said no, or broke: the run cannot go on. */
export class ScriptError extends Error {}

/** A call as a page makes it: JSON text in and out. A refusal is thrown in the script's own words. */
export function pageCall<C extends CallName>(
  host: Host,
  call: { readonly name: C; readonly request: Request<C> },
  note: (run: Execution) => Execution,
): Reply<C> {
  const run = note(host.call(host.owner, call.name, [JSON.stringify(call.request)]));
  const failed = run.error?.message ?? run.stopped;
  if (failed !== undefined) throw new ScriptError(`${call.name}: ${failed}`);
  const reply = JSON.parse(String(run.value)) as Reply<C> | { ok: false; message: string };
  if (!reply.ok) throw new ScriptError(`${call.name}: ${reply.message}`);
  return reply;
}
