import { expect, test } from '@jest/globals';
import type { Must } from '../../src/domain/criterion';
import { shortfalls } from '../../src/domain/shortfalls';
import { aCriterion, facts, type Written } from '../support/deals';

const TODAY = '2026-03-10';

function isMet(cell: Written, must: Must, other: Written = null): boolean {
  const criterion = aCriterion('entering proposal', 'own:Cell', must);
  const about = { facts: facts({ 'own:Cell': cell, 'own:Other': other }), today: TODAY };
  return shortfalls([criterion], about).length === 0;
}

const filled: Must = { kind: 'isFilled' };
const ticked: Must = { kind: 'isTicked' };
const atLeast500: Must = { kind: 'atLeast', number: 500 };
const atMost500: Must = { kind: 'atMost', number: 500 };
const signed: Must = { kind: 'equals', text: 'Signed' };
const seven: Must = { kind: 'equals', text: '7.0' };
const colours: Must = { kind: 'oneOf', texts: ['Red', ' Dark  green '] };
const excel: Must = { kind: 'contains', text: 'EXCEL' };
const never: Must = { kind: 'contains', text: ' ' };
const five: Must = { kind: 'contains', text: '5' };
const march: Must = { kind: 'contains', text: '2026-03' };
const isTrue: Must = { kind: 'equals', text: 'TRUE' };
const atLeast0: Must = { kind: 'atLeast', number: 0 };
const aDay: Must = { kind: 'isDate' };
const ahead: Must = { kind: 'afterToday', days: 0 };
const aWeekAhead: Must = { kind: 'afterToday', days: 7 };
const past: Must = { kind: 'beforeToday', days: 0 };
const aWeekPast: Must = { kind: 'beforeToday', days: -7 };

test.each<{ cell: Written; must: Must; met: boolean }>`
  cell                       | must          | met
  ${null}                    | ${filled}     | ${false}
  ${'   '}                   | ${filled}     | ${false}
  ${'x'}                     | ${filled}     | ${true}
  ${0}                       | ${filled}     | ${true}
  ${'2026-03-10'}            | ${filled}     | ${true}
  ${null}                    | ${ticked}     | ${false}
  ${false}                   | ${filled}     | ${false}
  ${true}                    | ${filled}     | ${true}
  ${{ unreadable: '31/2' }}  | ${filled}     | ${false}
  ${true}                    | ${ticked}     | ${true}
  ${false}                   | ${ticked}     | ${false}
  ${'TRUE'}                  | ${ticked}     | ${false}
  ${500}                     | ${atLeast500} | ${true}
  ${499.99}                  | ${atLeast500} | ${false}
  ${null}                    | ${atLeast500} | ${false}
  ${null}                    | ${atLeast0}   | ${false}
  ${'  '}                    | ${atLeast0}   | ${false}
  ${' 900 '}                 | ${atLeast500} | ${true}
  ${'+900'}                  | ${atLeast500} | ${true}
  ${'500.25'}                | ${atLeast500} | ${true}
  ${'1e3'}                   | ${atLeast500} | ${false}
  ${'.9e3'}                  | ${atLeast500} | ${false}
  ${'900 EUR'}               | ${atLeast500} | ${false}
  ${'-900'}                  | ${atMost500}  | ${true}
  ${'12,000'}                | ${atLeast500} | ${false}
  ${'a lot'}                 | ${atLeast500} | ${false}
  ${'900'}                   | ${atLeast500} | ${true}
  ${{ unreadable: '#N/A' }}  | ${atLeast500} | ${false}
  ${500}                     | ${atMost500}  | ${true}
  ${500.01}                  | ${atMost500}  | ${false}
  ${null}                    | ${atMost500}  | ${false}
  ${-3}                      | ${atMost500}  | ${true}
  ${' signed'}               | ${signed}     | ${true}
  ${'ＳＩＧＮＥＤ'}          | ${signed}     | ${true}
  ${'unsigned'}              | ${signed}     | ${false}
  ${null}                    | ${signed}     | ${false}
  ${7}                       | ${seven}      | ${true}
  ${70}                      | ${seven}      | ${false}
  ${'dark green'}            | ${colours}    | ${true}
  ${'green'}                 | ${colours}    | ${false}
  ${'Uses Excel daily'}      | ${excel}      | ${true}
  ${'Uses paper'}            | ${excel}      | ${false}
  ${null}                    | ${excel}      | ${false}
  ${{ unreadable: 'Excel' }} | ${excel}      | ${false}
  ${'anything'}              | ${never}      | ${false}
  ${152}                     | ${five}       | ${true}
  ${12}                      | ${five}       | ${false}
  ${'2026-03-10'}            | ${march}      | ${true}
  ${true}                    | ${isTrue}     | ${true}
  ${false}                   | ${isTrue}     | ${false}
  ${null}                    | ${aDay}       | ${false}
  ${null}                    | ${ahead}      | ${false}
  ${null}                    | ${past}       | ${false}
  ${'2026-03-10'}            | ${aDay}       | ${true}
  ${'tomorrow'}              | ${aDay}       | ${false}
  ${'2026-03-11'}            | ${ahead}      | ${true}
  ${'2026-03-10'}            | ${ahead}      | ${false}
  ${'2026-03-17'}            | ${aWeekAhead} | ${false}
  ${'2026-03-18'}            | ${aWeekAhead} | ${true}
  ${'2026-03-09'}            | ${past}       | ${true}
  ${'2026-03-10'}            | ${past}       | ${false}
  ${'2026-03-03'}            | ${aWeekPast}  | ${false}
  ${'2026-03-02'}            | ${aWeekPast}  | ${true}
  ${'soon'}                  | ${ahead}      | ${false}
`('a cell that says $cell meets $must: $met', ({ cell, must, met }) => {
  expect(isMet(cell, must)).toBe(met);
});

