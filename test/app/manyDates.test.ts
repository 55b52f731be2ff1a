import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealRows,
  does,
  everything,
  loaded,
  pastes,
  saved,
  sweeps,
  WINNABLE,
} from './desk';

const ANN = 'ann@example.com';

/** A day of its own for each of 80 deals: 1 March, 2 March and so on. */
function dayOf(i: number): string {
  const [month, day] = [3 + Math.floor(i / 28), 1 + (i % 28)];
  return `2026-0${month}-${String(day).padStart(2, '0')}`;
}

/** So many deals that may be won, each with another close date. */
function winnable(deals: number): Host {
  const host = aPipeline();
  does(host, { rights: { user: ANN, may: 'edit' } });
  const all = <T>(cell: (i: number) => T): readonly T[] =>
    Array.from({ length: deals }, (_, i) => cell(i));
  pastes(
    host,
    'Deal',
    2,
    all((i) => `Deal ${i}`),
  );
  for (const [header, fact] of Object.entries(WINNABLE)) {
    pastes(
      host,
      header,
      2,
      all((i) => (header === 'Close date' ? dayOf(i) : fact)),
    );
  }
  does(host, { trigger: 'work' });
  return host;
}

/** `Closed won` for every second deal, or for each. */
function wins(deals: number, step: 1 | 2): readonly string[] {
  return Array.from({ length: deals }, (_, i) => (i % step === 0 ? 'Closed won' : 'Qualification'));
}

const dates = (host: Host): readonly unknown[] => dealRows(host).map((deal) => deal['Close date']);

/** Wins these deals with one paste and takes that back: the writes of the taking back, and the workbook then. */
function takesBackWins(host: Host, deals: number, step: 1 | 2): number {
  pastes(host, 'Stage', 2, wins(deals, step));
  const batch = rowsOf(host, 'Ledger').at(-1)?.Batch;
  const { calls } = does(host, { call: 'undoMove', args: [JSON.stringify({ batch })] });
  return calls.write ?? 0;
}

test('wins that stand under one another are taken back in as many writes for 80 as for 20, each with its own date', () => {
  const [few, many] = [winnable(20), winnable(80)];
  expect(takesBackWins(many, 80, 1)).toBe(takesBackWins(few, 20, 1));
  expect(dates(many)).toEqual(Array.from({ length: 80 }, (_, i) => dayOf(i)));
  expect(dealRows(many).every(({ Stage }) => Stage === 'Qualification')).toBe(true);
  const settled = everything(many);
  sweeps(many);
  expect(everything(many)).toEqual(settled);
});

test('a close date that somebody types between wins while they are taken back stays', () => {
  const start = winnable(20);
  pastes(start, 'Stage', 2, wins(20, 2));
  const batch = rowsOf(start, 'Ledger').at(-1)?.Batch;
  const undo = { call: 'undoMove', args: [JSON.stringify({ batch })] };
  const text = saved(start);
  const calls = loaded(text).gesture(undo).executions[0]?.callCount ?? 0;
  const typed = {
    edit: { tab: 'Deals', range: at(start, 'Close date', 5), values: [['2026-12-24']] },
  };
  for (let call = calls - 40; call <= calls; call++) {
    const host = loaded(text);
    host.gesture({ ...undo, during: { call, do: typed } });
    sweeps(host);
    const expected = Array.from({ length: 20 }, (_, i) => (i === 3 ? '2026-12-24' : dayOf(i)));
    expect({ call, dates: dates(host) }).toEqual({ call, dates: expected });
  }
});

test('a cell between wins that Ann may not edit keeps none of them from being taken back', () => {
  const host = winnable(20);
  pastes(host, 'Stage', 2, wins(20, 2));
  const batch = rowsOf(host, 'Ledger').at(-1)?.Batch;
  does(host, { protect: { tab: 'Deals', range: at(host, 'Close date', 5), editors: [] } });
  does(host, { call: 'undoMove', args: [JSON.stringify({ batch })], as: ANN });
  expect(dates(host)).toEqual(Array.from({ length: 20 }, (_, i) => dayOf(i)));
});

test('what stands between wins that are taken back stays as it is: a formula, a text, an empty cell', () => {
  const host = winnable(20);
  const sheet = host.names().tab('Deals');
  const { column } = host.names().column(sheet, 'Close date');
  const others = Array.from({ length: 10 }, (_, i) => 3 + 2 * i);
  const inCells = () =>
    others.map((row) => [
      sheet.formulas.get(row, column),
      sheet.values({ row, column, rows: 1, columns: 1 })[0]?.[0],
    ]);
  ['=DATE(2026,5,5)', 'when they sign', '', "'2026-05-01", 46_143].forEach((cell, i) => {
    const range = at(host, 'Close date', 3 + 2 * i);
    does(host, { apiWrite: { tab: 'Deals', range, values: [[cell]] } });
  });
  does(host, { trigger: 'work' });
  const before = inCells();
  expect(before[0]?.[0]).toBe('=DATE(2026,5,5)');
  takesBackWins(host, 20, 2);
  expect(inCells()).toEqual(before);
});

test('where Google refuses the ledger entries of pasted wins, each has its date back in as many writes for 80 as for 20', () => {
  const writes = [20, 80].map((deals) => {
    const host = winnable(deals);
    host.book.facts = { ...host.book.facts, protectedWriteThrows: 'at the flush' };
    does(host, { protect: { tab: 'Ledger', editors: [] } });
    const values = wins(deals, 1).map((stage) => [stage]);
    const edit = { tab: 'Deals', range: at(host, 'Stage', 2, 1 + deals), values };
    const { calls } = does(host, { edit, as: ANN });
    expect(dates(host)).toEqual(Array.from({ length: deals }, (_, i) => dayOf(i)));
    return calls.write;
  });
  expect(writes[1]).toBe(writes[0]);
});
