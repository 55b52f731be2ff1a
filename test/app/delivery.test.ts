import { expect, test } from '@jest/globals';
import { OWNER } from '../support/standIn';
import { aPipeline, dealRows, does, loaded, newDeal, QUALIFIED, saved, sweeps } from './desk';
import { callOf, outbox, subjects } from './mails';
import { aTeam, filled, fillsIn, outboxOf, sets, without, works } from './rules';

test('of 250 mails 100 go out a day, the important ones first, and none is lost', () => {
  const host = aPipeline();
  aTeam(host);
  sets(host, 'Report rhythm', 'Never');
  outbox(
    host,
    Array.from({ length: 250 }, (_, i) => [`M${i}`, (i % 3) + 1, 'ann@example.com'] as const),
  );
  const sentOn = () => {
    const before = host.mails.length;
    for (let run = 0; run < 4; run++) works(host);
    return subjects(host).slice(before);
  };
  const days: string[][] = [];
  for (let day = 0; day < 3; day++) {
    days.push(sentOn());
    does(host, { advance: { days: 1, hours: 1 } });
  }
  expect(days.map((day) => day.length)).toEqual([100, 100, 50]);
  const importance = days.flat().map((subject) => Number(subject.slice(1)) % 3);
  expect(importance).toEqual([...importance].sort());
  expect(new Set(days.flat()).size).toBe(250);
  expect(filled(host, 'Outbox').every(({ State }) => State === 'Sent')).toBe(true);
});

test.each<{ to: string; state: string; why: RegExp }>`
  to                               | state       | why
  ${'ann@example.com'}             | ${'Sent'}   | ${/^$/}
  ${'buyer@client.example.net'}    | ${'Failed'} | ${/neither on the Team tab nor allowed/}
  ${'Ann'}                         | ${'Failed'} | ${/not a mail address/}
  ${'ann@example.com, no@example'} | ${'Failed'} | ${/"no@example" is not a mail address/}
`('a mail to "$to" is $state', ({ to, state, why }) => {
  const host = aPipeline();
  aTeam(host);
  outbox(host, [['News', 1, to]]);
  works(host);
  const [mail] = filled(host, 'Outbox');
  expect(mail?.State).toBe(state);
  expect(String(mail?.Reason)).toMatch(why);
  expect(host.mails).toHaveLength(state === 'Sent' ? 1 : 0);
});

test('a mail that Google could not take is tried again after 2 hours', () => {
  const before = aPipeline();
  aTeam(before);
  outbox(before, [['News', 1, 'ann@example.com']]);
  const text = saved(before);
  const host = loaded(text);
  does(host, { trigger: 'work', failAt: callOf(text, 'MailApp.sendEmail') });
  expect(filled(host, 'Outbox')[0]).toMatchObject({
    State: 'Waiting',
    Tries: 1,
    'Next try': '2026-02-02 11:00:00',
  });
  works(host);
  expect(host.mails).toEqual([]);
  does(host, { advance: { hours: 3 } });
  expect(subjects(host)).toEqual(['News']);
});

const RULES: readonly (readonly (string | number)[])[] = [
  ['enters the stage', 'Needs analysis', 'Task', 'Owner', 1, 'Send the agenda'],
  ['enters the stage', 'Needs analysis', 'Mail', 'Owner', 0, '', 'News'],
  ['enters the stage', 'Needs analysis', 'Mail', 'Manager', 0, '', 'News'],
  ['enters the stage', 'Needs analysis', 'Next step', 'Owner', 1, 'Book the workshop'],
];

