import { ACTIONS } from '../../test/crash/actions';
import { tryAction } from '../../test/crash/tryAction';

/** Tries the actions that it is sent by number, one after the other, and answers what came of each. */
process.on('message', (index: number) => {
  const action = ACTIONS[index];
  if (action !== undefined) process.send?.({ index, tried: tryAction(action, 'all') });
});
