import { dwell } from '../domain/dwell';
import { type DealOutlook, dealOutlooks } from '../domain/forecast/dealOutlook';
import { learn } from '../domain/forecast/learning';
import { type Estimate, type HorizonOutlook, outlookOf } from '../domain/forecast/outlook';
import { toMajor } from '../domain/money';
import { stageOf } from '../domain/pipeline';
import type { Reply } from '../rpc';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { ratesOf } from './forecasting';
import { needOpen, type OpenPipeline } from './openPipeline';
import { readBook } from './readBook';
import { type Stock, takeStock } from './stock';

type Answer = Omit<Reply<'outlook'>, 'ok'>;

/** Horizons of deal-outlook.csv and outlook.csv, in days (docs/headless.md). */
const HORIZONS = [7, 14, 28, 30, 90, 180] as const;

/** Each open deal's chance to be won, and what each horizon will bring: for scripts. */
export function outlook(): Answer {
  const open = needOpen();
  const book = readBook(open);
  if (book === null) throw new Refused('noDealsTab', APP_WORDS[open.language].noDealsTab);
  const stock = takeStock(open, book);
  const histories = [...stock.valued.values()];
  const { pipeline } = open.configuration;
  const past = { histories, pipeline, asOf: open.today };
  const input = { ...past, learning: learn(past), horizons: [...HORIZONS] };
  const outlooks = dealOutlooks(input);
  const ahead = outlookOf({ ...input, rates: ratesOf(open) });
  return {
    deals: outlooks.map((one) => dealLine(open, stock, one)),
    outlook: ahead.horizons.flatMap((horizon) => horizonLines(open, horizon)),
  };
}

function dealLine(open: OpenPipeline, stock: Stock, one: DealOutlook): Answer['deals'][number] {
  const history = stock.histories.get(one.deal);
  const within = Object.fromEntries(
    HORIZONS.map((days, i) => [`chance_${days}`, one.within[i] ?? null]),
  );
  return {
    deal: one.deal,
    stage: stageOf(open.configuration.pipeline, one.stage)?.label ?? one.stage,
    days_in_stage: history === undefined ? null : dwell(history, stock.clock),
    chance: one.chance,
    source: one.source,
    ...within,
    amount: one.amount === null ? null : toMajor(one.amount, one.currency),
  };
}

function horizonLines(open: OpenPipeline, horizon: HorizonOutlook): Answer['outlook'] {
  const { currency } = open.configuration.settings;
  const shown = (value: number): number =>
    horizon.measure === 'amount' ? toMajor(value, currency) : value;
  const line = (part: string, { mean, range }: Estimate): Answer['outlook'][number] => ({
    horizon_days: horizon.days,
    part,
    measure: horizon.measure,
    mean: shown(mean),
    p10: range === null ? null : shown(range.p10),
    p50: range === null ? null : shown(range.p50),
    p90: range === null ? null : shown(range.p90),
    run_rate: horizon.runRate === null ? null : shown(horizon.runRate),
  });
  return [line('open', horizon.open), line('new', horizon.fresh), line('total', horizon.total)];
}
