import { expect, test } from '@jest/globals';
import { sampleTeam } from '../../../preview/sample/sampleTeam';

const TODAY = '2026-03-02';

/** Deals of the sample by header. */
function rowsOf({ headers, rows }: { headers: string[]; rows: string[][] }) {
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])),
  );
}

const team = sampleTeam({ language: 'en', today: TODAY });
const deals = rowsOf(team.deals);
const history = rowsOf(team.history);

test('the sample team is the same on every computer', () => {
  expect(sampleTeam({ language: 'en', today: TODAY })).toEqual(team);
});

test('the team has a year behind it: about 200 deals, of which some were won, more lost, many open', () => {
  const count = (...stages: string[]) => deals.filter((d) => stages.includes(d.Stage ?? '')).length;
  expect(deals).toHaveLength(200);
  expect(count('Closed won')).toBeGreaterThanOrEqual(30);
  expect(count('Closed lost')).toBeGreaterThanOrEqual(50);
  expect(count('Nurture')).toBeGreaterThanOrEqual(5);
  expect(count('Qualification', 'Needs analysis', 'Proposal', 'Negotiation')).toBeGreaterThan(50);
  const first = history.map((line) => line.At ?? '').sort()[0] ?? '';
  expect(first < '2025-06-01').toBe(true);
});

test('no deal knows the future: every line of history is before today', () => {
  expect(history.filter((line) => (line.At ?? '') > `${TODAY} 23:59:59`)).toEqual([]);
});

test('each deal stands where its history ends, and each line starts where the one before ended', () => {
  for (const deal of deals) {
    const lines = history.filter((line) => line['Deal ID'] === deal.ID);
    expect(lines[lines.length - 1]?.To).toBe(deal.Stage);
    lines.forEach((line, at) => {
      expect(line.From).toBe(lines[at - 1]?.To ?? '');
    });
  }
});

test('a lost deal has its reason, a parked one the day to come back, a won one its amount and day', () => {
  for (const deal of deals) {
    if (deal.Stage === 'Closed lost') expect(deal['Lost reason']).not.toBe('');
    if (deal['Lost reason'] === 'Other') expect(deal['Lost note']).not.toBe('');
    if (deal.Stage === 'Nurture') expect((deal['Revisit on'] ?? '') > TODAY).toBe(true);
    if (deal.Stage === 'Closed won') {
      expect(Number(deal.Amount)).toBeGreaterThan(0);
      expect((deal['Close date'] ?? '9') <= TODAY).toBe(true);
    }
  }
});

test.each<{ language: 'en' | 'zh'; domain: string }>`
  language | domain
  ${'en'}  | ${'example.com'}
  ${'zh'}  | ${'example.cn'}
`('nobody in the $language sample exists: all addresses are at $domain', ({ language, domain }) => {
  const { deals: table } = sampleTeam({ language, today: TODAY });
  const addresses = table.rows.flat().filter((cell) => cell.includes('@'));
  expect(addresses.length).toBe(200);
  expect(addresses.filter((address) => !address.endsWith(`@${domain}`))).toEqual([]);
});

test('the Chinese sample has the same deals, in Chinese', () => {
  const chinese = sampleTeam({ language: 'zh', today: TODAY });
  expect(chinese.deals.rows).toHaveLength(team.deals.rows.length);
  expect(chinese.history.rows).toHaveLength(team.history.rows.length);
  expect(chinese.deals.headers.filter((header) => /[a-z]/i.test(header))).toEqual([]);
});
