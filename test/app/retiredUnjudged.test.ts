import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealNamed,
  does,
  lifeOf,
  newDeal,
  QUALIFIED,
  sweeps,
  WINNABLE,
} from './desk';

/** Another program writes a stage into a deal's row; nobody has looked at it yet. */
function writes(host: Host, row: number, stage: string): void {
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Stage', row), values: [[stage]] } });
}

/** What the person is asked and told, one after another. */
function retires(host: Host, ...typed: readonly string[]): readonly string[] {
  const answers = typed.map((text) => ({ text }));
  const { alerts } = does(host, { menu: 'retireStage', answers } as Gesture);
  return alerts.map(({ message }) => message);
}

const IN_NEEDS = ['created: Qualification', 'moved: Qualification -> Needs analysis'];
const movesOf = (host: Host, deal: string) =>
  lifeOf(host, deal).filter((line) => !line.startsWith('changed'));

test('a deal that was sent on by another program goes on there when its stage is retired', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', WINNABLE, 'Needs analysis');
  newDeal(host, 'Dam', QUALIFIED, 'Needs analysis');
  writes(host, 2, 'Negotiation');
  expect(retires(host, 'Needs analysis', 'Qualification').at(-1)).toBe(
    '"Needs analysis" is retired. 1 deal moved to "Qualification".',
  );
  sweeps(host);
  expect(movesOf(host, 'Mill')).toEqual([...IN_NEEDS, 'moved: Needs analysis -> Negotiation']);
  expect(movesOf(host, 'Dam')).toEqual([...IN_NEEDS, 'moved: Needs analysis -> Qualification']);
  expect(dealNamed(host, 'Mill').Stage).toBe('Negotiation');
});

test('a deal that may not go where another program sent it has that in the ledger, and then leaves the retired stage', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  writes(host, 2, 'Negotiation');
  retires(host, 'Needs analysis', 'Qualification');
  expect(movesOf(host, 'Mill')).toEqual([
    ...IN_NEEDS,
    'held: Needs analysis -> Negotiation',
    'moved: Needs analysis -> Qualification',
  ]);
});

test('a new row that nobody has looked at is no deal of the stage that it names', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  does(host, { apiWrite: { tab: 'Deals', range: 'A3', values: [['Dam']] } });
  writes(host, 3, 'Needs analysis');
  const told = retires(host, 'Needs analysis', 'Qualification');
  expect(told[0]).toContain('Needs analysis (1 deal)');
  expect(told.at(-1)).toBe('"Needs analysis" is retired. 1 deal moved to "Qualification".');
  expect(dealNamed(host, 'Dam').Stage).toBe('Qualification');
});

test('where there are two pipelines the deals of a retired stage move as well', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  does(host, { menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] });
  expect(retires(host, 'Needs analysis', 'Qualification').at(-1)).toBe(
    '"Needs analysis" is retired. 1 deal moved to "Qualification".',
  );
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  expect(rowsOf(host, 'Stages').find(({ Stage }) => Stage === 'Needs analysis')?.Kind).toBe(
    'Retired',
  );
});

test('a stage whose row was deleted comes back retired, under the headings as they stand', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  does(host, { moveColumn: { tab: 'Stages', from: 2, to: 5 } });
  does(host, { deleteRows: { tab: 'Stages', at: 3, count: 1 } });
  retires(host, 'Needs analysis', 'Qualification');
  const row = rowsOf(host, 'Stages').find(({ Stage }) => Stage === 'Needs analysis');
  expect(row).toMatchObject({ Kind: 'Retired', Key: 'needs-analysis' });
});
