import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addExits, fade, noExits } from '../../../src/domain/forecast/exits';
import { learningOf, walkExits } from '../../../src/domain/forecast/learning';
import { seenFrom, weightsOf } from '../../../src/domain/forecast/leftOut';
import { numberOf, type Panel, panelOf } from '../../../src/domain/forecast/panel';
import { aHistory, oneADay, threeStages } from './histories';

const QUALIFY = 0;
const WON = 4;
const LOST = 5;
const WIDTH = 6;

function tableOf(panel: Panel, after: string, upTo: string, cap = 366) {
  const exits = noExits(panel, cap);
  addExits(exits, panel, {
    spells: Int32Array.from(panel.spells.from.keys()),
    weights: new Float64Array(panel.histories.length).fill(1),
    window: { after: numberOf(after), upTo: numberOf(upTo) },
  });
  return exits;
}

const TWO = panelOf(
  [
    aHistory('D1', [
      ['qualify', '2026-01-01'],
      ['won', '2026-01-03'],
    ]),
    aHistory('D2', [['qualify', '2026-01-01']]),
  ],
  threeStages(),
  '2026-01-04',
);

test('each evening that was followed up counts, and each exit at the evenings sat until then', () => {
  const { exposed, left } = tableOf(TWO, '2025-12-31', '2026-01-04');
  expect([...exposed.slice(0, 4)]).toEqual([2, 2, 1, 0]);
  expect(left[1 * WIDTH + WON]).toBe(1);
  expect(left.reduce((sum, count) => sum + count, 0)).toBe(1);
});

test('a visit of unknown length tells where it led, not how long it took', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-01'],
    ['won', '2026-01-03'],
  ]);
  const visits = deal.visits.map((visit) => ({ ...visit, known: false }));
  const panel = panelOf([{ ...deal, visits }], threeStages(), '2026-01-04');
  const { exposed, left, leftState } = tableOf(panel, '2025-12-31', '2026-01-04');
  expect(Math.max(...exposed, ...left)).toBe(0);
  expect(leftState[WON]).toBe(1);
});

test('evenings from the last cell on share it', () => {
  const { exposed } = tableOf(TWO, '2025-12-31', '2026-01-04', 2);
  expect([...exposed.slice(0, 2)]).toEqual([2, 3]);
});

test('closed deals count as resolved once in each state that they sat in', () => {
  expect(tableOf(TWO, '2025-12-31', '2026-01-04').resolved[QUALIFY]).toBe(1);
  expect(tableOf(TWO, '2025-12-31', '2026-01-02').resolved[QUALIFY]).toBe(0);
});

test('what is seen in two windows adds up to what is seen in one', () => {
  const day = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(day, day, fc.boolean())), day, (deals, cut) => {
      const at = (offset: number) =>
        new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
      const histories = deals.map(([start, length, won], index) =>
        aHistory(`D${index}`, [
          ['qualify', at(start)],
          [won ? 'won' : 'lost', at(start + length)],
        ]),
      );
      const panel = panelOf(histories, threeStages(), '2026-02-20');
      const whole = tableOf(panel, '2025-12-31', '2026-02-20', 10);
      const first = tableOf(panel, '2025-12-31', at(cut), 10);
      const second = tableOf(panel, at(cut), '2026-02-20', 10);
      for (const part of ['exposed', 'left', 'resolved', 'born'] as const) {
        expect(first[part].map((count, i) => count + second[part][i]!)).toEqual(whole[part]);
      }
    }),
  );
});

test('fading leaves every rate as it was', () => {
  const exits = tableOf(TWO, '2025-12-31', '2026-01-04');
  fade(exits, 0.25);
  expect([...exits.exposed.slice(0, 3)]).toEqual([0.5, 0.5, 0.25]);
  expect(exits.left[1 * WIDTH + WON]).toBe(0.25);
});

test('a walk shows at each stop what stands that evening', () => {
  const seen: [number, number][] = [];
  const first = numberOf('2026-01-01');
  walkExits(learningOf(TWO), [first, first + 1, first + 2, first + 3], (_, day, standing) => {
    seen.push([day - first, standing.length]);
  });
  expect(seen).toEqual([
    [0, 2],
    [1, 2],
    [2, 1],
    [3, 1],
  ]);
});

/** Four a day through four months, closing after 0 to 99 days, half of them won. */
const MANY = [0, 1, 2, 3].flatMap((lane) =>
  oneADay('2026-01-01', 120, (index) => {
    const length = (index * 37 + lane * 25) % 100;
    return [
      ['qualify', 0],
      [(index + lane) % 2 === 0 ? 'won' : 'lost', length],
    ];
  }),
);

