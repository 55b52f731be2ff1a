import { expect, test } from '@jest/globals';
import { bringIn } from './bringIn';

/** The close dates of open deals as a file writes them. */
function closeDates(cells: readonly string[], language: 'en' | 'zh' = 'en'): unknown[] {
  const rows = cells.map((cell, i) => `${i + 1};Demo;"${cell}"`).join('\n');
  const { deals } = bringIn({ deals: `ID;Stage;Expected close date\n${rows}\n`, language });
  return deals.map(({ cells: read }) => (read.closeDate as { date: string } | undefined)?.date);
}

test.each([
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['5.3.2026', '2026-03-05'],
  ['05.03.26', '2026-03-05'],
  ['5 Mar 2026', '2026-03-05'],
  ['March 5, 2026', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['25/12/2026', '2026-12-25'],
  ['12/25/2026', '2026-12-25'],
  ['2026-03-05T14:30:00Z', '2026-03-05'],
  ['3/5/2026 2:30 PM', '2026-03-05'],
  ['46086', '2026-03-05'],
])('the date %s is %s', (typed, day) => {
  expect(closeDates([typed])).toEqual([day]);
});

test('one date of a column decides the order of all', () => {
  expect(closeDates(['3/5/2026', '4/5/2026', '25/12/2026'])).toEqual([
    '2026-05-03',
    '2026-05-04',
    '2026-12-25',
  ]);
  expect(closeDates(['3/5/2026', '12/25/2026'])).toEqual(['2026-03-05', '2026-12-25']);
});

test('a date that can only be read the other way round is read so, whatever its column says', () => {
  expect(closeDates(['3/5/2026', '12/25/2026', '11/30/2026', '13/1/2026'])).toEqual([
    '2026-03-05',
    '2026-12-25',
    '2026-11-30',
    '2026-01-13',
  ]);
});

test('where as many dates prove one order as the other, the days that have come decide', () => {
  const { deals } = bringIn({
    deals: 'ID,Created,Stage\n1,1/5/2026,Demo\n2,13/1/2026,Demo\n3,1/13/2026,Demo\n',
    asOf: '2026-02-02',
  });
  expect(deals.map(({ entries }) => entries[0]?.at.slice(0, 10))).toEqual([
    '2026-01-05',
    '2026-01-13',
    '2026-01-13',
  ]);
});

test('dates of several forms stand together in one column', () => {
  expect(closeDates(['2026-03-05', '5 Mar 2026', '13/3/2026', '3/4/2026'])).toEqual([
    '2026-03-05',
    '2026-03-05',
    '2026-03-13',
    '2026-04-03',
  ]);
});

test('where no date decides, days that are not in the future are likelier, and the guess is listed', () => {
  const { deals, guesses } = bringIn({
    deals:
      'ID,Created,Stage\n1,01/06/2026,Demo\n2,02/06/2026,Demo\n3,03/06/2026,Demo\n4,03/12/2026,Demo\n',
    asOf: '2026-06-30',
  });
  // As day/month the last one would be in December, which is yet to come.
  expect(deals.map(({ entries }) => entries[0]?.at.slice(0, 10))).toEqual([
    '2026-01-06',
    '2026-02-06',
    '2026-03-06',
    '2026-03-12',
  ]);
  expect(guesses).toContainEqual({
    about: 'Order of dates',
    theirs: 'Created',
    ours: 'month, day, year',
  });
});

test('the map may answer the order of dates', () => {
  const { deals } = bringIn({
    deals: 'ID,Created,Stage\n1,01/02/2026,Demo\n',
    map: { answers: { dateOrder: 'dmy' } },
  });
  expect(deals[0]?.entries[0]?.at).toBe('2026-02-01T00:00:00');
});

function amounts(header: string, cells: readonly string[], currency = 'USD') {
  const rows = cells.map((cell, i) => `${i + 1};Demo;"${cell}"`).join('\n');
  const { deals, rejects } = bringIn({ deals: `ID;Stage;"${header}"\n${rows}\n`, currency });
  return {
    read: deals.map(({ cells: read }) => [read.amount, read.currency]),
    rejected: rejects.map(({ line, column }) => [line, column]),
  };
}

test.each([
  ['$1,234.50', [1234.5, 'USD']],
  ['1.234,50 €', [1234.5, 'EUR']],
  ['12万', [120000, undefined]],
  ['￥12万元', [120000, 'CNY']],
  ['USD 1 234.50', [1234.5, 'USD']],
  ["1'234.50", [1234.5, undefined]],
  ['(500)', [-500, undefined]],
  ['0', [0, undefined]],
  ['', [undefined, undefined]],
  ['n/a', [undefined, undefined]],
])('the amount %s is read', (typed, amount) => {
  expect(amounts('Amount', [typed, '5000']).read[0]).toEqual(amount);
});

test('points before three digits part thousands where no cell has decimals, and where one has, the doubt is told', () => {
  expect(amounts('Amount', ['45.000', '12.500', '700']).read).toEqual([
    [45_000, undefined],
    [12_500, undefined],
    [700, undefined],
  ]);
  const { deals, guesses } = bringIn({ deals: 'ID,Stage,Amount\n1,Demo,45.000\n2,Demo,12.50\n' });
  expect(deals.map(({ cells }) => cells.amount)).toEqual([45, 12.5]);
  expect(guesses).toContainEqual({ about: 'Decimals', theirs: '45.000', ours: '45' });
});

test('numbers with three decimals throughout are no thousands', () => {
  expect(amounts('Amount', ['1234.125', '12.375', '0.500']).read.map(([amount]) => amount)).toEqual(
    [1234.125, 12.375, 0.5],
  );
});

test('one decimal comma decides the whole column', () => {
  expect(amounts('Amount', ['1.234,50', '12.000', '7,5']).read.map(([amount]) => amount)).toEqual([
    1234.5, 12000, 7.5,
  ]);
  expect(amounts('Amount', ['1,234.50', '12,000', '7.5']).read.map(([amount]) => amount)).toEqual([
    1234.5, 12000, 7.5,
  ]);
});

test.each([
  ['金额（万元）', '12', 120000, 'CNY'],
  ['金额（万元）', '12万', 120000, 'CNY'],
  ['Amount (EUR)', '12', 12, 'EUR'],
  ['Amount (k€)', '12', 12000, 'EUR'],
  ['Revenue in thousands', '12', 12000, undefined],
])('under the header %s, %s counts %d', (header, typed, amount, currency) => {
  expect(amounts(header, [typed], 'CNY').read).toEqual([[amount, currency]]);
});

test.each(['TBD', 'tba', 'To be confirmed', '面议', '待定', 'n/a', '-'])(
  'the amount "%s" is not known yet, and its deal comes in',
  (typed) => {
    expect(amounts('Amount', ['100', typed])).toEqual({
      read: [
        [100, undefined],
        [undefined, undefined],
      ],
      rejected: [],
    });
  },
);

test('what is no amount is rejected with its line and column, and nothing else is lost', () => {
  expect(amounts('Amount', ['100', 'about 5 or 6', '200'])).toEqual({
    read: [
      [100, undefined],
      [200, undefined],
    ],
    rejected: [[3, 'Amount']],
  });
});

test('own columns keep numbers, days and ticks as such, and numbers with leading zeros as text', () => {
  const { deals } = bringIn({
    deals:
      'ID,Stage,Seats,Renewal,Signed?,Code\n1,Demo,12,2026-01-05,yes,007\n2,Demo,7.5,2026-02-05,no,012\n',
  });
  expect(deals[0]?.cells).toMatchObject({
    'own:Seats': 12,
    'own:Renewal': { date: '2026-01-05' },
    'own:Signed?': true,
    'own:Code': '007',
  });
  expect(deals[1]?.cells['own:Signed?']).toBe(false);
});

test('a cell that looks like a formula stays the text that it is', () => {
  const { deals } = bringIn({
    deals: 'ID,Stage,Deal name\n1,Demo,"=HYPERLINK(""x"")"\n2,Demo,@sum\n',
  });
  expect(deals.map(({ cells }) => cells.deal)).toEqual(['=HYPERLINK("x")', '@sum']);
});

test('next steps and categories are taken over as the workbook says them', () => {
  const { deals } = bringIn({
    deals:
      'ID,Stage,Next step,Next step date,Forecast category,Probability\n1,Demo,Call Ann,2026-07-01,Upside,60%\n2,Demo,,soon,Commit,20%\n3,Demo,,,,35%\n',
  });
  expect(deals[0]?.cells).toMatchObject({
    nextStep: 'Call Ann',
    nextStepDate: { date: '2026-07-01' },
    category: 'Best case',
    winChance: 0.6,
  });
  expect(deals[1]?.cells).toMatchObject({ nextStepDate: 'soon', category: 'Commit' });
});

const probable = (chances: readonly string[]) =>
  bringIn({
    deals: `ID,Stage,Probability\n${chances.map((c, i) => `${i + 1},${i % 2 === 0 ? 'Demo' : 'Proposal'},${c}`).join('\n')}\n`,
  });

test('a probability that only repeats the stage becomes the stage’s own chance', () => {
  const { plan, deals } = probable(
    Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? '20%' : '50%')),
  );
  expect(plan.stages.slice(0, 2)).toMatchObject([
    { label: 'Demo', chance: 0.2 },
    { label: 'Proposal', chance: 0.5 },
  ]);
  expect(deals[0]?.cells.winChance).toBeUndefined();
  expect(deals[0]?.cells['own:Probability']).toBe('20%');
});

test('probabilities that people gave stay with their deals', () => {
  const { plan, deals } = probable(['20', '50', '30', '60', '25', '80', '15', '50', '45', '90']);
  expect(plan.stages[0]).toMatchObject({ label: 'Demo', chance: null });
  expect(deals[0]?.cells.winChance).toBe(0.2);
});
