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
