import { expect, test } from '@jest/globals';
import {
  type Automation,
  followed,
  groundless,
  type Happening,
  happeningsOf,
  takenBack,
} from '../../src/domain/automation';
import type { LedgerEntry } from '../../src/domain/ledger';
import { anEntry, threeStages } from '../support/deals';

function eventsOf(entry: Partial<LedgerEntry>): string {
  return happeningsOf(anEntry(entry), threeStages)
    .map(({ event, stage }) => `${event} ${stage}`)
    .join(', ');
}

test.each<{ kind: string; from: string; to: string; events: string }>`
  kind            | from          | to            | events
  ${'created'}    | ${''}         | ${'lead'}     | ${'enters lead'}
  ${'moved'}      | ${'lead'}     | ${'proposal'} | ${'enters proposal'}
  ${'moved'}      | ${'proposal'} | ${'lead'}     | ${'enters lead'}
  ${'moved'}      | ${'contract'} | ${'won'}      | ${'enters won, won won'}
  ${'moved'}      | ${'contract'} | ${'lost'}     | ${'enters lost, lost lost'}
  ${'moved'}      | ${'contract'} | ${'nurture'}  | ${'enters nurture'}
  ${'created'}    | ${''}         | ${'won'}      | ${'enters won, won won'}
  ${'overridden'} | ${'lead'}     | ${'contract'} | ${'enters contract'}
  ${'held'}       | ${'lead'}     | ${'won'}      | ${'held won'}
  ${'moved'}      | ${'lead'}     | ${'demo'}     | ${'enters demo'}
  ${'moved'}      | ${'lead'}     | ${'lead'}     | ${''}
  ${'overridden'} | ${'lead'}     | ${'lead'}     | ${''}
  ${'held'}       | ${'lead'}     | ${''}         | ${''}
  ${'changed'}    | ${'lead'}     | ${'proposal'} | ${''}
  ${'undone'}     | ${'proposal'} | ${'lead'}     | ${''}
  ${'deleted'}    | ${'lead'}     | ${'proposal'} | ${''}
`('a $kind entry from "$from" to "$to" means: $events', ({ kind, from, to, events }) => {
  expect(eventsOf({ kind: kind as LedgerEntry['kind'], from, to })).toBe(events);
});

test.each(['typed', 'pasted', 'sidebar', 'board', 'sweep', 'form'] as const)(
  'what is %s lets automations follow',
  (how) => {
    expect(eventsOf({ how })).toBe('enters lead');
  },
);

test.each(['import', 'assumed', 'setUp'] as const)(
  'nothing follows from the past that an entry of %s tells',
  (how) => {
    expect(eventsOf({ how })).toBe('');
    expect(eventsOf({ how, kind: 'held', to: 'won' })).toBe('');
  },
);

test('a happening says when, to which deal, and by which entry', () => {
  const entry = anEntry({ seq: 7, deal: 'D9', to: 'lead', at: '2026-02-03T23:59:00' });
  expect(happeningsOf(entry, threeStages)).toEqual([
    { event: 'enters', mark: '7', deal: 'D9', stage: 'lead', on: '2026-02-03' },
  ]);
});

test.each<{ kind: string; from: string; to: string; entered: string }>`
  kind         | from          | to        | entered
  ${'undone'}  | ${'proposal'} | ${'lead'} | ${'proposal'}
  ${'undone'}  | ${'lead'}     | ${'lead'} | ${'nothing'}
  ${'undone'}  | ${''}         | ${'lead'} | ${'nothing'}
  ${'moved'}   | ${'proposal'} | ${'lead'} | ${'nothing'}
  ${'changed'} | ${'proposal'} | ${'lead'} | ${'nothing'}
`('a $kind entry from "$from" to "$to" takes back the entering of $entered', (row) => {
  const { from, to } = row;
  const back = takenBack(anEntry({ kind: row.kind as LedgerEntry['kind'], from, to }));
  expect(back).toEqual(row.entered === 'nothing' ? null : { deal: 'D1', stage: row.entered });
});

function anAutomation(id: string, more: Partial<Automation> = {}): Automation {
  return {
    id,
    when: 'enters',
    stage: '',
    action: 'task',
    to: { kind: 'owner' },
    afterDays: 0,
    text: 'Call',
    template: '',
    ...more,
  };
}

const PROPOSED: Happening = {
  event: 'enters',
  mark: '7',
  deal: 'D1',
  stage: 'proposal',
  on: '2026-02-27',
};

test('the rules of the event and stage follow, in their order, each after its days', () => {
  const rules = [
    anAutomation('anywhere', { afterDays: 2 }),
    anAutomation('contract', { stage: 'contract' }),
    anAutomation('proposal', { stage: 'proposal' }),
    anAutomation('stalled', { when: 'stalled' }),
    anAutomation('held here', { when: 'held', stage: 'proposal' }),
  ];
  expect(followed(rules, PROPOSED)).toEqual([
    {
      key: 'enters 7 D1 anywhere proposal',
      automation: rules[0],
      happening: PROPOSED,
      due: '2026-03-01',
    },
    {
      key: 'enters 7 D1 proposal proposal',
      automation: rules[2],
      happening: PROPOSED,
      due: '2026-02-27',
    },
  ]);
});

test('a move taken back leaves without ground what its last entering of the stage began', () => {
  const keys = [
    'enters 3 D1 call proposal',
    'enters 9 D1 call proposal',
    'enters 9 D1 write proposal',
    'enters 12 D2 call proposal',
    'enters 11 D1 call contract',
    'held 13 D1 call proposal',
    'stalled 2026-02-01 D1 call proposal',
  ];
  expect(groundless(keys, { deal: 'D1', stage: 'proposal' })).toEqual([
    'enters 9 D1 call proposal',
    'enters 9 D1 write proposal',
  ]);
  expect(groundless(keys, { deal: 'D1', stage: 'lead' })).toEqual([]);
});

test.each(['won', 'lost'])(
  'taking back a move to %s also undoes what followed from it',
  (stage) => {
    const keys = [`enters 5 D1 thank ${stage}`, `${stage} 5 D1 invoice ${stage}`];
    expect(groundless(keys, { deal: 'D1', stage })).toEqual(keys);
  },
);

test('the key of a stage may hold spaces', () => {
  const stage = 'on hold';
  const keys = followed([anAutomation('call')], { ...PROPOSED, stage }).map(({ key }) => key);
  expect(groundless(keys, { deal: 'D1', stage })).toEqual(keys);
  expect(groundless(keys, { deal: 'D1', stage: 'onhold' })).toEqual([]);
});
