import type { Card, DealView, PipelineView, ShortfallView } from '../../src/rpc';

/** The general stage set as a page sees it. */
export function aPipelineView(part: Partial<PipelineView> = {}): PipelineView {
  const zh = part.language === 'zh';
  const say = (en: string, chinese: string) => (zh ? chinese : en);
  const stage = (
    key: string,
    label: string,
    todo: string,
    kind: PipelineView['stages'][number]['kind'] = 'open',
  ) => ({ key, label, kind, todo });
  return {
    language: 'en',
    stages: [
      stage(
        'qualification',
        say('Qualification', '线索资格审查'),
        say('Check need, budget and authority.', '确认需求、预算与决策权。'),
      ),
      stage(
        'needs',
        say('Needs analysis', '需求分析'),
        say(
          'Interview the decision maker and write down what hurts.',
          '访谈决策人，写下客户的痛点。',
        ),
      ),
      stage(
        'proposal',
        say('Proposal', '方案呈现'),
        say(
          'Show the demo to the people who decide, then send the value case.',
          '向决策人演示方案，随后发送价值说明。',
        ),
      ),
      stage(
        'negotiation',
        say('Negotiation', '商务谈判'),
        say('Agree terms; answer objections.', '商定条款，回应异议。'),
      ),
      stage('won', say('Closed won', '赢单'), '', 'won'),
      stage('lost', say('Closed lost', '输单'), '', 'lost'),
      stage('nurture', say('Nurture', '长期培育'), '', 'nurture'),
    ],
    lostReasons: zh
      ? ['价格', '竞争对手', '没有预算', '其他']
      : ['Price', 'Competitor', 'No budget', 'Other'],
    otherReason: say('Other', '其他'),
    headers: {
      lostReason: say('Lost reason', '输单原因'),
      lostNote: say('Lost note', '输单说明'),
      revisitOn: say('Revisit on', '再次跟进日期'),
      nextStep: say('Next step', '下一步'),
      nextStepDate: say('Next step date', '下一步日期'),
    },
    ...part,
  };
}

/** A deal in Proposal with nothing missing. */
export function aDealView(part: Partial<DealView> = {}): DealView {
  return {
    id: 'd1',
    version: '7',
    row: 12,
    name: 'Pump retrofit',
    customer: 'Northwind Mills',
    owner: 'Ann Lee',
    amount: '$48,000.00',
    stage: 'proposal',
    daysInStage: 9,
    usualDays: 12,
    limitDays: 21,
    stalled: false,
    closeDate: '2026-12-18',
    nextStep: '',
    nextStepDate: '',
    next: 'negotiation',
    missing: [],
    heldBecause: '',
    history: [],
    mayOverride: false,
    ...part,
  };
}

export function aShortfall(part: Partial<ShortfallView> = {}): ShortfallView {
  return {
    field: 'Demo held',
    message: 'Tick Demo held',
    control: 'tick',
    choices: [],
    value: null,
    ...part,
  };
}

/** A card in Proposal, with an amount in dollars. */
export function aCard(part: Partial<Card> = {}): Card {
  return {
    id: 'd1',
    version: '7',
    name: 'Pump retrofit',
    customer: 'Northwind Mills',
    owner: 'Ann Lee',
    amount: 48_000,
    currency: 'USD',
    chance: 0.5,
    stage: 'proposal',
    daysInStage: 9,
    stalled: false,
    nextStep: '',
    closeDate: '2026-12-18',
    ...part,
  };
}
