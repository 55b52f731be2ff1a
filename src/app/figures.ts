import { addDays, type Day, dayOf, daysBetween, monthOf } from '../domain/day';
import { RUN_RATE_DAYS } from '../domain/forecast/constants';
import { categoryOf, monthlyForecast } from '../domain/forecast/months';
import { converted } from '../domain/forecast/rates';
import { wonDay } from '../domain/forecast/wonDay';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { movementBetween } from '../domain/movement';
import { overdueDays, type Payment } from '../domain/payment';
import { isIn, type Period } from '../domain/period';
import { normalLabel } from '../domain/pipeline';
import { dealsByPipeline, pipelineAlone } from '../domain/pipelines';
import { trailingYear } from '../domain/velocity';
import { periodText } from '../sheet/forecastOutlook';
import type { FunnelFilter } from '../sheet/funnelFilter';
import { FORECAST_WORDS } from '../words/forecastWords';
import { isOpenIn, kindIn, wonIn } from './figureKinds';
import { ratesOf, valuedOn } from './forecasting';
import { periodsAhead, quarterOf, WEEK_DAYS } from './forecastReport';
import { behindFunnel, behindGroup, behindOwner, behindSummary } from './funnelFigures';
import { hasNames, isInCohort } from './notedFilter';
import type { OpenPipeline } from './openPipeline';
import { isWon } from './paymentProblems';
import type { Book } from './readBook';
import { causeIn, type Stock } from './stock';

/** A figure of a generated table, and what it was made from. */
export interface Figure {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly stock: Stock;
  /** The row's first cell: a stage, a month, a part. */
  readonly row: string;
  /** Its second cell: the days of a week's forecast. */
  readonly second: string;
  /** The column's export name; `''` beside the exported ones. */
  readonly column: string;
  /** The pipeline that the row is about; empty where there is only one. */
  readonly pipeline: string;
  /** What the tab is filtered by. */
  readonly filter: FunnelFilter;
  /** The deals that the table was made from. */
  readonly deals: readonly DealHistory[];
}

type Behind = (figure: Figure) => (deal: DealHistory) => boolean;

/** By block: which deals are behind a figure of it. Tables with a deal in each row need none. */
const BEHIND: Readonly<Record<string, Behind>> = {
  stages: behindFunnel,
  summary: behindSummary,
  owners: behindOwner,
  groups: behindGroup,
  months: behindMonth,
  outlook: ({ open, row, column, ...rest }) => {
    const period = { from: addDays(open.today, 1), to: addDays(open.today, Number(row)) };
    return behindOutlook({ open, row, column, ...rest }, period);
  },
  periods: (figure) => {
    const period = periodsAhead(figure.open.today).find(
      (one) => periodText({ period: one }) === figure.row,
    );
    return period === undefined ? none : behindOutlook(figure, period);
  },
  movement: behindMovement,
  accuracy: ({ open, row }) => {
    const back = Number(row) + 7 * JUDGED_WEEKS;
    return wonIn(open, { from: addDays(open.today, -back), to: open.today });
  },
  weeks: ({ open, row, second }) =>
    wonIn(open, { from: addDays(row, 1), to: addDays(row, Number(second)) }),
  limits: behindLimit,
  lost_reasons: behindReason,
  causes:
    ({ stock, row }) =>
    ({ deal }) =>
      stock.stalls.has(deal) && causeIn(stock, deal) === row,
  cash: behindCash,
};

const JUDGED_WEEKS = 13;
const none = () => false;

/** The deals behind a figure, the largest amounts first; `null` for a table that keeps no such list. */
export function dealsBehindFigure(
  block: string,
  figure: Omit<Figure, 'deals'>,
): readonly DealId[] | null {
  const behind = BEHIND[block];
  if (behind === undefined) return null;
  const deals = dealsOf(figure);
  const isBehind = behind(inItsPipeline({ ...figure, deals }));
  const rates = ratesOf(figure.open);
  const worth = ({ state }: DealHistory) =>
    state.amount === null ? 0 : (converted(state.amount, state.currency, rates) ?? 0);
  return deals
    .filter(isBehind)
    .sort((a, b) => worth(b) - worth(a) || (a.deal < b.deal ? -1 : 1))
    .map(({ deal }) => deal);
}

/** The deals of the row's pipeline that the filter lets through. */
function dealsOf({ open, stock, pipeline, filter }: Omit<Figure, 'deals'>): readonly DealHistory[] {
  const { pipeline: whole } = open.configuration;
  const all = [...stock.valued.values()];
  const own = pipeline === '' ? all : (dealsByPipeline(whole, all).get(pipeline) ?? []);
  return own.filter(hasNames(filter, open, stock)).filter(isInCohort(filter));
}

/** A figure of one of several pipelines, seen as if that were the only one. */
function inItsPipeline(figure: Figure): Figure {
  if (figure.pipeline === '') return figure;
  const { configuration } = figure.open;
  const pipeline = pipelineAlone(configuration.pipeline, figure.pipeline);
  return { ...figure, open: { ...figure.open, configuration: { ...configuration, pipeline } } };
}

