import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { OWNER } from '../support/standIn';
import { aPipeline, does, loaded, newDeal, saved } from './desk';
import { callOf, outbox, subjects } from './mails';
import { aTeam, filled, works } from './rules';

/** What somebody may do to the Outbox while its mails go out. */
const MEANWHILE = {
  'it is sorted': { sort: { tab: 'Outbox', range: 'A2:Q9', column: 3, ascending: true } },
  'it is sorted the other way round': {
    sort: { tab: 'Outbox', range: 'A2:Q9', column: 3, ascending: false },
  },
  'a row is inserted above': { insertRows: { tab: 'Outbox', at: 2, count: 1 } },
  'a title is put above the headings': { insertRows: { tab: 'Outbox', at: 1, count: 1 } },
  'a column is moved': { moveColumn: { tab: 'Outbox', from: 5, to: 2 } },
  'a mail that was sent is deleted': { deleteRows: { tab: 'Outbox', at: 2, count: 1 } },
} as const;

/** Four mails: the first was sent already, and the others wait in no order of their addresses. */
function fourMails(): Host {
  const host = aPipeline();
  aTeam(host);
  outbox(host, [
    ['Old news', 1, 'ann@example.com'],
    ['To Bob', 1, 'bob@example.com'],
    ['To the owner', 2, OWNER],
    ['To Ann', 3, 'ann@example.com'],
  ]);
  does(host, { edit: { tab: 'Outbox', range: 'B2', values: [['Sent']] } });
  return host;
}

/** The calls in which the worker delivers: from its first sight of a mail to its end. */
function callsOfDelivery(text: string): readonly number[] {
  const [run] = loaded(text).trigger('work', {});
  const last = run?.callCount ?? 0;
  const first = callOf(text, 'MailApp.getRemainingDailyQuota') - 12;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

test.each(Object.entries(MEANWHILE))(
  'while mails go out %s: each is sent once all the same, and its own row says so',
  (_, meanwhile) => {
    const text = saved(fourMails());
    for (const call of callsOfDelivery(text)) {
      const host = loaded(text);
      does(host, { trigger: 'work', during: { call, do: { ...meanwhile, as: OWNER } } });
      works(host);
      expect([call, [...subjects(host)].sort()]).toEqual([
        call,
        ['To Ann', 'To Bob', 'To the owner'],
      ]);
      const told = filled(host, 'Outbox').map(
        ({ Subject, State, Tries, Sent }) => `${Subject}: ${State} ${Tries} ${Sent !== ''}`,
      );
      const old = 'deleteRows' in meanwhile ? [] : ['Old news: Sent  false'];
      expect([call, told.sort()]).toEqual([
        call,
        [...old, 'To Ann: Sent 1 true', 'To Bob: Sent 1 true', 'To the owner: Sent 1 true'],
      ]);
    }
  },
);

const CALLS_AFTER_ITS_END = 3;

test('a mail that is cancelled while mails go out stays so, or was sent and says so', () => {
  const text = saved(fourMails());
  const seen = new Set<string>();
  // Afterwards its state is nobody's but theirs: this mail goes last.
  for (const call of callsOfDelivery(text).slice(0, -CALLS_AFTER_ITS_END)) {
    const host = loaded(text);
    const cancel = { edit: { tab: 'Outbox', range: 'B5', values: [['Cancelled']] }, as: OWNER };
    does(host, { trigger: 'work', during: { call, do: cancel } });
    works(host);
    const [mail] = filled(host, 'Outbox').filter(({ Subject }) => Subject === 'To Ann');
    seen.add(`${mail?.State}, ${subjects(host).includes('To Ann') ? 'sent' : 'not sent'}`);
  }
  expect([...seen].sort()).toEqual(['Cancelled, not sent', 'Sent, sent']);
});

test('where people have moved columns of the Outbox, mails are written, sent and noted under their headings', () => {
  const host = aPipeline();
  aTeam(host);
  newDeal(host, 'Pump', { Owner: 'Ann', 'Close date': '2026-01-05' });
  does(host, { moveColumn: { tab: 'Outbox', from: 2, to: 17 } });
  does(host, { moveColumn: { tab: 'Outbox', from: 15, to: 1 } });
  does(host, { menu: 'sendStallReport' });
  const [mail] = filled(host, 'Outbox').filter(({ To }) => To === 'ann@example.com');
  expect(mail).toMatchObject({ State: 'Sent', Tries: 1, Sent: '2026-02-02 09:00:00', Reason: '' });
  expect(host.mails.map(({ to }) => to)).toContain('ann@example.com');
});
