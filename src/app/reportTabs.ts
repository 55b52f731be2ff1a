import { bottleneckOf, bottlenecksByOwner } from '../domain/bottleneck';
import { cycleOf } from '../domain/cycle';
import { addDays } from '../domain/day';
import { type DealOutlook, dealOutlooks, earlierChances } from '../domain/forecast/dealOutlook';
import { learn } from '../domain/forecast/learning';
import { converted } from '../domain/forecast/rates';
import { funnelOf } from '../domain/funnel';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { lostReasons } from '../domain/lostReasons';
import type { Period } from '../domain/period';
import type { Pipeline } from '../domain/pipeline';
import { dealsByPipeline, eachPipeline } from '../domain/pipelines';
import { rhythmFor } from '../domain/rhythm';
import { trailingYear, velocityOf } from '../domain/velocity';
import { winRate } from '../domain/winRate';
import { type FunnelFilter, NO_FILTER } from '../sheet/funnelFilter';
import { type FunnelSummary, funnelTab } from '../sheet/funnelTab';
import type { AsOf, Generated } from '../sheet/generated';
import { healthTab } from '../sheet/healthTab';
import { KEPT_HORIZONS, type Snapshots } from '../sheet/snapshotsTab';
import { stalledTab } from '../sheet/stalledTab';
import { ratesOf, valuedOn } from './forecasting';
import { forecastReport, WEEK_DAYS } from './forecastReport';
import { groupText, shownGroups } from './funnelGroups';
import { healthProblems } from './healthProblems';
import { cohortOf, filterNoted, hasNames, isInCohort } from './notedFilter';
import type { OpenPipeline } from './openPipeline';
import { isWon } from './paymentProblems';
import type { Book } from './readBook';
import { repairFor } from './repairs';
import { reviewReport } from './reviewReport';
import { causeIn, type Stock } from './stock';

/** What the tabs are made of, and when. */
interface Making {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly stock: Stock;
  readonly asOf: AsOf;
  readonly deals: readonly DealHistory[];
}

/** The bottleneck compares a quarter with the one before it. */
const QUARTER_DAYS = 91;

/** A fallen chance is told against four weeks ago: in a week chances hardly move. */
const EARLIER_DAYS = 28;

export interface Reports {
  readonly tabs: readonly Generated[];
  /** What each open deal's chance rests on. */
  readonly outlooks: readonly DealOutlook[];
}

/** The generated tabs as of now. */
export function reportTabs(making: Omit<Making, 'deals'>, snapshots: Snapshots): Reports {
  const { open, book, stock, asOf } = making;
  const { pipeline } = open.configuration;
  const deals = [...stock.valued.values()];
  const made: Making = { ...making, deals };
  const since = addDays(open.today, -WEEK_DAYS);
  const before = valuedOn(open, book, since);
  const looking = { histories: deals, pipeline, horizons: [...KEPT_HORIZONS] };
  const learning = learn({ ...looking, asOf: open.today });
  const outlooks = dealOutlooks({ ...looking, asOf: open.today, learning });
  const earlier = earlierChances(learning, pipeline, addDays(open.today, -EARLIER_DAYS));
  const shared = { open, outlooks, before, since, asOf };
  const tabs = [
    funnelReport(made, filterNoted()),
    forecastReport({
      ...shared,
      learning,
      histories: stock.valued,
      snapshots,
      won: stock.histories,
      payments: book.payments.filter((payment) => isWon(open, stock, payment)),
    }),
    reviewReport({ ...shared, stock, earlier }),
    stalled(made),
    health(made),
  ];
  return { tabs, outlooks };
}

/** The Funnel tab of these deals as of the pipeline's today. */
export function funnelReport(
  { open, stock, asOf, deals }: Making,
  filter: FunnelFilter = NO_FILTER,
): Generated {
  const { pipeline: whole, settings } = open.configuration;
  const dealsOf = dealsByPipeline(whole, deals.filter(hasNames(filter, open, stock)));
  const told = eachPipeline(whole).map(({ name, pipeline }) => {
    const named = dealsOf.get(name) ?? [];
    return { name, pipeline, named, own: named.filter(isInCohort(filter)) };
  });
  return funnelTab({
    ...asOf,
    funnels: told.map(({ name, pipeline, named, own }) => ({
      name,
      pipeline,
      funnel: funnelOf(named, pipeline, { ...stock.clock, ...cohortOf(filter) }),
      summary: summaryOf(open, stock, own, pipeline),
    })),
    filter,
    groups: told.flatMap(({ name, pipeline, own }) =>
      shownGroups(own, { open, stock, pipeline }, name),
    ),
    limits: stock.limits,
    currency: settings.currency,
    language: open.language,
  });
}

function summaryOf(
  open: OpenPipeline,
  stock: Stock,
  deals: readonly DealHistory[],
  pipeline: Pipeline,
): FunnelSummary {
  const { clock } = stock;
  const rates = ratesOf(open);
  const convert = (minor: number, currency: string) => converted(minor, currency, rates);
  const year = trailingYear(open.today);
  const quarter: Period = { from: addDays(open.today, 1 - QUARTER_DAYS), to: open.today };
  const cycle = cycleOf(deals, pipeline, { period: year });
  return {
    winRate: winRate(deals, pipeline, { period: year, convert }),
    cycle,
    velocity: velocityOf(deals, pipeline, { today: open.today, convert }),
    rhythm: rhythmFor(cycle.median),
    bottleneck: bottleneckOf(deals, pipeline, { ...clock, period: quarter }),
    byOwner: bottlenecksByOwner(deals, pipeline, {
      ...clock,
      period: quarter,
      ownerOf: groupText('owner', open, stock),
    }),
  };
}

function stalled({ open, stock, asOf, deals }: Making): Generated {
  const { pipeline } = open.configuration;
  const year: Period = trailingYear(open.today);
  return stalledTab({
    ...asOf,
    deals: [...stock.stalls.values()].map((stall) => {
      const row = stock.rows.get(stall.deal);
      const state = stock.histories.get(stall.deal)?.state;
      return {
        stall,
        name: row?.name ?? '',
        customer: row?.customer ?? '',
        amount: state?.amount ?? null,
        currency: state?.currency ?? '',
        nextStep: state?.nextStep ?? '',
      };
    }),
    pipeline,
    limits: stock.limits,
    lostReasons: lostReasons(deals, pipeline, { period: year, reasonOf: reasonIn(stock) }),
    causes: causesOf(stock),
    language: open.language,
  });
}

/** Why deals that are open now do not move, as their Cause cells say. */
function causesOf({ stalls, rows }: Stock) {
  const counts = new Map<string, number>();
  for (const deal of stalls.keys()) {
    const cause = causeIn({ rows }, deal);
    if (cause !== '') counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, deals: count }))
    .sort((a, b) => b.deals - a.deals || (a.reason < b.reason ? -1 : 1));
}

/** The Lost reason cell of a deal, as it stands now. */
function reasonIn({ rows }: Stock): (deal: DealId) => string {
  return (deal) => {
    const fact = rows.get(deal)?.facts('lostReason') ?? null;
    return fact?.kind === 'text' ? fact.text : '';
  };
}

function health({ open, book, stock, asOf }: Making): Generated {
  return healthTab({
    ...asOf,
    problems: healthProblems(open, book, stock),
    language: open.language,
    repairFor: (problem) => repairFor(open, problem),
  });
}
