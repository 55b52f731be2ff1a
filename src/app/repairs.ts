import type { Field } from '../domain/fact';
import { brokenAt } from '../domain/fingerprint';
import { userLocale } from '../google/people';
import type { Problem } from '../sheet/cell';
import type { DateOrder } from '../sheet/dateText';
import { fieldNamed } from '../sheet/headers';
import { cellName } from '../sheet/healthTab';
import { type Merged, mergedName } from '../sheet/mergedCells';
import { suggestAmount, suggestDay, suggestMember } from '../sheet/suggestion';
import { ADMIN_WORDS } from '../words/admin';
import { missingFields } from './addColumns';
import { askingOf } from './asking';
import { tailOf } from './ledgerTail';
import { judgeRows, knowledgeOf } from './ledgerVerdicts';
import type { OpenPipeline } from './openPipeline';
import { type Book, knownRows } from './readBook';

/** Something that the program can put right when a person agrees. */
export type Repair =
  /** Rows of Deals that say otherwise than the ledger. */
  | { readonly kind: 'rows'; readonly rows: number }
  /** Tabs that somebody deleted. */
  | { readonly kind: 'tabs'; readonly tabs: number }
  /** Standard columns that are missing. */
  | { readonly kind: 'headers'; readonly columns: number }
  /** A column that a criterion asks for. */
  | { readonly kind: 'column'; readonly field: Field }
  | CellRepair
  /** Merged cells among the deals. */
  | { readonly kind: 'merged'; readonly block: Merged }
  | { readonly kind: 'member'; readonly name: string }
  /** The Stage column offers no choices any more. */
  | { readonly kind: 'choices'; readonly column: number }
  /** Entries of the ledger that do not fit their digests. */
  | { readonly kind: 'chain'; readonly entries: number };

/** A cell of Deals that can be read when one guesses. */
export type CellRepair = {
  readonly row: number;
  readonly column: number;
  readonly typed: string;
} & (
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'owner'; readonly name: string }
);

/** Everything that can be repaired, in the order in which it is done. */
export function repairsOf(
  open: OpenPipeline,
  book: Book,
  problems: readonly Problem[],
): readonly Repair[] {
  const { headers, lines } = book;
  const standard = headers.problems.filter(({ code }) => code === 'missingHeader').length;
  const broken = brokenAt(lines.map((entry) => ({ entry, digest: entry.digest }))).length;
  const rows = disagreeing(open, book) + problems.filter(({ code }) => code === 'dealGone').length;
  const [lost] = problems.filter(({ code }) => code === 'choicesLost');
  const tabs = problems.filter(({ code }) => code === 'missingTab').length;
  return [
    ...(tabs === 0 ? [] : [{ kind: 'tabs', tabs } as const]),
    ...(standard === 0 ? [] : [{ kind: 'headers', columns: standard } as const]),
    ...(broken === 0 ? [] : [{ kind: 'chain', entries: broken } as const]),
    ...problems.flatMap((problem) => repairOf(open, problem) ?? []),
    ...merges(book, problems).map((block) => ({ kind: 'merged', block }) as const),
    ...newMembers(open, problems),
    ...missingFields(open, headers).map(({ field }) => ({ kind: 'column', field }) as const),
    ...(lost === undefined ? [] : [{ kind: 'choices', column: lost.column } as const]),
    ...(rows === 0 ? [] : [{ kind: 'rows', rows } as const]),
  ];
}

/** What can be done about one problem; `null` when only a person knows. */
export function repairOf(open: OpenPipeline, problem: Problem): CellRepair | null {
  const { row, column, code, about } = problem;
  const typed = about[0] ?? '';
  if (problem.tab !== 'deals' || column === 0) return null;
  const at = { row, column, typed };
  if (code === 'unreadableDate') {
    const day = suggestDay(typed, orderHere());
    return day === null ? null : { kind: 'day', ...at, day };
  }
  if (code === 'unreadableAmount') {
    const amount = suggestAmount(typed);
    return amount === null ? null : { kind: 'amount', ...at, amount };
  }
  if (code !== 'ownerNotOnTeam') return null;
  const member = suggestMember(open.configuration.team, typed);
  return member === null ? null : { kind: 'owner', ...at, name: member.name };
}

