import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { OWNER, rowsOf, setUp } from '../support/standIn';
import { aPipeline, does, newDeal, types, WINNABLE } from './desk';
import { aTeam, fillsIn, onDay, sets, works } from './rules';

/** What stands beside a setting. */
function checkOf(host: Host, setting: string): string {
  return String(rowsOf(host, 'Settings').find((row) => row.Setting === setting)?.Check ?? '');
}

test.each<{ zone: string; sent: string; check: string }>`
  zone               | sent                  | check
  ${''}              | ${'2026-02-09T08:00'} | ${''}
  ${'Asia/Shanghai'} | ${'2026-02-09T00:00'} | ${''}
  ${'Asia/Kolkata'}  | ${'2026-02-09T02:30'} | ${''}
  ${'Mars/Olympus'}  | ${'2026-02-09T08:00'} | ${'"Mars/Olympus" is not a time zone'}
`('Monday at 8 in the time zone "$zone" is $sent in UTC', ({ zone, sent, check }) => {
  const host = aPipeline();
  sets(host, 'Report time zone', zone);
  does(host, { trigger: 'work' });
  newDeal(host, 'Pump', { 'Close date': '2026-02-03' });
  does(host, { advance: { days: 7 } });
  expect(host.mails.map(({ at }) => at.slice(0, 16))).toEqual([sent]);
  expect(checkOf(host, 'Report time zone')).toContain(check);
});

test('an hour that daylight saving skips is made up for by the next one, once', () => {
  const host = setUp({ timeZone: 'America/New_York', now: '2026-03-02T09:00' });
  sets(host, 'Report day', 'Sunday');
  sets(host, 'Report hour', 2);
  does(host, { trigger: 'work' });
  newDeal(host, 'Pump', { 'Close date': '2026-03-03' });
  does(host, { advance: { days: 7 } });
  // At 2 o'clock on 8 March the clocks of New York go to 3.
  expect(host.mails.map(({ at }) => at.slice(0, 13))).toEqual(['2026-03-08T03']);
});

/** The subjects and readers of a week's report about one overdue deal of this owner. */
function reportAbout(owner: string, team: readonly (readonly string[])[]) {
  const host = aPipeline();
  aTeam(host);
  if (team.length > 0) fillsIn(host, 'Team', 5, team);
  newDeal(host, 'Pump', { Owner: owner, 'Close date': '2026-02-03' });
  const later = onDay(host, '2026-02-09');
  does(later, { trigger: 'sendStallReport' });
  const check = rowsOf(later, 'Team').map((row) => String(row.Check));
  return {
    readers: later.mails.map(({ to }) => to),
    whole: later.mails.find(({ to }) => to === OWNER)?.text ?? '',
    checks: check.filter((text) => text !== ''),
  };
}

test.each<{ owner: string; row: readonly string[]; readers: readonly string[]; check: string }>`
  owner                         | row                                             | readers                       | check
  ${'Ann'}                      | ${[]}                                           | ${[OWNER, 'ann@example.com']} | ${''}
  ${'ANN@example.com'}          | ${[]}                                           | ${[OWNER, 'ann@example.com']} | ${''}
  ${'Ann <ann@example.com>'}    | ${[]}                                           | ${[OWNER, 'ann@example.com']} | ${''}
  ${'Cat'}                      | ${['Cat', '']}                                  | ${[OWNER]}                    | ${'no address'}
  ${'Cat'}                      | ${['Cat', 'cat@example.com, cat2@example.com']} | ${[OWNER]}                    | ${'is not one mail address'}
  ${'Cat'}                      | ${['Cat', 'cat@example']}                       | ${[OWNER]}                    | ${'is not one mail address'}
  ${'Cat'}                      | ${['Cat', 'Cat Smith']}                         | ${[OWNER]}                    | ${'is not one mail address'}
  ${'buyer@client.example.net'} | ${[]}                                           | ${[OWNER]}                    | ${''}
`('the report on a deal of $owner goes to $readers', ({ owner, row, readers, check }) => {
  const report = reportAbout(owner, row.length === 0 ? [] : [row]);
  expect(report.readers.sort()).toEqual([...readers].sort());
  expect(report.checks.join()).toContain(check);
  const isUnreachable = readers.length === 1;
  expect(report.whole.includes(`No mail could go to ${owner}:`)).toBe(isUnreachable);
});

