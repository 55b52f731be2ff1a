import { backtestAmounts, backtestMonths } from './backtest/amounts';
import { backtestChances } from './backtest/chances';
import { dataFolder, dataSets } from './backtest/sets';
import { backtestSmallSamples } from './backtest/smallSamples';
import { backtestStalls } from './backtest/stalls';
import { truthOf } from './backtest/truth';

/** `npm run backtest [-- --draws 200]`: replays earlier days and prints how right the forecasts were. */
const folder = dataFolder();
const asked = process.argv.indexOf('--draws');
const draws = asked < 0 ? 200 : Number(process.argv[asked + 1]);

if (folder === null) {
  console.log('No data sets beside the checkout (../shared/data): nothing to replay.');
} else {
  for (const set of dataSets(folder)) {
    const truth = truthOf(set);
    console.log(`== ${set.name}: ${set.about}\n`);
    backtestChances(set, truth);
    backtestAmounts(set, truth);
    backtestMonths(set, truth);
    if (set.name !== 'olist') backtestSmallSamples(set, truth, draws);
    backtestStalls(set, truth);
  }
}
