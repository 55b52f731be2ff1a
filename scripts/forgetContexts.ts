import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
setFlagsFromString('--no-expose-gc');

/**
 * Left to itself, Node keeps the contexts of thousands of executions, a megabyte each: it frees what was
 * made within one callback after its end, and seldom looks in time.
 */
export async function forgetContexts(): Promise<void> {
  await setImmediate();
  collectGarbage();
}
