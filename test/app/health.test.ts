import { expect, test } from '@jest/globals';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  type Cells,
  dealRows,
  does,
  everything,
  idOf,
  loaded,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  saved,
  types,
  WINNABLE,
} from './desk';
import { aTeam } from './rules';

type Host = ReturnType<typeof aPipeline>;

/** What is wrong with the workbook, how Health tells it, and what is so once it is repaired. */
interface Ailment {
  readonly befalls: (host: Host) => void;
  readonly tab: string;
  readonly cell: (host: Host) => string;
  readonly says: string;
  readonly repair: string;
  /** What is so afterwards; not given where only a person can put it right. */
  readonly heals?: (host: Host) => void;
}

/** Another program's write: nothing is told. */
function writes(host: Host, range: string, value: string | number, tab = 'Deals'): void {
  does(host, { apiWrite: { tab, range, values: [[value]] } });
}

const row = (host: Host, n: number): Cells => dealRows(host)[n - 2] ?? {};

const AILMENTS: Readonly<Record<string, Ailment>> = {
  'two rows with one ID': {
    befalls: (host) => writes(host, at(host, 'ID', 3), idOf(host, 'Mill')),
    tab: 'Deals',
    cell: (host) => at(host, 'ID', 3),
    says: 'Rows 2, 3 have the same ID',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) => expect(new Set(dealRows(host).map(({ ID }) => ID)).size).toBe(2),
  },
  'an amount below zero': {
    befalls: (host) => types(host, 'Mill', { Amount: -500 }),
    tab: 'Deals',
    cell: (host) => at(host, 'Amount', 2),
    says: 'The amount -500 is below zero',
    repair: 'By hand',
  },
  'a close date of the year 9999': {
    befalls: (host) => types(host, 'Mill', { 'Close date': '9999-12-31' }),
    tab: 'Deals',
    cell: (host) => at(host, 'Close date', 2),
    says: 'The close date 9999-12-31 is more than ten years away',
    repair: 'By hand',
  },
  'a close date of the year 1900': {
    befalls: (host) => types(host, 'Mill', { 'Close date': '1900-01-01' }),
    tab: 'Deals',
    cell: (host) => at(host, 'Close date', 2),
    says: 'The close date 1900-01-01 is more than ten years away',
    repair: 'By hand',
  },
  'a deal in Commit without an amount': {
    befalls: (host) => types(host, 'Dam', { Category: 'Commit' }),
    tab: 'Deals',
    cell: (host) => at(host, 'Amount', 3),
    says: 'Deals in Best case or Commit without an amount: 1, the first is "Dam"',
    repair: 'By hand',
  },
  'a won deal without an amount': {
    befalls: (host) => {
      newDeal(host, 'Weir', WINNABLE, 'Closed won');
      types(host, 'Weir', { Amount: '' });
    },
    tab: 'Deals',
    cell: (host) => at(host, 'Amount', 4),
    says: 'Won deals without an amount: 1, the first is "Weir"',
    repair: 'By hand',
  },
  'a row without an ID': {
    befalls: (host) => writes(host, at(host, 'ID', 3), ''),
    tab: 'Deals',
    cell: (host) => at(host, 'ID', 3),
    says: 'This deal has no ID yet',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) =>
      expect(rowsOf(host, 'Ledger').map(({ Deal }) => Deal)).toContain(row(host, 3).ID),
  },
  'a stage that is none': {
    befalls: (host) => writes(host, at(host, 'Stage', 3), 'Propozal'),
    tab: 'Deals',
    cell: (host) => at(host, 'Stage', 3),
    says: 'There is no stage "Propozal"',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) => expect(row(host, 3).Stage).toBe('Qualification'),
  },
  'a stage that the ledger does not know': {
    befalls: (host) => writes(host, at(host, 'Stage', 3), 'Needs analysis'),
    tab: 'Deals',
    cell: (host) => at(host, 'Stage', 3),
    says: 'The Stage cell says "Needs analysis", but "Qualification" is the last stage that passed its gate',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) => expect(row(host, 3)).toMatchObject({ Stage: 'Qualification' }),
  },
  'an amount that the ledger does not know': {
    befalls: (host) => writes(host, at(host, 'Amount', 3), 700),
    tab: 'Deals',
    cell: (host) => at(host, 'Amount', 3),
    says: 'Amount says "700", which the ledger does not know yet',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) =>
      expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({
        Kind: 'changed',
        Amount: 700,
        How: 'repair',
      }),
  },
  'an accepted stage that is not the ledger’s': {
    befalls: (host) => writes(host, at(host, 'Accepted stage', 3), 'Closed won'),
    tab: 'Deals',
    cell: (host) => at(host, 'Accepted stage', 3),
    says: 'The columns of the program say "Closed won", the ledger says "Qualification"',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) => expect(row(host, 3)['Accepted stage']).toBe('Qualification'),
  },
  'a deal that the ledger does not know': {
    befalls: (host) => writes(host, 'A4:A4', 'Weir'),
    tab: 'Deals',
    cell: (host) => at(host, 'ID', 4),
    says: 'This deal has no ID yet',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) =>
      expect(row(host, 4)).toMatchObject({
        Stage: 'Qualification',
        'Accepted stage': 'Qualification',
      }),
  },
  'a deal without a row': {
    befalls: (host) => void does(host, { deleteRows: { tab: 'Deals', at: 3, count: 1 } }),
    tab: 'Deals',
    cell: () => '',
    says: 'any more; by the ledger it is in "Qualification"',
    repair: 'Bring 1 row of Deals in line with the Ledger',
    heals: (host) => expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Kind: 'deleted' }),
  },
  'a missing column': {
    befalls: (host) =>
      void does(host, { deleteColumns: { tab: 'Deals', at: 'Next step', count: 1 } }),
    tab: 'Deals',
    cell: () => 'row 1',
    says: 'The column "Next step" is not there',
    repair: 'Add the 1 missing column',
    heals: (host) => expect(row(host, 2)).toHaveProperty('Next step'),
  },
  'a column that a criterion asks for': {
    befalls: (host) => {
      const values = [['Proposal', 'Entering', 'Budget holder', 'is filled']];
      does(host, { edit: { tab: 'Gates', range: 'A40:D40', values } });
    },
    tab: 'Gates',
    cell: () => 'C40',
    says: 'Deals has no column "Budget holder"',
    repair: 'Add the column "Budget holder" to Deals, which a criterion asks for',
    heals: (host) => expect(row(host, 2)).toHaveProperty('Budget holder'),
  },
  'a missing tab': {
    befalls: (host) => void does(host, { deleteTab: { tab: 'Team' } }),
    tab: 'Team',
    cell: () => '',
    says: 'The tab "Team" is not there',
    repair: 'Make the 1 missing tab again',
    heals: (host) => expect(host.book.sheet('Team')).not.toBeNull(),
  },
  'a Stage cell without its list': {
    befalls: (host) => {
      const { column } = host.names().column(host.names().tab('Deals'), 'Stage');
      const cell = { row: 3, column, rows: 1, columns: 1 };
      host.names().tab('Deals').validations.fill(cell, undefined);
    },
    tab: 'Deals',
    cell: (host) => at(host, 'Stage', 3),
    says: 'Cells of Stage that offer no list of stages any more: 1',
    repair: 'and below: offer the list of stages again',
    heals: (host) => {
      const { column } = host.names().column(host.names().tab('Deals'), 'Stage');
      expect(host.names().tab('Deals').validations.get(3, column)).toBeDefined();
    },
  },
  'a day that can be guessed': {
    befalls: (host) =>
      void does(host, { set: { deal: 'Dam', facts: { 'Close date': 'by 2026-03-05' } } }),
    tab: 'Deals',
    cell: (host) => at(host, 'Close date', 3),
    says: 'Close date says "by 2026-03-05", which is not clearly a day',
    repair: 'read "by 2026-03-05" as 2026-03-05',
    heals: (host) => expect(row(host, 3)['Close date']).toBe('2026-03-05'),
  },
  'a day that nobody can guess': {
    befalls: (host) => void does(host, { set: { deal: 'Dam', facts: { 'Close date': 'soon' } } }),
    tab: 'Deals',
    cell: (host) => at(host, 'Close date', 3),
    says: 'Close date says "soon", which is not clearly a day',
    repair: 'By hand',
  },
  'an amount that can be guessed': {
    befalls: (host) =>
      void does(host, { set: { deal: 'Dam', facts: { Amount: 'about 12 thousand' } } }),
    tab: 'Deals',
    cell: (host) => at(host, 'Amount', 3),
    says: 'Amount says "about 12 thousand", which is not clearly an amount',
    repair: 'read "about 12 thousand" as 12000',
    heals: (host) => expect(row(host, 3).Amount).toBe(12_000),
  },
  'an owner with a slip': {
    befalls: (host) => {
      aTeam(host);
      does(host, { set: { deal: 'Dam', facts: { Owner: 'Ann Lee' } } });
    },
    tab: 'Deals',
    cell: (host) => at(host, 'Owner', 3),
    says: '"Ann Lee" is not on the Team',
    repair: 'change the owner "Ann Lee" to Ann',
    heals: (host) => expect(row(host, 3).Owner).toBe('Ann'),
  },
  'an owner who is nobody on the Team': {
    befalls: (host) => {
      aTeam(host);
      does(host, { set: { deal: 'Dam', facts: { Owner: 'Zoe Quist' } } });
    },
    tab: 'Deals',
    cell: (host) => at(host, 'Owner', 3),
    says: '"Zoe Quist" is not on the Team',
    repair: 'Add "Zoe Quist" to the Team as a rep',
    heals: (host) => expect(rowsOf(host, 'Team').map(({ Name }) => Name)).toContain('Zoe Quist'),
  },
  'an entry that was changed by hand': {
    befalls: (host) => writes(host, 'G2', 'somebody@example.com', 'Ledger'),
    tab: 'Ledger',
    cell: () => 'row 2',
    says: 'The entry 1 was changed by hand, or one before it is gone',
    repair: 'Accept as now written: 1 changed entry of the Ledger',
    heals: (host) =>
      expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Kind: 'configured', How: 'repair' }),
  },
  'an entry whose number was changed': {
    befalls: (host) => writes(host, 'A2', 77, 'Ledger'),
    tab: 'Ledger',
    cell: () => 'row 2',
    says: 'The entry 77 was changed by hand, or one before it is gone',
    repair: 'Accept as now written: 1 changed entry of the Ledger',
    heals: (host) => expect(Number(rowsOf(host, 'Ledger').at(-1)?.Seq)).toBeGreaterThan(77),
  },
  'two entries with one number': {
    befalls: (host) => writes(host, 'A2', 2, 'Ledger'),
    tab: 'Ledger',
    cell: () => 'row 3',
    says: 'was changed by hand, or one before it is gone',
    repair: 'Accept as now written: 1 changed entry of the Ledger',
    heals: (host) =>
      expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Kind: 'configured', How: 'repair' }),
  },
  'merged cells': {
    befalls: (host) =>
      void does(host, { merge: { tab: 'Deals', range: at(host, 'Amount', 2, 3) } }),
    tab: 'Deals',
    cell: (host) => at(host, 'Amount', 2),
    says: 'are merged, and only the first of them holds anything',
    repair: 'apart',
    heals: (host) => expect(host.names().tab('Deals').merges).toEqual([]),
  },
};

