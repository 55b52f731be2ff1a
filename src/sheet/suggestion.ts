import type { Day } from '../domain/day';
import { normalLabel } from '../domain/pipeline';
import { readAmount } from './amount';
import { type DateOrder, readDay } from './dateText';
import { isSlipOf } from './importing/likeness';
import type { Member, Team } from './teamTab';

const DAY_INSIDE =
  /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?|\d{1,2}(?:st|nd|rd|th)?[\s./-]*[a-z]{3,9}\.?[\s,./-]*\d{4}|[a-z]{3,9}\.?\s*\d{1,2}(?:st|nd|rd|th)?[\s,]+\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/gi;

/**
 * The day that a text most likely means: with the reader's own order of day and month, and with
 * words around it. `suggestDay('by 3/5/2026', 'mdy') //=> '2026-03-05'`. `null` when it names none, or two.
 */
export function suggestDay(text: string, order: DateOrder): Day | null {
  if (text.length > 200) return null;
  const days = (text.normalize('NFKC').match(DAY_INSIDE) ?? []).map((part) => readDay(part, order));
  const found = new Set([readDay(text, order), ...days].filter((day) => day !== null));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const AMOUNT_INSIDE =
  /\d[\d.,'’ ]*\d\s*(?:k|m|mn|mio|bn|tsd|thousand|million|billion|[千万亿])?(?![a-z\d])|\d\s*(?:k|m|mn|mio|bn|tsd|thousand|million|billion|[千万亿])?(?![a-z\d])/gi;

/** The only amount in a text. `suggestAmount('about 12k, to be confirmed') //=> 12000` */
export function suggestAmount(text: string): number | null {
  if (text.length > 200) return null;
  const parts = text.normalize('NFKC').match(AMOUNT_INSIDE) ?? [];
  const only = parts.length === 1 ? readAmount((parts[0] ?? '').trim()) : null;
  return only?.amount ?? null;
}

/** The member whose name an Owner cell most likely means: a slip of the fingers, or the first name alone. */
export function suggestMember(team: Team, typed: string): Member | null {
  const wanted = normalLabel(typed);
  const like = team.filter(({ name, address }) => {
    const known = normalLabel(name);
    const names = [known, known.split(' ')[0] ?? '', address.split('@')[0] ?? ''];
    return names.includes(wanted) || wanted.split(' ')[0] === known || isSlipOf(wanted, known);
  });
  return like.length === 1 ? (like[0] ?? null) : null;
}
