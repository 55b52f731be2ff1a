import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerEntry } from '../../src/domain/ledger';
import { histories, lastAccepted, replay, stateAt } from '../../src/domain/replay';
import { aDeal, anEntry, aStage, entriesOf, type Step, threeStages } from '../support/deals';

function problemsOf(entries: readonly LedgerEntry[]): readonly string[] {
  return replay(entries, threeStages).problems.map((it) => `${it.kind} ${it.seq}`);
}

/** `'lead 01-01..01-05'` */
function visitsOf(steps: readonly Step[]): readonly string[] {
  return aDeal(steps).visits.map(
    ({ stage, from, to }) => `${stage} ${from.slice(5, 10)}..${to?.slice(5, 10) ?? ''}`,
  );
}

test('a visit runs from the entry that enters a stage to the entry that leaves it', () => {
  const deal = aDeal(['2026-01-01 lead', '2026-01-05 proposal', '2026-01-09 won']);
  expect(deal.visits).toMatchObject([
    { stage: 'lead', from: '2026-01-01T09:00:00', to: '2026-01-05T09:00:00', exit: 'proposal' },
    { stage: 'proposal', to: '2026-01-09T09:00:00', exit: 'won' },
    { stage: 'won', from: '2026-01-09T09:00:00', to: null, exit: null },
  ]);
  expect(deal).toMatchObject({
    created: '2026-01-01T09:00:00',
    createdKnown: true,
    stage: 'won',
    closed: '2026-01-09T09:00:00',
  });
});

test('trap: moving to the same stage changes nothing, and neither do held moves and other changes', () => {
  const steps: Step[] = [
    '2026-01-01 lead',
    { on: '2026-01-02', kind: 'moved', from: 'lead', to: 'lead' },
    { on: '2026-01-03', kind: 'held', from: 'lead', to: 'proposal' },
    { on: '2026-01-04', kind: 'changed', to: 'lead', amount: 500 },
  ];
  expect(visitsOf(steps)).toEqual(['lead 01-01..']);
  expect(aDeal(steps).state.amount).toBe(500);
});

test('a reopened deal is closed no longer', () => {
  const deal = aDeal(['2026-01-01 lead', '2026-01-05 lost', '2026-02-01 proposal']);
  expect(deal.closed).toBeNull();
  expect(deal.visits).toHaveLength(3);
});

test('an undone move counts as if it had never been: the clock of its stage runs on', () => {
  const steps: Step[] = [
    '2026-01-01 lead',
    '2026-01-20 won',
    { on: '2026-01-21', kind: 'undone', from: 'won', to: 'lead' },
  ];
  expect(visitsOf(steps)).toEqual(['lead 01-01..']);
  expect(aDeal(steps)).toMatchObject({ closed: null, lastTouch: '2026-01-01' });
});

test('an undone move is no problem, and what was put off before it is not forgotten', () => {
  const steps: Step[] = [
    { on: '2026-01-01', to: 'lead', nextStepDate: '2026-01-10' },
    { on: '2026-01-09', nextStepDate: '2026-01-20' },
    '2026-01-20 won',
    { on: '2026-01-21', kind: 'undone', from: 'won', to: 'lead' },
  ];
  expect(problemsOf(entriesOf('D1', steps))).toEqual([]);
  expect(aDeal(steps).extensions).toBe(1);
});

test('an undoing that takes back no last move is a move like any other', () => {
  const steps: Step[] = [
    '2026-01-01 lead',
    '2026-01-05 proposal',
    '2026-01-09 contract',
    { on: '2026-01-10', kind: 'undone', from: 'contract', to: 'lead' },
  ];
  expect(visitsOf(steps).slice(-2)).toEqual(['contract 01-09..01-10', 'lead 01-10..']);
  expect(aDeal(steps).lastTouch).toBe('2026-01-09');
});

