import { expect, test } from '@jest/globals';
import { OWNER, rowsOf } from '../support/standIn';
import {
  aPipeline,
  blockOf,
  dealNamed,
  dealRows,
  does,
  everything,
  lifeOf,
  loaded,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  saved,
  sweeps,
  types,
} from './desk';
import { filled, works } from './rules';

/** The row of Stages in which the general set has its n-th stage. */
const STAGE_ROW = { qualification: 2, needs: 3, proposal: 4, negotiation: 5 } as const;

type Host = ReturnType<typeof aPipeline>;

function renames(host: Host, row: number, label: string): void {
  does(host, { edit: { tab: 'Stages', range: `B${row}`, values: [[label]] } });
}

function configured(host: Host): readonly unknown[] {
  return rowsOf(host, 'Ledger')
    .filter(({ Kind }) => Kind === 'configured')
    .map(({ Reason }) => Reason);
}

test('a renamed stage keeps its deals: the old name is understood at once, the worker writes the new one', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  newDeal(host, 'Dam', QUALIFIED);
  renames(host, STAGE_ROW.needs, 'Discovery');
  types(host, 'Dam', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Dam')['Accepted stage']).toBe('Discovery');
  does(host, { trigger: 'work' });
  expect(dealRows(host).map((row) => [row.Stage, row['Accepted stage']])).toEqual([
    ['Discovery', 'Discovery'],
    ['Discovery', 'Discovery'],
  ]);
  expect(lifeOf(host, 'Mill')).toEqual([
    'created: Qualification',
    'moved: Qualification -> Discovery',
  ]);
  expect(rowsOf(host, 'Gates').map(({ Stage }) => Stage)).not.toContain('Needs analysis');
  expect(configured(host)).toEqual(['Stage "Needs analysis" is now called "Discovery"']);
  types(host, 'Dam', { Stage: 'Qualification' });
  types(host, 'Dam', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Dam')['Accepted stage']).toBe('Discovery');
});

test('a rename leaves nothing for a sweep to do, and the ledger as it was', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', PROPOSABLE, 'Proposal');
  renames(host, STAGE_ROW.proposal, 'Offer');
  does(host, { trigger: 'work' });
  sweeps(host);
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
  does(host, { menu: 'refreshReports' });
  expect(blockOf(host, 'Health', 'problems')).toEqual([]);
});

test('two stages that swap their names keep their own deals', () => {
  const host = aPipeline();
  newDeal(host, 'Early');
  newDeal(host, 'Later', QUALIFIED, 'Needs analysis');
  const names = [['Needs analysis'], ['Qualification']];
  does(host, { edit: { tab: 'Stages', range: 'B2:B3', values: names } });
  does(host, { trigger: 'work' });
  sweeps(host);
  expect(dealNamed(host, 'Early').Stage).toBe('Needs analysis');
  expect(dealNamed(host, 'Later').Stage).toBe('Qualification');
  expect(lifeOf(host, 'Later')).toEqual([
    'created: Needs analysis',
    'moved: Needs analysis -> Qualification',
  ]);
});

test.each<{ what: string; names: readonly string[] }>`
  what                 | names
  ${'are put back'}    | ${['Qualification', 'Needs analysis']}
  ${'are other again'} | ${['Alpha', 'Beta']}
`(
  'an exchange of names that was cut off and then $what keeps the deals where they were',
  ({ names }) => {
    const host = aPipeline();
    newDeal(host, 'Early');
    newDeal(host, 'Later', QUALIFIED, 'Needs analysis');
    const text = saved(host);
    const named = (values: readonly string[]) =>
      ({
        edit: { tab: 'Stages', range: 'B2:B3', values: values.map((value) => [value]) },
      }) as const;
    const swap = named(['Needs analysis', 'Qualification']);
    const [run] = does(loaded(text), swap).executions;
    const calls = run?.callCount ?? 0;
    for (let stopAt = calls - 60; stopAt < calls; stopAt += 5) {
      const other = loaded(text);
      other.gesture({ ...swap, stopAt });
      does(other, named(names));
      does(other, { trigger: 'work' });
      sweeps(other);
      const stages = ['Early', 'Later'].map((name) => dealNamed(other, name).Stage);
      expect({ stopAt, stages }).toEqual({ stopAt, stages: names });
      const life = [`created: ${names[0]}`, `moved: ${names[0]} -> ${names[1]}`];
      expect({ stopAt, life: lifeOf(other, 'Later') }).toEqual({ stopAt, life });
      expect(filled(other, 'Gates').map(({ Stage }) => Stage)).not.toContain(
        'Qualification (qualification)',
      );
    }
  },
);

