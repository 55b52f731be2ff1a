import type { Host } from '../../preview/google/host';
import { loadImporting } from '../../scripts/loadImporting';
import type { Reply, Request, SentDeal } from '../../src/rpc';
import { ask } from '../support/standIn';

const HEADERS = ['ID', 'Deal', 'Customer', 'Stage', 'Amount', 'Created', 'Team note'];

const ROWS = [
  ['A1', 'Ash', 'Northwind', 'Qualification', '1000', '2026-01-05', 'call first'],
  ['B1', 'Beech', 'Contoso', 'Proposal', '500', '2026-01-06', ''],
  ['C1', 'Cedar', 'Fabrikam', 'Prospecting', '700', '2026-01-07', ''],
];

/** What the import page sends for a file of three deals, a column of the team's own and a stage that is new. */
export function fileSlice(
  host: Host,
  stages: 'keep' | 'from-data',
): Omit<Request<'importDeals'>, 'deals'> & {
  readonly deals: readonly SentDeal[];
} {
  const { planImport, sentSlices } = loadImporting();
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const { today: asOf, language, currency } = target;
  const deals = {
    name: 'deals.csv',
    headers: HEADERS,
    rows: ROWS,
    lines: ROWS.map((_, i) => i + 2),
  };
  const files = { deals, history: null, prices: null, map: {}, stages, asOf };
  const { plan } = planImport(files, target);
  const [slice] = [
    ...sentSlices({ plan, deals, history: null, asOf, language, currency, size: 500 }),
  ];
  if (slice === undefined) throw new Error('The file has no deals.');
  return { ...slice, gates: 'trust' };
}