test('undoing two moves one after the other goes back two stages', () => {
  const steps: Step[] = [
    '2026-01-01 lead',
    '2026-01-05 proposal',
    '2026-01-09 contract',
    { on: '2026-01-10', kind: 'undone', from: 'contract', to: 'proposal' },
    { on: '2026-01-10', kind: 'undone', from: 'proposal', to: 'lead' },
  ];
  expect(visitsOf(steps)).toEqual(['lead 01-01..']);
});

test('a deal brought in without its day has a stage, but nobody knows since when', () => {
  const deal = aDeal([{ on: '2026-01-01', to: 'lead', how: 'assumed' }, '2026-01-05 proposal']);
  expect(deal.createdKnown).toBe(false);
  expect(deal.visits.map((visit) => visit.known)).toEqual([false, false]);
  const dated = aDeal([
    { on: '2026-01-01', to: 'lead', how: 'assumed' },
    { on: '2026-01-05', to: 'proposal', how: 'typed' },
  ]);
  expect(dated.visits.map((visit) => visit.known)).toEqual([false, true]);
});

test('a deal created in a stage that nobody knows has a day of creation, and a stage once one is told', () => {
  const steps: Step[] = [
    { on: '2026-01-01', kind: 'created', to: '' },
    { on: '2026-01-01', kind: 'moved', from: '', to: 'lead', how: 'assumed' },
    { on: '2026-02-01', kind: 'moved', from: 'lead', to: 'won', how: 'import' },
  ];
  expect(problemsOf(entriesOf('D1', steps))).toEqual([]);
  const deal = aDeal(steps);
  expect(deal).toMatchObject({ created: '2026-01-01T09:00:00', createdKnown: true, stage: 'won' });
  expect(deal.visits.map(({ stage, known }) => [stage, known])).toEqual([
    ['lead', false],
    ['won', true],
  ]);
  const again: Step[] = [steps[0]!, { on: '2026-01-02', kind: 'created', from: '', to: '' }];
  const last: Step = { on: '2026-01-03', kind: 'created', from: '', to: 'lead' };
  expect(problemsOf(entriesOf('D1', [...again, last]))).toEqual([
    'createdAgain 2',
    'createdAgain 3',
  ]);
});

test('as of a day, later entries are not there yet', () => {
  const entries = entriesOf('D1', ['2026-01-01 lead', '2026-01-05 proposal', '2026-01-09 won']);
  const on = (day: string) => histories(entries, threeStages, day).get('D1')?.stage;
  expect(on('2025-12-31')).toBeUndefined();
  expect(on('2026-01-04')).toBe('lead');
  expect(on('2026-01-05')).toBe('proposal');
  expect(on('2026-02-01')).toBe('won');
  expect(stateAt(entries, threeStages, '2026-01-05').get('D1')).toMatchObject({
    stage: 'proposal',
    deleted: false,
  });
});

test('a deal that was never let into a stage has no history', () => {
  const held = anEntry({ kind: 'held', from: '', to: 'proposal' });
  expect(replay([held], threeStages)).toEqual({ histories: new Map(), problems: [] });
});

test.each<{ what: string; steps: readonly Step[]; problems: readonly string[]; stage: string }>`
  what                              | steps                                                                                                                         | problems               | stage
  ${'a time before the one before'} | ${['2026-01-05 lead', '2026-01-02 proposal']}                                                                                 | ${['timeBackwards 2']} | ${'proposal'}
  ${'a stage nobody knows'}         | ${['2026-01-01 lead', '2026-01-02 demo']}                                                                                     | ${['unknownStage 2']}  | ${'demo'}
  ${'a lost beginning'}             | ${[{ on: '2026-01-02', kind: 'moved', from: 'lead', to: 'proposal' }]}                                                        | ${['notCreated 1']}    | ${'proposal'}
  ${'a creation after the close'}   | ${['2026-01-01 won', { on: '2026-01-02', kind: 'created', from: '', to: 'lead' }]}                                            | ${['createdAgain 2']}  | ${'lead'}
  ${'a lost entry in between'}      | ${['2026-01-01 lead', { on: '2026-01-02', kind: 'moved', from: 'proposal', to: 'contract' }]}                                 | ${['fromElsewhere 2']} | ${'contract'}
  ${'a move of a deleted deal'}     | ${['2026-01-01 lead', { on: '2026-01-02', kind: 'deleted' }, { on: '2026-01-03', kind: 'moved', from: 'lead', to: 'won' }]}   | ${['afterDeletion 3']} | ${'won'}
  ${'a deleted deal brought back'}  | ${['2026-01-01 lead', { on: '2026-01-02', kind: 'deleted' }, { on: '2026-01-03', kind: 'undone', from: 'lead', to: 'lead' }]} | ${[]}                  | ${'lead'}
`('$what: $problems, and the deal is in $stage', ({ steps, problems, stage }) => {
  expect(problemsOf(entriesOf('D1', steps))).toEqual(problems);
  expect(aDeal(steps)).toMatchObject({ stage, deleted: false });
});