test.each<{ cell: Written; other: Written; met: boolean }>`
  cell            | other           | met
  ${'2026-05-02'} | ${'2026-05-01'} | ${true}
  ${'2026-05-01'} | ${'2026-05-01'} | ${false}
  ${'2026-05-01'} | ${null}         | ${false}
  ${null}         | ${'2026-05-01'} | ${false}
  ${20}           | ${10}           | ${true}
  ${10}           | ${10}           | ${false}
  ${20}           | ${'2026-05-01'} | ${false}
  ${20}           | ${null}         | ${false}
`('$cell comes after another field that says $other: $met', ({ cell, other, met }) => {
  expect(isMet(cell, { kind: 'afterField', other: 'own:Other' }, other)).toBe(met);
});

test('one activity is asked of a deal without a log', () => {
  const one = aCriterion('leaving lead', 'deal', { kind: 'activities', atLeast: 1, activity: '' });
  expect(shortfalls([one], { facts: facts(), today: TODAY })).toHaveLength(1);
});

test('two logged demos and a done task are counted, and without a log there are none', () => {
  const asked = [
    aCriterion('leaving lead', 'deal', { kind: 'activities', atLeast: 2, activity: 'demo' }),
    aCriterion('leaving lead', 'deal', { kind: 'activities', atLeast: 3, activity: '' }),
    aCriterion('leaving lead', 'deal', { kind: 'taskDone', task: 'Send value case' }),
  ];
  const counts = {
    activities: (kind: string) => (kind === 'demo' ? 2 : kind === '' ? 3 : 0),
    isTaskDone: (task: string) => task === 'Send value case',
  };
  expect(shortfalls(asked, { facts: facts(), today: TODAY, counts })).toEqual([]);
  expect(shortfalls(asked, { facts: facts(), today: TODAY })).toHaveLength(3);
});

const byPhone = aCriterion('leaving lead', 'phone', filled, 'reachable');
const byMail = aCriterion('leaving lead', 'email', filled, 'reachable');

test('one of a group is enough', () => {
  const about = { facts: facts({ email: 'ann@example.com' }), today: TODAY };
  expect(shortfalls([byPhone, byMail], about)).toEqual([]);
});

test('a group without any names its first criterion once, and the others as alternatives', () => {
  const missing = shortfalls([byPhone, byMail], { facts: facts(), today: TODAY });
  expect(missing).toMatchObject([{ field: 'phone', orElse: [{ field: 'email' }] }]);
});

test('groups of the same name at two gates are two groups', () => {
  const elsewhere = { ...byMail, stage: 'proposal' };
  const about = { facts: facts({ email: 'ann@example.com' }), today: TODAY };
  expect(shortfalls([byPhone, elsewhere], about)).toMatchObject([{ field: 'phone' }]);
});

test('groups of the same name on entering and on leaving a stage are two groups', () => {
  const entering = { ...byMail, side: 'entering' as const };
  const about = { facts: facts({ email: 'ann@example.com' }), today: TODAY };
  expect(shortfalls([byPhone, entering], about)).toMatchObject([{ field: 'phone', orElse: [] }]);
});

test('two groups at one gate are each needed', () => {
  const other = { ...byMail, group: 'written to' };
  const about = { facts: facts({ email: 'ann@example.com' }), today: TODAY };
  expect(shortfalls([byPhone, other], about)).toMatchObject([{ field: 'phone', orElse: [] }]);
});

test('criteria without a group are each needed', () => {
  const alone = [
    { ...byPhone, group: '' },
    { ...byMail, group: '' },
  ];
  const about = { facts: facts({ email: 'ann@example.com' }), today: TODAY };
  expect(shortfalls(alone, about)).toMatchObject([{ field: 'phone', orElse: [] }]);
});
