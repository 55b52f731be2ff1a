import { ACTIONS } from '../../test/crash/actions';
import { tryAction } from '../../test/crash/tryAction';
import { forgetContexts } from '../forgetContexts';

/** Of each action: so many cases, or all. */
const cases = Number(process.argv[2]) || 'all';

/** Tries the actions that it is sent by number, one after the other, and answers what came of each. */
process.on('message', async (index: number) => {
  const action = ACTIONS[index];
  if (action === undefined) return;
  process.send?.({ index, tried: await tryAction(action, cases, forgetContexts) });
});
