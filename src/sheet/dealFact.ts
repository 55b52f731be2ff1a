import type { Fact, StandardField } from '../domain/fact';
import { type ReadAmount, readAmount } from './amount';
import { type Cell, isDateCell } from './cell';
import { cellDay, cellText, isBlank, isErrorText } from './cellText';

/** What a standard column holds. */
type Kind = 'text' | 'amount' | 'chance' | 'day';

const KINDS: Partial<Readonly<Record<StandardField, Kind>>> = {
  amount: 'amount',
  winChance: 'chance',
  closeDate: 'day',
  nextStepDate: 'day',
  revisitOn: 'day',
  planDue: 'day',
};

/** What the cells of a standard column are read as. */
export function kindOf(field: StandardField): Kind {
  return KINDS[field] ?? 'text';
}

/** Beyond this, minor units are no longer exact integers. */
const LARGEST = 9e12;

/** An amount cell: a number, or text that clearly says one. `null` when it does not. */
export function amountIn(cell: Cell | undefined, home: string): ReadAmount | null {
  const read =
    typeof cell === 'number'
      ? { amount: cell }
      : typeof cell === 'string'
        ? readAmount(cell, { home })
        : null;
  return read !== null && Math.abs(read.amount) <= LARGEST ? read : null;
}

/** A chance cell as a share: 0.3, "30%" and 30 are all 0.3. `null` when it is none. */
export function chanceIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return share(cell);
  if (typeof cell !== 'string') return null;
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(cell.normalize('NFKC').trim());
  if (!match) return null;
  const number = Number((match[1] ?? '').replace(',', '.'));
  return match[2] === '%' ? hundredth(number) : share(number);
}

function share(number: number): number | null {
  return number > 1 ? hundredth(number) : number >= 0 ? number : null;
}

function hundredth(number: number): number | null {
  return number >= 0 && number <= 100 ? Number((number / 100).toPrecision(15)) : null;
}

/** A standard field's cell as a fact. Amounts are in major units, as people compare them. */
export function standardFact(field: StandardField, cell: Cell | undefined, home: string): Fact {
  if (isBlank(cell)) return null;
  const typed = cellText(cell);
  const unreadable: Fact = { kind: 'unreadable', typed };
  if (isErrorText(typed)) return unreadable;
  switch (kindOf(field)) {
    case 'text':
      return { kind: 'text', text: typed };
    case 'amount': {
      const read = amountIn(cell, home);
      return read ? { kind: 'number', number: read.amount } : unreadable;
    }
    case 'chance': {
      const chance = chanceIn(cell);
      return chance === null ? unreadable : { kind: 'number', number: chance };
    }
    case 'day': {
      const day = cellDay(cell);
      return day === null ? unreadable : { kind: 'day', day };
    }
  }
}

/** Full dates are days wherever they stand; other text of the team's own columns stays text. */
const FULL_DATE = /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)$/;

/** A cell of the team's own column as a fact, by what it holds. */
export function ownFact(cell: Cell | undefined): Fact {
  if (isBlank(cell)) return null;
  if (typeof cell === 'boolean') return { kind: 'tick', ticked: cell };
  if (typeof cell === 'number') return { kind: 'number', number: cell };
  const text = cellText(cell);
  if (isErrorText(text)) return { kind: 'unreadable', typed: text };
  const day = isDateCell(cell) || FULL_DATE.test(text) ? cellDay(cell) : null;
  return day === null ? { kind: 'text', text } : { kind: 'day', day };
}
