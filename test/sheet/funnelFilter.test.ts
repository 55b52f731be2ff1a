import { expect, test } from '@jest/globals';
import { filterText, NO_FILTER, readFilter } from '../../src/sheet/funnelFilter';

const KNOWN = {
  owner: ['Ann Reyes', 'Bo Lindgren', 'Acme'],
  source: ['Web', 'Trade fair', 'Acme', ''],
  product: ['Pump 2000', '2026'],
};

test.each`
  typed                                 | owner                       | source      | product        | cohort
  ${''}                                 | ${''}                       | ${''}       | ${''}          | ${''}
  ${'ann reyes'}                        | ${'Ann Reyes'}              | ${''}       | ${''}          | ${''}
  ${'Ann Reyes; Web'}                   | ${'Ann Reyes'}              | ${'Web'}    | ${''}          | ${''}
  ${'Ann Reyes；Bo Lindgren'}           | ${'Ann Reyes, Bo Lindgren'} | ${''}       | ${''}          | ${''}
  ${'来源：web'}                        | ${''}                       | ${'Web'}    | ${''}          | ${''}
  ${'Source: Acme'}                     | ${''}                       | ${'Acme'}   | ${''}          | ${''}
  ${'No source'}                        | ${''}                       | ${'(none)'} | ${''}          | ${''}
  ${'product: pump 2000; 2025'}         | ${''}                       | ${''}       | ${'Pump 2000'} | ${'created 2025-01-01 2025-12-31'}
  ${'2026'}                             | ${''}                       | ${''}       | ${'2026'}      | ${''}
  ${'created 2026'}                     | ${''}                       | ${''}       | ${''}          | ${'created 2026-01-01 2026-12-31'}
  ${'2026 Q1'}                          | ${''}                       | ${''}       | ${''}          | ${'created 2026-01-01 2026-03-31'}
  ${'2026年第二季度'}                   | ${''}                       | ${''}       | ${''}          | ${'created 2026-04-01 2026-06-30'}
  ${'2026-Q4'}                          | ${''}                       | ${''}       | ${''}          | ${'created 2026-10-01 2026-12-31'}
  ${'2028-02'}                          | ${''}                       | ${''}       | ${''}          | ${'created 2028-02-01 2028-02-29'}
  ${'entered 2026-01-05 to 2026-02-10'} | ${''}                       | ${''}       | ${''}          | ${'entered 2026-01-05 2026-02-10'}
  ${'进入 2026年3月'}                   | ${''}                       | ${''}       | ${''}          | ${'entered 2026-03-01 2026-03-31'}
`('"$typed" shows owner "$owner", source "$source", product "$product", "$cohort"', (row) => {
  const filter = readFilter(row.typed ?? '', KNOWN);
  if ('problem' in filter) throw new Error(filter.problem);
  const shown = (names: readonly string[]) => names.map((name) => name || '(none)').join(', ');
  const { cohort } = filter;
  expect([shown(filter.owner), shown(filter.source), shown(filter.product)]).toEqual([
    row.owner,
    row.source,
    row.product,
  ]);
  expect(cohort === null ? '' : `${cohort.by} ${cohort.period.from} ${cohort.period.to}`).toBe(
    row.cohort,
  );
});

test.each`
  typed                         | problem      | part
  ${'Ann'}                      | ${'unknown'} | ${'Ann'}
  ${'Web; 2026 Q5'}             | ${'unknown'} | ${'2026 Q5'}
  ${'2026-13'}                  | ${'unknown'} | ${'2026-13'}
  ${'2026-03-01 to 2026-02-01'} | ${'unknown'} | ${'2026-03-01 to 2026-02-01'}
  ${'2026-02-30 to 2026-03-01'} | ${'unknown'} | ${'2026-02-30 to 2026-03-01'}
  ${'Acme'}                     | ${'several'} | ${'Acme'}
  ${'Product: Acme'}            | ${'unknown'} | ${'Product: Acme'}
`('"$typed" is not understood: "$part" is $problem', ({ typed = '', problem, part }) => {
  expect(readFilter(typed, KNOWN)).toMatchObject({ problem, part });
});

test.each(['en', 'zh'] as const)('what is said of a filter can be typed again (%s)', (language) => {
  for (const typed of [
    '',
    'Ann Reyes; Bo Lindgren; Source: Acme; No source; product: 2026; entered 2026 Q2',
    'Owner: Acme; created 2025-02-01 to 2026-01-31',
  ]) {
    const filter = readFilter(typed, KNOWN);
    if ('problem' in filter) throw new Error(filter.problem);
    expect(readFilter(filterText(filter, language), KNOWN)).toEqual(filter);
  }
  expect(filterText(NO_FILTER, language)).toBe('');
});
