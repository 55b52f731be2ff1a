import { expect, test } from '@jest/globals';
import { ask, rowsOf } from '../support/standIn';
import {
  aPipeline,
  dealNamed,
  dealRows,
  does,
  everything,
  idOf,
  lifeOf,
  newDeal,
  pastes,
  QUALIFIED,
  sweeps,
  types,
} from './desk';

type Host = ReturnType<typeof aPipeline>;

/** Mill and Dam may leave Qualification, Pump may not. */
function three(language: 'en' | 'zh' = 'en'): Host {
  const host = aPipeline(language);
  newDeal(host, 'Mill', QUALIFIED);
  newDeal(host, 'Dam', QUALIFIED);
  newDeal(host, 'Pump');
  return host;
}

/** Asks for the list, types the answer, and tells what the question and the last message said. */
function takesBack(host: Host, answer: string): { readonly asked: string; readonly told: string } {
  const { alerts } = does(host, { menu: 'undoMoves', answers: [{ text: answer }] });
  return { asked: alerts[0]?.message ?? '', told: alerts.at(-1)?.message ?? '' };
}

const stages = (host: Host): readonly unknown[] => dealRows(host).map(({ Stage }) => Stage);

test('all that a pasted block moved is taken back at once, as new entries', () => {
  const host = three();
  pastes(host, 'Stage', 2, ['Needs analysis', 'Needs analysis', 'Needs analysis']);
  expect(stages(host)).toEqual(['Needs analysis', 'Needs analysis', 'Qualification']);
  const before = rowsOf(host, 'Ledger');
  const { asked, told } = takesBack(host, '1');
  expect(asked).toContain('1. 2026-02-02 09:00, owner@example.com: Mill, Dam to Needs analysis');
  expect(told).toBe('2 deals are back where they were.');
  expect(stages(host)).toEqual(['Qualification', 'Qualification', 'Qualification']);
  expect(rowsOf(host, 'Ledger').slice(0, before.length)).toEqual(before);
  expect(lifeOf(host, 'Mill').at(-1)).toBe('undone: Needs analysis -> Qualification');
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
});

test('each gesture is a line, the newest first; one undone makes the one before it the last', () => {
  const host = three();
  types(host, 'Mill', { Stage: 'Needs analysis' });
  types(host, 'Dam', { Stage: 'Needs analysis' });
  ask(host, 'moveDeals', { ids: [idOf(host, 'Dam')], to: 'lost', reason: 'Price', from: 'board' });
  const { asked } = takesBack(host, '2');
  expect(
    asked
      .split('\n')
      .slice(2)
      .map((line) => line.replace(/.*: /, '')),
  ).toEqual(['Dam to Closed lost', 'Mill to Needs analysis']);
  expect(stages(host)).toEqual(['Qualification', 'Closed lost', 'Qualification']);
  expect(takesBack(host, '1').told).toBe('1 deal is back where it was.');
  expect(takesBack(host, '1').told).toBe('1 deal is back where it was.');
  expect(stages(host)).toEqual(['Qualification', 'Qualification', 'Qualification']);
  expect(takesBack(host, '1').told).toContain('There is no move to take back');
});

test('a win that is taken back later keeps a close date that somebody typed since', () => {
  const host = three();
  const win = { ids: [idOf(host, 'Mill')], to: 'won', override: true, reason: 'Signed today' };
  does(host, { edit: { tab: 'Team', range: 'F2', values: [['Yes']] } });
  ask(host, 'moveDeals', { ...win, facts: { Amount: 500 } });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Closed won',
    'Close date': '2026-02-02',
  });
  types(host, 'Mill', { 'Close date': '2026-01-30' });
  takesBack(host, '1');
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Qualification',
    'Close date': '2026-01-30',
  });
});

test.each(['7', 'Mill', '0', '-1'])(
  'the answer "%s", which is not in the list, takes nothing back',
  (answer) => {
    const host = three();
    types(host, 'Mill', { Stage: 'Needs analysis' });
    const before = everything(host);
    expect(takesBack(host, answer).told).toContain('is not in the list');
    expect(everything(host)).toEqual(before);
  },
);

test('whoever cancels, and a deal whose row is gone, change nothing', () => {
  const host = three();
  types(host, 'Mill', { Stage: 'Needs analysis' });
  const before = everything(host);
  expect(does(host, { menu: 'undoMoves', answers: [{ button: 'CANCEL' }] }).alerts).toHaveLength(1);
  expect(everything(host)).toEqual(before);
  does(host, { deleteRows: { tab: 'Deals', at: 2, count: 1 } });
  expect(takesBack(host, '1').told).toContain('There is no move to take back');
});

test('in a Chinese workbook the list is Chinese', () => {
  const host = three('zh');
  pastes(host, 'Stage', 2, ['需求分析', '需求分析']);
  const { asked, told } = takesBack(host, '1');
  expect(asked).toContain('Mill、Dam 移到 需求分析');
  expect(told).toBe('2 个商机已回到原来的阶段。');
});
