import type { Must, MustKind } from '../domain/criterion';
import { named } from '../domain/named';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { ProblemCode } from '../words/problems';
import { readAmount } from './amount';
import type { Cell } from './cell';
import { cellText, isBlank } from './cellText';
import { choiceNamed } from './choice';
import { chanceIn } from './dealFact';
import { fieldNamed, headerOf } from './headers';

/** What a Value cell says for an operator; the problem's code when it does not say it. */
export type ReadMust =
  | { readonly kind: 'must'; readonly must: Must }
  | { readonly kind: 'problem'; readonly code: ProblemCode };

const no = (code: ProblemCode): ReadMust => ({ kind: 'problem', code });
const yes = (must: Must): ReadMust => ({ kind: 'must', must });

/** Separates the texts of "is one of", in either language's marks. */
const BETWEEN = /[;；|、\n]/;

/** Reads the Value cell of a criterion. `readMust('oneOf', 'a; b') //=> {kind: 'oneOf', texts: ['a', 'b']}` */
export function readMust(kind: MustKind, cell: Cell | undefined): ReadMust {
  const text = cellText(cell);
  switch (kind) {
    case 'isFilled':
    case 'isTicked':
    case 'isDate':
      return yes({ kind });
    case 'atLeast':
    case 'atMost': {
      const number = numberIn(cell);
      return number === null ? no('valueNotNumber') : yes({ kind, number });
    }
    case 'equals':
    case 'contains':
      return text === '' ? no('valueMissing') : yes({ kind, text });
    case 'oneOf': {
      const texts = text
        .split(BETWEEN)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      return texts.length === 0 ? no('valueMissing') : yes({ kind, texts });
    }
    case 'afterToday':
    case 'beforeToday': {
      const days = daysIn(text);
      return days === null ? no('valueNotDays') : yes({ kind, days });
    }
    case 'afterField':
      return text === '' ? no('valueNotField') : yes({ kind, other: fieldNamed(text) });
    case 'activities':
      return readActivities(text);
    case 'taskDone':
      return text === '' ? no('valueMissing') : yes({ kind, task: text });
  }
}

function numberIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  return readAmount(cell)?.amount ?? (cell.includes('%') ? chanceIn(cell) : null);
}

/** "", "+7", "7", "-3", "7 days", "7天". */
function daysIn(text: string): number | null {
  if (text === '') return 0;
  const match = /^([-+−])?\s*(\d{1,5})\s*(?:days?|天|日)?$/i.exec(text.normalize('NFKC'));
  if (!match) return null;
  const days = Number(match[2]);
  return match[1] === undefined || match[1] === '+' || days === 0 ? days : -days;
}

/** A kind of activity is a word or two. */
const MOST_ACTIVITY = 100;

/** "2", "2 Meeting", "Meeting 2", "Meeting", "2次拜访会议"; nothing means one of any kind. */
function readActivities(text: string): ReadMust {
  const plain = text.slice(0, MOST_ACTIVITY).normalize('NFKC');
  const number = /\d{1,4}/.exec(plain)?.[0];
  const rest = plain
    .replace(/\d{1,4}\s*(?:[x×次个;；,，]\s*)?/, '')
    .replace(/[\s;；,，]+$/, '')
    .trim();
  const atLeast = number === undefined ? 1 : Number(number);
  if (atLeast < 1) return no('valueNotNumber');
  const activity = choiceNamed('activityKinds', rest) ?? rest;
  return yes({ kind: 'activities', atLeast, activity });
}

/** The Value cell that says this. */
export function mustValue(must: Must, language: Language): Cell {
  switch (must.kind) {
    case 'isFilled':
    case 'isTicked':
    case 'isDate':
      return '';
    case 'atLeast':
    case 'atMost':
      return must.number;
    case 'equals':
    case 'contains':
      return must.text;
    case 'oneOf':
      return must.texts.join('; ');
    case 'afterToday':
    case 'beforeToday':
      return must.days === 0 ? '' : `${must.days > 0 ? '+' : ''}${must.days}`;
    case 'afterField':
      return headerOf(must.other, language);
    case 'activities':
      return `${must.atLeast} ${activityWord(must.activity, language)}`.trim();
    case 'taskDone':
      return must.task;
  }
}

function activityWord(activity: string, language: Language): string {
  const words: Readonly<Record<string, string>> = CHOICE_WORDS[language].activityKinds;
  return named(words, activity) ?? activity;
}

/** Whether a Value cell is filled although the operator takes none. */
export function isValueTooMany(must: Must, cell: Cell | undefined): boolean {
  const takesNone = must.kind === 'isFilled' || must.kind === 'isTicked' || must.kind === 'isDate';
  return takesNone && !isBlank(cell);
}
