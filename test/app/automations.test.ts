import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { ask } from '../support/standIn';
import {
  aPipeline,
  dealNamed,
  does,
  idOf,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  sweeps,
  types,
  WINNABLE,
} from './desk';
import { aTeam, filled, fillsIn, outboxOf, sets, works } from './rules';

const WELCOME = ['Welcome', 'About {{Deal}}', 'Dear {{Contact}},\n\nshall we meet? {{Owner}}'];

/** A team with a template and these automations. */
function withRules(...rules: readonly (readonly (string | number)[])[]): Host {
  const host = aPipeline();
  aTeam(host);
  fillsIn(host, 'Templates', 2, [WELCOME]);
  if (rules.length > 0) fillsIn(host, 'Automations', 2, rules);
  works(host);
  return host;
}

function tasksOf(host: Host): readonly string[] {
  return filled(host, 'Tasks').map((t) => `${t.State}: ${t.Task}, ${t.Owner}, ${t.Due}`);
}

test('entering a stage gives its owner a task, due after the days that the team says', () => {
  const host = withRules([
    'enters the stage',
    'Needs analysis',
    'Task',
    'Owner',
    3,
    'Send the agenda',
  ]);
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  works(host);
  works(host);
  expect(tasksOf(host)).toEqual(['Open: Send the agenda, Ann, 2026-02-05']);
  expect(filled(host, 'Tasks')[0]?.['Deal ID']).toBe(idOf(host, 'Pump'));
});

test('whoever inserts a row while the worker reads the deals takes no answer from the last of them', () => {
  const host = withRules(['enters the stage', 'Needs analysis', 'Task', 'Owner', 3, 'Call']);
  newDeal(host, 'Mill', { Owner: 'Bob' });
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  const text = saved(host);
  const calls = Array.from({ length: 50 }, (_, i) => 80 + i);
  const looks = calls.filter((stopAt) => {
    const [stopped] = loaded(text).gesture({ trigger: 'work', stopAt }).executions;
    return stopped?.stopped?.endsWith('Sheet.getDataRange');
  });
  for (const look of looks) {
    const other = loaded(text);
    const insertRows = { tab: 'Deals', at: 2, count: 1 };
    does(other, { trigger: 'work', during: { call: look + 1, do: { insertRows } } });
    works(other);
    expect(tasksOf(other)).toEqual(['Open: Call, Ann, 2026-02-05']);
  }
  expect(looks.length).toBeGreaterThan(2);
});

test('a move taken back cancels the task and the mail that wait because of it, and no others', () => {
  const host = withRules(
    ['enters the stage', 'Qualification', 'Task', 'Owner', 0, 'Call first'],
    ['enters the stage', 'Needs analysis', 'Task', 'Owner', 0, 'Send the agenda'],
    ['enters the stage', 'Needs analysis', 'Mail', 'Contact', 0, '', 'Welcome'],
  );
  const facts = { ...QUALIFIED, Owner: 'Ann', Contact: 'Ms Li', Email: 'li@example.cn' };
  newDeal(host, 'Pump', facts, 'Needs analysis');
  works(host);
  expect(outboxOf(host)).toEqual(['To be approved li@example.cn: About Pump']);
  const last = filled(host, 'Ledger').at(-1);
  ask(host, 'undoMove', { entry: Number(last?.Seq) });
  works(host);
  expect(tasksOf(host).map((task) => task.split(',')[0])).toEqual([
    'Open: Call first',
    'Cancelled: Send the agenda',
  ]);
  expect(outboxOf(host)).toEqual(['Cancelled li@example.cn: About Pump']);
});

/** The workbook as a worker leaves it that was stopped as soon as a mail stood in the Outbox. */
function stoppedOnceQueued(text: string): Host {
  const stoppedAt = (stopAt: number) => {
    const host = loaded(text);
    host.trigger('work', { stopAt, keep: 'all' });
    return host;
  };
  let [low, high] = [1, 1_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (outboxOf(stoppedAt(middle)).length > 0) high = middle;
    else low = middle + 1;
  }
  return stoppedAt(low);
}

