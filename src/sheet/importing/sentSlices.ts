import type { Day } from '../../domain/day';
import { importSlices } from '../../files/importSlices';
import type { ImportSetUp, SentDeal } from '../../rpc';
import type { FileTable, Reject } from '../../rpc/importCalls';
import type { Language } from '../../words/language';
import { comingStages } from './comingStages';
import type { ImportPlan } from './importPlan';
import { type ImportedDeal, ownColumnsOf, readDeals } from './readDeals';

/** A part of an import that one call of the script can write. */
export interface SentSlice {
  readonly setUp: ImportSetUp;
  readonly deals: readonly SentDeal[];
  /** Rows of this part that are not brought in. */
  readonly rejects: readonly Reject[];
  /** Rows of the deals file in this part. */
  readonly rows: number;
}

export interface ToSend {
  readonly plan: ImportPlan;
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly asOf: Day;
  readonly language: Language;
  /** The workbook's currency: for amounts that name none. */
  readonly currency: string;
  /** Rows of deals in one slice. */
  readonly size: number;
  /** An ID for a deal that has no identifier; without it the script gives one. */
  readonly newId?: () => string;
}

/** As much of a deal as the script needs: what the ledger repeats of its row is left out. */
export function sentDeal({ id, line, cells, entries }: ImportedDeal): SentDeal {
  return {
    id,
    line,
    cells: cells as SentDeal['cells'],
    steps: entries.map(({ kind, from, to, at, how, by, toldCreated }) => ({
      kind: kind as 'created' | 'moved',
      from,
      to,
      at,
      how: how as 'import' | 'assumed',
      by,
      ...(toldCreated === undefined ? {} : { toldCreated }),
    })),
    openAmount: entries.length > 1 ? (entries[0]?.amount ?? null) : null,
  };
}

function setUpOf(plan: ImportPlan, stages: ImportPlan['stages']): ImportSetUp {
  return {
    stages: stages.map(({ key, label, kind, chance }) => ({ key, label, kind, chance })),
    replacesStages: plan.replacesStages,
    own: ownColumnsOf(plan).map(({ header, kind }) => ({ header, kind })),
  };
}

function columnOf(
  columns: readonly { readonly role: string | { readonly kind: string } }[],
  wanted: string,
): number {
  return columns.findIndex(({ role }) => (typeof role === 'string' ? role : role.kind) === wanted);
}

/** Reads the files by a plan and cuts them into slices, each ready to be sent to the script. */
export function* sentSlices(given: ToSend): Generator<SentSlice> {
  const { plan, deals, history, asOf, language, currency, size } = given;
  const cut = {
    dealId: columnOf(plan.columns, 'id'),
    historyDeal: columnOf(plan.history?.columns ?? [], 'deal'),
    size,
  };
  // Who imports the script knows best.
  const about = { asOf, language, currency, by: '', newId: given.newId ?? (() => '') };
  const read = importSlices(deals, history, cut).map((slice) => {
    const { deals: found, rejects } = readDeals(plan, { ...slice, ...about });
    return { deals: found.map(sentDeal), rejects, rows: slice.deals.rows.length };
  });
  const coming = comingStages(
    plan,
    { deals, history },
    read.flatMap((slice) => slice.deals),
  );
  const setUp = setUpOf(plan, coming);
  for (const slice of read) yield { setUp, ...slice };
}
