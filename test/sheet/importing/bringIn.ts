import type { Stage, StageKind } from '../../../src/domain/pipeline';
import { readTable } from '../../../src/files/readTable';
import type { FileTable, ImportMap, Reject } from '../../../src/rpc/importCalls';
import { heldBack } from '../../../src/sheet/heldBack';
import type { ImportPlan } from '../../../src/sheet/importing/importPlan';
import { type Guess, planImport } from '../../../src/sheet/importing/planImport';
import { type ImportedDeal, readDeals } from '../../../src/sheet/importing/readDeals';

export interface FilesInTest {
  /** CSV as a person would see it. */
  readonly deals: string;
  readonly history?: string;
  readonly prices?: string;
  readonly map?: ImportMap;
  readonly asOf?: string;
  /** The workbook's stages; without them the stages come from the files. */
  readonly workbook?: readonly Stage[];
  readonly language?: 'en' | 'zh';
  readonly currency?: string;
  /** Strict gates: the stage that a deal may really stand in, by the key of the one asked for. */
  readonly furthest?: (asked: string) => string;
}

export interface BroughtIn {
  readonly plan: ImportPlan;
  readonly guesses: readonly Guess[];
  readonly deals: readonly ImportedDeal[];
  readonly rejects: readonly Reject[];
}

export function table(csv: string, name: string): FileTable {
  const read = readTable(new TextEncoder().encode(csv), name);
  if (read.kind === 'unreadable') throw new Error(`${name}: ${read.why}`);
  return read.table;
}

export function aStage(label: string, kind: StageKind = 'open', key = label.toLowerCase()): Stage {
  return {
    key,
    label,
    kind,
    aliases: [],
    chance: null,
    limitDays: null,
    category: null,
    todo: '',
  };
}

/** Plans and reads an import as the page does; strict gates as the script does. */
export function bringIn(files: FilesInTest): BroughtIn {
  const deals = table(files.deals, 'deals.csv');
  const history = files.history === undefined ? null : table(files.history, 'history.csv');
  const prices = files.prices === undefined ? null : table(files.prices, 'prices.csv');
  const asOf = files.asOf ?? '2026-06-30';
  const language = files.language ?? 'en';
  const currency = files.currency ?? 'USD';
  const planned = planImport(
    {
      deals,
      history,
      prices,
      map: files.map ?? {},
      stages: files.workbook === undefined ? 'from-data' : 'keep',
      asOf,
    },
    { stages: files.workbook ?? [], language, currency },
  );
  const { plan } = planned;
  let random = 0;
  const read = readDeals(plan, {
    deals,
    history,
    asOf,
    language,
    currency,
    by: 'ann@example.com',
    newId: () => {
      random += 1;
      return `random${random}`;
    },
  });
  const { furthest } = files;
  const held = read.deals.map((deal) => {
    const allowed = furthest?.(deal.stage) ?? deal.stage;
    return { ...deal, stage: allowed, entries: heldBack(deal.entries, allowed, plan) };
  });
  return { plan, guesses: planned.guesses, deals: held, rejects: read.rejects };
}

/** A deal's life in short: "created Lead 2026-01-05", "moved Lead > Won 2026-02-01 assumed". */
export function lifeOf({ plan }: BroughtIn, deal: ImportedDeal | undefined): string[] {
  const label = (key: string) => plan.stages.find((stage) => stage.key === key)?.label ?? '?';
  return (deal?.entries ?? []).map(({ kind, from, to, at, how }) => {
    const when = at.endsWith('T00:00:00') ? at.slice(0, 10) : at;
    const where =
      kind === 'created'
        ? to === ''
          ? 'somewhere'
          : label(to)
        : `${from === '' ? 'somewhere' : label(from)} > ${label(to)}`;
    return `${kind} ${where} ${when}${how === 'import' ? '' : ` ${how}`}`;
  });
}

export function openLabels({ plan }: BroughtIn): string[] {
  return plan.stages.filter(({ kind }) => kind === 'open').map(({ label }) => label);
}
