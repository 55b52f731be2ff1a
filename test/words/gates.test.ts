import { expect, test } from '@jest/globals';
import type { Must } from '../../src/domain/criterion';
import type { Field } from '../../src/domain/fact';
import type { Shortfall } from '../../src/domain/gate';
import { headerOf } from '../../src/sheet/headers';
import { type GateState, gateText, shortfallText } from '../../src/words/gates';
import type { Language } from '../../src/words/language';

const LABELS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { proposal: 'Proposal', contract: 'Contract' },
  zh: { proposal: '方案呈现', contract: '签约' },
};

function namesIn(language: Language) {
  return {
    fieldName: (field: Field) => headerOf(field, language),
    stageName: (key: string) => LABELS[language][key] ?? key,
  };
}

function asking(field: Field, must: Must, more: { say?: string } = {}): Shortfall {
  const place = { stage: 'proposal', side: 'entering', say: '', orElse: [] } as const;
  return { kind: 'criterion', ...place, field, must, ...more };
}

const say = (shortfall: Shortfall, language: Language) =>
  shortfallText(shortfall, language, namesIn(language));

test.each<{ field: Field; must: Must; en: string; zh: string }>`
  field          | must                                                    | en                                                    | zh
  ${'customer'}  | ${{ kind: 'isFilled' }}                                 | ${'Fill in Customer'}                                 | ${'请填写“客户”'}
  ${'own:Fit'}   | ${{ kind: 'isTicked' }}                                 | ${'Tick Fit'}                                         | ${'请勾选“Fit”'}
  ${'amount'}    | ${{ kind: 'atLeast', number: 10000 }}                   | ${'Amount must be at least 10,000'}                   | ${'“金额”不能小于 10,000'}
  ${'winChance'} | ${{ kind: 'atMost', number: 0.3 }}                      | ${'Win chance must be at most 30%'}                   | ${'“赢单概率”不能大于 30%'}
  ${'source'}    | ${{ kind: 'equals', text: 'Fair' }}                     | ${'Source must be "Fair"'}                            | ${'“来源”必须是“Fair”'}
  ${'source'}    | ${{ kind: 'oneOf', texts: ['a', 'b'] }}                 | ${'Source must be one of: a, b'}                      | ${'“来源”必须是其中之一：a、b'}
  ${'source'}    | ${{ kind: 'contains', text: 'a' }}                      | ${'Source must contain "a"'}                          | ${'“来源”必须包含“a”'}
  ${'closeDate'} | ${{ kind: 'isDate' }}                                   | ${'Close date must be a date'}                        | ${'“预计成交日期”必须填写日期'}
  ${'closeDate'} | ${{ kind: 'afterToday', days: 0 }}                      | ${'Close date must be after today'}                   | ${'“预计成交日期”必须晚于今天'}
  ${'closeDate'} | ${{ kind: 'afterToday', days: 7 }}                      | ${'Close date must be after the day 7 days from now'} | ${'“预计成交日期”必须晚于今天起 7 天后'}
  ${'closeDate'} | ${{ kind: 'beforeToday', days: -1 }}                    | ${'Close date must be before the day 1 day ago'}      | ${'“预计成交日期”必须早于 1 天前'}
  ${'planDue'}   | ${{ kind: 'afterField', other: 'closeDate' }}           | ${'Plan due must be after Close date'}                | ${'“计划完成日期”必须晚于“预计成交日期”'}
  ${'own:'}      | ${{ kind: 'activities', atLeast: 2, activity: 'call' }} | ${'Log Call at least 2 times'}                        | ${'请至少记录 2 次“电话”'}
  ${'own:'}      | ${{ kind: 'activities', atLeast: 1, activity: '' }}     | ${'Log at least one activity'}                        | ${'请至少记录 1 次跟进'}
  ${'own:'}      | ${{ kind: 'taskDone', task: 'Send sample' }}            | ${'Finish the task "Send sample"'}                    | ${'请完成任务“Send sample”'}
`('$en', ({ field, must, en, zh }) => {
  expect(say(asking(field, must), 'en')).toBe(en);
  expect(say(asking(field, must), 'zh')).toBe(zh);
});

