import { bottleneckOf } from '../domain/bottleneck';
import { cycleOf } from '../domain/cycle';
import { addDays } from '../domain/day';
import { stageChances } from '../domain/forecast/chances';
import { dealOutlooks } from '../domain/forecast/dealOutlook';
import { monthlyForecast } from '../domain/forecast/months';
import { outlookOf } from '../domain/forecast/outlook';
import { converted } from '../domain/forecast/rates';
import { funnelOf } from '../domain/funnel';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { lostReasons } from '../domain/lostReasons';
import { movementBetween } from '../domain/movement';
import type { Period } from '../domain/period';
import { histories } from '../domain/replay';
import { rhythmFor } from '../domain/rhythm';
import { trailingYear, velocityOf } from '../domain/velocity';
import { winRate } from '../domain/winRate';
import { forecastTab } from '../sheet/forecastTab';
import { type FunnelSummary, funnelTab } from '../sheet/funnelTab';
import type { AsOf, Generated } from '../sheet/generated';
import { healthTab } from '../sheet/healthTab';
import { stalledTab } from '../sheet/stalledTab';
import { ratesOf, targetsOf } from './forecasting';
import { healthProblems } from './healthProblems';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** What the tabs are made of, and when. */
interface Making {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly stock: Stock;
  readonly asOf: AsOf;
  readonly deals: readonly DealHistory[];
}

/** The horizons that the Forecast tab shows, in days. */
const HORIZONS = [30, 90] as const;

/** The bottleneck compares a quarter with the one before it. */
const QUARTER_DAYS = 91;

/** What changed is told of the last week. */
const WEEK_DAYS = 7;

/** The generated tabs as of now. */
export function reportTabs(
  open: OpenPipeline,
  book: Book,
  stock: Stock,
  asOf: AsOf,
): readonly Generated[] {
  const making: Making = { open, book, stock, asOf, deals: [...stock.histories.values()] };
  return [funnel(making), forecast(making), stalled(making), health(making)];
}

function funnel({ open, stock, asOf, deals }: Making): Generated {
  const { pipeline, settings } = open.configuration;
  return funnelTab({
    ...asOf,
    funnel: funnelOf(deals, pipeline, stock.clock),
    pipeline,
    limits: stock.limits,
    summary: summaryOf(open, stock, deals),
    currency: settings.currency,
    language: open.language,
  });
}

function summaryOf(
  open: OpenPipeline,
  { clock }: Stock,
  deals: readonly DealHistory[],
): FunnelSummary {
  const { pipeline } = open.configuration;
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
  };
}

function forecast({ open, book, stock, asOf, deals }: Making): Generated {
  const { pipeline, settings } = open.configuration;
  const rates = ratesOf(open);
  const looking = { histories: deals, pipeline, asOf: open.today, horizons: [...HORIZONS] };
  const chances = new Map(dealOutlooks(looking).map(({ deal, chance }) => [deal, chance]));
  return forecastTab({
    ...asOf,
    months: monthlyForecast({
      histories: deals,
      pipeline,
      today: open.today,
      rates,
      targets: targetsOf(open),
      chanceOf: ({ deal }) => chances.get(deal) ?? 0,
    }),
    chances: stageChances(pipeline),
    outlook: deals.length === 0 ? null : outlookOf({ ...looking, rates }),
    movement: deals.length === 0 ? null : movementOf(open, book, stock),
    accuracy: [],
    pipeline,
    currency: settings.currency,
    language: open.language,
  });
}

function movementOf(open: OpenPipeline, { lines }: Book, stock: Stock) {
  const { pipeline } = open.configuration;
  const rates = ratesOf(open);
  const span: Period = { from: addDays(open.today, -WEEK_DAYS), to: open.today };
  const before: ReadonlyMap<DealId, DealHistory> = histories(lines, pipeline, span.from);
  const convert = (minor: number, currency: string) => converted(minor, currency, rates);
  return { span, report: movementBetween(before, stock.histories, pipeline, { ...span, convert }) };
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
    language: open.language,
  });
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
  });
}
