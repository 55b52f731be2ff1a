import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ACTIONS } from '../../test/crash/actions';
import { tryAction } from '../../test/crash/tryAction';

/** Of each action: so many cases, or all. */
const cases = Number(process.argv[2]) || 'all';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
setFlagsFromString('--no-expose-gc');

/**
 * Left to itself, Node keeps the contexts of thousands of executions, a megabyte each: it frees what was
 * made within one callback after its end, and seldom looks in time.
 */
async function forgetContexts(): Promise<void> {
  await setImmediate();
  collectGarbage();
}

/** Tries the actions that it is sent by number, one after the other, and answers what came of each. */
process.on('message', async (index: number) => {
  const action = ACTIONS[index];
  if (action === undefined) return;
  process.send?.({ index, tried: await tryAction(action, cases, forgetContexts) });
});
