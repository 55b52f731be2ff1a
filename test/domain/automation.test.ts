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

test.each(['typed', 'pasted', 'sidebar', 'board', 'sweep', 'form', 'retire'] as const)(
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
    { event: 'enters', mark: '7', deal: 'D9', stage: 'lead', stands: 'lead', on: '2026-02-03' },
  ]);
});

test('a held deal stands where it stood, whatever stage was asked for', () => {
  const entry = anEntry({ kind: 'held', from: 'lead', to: 'contract' });
  expect(happeningsOf(entry, threeStages)).toMatchObject([
    { event: 'held', stage: 'contract', stands: 'lead' },
  ]);
});

/** A deal's life in one line, such as `'moved lead proposal'`; entries count from 1. */
function aLife(...steps: readonly string[]): readonly LedgerEntry[] {
  return steps.map((step, i) => {
    const [kind, from = '', to = ''] = step.split(' ');
    return anEntry({ seq: i + 1, kind: kind as LedgerEntry['kind'], from, to });
  });
}

const MOVED = aLife('created  lead', 'moved lead proposal', 'moved proposal contract');

test.each<{ life: string; then: readonly string[]; gone: readonly number[] }>`
  life                         | then                                                                                                           | gone
  ${'nothing undone'}          | ${[]}                                                                                                          | ${[]}
  ${'the last move'}           | ${['undone contract proposal']}                                                                                | ${[3]}
  ${'both moves'}              | ${['undone contract proposal', 'undone proposal lead']}                                                        | ${[3, 2]}
  ${'a second try'}            | ${['undone contract proposal', 'moved proposal contract', 'undone contract proposal']}                         | ${[3, 5]}
  ${'back, undone, then more'} | ${['moved contract proposal', 'undone proposal contract', 'undone contract proposal', 'undone proposal lead']} | ${[4, 3, 2]}
  ${'a move back'}             | ${['moved contract proposal']}                                                                                 | ${[]}
  ${'an entry of no sense'}    | ${['undone lead proposal']}                                                                                    | ${[]}
`('of $life the moves $gone were taken back', ({ then, gone }) => {
  const more = aLife(...then).map((entry) => ({ ...entry, seq: entry.seq + MOVED.length }));
  expect([...takenBack([...MOVED, ...more], 0)]).toEqual(gone);
});

test('what was taken back before the mark has been answered', () => {
  const life = [...MOVED, ...aLife('undone contract proposal').map((one) => ({ ...one, seq: 4 }))];
  expect([...takenBack(life, 3)]).toEqual([3]);
  expect([...takenBack(life, 4)]).toEqual([]);
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
  stands: 'proposal',
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

test('moves taken back leave without ground what followed from them, and nothing else', () => {
  const keys = [
    'enters 3 D1 call proposal',
    'enters 9 D1 call proposal',
    'won 9 D1 invoice on hold',
    'lost 9 D1 ask lost',
    'held 9 D1 call proposal',
    'stalled 2026-02-01 D1 call proposal',
    'nurture D1 2026-02-01',
    '',
  ];
  expect(groundless(keys, new Set([9, 2026]))).toEqual(keys.slice(1, 4));
  expect(groundless(keys, new Set())).toEqual([]);
});
