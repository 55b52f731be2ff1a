import * as fc from 'fast-check';
import { addDays, type Day, type LocalTime } from '../../src/domain/day';
import { ENTRY_KINDS } from '../../src/domain/ledger';
import { MEMO_LINES, type Memo } from '../../src/sheet/memo';

/** A day of this or the last century. */
export const aDay: fc.Arbitrary<Day> = fc.nat(60_000).map((after) => addDays('1950-01-01', after));

const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));

export const aTime: fc.Arbitrary<LocalTime> = fc
  .tuple(aDay, two(23), two(59), two(59))
  .map(([day, hour, minute, second]) => `${day}T${hour}:${minute}:${second}`);

/** Text as a cell gives it back: nothing around it. */
export const aText: fc.Arbitrary<string> = fc.string({ unit: 'binary' }).map((it) => it.trim());

/** A text that says something. */
export const aName: fc.Arbitrary<string> = fc.stringMatching(
  /^[A-Za-z一-龥][A-Za-z0-9一-龥 ]{0,20}[A-Za-z0-9一-龥]$/,
);

const counts = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(99)), {
  selector: ([name]) => name,
  maxLength: 4,
});

export const aMemo: fc.Arbitrary<Memo> = fc.record({
  history: fc.array(
    fc.record({
      seq: fc.nat(),
      kind: fc.constantFrom(...ENTRY_KINDS),
      from: fc.string(),
      to: fc.string(),
      at: aTime,
      by: fc.string(),
      reason: fc.string(),
    }),
    { maxLength: MEMO_LINES },
  ),
  activities: counts.map((pairs) => Object.fromEntries(pairs)),
  doneTasks: counts.map((pairs) => Object.fromEntries(pairs)),
  plan: fc.option(fc.record({ due: aDay, putOff: fc.nat(9), putOffBefore: fc.nat(9) }), {
    nil: undefined,
  }),
});