test('a move taken back after a run that was stopped leaves nothing of it either', () => {
  const host = withRules(
    ['enters the stage', 'Needs analysis', 'Task', 'Owner', 0, 'Send the agenda'],
    ['enters the stage', 'Needs analysis', 'Mail', 'Contact', 0, '', 'Welcome'],
  );
  const facts = { ...QUALIFIED, Owner: 'Ann', Contact: 'Ms Li', Email: 'li@example.cn' };
  newDeal(host, 'Pump', facts, 'Needs analysis');
  const stopped = stoppedOnceQueued(saved(host));
  expect(tasksOf(stopped)).toHaveLength(1);
  ask(stopped, 'undoMove', { entry: Number(filled(stopped, 'Ledger').at(-1)?.Seq) });
  works(stopped);
  expect(tasksOf(stopped).map((task) => task.split(',')[0])).toEqual([
    'Cancelled: Send the agenda',
  ]);
  expect(outboxOf(stopped)).toEqual(['Cancelled li@example.cn: About Pump']);
});

test('undoing a second visit leaves alone what waits from the first one', () => {
  const host = withRules([
    'enters the stage',
    'Needs analysis',
    'Task',
    'Owner',
    0,
    'Send the agenda',
  ]);
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  works(host);
  types(host, 'Pump', { Stage: 'Qualification' });
  types(host, 'Pump', { Stage: 'Needs analysis' });
  works(host);
  does(host, { edit: { tab: 'Tasks', range: 'E3', values: [['Done']] } });
  ask(host, 'undoMove', { entry: Number(filled(host, 'Ledger').at(-1)?.Seq) });
  works(host);
  expect(filled(host, 'Tasks').map(({ State }) => State)).toEqual(['Open', 'Done']);
});

test('a held deal gets the next step that says what is missing, where it stands', () => {
  const host = withRules(['is held', '', 'Next step', 'Owner', 2, 'Ask what is missing']);
  newDeal(host, 'Pump', { Owner: 'Ann' }, 'Proposal');
  works(host);
  expect(dealNamed(host, 'Pump')).toMatchObject({
    Stage: 'Qualification',
    'Next step': 'Ask what is missing',
    'Next step date': '2026-02-04',
  });
});

test('a template that asks for an empty cell is not sent, and the Outbox says which', () => {
  const host = withRules([
    'enters the stage',
    'Needs analysis',
    'Mail',
    'Contact',
    0,
    '',
    'Welcome',
  ]);
  newDeal(host, 'Pump', { ...QUALIFIED, Email: 'li@example.cn' }, 'Needs analysis');
  works(host);
  const [mail] = filled(host, 'Outbox');
  expect(mail?.State).toBe('Failed');
  expect(mail?.Reason).toContain('Contact, Owner');
  expect(host.mails).toEqual([]);
});

test.each<{ to: string; facts: Record<string, string>; lacks: string }>`
  to           | facts                                    | lacks
  ${'Contact'} | ${{ Email: '' }}                         | ${'"Contact"'}
  ${'Contact'} | ${{ Email: 'li@example' }}               | ${'"Contact"'}
  ${'Contact'} | ${{ Email: 'a@example.cn b@x.cn' }}      | ${'"Contact"'}
  ${'Owner'}   | ${{ Owner: '' }}                         | ${'"Owner"'}
  ${'Owner'}   | ${{ Owner: 'buyer@client.example.net' }} | ${'"Owner"'}
  ${'Cat'}     | ${{}}                                    | ${'"Cat"'}
`('a mail to $to of a deal with $facts waits in the Outbox for an address', (row) => {
  const host = withRules();
  fillsIn(host, 'Team', 5, [['Cat', '']]);
  fillsIn(host, 'Templates', 3, [['News', 'About {{Deal}}', 'It goes on.']]);
  const rule = ['enters the stage', 'Needs analysis', 'Mail', row.to, 0, '', 'News'];
  fillsIn(host, 'Automations', 2, [rule]);
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann', ...row.facts }, 'Needs analysis');
  works(host);
  const [mail] = filled(host, 'Outbox');
  expect(mail).toMatchObject({ State: 'Failed', To: '', Subject: 'About Pump' });
  expect(mail?.Reason).toContain(`no address is known for ${row.lacks}`);
  does(host, { edit: { tab: 'Outbox', range: 'B2:C2', values: [['Waiting', 'bob@example.com']] } });
  works(host);
  expect(host.mails.map(({ to }) => to)).toEqual(['bob@example.com']);
});