function listed(host: Host): readonly Cells[] {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Health', 'problems');
}

/** Answers the question of the menu item; the texts that it showed. */
function repairs(
  host: Host,
  answer: { readonly text?: string; readonly button?: 'CANCEL' },
): readonly string[] {
  const { alerts } = does(host, { menu: 'repairWorkbook', answers: [answer] });
  return alerts.map(({ message }) => message);
}

let healthy: string | undefined;

/** Two deals in a workbook of which Health lists nothing; made once. */
function sound(): Host {
  if (healthy === undefined) {
    const host = aPipeline();
    newDeal(host, 'Mill', { ...QUALIFIED, Amount: 500 });
    newDeal(host, 'Dam');
    expect(listed(host)).toEqual([]);
    healthy = saved(host);
  }
  return loaded(healthy);
}

test.each(Object.entries(AILMENTS))(
  '%s: told with its cell, repaired when the person agrees, and only once',
  (_, ailment) => {
    const host = sound();
    ailment.befalls(host);
    const cell = ailment.cell(host);
    const told = listed(host).find(
      (problem) => problem.cell === cell && String(problem.problem).includes(ailment.says),
    );
    expect(told).toMatchObject({ tab: ailment.tab });
    expect(told?.repair).toContain(ailment.repair);
    expect(told?.what_to_do).not.toBe('');

    // Declined, nothing changes.
    const before = everything(host);
    const [question = ''] = repairs(host, { button: 'CANCEL' });
    const offers = question.split('\n').filter((line) => /^\d+\. /.test(line));
    repairs(host, { text: offers.map((_, i) => i + 1).join(', ') });
    expect(everything(host)).toEqual(before);

    repairs(host, { text: '' });
    ailment.heals?.(host);
    const left = listed(host).map(({ problem }) => String(problem));
    expect(left.some((problem) => problem.includes(ailment.says))).toBe(
      ailment.heals === undefined,
    );

    const repaired = everything(host);
    expect(repairs(host, { text: '' })[0]).toContain('nothing that can be repaired');
    expect(everything(host)).toEqual(repaired);
  },
);

