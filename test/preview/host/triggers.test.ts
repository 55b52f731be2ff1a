import { expect, test } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import { OWNER, returned, scripted } from '../../support/standIn';

const ANN = 'ann@example.com';

const CLOCK = `
  function log(what) {
    var now = Utilities.formatDate(new Date(), 'Etc/UTC', 'EEE HH:mm');
    console.log(now + ' ' + what + ' ' + Session.getEffectiveUser().getEmail());
  }
  function weekly() { log('weekly'); }
  function daily() { log('daily'); }
  function often() { log('often'); }
  function installWeekly(zone, weeks) {
    ScriptApp.newTrigger('weekly').timeBased().everyWeeks(weeks || 1).onWeekDay(ScriptApp.WeekDay.MONDAY)
      .atHour(8).nearMinute(0).inTimezone(zone || 'Etc/UTC').create();
  }
  function installDaily() { ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(6).nearMinute(30).create(); }
  function installOften(n) { ScriptApp.newTrigger('often').timeBased().everyMinutes(n).create(); }
  function installEdit() { ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create(); }
  function edited(e) { log('edited ' + e.range.getA1Notation() + ' ' + e.user.getEmail() + ' ' + Session.getActiveUser().getEmail()); }
  function mine() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getHandlerFunction(); }); }
  function removeAll() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
  function onEdit() { ScriptApp.newTrigger('often').timeBased().everyMinutes(10).create(); }
  function ui() { SpreadsheetApp.getUi(); }
  function event(e) { return { day: e['day-of-week'], hour: e.hour, zone: e.timezone, source: 'source' in e, mode: String(e.authMode) }; }
  function installEvent() { ScriptApp.newTrigger('event').timeBased().everyWeeks(1).onWeekDay(ScriptApp.WeekDay.SUNDAY).atHour(23).nearMinute(15).inTimezone('Asia/Shanghai').create(); }
`;

function logs(runs: ReturnType<Host['advance']>): readonly string[] {
  return runs.flatMap((run) => run.logs);
}

// platform.md 2.4 [V R:script/ClockTriggerBuilder]. The host starts on Monday at 9:00.
test('a weekly trigger runs on its day at its hour, first after it was made', () => {
  const host = scripted(CLOCK);
  host.menu(OWNER, 'installWeekly');
  expect(host.triggers()).toMatchObject([
    { functionName: 'weekly', when: 'Monday 08:00', next: '2026-02-09T08:00', creator: OWNER },
  ]);
  expect(logs(host.advance({ days: 6 }))).toEqual([]);
  expect(logs(host.advance({ days: 1 }))).toEqual([`Mon 08:00 weekly ${OWNER}`]);
  expect(host.now()).toBe('2026-02-09T09:00:00');
  expect(logs(host.advance({ days: 14 }))).toHaveLength(2);
});

test('every two weeks is every other Monday', () => {
  const host = scripted(CLOCK);
  host.call(OWNER, 'installWeekly', ['Etc/UTC', 2]);
  expect(logs(host.advance({ days: 28 }))).toHaveLength(2);
});

test('a trigger keeps to its own time zone', () => {
  const host = scripted(CLOCK);
  host.call(OWNER, 'installWeekly', ['Asia/Shanghai']);
  expect(logs(host.advance({ days: 7 }))).toEqual([`Mon 00:00 weekly ${OWNER}`]);
});

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

test.each<{ minutes: number }>`
  minutes
  ${2}
  ${60}
  ${0}
`('a trigger cannot run every $minutes minutes', ({ minutes }) => {
  expect(scripted(CLOCK).call(OWNER, 'installOften', [minutes]).error?.message).toContain(
    'must be one of 1, 5, 10, 15 or 30',
  );
});

test('a time zone that does not exist is refused', () => {
  expect(scripted(CLOCK).call(OWNER, 'installWeekly', ['Mars/Olympus']).error?.message).toContain(
    'Mars/Olympus',
  );
});

// platform.md 2.1 [V IT, R:script]
test('a script lists and removes the current user’s triggers only', () => {
  const host = scripted(CLOCK);
  host.menu(OWNER, 'installDaily');
  host.menu(ANN, 'installWeekly');
  expect(returned(host.call(ANN, 'mine'))).toEqual(['weekly']);
  host.menu(ANN, 'removeAll');
  expect(host.triggers().map((trigger) => trigger.functionName)).toEqual(['daily']);
});

// platform.md 1 [V Q]
test('a user’s twenty-first trigger is refused', () => {
  const host = scripted(CLOCK);
  const errors = Array.from({ length: 21 }, () => host.call(OWNER, 'installOften', [5]).error);
  expect(errors.filter((error) => error === undefined)).toHaveLength(20);
  expect(errors[20]?.message).toContain('too many triggers');
});

// platform.md 2.1 [V IT]: runs as its creator, whoever edits
test('an installed edit trigger runs as its creator for everybody’s edits', () => {
  const host = scripted(CLOCK.replace('function onEdit', 'function offEdit'));
  host.menu(OWNER, 'installEdit');
  const edit = { edit: { tab: 'Sheet1', range: 'B2', values: [['x']] }, as: ANN };
  expect(host.gesture(edit).executions).toMatchObject([
    { runAs: OWNER, user: ANN, mode: 'FULL', logs: [`Mon 09:00 edited B2   ${OWNER}`] },
  ]);
});

// platform.md 2.1, table of AuthModes [V EA]
test('a simple trigger cannot install a trigger', () => {
  const edit = { edit: { tab: 'Sheet1', range: 'B2', values: [['x']] } };
  expect(scripted(CLOCK).gesture(edit).error).toContain(
    'You do not have permission to call ScriptApp.newTrigger',
  );
});

// platform.md 2.4 [C]
test('a time trigger has no window', () => {
  expect(scripted(CLOCK).trigger('ui')[0]?.error?.message).toBe(
    'Cannot call SpreadsheetApp.getUi() from this context.',
  );
});

// platform.md 2.3 [V EO]
test('a time trigger is told the day of the week, the hour and the zone, and no document', () => {
  const host = scripted(CLOCK);
  host.menu(OWNER, 'installEvent');
  const [run] = host.advance({ days: 6, hours: 12 });
  expect(run?.value).toEqual({
    day: 7,
    hour: 23,
    zone: 'Asia/Shanghai',
    source: false,
    mode: 'FULL',
  });
});

test('a function without a trigger is fired as the owner when asked for', () => {
  expect(scripted(CLOCK).trigger('daily')).toMatchObject([
    { runAs: OWNER, logs: [`Mon 09:00 daily ${OWNER}`] },
  ]);
});
