import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { funnelOf } from '../../../src/domain/funnel';
import { replay } from '../../../src/domain/replay';
import { aStage, bringIn, lifeOf, openLabels } from './bringIn';

test('without a history a deal is created, enters the stages that have a date, and closes', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Engage date,Close date\n' +
      '1,Won,2026-01-05,2026-02-01\n2,Engaging,2026-01-06,\n3,Prospecting,,\n',
    asOf: '2026-03-31',
  });
  expect(found.deals.map((deal) => lifeOf(found, deal))).toEqual([
    [
      'created Prospecting 2026-01-05 assumed',
      'moved Prospecting > Engaging 2026-01-05',
      'moved Engaging > Won 2026-02-01',
    ],
    ['created Prospecting 2026-01-06 assumed', 'moved Prospecting > Engaging 2026-01-06'],
    ['created Prospecting 2026-03-31 assumed'],
  ]);
});

test('every stage with a date of its own is entered on it, in the order of the dates', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Created,Date entered Demo,Date entered Proposal,Won date,Lost date\n' +
      '1,Proposal,2026-01-01,2026-01-05,2026-01-09,,\n' +
      '2,Won,2026-01-02,2026-01-20,2026-01-10,2026-02-01,\n' +
      '3,Lost,2026-01-03,2026-01-04,,,2026-02-02\n',
  });
  expect(found.deals.map((deal) => lifeOf(found, deal))).toEqual([
    ['created Demo 2026-01-01', 'moved Demo > Proposal 2026-01-09'],
    [
      // Before the second stage there is only the first one to be in.
      'created Demo 2026-01-02',
      'moved Demo > Proposal 2026-01-10',
      'moved Proposal > Demo 2026-01-20',
      'moved Demo > Won 2026-02-01',
    ],
    ['created Demo 2026-01-03', 'moved Demo > Lost 2026-02-02'],
  ]);
});

test('a date column may name its stage within other words, as products write it', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Created,"Date entered ""Contract sent (Sales)""","Date entered ""Call (Sales)"""\n' +
      '1,Contract sent (Sales),2026-01-01,2026-02-01 10:00,2026-01-02\n2,Call (Sales),2026-01-01,,2026-01-01\n',
  });
  expect(lifeOf(found, found.deals[0]).slice(1)).toEqual([
    'moved Call (Sales) > Contract sent (Sales) 2026-02-01T10:00:00',
  ]);
});

test('what a row does not tell is assumed, never made up', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Status,Created,Closed\n' +
      '1,Lead,Open,2026-01-01,\n' +
      '2,Proposal,Open,2026-01-02,\n' +
      '3,Proposal,Lost,2026-01-03,2026-02-03\n' +
      '4,Won,Won,2026-01-04,2026-02-04\n' +
      '5,Won,Won,,\n',
    asOf: '2026-06-30',
  });
  expect(found.deals.map((deal) => lifeOf(found, deal))).toEqual([
    ['created Lead 2026-01-01'],
    ['created Lead 2026-01-02', 'moved Lead > Proposal 2026-01-02 assumed'],
    [
      'created Lead 2026-01-03',
      'moved Lead > Proposal 2026-01-03 assumed',
      'moved Proposal > Lost 2026-02-03',
    ],
    [
      'created somewhere 2026-01-04',
      'moved somewhere > Lead 2026-01-04 assumed',
      'moved Lead > Won 2026-02-04',
    ],
    ['created Lead 2026-06-30 assumed', 'moved Lead > Won 2026-06-30 assumed'],
  ]);
});

