import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { senseOf, stageText } from '../../../src/sheet/importing/stageSynonyms';
import { aStage, bringIn, openLabels } from './bringIn';

function deals(stages: readonly string[]): string {
  return `ID,Stage\n${stages.map((stage, i) => `${i + 1},${stage}`).join('\n')}\n`;
}

test.each([
  [
    ['Engaging', 'Prospecting', 'Won'],
    ['Prospecting', 'Engaging'],
  ],
  [
    ['Contract sent', 'Negotiation', 'Quote', 'Needs analysis', 'Qualification', 'New lead'],
    ['New lead', 'Qualification', 'Needs analysis', 'Quote', 'Negotiation', 'Contract sent'],
  ],
  [
    ['商务谈判', '方案呈现', '需求分析', '线索资格审查', '赢单'],
    ['线索资格审查', '需求分析', '方案呈现', '商务谈判'],
  ],
  [
    ['3. Demo', '1. Contract', '2. Lead'],
    ['1. Contract', '2. Lead', '3. Demo'],
  ],
  [
    ['Zulu (70%)', 'Mike 20%', '5% Whisky'],
    ['5% Whisky', 'Mike 20%', 'Zulu (70%)'],
  ],
])('without a history %j stand in their usual order', (stages, order) => {
  expect(openLabels(bringIn({ deals: deals(stages) }))).toEqual(order);
});

test('stages that no word explains stand by the win chances that the file gives them', () => {
  const file = 'ID,Stage,Probability\n1,Zulu,10\n2,Alpha,80\n3,Mike,40\n4,Zulu,20\n';
  expect(openLabels(bringIn({ deals: file }))).toEqual(['Zulu', 'Mike', 'Alpha']);
});

test('the order of stages never depends on the order of rows', () => {
  const rows = ['Zulu', 'Alpha', 'Mike', 'Proposal', 'Demo', 'Alpha', 'Won', 'Mike'];
  const order = openLabels(bringIn({ deals: deals(rows) }));
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(openLabels(bringIn({ deals: deals(shuffled) }))).toEqual(order);
    }),
  );
});

test('with a history stages stand in the order in which most deals pass them', () => {
  const row = (deal: string, stage: string, day: number) => `${deal},${stage},2026-01-0${day}`;
  const history = [
    ...['A', 'B', 'C'].flatMap((d) => [row(d, 'Blue', 1), row(d, 'Red', 2), row(d, 'Green', 3)]),
    // One deal went the other way round.
    row('D', 'Green', 1),
    row('D', 'Red', 2),
    row('D', 'Blue', 3),
  ];
  const found = bringIn({
    deals: 'ID,Stage\nA,Green\nB,Green\nC,Green\nD,Blue\n',
    history: `ID,Stage,Entered\n${history.join('\n')}\n`,
  });
  expect(openLabels(found)).toEqual(['Blue', 'Red', 'Green']);
});

test.each([
  ['Closed Won', 'won'],
  ['CLOSED-WON', 'won'],
  ['赢单', 'won'],
  ['已成交', 'won'],
  ['gewonnen', 'won'],
  ['Affaire gagnée', 'won'],
  ['Closed lost', 'lost'],
  ['verloren', 'lost'],
  ['Perdida', 'lost'],
  ['Disqualified', 'lost'],
  ['No decision', 'lost'],
  ['战败', 'lost'],
  ['未成交', 'lost'],
  ['On hold', 'nurture'],
  ['长期培育', 'nurture'],
  ['待成交', 'open'],
  ['Qualified', 'open'],
  ['Contract negotiation', 'open'],
])('a stage called %s is %s', (label, kind) => {
  expect(senseOf(label)?.kind).toBe(kind);
});

test('an unknown stage is won when its deals are, by the outcome column', () => {
  const { plan } = bringIn({
    deals:
      'ID,Stage,Outcome\n1,Sunrise,won\n2,Sunrise,won\n3,Sunrise,won\n4,Curtain,lost\n5,Curtain,lost\n6,Curtain,lost\n7,Overture,open\n',
  });
  const kinds = Object.fromEntries(plan.stages.map(({ label, kind }) => [label, kind]));
  expect(kinds).toMatchObject({ Sunrise: 'won', Curtain: 'lost', Overture: 'open' });
});

test('spellings of one stage are one stage, in its commonest spelling', () => {
  const found = bringIn({
    deals: deals([
      'Offer sent',
      'offer_sent',
      'OfferSent',
      'Offer sent',
      ' Offer  Sent ',
      'Won',
      'WON',
    ]),
  });
  expect(openLabels(found)).toEqual(['Offer sent']);
  expect(new Set(found.deals.map(({ stage }) => stage)).size).toBe(2);
});

