import { expect, test } from '@jest/globals';
import type { DateOrder } from '../../src/sheet/dateText';
import { suggestAmount, suggestDay, suggestMember } from '../../src/sheet/suggestion';
import type { Member } from '../../src/sheet/teamTab';

test.each<{ typed: string; order: DateOrder; day: string | null }>`
  typed                         | order    | day
  ${'3/5/2026'}                 | ${'mdy'} | ${'2026-03-05'}
  ${'3/5/2026'}                 | ${'dmy'} | ${'2026-05-03'}
  ${'by 5 March 2026, maybe'}   | ${'mdy'} | ${'2026-03-05'}
  ${'大约2026年3月5日'}         | ${'ymd'} | ${'2026-03-05'}
  ${'2026-03-05 or 2026-04-05'} | ${'mdy'} | ${null}
  ${'next week'}                | ${'mdy'} | ${null}
  ${'31/31/2026'}               | ${'dmy'} | ${null}
`('"$typed" is suggested to be $day where people write $order', ({ typed, order, day }) => {
  expect(suggestDay(typed, order)).toBe(day);
});

test.each<{ typed: string; amount: number | null }>`
  typed                          | amount
  ${'about 12k'}                 | ${12000}
  ${'approx. 1,250.50 plus VAT'} | ${1250.5}
  ${'大约12万左右'}              | ${120000}
  ${'between 5 and 10'}          | ${null}
  ${'a lot'}                     | ${null}
  ${'type 5b unit'}              | ${null}
`('"$typed" is suggested to be $amount', ({ typed, amount }) => {
  expect(suggestAmount(typed)).toBe(amount);
});

function aMember(name: string): Member {
  const address = `${name.split(' ')[0]?.toLowerCase()}@example.com`;
  return { name, address, role: 'rep', language: null, target: null, mayOverride: false };
}

test.each<{ typed: string; name: string | undefined }>`
  typed           | name
  ${'Annika'}     | ${'Annika Berg'}
  ${'Anika Berg'} | ${'Annika Berg'}
  ${'bo'}         | ${undefined}
  ${'Zoe'}        | ${undefined}
`('the owner "$typed" most likely is $name', ({ typed, name }) => {
  const team = [aMember('Annika Berg'), aMember('Bo Lund'), aMember('Bo Strand')];
  expect(suggestMember(team, typed)?.name).toBe(name);
});