test('deals without an amount that the forecast counts on are one line, early ones none', () => {
  const host = sound();
  expect(dealRows(host).map(({ Amount }) => Amount)).toEqual([500, '']);
  newDeal(host, 'Weir', { Category: 'Best case' });
  newDeal(host, 'Lock', { Category: 'Commit' });
  newDeal(host, 'Sluice', { Category: 'Omitted' });
  const told = listed(host).map(({ cell, problem }) => [cell, problem]);
  expect(told).toEqual([
    [
      at(host, 'Amount', 4),
      'Deals in Best case or Commit without an amount: 2, the first is "Weir"',
    ],
  ]);
  types(host, 'Weir', { Amount: 100 });
  types(host, 'Lock', { Amount: 0 });
  expect(listed(host)).toEqual([]);
});

test('of a deal whose gate asks for its amount Health says that once', () => {
  const host = sound();
  newDeal(host, 'Weir', PROPOSABLE, 'Qualification');
  for (const stage of ['Needs analysis', 'Proposal']) types(host, 'Weir', { Stage: stage });
  types(host, 'Weir', { Amount: '' });
  const told = listed(host).map(({ problem }) => String(problem));
  expect(told).toEqual([expect.stringMatching(/^"Weir" stands in "Proposal" .*Amount/)]);
});

test('the line about deals without an amount is Chinese in a Chinese workbook', () => {
  const host = aPipeline('zh');
  const cells = { edit: { tab: '商机', range: 'A2:A2', values: [['水坝']] } };
  does(host, cells);
  types(host, '水坝', { Category: '承诺' });
  does(host, { menu: 'refreshReports' });
  const told = blockOf(host, 'Health', 'problems').map(({ problem }) => problem);
  expect(told).toContain('处于“最佳情况”或“承诺”而没有金额的商机：1 个，第一个是“水坝”');
});
