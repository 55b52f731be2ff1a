import { changedFields, TRACKED_FIELDS } from '../domain/changes';
import { isVersionOf, seqOf } from '../domain/fingerprint';
import type { DealId, Tracked } from '../domain/ledger';
import type { Standing } from '../domain/standing';
import type { Grid } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import { PROGRAM_COLUMNS } from '../words/tabs';
import type { Asking } from './judgeRow';
import { isAsNoted, isNew } from './looseDeals';

/** What the ledger knows of the deals that have rows to show. */
export interface Shown {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly archived: ReadonlySet<DealId>;
  readonly newest: ReadonlyMap<DealId, number>;
}

/**
 * Rows beside which another deal's block was written, by row: who sorts or deletes rows in the very moment of writing brings
 * that about, and Google offers nothing against it. Such a row says, to the letter, what was noted last of a deal that no
 * other row shows, and not what its block says.
 */
export function misplaced(rows: readonly DealRow[], shown: Shown): ReadonlyMap<number, DealId> {
  const strange = rows.filter((row) => isStrange(row, shown));
  if (strange.length === 0) return new Map();
  const others = new Set(strange);
  const placed = new Set(rows.filter((row) => !others.has(row)).map(({ id }) => id));
  const free = [...shown.standings].filter(
    ([deal, { deleted }]) => !deleted && !placed.has(deal) && !shown.archived.has(deal),
  );
  const noted = new Map<string, DealId[]>();
  for (const [deal, { last }] of free) {
    noted.set(tellOf(last), [...(noted.get(tellOf(last)) ?? []), deal]);
  }
  const claims = new Map<DealId, DealRow[]>();
  for (const row of strange) {
    const alike = (noted.get(tellOf(row.tracked)) ?? []).filter((deal) =>
      mayStand(row, shown.standings.get(deal)),
    );
    const [deal] = alike;
    if (deal === undefined || alike.length > 1) continue;
    claims.set(deal, [...(claims.get(deal) ?? []), row]);
  }
  const ids = new Set(strange.map(({ id }) => id));
  const sure = [...claims].flatMap(([deal, [row, ...more]]): [number, DealId][] => {
    if (row === undefined || more.length > 0) return [];
    const isExchanged = placed.has(row.id) || ids.has(deal);
    const isSure = isExchanged || isTelling(shown.standings.get(deal)?.last);
    return isSure ? [[row.row, deal]] : [];
  });
  return new Map([...sure, ...lastPair(rows, strange, free, new Map(sure), shown)]);
}

/**
 * One row and one deal that are left: cells were written along with the block, so the row no longer says all that was noted.
 * The block is newer than the one beside its own deal, and the row bears another name: a copy bears the same.
 */
function lastPair(
  rows: readonly DealRow[],
  strange: readonly DealRow[],
  free: readonly (readonly [DealId, Standing])[],
  sure: ReadonlyMap<number, DealId>,
  shown: Shown,
): readonly [number, DealId][] {
  const found = new Set(sure.values());
  const deals = free.filter(([deal]) => !found.has(deal));
  const odd = new Set(strange);
  const owns = new Map(rows.flatMap((row) => (odd.has(row) ? [] : [[row.id, row] as const])));
  const left = strange.filter(({ row, id, name }) => {
    const own = owns.get(id);
    const isOther = own !== undefined && own.name !== name;
    return !sure.has(row) && isOther && isBehind(own, id, shown.newest);
  });
  const [[deal] = [], row] = [deals[0], left[0]];
  if (deal === undefined || row === undefined || deals.length + left.length > 2) return [];
  if (!isAlike(row.tracked, shown.standings.get(deal)?.last)) return [];
  return [[row.row, deal]];
}

/** Whether a row's cells say otherwise than its block, and than the ledger says of the deal in its block. */
function isStrange({ id, isDeal, accepted, program, tracked }: DealRow, shown: Shown): boolean {
  const standing = shown.standings.get(id);
  if (!isDeal || accepted === undefined || standing === undefined) return false;
  if (changedFields(standing.last, tracked).length === 0) return false;
  return !isVersionOf(program.version, { deal: id, accepted: accepted.key, tracked });
}

