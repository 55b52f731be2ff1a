import { expect, test } from '@jest/globals';
import { dealsAtRisk } from '../../src/domain/atRisk';
import { type DealOutlook, dealOutlooks } from '../../src/domain/forecast/dealOutlook';
import { limits } from '../../src/domain/limits';
import { changesBetween, promisesDue } from '../../src/domain/review';
import { type Stall, stallOf } from '../../src/domain/stall';
import { deals, threeStages } from '../support/deals';

const clock = { today: '2026-03-02', count: 'calendar' } as const;

const FOUR = deals({
  steady: [{ on: '2026-02-28', to: 'lead', amount: 500, currency: 'USD', closeDate: '2026-04-01' }],
  late: [{ on: '2026-02-28', to: 'lead', amount: 300, currency: 'USD', closeDate: '2026-02-01' }],
  old: [{ on: '2025-12-01', to: 'lead', amount: 900, currency: 'USD', closeDate: '2026-04-01' }],
  fell: [{ on: '2026-02-28', to: 'lead', amount: 100, currency: 'USD', closeDate: '2026-04-01' }],
});
const byId = new Map(FOUR.map((deal) => [deal.deal, deal]));
const defaults = { lead: 30, proposal: 30, contract: 30 };
const rules = { ...clock, limits: limits(threeStages, FOUR, { ...clock, defaults }) };
const STALLS = new Map(
  FOUR.flatMap((deal) => {
    const stall = stallOf(deal, rules);
    return stall === null ? [] : [[deal.deal, stall] as const];
  }),
);

function outlooks(chances: Readonly<Record<string, number>>): readonly DealOutlook[] {
  const all = dealOutlooks({
    histories: FOUR,
    pipeline: threeStages,
    asOf: clock.today,
    horizons: [28],
  });
  return all.map((one) => ({ ...one, chance: chances[one.deal] ?? 0.5 }));
}

/** The deals at risk when one's chance was another four weeks ago, all others' 0.5 then as now. */
function atRiskWhen(before: number, now: number) {
  return dealsAtRisk({
    histories: byId,
    outlooks: outlooks({ fell: now }),
    earlier: new Map([...byId.keys()].map((deal) => [deal, deal === 'fell' ? before : 0.5])),
    stalls: STALLS,
    convert: (minor) => minor,
  });
}

test('at risk are fallen, overdue, silent and stalled deals, the most fallen first', () => {
  const shown = atRiskWhen(0.6, 0.2).map(({ deal, atStake, risks }) => [
    deal,
    atStake,
    risks.map(({ kind }) => kind).join(', '),
  ]);
  expect(shown).toEqual([
    ['fell', 60, 'fell'],
    ['old', 450, 'silent, stalled'],
    ['late', 150, 'overdue'],
  ]);
});

test('a chance that fell by less than five points has not fallen', () => {
  expect(atRiskWhen(0.6, 0.56).map(({ deal }) => deal)).not.toContain('fell');
});

test('a small deal whose chance fell far stands above large ones that slip or are silent', () => {
  const steady = stallOf(byId.get('steady')!, rules)!;
  const risky = (more: Partial<Stall>): Stall => ({ ...steady, ...more });
  const cases: Readonly<Record<string, [amount: number, before: number, stall: Stall]>> = {
    'fell 10': [9e9, 0.6, risky({ slipping: true, slips: 9 })],
    'fell 40': [1, 0.9, risky({})],
    'slipped 3': [9e9, 0.5, risky({ slipping: true, slips: 3 })],
    'slipped 5': [1, 0.5, risky({ slipping: true, slips: 5 })],
    'silent 20': [9e9, 0.5, risky({ silent: true, idle: 20 })],
    'silent 90': [1, 0.5, risky({ silent: true, idle: 90 })],
    'overdue, small': [1, 0.5, risky({ overdue: true })],
    'overdue, large': [900, 0.5, risky({ overdue: true })],
    'no risk': [9e9, 0.5, risky({})],
  };
  const [template] = outlooks({});
  const found = dealsAtRisk({
    histories: new Map(
      Object.entries(cases).map(([deal, [amount]]) => {
        const known = byId.get('steady')!;
        return [deal, { ...known, deal, state: { ...known.state, amount } }];
      }),
    ),
    outlooks: Object.keys(cases).map((deal) => ({ ...template!, deal, chance: 0.5 })),
    earlier: new Map(Object.entries(cases).map(([deal, [, before]]) => [deal, before])),
    stalls: new Map(Object.entries(cases).map(([deal, [, , stall]]) => [deal, stall])),
    convert: (minor) => minor,
  });
  expect(found.map(({ deal }) => deal)).toEqual([
    'fell 40',
    'fell 10',
    'slipped 5',
    'slipped 3',
    'silent 90',
    'silent 20',
    'overdue, large',
    'overdue, small',
  ]);
});

test('what changed are new deals and deals in another stage, the latest first', () => {
  const story = ['2026-02-01 lead', '2026-02-25 proposal'] as const;
  const before = deals({ moved: [story[0]], same: ['2026-02-01 lead'] });
  const after = deals({ moved: story, same: ['2026-02-01 lead'], fresh: ['2026-02-26 lead'] });
  const asMap = (all: typeof before) => new Map(all.map((deal) => [deal.deal, deal]));
  const changes = changesBetween(asMap(before), asMap(after));
  expect(changes.map(({ deal, from, to, on }) => [deal, from, to, on])).toEqual([
    ['fresh', '', 'lead', '2026-02-26'],
    ['moved', 'lead', 'proposal', '2026-02-25'],
  ]);
});

