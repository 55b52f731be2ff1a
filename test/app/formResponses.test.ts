import { expect, test } from '@jest/globals';
import { rowsOf } from '../support/standIn';
import { aPipeline, dealNamed, dealRows, does, everything, lifeOf, newDeal, sweeps } from './desk';

type Host = ReturnType<typeof aPipeline>;

const QUESTIONS = ['Timestamp', 'Company', 'Your name', 'Email address', 'Budget', 'Message'];

const ANSWERS = [
  ['2026-02-01 18:30:00', 'Harbour Foods', 'Ida Holm', 'ida@example.com', '12k', 'Call me'],
  ['2026-02-01 19:10:00', 'Lake Hotels', 'Kim Berg', 'kim@example.com', '', '=1+1'],
];

/** A workbook whose Settings name a tab of responses, with these rows in it. */
function withForm(rows: readonly (readonly string[])[], questions = QUESTIONS): Host {
  const host = aPipeline();
  const row = rowsOf(host, 'Settings').findIndex((line) => line.Setting === 'Form responses tab');
  host.book.insertSheet('Responses');
  does(host, { edit: { tab: 'Settings', range: `B${row + 2}`, values: [['Responses']] } });
  does(host, {
    apiWrite: { tab: 'Responses', range: 'A1', values: [questions, ...rows] },
  } as never);
  return host;
}

test('each response becomes a deal, once, however often the worker runs', () => {
  const host = withForm(ANSWERS);
  newDeal(host, 'Mill');
  does(host, { trigger: 'work' });
  expect(dealRows(host).map((row) => [row.Deal, row.Contact, row.Amount, row.Stage])).toEqual([
    ['Mill', '', '', 'Qualification'],
    ['Harbour Foods', 'Ida Holm', '12k', 'Qualification'],
    ['Lake Hotels', 'Kim Berg', '', 'Qualification'],
  ]);
  expect(rowsOf(host, 'Ledger').map(({ Kind, How, Amount }) => [Kind, How, Amount])).toEqual([
    ['created', 'typed', ''],
    ['created', 'form', 12000],
    ['created', 'form', ''],
  ]);
  const before = everything(host);
  does(host, { trigger: 'work' });
  expect(dealRows(host)).toHaveLength(3);
  sweeps(host);
  expect(everything(host).Ledger).toEqual(before.Ledger);
});

test('sorted, moved and mended responses stay the deals that they are; a new one is added', () => {
  const host = withForm(ANSWERS);
  does(host, { trigger: 'work' });
  const more = ['2026-02-02 08:00:00', 'Sky Farm', 'Bo Lund', 'bo@example.com', '500', ''];
  const mended = ['2026-02-01 18:30:00', 'Harbor Foods', 'Ida Holm', 'ida@example.com', '12k', ''];
  const rows = [ANSWERS[1], more, mended] as string[][];
  does(host, { apiWrite: { tab: 'Responses', range: 'A2', values: rows } });
  does(host, { trigger: 'work' });
  expect(dealRows(host).map(({ Deal }) => Deal)).toEqual([
    'Harbour Foods',
    'Lake Hotels',
    'Sky Farm',
  ]);
});

test('a response whose deal somebody deleted does not come back', () => {
  const host = withForm(ANSWERS);
  does(host, { trigger: 'work' });
  does(host, { deleteRows: { tab: 'Deals', at: 2, count: 1 } });
  sweeps(host);
  does(host, { apiWrite: { tab: 'Responses', range: 'F3', values: [['Never mind']] } });
  does(host, { trigger: 'work' });
  expect(dealRows(host).map(({ Deal }) => Deal)).toEqual(['Lake Hotels']);
});

test('answers fill columns that Deals has, and only those', () => {
  const rows = [['Ann Lee', 'Fair', 'Closed won', 'red', 'x']];
  const host = withForm(rows, ['Name', 'Source', 'Stage', 'Pain', 'Favourite colour']);
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Ann Lee')).toMatchObject({
    Source: 'Fair',
    Stage: 'Qualification',
    Pain: 'red',
  });
  expect(lifeOf(host, 'Ann Lee')).toEqual(['created: Qualification']);
  expect(Object.keys(dealNamed(host, 'Ann Lee'))).not.toContain('Favourite colour');
});

test('formulas and markup in answers stay text', () => {
  const rows = [['2026-02-01 18:30:00', '=HYPERLINK("x")', '+1', '<b>@example.com', '', '']];
  const host = withForm(
    rows.map((row) => row.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell))),
  );
  does(host, { trigger: 'work' });
  expect(dealRows(host)[0]).toMatchObject({ Deal: '=HYPERLINK("x")', Email: '<b>@example.com' });
});

test('stopped at any call, the worker loses no response and doubles none', () => {
  for (let stopAt = 18; stopAt < 60; stopAt += 7) {
    const host = withForm(ANSWERS);
    host.gesture({ trigger: 'work', stopAt, keep: 'half' });
    does(host, { trigger: 'work' });
    sweeps(host);
    expect([stopAt, dealRows(host).map(({ Deal }) => Deal)]).toEqual([
      stopAt,
      ['Harbour Foods', 'Lake Hotels'],
    ]);
  }
});

test.each<{ title: readonly string[] }>`
  title
  ${['What the web says']}
  ${['Web', 'Customer', 'Contact']}
`('below the title $title the questions are found, and nobody comes in twice', ({ title }) => {
  const host = withForm(ANSWERS);
  does(host, { trigger: 'work' });
  does(host, { insertRows: { tab: 'Responses', at: 1, count: 1 } });
  does(host, { apiWrite: { tab: 'Responses', range: 'A1', values: [title] } } as never);
  const more = ['2026-02-02 08:00:00', 'Sky Farm', 'Bo Lund', 'bo@example.com', '500', ''];
  does(host, { apiWrite: { tab: 'Responses', range: 'A5', values: [more] } } as never);
  does(host, { trigger: 'work' });
  expect(dealRows(host).map(({ Deal }) => Deal)).toEqual([
    'Harbour Foods',
    'Lake Hotels',
    'Sky Farm',
  ]);
});
