import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  type Cells,
  dealRows,
  does,
  everything,
  idOf,
  lineOf,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  sweeps,
  types,
  WINNABLE,
} from './desk';

/** Something that a person asks for, and the workbook before it. */
interface Asked {
  readonly what: string;
  readonly before: () => Host;
  readonly gesture: (host: Host) => Gesture;
  /** Whether the sweep may come to it alone: a page's wish dies with its call, what was typed stays typed. */
  readonly isTyped: boolean;
}

function mill(facts: typeof QUALIFIED, stage?: string): Host {
  const host = aPipeline();
  newDeal(host, 'Mill', facts, stage);
  newDeal(host, 'Dam', QUALIFIED);
  return host;
}

function pageMove(host: Host, to: string): Gesture {
  return { call: 'moveDeals', args: [JSON.stringify({ ids: [idOf(host, 'Mill')], to })] };
}

const typedStage = (host: Host, stage: string): Gesture => ({
  edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [[stage]] },
});

const ASKED: readonly Asked[] = [
  {
    what: 'a typed move that passes',
    before: () => mill(QUALIFIED),
    gesture: (host) => typedStage(host, 'Needs analysis'),
    isTyped: true,
  },
  {
    what: 'a typed move that is held',
    before: () => mill({}),
    gesture: (host) => typedStage(host, 'Needs analysis'),
    isTyped: true,
  },
  {
    what: 'a typed win',
    before: () => mill(WINNABLE),
    gesture: (host) => typedStage(host, 'Closed won'),
    isTyped: true,
  },
  {
    what: 'a new deal',
    before: () => mill({}),
    gesture: () => ({ edit: { tab: 'Deals', range: 'A4', values: [['Pump']] } }),
    isTyped: true,
  },
  {
    what: 'a new deal that is typed straight into a closed stage',
    before: () => mill({}),
    gesture: (host) => ({
      edit: { tab: 'Deals', range: at(host, 'Stage', 4), values: [['Closed won']] },
    }),
    isTyped: true,
  },
  {
    what: 'a pasted block of which one is held',
    before: () => mill({}),
    gesture: (host) => ({
      edit: {
        tab: 'Deals',
        range: at(host, 'Stage', 2, 3),
        values: [['Needs analysis'], ['Needs analysis']],
      },
    }),
    isTyped: true,
  },
  {
    what: 'a changed amount',
    before: () => mill({}),
    gesture: (host) => ({
      edit: { tab: 'Deals', range: at(host, 'Amount', 2), values: [['750']] },
    }),
    isTyped: true,
  },
  {
    what: 'a move from the sidebar',
    before: () => mill(QUALIFIED),
    gesture: (host) => pageMove(host, 'Needs analysis'),
    isTyped: false,
  },
  {
    what: 'a win from the sidebar',
    before: () => mill(WINNABLE),
    gesture: (host) => pageMove(host, 'Closed won'),
    isTyped: false,
  },
  {
    what: 'a move that is taken back',
    before: () => mill(QUALIFIED, 'Needs analysis'),
    gesture: (host) => ({
      call: 'undoMove',
      args: [JSON.stringify({ entry: lastMove(host) })],
    }),
    isTyped: false,
  },
  {
    what: 'a win that is taken back',
    before: () => mill(WINNABLE, 'Closed won'),
    gesture: (host) => ({
      call: 'undoMove',
      args: [JSON.stringify({ entry: lastMove(host) })],
    }),
    isTyped: false,
  },
];

function lastMove(host: Host): number {
  const moves = rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'moved');
  return Number(moves[moves.length - 1]?.Seq);
}

/** What counts in the end: every deal's stage and dates, and its ledger without who and how. */
function ending(host: Host) {
  const rows = dealRows(host);
  const names = new Map(rows.map((row) => [row.ID, row.Deal]));
  const told = (row: Cells) => [row.Deal, row.Stage, row['Accepted stage'], row['Close date']];
  return {
    deals: rows.map(told),
    ledger: rowsOf(host, 'Ledger')
      .map((line) => `${names.get(line.Deal ?? '')} ${lineOf(line)} ${line['Close date']}`)
      .sort(),
  };
}

const KEEPS = ['all', 'none', 'half'] as const;

test.each(ASKED)('$what, stopped at any call, is finished by the sweep, once', (asked) => {
  const start = asked.before();
  const text = saved(start);
  const gesture = asked.gesture(start);
  const untouched = ending(start);
  const whole = loaded(text);
  const calls = Math.max(...does(whole, gesture).executions.map((run) => run.callCount));
  const done = ending(whole);
  expect(done).not.toEqual(untouched);
  const seen = new Set<string>();
  // Nothing is written before the lock is had, so the calls from there on are the ones that matter.
  for (let stopAt = calls, isLocked = true; isLocked; stopAt--) {
    for (const keep of KEEPS) {
      const host = loaded(text);
      const [run] = host.gesture({ ...gesture, stopAt, keep }).executions;
      isLocked = run?.stopped?.includes('tryLock') === false;
      const left = saved(host);
      if (seen.has(left)) continue;
      seen.add(left);
      sweeps(host);
      const after = ending(host);
      const expected = asked.isTyped ? [done] : [done, untouched];
      expect({ stopAt, keep, among: expected.map((one) => JSON.stringify(one)) }).toEqual({
        stopAt,
        keep,
        among: expect.arrayContaining([JSON.stringify(after)]),
      });
      const settled = everything(host);
      sweeps(host);
      expect(everything(host)).toEqual(settled);
    }
  }
});

test('after a stopped move the next one, of whichever deal, is judged as if nothing had happened', () => {
  const start = mill(QUALIFIED);
  const text = saved(start);
  const gesture = typedStage(start, 'Needs analysis');
  const [whole] = does(loaded(text), gesture).executions;
  for (let stopAt = whole?.callCount ?? 0, isLocked = true; isLocked; stopAt--) {
    const host = loaded(text);
    const [run] = host.gesture({ ...gesture, stopAt, keep: 'half' }).executions;
    isLocked = run?.stopped?.includes('tryLock') === false;
    types(host, 'Dam', { Stage: 'Needs analysis' });
    types(host, 'Mill', { Owner: 'Ann' });
    sweeps(host);
    const stages = dealRows(host).map(({ Stage }) => Stage);
    expect({ stopAt, stages }).toEqual({ stopAt, stages: ['Needs analysis', 'Needs analysis'] });
    const moves = rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'moved');
    expect({ stopAt, moves: moves.length }).toEqual({ stopAt, moves: 2 });
  }
});