test('an entry dated before the one before it never makes a visit of negative length', () => {
  expect(visitsOf(['2026-01-05 lead', '2026-01-02 proposal', '2026-01-09 won'])).toEqual([
    'lead 01-05..01-05',
    'proposal 01-05..01-09',
    'won 01-09..',
  ]);
});

test('a deal whose beginning is lost was in the stage that its first entry leaves', () => {
  const deal = aDeal([{ on: '2026-01-02', kind: 'moved', from: 'lead', to: 'proposal' }]);
  expect(deal.visits).toMatchObject([
    { stage: 'lead', known: false },
    { stage: 'proposal', known: true },
  ]);
  expect(deal.createdKnown).toBe(false);
});

test('the same entry twice counts once, and is told', () => {
  const entries = entriesOf('D1', ['2026-01-01 lead', '2026-01-05 proposal']);
  const doubled = [...entries, ...entries.map((entry) => ({ ...entry }))];
  expect(problemsOf(doubled)).toEqual(['duplicate 1', 'duplicate 2']);
  expect(histories(doubled, threeStages)).toEqual(histories(entries, threeStages));
});

test('two different entries with one number are both read, the earlier first', () => {
  const [created] = entriesOf('D1', ['2026-01-01 lead']);
  const to = (stage: string, on: string) =>
    anEntry({ seq: 2, kind: 'moved', from: 'lead', to: stage, at: `${on}T09:00:00` });
  const entries = [created!, to('contract', '2026-01-03'), to('proposal', '2026-01-02')];
  expect(problemsOf(entries)).toEqual(['duplicate 2', 'fromElsewhere 2']);
  expect(histories(entries, threeStages).get('D1')?.stage).toBe('contract');
});

test('an entry that leaves no stage and one that leads to none make no visit', () => {
  const first = anEntry({ kind: 'moved', from: '', to: 'proposal' });
  const nowhere = anEntry({
    seq: 2,
    kind: 'moved',
    from: 'proposal',
    to: '',
    at: '2026-01-02T09:00:00',
  });
  const found = histories([first, nowhere], threeStages).get('D1');
  expect(found?.visits.map((visit) => visit.stage)).toEqual(['proposal']);
  expect(found?.stage).toBe('proposal');
});

test('a deleted deal stays deleted when something other than a move is noted', () => {
  const noted = { on: '2026-01-03', kind: 'changed', amount: 5 } as const;
  const deal = aDeal(['2026-01-01 lead', { on: '2026-01-02', kind: 'deleted' }, noted]);
  expect(deal.deleted).toBe(true);
});

test('a deleted deal is known as deleted', () => {
  expect(aDeal(['2026-01-01 lead', { on: '2026-01-02', kind: 'deleted' }]).deleted).toBe(true);
});

test('changed settings in the ledger are no deal', () => {
  expect(histories([anEntry({ kind: 'configured', deal: '' })], threeStages).size).toBe(0);
});

