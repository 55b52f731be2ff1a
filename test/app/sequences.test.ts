import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import { type Cells, dealRows, everything } from './desk';
import { Desk } from './sequenceDesk';
import { aStart, begin } from './sequenceStarts';
import { anAct, CALM, gestureOf } from './sequences';

const GESTURES = 30;

/** `SEQUENCES=20000 npx jest test/app/sequences` tries more; `SEED=...` repeats a run. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 1_000);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** So many workbooks to begin with: making one takes longer than playing in it. */
const STARTS = 24;

const ACCEPTED: ReadonlySet<unknown> = new Set(['created', 'moved', 'overridden', 'undone']);
/** What the program may write in a deal's row. */
const PROGRAM = [
  'Stage',
  'Close date',
  'Gate',
  'Days in stage',
  'Stage since',
  'Created',
  'ID',
  'Accepted stage',
  'Version',
  'Memo',
];

/** What people wrote, row by row; rows in which nothing of theirs stands say nothing. */
function peoplesCells(rows: readonly Cells[]): readonly Cells[] {
  const theirs = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([header]) => !PROGRAM.includes(header))),
  );
  return theirs.filter((row) => Object.values(row).some((cell) => cell !== ''));
}

/** Each deal's stage by the ledger: the last accepted entry with the highest number. */
function acceptedStages(ledger: readonly Cells[]): ReadonlyMap<unknown, unknown> {
  const inOrder = [...ledger].sort((one, other) => Number(one.Seq) - Number(other.Seq));
  const accepted = inOrder.filter(({ Kind }) => ACCEPTED.has(Kind));
  return new Map(accepted.map(({ Deal, To }) => [Deal, To]));
}

/** The ledger as text, one entry a line. */
function ledgerLines(host: Host): string {
  const sheet = host.names().tab('Ledger');
  const rect = { row: 2, column: 1, rows: sheet.lastRow - 1, columns: sheet.lastColumn };
  return sheet.values(rect).join('\n');
}

/** Comparing texts is quicker where all is well, and that is nearly always. */
function isSame(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
}

const normal = (stage: unknown): string => String(stage).trim().toLowerCase();

test(`after ${SEQUENCES} sequences of ${GESTURES} gestures in ${STARTS} workbooks each stage is what the ledger says, and nothing is lost`, () => {
  const kinds = new Map<unknown, number>();
  const sequence = fc.array(anAct, { minLength: GESTURES, maxLength: GESTURES });
  const starts = fc.sample(aStart, { numRuns: STARTS, seed: SEED });
  const property = fc.property(fc.constantFrom(...starts), sequence, (start, acts) => {
    const host = begin(start);
    const desk = new Desk(host);
    let lines = ledgerLines(host);
    for (const act of acts) {
      const before = CALM.has(act.do) ? peoplesCells(rowsOf(host, 'Deals')) : null;
      host.gesture(gestureOf(desk, act));
      const now = ledgerLines(host);
      if (!now.startsWith(lines)) expect(now).toBe(`${lines}...`);
      lines = now;
      if (before !== null) isSame(peoplesCells(rowsOf(host, 'Deals')), before);
    }
    const before = peoplesCells(rowsOf(host, 'Deals'));
    host.gesture({ menu: 'sweep' });
    const swept = everything(host);
    const ledger = rowsOf(host, 'Ledger');
    isSame(peoplesCells(rowsOf(host, 'Deals')), before);
    const accepted = acceptedStages(ledger);
    const rows = dealRows(host);
    expect(new Set(rows.map(({ ID }) => ID)).size).toBe(rows.length);
    for (const row of rows) {
      expect(normal(row['Accepted stage'])).toBe(normal(accepted.get(row.ID)));
      expect(normal(row.Stage)).toBe(normal(accepted.get(row.ID)));
    }
    host.gesture({ menu: 'sweep' });
    isSame(everything(host), swept);
    for (const { Kind } of ledger) kinds.set(Kind, (kinds.get(Kind) ?? 0) + 1);
  });
  fc.assert(property, { numRuns: SEQUENCES, seed: SEED, endOnFailure: true });

  const judged = ['moved', 'held', 'overridden'].map((kind) => kinds.get(kind) ?? 0);
  const total = judged.reduce((sum, n) => sum + n, 0);
  const shares = judged.map((n) => n / total);
  const [moved, held, overridden] = shares.map((share) => `${(share * 100).toFixed(1)} %`);
  console.log(
    `${SEQUENCES} sequences, SEED=${SEED}: moved ${moved}, held ${held}, overridden ${overridden}`,
  );
  for (const share of shares) expect(share).toBeGreaterThan(0.1);
});
