import { expect } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact } from './fact';

const ANN = 'ann@example.com';
const EDIT = { edit: { tab: 'Sheet1', range: 'B2', values: [['x']] } };

const CLOCK = `
  function log(what) {
    var now = Utilities.formatDate(new Date(), 'Etc/UTC', 'EEE HH:mm');
    console.log(now + ' ' + what + ' ' + Session.getEffectiveUser().getEmail());
  }
  function weekly() { log('weekly'); }
  function often() { log('often'); }
  function installWeekly(zone, weeks) {
    ScriptApp.newTrigger('weekly').timeBased().everyWeeks(weeks || 1).onWeekDay(ScriptApp.WeekDay.MONDAY)
      .atHour(8).nearMinute(0).inTimezone(zone || 'Etc/UTC').create();
  }
  function installOften(n) { ScriptApp.newTrigger('often').timeBased().everyMinutes(n).create(); }
  function installEdit() { ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create(); }
  function edited(e) { log('edited ' + e.range.getA1Notation()); }
  function mine() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getHandlerFunction(); }); }
  function removeAll() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
  function event(e) { return { day: e['day-of-week'], hour: e.hour, zone: e.timezone, source: 'source' in e, mode: String(e.authMode) }; }
  function installEvent() { ScriptApp.newTrigger('event').timeBased().everyWeeks(1).onWeekDay(ScriptApp.WeekDay.SUNDAY).atHour(23).nearMinute(15).inTimezone('Asia/Shanghai').create(); }
`;

function logs(runs: ReturnType<Host['advance']>): readonly string[] {
  return runs.flatMap((run) => run.logs);
}

// The clock stands on Monday at 9:00.
const TIMES: readonly Fact[] = [
  fact(
    [
      'ScriptApp.newTrigger',
      'TriggerBuilder.timeBased',
      'ClockTriggerBuilder.everyWeeks',
      'ClockTriggerBuilder.onWeekDay',
      'ClockTriggerBuilder.atHour',
      'ClockTriggerBuilder.nearMinute',
      'ClockTriggerBuilder.create',
    ],
    'A weekly trigger runs on its day within a quarter of an hour of its time, every week or every other.',
    CLASS.clockTriggerBuilder,
    () => {
      const host = scripted(CLOCK);
      host.menu(OWNER, 'installWeekly');
      expect(logs(host.advance({ days: 6 }))).toEqual([]);
      expect(logs(host.advance({ days: 1 }))).toEqual([`Mon 08:00 weekly ${OWNER}`]);
      expect(logs(host.advance({ days: 14 }))).toHaveLength(2);
      const other = scripted(CLOCK);
      other.call(OWNER, 'installWeekly', ['Etc/UTC', 2]);
      expect(logs(other.advance({ days: 28 }))).toHaveLength(2);
    },
  ),
  fact(
    'ClockTriggerBuilder.inTimezone',
    'A trigger keeps to the zone that it was given; one that does not exist is refused.',
    CLASS.clockTriggerBuilder,
    () => {
      const host = scripted(CLOCK);
      host.call(OWNER, 'installWeekly', ['Asia/Shanghai']);
      expect(logs(host.advance({ days: 7 }))).toEqual([`Mon 00:00 weekly ${OWNER}`]);
      const refused = host.call(OWNER, 'installWeekly', ['Mars/Olympus']).error?.message;
      expect(refused).toContain('Mars/Olympus');
    },
  ),
  fact(
    'ClockTriggerBuilder.everyMinutes',
    'A trigger runs every 1, 5, 10, 15 or 30 minutes, and at no other distance.',
    CLASS.clockTriggerBuilder,
    () => {
      const host = scripted(CLOCK);
      for (const minutes of [2, 60, 0]) {
        const refused = host.call(OWNER, 'installOften', [minutes]).error?.message;
        expect(refused).toContain('must be one of 1, 5, 10, 15 or 30');
      }
      host.call(OWNER, 'installOften', [10]);
      expect(logs(host.advance({ hours: 1 }))).toHaveLength(6);
    },
  ),
  fact(
    'ScriptApp.newTrigger',
    'A time trigger is told the day, 7 for Sunday, the hour and the zone, and no document; it may do everything.',
    GUIDE.events,
    () => {
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
    },
  ),
];

const OWNERS: readonly Fact[] = [
  fact(
    ['ScriptApp.getProjectTriggers', 'ScriptApp.deleteTrigger', 'Trigger.getHandlerFunction'],
    'A script lists and removes the triggers of the person who acts, and nobody else’s.',
    CLASS.scriptApp,
    () => {
      const host = scripted(CLOCK);
      host.call(OWNER, 'installOften', [10]);
      host.menu(ANN, 'installWeekly');
      expect(returned(host.call(ANN, 'mine'))).toEqual(['weekly']);
      host.menu(ANN, 'removeAll');
      expect(host.triggers().map((trigger) => trigger.functionName)).toEqual(['often']);
    },
  ),
  fact(
    'ClockTriggerBuilder.create',
    'A trigger runs as the person who made it.',
    GUIDE.installable,
    () => {
      const host = scripted(CLOCK);
      host.menu(ANN, 'installWeekly');
      expect(logs(host.advance({ days: 7 }))).toEqual([`Mon 08:00 weekly ${ANN}`]);
      host.menu(OWNER, 'installEdit');
      expect(host.gesture({ ...EDIT, as: ANN }).executions).toMatchObject([
        {
          runAs: OWNER,
          user: ANN,
          mode: 'FULL',
          logs: [`Mon 08:00 edited B2 ${OWNER}`].map((line) => line.replace('08:00', '09:00')),
        },
      ]);
    },
  ),
  fact(
    'ClockTriggerBuilder.create',
    'A person has at most 20 triggers in a script.',
    GUIDE.quotas,
    () => {
      const host = scripted(CLOCK);
      const errors = Array.from({ length: 21 }, () => host.call(OWNER, 'installOften', [5]).error);
      expect(errors.filter((error) => error === undefined)).toHaveLength(20);
      expect(errors[20]?.message).toContain('too many triggers');
    },
  ),
  fact(
    ['ScriptApp.newTrigger', 'ScriptApp.getProjectTriggers'],
    'A simple trigger can neither make a trigger nor list them.',
    GUIDE.authorisation,
    () => {
      for (const call of ["ScriptApp.newTrigger('often')", 'ScriptApp.getProjectTriggers()']) {
        const host = scripted(`function onEdit() { ${call}; }`);
        expect(host.gesture(EDIT).error).toContain('You do not have permission to call ScriptApp.');
      }
    },
  ),
];

/** Triggers that a script installs. */
export const TRIGGER_FACTS: readonly Fact[] = [...TIMES, ...OWNERS];
