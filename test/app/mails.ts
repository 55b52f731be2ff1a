import type { Host } from '../../preview/google/host';
import { loaded } from './desk';
import { fillsIn } from './rules';

/** Puts mails into the Outbox as the program writes them: subject, importance, and to whom. */
export function outbox(host: Host, mails: readonly (readonly [string, number, string])[]): void {
  fillsIn(
    host,
    'Outbox',
    2,
    mails.map(([subject, importance, to]) => [
      `k ${subject}`,
      'Waiting',
      to,
      '',
      subject,
      'Hello',
      '',
      '<p>Hello</p>',
      '',
      '',
      '',
      importance,
    ]),
  );
}

/** What went out. */
export const subjects = (host: Host) => host.mails.map(({ subject }) => subject);

/** The number of the worker's first call of a method. */
export function callOf(text: string, method: string): number {
  const isDoneBefore = (stopAt: number) => {
    const [run] = loaded(text).trigger('work', { stopAt });
    return (run?.methods[method] ?? 0) > 0;
  };
  let [low, high] = [1, 2_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isDoneBefore(middle)) high = middle;
    else low = middle + 1;
  }
  // Stopped at the call behind it, the execution had done it.
  return low - 1;
}
