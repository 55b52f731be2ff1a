import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import { aPipeline, dealNamed, does, loaded, newDeal, QUALIFIED, saved, sweeps } from './desk';
import { works } from './rules';

/** Needs analysis, with one deal, goes out of use and the deal to Qualification. */
const RETIRES: Gesture = {
  menu: 'retireStage',
  answers: [{ text: '2' }, { text: '1' }],
};

function aPipelineInUse(): Host {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  works(host);
  return host;
}

/** Retires while this happens, at each fifteenth moment between the first prompt and the last write. */
function retiresWhile(meanwhile: Gesture, check: (host: Host, said: string) => void): void {
  const text = saved(aPipelineInUse());
  const calls = does(loaded(text), RETIRES).executions[0]?.callCount ?? 0;
  const moments = Array.from({ length: Math.floor(calls / 15) }, (_, i) => 15 * i + 1);
  for (const call of moments) {
    const host = loaded(text);
    const { alerts } = does(host, { ...RETIRES, during: { call, do: meanwhile } });
    works(host);
    sweeps(host);
    check(host, alerts.at(-1)?.message ?? '');
  }
}

const stagesEdit = (range: string, cell: string): Gesture => ({
  edit: { tab: 'Stages', range, values: [[cell]] },
});
const noted = (host: Host) =>
  rowsOf(host, 'Ledger')
    .filter(({ Kind }) => Kind === 'configured')
    .flatMap(({ Reason }) => String(Reason).split('; '));

test.each<{ row: number; was: string; name: string }>`
  row  | was                 | name
  ${4} | ${'Proposal'}       | ${'Offer'}
  ${3} | ${'Needs analysis'} | ${'Discovery'}
  ${2} | ${'Qualification'}  | ${'Lead'}
`(
  '$was is renamed while a stage is retired: both are noted, each once and nothing else',
  ({ row, was, name }) => {
    const renames = stagesEdit(`B${row}`, name);
    retiresWhile({ trigger: 'work', during: { call: 1, do: renames } }, (host, said) => {
      // In between the reading of the stages and of the deals.
      const isAskedAnew = said.includes('choose the menu item again');
      const stages = rowsOf(host, 'Stages').slice(0, 3);
      const kind = isAskedAnew ? 'Open' : 'Retired';
      expect(stages.map(({ Kind }) => Kind)).toEqual(['Open', kind, 'Open']);
      expect(stages[row - 2]?.Stage).toBe(name);
      expect(dealNamed(host, 'Mill').Stage).toBe(stages[isAskedAnew ? 1 : 0]?.Stage);
      const [gone, others] = [true, false].map((isGone) =>
        noted(host).filter((entry) => entry.endsWith('is no longer in use') === isGone),
      );
      expect(gone).toHaveLength(isAskedAnew ? 0 : 1);
      // A stage that is renamed with its retirement, or after it, leaves under the name of that moment.
      const isWithIt = row === 3 && others?.length === 0;
      expect(others).toEqual(isWithIt ? [] : [`Stage "${was}" is now called "${name}"`]);
    });
  },
);

test('a deal that comes into the stage after the person was asked is not left in it', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const retires = { menu: 'retireStage', answers: [{ text: 'Needs analysis' }] };
  const moves: Gesture = { set: { deal: 'Mill', facts: { Stage: 'Needs analysis' } } };
  const { alerts } = does(host, { ...retires, during: { call: 60, do: moves } });
  expect(alerts.at(-1)?.message).toBe(
    'By now 1 deal is in "Needs analysis". Nothing was changed; choose the menu item again and say where they should go.',
  );
  expect(rowsOf(host, 'Stages')[1]?.Kind).toBe('Open');
});

test('the stage to which the deals were to go is retired meanwhile: they stay, and the person is told', () => {
  const told = new Set<boolean>();
  retiresWhile(stagesEdit('C2', 'Retired'), (host, said) => {
    const isDone = said.includes('is retired');
    told.add(isDone);
    if (isDone) return;
    expect(said).toMatch(/^"Qualification" is not in the list. Nothing was changed/);
    expect(rowsOf(host, 'Stages')[1]).toMatchObject({ Stage: 'Needs analysis', Kind: 'Open' });
    expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  });
  expect(told.size).toBe(2);
});

test('all other open stages are retired meanwhile: the last one stays open', () => {
  const host = aPipelineInUse();
  const retired: Gesture = {
    edit: {
      tab: 'Stages',
      range: 'C2:C5',
      values: [['Retired'], ['Open'], ['Retired'], ['Retired']],
    },
  };
  const answers = [{ text: 'Needs analysis' }, { text: 'Closed lost' }];
  const during = { call: 60, do: retired };
  const { alerts } = does(host, { menu: 'retireStage', answers, during });
  expect(alerts.at(-1)?.message).toMatch(/^This is the only open stage/);
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});