test('a closed deal whose stages nobody dated skews no figure of the first stage', () => {
  const rows = (count: number, row: string) =>
    Array.from({ length: count }, (_, i) => `${row}${i}`);
  const found = bringIn({
    deals:
      'Stage,Created,Closed,ID\n' +
      ['Lead,2026-06-01,,', 'Proposal,2026-06-01,,', 'Won,2026-01-01,2026-04-01,']
        .concat('Lost,2026-01-02,2026-04-01,')
        .flatMap((row, i) => rows(i + 1, `${row}${i}-`))
        .join('\n'),
  });
  const stages = found.plan.stages.map((stage) => ({ ...aStage(stage.label), ...stage }));
  const pipeline = {
    stages,
    criteria: [],
    switches: { maySkip: true, mayGoBack: true, startIn: [] },
  };
  const entries = found.deals
    .flatMap((deal) => deal.entries)
    .map((entry, i) => ({ ...entry, seq: i + 1, batch: '' }));
  const { histories, problems } = replay(entries, pipeline);
  expect(problems).toEqual([]);
  const funnel = funnelOf(histories.values(), pipeline, { today: '2026-06-30', count: 'calendar' });
  const [lead, proposal, won] = funnel.rows;
  expect([lead?.reached, proposal?.reached, won?.reached]).toEqual([10, 5, 3]);
  expect([lead?.medianDwell, lead?.lostHere, funnel.reachUnknown]).toEqual([null, 4, 4]);
});

test('strict gates keep the day on which a deal was created, also where its stages are unknown', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Created,Closed\n1,Won,2026-01-01,2026-02-01\n2,Lead,2026-01-01,\n3,Demo,2026-01-01,\n',
    furthest: () => 'lead',
  });
  expect(lifeOf(found, found.deals[0])).toEqual([
    'created somewhere 2026-01-01',
    'moved somewhere > Lead 2026-01-01 assumed',
    'held Lead > Won 2026-02-01',
  ]);
});

test('a deal that closed before it was created was created on an unknown day', () => {
  const found = bringIn({
    deals: 'ID,Stage,Created,Closed\n1,Won,2026-03-01,2026-02-01\n2,Lead,2026-01-01,\n',
  });
  expect(lifeOf(found, found.deals[0])).toEqual([
    'created Lead 2026-02-01 assumed',
    'moved Lead > Won 2026-02-01',
  ]);
});

test('a day of creation that cannot be is kept beside the assumed one, with and without a history', () => {
  const deals =
    'ID,Stage,Created,Closed\n1,Won,2026-03-01,2026-02-01\n2,Won,2026-01-01,2026-02-01\n3,Lead,,\n';
  const told = (found: ReturnType<typeof bringIn>) =>
    found.deals.map(({ entries }) => entries.map(({ toldCreated }) => toldCreated));
  expect(told(bringIn({ deals }))[0]).toEqual(['2026-03-01', undefined]);
  expect(told(bringIn({ deals }))[1]?.[0]).toBeUndefined();
  const history = 'Deal ID,From,Stage,Entered\n1,Lead,Won,2026-02-01\n2,Lead,Won,2026-02-01\n';
  expect(told(bringIn({ deals, history })).slice(0, 2)).toEqual([
    ['2026-03-01', undefined],
    [undefined, undefined],
  ]);
});

test('the day of the last stage change dates the stage that a deal is in', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Created,Last stage change\n1,Demo,2026-01-01,2026-02-01\n2,Lead,2026-01-01,2026-01-01\n',
  });
  expect(lifeOf(found, found.deals[0])).toEqual([
    'created Lead 2026-01-01',
    'moved Lead > Demo 2026-02-01',
  ]);
});

const dealsOf = (rows: string) => `ID,Stage,Closed\n${rows}`;

test('with a history each row is one entry, in order of time', () => {
  const found = bringIn({
    deals: dealsOf('1,Won,2026-02-01\n2,Demo,\n'),
    history:
      'Deal ID,Stage,Entered\n1,Won,2026-02-01 10:00\n1,Lead,2026-01-01 09:00\n' +
      '2,Lead,2026-01-03\n1,Demo,2026-01-05 08:30\n2,Demo,2026-01-03\n',
  });
  expect(found.rejects).toEqual([]);
  expect(found.deals.map((deal) => lifeOf(found, deal))).toEqual([
    [
      'created Lead 2026-01-01T09:00:00',
      'moved Lead > Demo 2026-01-05T08:30:00',
      'moved Demo > Won 2026-02-01T10:00:00',
    ],
    ['created Lead 2026-01-03', 'moved Lead > Demo 2026-01-03'],
  ]);
});

