import { type AmountsFound, backtestAmounts, backtestMonths } from './backtest/amounts';
import { backtestChances, type ChancesFound } from './backtest/chances';
import { type DataSet, dataFolder, dataSets } from './backtest/sets';
import { backtestShares } from './backtest/shares';
import { backtestSmallSamples } from './backtest/smallSamples';
import { backtestStalls } from './backtest/stalls';
import { printTargets, type Target } from './backtest/targets';
import { truthOf } from './backtest/truth';

/** `npm run backtest [-- --draws 200] [--set NAME]`: replays earlier days and prints how right the forecasts were. */
function main(): void {
  const folder = dataFolder();
  if (folder === null) {
    console.log('No data sets beside the checkout (../shared/data): nothing to replay.');
    return;
  }
  const draws = Number(optionOf('--draws') ?? 200);
  const only = optionOf('--set');
  for (const set of dataSets(folder)) {
    if (only === undefined || only === set.name) replaySet(set, draws);
  }
}

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function replaySet(set: DataSet, draws: number): void {
  const truth = truthOf(set);
  console.log(`== ${set.name}: ${set.about}\n`);
  const chances = backtestChances(set, truth);
  const amounts = backtestAmounts(set, truth);
  backtestShares(set, truth);
  const months = backtestMonths(set, truth);
  const few =
    set.name === 'olist' ? new Map<number, number>() : backtestSmallSamples(set, truth, draws);
  const stalls = backtestStalls(set, truth);
  printTargets(set.name, [
    ...(set.name === 'bpic2012' ? bankTargets(chances, amounts) : []),
    ...(set.name === 'maven' ? monthTargets(months) : []),
    ...[...few].map(
      ([closed, below]): Target => ({
        what: `log loss below fixed percentages with ${closed} closed deals`,
        ...{ found: below, atLeast: closed === 20 ? 0 : 0.1, isShare: true },
      }),
    ),
    {
      what: 'stalled deals won, as a share of the others of their stage',
      ...{ found: stalls, atMost: 0.5, isShare: false },
    },
  ]);
}

function bankTargets(chances: ChancesFound, amounts: AmountsFound): readonly Target[] {
  const ours = amounts.get('Sluice')!;
  const runRate = amounts.get('run rate')!;
  const better = Math.min(runRate.wape, amounts.get('plain stage rates')!.wape);
  const below = { atLeast: 0.18, isShare: true };
  return [
    { what: '28 days, Brier below fixed, all origins', found: chances.belowFixed, ...below },
    {
      what: '28 days, Brier below fixed, origins with 8 weeks of history',
      found: chances.belowFixedLong,
      ...below,
    },
    {
      what: 'the same of a table with hindsight, all origins, for comparison',
      found: chances.hindsight,
      isShare: true,
    },
    {
      what: 'open deals with a learned chance',
      found: chances.learned,
      atLeast: 0.8,
      isShare: true,
    },
    {
      what: '28 days, WAPE below the run rate',
      ...{ found: 1 - ours.wape / runRate.wape, atLeast: 0.3, isShare: true },
    },
    {
      what: '28 days, WAPE below the better of run rate and plain stage rates',
      ...{ found: 1 - ours.wape / better, atLeast: 0.3, isShare: true },
    },
    {
      what: '28 days, pinball loss over that of the run rate’s own range',
      ...{ found: ours.pinball! / runRate.pinball!, atMost: 1, isShare: false },
    },
    {
      what: '28 days, P10-P90 holds what came',
      ...{ found: ours.hits, atLeast: 0.7, atMost: 0.95, isShare: true },
    },
  ];
}

function monthTargets(months: AmountsFound): readonly Target[] {
  const share = months.get('Sluice')!.wape / months.get('run rate')!.wape;
  const flat = months.get('Sluice without season')!.wape / months.get('run rate')!.wape;
  return [
    {
      what: 'next month, WAPE over that of the run rate',
      ...{ found: share, atMost: 1, isShare: false },
    },
    {
      what: 'the same without the season of the quarter, for comparison',
      ...{ found: flat, isShare: false },
    },
  ];
}

main();
