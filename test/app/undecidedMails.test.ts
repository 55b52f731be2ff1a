import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { OWNER } from '../support/standIn';
import { aPipeline, blockOf, does, newDeal } from './desk';
import { aTeam, fillsIn, onDay, works } from './rules';

/** Mails in these states, as the program and people leave them in the Outbox. */
function withMails(language: 'en' | 'zh', states: readonly string[]): Host {
  const host = aPipeline(language);
  aTeam(host);
  newDeal(host, 'Pump', { Owner: 'Ann', 'Close date': '2026-02-03' });
  const rows = states.map((state, i) => [`k${i}`, state, 'ann@example.com', '', `Mail ${i}`, 'Hi']);
  fillsIn(host, 'Outbox', 2, rows);
  return host;
}

/** What Health says about the Outbox. */
function told(host: Host): readonly string[] {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Health', 'problems')
    .filter(({ tab }) => tab === 'Outbox' || tab === '发件箱')
    .map(({ cell, problem }) => `${cell}: ${problem}`);
}

const STATES = ['Sent', 'To be approved', 'Failed', 'Maybe sent', 'Wating', 'Failed', 'Cancelled'];

test('Health lists the mails that wait for a person, a kind in a line', () => {
  const host = withMails('en', STATES);
  expect(told(host)).toEqual([
    'row 3: Mails to customers that wait for approval: 1',
    'row 4: Mails that could not be sent: 2',
    'row 5: Mails that may or may not have been sent: 1',
    'row 6: Mails whose state says nothing: 1',
  ]);
  does(host, { moveColumn: { tab: 'Outbox', from: 'State', to: 10 } });
  expect(told(host)).toHaveLength(4);
});

test('Health says nothing of mails that go by themselves', () => {
  expect(told(withMails('en', ['Waiting', 'Sending', 'Sent', 'Cancelled']))).toEqual([]);
});

test.each<{ language: 'en' | 'zh'; says: string }>`
  language | says
  ${'en'}  | ${'5 mails wait in the Outbox for somebody’s decision'}
  ${'zh'}  | ${'“发件箱”中有 5 封邮件等待人工处理'}
`('the manager’s report in $language counts them, an owner’s does not', ({ language, says }) => {
  const host = withMails(language, STATES);
  works(host);
  const later = onDay(host, '2026-02-09');
  does(later, { trigger: 'sendStallReport' });
  const textTo = (reader: string) => later.mails.find(({ to }) => to === reader)?.text;
  expect(textTo(OWNER)).toContain(says);
  expect(textTo('ann@example.com')).not.toContain(says);
});

test('Health says so when a column without which no mail goes out has lost its heading', () => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Outbox', range: 'B1', values: [['']] } });
  does(host, { menu: 'refreshReports' });
  const told = blockOf(host, 'Health', 'problems').map(({ tab, problem }) => `${tab}: ${problem}`);
  expect(told).toEqual([expect.stringMatching(/^Outbox: .*State/)]);
});
