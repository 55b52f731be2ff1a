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