/** Three mails wait to be made or sent, two tasks and a chain: a task, a mail and a next step of one move. */
function busy(): string {
  const host = aPipeline();
  aTeam(host);
  fillsIn(host, 'Templates', 2, [['News', 'About {{Deal}}', 'Stage: {{Stage}}']]);
  fillsIn(host, 'Automations', 2, RULES);
  works(host);
  outbox(host, [['Waiting before', 1, 'ann@example.com']]);
  for (const deal of ['Pump', 'Mill'])
    newDeal(host, deal, { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  return saved(host);
}

/** What must come of it, however often the worker was stopped: the subjects with their readers, and the tasks. */
const EXPECTED = [
  'About Mill ann@example.com',
  `About Mill ${OWNER}`,
  'About Pump ann@example.com',
  `About Pump ${OWNER}`,
  'Waiting before ann@example.com',
];

test('stopped at every call, the worker loses no mail, sends none twice unmarked, and doubles no task', () => {
  const text = busy();
  const whole = loaded(text);
  const [run] = whole.trigger('work');
  const calls = run?.callCount ?? 0;
  works(whole);
  expect(whole.mails.map(({ subject, to }) => `${subject} ${to}`).sort()).toEqual(
    [...EXPECTED].sort(),
  );
  // Every call takes minutes: set SLUICE_EVERY_CALL=1 for that.
  const step = process.env.SLUICE_EVERY_CALL === '1' ? 1 : Math.ceil(calls / 12);
  let cases = 0;
  for (let stopAt = 1; stopAt <= calls; stopAt += step) {
    const keep = (['all', 'none', 'half'] as const)[stopAt % 3] ?? 'all';
    const host = loaded(text);
    host.trigger('work', { stopAt, keep });
    works(host);
    works(host);
    sweeps(host);
    const sent = host.mails.map(({ subject, to }) => `${subject} ${to}`).sort();
    const unsure = filled(host, 'Outbox').filter(({ State }) => State === 'Maybe sent');
    const told = [...sent, ...unsure.map(({ Subject, To }) => `${Subject} ${To}`)];
    expect([stopAt, keep, [...new Set(told)].sort()]).toEqual([stopAt, keep, [...EXPECTED].sort()]);
    expect([stopAt, keep, new Set(sent).size]).toEqual([stopAt, keep, sent.length]);
    expect(unsure.length).toBeLessThanOrEqual(1);
    const tasks = filled(host, 'Tasks')
      .map((task) => `${task.Task} ${task.Deal}`)
      .sort();
    expect([stopAt, keep, tasks]).toEqual([
      stopAt,
      keep,
      ['Send the agenda Mill', 'Send the agenda Pump'],
    ]);
    cases += 1;
  }
  console.info(`${cases} of ${calls} calls were stops`);
});

test('a next step that an automation writes has its date, wherever the run that writes it is stopped', () => {
  const text = busy();
  const seen = new Set<string>();
  for (let stopAt = 100; stopAt < 160; stopAt += 1) {
    const host = loaded(text);
    host.trigger('work', { stopAt, keep: 'all' });
    for (const row of dealRows(host).filter((deal) => deal['Next step'] !== '')) {
      seen.add(`${row['Next step']} ${row['Next step date']}`);
    }
  }
  expect([...seen]).toEqual(['Book the workshop 2026-02-03']);
});

test('two people who set up leave one set of triggers, and only the one who took over sends', () => {
  const host = aPipeline();
  fillsIn(host, 'Team', 3, [['Bob', 'bob@example.com', 'Manager']]);
  host.setRights('bob@example.com', 'edit');
  host.menu('bob@example.com', 'setUp');
  host.menu(OWNER, 'setUp');
  const kinds = () =>
    host.triggers().map(({ functionName, creator }) => `${functionName} ${creator}`);
  expect(kinds().sort()).toEqual([`sendStallReport ${OWNER}`, `work ${OWNER}`]);
  host.menu('bob@example.com', 'takeOver', { answers: ['YES'] });
  works(host);
  expect(kinds().sort()).toEqual(['sendStallReport bob@example.com', 'work bob@example.com']);
  outbox(host, [['News', 1, 'bob@example.com']]);
  works(host);
  expect(host.mails.map(({ from }) => from)).toEqual(['bob@example.com']);
});

test('of two people who set up at the same moment, whichever it is, one has triggers and the other none', () => {
  const host = aPipeline();
  host.setRights('bob@example.com', 'edit');
  const bare = without(without(host, 'work'), 'sendStallReport');
  const text = saved(bare).replaceAll('"runner"', '"nobody"');
  const [run] = does(loaded(text), { menu: 'setUp' }).executions;
  const owners = new Set<string>();
  const last = run?.callCount ?? 0;
  for (let call = last - 140; call <= last; call++) {
    const other = loaded(text);
    const bob = { menu: 'setUp', as: 'bob@example.com' };
    does(other, { menu: 'setUp', during: { call, do: bob } });
    const creators = other
      .triggers()
      .filter(({ functionName }) => ['work', 'sendStallReport'].includes(functionName))
      .map(({ creator }) => creator);
    expect({ call, triggers: creators.length, people: new Set(creators).size }).toEqual({
      call,
      triggers: 2,
      people: 1,
    });
    for (const creator of creators) owners.add(creator);
  }
  expect([...owners].sort()).toEqual(['bob@example.com', OWNER]);
});

test('changing day and hour in Settings moves the trigger', () => {
  const host = aPipeline();
  sets(host, 'Report day', 'Thursday');
  sets(host, 'Report hour', 15);
  works(host);
  const reports = host.triggers().filter(({ functionName }) => functionName === 'sendStallReport');
  expect(reports.map(({ when }) => when)).toEqual([expect.stringMatching(/Thursday 15:00/)]);
});

test('a report that Google skipped is made up for once, in the same week', () => {
  const host = aPipeline();
  aTeam(host);
  newDeal(host, 'Pump', { Owner: 'Ann', 'Close date': '2026-02-03' });
  does(host, { advance: { days: 6 } });
  const missed = without(host, 'sendStallReport');
  does(missed, { advance: { days: 2 } });
  does(missed, { advance: { days: 2 } });
  expect(missed.mails.filter(({ to }) => to === 'ann@example.com')).toHaveLength(1);
  expect(outboxOf(missed).filter((mail) => mail.includes('ann@'))).toHaveLength(1);
});

/**
 * When Ann got reports about her overdue deal in a workbook that nobody ran from Tuesday 10 February until this
 * moment, and where Google has skipped the trigger of the report since.
 */
function unattended(until: string, days: number, settings: Readonly<Record<string, string>>) {
  const host = aPipeline();
  aTeam(host);
  for (const [setting, value] of Object.entries(settings)) sets(host, setting, value);
  newDeal(host, 'Pump', { Owner: 'Ann', 'Close date': '2026-02-02' });
  does(host, { advance: { days: 8 } });
  const later = loaded(saved(without(host, 'sendStallReport')), until);
  does(later, { advance: { days } });
  const toAnn = later.mails.filter(({ to, at }) => to === 'ann@example.com' && at >= until);
  return toAnn.map(({ at }) => at.slice(0, 16));
}

test.each<{ rhythm: string; day: string; until: string; days: number; sent: readonly string[] }>`
  rhythm               | day         | until                 | days | sent
  ${'Every week'}      | ${'Monday'} | ${'2026-02-16T07:00'} | ${1} | ${['2026-02-16T08:00']}
  ${'Every week'}      | ${'Friday'} | ${'2026-02-15T09:00'} | ${6} | ${['2026-02-15T09:00', '2026-02-20T08:00']}
  ${'Every week'}      | ${'Friday'} | ${'2026-02-16T09:00'} | ${5} | ${['2026-02-16T09:00', '2026-02-20T08:00']}
  ${'Every week'}      | ${'Friday'} | ${'2026-03-05T09:00'} | ${4} | ${['2026-03-06T08:00']}
  ${'Every two weeks'} | ${'Monday'} | ${'2026-03-05T09:00'} | ${5} | ${['2026-03-05T09:00', '2026-03-09T08:00']}
  ${'Every month'}     | ${'Friday'} | ${'2026-03-31T09:00'} | ${4} | ${['2026-03-31T09:00', '2026-04-03T08:00']}
  ${'Never'}           | ${'Friday'} | ${'2026-02-19T09:00'} | ${2} | ${[]}
`('with a report $rhythm on $day, and nobody there until $until, mails go out at $sent', (row) => {
  const settings = { 'Report rhythm': row.rhythm, 'Report day': row.day };
  expect(unattended(row.until, row.days, settings)).toEqual(row.sent);
});

test('a report that somebody sends before its day is an extra one', () => {
  const host = aPipeline();
  aTeam(host);
  sets(host, 'Report day', 'Friday');
  newDeal(host, 'Pump', { Owner: 'Ann', 'Close date': '2026-02-02' });
  does(host, { advance: { days: 2 } });
  const toAnn = () => host.mails.filter(({ to }) => to === 'ann@example.com').length;
  for (let again = 0; again < 2; again++) does(host, { menu: 'sendStallReport' });
  expect(toAnn()).toBe(1);
  does(host, { advance: { days: 2 } });
  expect(toAnn()).toBe(2);
  does(host, { menu: 'sendStallReport' });
  expect(toAnn()).toBe(2);
});

test('after three silent hours the menu warns, and says so to whoever opens the workbook', () => {
  const host = aPipeline();
  works(host);
  const later = without(host, 'work');
  const warnings = () => {
    later.open(OWNER);
    const items = later.menus(OWNER).flatMap(({ items }) => items);
    return items.filter((item) => JSON.stringify(item).includes('⚠')).length;
  };
  does(later, { advance: { hours: 2 } });
  expect(warnings()).toBe(0);
  does(later, { advance: { hours: 2 } });
  expect(warnings()).toBe(1);
});
