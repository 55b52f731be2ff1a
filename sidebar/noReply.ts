import type { PageWords } from '../src/words/pages';
import type { NoReply } from './script';

/** Why a call has no reply and what to do: the script's own words where it gave any. */
export function whyNoReply({ code, message }: NoReply, { failed }: PageWords): string {
  if (message !== '') return message;
  return code === 'offline' || code === 'garbled' || code === 'missing'
    ? failed.why[code]
    : failed.why.other;
}