test('a history that lists the newest row first is turned round, also within one day', () => {
  const found = bringIn({
    deals: dealsOf('1,Proposal,\n2,Demo,\n'),
    history:
      'ID,Stage,Entered\n1,Proposal,2026-01-09\n1,Demo,2026-01-05\n1,Lead,2026-01-05\n2,Demo,2026-01-02\n2,Lead,2026-01-01\n',
  });
  expect(lifeOf(found, found.deals[0])).toEqual([
    'created Lead 2026-01-05',
    'moved Lead > Demo 2026-01-05',
    'moved Demo > Proposal 2026-01-09',
  ]);
});

test('the stage that the first row leaves is where the deal was created', () => {
  const found = bringIn({
    deals: 'ID,Stage,Created\n1,Demo,2026-01-01\n2,Demo,\n',
    history:
      'ID,From,To,Changed by,When\n1,Lead,Demo,bob@example.com,2026-01-05\n2,Lead,Demo,,2026-01-06\n',
  });
  expect(found.deals.map((deal) => lifeOf(found, deal))).toEqual([
    ['created Lead 2026-01-01', 'moved Lead > Demo 2026-01-05'],
    ['created Lead 2026-01-06 assumed', 'moved Lead > Demo 2026-01-06'],
  ]);
  expect(found.deals[0]?.entries.map(({ by }) => by)).toEqual([
    'ann@example.com',
    'bob@example.com',
  ]);
});

test('a row that says another stage than its history gets the step that is missing', () => {
  const found = bringIn({
    deals: dealsOf('1,Won,2026-02-01\n2,Lost,\n3,Demo,\n'),
    history:
      'ID,Stage,Entered\n1,Lead,2026-01-01\n2,Lead,2026-01-02\n3,Lead,2026-01-03\n3,Demo,2026-01-04\n',
  });
  expect(found.deals.map((deal) => lifeOf(found, deal).slice(1))).toEqual([
    ['moved Lead > Won 2026-02-01'],
    ['moved Lead > Lost 2026-01-02 assumed'],
    ['moved Lead > Demo 2026-01-04'],
  ]);
});

test('of a history of many fields only the changes of stage count, the rest is rejected', () => {
  const found = bringIn({
    deals: dealsOf('1,Demo,\n2,Lead,\n'),
    history:
      'ID,Field,Old value,New value,Edited\n1,Stage,Lead,Demo,2026-01-05\n1,Amount,100,200,2026-01-06\n2,Stage,,Lead,2026-01-02\n',
  });
  expect(openLabels(found)).toEqual(['Lead', 'Demo']);
  expect(lifeOf(found, found.deals[0])).toEqual([
    'created Lead 2026-01-05 assumed',
    'moved Lead > Demo 2026-01-05',
  ]);
  expect(found.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [3, 'Field', 'The row tells of Amount, not of a stage: only changes of stage are brought in.'],
  ]);
});

test('history after the day of the import has not happened yet', () => {
  const found = bringIn({
    deals: dealsOf('1,Won,2026-02-01\n2,Won,\n'),
    history:
      'ID,Stage,Entered\n1,Lead,2026-01-01\n1,Demo,2026-01-10\n1,Won,2026-02-01\n2,Lead,2026-01-02\n2,Won,2026-02-02\n',
    asOf: '2026-01-31',
  });
  expect(found.deals.map((deal) => lifeOf(found, deal))).toEqual([
    ['created Lead 2026-01-01', 'moved Lead > Demo 2026-01-10'],
    ['created Lead 2026-01-02'],
  ]);
  expect(found.rejects.map(({ file, line, column }) => [file, line, column])).toEqual([
    ['history.csv', 4, 'Entered'],
    ['history.csv', 6, 'Entered'],
  ]);
});