test.each<{ dates: readonly (string | null)[]; slips: number }>`
  dates                                                       | slips
  ${['2026-03-01', '2026-03-31']}                             | ${0}
  ${['2026-03-01', '2026-04-01']}                             | ${1}
  ${['2026-03-01', '2026-02-01', '2026-03-01']}               | ${1}
  ${['2026-03-01', null, '2026-05-01']}                       | ${1}
  ${[null, '2026-05-01']}                                     | ${0}
  ${['2026-03-01', '2026-04-30', '2026-05-01', '2027-01-01']} | ${3}
`('close dates $dates are $slips slips', ({ dates, slips }) => {
  const [first, ...rest] = dates;
  const steps: Step[] = [
    { on: '2026-01-01', to: 'lead', closeDate: first ?? null },
    ...rest.map((closeDate) => ({ on: '2026-01-02', closeDate })),
  ];
  expect(aDeal(steps).slips).toBe(slips);
});

test('the close date that a win sets is no slip', () => {
  const steps: Step[] = [
    { on: '2026-01-01', to: 'lead', closeDate: '2026-01-31' },
    { on: '2026-03-01', to: 'won', closeDate: '2026-03-01' },
  ];
  expect(aDeal(steps).slips).toBe(0);
});

test('putting off a next step counts within one visit, also when it is cleared in between', () => {
  const putOff: Step[] = [
    { on: '2026-01-01', to: 'lead', nextStepDate: '2026-01-10' },
    { on: '2026-01-09', nextStepDate: '2026-01-20' },
    { on: '2026-01-19', nextStepDate: null },
    { on: '2026-01-20', nextStepDate: '2026-02-01' },
    { on: '2026-01-21', nextStepDate: '2026-01-25' },
  ];
  expect(aDeal(putOff).extensions).toBe(2);
  expect(aDeal([...putOff, '2026-01-22 proposal']).extensions).toBe(0);
});

test('trap: editing a cell resets no clock; only moves and next steps touch a deal', () => {
  const touched = (step: Partial<LedgerEntry>) =>
    aDeal(['2026-01-01 lead', { on: '2026-01-15', ...step }]).lastTouch;
  expect(touched({ nextStep: 'Call Ann' })).toBe('2026-01-15');
  expect(touched({ to: 'proposal' })).toBe('2026-01-15');
  expect(touched({ amount: 5 })).toBe('2026-01-01');
  expect(touched({ owner: 'bob@example.com' })).toBe('2026-01-01');
  expect(touched({ kind: 'held', to: 'won' })).toBe('2026-01-01');
});

test('a lost deal keeps what it was worth while it was open, and why it was lost', () => {
  const deal = aDeal([
    { on: '2026-01-01', to: 'lead', amount: 900 },
    { on: '2026-01-02', amount: 0 },
    { on: '2026-01-05', to: 'lost', amount: 0, reason: 'Price' },
  ]);
  expect(deal).toMatchObject({ openAmount: 900, reason: 'Price', state: { amount: 0 } });
});

test('the last accepted entry answers what the stage is', () => {
  const entries = entriesOf('D1', [
    '2026-01-01 lead',
    '2026-01-05 proposal',
    { on: '2026-01-06', kind: 'held', from: 'proposal', to: 'won' },
  ]);
  expect(lastAccepted([...entries].reverse()).get('D1')?.to).toBe('proposal');
});

