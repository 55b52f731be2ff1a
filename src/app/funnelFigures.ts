import { openPlace, reachOf, stageOrder } from '../domain/exits';
import { type FunnelRow, funnelOf } from '../domain/funnel';
import type { DealHistory } from '../domain/history';
import { isIn } from '../domain/period';
import { normalLabel, type StageKind } from '../domain/pipeline';
import { trailingYear } from '../domain/velocity';
import { FUNNEL_GROUP_WORDS, GROUPINGS } from '../words/funnelGroupWords';
import { FUNNEL_WORDS } from '../words/funnelWords';
import { kindIn } from './figureKinds';
import type { Figure } from './figures';
import { groupedDeals, groupText } from './funnelGroups';
import { cohortOf } from './notedFilter';

/** A deal is behind a stage's count when it would be counted there if it were the only one. */
export function behindFunnel({
  open,
  stock,
  filter,
  row,
  column,
}: Figure): (deal: DealHistory) => boolean {
  const { pipeline } = open.configuration;
  const stage = pipeline.stages.find(({ label }) => normalLabel(label) === normalLabel(row));
  const counts = COUNTS[column] ?? COUNTS.reached!;
  return (deal) => {
    const { rows } = funnelOf([deal], pipeline, { ...stock.clock, ...cohortOf(filter) });
    const own = rows.find((one) => one.stage === stage?.key);
    if (own === undefined) return false;
    return own.reached === null ? own.now > 0 : counts(own);
  };
}

function isResolved({ resolved }: FunnelRow): boolean {
  return (resolved?.n ?? 0) > 0;
}

const COUNTS: Readonly<Record<string, (row: FunnelRow) => boolean>> = {
  now: ({ now }) => now > 0,
  reached: ({ reached }) => reached === 1,
  visited: ({ visited }) => visited === 1,
  strict: ({ strict }) => strict === 1,
  lost_here: ({ lostHere }) => lostHere === 1,
  resolved_rate: isResolved,
  resolved_n: isResolved,
  resolved_low: isResolved,
  resolved_high: isResolved,
  skipped: ({ skipped }) => skipped === 1,
  still_open: ({ openShare }) => openShare === 1,
  median_dwell: ({ dwellVisits }) => dwellVisits > 0,
};

/** Deals of the trailing year behind a rate or a cycle; the open ones behind the velocity. */
export function behindSummary({ open, row }: Figure): (deal: DealHistory) => boolean {
  const { measures } = FUNNEL_WORDS[open.language];
  const { pipeline } = open.configuration;
  const year = trailingYear(open.today);
  const isClosed = (kinds: readonly StageKind[]) => (deal: DealHistory) =>
    deal.closed !== null && isIn(year, deal.closed) && kinds.includes(kindIn(open, deal) ?? 'open');
  if (row === measures.velocity) {
    const order = stageOrder(pipeline);
    return (deal) => !deal.deleted && openPlace(order, deal.stage) > 1;
  }
  const isRate = row === measures.winRateCount || row === measures.winRateAmount;
  const closed = isClosed(isRate ? ['won', 'lost'] : ['won']);
  return (deal) => !deal.deleted && closed(deal);
}

/** Deals of an owner, by name or by address. */
export function behindOwner({ open, stock, row }: Figure): (deal: DealHistory) => boolean {
  const textOf = groupText('owner', open, stock);
  const owner = row === FUNNEL_WORDS[open.language].notes.noOwner ? '' : row;
  return (deal) => !deal.deleted && textOf(deal) === owner;
}

/** Deals of a group: all of them, the open ones, or those that were ever won. */
export function behindGroup(figure: Figure): (deal: DealHistory) => boolean {
  const { open, stock, deals, row, second, column } = figure;
  const { pipeline } = open.configuration;
  const words = FUNNEL_GROUP_WORDS[open.language].by;
  const by = GROUPINGS.find((one) => words[one] === row);
  if (by === undefined) return () => false;
  const order = stageOrder(pipeline);
  const { labelOf } = groupedDeals(by, deals, { open, stock, pipeline });
  return (deal) => {
    if (deal.deleted || labelOf(deal) !== second) return false;
    if (column === 'still_open') return openPlace(order, deal.stage) > 0;
    return column !== 'won' || reachOf(deal, order) > order.last;
  };
}