function tellOf(tracked: Tracked): string {
  return JSON.stringify(TRACKED_FIELDS.map((field) => tracked[field]));
}

/** Whether its stage is the deal's, or may have been written along with the block. */
function mayStand({ stage, accepted }: DealRow, standing: Standing | undefined): boolean {
  return stage?.key === accepted?.key || stage?.key === standing?.accepted.to;
}

/** Facts that tell one deal from another. */
const TELLING = ['owner', 'amount', 'closeDate', 'nextStep', 'nextStepDate'] as const;

/** What was noted of a deal that tells it from others. */
function toldFields(noted: Tracked | undefined): readonly (typeof TELLING)[number][] {
  return TELLING.filter(
    (field) => noted !== undefined && noted[field] !== null && noted[field] !== '',
  );
}

/** Whether something that was noted of the deal still stands in the row. */
function isAlike(tracked: Tracked, noted: Tracked | undefined): boolean {
  return toldFields(noted).some((field) => noted?.[field] === tracked[field]);
}

/** Two deals of which so much was noted are not alike by chance. */
function isTelling(noted: Tracked | undefined): boolean {
  return toldFields(noted).length >= 2;
}

/** The newest entry that any block in the tab names of each deal, in rows that are empty otherwise too. */
export function newestBlocks(
  { columns, row: header }: Headers<'deals'>,
  cells: Grid,
): ReadonlyMap<DealId, number> {
  const [id, version] = [columns.get('id') ?? 0, columns.get('version') ?? 0];
  const newest = new Map<DealId, number>();
  for (const row of cells.slice(header)) {
    const deal = cellText(row[id - 1]);
    const seq = deal === '' ? null : seqOf(cellText(row[version - 1]));
    if (seq !== null && seq > (newest.get(deal) ?? 0)) newest.set(deal, seq);
  }
  return newest;
}

/** Whether what was written for the deal last went to another row: then its own does not say yet what was noted. */
export function isBehind(
  { program }: DealRow,
  deal: DealId,
  newest: ReadonlyMap<DealId, number>,
): boolean {
  const own = program.id === deal ? (seqOf(program.version) ?? 0) : 0;
  return own < (newest.get(deal) ?? 0);
}

/** The program's block, and what it writes into people’s cells by itself. */
export const WRITTEN_CELLS = [...PROGRAM_COLUMNS, 'stage', 'pipeline', 'closeDate'] as const;

/**
 * Rows in which nothing stands but what was written for a deal of another row: rows were inserted or deleted in the very
 * moment of writing.
 */
export function echoes(
  rows: readonly DealRow[],
  { headers, cells }: { readonly headers: Headers<'deals'>; readonly cells: Grid },
  shown: Shown,
  asking: Asking,
): ReadonlySet<DealRow> {
  const { columns } = headers;
  const written = new Set(WRITTEN_CELLS.map((key) => columns.get(key)));
  const isBare = ({ row, stage, accepted, id }: DealRow) =>
    id !== '' &&
    stage?.key === accepted?.key &&
    (cells[row - 1] ?? []).every(
      (cell, i) => cell === '' || typeof cell === 'boolean' || written.has(i + 1),
    );
  const bare = new Set(rows.filter(isBare));
  if (bare.size === 0) return bare;
  const others = rows.filter((row) => !bare.has(row));
  const strangers = misplaced(others, shown);
  const deals = new Set(others.map(({ row, id }) => strangers.get(row) ?? id));
  const unnoted = others.filter(({ id, program }) => id === '' && program.version === '');
  const isOfUnnoted = ({ id, row: at }: DealRow) => {
    const standing = shown.standings.get(id);
    if (standing === undefined || !isNew(standing, asking.today)) return false;
    return unnoted.some((row) => row.row < at && isAsNoted(row, asking)(standing));
  };
  return new Set([...bare].filter((row) => deals.has(row.id) || isOfUnnoted(row)));
}
