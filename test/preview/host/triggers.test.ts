import { expect, test } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import { OWNER, scripted } from '../../support/standIn';

const CLOCK = `
  function log(what) {
    var now = Utilities.formatDate(new Date(), 'Etc/UTC', 'EEE HH:mm');
    console.log(now + ' ' + what + ' ' + Session.getEffectiveUser().getEmail());
  }
  function weekly() { log('weekly'); }
  function daily() { log('daily'); }
  function often() { log('often'); }
  function mailing() {
    log('mailing');
    var store = PropertiesService.getDocumentProperties();
    var sent = Number(store.getProperty('sent') || 0);
    if (sent === 3) return;
    MailApp.sendEmail('ann@example.com', 'News', 'Hello');
    store.setProperty('sent', String(sent + 1));
  }
  function installMailing() { ScriptApp.newTrigger('mailing').timeBased().everyMinutes(10).create(); }
  function installWeekly() {
    ScriptApp.newTrigger('weekly').timeBased().everyWeeks(1).onWeekDay(ScriptApp.WeekDay.MONDAY)
      .atHour(8).nearMinute(0).inTimezone('Etc/UTC').create();
  }
  function installDaily() { ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(6).nearMinute(30).create(); }
  function installOften(n) { ScriptApp.newTrigger('often').timeBased().everyMinutes(n).create(); }
`;

function logs(runs: ReturnType<Host['advance']>): readonly string[] {
  return runs.flatMap((run) => run.logs);
}

test('due triggers fire in order, each at its own time', () => {
  const host = scripted(CLOCK);
  host.menu(OWNER, 'installWeekly');
  host.menu(OWNER, 'installDaily');
  host.call(OWNER, 'installOften', [30]);
  expect(logs(host.advance({ hours: 1 }))).toEqual([
    `Mon 09:30 often ${OWNER}`,
    `Mon 10:00 often ${OWNER}`,
  ]);
  const day = logs(host.advance({ days: 1 }));
  expect(day).toHaveLength(48 + 1);
  expect(day.at(-1)).toBe(`Tue 10:00 often ${OWNER}`);
  expect(day).toContain(`Tue 06:30 daily ${OWNER}`);
});

test('over more than a day a frequent trigger fires only where it could find something new', () => {
  const host = scripted(CLOCK);
  host.menu(OWNER, 'installDaily');
  host.call(OWNER, 'installOften', [10]);
  expect(logs(host.advance({ days: 2 }))).toEqual([
    `Mon 09:10 often ${OWNER}`,
    `Tue 00:00 often ${OWNER}`,
    `Tue 06:30 daily ${OWNER}`,
    `Tue 06:40 often ${OWNER}`,
    `Wed 00:00 often ${OWNER}`,
    `Wed 06:30 daily ${OWNER}`,
    `Wed 06:40 often ${OWNER}`,
  ]);
});

test('a frequent trigger that sends mails goes on until it has none', () => {
  const host = scripted(CLOCK);
  host.menu(OWNER, 'installMailing');
  expect(logs(host.advance({ days: 1, hours: 1 }))).toEqual([
    `Mon 09:10 mailing ${OWNER}`,
    `Mon 09:20 mailing ${OWNER}`,
    `Mon 09:30 mailing ${OWNER}`,
    `Mon 09:40 mailing ${OWNER}`,
    `Tue 00:00 mailing ${OWNER}`,
  ]);
});

test('a function without a trigger is fired as the owner when asked for', () => {
  expect(scripted(CLOCK).trigger('daily')).toMatchObject([
    { runAs: OWNER, logs: [`Mon 09:00 daily ${OWNER}`] },
  ]);
});