test('a file that leaves out what closed before March is read from its first closing on', () => {
  const kept = MANY.filter(({ closed }) => closed! >= '2026-03-01');
  const first = kept.map(({ closed }) => closed!).sort()[0]!;
  expect(seenFrom(panelOf(kept, threeStages(), '2026-06-30'))).toBe(numberOf(first));
});

test('a complete file is read from its first deal on', () => {
  expect(seenFrom(panelOf(MANY, threeStages(), '2026-06-30'))).toBe(numberOf('2026-01-01'));
});

test('one closing with a mistyped year does not hide that March is where closings begin', () => {
  const kept = MANY.filter(({ closed }) => closed! >= '2026-03-01');
  const odd = aHistory('odd', [
    ['qualify', '2019-01-02'],
    ['lost', '2019-01-05'],
  ]);
  const first = kept.map(({ closed }) => closed!).sort()[0]!;
  expect(seenFrom(panelOf([...kept, odd], threeStages(), '2026-06-30'))).toBe(numberOf(first));
});

test('all deals weigh the same when the closed ones are all there', () => {
  const panel = panelOf(MANY, threeStages(), '2026-04-30');
  expect(Math.min(...weightsOf(panel, seenFrom(panel)))).toBe(1);
});

test('open deals weigh little when the file kept few of the closed ones', () => {
  const asOf = '2026-04-30';
  const quick = [0, 1, 2, 3].flatMap((lane) =>
    oneADay('2026-01-01', 120, (index) => [
      ['qualify', 0],
      ['won', 1 + ((index * 7 + lane * 5) % 25)],
    ]),
  );
  const kept = quick.filter(({ closed }, index) => closed! > `${asOf}T99` || index % 20 === 0);
  const panel = panelOf(kept, threeStages(), asOf);
  const weights = weightsOf(panel, seenFrom(panel));
  const closed = new Set(panel.closings.deal);
  weights.forEach((weight, deal) => {
    if (closed.has(deal)) expect(weight).toBe(1);
    else expect(weight).toBeLessThan(0.5);
  });
});

test('lost deals are exits like won ones: leaving them out is not how a chance rises', () => {
  const panel = panelOf(MANY, threeStages(), '2026-08-31');
  const { left } = tableOf(panel, '2025-12-31', '2026-08-31');
  let won = 0;
  let lost = 0;
  for (let cell = 0; cell < 366; cell++) {
    won += left[cell * WIDTH + WON]!;
    lost += left[cell * WIDTH + LOST]!;
  }
  const sameDay = MANY.filter(({ created, closed }) => created === closed).length;
  expect(won + lost).toBe(MANY.length - sameDay);
  expect(Math.abs(won - lost)).toBeLessThan(10);
});

/** In Qualify from the 1st to the 10th of January, then won. */
const NINE_EVENINGS = panelOf(
  [
    aHistory('D1', [
      ['qualify', '2026-01-01'],
      ['won', '2026-01-10'],
    ]),
  ],
  threeStages(),
  '2026-01-20',
);

test.each<{ after: string; upTo: string; cap: number; evenings: readonly number[]; won: number }>`
  after           | upTo            | cap   | evenings                          | won
  ${'2025-12-31'} | ${'2026-01-20'} | ${10} | ${[1, 1, 1, 1, 1, 1, 1, 1, 1, 0]} | ${8}
  ${'2025-12-31'} | ${'2026-01-10'} | ${10} | ${[1, 1, 1, 1, 1, 1, 1, 1, 1, 0]} | ${8}
  ${'2025-12-31'} | ${'2026-01-09'} | ${10} | ${[1, 1, 1, 1, 1, 1, 1, 1, 0, 0]} | ${-1}
  ${'2026-01-03'} | ${'2026-01-06'} | ${10} | ${[0, 0, 1, 1, 1, 0, 0, 0, 0, 0]} | ${-1}
  ${'2026-01-03'} | ${'2026-01-06'} | ${4}  | ${[0, 0, 1, 2]}                   | ${-1}
  ${'2026-01-06'} | ${'2026-01-10'} | ${4}  | ${[0, 0, 0, 4]}                   | ${3}
  ${'2026-01-09'} | ${'2026-01-10'} | ${10} | ${[0, 0, 0, 0, 0, 0, 0, 0, 1, 0]} | ${8}
  ${'2026-01-10'} | ${'2026-01-20'} | ${10} | ${[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]} | ${-1}
  ${'2025-12-31'} | ${'2026-01-01'} | ${10} | ${[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]} | ${-1}
  ${'2025-12-31'} | ${'2026-01-02'} | ${10} | ${[1, 0, 0, 0, 0, 0, 0, 0, 0, 0]} | ${-1}
`('the days after $after up to $upTo follow a deal over the evenings $evenings', (row) => {
  const { exposed, left, leftState } = tableOf(NINE_EVENINGS, row.after, row.upTo, row.cap);
  expect([...exposed.slice(0, row.cap)]).toEqual(row.evenings);
  expect(exposed.slice(row.cap).every((count) => count === 0)).toBe(true);
  expect(left.indexOf(1)).toBe(row.won < 0 ? -1 : row.won * WIDTH + WON);
  expect(leftState[WON]).toBe(row.won < 0 ? 0 : 1);
});

