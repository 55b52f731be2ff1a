import type { Execution } from '../../preview/google/execution';
import type { Outcome } from '../../preview/google/gestures/gesture';
import { APP_WORDS } from '../../src/words/app';

/** What a menu item says that has done nothing. */
const BUSY: readonly string[] = [APP_WORDS.en.busy, APP_WORDS.en.notSetUpOrBusy];

/**
 * Whether whoever asked for it was told that it did not happen, or nothing at all; or, where it is known what it says
 * in the end when nothing goes wrong, was not told that.
 */
export function isRefused({ executions }: Outcome, unbroken: readonly Execution[] = []): boolean {
  const said = executions.flatMap(saidBy);
  const usual = unbroken.flatMap((run) => saidBy(run).slice(-1));
  return (
    usual.some((message) => !said.includes(message)) ||
    said.some((message) => BUSY.includes(message)) ||
    executions.some(
      ({ error, stopped, value }) =>
        error !== undefined ||
        stopped !== undefined ||
        (typeof value === 'string' && value.startsWith('{"ok":false')),
    )
  );
}

function saidBy({ alerts, toasts }: Execution): readonly string[] {
  return [...alerts, ...toasts].map(({ message }) => message);
}