function behindMonth({ open, stock, row, column }: Figure): (deal: DealHistory) => boolean {
  const { pipeline } = open.configuration;
  const { rows } = FORECAST_WORDS[open.language];
  const forecast = monthlyForecast({
    histories: stock.valued.values(),
    pipeline,
    today: open.today,
    rates: ratesOf(open),
    targets: new Map(),
    chanceOf: () => 1,
  });
  const own = forecast.rows.find(({ bucket }) =>
    bucket.kind === 'month' ? bucket.month === row : rows[bucket.kind] === row,
  );
  const all = row === rows.total ? forecast.rows.flatMap((one) => one.deals) : own?.deals;
  const deals = new Set(all);
  const wanted = {
    closed: 'closed',
    commit: 'commit',
    best_case: 'bestCase',
    pipeline: 'pipeline',
  };
  const category = (wanted as Readonly<Record<string, string>>)[column];
  return (deal) => {
    if (!deals.has(deal.deal)) return false;
    const is = categoryOf(deal, pipeline);
    if (column === 'weighted') return is !== 'closed' && is !== 'omitted';
    return category === undefined || is === category;
  };
}

/** Open deals, deals won in the period so far, the newest deals for those to come, the won ones for the run rate. */
function behindOutlook({ open, column }: Figure, period: Period): (deal: DealHistory) => boolean {
  const { today } = open;
  const won = wonSoFarIn(open, period);
  switch (column) {
    case 'new': {
      const from: Day = addDays(today, 1 - RUN_RATE_DAYS);
      return ({ created, createdKnown, deleted }) =>
        !deleted && createdKnown && daysBetween(from, dayOf(created)) >= 0;
    }
    case 'run_rate':
      return wonIn(open, { from: addDays(today, 1 - RUN_RATE_DAYS), to: today });
    case 'won_so_far':
      return won;
    case 'open':
      return (deal) => isOpenIn(open, deal);
    default:
      return (deal) => isOpenIn(open, deal) || won(deal);
  }
}

/** Won deals by the day that was typed for their closing, as the months count them. */
function wonSoFarIn(open: OpenPipeline, period: Period): (deal: DealHistory) => boolean {
  return (deal) => {
    const day = !deal.deleted && kindIn(open, deal) === 'won' ? wonDay(deal) : null;
    return day !== null && isIn(period, day);
  };
}

/** A deal is behind a part when the movement of that deal alone has it. */
function behindMovement({
  open,
  book,
  stock,
  row,
  column,
}: Figure): (deal: DealHistory) => boolean {
  const { pipeline } = open.configuration;
  const { parts } = FORECAST_WORDS[open.language];
  const keys = Object.keys(parts) as (keyof typeof parts)[];
  const part = keys.find((key) => parts[key] === row);
  const rates = ratesOf(open);
  const from = addDays(open.today, -WEEK_DAYS);
  const before = valuedOn(open, book, from);
  const options = {
    from,
    to: open.today,
    convert: (minor: number, currency: string) => converted(minor, currency, rates),
    ...(column === 'this_quarter' ? { closing: quarterOf(open.today) } : {}),
  };
  return (deal) => {
    if (part === undefined) return false;
    const was = before.get(deal.deal);
    const then = new Map(was === undefined ? [] : [[deal.deal, was]]);
    const report = movementBetween(then, new Map([[deal.deal, deal]]), pipeline, options);
    if (part !== 'start' && part !== 'end') return report[part] !== 0;
    return report[part] !== 0 && stock.histories.has(deal.deal);
  };
}

/** Won deals with an instalment that falls due, came in or is overdue in the month. */
function behindCash({ open, book, stock, row, column }: Figure): (deal: DealHistory) => boolean {
  const isIts = (payment: Payment) => {
    const isDue = payment.due !== null && monthOf(payment.due) === row;
    const isReceived = payment.received !== null && monthOf(payment.received) === row;
    if (column === 'received') return isReceived;
    if (column === 'overdue') return isDue && overdueDays(payment, open.today) > 0;
    return isDue || (column === 'month' && isReceived);
  };
  const own = book.payments.filter((one) => isIts(one) && isWon(open, stock, one));
  const deals = new Set(own.map(({ deal }) => deal));
  return ({ deal }) => deals.has(deal);
}

/** Stalled or open deals of a stage, or those that left it. */
function behindLimit({ open, stock, row, column }: Figure): (deal: DealHistory) => boolean {
  const stage = open.configuration.pipeline.stages.find(({ label }) => label === row)?.key;
  return (deal) => {
    const stall = stock.stalls.get(deal.deal);
    if (column === 'stalled') return stall?.stage === stage && stall?.stalled === true;
    if (column === 'open' || column === 'stage') return stall?.stage === stage;
    return !deal.deleted && deal.visits.some((visit) => visit.stage === stage && visit.to !== null);
  };
}

function behindReason({ open, stock, row }: Figure): (deal: DealHistory) => boolean {
  const year = trailingYear(open.today);
  return (deal) => {
    if (deal.deleted || kindIn(open, deal) !== 'lost') return false;
    if (deal.closed === null || !isIn(year, deal.closed)) return false;
    const fact = stock.rows.get(deal.deal)?.facts('lostReason') ?? null;
    const reason = fact?.kind === 'text' ? fact.text : '';
    return normalLabel(reason) === normalLabel(row) || (reason === '' && !hasReason(stock, row));
  };
}

/** Whether the row names a reason that some deal has: the row of deals without one does not. */
function hasReason({ rows }: Stock, reason: string): boolean {
  for (const row of rows.values()) {
    const fact = row.facts('lostReason');
    if (fact?.kind === 'text' && normalLabel(fact.text) === normalLabel(reason)) return true;
  }
  return false;
}