test("the team's own words for what is missing come first", () => {
  const shortfall = asking('amount', { kind: 'isFilled' }, { say: 'Ask for the budget' });
  expect(say(shortfall, 'en')).toBe('Ask for the budget');
});

test('alternatives are offered', () => {
  const first = asking('email', { kind: 'isFilled' });
  const other = { ...first, field: 'phone', group: 'reach' } as never;
  expect(say({ ...first, orElse: [other] } as Shortfall, 'en')).toBe(
    'Fill in Email, or: Fill in Phone',
  );
});

test.each<{ shortfall: Shortfall; en: string }>`
  shortfall                                                                      | en
  ${{ kind: 'needs', field: 'lostReason' }}                                      | ${'Fill in Lost reason'}
  ${{ kind: 'mayNotSkip', over: 'proposal' }}                                    | ${'Move it to Proposal first: stages may not be skipped'}
  ${{ kind: 'mayNotGoBack' }}                                                    | ${'Leave it where it is: deals may not go back'}
  ${{ kind: 'needs', field: 'revisitOn', asA: 'day' }}                           | ${'Revisit on must be a date'}
  ${{ kind: 'needs', field: 'amount', asA: 'number' }}                           | ${'Amount must be a number'}
  ${{ kind: 'mayNotStartIn', stage: 'won', startIn: [] }}                        | ${'Start in an open stage: a new deal may not start in won'}
  ${{ kind: 'mayNotStartIn', stage: 'contract', startIn: ['lead', 'proposal'] }} | ${'Start in lead or Proposal: a new deal may not start in Contract'}
  ${{ kind: 'unknownStage', typed: 'Dreaming' }}                                 | ${'Choose a stage from the list: there is no stage "Dreaming"'}
  ${{ kind: 'mayNotClearStage' }}                                                | ${'Choose a stage: a deal always has one'}
  ${{ kind: 'overrideNeedsReason' }}                                             | ${'Say why the gate may be overridden'}
`('$en', ({ shortfall, en }) => {
  expect(say(shortfall, 'en')).toBe(en);
  expect(say(shortfall, 'zh')).toMatch(/[一-龥]/);
});

const missing = [
  asking('amount', { kind: 'atLeast', number: 500 }),
  asking('own:Fit', { kind: 'isTicked' }),
];

test.each<{ state: GateState; en: string; zh: string }>`
  state                                                       | en                                                                | zh
  ${{ kind: 'ready', next: 'proposal' }}                      | ${'Ready for Proposal'}                                           | ${'可以推进到“方案呈现”'}
  ${{ kind: 'needs', next: 'proposal', shortfalls: missing }} | ${'For Proposal: Amount must be at least 500; Tick Fit'}          | ${'进入“方案呈现”还需：“金额”不能小于 500；请勾选“Fit”'}
  ${{ kind: 'held', to: 'proposal', shortfalls: missing }}    | ${'Not moved to Proposal: Amount must be at least 500; Tick Fit'} | ${'未能推进到“方案呈现”：“金额”不能小于 500；请勾选“Fit”'}
  ${{ kind: 'none' }}                                         | ${''}                                                             | ${''}
`('the Gate cell says "$en"', ({ state, en, zh }) => {
  expect(gateText(state, 'en', namesIn('en'))).toBe(en);
  expect(gateText(state, 'zh', namesIn('zh'))).toBe(zh);
});

test('a very long list of what is missing is cut short and counted', () => {
  const shortfalls = Array.from({ length: 15 }, () => missing[1] as Shortfall);
  const text = gateText({ kind: 'needs', next: 'proposal', shortfalls }, 'en', namesIn('en'));
  expect(text.endsWith('; and 3 more')).toBe(true);
});