test('a Chinese reader reads Chinese marks between the parts, and no day is broken over two lines', () => {
  const host = aPipeline();
  fillsIn(host, 'Team', 3, [['李', 'li@example.cn', 'Manager', '中文']]);
  const facts = { Owner: '李', 'Next step': '拜访', 'Next step date': '2026-02-05' };
  newDeal(host, 'Pump', { ...facts, 'Close date': '2026-02-03' });
  const later = onDay(host, '2026-03-09');
  does(later, { trigger: 'sendStallReport' });
  const mail = later.mails.find(({ to }) => to === 'li@example.cn');
  for (const said of [mail?.text, mail?.html]) {
    expect(said).toContain('天没有跟进；预计成交日期 2026-02-03 已过');
  }
  expect(mail?.text).toContain('下一步：拜访、2026-02-05');
  expect(mail?.html).toContain('<span style="white-space:nowrap">2026-02-05</span>');
});

test('an owner is one owner in the whole, however people typed the name', () => {
  const host = aPipeline();
  aTeam(host);
  for (const owner of ['Ann', ' ann', 'ANN@example.com', 'Ann <ann@example.com>']) {
    newDeal(host, `Deal of ${owner}`, { Owner: owner, 'Close date': '2026-02-03' });
  }
  const later = onDay(host, '2026-02-09');
  does(later, { trigger: 'sendStallReport' });
  const whole = later.mails.find(({ to }) => to === OWNER)?.text ?? '';
  expect(whole).toContain('4 deals of 1 owner need a decision.');
  expect(whole.split('\n').filter((line) => /^\S.* \(\d+\)$/.test(line))).toEqual(['Ann (4)']);
});

test.each<{ language: string; subject: string; says: string }>`
  language     | subject           | says
  ${'English'} | ${'What is due'}  | ${'no deal needs a decision from you this week, but this is due'}
  ${'中文'}    | ${'本周到期事项'} | ${'本周没有需要您处理的商机，以下是到期事项'}
`('an owner who has only tasks is not asked to decide on 0 deals, in $language', (row) => {
  const host = aPipeline();
  fillsIn(host, 'Team', 3, [['Ann', 'ann@example.com', 'Rep', row.language]]);
  newDeal(host, 'Pump', { Owner: 'Ann' });
  fillsIn(host, 'Tasks', 2, [['Call Ines', 'Pump', 'Ann', '2026-02-04']]);
  const later = onDay(host, '2026-02-05');
  does(later, { trigger: 'sendStallReport' });
  const mail = later.mails.find(({ to }) => to === 'ann@example.com');
  expect(mail?.subject).toContain(row.subject);
  expect(mail?.text).toContain(row.says);
  expect(mail?.text).toContain('Call Ines');
  for (const said of [mail?.text, mail?.html]) expect(said).not.toMatch(/For each deal|请逐个处理/);
});

test('money of a won deal whose row was deleted is not called overdue', () => {
  const host = aPipeline();
  sets(host, 'Payment plan', '100@0');
  for (const name of ['Pump', 'Pump again']) {
    newDeal(host, name, { ...WINNABLE, Amount: 900 }, 'Closed won');
  }
  works(host);
  does(host, { deleteRows: { tab: 'Deals', at: 3, count: 1 } });
  does(host, { menu: 'sweep' });
  const later = onDay(host, '2026-02-09');
  does(later, { trigger: 'sendStallReport' });
  const whole = later.mails.find(({ to }) => to === OWNER)?.text ?? '';
  expect(whole.split('\n').filter((line) => line.includes('overdue since'))).toEqual([
    '- $900 · 1/1, Pump, overdue since 2026-02-02',
  ]);
});

test('a nurtured deal breaks no promise by the next step that it had before', () => {
  const host = aPipeline();
  newDeal(host, 'Pump', { 'Next step': 'Call', 'Next step date': '2026-02-11' });
  types(host, 'Pump', { 'Revisit on': '2026-06-01', Stage: 'Nurture' });
  const later = onDay(host, '2026-02-16');
  newDeal(later, 'Valve', { 'Close date': '2026-02-03' });
  does(later, { trigger: 'sendStallReport' });
  const whole = later.mails.find(({ to }) => to === OWNER)?.text ?? '';
  expect(whole).toContain('Valve');
  expect(whole).not.toContain('Missed');
});

test('of several pipelines the report tells each one’s bottleneck, as Funnel does', () => {
  const host = aPipeline();
  does(host, { menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] });
  newDeal(host, 'Pump', { 'Close date': '2026-02-03' });
  const later = onDay(host, '2026-02-09');
  does(later, { trigger: 'sendStallReport' });
  const whole = later.mails.find(({ to }) => to === OWNER)?.text ?? '';
  const told = whole.split('\n').filter((line) => line.includes('No clear bottleneck.'));
  expect(told.map((line) => line.trim())).toEqual([
    'Main: No clear bottleneck.',
    'Renewals: No clear bottleneck.',
  ]);
});
