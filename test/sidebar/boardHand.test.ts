import { expect, test } from '@jest/globals';
import { columnsOf } from '../../sidebar/boardColumns';
import { beside, between, neighbour, pickedWith } from '../../sidebar/boardHand';
import { aCard, aPipelineView } from '../support/pageFixtures';

const { stages } = aPipelineView();
const card = (id: string, stage: string, daysInStage: number) => aCard({ id, stage, daysInStage });
const columns = columnsOf(
  stages,
  [
    card('q1', 'qualification', 30),
    card('q2', 'qualification', 20),
    card('q3', 'qualification', 10),
    card('p1', 'proposal', 9),
    card('x1', 'retired', 9),
  ],
  {},
);

test.each<{ from: string; key: Parameters<typeof neighbour>[2]; to: string | undefined }>`
  from    | key             | to
  ${'q1'} | ${'ArrowDown'}  | ${'q2'}
  ${'q1'} | ${'ArrowUp'}    | ${undefined}
  ${'q3'} | ${'ArrowRight'} | ${'p1'}
  ${'p1'} | ${'ArrowLeft'}  | ${'q1'}
  ${'q2'} | ${'Home'}       | ${'q1'}
  ${'q2'} | ${'End'}        | ${'q3'}
`('$key on $from leads to $to, over empty stages', ({ from, key, to }) => {
  expect(neighbour(columns, from, key)?.id).toBe(to);
});

test('a picked-up card goes stage by stage, never onto a retired one', () => {
  expect(beside(columns, 'qualification', 1)).toBe('needs');
  expect(beside(columns, 'qualification', -1)).toBe('qualification');
  expect(beside(columns, 'nurture', 1)).toBe('nurture');
});

test('a selected card takes the other selected ones along, another card goes alone', () => {
  expect(pickedWith('q1', new Set(['q1', 'p1']))).toEqual(['q1', 'p1']);
  expect(pickedWith('q2', new Set(['q1', 'p1']))).toEqual(['q2']);
});

test('a range reaches from card to card in one stage only', () => {
  expect(between(columns, 'q3', 'q1')).toEqual(['q1', 'q2', 'q3']);
  expect(between(columns, 'q3', 'p1')).toEqual(['p1']);
});
