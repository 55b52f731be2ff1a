import { type OwnField, STANDARD_FIELDS, type StandardField } from '../../domain/fact';
import { dealColumnNamed } from '../headers';
import type { DealsRole } from './importPlan';
import {
  dealHeaders,
  type HeaderMeaning,
  type HistoryMeaning,
  headerText,
  historyHeaders,
} from './synonyms';

const IMPORT_ONLY: Readonly<Record<string, HeaderMeaning>> = {
  id: 'id',
  identifier: 'id',
  created: 'created',
  closed: 'closed',
  since: 'since',
  'stage since': 'since',
  outcome: 'outcome',
  编号: 'id',
  创建日期: 'created',
  关闭日期: 'closed',
  结果: 'outcome',
};

/** The role of a column once its meaning is known. */
export function roleOf(meaning: HeaderMeaning): DealsRole {
  switch (meaning) {
    case 'id':
    case 'created':
    case 'closed':
    case 'since':
    case 'outcome':
      return { kind: meaning };
    case 'program':
      return { kind: 'ignore' };
    default:
      return { kind: 'field', field: meaning };
  }
}

/** `again('Amount', 2) //=> 'Amount (2)'` */
type Again = (header: string, time: number) => string;

/** A column of the team's own; one that is called like a column of ours gets another name. */
export function ownRole(header: string, again: Again): DealsRole {
  const known = [...(dealHeaders().get(headerText(header))?.values() ?? [])].some((w) => w > 1);
  const isOurs = known || dealColumnNamed(header) !== undefined;
  const field: OwnField = `own:${isOurs ? again(header, 2) : header}`;
  return { kind: 'field', field };
}

/** A longer name for a column is cut. */
const MOST_HEADER = 200;

function newColumn(name: string, again: Again): DealsRole {
  const header = name.trim().slice(0, MOST_HEADER).trim();
  return header === '' ? { kind: 'ignore' } : ownRole(header, again);
}

/** No header and no stage is called by more. */
const MOST_TOLD = 300;

/** What a map's "ours" means: a field, an English or Chinese header, "entered: Proposal", or a new column. */
export function toldRole(told: string | null, again: Again): DealsRole {
  const ours = told?.trim().slice(0, MOST_TOLD) ?? '';
  if (ours === '') return { kind: 'ignore' };
  const entered = /^(?:entered|进入)\s*[:：]?\s*(.+)$/i.exec(ours);
  if (entered !== null) return { kind: 'entered', stage: entered[1] as string };
  if (ours.startsWith('own:')) return newColumn(ours.slice(4), again);
  if ((STANDARD_FIELDS as readonly string[]).includes(ours)) {
    return { kind: 'field', field: ours as StandardField };
  }
  const text = headerText(ours);
  const special = Object.entries(IMPORT_ONLY).find(([word]) => word === text);
  if (special !== undefined) return roleOf(special[1]);
  for (const [meaning, weight] of dealHeaders().get(text) ?? [])
    if (weight > 1) return roleOf(meaning);
  return newColumn(ours, again);
}

/** The meaning that a told role takes away from the other columns; `null` when none. */
export function meaningOf(role: DealsRole): HeaderMeaning | null {
  if (role.kind === 'field') {
    return role.field.startsWith('own:') ? null : (role.field as StandardField);
  }
  return role.kind === 'ignore' || role.kind === 'entered' ? null : role.kind;
}

const HISTORY_ROLES: readonly HistoryMeaning[] = [
  'deal',
  'stage',
  'from',
  'at',
  'by',
  'field',
  'left',
];

/** What a map's "ours" means for a column of the history; `null` leaves the column out. */
export function toldHistory(ours: string | null): HistoryMeaning | null {
  if (ours === null) return null;
  const text = headerText(ours);
  const named = HISTORY_ROLES.find((role) => role === text);
  if (named !== undefined) return named;
  if (toldRole(ours, (header) => header).kind === 'id') return 'deal';
  const best = [...(historyHeaders().get(text) ?? [])].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? null;
}