const stageKeys = ['lead', 'proposal', 'contract', 'won', 'lost', 'nurture', 'demo', ''] as const;
const anyEntry = fc.record({
  seq: fc.integer({ min: 1, max: 30 }),
  deal: fc.constantFrom('D1', 'D2', 'D3'),
  kind: fc.constantFrom(
    ...(['created', 'moved', 'held', 'overridden', 'undone', 'changed', 'deleted'] as const),
  ),
  from: fc.constantFrom(...stageKeys),
  to: fc.constantFrom(...stageKeys),
  at: fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
    .map(([day, hour]) => `2026-01-${pad(day)}T${pad(hour)}:00:00`),
  amount: fc.option(fc.integer()),
  closeDate: fc.constantFrom(null, '1900-01-01', '2026-02-01', '9999-12-31'),
});
const anyLedger = fc.array(anyEntry.map(anEntry), { maxLength: 40 });

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function asText(entries: readonly LedgerEntry[]): string {
  return JSON.stringify([...histories(entries, threeStages)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('whatever the ledger says, the order of its rows does not matter', () => {
  fc.assert(
    fc.property(anyLedger, (entries) => {
      const turned = [...entries].reverse();
      expect(asText(turned)).toBe(asText(entries));
    }),
  );
});

test('whatever the ledger says, visits follow each other without gaps and only the last is open', () => {
  fc.assert(
    fc.property(anyLedger, (entries) => {
      for (const { visits, stage } of histories(entries, threeStages).values()) {
        expect(visits[visits.length - 1]).toMatchObject({ stage, to: null, exit: null });
        for (const [index, visit] of visits.slice(0, -1).entries()) {
          const next = visits[index + 1]!;
          expect(visit).toMatchObject({ to: next.from, exit: next.stage });
          expect(visit.to! >= visit.from).toBe(true);
        }
      }
    }),
  );
});

test('replaying up to the last day is replaying everything', () => {
  fc.assert(
    fc.property(anyLedger, (entries) => {
      const today = histories(entries, threeStages, '2026-01-31');
      expect(today).toEqual(histories(entries, threeStages));
    }),
  );
});

test('replaying a past day needs no entry of a later one', () => {
  fc.assert(
    fc.property(anyLedger, (entries) => {
      const day = '2026-01-14';
      // A time that runs backwards is moved up to the one before it: only ledgers in order compare.
      const inOrder = [...entries].sort((a, b) => (a.at < b.at ? -1 : 1));
      const numbered = inOrder.map((entry, index) => ({ ...entry, seq: index + 1 }));
      const known = numbered.filter((entry) => entry.at.slice(0, 10) <= day);
      expect(histories(numbered, threeStages, day)).toEqual(histories(known, threeStages));
    }),
  );
});

test('a deal of whose days nobody knows any has none that is sure, and no touch', () => {
  const untimed = anEntry({ at: '' });
  const [deal] = histories([untimed], threeStages).values();
  expect(deal).toMatchObject({ createdKnown: false, lastTouch: '', reason: '' });
  expect(deal?.visits).toMatchObject([{ stage: 'lead', known: false }]);
  const stayed = anEntry({ kind: 'moved', from: 'lead', to: 'lead', reason: 'Asked again' });
  const [same] = histories([stayed], threeStages).values();
  expect(same).toMatchObject({ createdKnown: false, lastTouch: '', reason: '' });
});

test('an undoing that leaves a stage where the deal is not is a move like any other', () => {
  const steps: Step[] = [
    '2026-01-01 lead',
    '2026-01-05 proposal',
    { on: '2026-01-10', kind: 'undone', from: 'contract', to: 'lead' },
  ];
  expect(visitsOf(steps)).toEqual(['lead 01-01..01-05', 'proposal 01-05..01-10', 'lead 01-10..']);
  expect(problemsOf(entriesOf('D1', steps))).toEqual(['fromElsewhere 3']);
});

test('a problem names its entry, and the stage that is meant where one is', () => {
  const steps: Step[] = ['2026-01-05 lead', '2026-01-02 demo'];
  expect(replay(entriesOf('D1', steps), threeStages).problems).toEqual([
    { kind: 'timeBackwards', deal: 'D1', seq: 2, stage: '' },
    { kind: 'unknownStage', deal: 'D1', seq: 2, stage: 'demo' },
  ]);
});

test('a retired stage is known', () => {
  const retired = [aStage('demo')];
  const entries = entriesOf('D1', ['2026-01-01 lead', '2026-01-02 demo']);
  expect(replay(entries, { ...threeStages, retired }).problems).toEqual([]);
});

test('a deleted deal may be created anew', () => {
  const steps: Step[] = [
    '2026-01-01 lead',
    { on: '2026-01-02', kind: 'deleted' },
    { on: '2026-01-03', kind: 'created', from: '', to: 'proposal' },
  ];
  expect(problemsOf(entriesOf('D1', steps))).toEqual([]);
  expect(aDeal(steps)).toMatchObject({ stage: 'proposal', deleted: false });
});

test('changed settings are no problem, whenever and however often they are noted', () => {
  const noted = (at: string) => anEntry({ kind: 'configured', deal: '', to: '', at });
  const twice = [noted('2026-01-02T09:00:00'), noted('2026-01-01T09:00:00')];
  expect(replay(twice, threeStages).problems).toEqual([]);
});

test('two entries with one number and one time are read in one order, however the rows lie', () => {
  const [created] = entriesOf('D1', ['2026-01-01 lead']);
  const to = (stage: string, on = '2026-01-02') =>
    anEntry({ seq: 2, kind: 'moved', from: 'lead', to: stage, at: `${on}T09:00:00` });
  const [contract, proposal] = [to('contract'), to('proposal')];
  const stageAfter = (...entries: readonly LedgerEntry[]) =>
    histories([created!, ...entries], threeStages).get('D1')?.stage;
  expect(stageAfter(contract, proposal)).toBe('proposal');
  expect(stageAfter(proposal, contract)).toBe('proposal');
  expect(stageAfter(to('contract', '2026-01-03'), proposal)).toBe('contract');
  expect(stageAfter(proposal, to('contract', '2026-01-03'))).toBe('contract');
});

test('the last accepted entry is the one with the highest number, however the rows lie', () => {
  const entries = entriesOf('D1', ['2026-01-01 lead', '2026-01-05 proposal', '2026-01-06 won']);
  expect(lastAccepted(entries).get('D1')?.to).toBe('won');
  expect(lastAccepted([entries[2]!, entries[0]!, entries[1]!]).get('D1')?.to).toBe('won');
});

test('a next step that is put off while the deal moves is no extension; when it stays it is one', () => {
  const first: Step = { on: '2026-01-01', to: 'lead', nextStepDate: '2026-01-10' };
  const putOff = { on: '2026-01-09', nextStepDate: '2026-01-20' } as const;
  expect(aDeal([first, { ...putOff, to: 'proposal' }]).extensions).toBe(0);
  expect(aDeal([first, { ...putOff, kind: 'moved', from: 'lead' }]).extensions).toBe(1);
});

test('a next step on another day is a touch, also when its words stay', () => {
  const steps: Step[] = [
    { on: '2026-01-01', to: 'lead', nextStep: 'Call Ann', nextStepDate: '2026-01-10' },
    { on: '2026-01-09', nextStepDate: '2026-01-12' },
  ];
  expect(aDeal(steps).lastTouch).toBe('2026-01-09');
});

test('the close date that comes back when a win is taken back is no slip', () => {
  const steps: Step[] = [
    { on: '2026-01-01', to: 'lead', closeDate: '2026-03-31' },
    { on: '2026-01-20', to: 'won', closeDate: '2026-01-20' },
    { on: '2026-01-21', kind: 'undone', from: 'won', to: 'lead', closeDate: '2026-03-31' },
  ];
  expect(aDeal(steps)).toMatchObject({ slips: 0, state: { closeDate: '2026-03-31' } });
});

test.each<{ amounts: readonly (number | null)[]; whenLost: number | null; was: number | null }>`
  amounts        | whenLost | was
  ${[500]}       | ${500}   | ${500}
  ${[500, 700]}  | ${700}   | ${700}
  ${[500, null]} | ${null}  | ${500}
  ${[500, 0]}    | ${0}     | ${500}
  ${[500]}       | ${900}   | ${500}
  ${[null]}      | ${900}   | ${null}
`('open at $amounts and lost at $whenLost, it was worth $was', ({ amounts, whenLost, was }) => {
  const open = amounts.map((amount, i): Step => ({ on: `2026-01-0${i + 1}`, to: 'lead', amount }));
  const lost: Step = { on: '2026-02-01', to: 'lost', amount: whenLost };
  expect(aDeal([...open, lost]).openAmount).toBe(was);
});
