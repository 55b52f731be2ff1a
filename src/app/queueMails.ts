import type { Tab } from '../google/tab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { type OutboxMail, outboxRows } from '../sheet/outboxTab';
import { appendTo } from './appendUnder';
import type { OpenPipeline } from './openPipeline';

export type NewMail = Pick<
  OutboxMail,
  'key' | 'to' | 'subject' | 'text' | 'html' | 'importance'
> & {
  /** Waiting when not given. */
  readonly state?: OutboxMail['state'];
  readonly reason?: string;
  /** Not before this moment. */
  readonly notBefore?: string | null;
};

/** Keys of the mails that stand in the Outbox, by row. */
export interface OutboxKeys {
  readonly tab: Tab;
  readonly keys: readonly string[];
  readonly headers: Headers<'outbox'>;
}

/** Reads the keys that the Outbox has: two reads, however long its mails are. `null` without an Outbox. */
export function outboxKeys(open: OpenPipeline): OutboxKeys | null {
  const tab = open.workbook.tab('outbox');
  if (tab === null) return null;
  const headers = findHeaders('outbox', tab.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('key');
  if (headers === null || column === undefined) return null;
  return { tab, keys: tab.readColumn(column).map(String), headers };
}

/**
 * Adds mails to the Outbox; one whose key is there already is not added again. Answers how many were
 * added. Hold the document's lock.
 */
export function queueMails(open: OpenPipeline, mails: readonly NewMail[]): number {
  if (mails.length === 0) return 0;
  const there = outboxKeys(open);
  if (there === null) return 0;
  const known = new Set(there.keys);
  const fresh = mails.filter(({ key }) => !known.has(key) && known.add(key));
  const rows = outboxRows(
    fresh.map((mail) => wholeMail(mail, open.now)),
    open.language,
  );
  appendTo(open, there.tab, 'outbox', there.headers, rows);
  return fresh.length;
}

function wholeMail(mail: NewMail, now: string): OutboxMail {
  const { notBefore, state, reason, ...content } = mail;
  return {
    ...content,
    state: state ?? 'waiting',
    cc: [],
    created: now,
    nextTry: notBefore ?? null,
    tries: 0,
    sent: null,
    reason: reason ?? '',
  };
}
