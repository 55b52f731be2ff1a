import { dayOf, type LocalTime } from '../../domain/day';
import { readAmount } from '../amount';
import type { Cell } from '../cell';
import { isTicked } from './columnProfile';
import type { Reading } from './importPlan';
import { momentOf } from './moment';

/** A day, or a moment when the text told a time. */
export function dateCell(moment: LocalTime): Cell {
  return { date: moment.endsWith('T00:00:00') ? dayOf(moment) : moment };
}

/** A win chance as a share, from 0.3, 30 or "30%" as the column writes it; `null` when it is none. */
export function readChance(text: string, reading: Reading): number | null {
  const read = readAmount(text.replace(/[%％]\s*$/, ''), { decimalComma: reading.decimalComma });
  if (read === null) return null;
  const chance = Number((read.amount * reading.factor).toPrecision(12));
  return chance >= 0 && chance <= 1 ? chance : null;
}

/** A cell of a team's own column, of the kind that the whole column is. */
export function ownCell(text: string, reading: Reading): Cell {
  if (reading.kind === 'tick') return isTicked(text);
  if (reading.kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(text.trim())) return Number(text);
  const moment = reading.kind === 'day' ? momentOf(text, reading.dateOrder) : null;
  return moment === null ? text : dateCell(moment);
}
