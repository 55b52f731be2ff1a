import { expect, test } from '@jest/globals';
import { dealsAtRisk } from '../../src/domain/atRisk';
import { type DealOutlook, dealOutlooks } from '../../src/domain/forecast/dealOutlook';
import { limits } from '../../src/domain/limits';
import { changesBetween, promisesDue } from '../../src/domain/review';
import { stallOf } from '../../src/domain/stall';
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

test('at risk are fallen, overdue, silent and stalled deals, the largest hopes first', () => {
  const found = dealsAtRisk({
    histories: byId,
    outlooks: outlooks({ fell: 0.2 }),
    earlier: outlooks({ fell: 0.6 }),
    stalls: STALLS,
    convert: (minor) => minor,
  });
  const shown = found.map(({ deal, atStake, risks }) => [
    deal,
    atStake,
    risks.map(({ kind }) => kind).join(', '),
  ]);
  expect(shown).toEqual([
    ['old', 450, 'silent, stalled'],
    ['late', 150, 'overdue'],
    ['fell', 60, 'fell'],
  ]);
});

test('a chance that fell by less than five points has not fallen', () => {
  const found = dealsAtRisk({
    histories: byId,
    outlooks: outlooks({ fell: 0.56 }),
    earlier: outlooks({ fell: 0.6 }),
    stalls: STALLS,
    convert: (minor) => minor,
  });
  expect(found.map(({ deal }) => deal)).not.toContain('fell');
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
