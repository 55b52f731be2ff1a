import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Cell } from '../../src/sheet/cell';
import { type Member, memberNamed, ROLES, readTeam, teamRows } from '../../src/sheet/teamTab';
import { LANGUAGES } from '../../src/words/language';
import { aName } from './arbitraries';
import { headerRow, problemList, tabOf } from './tabs';

const ann = { Name: 'Ann', Email: 'ann@example.com' };

const aMember: fc.Arbitrary<Member> = fc.record({
  name: aName,
  address: fc.nat(1e9).map((number) => `rep${number}@example.com`),
  role: fc.constantFrom(...ROLES),
  language: fc.option(fc.constantFrom(...LANGUAGES)),
  target: fc.option(fc.nat(1e9)),
  mayOverride: fc.boolean(),
});

test('the team is read back as it was written, in either language', () => {
  const some = fc.uniqueArray(aMember, { selector: (member) => member.address, maxLength: 30 });
  fc.assert(
    fc.property(some, fc.constantFrom(...LANGUAGES), (team, language) => {
      const grid = [headerRow('team', language), ...teamRows(team, language)];
      expect(readTeam(grid)).toEqual({ team, problems: [] });
    }),
  );
});

test.each<{ row: Readonly<Record<string, Cell>>; problem: string; members: number }>`
  row                                                                    | problem                      | members
  ${{ Role: 'Rep' }}                                                     | ${'A3 memberWithoutName'}    | ${1}
  ${{ Name: 'Bob' }}                                                     | ${'B3 memberWithoutAddress'} | ${2}
  ${{ Name: 'Bob', Email: 'bob at example' }}                            | ${'B3 unreadableAddress'}    | ${2}
  ${{ Name: 'Bob', Email: 'b@example.com, c@example.com' }}              | ${'B3 unreadableAddress'}    | ${2}
  ${{ Name: 'ANN', Email: 'ANN@example.com' }}                           | ${'A3 duplicateMember'}      | ${1}
  ${{ Name: '#N/A' }}                                                    | ${'A3 errorValue'}           | ${1}
  ${{ Name: 'Bob', Email: 'b@example.com', Role: 'Boss' }}               | ${'C3 unknownRole'}          | ${2}
  ${{ Name: 'Bob', Email: 'b@example.com', Language: 'Latin' }}          | ${'D3 unknownLanguage'}      | ${2}
  ${{ Name: 'Bob', Email: 'b@example.com', 'Target per month': 'lots' }} | ${'E3 unreadableAmount'}     | ${2}
  ${{ Name: 'Bob', Email: 'b@example.com', 'May override': 'perhaps' }}  | ${'F3 unknownYesNo'}         | ${2}
`('$row is listed as $problem, and $members are on the team', ({ row, problem, members }) => {
  const read = readTeam(tabOf('team', [ann, row]));
  expect(problemList(read.problems)).toEqual([problem]);
  expect(read.team).toHaveLength(members);
});

test('nobody may override unless it is ticked or says yes', () => {
  const may = (cell: Cell) => readTeam(tabOf('team', [{ ...ann, 'May override': cell }])).team[0];
  expect([true, 'Yes', '是', false, 'No', ''].map((cell) => may(cell)?.mayOverride)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('an address alone makes a member who is called by its first part', () => {
  const { team } = readTeam(tabOf('team', [{ Email: 'Bob@Example.com' }]));
  expect(team[0]).toMatchObject({ name: 'bob', address: 'bob@example.com' });
});

test.each<{ owner: string; found: string | undefined }>`
  owner                        | found
  ${'Ann'}                     | ${'Ann'}
  ${' ann '}                   | ${'Ann'}
  ${'ANN@example.com'}         | ${'Ann'}
  ${'Ann <ann@example.com>'}   | ${'Ann'}
  ${'A. N. <ann@example.com>'} | ${'Ann'}
  ${'王伟'}                    | ${'王伟'}
  ${'Anna'}                    | ${undefined}
  ${''}                        | ${undefined}
`('the owner "$owner" is $found', ({ owner, found }) => {
  const { team } = readTeam(tabOf('team', [ann, { Name: '王伟', Email: 'wang.wei@example.cn' }]));
  const member = memberNamed(team, owner);
  expect(member?.name).toBe(found);
});
