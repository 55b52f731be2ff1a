/** One measurement in a process of its own, so that its memory is its own: prints JSON. */
import { measureDay } from './measureDay';
import { measureDomain } from './measureDomain';
import { measureSize } from './measureSize';

const [what = '', deals = '', entriesEach = ''] = process.argv.slice(2);
const result =
  what === 'domain'
    ? measureDomain(Number(deals))
    : what === 'day'
      ? measureDay(Number(deals))
      : measureSize({ deals: Number(deals), entriesEach: Number(entriesEach) });
process.stdout.write(JSON.stringify(result));