test('amounts that open deals had are carried all along; what was paid in the end is not', () => {
  const amountsOf = (deals: string) =>
    bringIn({ deals }).deals.map(({ entries }) => entries.map(({ amount }) => amount));
  expect(
    amountsOf(
      'ID,Stage,Created,Closed,Amount\n1,Won,2026-01-01,2026-02-01,500\n2,Lead,2026-01-01,,70\n',
    ),
  ).toEqual([[50_000, 50_000], [7_000]]);
  expect(
    amountsOf(
      'ID,Stage,Created,Closed,Close value\n1,Won,2026-01-01,2026-02-01,500\n2,Lead,2026-01-01,,\n',
    ),
  ).toEqual([[null, 50_000], [null]]);
});

test('a price list stands in for amounts that nobody knew', () => {
  const { deals, guesses } = bringIn({
    deals:
      'ID,Product,Stage,Created,Closed,Close value\n1,GTXPro,Won,2026-01-01,2026-02-01,4500\n' +
      '2,GTX Pro,Lost,2026-01-01,2026-02-01,0\n3,gtx-pro,Lead,2026-01-01,,\n4,Other,Lead,2026-01-01,,\n',
    prices: 'product,series,sales_price\nGTX Pro,GTX,4821\n',
  });
  expect(deals.map(({ cells }) => cells.amount)).toEqual([4500, 0, 4821, undefined]);
  expect(deals.map(({ entries }) => entries.map(({ amount }) => amount))).toEqual([
    [482_100, 450_000],
    [482_100, 0],
    [482_100],
    [null],
  ]);
  expect(guesses).toContainEqual({
    about: 'List price',
    theirs: 'prices.csv',
    ours: 'taken for 1 deals without an amount',
  });
});

test('of the past nothing is claimed that the file does not tell', () => {
  const { deals } = bringIn({
    deals:
      'ID,Stage,Created,Closed,Next step,Probability,Owner\n1,Won,2026-01-01,2026-02-01,Sign,90,Ann\n2,Lead,2026-01-01,,Call,20,Bob\n',
  });
  expect(deals[0]?.entries[0]).toMatchObject({
    owner: 'Ann',
    closeDate: null,
    nextStep: '',
    winChance: null,
  });
  expect(deals[0]?.entries[1]).toMatchObject({
    closeDate: '2026-02-01',
    nextStep: 'Sign',
    winChance: null,
  });
});

test('every life begins once, hangs together, runs forward in time and ends where the deal is', () => {
  const day = fc.constantFrom('', '2026-01-01', '2026-01-15', '2026-02-01', '2026-02-20', 'n/a');
  const stage = fc.constantFrom('Lead', 'Demo', 'Proposal', 'Won', 'Lost', 'On hold');
  const row = fc.tuple(stage, day, day, day, day);
  const step = fc.tuple(fc.nat(5), fc.constantFrom('Lead', 'Demo', 'Proposal', 'Won'), day);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 3, maxLength: 6 }),
      fc.array(step, { maxLength: 12 }),
      (rows, steps) => {
        const found = bringIn({
          deals: `ID,Stage,Created,Date entered Demo,Date entered Proposal,Closed\n${rows.map((r, i) => `D${i},${r.join(',')}`).join('\n')}\n`,
          ...(steps.length === 0
            ? {}
            : {
                history: `ID,Stage,Entered\n${steps.map(([deal, s, d]) => `D${deal},${s},${d}`).join('\n')}\n`,
              }),
        });
        expect(
          found.deals.length + found.rejects.filter(({ file }) => file === 'deals.csv').length,
        ).toBe(rows.length);
        for (const { entries, stage: now, id } of found.deals) {
          expect(entries.map(({ kind }) => kind).lastIndexOf('created')).toBe(0);
          expect(entries[entries.length - 1]?.to).toBe(now);
          entries.slice(1).forEach((entry, i) => {
            expect(entry.from).toBe(entries[i]?.to);
            expect(entry.at >= (entries[i]?.at ?? '~')).toBe(true);
            expect(entry.deal).toBe(id);
          });
        }
      },
    ),
  );
});
