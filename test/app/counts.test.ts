import { expect, test } from '@jest/globals';
import { ask, rowsOf } from '../support/standIn';
import { aPipeline, dealNamed, does, idOf, newDeal, QUALIFIED, types } from './desk';
import { fillsIn } from './rules';

type Host = ReturnType<typeof aPipeline>;

/** Mill, which has all that Qualification asks for but this. */
function asking(must: string, value: string): Host {
  const host = aPipeline();
  const row = rowsOf(host, 'Gates').length + 2;
  const values = [['Qualification', 'Leaving', '', must, value]];
  does(host, { edit: { tab: 'Gates', range: `A${row}:E${row}`, values } });
  newDeal(host, 'Mill', QUALIFIED);
  return host;
}

test('logged meetings open a gate that asks for two, and the Gate cell counts them at once', () => {
  const host = asking('has activities', '2 Meeting');
  const logs = (kind: string) =>
    ask(host, 'logActivity', { id: idOf(host, 'Mill'), kind, note: '' });
  logs('meeting');
  logs('call');
  expect(dealNamed(host, 'Mill').Gate).toBe('For Needs analysis: Log Meeting at least 2 times');
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  logs('meeting');
  expect(dealNamed(host, 'Mill').Gate).toBe('Ready for Needs analysis');
  const { calls } = types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  // The count is kept in the deal's row: a move reads no more than any other one.
  expect(calls.read).toBeLessThanOrEqual(4);
});

test('meetings that are typed into the Activities tab count once the worker has run', () => {
  const host = asking('has activities', '2 Meeting');
  const id = idOf(host, 'Mill');
  fillsIn(host, 'Activities', 2, [
    [id, '2026-01-30', 'Meeting', 'First talk', 'Ann'],
    [id, '2026-02-01', 'meeting', 'Second talk', 'Ann'],
  ]);
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Mill').Gate).toBe('Ready for Needs analysis');
});

test('a done task opens the gate that asks for it once the worker has run, another task does not', () => {
  const host = asking('has a done task', 'Send brochure');
  const id = idOf(host, 'Mill');
  fillsIn(host, 'Tasks', 2, [
    ['Send brochure', 'Mill', '', '', 'Open', '', id],
    ['Call back', 'Mill', '', '', 'Done', '', id],
  ]);
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Mill').Gate).toBe('For Needs analysis: Finish the task "Send brochure"');
  does(host, { edit: { tab: 'Tasks', range: 'E2', values: [['Done']] } });
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Mill').Gate).toBe('Ready for Needs analysis');
});

test('what depends on the day is written anew once a day', () => {
  const host = aPipeline();
  const row = rowsOf(host, 'Gates').length + 2;
  const values = [['Qualification', 'Leaving', 'Close date', 'is after today', '']];
  does(host, { edit: { tab: 'Gates', range: `A${row}:E${row}`, values } });
  newDeal(host, 'Mill', { ...QUALIFIED, 'Close date': '2026-02-05' });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Gate: 'Ready for Needs analysis',
    'Days in stage': 0,
  });
  does(host, { advance: { days: 3 } });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Gate: 'For Needs analysis: Close date must be after today',
    'Days in stage': 3,
  });
});
