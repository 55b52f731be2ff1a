import { expect, test } from '@jest/globals';
import { plainCells } from '../../preview/google/gestures/plainCells';
import { ask, rowsOf } from '../support/standIn';
import {
  aPipeline,
  dealNamed,
  dealRows,
  does,
  everything,
  idOf,
  letter,
  lifeOf,
  newDeal,
  QUALIFIED,
  sweeps,
  types,
  WINNABLE,
} from './desk';

type Host = ReturnType<typeof aPipeline>;

/** Mill in Needs analysis, Dam in Proposal by override, Weir won, Pump new. */
function aYear(): Host {
  const host = aPipeline();
  does(host, { edit: { tab: 'Team', range: 'F2', values: [['Yes']] } });
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  newDeal(host, 'Dam');
  const move = {
    ids: [idOf(host, 'Dam')],
    to: 'proposal',
    override: true,
    reason: 'Board decided',
  };
  ask(host, 'moveDeals', move);
  newDeal(host, 'Weir', WINNABLE, 'Closed won');
  newDeal(host, 'Pump');
  return host;
}

const stages = (host: Host): readonly unknown[] =>
  dealRows(host).map((row) => [row.Deal, row.Stage, row['Accepted stage']]);

/** How somebody loses entries. */
const LOSSES: Readonly<Record<string, (host: Host) => void>> = {
  'the tab is deleted, and Set up makes it again': (host) => {
    does(host, { deleteTab: { tab: 'Ledger' } });
    does(host, { menu: 'setUp' });
  },
  'all entries are cleared': (host) => {
    does(host, { clear: { tab: 'Ledger', range: 'A2:S40' } });
  },
  'all rows are deleted': (host) => {
    does(host, { deleteRows: { tab: 'Ledger', at: 2, count: rowsOf(host, 'Ledger').length } });
  },
  'the entries of some deals are deleted': (host) => {
    does(host, { deleteRows: { tab: 'Ledger', at: 2, count: 4 } });
  },
};

test.each(Object.entries(LOSSES))(
  '%s: each deal goes on where it was, with what its row remembers',
  (_, loses) => {
    const host = aYear();
    const before = stages(host);
    const lives = dealRows(host).map(({ Deal }) => lifeOf(host, String(Deal)));
    loses(host);
    sweeps(host);
    expect(stages(host)).toEqual(before);
    const told = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('changed'));
    expect(dealRows(host).map(({ Deal }) => told(lifeOf(host, String(Deal))))).toEqual(
      lives.map(told),
    );
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
    types(host, 'Mill', { Stage: 'Closed won' });
    expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  },
);

test('without a Ledger tab nothing is judged or noted, and everybody is told what to do', () => {
  const host = aYear();
  does(host, { deleteTab: { tab: 'Ledger' } });
  const { toasts } = types(host, 'Mill', { Stage: 'Closed won' });
  expect(toasts[0]?.message).toContain('the Ledger tab is missing');
  expect(does(host, { menu: 'sweep' }).toasts[0]?.message).toContain('the Ledger tab is missing');
  does(host, { menu: 'setUp' });
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Needs analysis' });
  expect(lifeOf(host, 'Mill').at(-1)).toBe('held: Needs analysis -> Closed won');
});

test('a row that comes with its program columns from another workbook is judged like any new row', () => {
  const other = aYear();
  const deals = other.names().tab('Deals');
  const columns = deals.lastColumn;
  const [weir = []] = plainCells(deals, { row: 4, column: 1, rows: 1, columns });
  const host = aPipeline();
  const paste = { tab: 'Deals', range: `A2:${letter(columns)}2`, values: [weir.map(String)] };
  does(host, { edit: paste });
  sweeps(host);
  expect(stages(host)).toEqual([['Weir', 'Qualification', 'Qualification']]);
  expect(lifeOf(host, 'Weir')).toEqual([
    'created: Qualification',
    'held: Qualification -> Closed won',
  ]);
});

test('a row copied while its entry is lost is not taken for the deal that it was', () => {
  const host = aYear();
  const columns = host.names().tab('Deals').lastColumn;
  does(host, { clear: { tab: 'Ledger', range: 'A2:S40' } });
  does(host, { copyPaste: { tab: 'Deals', from: `A4:${letter(columns)}4`, to: 'A6' } });
  sweeps(host);
  expect(stages(host).slice(2)).toEqual([
    ['Weir', 'Closed won', 'Closed won'],
    ['Pump', 'Qualification', 'Qualification'],
    ['Weir', 'Qualification', 'Qualification'],
  ]);
});