test('another program renames two stages into each other: the sweep keeps the deals where they were', () => {
  const host = aPipeline();
  newDeal(host, 'Early');
  newDeal(host, 'Later', QUALIFIED, 'Needs analysis');
  const names = [['Needs analysis'], ['Qualification']];
  does(host, { apiWrite: { tab: 'Stages', range: 'B2:B3', values: names } });
  sweeps(host);
  expect(dealNamed(host, 'Early').Stage).toBe('Needs analysis');
  expect(dealNamed(host, 'Later').Stage).toBe('Qualification');
});

test.each<{ range: string; value: string; says: string }>`
  range   | value     | says
  ${'D4'} | ${'60%'}  | ${'"Proposal": win chance 50% -> 60%'}
  ${'E4'} | ${'20'}   | ${'"Proposal": limit in days learned -> 20'}
  ${'C8'} | ${'Open'} | ${'"Nurture": kind Nurture -> Open'}
  ${'A2'} | ${'9'}    | ${'Order of stages: Needs analysis, Proposal, Negotiation, Qualification (before: Qualification, Needs analysis, Proposal, Negotiation)'}
`('a change of $range in Stages is noted in the ledger', ({ range, value, says }) => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Stages', range, values: [[value]] } });
  does(host, { trigger: 'work' });
  does(host, { trigger: 'work' });
  expect(configured(host)).toEqual([says]);
});

test('what is changed back and changed again on one day is noted each time', () => {
  const host = aPipeline();
  for (const value of ['35%', '25%', '35%']) {
    does(host, { edit: { tab: 'Stages', range: 'D3', values: [[value]] } });
    works(host);
  }
  expect(configured(host)).toEqual([
    '"Needs analysis": win chance 25% -> 35%',
    '"Needs analysis": win chance 35% -> 25%',
    '"Needs analysis": win chance 25% -> 35%',
  ]);
});

test('a stage that is retired, brought back and retired again on one day ends in the ledger as retired', () => {
  const host = aPipeline();
  const retires = () => does(host, { menu: 'retireStage', answers: [{ text: 'Negotiation' }] });
  retires();
  does(host, { edit: { tab: 'Stages', range: 'C5', values: [['Open']] } });
  works(host);
  retires();
  expect(configured(host)).toEqual([
    'Stage "Negotiation", after "Proposal", is no longer in use',
    'Stage "Negotiation" added',
    'Stage "Negotiation", after "Proposal", is no longer in use',
  ]);
});

test('a stage is retired: its deals go where the person says, each move is in the ledger, the history stays', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', PROPOSABLE, 'Proposal');
  newDeal(host, 'Dam', PROPOSABLE);
  const { alerts } = does(host, {
    menu: 'retireStage',
    answers: [{ text: '3' }, { text: 'needs analysis' }],
  });
  expect(alerts.at(-1)).toMatchObject({
    message: '"Proposal" is retired. 1 deal moved to "Needs analysis".',
  });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Needs analysis',
    'Accepted stage': 'Needs analysis',
  });
  expect(lifeOf(host, 'Mill').slice(-1)).toEqual(['moved: Proposal -> Needs analysis']);
  expect(rowsOf(host, 'Stages')[2]).toMatchObject({ Stage: 'Proposal', Kind: 'Retired' });
  expect(configured(host)).toEqual([
    'Stage "Proposal", after "Needs analysis", is no longer in use',
  ]);
  types(host, 'Dam', { Stage: 'Proposal' });
  expect(dealNamed(host, 'Dam').Stage).toBe('Qualification');
  sweeps(host);
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
});

test('the ledger says who retired a stage, and that its deals moved for that', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  // Changed just before, and noted by nobody yet.
  does(host, { edit: { tab: 'Stages', range: 'E2', values: [['20']] } });
  does(host, { menu: 'retireStage', answers: [{ text: '2' }, { text: 'Qualification' }] });
  const last = rowsOf(host, 'Ledger').slice(-3);
  expect(last.map(({ Kind, By, How, Reason }) => [Kind, By, How, Reason])).toEqual([
    ['configured', OWNER, 'sweep', '"Qualification": limit in days learned -> 20'],
    ['moved', OWNER, 'retire', 'The stage "Needs analysis" was retired'],
    [
      'configured',
      OWNER,
      'retire',
      'Stage "Needs analysis", after "Qualification", is no longer in use',
    ],
  ]);
});

test('in Chinese it is told as 停用阶段', () => {
  const host = aPipeline('zh');
  does(host, { menu: 'retireStage', answers: [{ text: '2' }] });
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Kind: '配置变更', How: '停用阶段' });
});

