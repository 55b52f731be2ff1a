import { normalLabel } from '../domain/pipeline';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { Grid, Problem } from './cell';
import { isBlank } from './cellText';
import { choiceNamed } from './choice';
import { amountIn } from './dealFact';
import { readTable, type TableRow } from './tableRows';

export const ROLES = ['rep', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Member {
  readonly name: string;
  /** Lower case; `''` when nobody typed one. */
  readonly address: string;
  readonly role: Role;
  /** `null`: the workbook's own. */
  readonly language: Language | null;
  /** What the member should win in a month, in major units of the team's currency. */
  readonly target: number | null;
  readonly mayOverride: boolean;
}

export type Team = readonly Member[];

export interface ReadTeam {
  readonly team: Team;
  readonly problems: readonly Problem[];
}

type Found = TableRow<'team'>;

const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

/** Whether a text is one mail address: nothing around it, no second one. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** Reads the whole Team tab. A person who is there twice counts once. */
export function readTeam(grid: Grid): ReadTeam {
  const team: Member[] = [];
  const problems = readTable('team', grid, ['check'], (row) => {
    const member = readMember(row);
    if (!member) return;
    const same = team.find((other) => isSame(other, member));
    if (same) row.report('name', 'duplicateMember');
    else team.push(member);
  });
  return { team, problems };
}

function readMember(row: Found): Member | null {
  const broken = row.errorIn(['name', 'address', 'role', 'language', 'target']);
  if (broken) {
    row.report(broken, 'errorValue');
    return null;
  }
  const address = readAddress(row);
  const name = row.text('name') || (address.split('@')[0] ?? '');
  if (name === '') {
    if (row.text('address') === '') row.report('name', 'memberWithoutName');
    return null;
  }
  return {
    name,
    address,
    role: readRole(row),
    language: readLanguage(row),
    target: readTarget(row),
    mayOverride: readTick(row),
  };
}

function readAddress(row: Found): string {
  const typed = row.text('address').toLowerCase();
  if (isAddress(typed)) return typed;
  if (typed === '' && row.text('name') === '') return '';
  row.report(
    'address',
    typed === '' ? 'memberWithoutAddress' : 'unreadableAddress',
    row.text('name'),
  );
  return '';
}

function readRole(row: Found): Role {
  const typed = row.text('role');
  const role = choiceNamed('roles', typed);
  if (role === undefined && typed !== '') row.report('role', 'unknownRole');
  return role ?? 'rep';
}

function readLanguage(row: Found): Language | null {
  const typed = row.text('language');
  const language = choiceNamed('languages', typed);
  if (language === undefined && typed !== '') row.report('language', 'unknownLanguage');
  return language ?? null;
}

function readTarget(row: Found): number | null {
  const cell = row.cell('target');
  if (isBlank(cell)) return null;
  const read = amountIn(cell, '');
  if (read !== null && read.amount >= 0) return read.amount;
  row.report('target', 'unreadableAmount');
  return null;
}

function readTick(row: Found): boolean {
  const cell = row.cell('mayOverride');
  if (typeof cell === 'boolean') return cell;
  const typed = row.text('mayOverride');
  const answer = choiceNamed('yesNo', typed);
  if (answer === undefined && typed !== '') row.report('mayOverride', 'unknownYesNo');
  return answer === 'yes';
}

function isSame(a: Member, b: Member): boolean {
  if (a.address !== '' && b.address !== '') return a.address === b.address;
  return normalLabel(a.name) === normalLabel(b.name);
}

/** Rows of the Team tab in its standard column order, one a member. */
export function teamRows(team: Team, language: Language): Grid {
  const words = CHOICE_WORDS[language];
  return team.map((member) => [
    member.name,
    member.address,
    words.roles[member.role],
    member.language === null ? '' : words.languages[member.language],
    member.target ?? '',
    member.mayOverride,
    '',
  ]);
}

/** The member that an Owner cell or an address means, by address or name ("Ann", "Ann <ann@example.com>"). */
export function memberNamed(team: Team, text: string): Member | undefined {
  const wanted = normalLabel(text);
  if (wanted === '') return undefined;
  const inside = /<([^<>]+)>$/.exec(wanted)?.[1];
  return (
    team.find((member) => member.address !== '' && member.address === (inside ?? wanted)) ??
    team.find((member) => normalLabel(member.name) === wanted.replace(/\s*<[^<>]*>$/, ''))
  );
}
