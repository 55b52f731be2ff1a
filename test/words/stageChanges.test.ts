import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StageChange } from '../../src/domain/stagesBefore';
import { changesText, readChanges } from '../../src/words/stageChanges';

test.each<{ change: StageChange; en: string; zh: string }>`
  change                                                             | en                                                    | zh
  ${{ kind: 'added', stage: 'Demo' }}                                | ${'Stage "Demo" added'}                               | ${'新增阶段“Demo”'}
  ${{ kind: 'removed', stage: 'Demo', after: 'Lead' }}               | ${'Stage "Demo", after "Lead", is no longer in use'}  | ${'“Lead”之后的阶段“Demo”已停用'}
  ${{ kind: 'removed', stage: 'Demo', after: null }}                 | ${'Stage "Demo", the first, is no longer in use'}     | ${'第一个阶段“Demo”已停用'}
  ${{ kind: 'renamed', was: 'Demo', stage: 'Show' }}                 | ${'Stage "Demo" is now called "Show"'}                | ${'阶段“Demo”改名为“Show”'}
  ${{ kind: 'kind', stage: 'Pool', was: 'nurture', now: 'open' }}    | ${'"Pool": kind Nurture -> Open'}                     | ${'“Pool”类型：长期培育 → 进行中'}
  ${{ kind: 'chance', stage: 'Demo', was: null, now: 0.125 }}        | ${'"Demo": win chance not set -> 12.5%'}              | ${'“Demo”赢单概率：未设置 → 12.5%'}
  ${{ kind: 'limit', stage: 'Demo', was: 20, now: null }}            | ${'"Demo": limit in days 20 -> learned'}              | ${'“Demo”停留上限（天）：20 → 自动学习'}
  ${{ kind: 'order', now: ['Lead', 'Demo'], was: ['Demo', 'Lead'] }} | ${'Order of stages: Lead, Demo (before: Demo, Lead)'} | ${'阶段顺序：Lead、Demo（原为：Demo、Lead）'}
`('the ledger says "$en", or "$zh", and both are understood again', ({ change, en, zh }) => {
  expect([changesText([change], 'en'), changesText([change], 'zh')]).toEqual([en, zh]);
  expect([readChanges(en), readChanges(zh)]).toEqual([[change], [change]]);
});

test('what older entries do not tell stays unsaid, and what is no change of stages is passed over', () => {
  expect(readChanges('Stage "Demo" is no longer in use; Order of stages: Lead, Offer')).toEqual([
    { kind: 'removed', stage: 'Demo' },
    { kind: 'order', now: ['Lead', 'Offer'] },
  ]);
  expect(
    readChanges('Ann may override gates; "Demo": limit in days 3 -> soon; Stage "A" added'),
  ).toEqual([{ kind: 'added', stage: 'A' }]);
  expect(readChanges('')).toEqual([]);
  // Chinese entries were once joined by English marks.
  expect(readChanges('新增阶段“甲”; 阶段“乙”已停用')).toEqual([
    { kind: 'added', stage: '甲' },
    { kind: 'removed', stage: '乙' },
  ]);
});

const name = fc.constantFrom('Lead', 'Demo "big"', '方案', 'Offer (new)', 'A -> B', 'Win 50%');
const kind = fc.constantFrom('open' as const, 'won' as const, 'lost' as const, 'nurture' as const);
const chance = fc.option(fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000));
const days = fc.option(fc.integer({ min: 1, max: 999 }));
const change: fc.Arbitrary<StageChange> = fc.oneof(
  fc.record({ kind: fc.constant('added' as const), stage: name }),
  fc.record({ kind: fc.constant('removed' as const), stage: name, after: fc.option(name) }),
  fc.record({ kind: fc.constant('renamed' as const), was: name, stage: name }),
  fc.record({ kind: fc.constant('kind' as const), stage: name, was: kind, now: kind }),
  fc.record({ kind: fc.constant('chance' as const), stage: name, was: chance, now: chance }),
  fc.record({ kind: fc.constant('limit' as const), stage: name, was: days, now: days }),
  fc.record({
    kind: fc.constant('order' as const),
    now: fc.array(name, { minLength: 1 }),
    was: fc.array(name, { minLength: 1 }),
  }),
);

test('whatever changes at once, the entry tells all of it, in either language', () => {
  fc.assert(
    fc.property(
      fc.array(change),
      fc.constantFrom('en' as const, 'zh' as const),
      (some, language) => {
        expect(readChanges(changesText(some, language))).toEqual(some);
      },
    ),
  );
});