test.each<{ what: string; body: string; check: string; sent: string }>`
  what                | body                                    | check       | sent
  ${'unknown fields'} | ${'Dear {{Uncle}}'}                     | ${'Uncle'}  | ${''}
  ${'nested fields'}  | ${'Dear {{ {{Deal}} }} and {{{Deal}}}'} | ${''}       | ${'Dear {{ Pump }} and {Pump}'}
  ${'an open brace'}  | ${'Dear {{Deal'}                        | ${''}       | ${'Dear {{Deal'}
  ${'HTML'}           | ${'<b onclick="x()">{{Deal}}</b>'}      | ${''}       | ${'<b onclick="x()">Pump</b>'}
  ${'30,000 letters'} | ${'x'.repeat(30_000)}                   | ${'20,000'} | ${''}
`('a template with $what is told or sent as it reads', ({ body, check, sent }) => {
  const host = withRules();
  fillsIn(host, 'Templates', 3, [['News', 'News', body]]);
  fillsIn(host, 'Automations', 2, [
    ['enters the stage', 'Needs analysis', 'Mail', 'Owner', 0, '', 'News'],
  ]);
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  works(host);
  works(host);
  const told = filled(host, 'Templates').map((row) => String(row.Check));
  expect(told.join()).toContain(check);
  expect(host.mails.map(({ text }) => text)).toEqual(
    sent === '' ? [] : [expect.stringContaining(sent)],
  );
  expect(host.mails.some(({ html }) => /<b[ >]/.test(html))).toBe(false);
});

test('a mail that its fields make longer than Google sends stays in the Outbox and says so', () => {
  const host = withRules();
  fillsIn(host, 'Templates', 3, [['News', 'News', '{{Pain}}\n'.repeat(5)]]);
  fillsIn(host, 'Automations', 2, [
    ['enters the stage', 'Needs analysis', 'Mail', 'Owner', 0, '', 'News'],
  ]);
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann', Pain: 'x'.repeat(40_000) }, 'Needs analysis');
  works(host);
  const [mail] = filled(host, 'Outbox');
  expect(mail?.State).toBe('Failed');
  expect(mail?.Reason).toContain('longer than Google sends');
});

test.each<{ language: 'en' | 'zh'; stage: string; need: string; says: string }>`
  language | stage               | need                | says
  ${'en'}  | ${'Needs analysis'} | ${'Need confirmed'} | ${'$12,000.50, 2026-03-31, 40%, Yes, Needs analysis'}
  ${'zh'}  | ${'需求分析'}       | ${'需求已确认'}     | ${'¥12,000.50, 2026-03-31, 40%, 是, 需求分析'}
`('a mail in $language says amounts, days, chances and ticks as people write them', (row) => {
  const host = aPipeline(row.language);
  aTeam(host);
  const body = `{{Amount}}, {{Close date}}, {{Win chance}}, {{${row.need}}}, {{Stage}}`;
  fillsIn(host, 'Templates', 2, [['News', 'News', body]]);
  const rule = ['enters the stage', row.stage, 'Mail', 'Owner', 0, '', 'News'];
  fillsIn(host, 'Automations', 2, [rule]);
  works(host);
  const facts = { Amount: 12_000.5, 'Close date': '2026-03-31', 'Win chance': '40%' };
  newDeal(host, 'Pump', { ...QUALIFIED, ...facts, Owner: 'Ann' }, row.stage);
  works(host);
  expect(host.mails.map(({ text }) => text)).toEqual([expect.stringContaining(row.says)]);
});

test('automations answer what people do, never one another', () => {
  const host = withRules(
    ['enters the stage', 'Needs analysis', 'Next step', 'Owner', 2, 'Book the workshop'],
    ['enters the stage', '', 'Task', 'Owner', 0, 'Call first'],
    ['is held', '', 'Next step', 'Owner', 0, 'Ask what is missing'],
  );
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  for (let run = 0; run < 5; run++) {
    works(host);
    sweeps(host);
  }
  expect(dealNamed(host, 'Pump')['Next step']).toBe('Book the workshop');
  expect(tasksOf(host)).toEqual([]);
});

test('an approved mail goes out once, escaped, and is refused while the address is not allowed', () => {
  const host = withRules([
    'enters the stage',
    'Needs analysis',
    'Mail',
    'Contact',
    0,
    '',
    'Welcome',
  ]);
  const facts = { ...QUALIFIED, Owner: 'Ann', Contact: '<b>Ms Li</b>', Email: 'li@example.cn' };
  newDeal(host, 'Pump', facts, 'Needs analysis');
  works(host);
  const approve = () => does(host, { edit: { tab: 'Outbox', range: 'B2', values: [['Waiting']] } });
  approve();
  works(host);
  expect(outboxOf(host)[0]).toContain('Failed');
  sets(host, 'Also mail to', 'example.cn');
  approve();
  works(host);
  works(host);
  expect(host.mails.map(({ to }) => to)).toEqual(['li@example.cn']);
  expect(host.mails[0]?.html).toContain('&lt;b>Ms Li&lt;/b>');
  expect(host.mails[0]?.html).not.toContain('<b>');
});

