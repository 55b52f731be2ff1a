import type { Language } from '../words/language';
import type { Grid, Problem } from './cell';

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

/** Reads the whole Team tab. */
export function readTeam(_grid: Grid): ReadTeam {
  throw new Error('not yet');
}

/** Rows of the Team tab in its standard column order, one a member. */
export function teamRows(_team: Team, _language: Language): Grid {
  throw new Error('not yet');
}

/** The member that an Owner cell or an address means, by name or address. */
export function memberNamed(_team: Team, _text: string): Member | undefined {
  throw new Error('not yet');
}
