import { expect, test } from '@jest/globals';
import type { OwnerBottlenecks } from '../../src/domain/bottleneck';
import { ownersTable } from '../../src/sheet/bottlenecks';
import { GridDraft } from '../../src/sheet/gridDraft';
import { FUNNEL_WORDS } from '../../src/words/funnelWords';
import { threeStages } from '../support/deals';

const ANN = { owner: 'Ann', bottleneck: null };

test.each<{
  language: 'en' | 'zh';
  owners: OwnerBottlenecks['owners'];
  tooFew: number;
  says: string;
}>`
  language | owners   | tooFew | says
  ${'en'}  | ${[]}    | ${1}   | ${'Of 1 owner too little is known to say anything.'}
  ${'en'}  | ${[ANN]} | ${2}   | ${'Of 2 owners too little is known to say anything.'}
  ${'zh'}  | ${[]}    | ${1}   | ${'有 1 位负责人的数据太少，无法判断。'}
  ${'zh'}  | ${[ANN]} | ${2}   | ${'有 2 位负责人的数据太少，无法判断。'}
`('owners of few deals are counted, whether others are named or not: $says', (row) => {
  const { language, owners, tooFew, says } = row;
  const draft = new GridDraft('funnel');
  const told = [{ name: '', pipeline: threeStages, byOwner: { owners, tooFew } }];
  ownersTable(draft, told, FUNNEL_WORDS[language]);
  const first = draft.finish([]).grid.map(([text]) => text);
  expect(first).toContain(says);
});