test('a new owner is told, keeps the open tasks, and the one who gave the deal away is not', () => {
  const host = withRules(['enters the stage', 'Qualification', 'Task', 'Owner', 0, 'Call first']);
  newDeal(host, 'Pump', { Owner: 'Ann' });
  works(host);
  types(host, 'Pump', { Owner: 'Bob' });
  works(host);
  works(host);
  const told = host.mails.filter(({ subject }) => subject.includes('handed to you'));
  expect(told.map(({ to }) => to)).toEqual(['bob@example.com']);
  expect(told[0]?.text).toContain('until now: Ann');
  expect(tasksOf(host)).toHaveLength(1);
});

test('an owner who is only written in another way is told nothing', () => {
  const host = withRules();
  newDeal(host, 'Pump', { Owner: 'Ann' });
  works(host);
  types(host, 'Pump', { Owner: 'Ann <ann@example.com>' });
  works(host);
  expect(outboxOf(host)).toEqual([]);
});

test('a deal in Nurture comes back as a task on its day, once, and stays where it is', () => {
  const host = withRules();
  newDeal(host, 'Pump', { Owner: 'Ann', 'Revisit on': '2026-02-04' }, 'Nurture');
  does(host, { advance: { days: 1 } });
  expect(tasksOf(host)).toEqual([]);
  does(host, { advance: { days: 2 } });
  expect(tasksOf(host)).toHaveLength(1);
  expect(tasksOf(host)[0]).toContain('Look at Pump again');
  expect(dealNamed(host, 'Pump').Stage).toBe('Nurture');
});

test('a win makes its instalments, which add up to the won amount', () => {
  const host = withRules();
  sets(host, 'Payment plan', '30/60/10');
  newDeal(host, 'Pump', { ...WINNABLE, Owner: 'Ann', Amount: 10_000.01 }, 'Closed won');
  works(host);
  works(host);
  const parts = filled(host, 'Payments').map((p) => [p.Part, p.Due, p.Amount]);
  expect(parts).toEqual([
    ['1/3', '2026-02-02', 3_000],
    ['2/3', '2026-03-04', 6_000.01],
    ['3/3', '2026-04-03', 1_000],
  ]);
});

test('a stalled deal is answered once, however many days it stalls', () => {
  const host = withRules(['is stalled', '', 'Task', 'Manager', 0, 'Ask why']);
  does(host, { edit: { tab: 'Stages', range: 'E2', values: [['3']] } });
  newDeal(host, 'Pump', { Owner: 'Ann' });
  does(host, { advance: { days: 6 } });
  expect(tasksOf(host).filter((task) => task.includes('Ask why'))).toHaveLength(1);
});

test('a next step is written only where nobody has one', () => {
  const host = withRules([
    'enters the stage',
    'Needs analysis',
    'Next step',
    'Owner',
    2,
    'Book the workshop',
  ]);
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Ann', 'Next step': 'Call' }, 'Needs analysis');
  works(host);
  sweeps(host);
  expect(dealNamed(host, 'Pump')).toMatchObject({
    'Next step': 'Book the workshop',
    'Next step date': '2026-02-04',
  });
  expect(dealNamed(host, 'Mill')['Next step']).toBe('Call');
});

test.each([2, 40])('%i pasted deals get their next steps in as many calls as one', (deals) => {
  const rule = ['enters the stage', 'Qualification', 'Next step', 'Owner', 2, 'Call'] as const;
  const writesFor = (names: readonly string[]): number => {
    const host = withRules(rule);
    const values = names.map((name) => [name]);
    does(host, { edit: { tab: 'Deals', range: `A2:A${names.length + 1}`, values } });
    const [run] = does(host, { trigger: 'work' }).executions;
    expect(names.map((name) => dealNamed(host, name)['Next step'])).toEqual(
      names.map(() => 'Call'),
    );
    return run?.calls.write ?? 0;
  };
  const names = Array.from({ length: deals }, (_, i) => `Deal ${i}`);
  expect(writesFor(names)).toBe(writesFor(['Deal 0']));
});