test.each<{ due: string; shows: string }>`
  due             | shows
  ${'2026-02-20'} | ${'missed'}
  ${'2026-03-02'} | ${'due'}
  ${'2026-03-09'} | ${'due'}
  ${'2026-03-10'} | ${'nothing'}
`('on 2 March a next step of $due is $shows', ({ due, shows }) => {
  const stall = STALLS.get('steady');
  const dates = () => ({ nextStep: due, plan: null });
  const [found] = promisesDue(stall === undefined ? [] : [stall], dates, clock.today);
  expect(found === undefined ? 'nothing' : found.isMissed ? 'missed' : 'due').toBe(shows);
});

test('changes of one day stand in the order of their deals, later days before earlier ones', () => {
  const after = deals({
    c: ['2026-02-25 lead'],
    a: ['2026-02-25 lead'],
    e: ['2026-02-24 lead'],
    b: ['2026-02-25 lead'],
    d: ['2026-02-26 lead'],
  });
  const gone = { ...after[0]!, deal: 'gone', deleted: true };
  const asMap = new Map([...after, gone].map((deal) => [deal.deal, deal]));
  const order = (all: ReadonlyMap<string, (typeof after)[number]>) =>
    changesBetween(new Map(), all).map(({ deal }) => deal);
  expect(order(asMap)).toEqual(['d', 'a', 'b', 'c', 'e']);
  expect(order(new Map([...asMap].reverse()))).toEqual(['d', 'a', 'b', 'c', 'e']);
});

test('what is due stands by its day, the longest missed on top, and then by its deal', () => {
  const steady = STALLS.get('steady')!;
  const dates: Readonly<Record<string, { nextStep: string | null; plan: string | null }>> = {
    c: { nextStep: '2026-03-03', plan: null },
    a: { nextStep: '2026-03-03', plan: '2026-02-20' },
    d: { nextStep: null, plan: '2026-02-27' },
    b: { nextStep: '2026-03-03', plan: '2026-03-10' },
  };
  const ofDeals = Object.keys(dates).map((deal) => ({ ...steady, deal }));
  const order = (stalls: readonly Stall[]) =>
    promisesDue(stalls, (deal) => dates[deal]!, clock.today).map((it) => `${it.deal} ${it.what}`);
  const expected = ['a plan', 'd plan', 'a nextStep', 'b nextStep', 'c nextStep'];
  expect(order(ofDeals)).toEqual(expected);
  expect(order([...ofDeals].reverse())).toEqual(expected);
});

interface Case {
  readonly deal: string;
  readonly before?: number;
  readonly now: number;
  readonly stall?: Partial<Stall>;
}

/** The deals at risk, `'late overdue'`, of deals of one worth in any order. */
function risksOf(cases: readonly Case[]): readonly string[] {
  const steady = stallOf(byId.get('steady')!, rules)!;
  const [template] = outlooks({});
  const found = (all: readonly Case[]) =>
    dealsAtRisk({
      histories: new Map(all.map(({ deal }) => [deal, { ...byId.get('steady')!, deal }])),
      outlooks: all.map(({ deal, now }) => ({ ...template!, deal, chance: now })),
      earlier: new Map(
        all.flatMap(({ deal, before }) => (before === undefined ? [] : [[deal, before] as const])),
      ),
      stalls: new Map(
        all.flatMap(({ deal, stall }) => (stall ? [[deal, { ...steady, ...stall }] as const] : [])),
      ),
      convert: (minor) => minor,
    }).map(({ deal, risks }) => `${deal} ${risks.map(({ kind }) => kind).join(' ')}`);
  expect(found([...cases].reverse())).toEqual(found(cases));
  return found(cases);
}

test('a deal that had and has no chance is no news; one that lost its chance is', () => {
  const overdue = { overdue: true };
  expect(
    risksOf([
      { deal: 'hopeless', before: 0, now: 0, stall: overdue },
      { deal: 'revived', before: 0, now: 0.5, stall: overdue },
      { deal: 'given up', before: 0.3, now: 0, stall: overdue },
      { deal: 'new', now: 0, stall: overdue },
    ]),
  ).toEqual(['given up fell overdue', 'revived overdue', 'new overdue']);
});

test('what counts is how far a chance fell, not how high it was; five points are a fall', () => {
  expect(
    risksOf([
      { deal: 'high', before: 0.9, now: 0.8 },
      { deal: 'low', before: 0.5, now: 0.2 },
      { deal: 'five', before: 0.05, now: 0 },
      { deal: 'risen', before: 0.2, now: 0.9 },
    ]),
  ).toEqual(['low fell', 'high fell', 'five fell']);
});

test('the longest silent come first; where all is alike, the names decide', () => {
  const silent = (idle: number) => ({ silent: true, idle });
  expect(
    risksOf([
      { deal: 'c', now: 0.5, stall: silent(20) },
      { deal: 'b', now: 0.5, stall: silent(90) },
      { deal: 'd', now: 0.5, stall: silent(20) },
      { deal: 'a', now: 0.5, stall: { overdue: true } },
    ]),
  ).toEqual(['b silent', 'c silent', 'd silent', 'a overdue']);
});

test('a deal without a history is at no risk', () => {
  const [template] = outlooks({});
  const unknown = { ...template!, deal: 'unknown', chance: 0.1 };
  const found = dealsAtRisk({
    ...{ histories: byId, outlooks: [unknown], stalls: STALLS, convert: () => null },
    earlier: new Map([['unknown', 0.9]]),
  });
  expect(found).toEqual([]);
});