test.each<{ language: 'en' | 'zh'; problem: string; todo: string }>`
  language | problem                                                                           | todo
  ${'en'}  | ${'The stage "Proposal" is no longer in use, so this criterion asks for nothing'} | ${'Delete the criterion, or bring the stage back in the Stages tab.'}
  ${'zh'}  | ${'阶段“方案呈现”已停用，这条条件不再起作用'}                                     | ${'请删除这条条件，或在“阶段”工作表中恢复该阶段。'}
`('criteria of a retired stage say so: $problem', ({ language, problem, todo }) => {
  const host = aPipeline(language);
  const stage = String(rowsOf(host, 'Stages')[2]?.Stage);
  const mine = () => filled(host, 'Gates').filter(({ Stage }) => Stage === stage);
  expect(mine().length).toBeGreaterThan(0);
  does(host, { menu: 'retireStage', answers: [{ text: '3' }] });
  does(host, { menu: 'refreshReports' });
  const told = blockOf(host, 'Health', 'problems');
  expect(told.map((row) => [row.problem, row.what_to_do])).toEqual(
    mine().map(() => [problem, todo]),
  );
  does(host, {
    edit: { tab: 'Stages', range: 'C4', values: [[language === 'zh' ? '进行中' : 'Open']] },
  });
  does(host, { menu: 'refreshReports' });
  expect(blockOf(host, 'Health', 'problems')).toEqual([]);
});

test('deals that do not meet the criteria of the new stage go there only by override', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  does(host, { edit: { tab: 'Team', range: 'F2', values: [[false]] } } as never);
  const held = does(host, { menu: 'retireStage', answers: [{ text: '1' }, { text: '2' }] });
  expect(held.alerts.at(-1)?.message).toContain('1 deal does not meet the criteria of "Proposal"');
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  expect(rowsOf(host, 'Stages')[0]?.Kind).toBe('Open');
  does(host, { edit: { tab: 'Team', range: 'F2', values: [[true]] } } as never);
  does(host, { menu: 'retireStage', answers: [{ text: '1' }, { text: '2' }] });
  expect(lifeOf(host, 'Mill').slice(-1)).toEqual(['overridden: Qualification -> Proposal']);
});

test.each<{ answers: readonly object[]; says: string }>`
  answers                                       | says
  ${[]}                                         | ${''}
  ${[{ text: 'Prospecting' }]}                  | ${'"Prospecting" is not in the list'}
  ${[{ text: '1' }, { button: 'CANCEL' }]}      | ${''}
  ${[{ text: '1' }, { text: 'Qualification' }]} | ${'"Qualification" is not in the list'}
`('nothing happens when the person answers $answers', ({ answers, says }) => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  const before = everything(host);
  const { alerts } = does(host, { menu: 'retireStage', answers: answers as never });
  expect(everything(host)).toEqual(before);
  expect(alerts.at(-1)?.message.startsWith(says)).toBe(true);
});

test('a stage whose row somebody deleted keeps its deals, and Health says so until they have gone elsewhere', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', PROPOSABLE, 'Proposal');
  does(host, { deleteRows: { tab: 'Stages', at: STAGE_ROW.proposal, count: 1 } });
  sweeps(host);
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Proposal',
    'Accepted stage': 'Proposal',
  });
  does(host, { menu: 'refreshReports' });
  const told = () => blockOf(host, 'Health', 'problems').map(({ problem }) => problem);
  const inUse = 'The stage "Proposal" is no longer in use, and deals are in it: 1';
  expect(told()).toContain(inUse);
  does(host, { menu: 'retireStage', answers: [{ text: 'Proposal' }, { text: 'Negotiation' }] });
  expect(dealNamed(host, 'Mill').Stage).toBe('Negotiation');
  does(host, { menu: 'refreshReports' });
  expect(told()).not.toContain(inUse);
});

test('a rename is noted once in the ledger, whoever comes first: the check, the worker, or both after a stop', () => {
  const start = renamed();
  const text = saved(start);
  const noted = (host: Host) =>
    rowsOf(host, 'Ledger').filter(({ Kind, Reason }) => {
      return Kind === 'configured' && String(Reason).includes('is now called');
    }).length;
  const calls = does(loaded(text), { menu: 'sweep' }).executions[0]?.callCount ?? 0;
  for (let stopAt = 5; stopAt <= calls; stopAt += 9) {
    const host = loaded(text);
    host.gesture({ menu: 'sweep', stopAt, keep: stopAt % 2 === 0 ? 'all' : 'half' });
    works(host);
    sweeps(host);
    expect({ stopAt, noted: noted(host) }).toEqual({ stopAt, noted: 1 });
  }
});

function renamed(): Host {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  works(host);
  renames(host, STAGE_ROW.needs, 'Discovery');
  return host;
}