test('a deal that goes on counts up to the last evening but one; so does one that leaves for nowhere known', () => {
  const path = (...more: readonly (readonly [string, string])[]) =>
    panelOf([aHistory('D1', [['propose', '2026-01-01'], ...more])], threeStages(), '2026-01-04');
  const propose = (panel: Panel) => {
    const { exposed, left, leftState } = tableOf(panel, '2025-12-31', '2026-01-20', 5);
    return [...exposed.slice(5, 10), Math.max(...left, ...leftState)];
  };
  expect(propose(path())).toEqual([1, 1, 1, 0, 0, 0]);
  expect(propose(path(['elsewhere', '2026-01-03']))).toEqual([1, 0, 0, 0, 0, 0]);
});

test('deals of half a weight count half: their evenings, exits, births and closings', () => {
  const exits = noExits(TWO, 366);
  addExits(exits, TWO, {
    spells: Int32Array.from(TWO.spells.from.keys()),
    weights: Float64Array.of(0.5, 0.25),
    window: { after: numberOf('2025-12-31'), upTo: numberOf('2026-01-04') },
  });
  expect([...exits.exposed.slice(0, 3)]).toEqual([0.75, 0.75, 0.25]);
  expect(exits.left[1 * WIDTH + WON]).toBe(0.5);
  expect(exits.leftState[WON]).toBe(0.5);
  expect([...exits.born]).toEqual([0.75, 0, 0, 0, 0, 0]);
  expect([...exits.resolved]).toEqual([0.5, 0, 0, 0]);
});

test('births and closings count on their own day alone', () => {
  const counted = (after: string, upTo: string) => {
    const { born, resolved } = tableOf(NINE_EVENINGS, after, upTo);
    return [born[QUALIFY], resolved[QUALIFY]];
  };
  expect(counted('2025-12-31', '2026-01-01')).toEqual([1, 0]);
  expect(counted('2026-01-01', '2026-01-09')).toEqual([0, 0]);
  expect(counted('2026-01-09', '2026-01-10')).toEqual([0, 1]);
  expect(counted('2026-01-10', '2026-01-20')).toEqual([0, 0]);
});

test('a deal that went back and forth is resolved once in each state; one born nowhere known is not born', () => {
  const panel = panelOf(
    [
      aHistory('D1', [
        ['qualify', '2026-01-01'],
        ['negotiate', '2026-01-02'],
        ['qualify', '2026-01-03'],
        ['lost', '2026-01-05'],
      ]),
      aHistory('D2', [
        ['elsewhere', '2026-01-01'],
        ['won', '2026-01-05'],
      ]),
    ],
    threeStages(),
    '2026-01-10',
  );
  const { born, resolved, leftState } = tableOf(panel, '2025-12-31', '2026-01-10');
  expect([...resolved]).toEqual([1, 0, 1, 0]);
  expect([...born]).toEqual([1, 0, 0, 0, 0, 0]);
  const NEGOTIATE = 2;
  expect([...leftState.slice(0, WIDTH)]).toEqual([0, 0, 1, 0, 0, 1]);
  expect([...leftState.slice(NEGOTIATE * WIDTH, 3 * WIDTH)]).toEqual([1, 0, 0, 0, 0, 0]);
});

test('fading reaches every count', () => {
  const exits = tableOf(TWO, '2025-12-31', '2026-01-04');
  fade(exits, 0.5);
  expect([exits.leftState[WON], exits.resolved[QUALIFY], exits.born[QUALIFY]]).toEqual([
    0.5, 0.5, 1,
  ]);
});