test('a name that stands over several spaces is shown in one line', () => {
  const found = bringIn({ deals: deals(['Offer  sent', 'Won']) });
  expect(openLabels(found)).toEqual(['Offer sent']);
});

test('a slip of the fingers is read as the stage that was meant, and listed', () => {
  const found = bringIn({
    deals: deals([...Array<string>(6).fill('Negotiation'), 'Negotation', 'Demo']),
  });
  expect(openLabels(found)).toEqual(['Demo', 'Negotiation']);
  expect(found.guesses).toContainEqual({
    about: 'Stage',
    theirs: 'Negotation',
    ours: 'Negotiation (open)',
  });
});

test('stages that differ by a number are never taken for a slip', () => {
  const stages = [...Array<string>(9).fill('Round 1'), 'Round 2'];
  expect(openLabels(bringIn({ deals: deals(stages) }))).toEqual(['Round 1', 'Round 2']);
});

test('a loss by another name counts as lost and keeps its name as the reason', () => {
  const { deals: read } = bringIn({
    deals: deals(['Demo', 'Closed lost', 'Closed lost', 'Disqualified']),
  });
  expect(read.map(({ stage }) => stage)).toEqual(['demo', 'lost', 'lost', 'lost']);
  expect(read.map(({ cells }) => cells.lostReason)).toEqual([
    undefined,
    undefined,
    undefined,
    'Disqualified',
  ]);
});

const workbook = [
  aStage('Qualification'),
  aStage('Needs analysis', 'open', 'needs'),
  aStage('Proposal'),
  aStage('Negotiation'),
  aStage('Closed won', 'won', 'won'),
  aStage('Closed lost', 'lost', 'lost'),
  aStage('Nurture', 'nurture'),
];

test.each([
  ['Proposal', 'proposal'],
  ['PROPOSAL ', 'proposal'],
  ['Quote sent', 'proposal'],
  ['Discovery', 'needs'],
  ['需求分析', 'needs'],
  ['Won', 'won'],
  ['Dead', 'lost'],
  ['On hold', 'nurture'],
])('in a workbook with its own stages %s is %s', (theirs, key) => {
  expect(bringIn({ deals: deals([theirs]), workbook }).deals[0]?.stage).toBe(key);
});

test('a stage that the workbook lacks is added where it belongs, and listed', () => {
  const found = bringIn({ deals: deals(['Prospecting', 'Contract review', 'Proposal']), workbook });
  expect(openLabels(found)).toEqual([
    'Prospecting',
    'Qualification',
    'Needs analysis',
    'Proposal',
    'Negotiation',
    'Contract review',
  ]);
  expect(found.plan.stages.filter(({ added }) => added).map(({ label }) => label)).toEqual([
    'Prospecting',
    'Contract review',
  ]);
  expect(found.guesses).toContainEqual({
    about: 'New stage',
    theirs: 'Prospecting',
    ours: 'Prospecting (open)',
  });
});

test('stages from the files keep their names even where the workbook has others of their kind', () => {
  const { plan } = bringIn({ deals: deals(['Engaging', 'Won', 'Lost']) });
  expect(plan.stages.map(({ label, kind }) => [label, kind])).toEqual([
    ['Engaging', 'open'],
    ['Won', 'won'],
    ['Lost', 'lost'],
    ['Nurture', 'nurture'],
  ]);
});

test('the map gives stages their name, kind, order and chance', () => {
  const { plan, deals: read } = bringIn({
    deals: deals(['X', 'Y', 'Z', 'Z2']),
    map: {
      stages: {
        X: { name: 'Second', order: 2, chance: 0.5 },
        Y: { name: 'First', order: 1 },
        Z: { name: 'Signed', kind: 'won' },
        Z2: { name: 'Signed', kind: 'won' },
      },
    },
  });
  expect(plan.stages.slice(0, 3)).toMatchObject([
    { label: 'First', kind: 'open', chance: null },
    { label: 'Second', kind: 'open', chance: 0.5 },
    { label: 'Signed', kind: 'won' },
  ]);
  expect(read.map(({ stage }) => plan.stages.find(({ key }) => key === stage)?.label)).toEqual([
    'Second',
    'First',
    'Signed',
    'Signed',
  ]);
});

test('stage texts are compared without case, width, marks, numbers in front and percentages', () => {
  for (const text of [
    'OfferSent',
    'offer_sent',
    '3. Offer sent',
    'Offer sent (40%)',
    'ＯＦＦＥＲ sent',
  ]) {
    expect(stageText(text)).toBe('offer sent');
  }
  expect(stageText('方 案 呈 现')).toBe('方案呈现');
  expect(stageText('Stage 2')).not.toBe(stageText('Stage 3'));
});