/** Where the reader comes from, the month or the year may stand first. */
function orderHere(): DateOrder {
  const locale = userLocale().toLowerCase().replace('-', '_');
  if (/^(?:zh|ja|ko|hu|sv|lt)/.test(locale)) return 'ymd';
  return locale === 'en' || locale === 'en_us' ? 'mdy' : 'dmy';
}

/** The merged cells that Health lists. */
function merges({ merged }: Book, problems: readonly Problem[]): readonly Merged[] {
  const listed = problems.filter(({ code }) => code === 'mergedCells').map(({ about }) => about[0]);
  return merged.filter((block) => listed.includes(mergedName(block)));
}

/** Owners who are like nobody on the Team. */
function newMembers(open: OpenPipeline, problems: readonly Problem[]): readonly Repair[] {
  const unknown = problems
    .filter((problem) => problem.code === 'ownerNotOnTeam' && repairOf(open, problem) === null)
    .map(({ about }) => about[0] ?? '');
  return [...new Set(unknown)].map((name) => ({ kind: 'member', name }));
}

/** Rows that the sweep would change. */
function disagreeing(open: OpenPipeline, book: Book): number {
  const asking = askingOf(open, 'repair', book.headers);
  if (asking === null || !book.headers.columns.has('id')) return 0;
  const tail = tailOf(book.lines, book.ledgerRows);
  const known = knowledgeOf(book, open.configuration.pipeline, tail);
  return judgeRows(knownRows(book), known, asking).filter(
    ({ row, id, drafts, stage, stageCell }) =>
      drafts.length > 0 ||
      stageCell !== null ||
      row.program.id !== id ||
      row.accepted?.key !== stage.key,
  ).length;
}

/** Rows that a check of the whole workbook brings in line with the ledger. */
const BY_LEDGER: ReadonlySet<string> = new Set([
  'missingId',
  'duplicateId',
  'stageDisagrees',
  'changeNotNoted',
  'dealNotNoted',
  'blockDisagrees',
  'dealGone',
]);

/** What the menu item "Repair what Health lists" would do about a problem. */
export function repairFor(open: OpenPipeline, problem: Problem): string {
  const { code, about } = problem;
  const mended = repairOf(open, problem);
  if (mended !== null) return repairText(open, mended);
  const text = (repair: Repair) => repairText(open, repair);
  if (code === 'ownerNotOnTeam') return text({ kind: 'member', name: about[0] ?? '' });
  if (code === 'unknownField') return text({ kind: 'column', field: fieldNamed(about[0] ?? '') });
  if (code === 'mergedCells') return repairWords(open).merged(about[0] ?? '');
  if (code === 'ledgerChanged') return text({ kind: 'chain', entries: 1 });
  if (BY_LEDGER.has(code) || (code === 'unknownStage' && problem.tab === 'deals'))
    return text({ kind: 'rows', rows: 1 });
  if (code === 'missingTab') return text({ kind: 'tabs', tabs: 1 });
  if (code === 'choicesLost') return text({ kind: 'choices', column: problem.column });
  if (code === 'missingHeader' && problem.tab === 'deals')
    return text({ kind: 'headers', columns: 1 });
  return repairWords(open).byHand;
}

function repairWords({ language }: OpenPipeline) {
  return ADMIN_WORDS[language].repair;
}

/** A repair in a sentence. */
export function repairText(open: OpenPipeline, repair: Repair): string {
  const words = repairWords(open);
  const cell = (at: { readonly row: number; readonly column: number }) =>
    cellName(at, open.language);
  switch (repair.kind) {
    case 'rows':
      return words.rows(repair.rows);
    case 'tabs':
      return words.tabs(repair.tabs);
    case 'headers':
      return words.headers(repair.columns);
    case 'column':
      return words.column(repair.field.slice('own:'.length));
    case 'day':
      return words.day(cell(repair), repair.typed, repair.day);
    case 'amount':
      return words.amount(cell(repair), repair.typed, repair.amount);
    case 'owner':
      return words.owner(cell(repair), repair.typed, repair.name);
    case 'merged':
      return words.merged(mergedName(repair.block));
    case 'member':
      return words.member(repair.name);
    case 'choices':
      return words.choices(cell({ row: 2, column: repair.column }));
    case 'chain':
      return words.chain(repair.entries);
  }
}
