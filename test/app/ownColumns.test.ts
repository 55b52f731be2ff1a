import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { ask } from '../support/standIn';
import {
  aPipeline,
  dealNamed,
  does,
  everything,
  idOf,
  letter,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  WINNABLE,
} from './desk';
import { filled, fillsIn, onDay, sets, works } from './rules';

const put = (host: Host, tab: string, range: string, values: readonly (readonly string[])[]) =>
  does(host, { edit: { tab, range, values: values as string[][] } });

const grid = (host: Host, tab: string) =>
  everything(host)[tab]?.map((row) => row.map(String)) ?? [];

/** Each cell that begins so, with what stands above it in the first row. */
function underHeadings(host: Host, tab: string, begins: string): readonly string[] {
  const [header = [], ...rows] = grid(host, tab);
  return rows.flatMap((row) =>
    row.flatMap((cell, i) => (cell.startsWith(begins) ? [`${cell} under "${header[i]}"`] : [])),
  );
}

test('what people wrote beside entries goes to the archive with them', () => {
  const host = aPipeline();
  sets(host, 'Payment plan', '');
  newDeal(host, 'Mill', WINNABLE, 'Closed won');
  newDeal(host, 'Dam', QUALIFIED);
  works(host);
  put(host, 'Ledger', 'U1:U3', [['Remark'], ['Ask Ann'], ['Checked by audit']]);
  put(host, 'Ledger', 'V3', [['twice']]);
  sets(host, 'Archive closed deals after days', '365');
  const later = onDay(host, '2027-06-07');
  works(later);
  const remarks = filled(later, 'Archived entries').map(({ Seq, Remark }) => `${Seq}: ${Remark}`);
  expect(remarks.slice(0, 3)).toEqual(['1: Ask Ann', '2: Checked by audit', '3: ']);
  expect(underHeadings(later, 'Archived entries', 'twice')).toEqual(['twice under "(V)"']);
});

test('a pipeline that is added leaves alone what stands in Stages without a heading', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  put(host, 'Stages', 'K2:K3', [['Ask Ann first'], ['see the wiki']]);
  does(host, { menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] });
  works(host);
  expect(dealNamed(host, 'Mill').Pipeline).toBe('Main');
  expect(underHeadings(host, 'Stages', 'Ask Ann')).toEqual(['Ask Ann first under ""']);
});

test.each<{ tab: string; heading: string }>`
  tab           | heading
  ${'Tasks'}    | ${'Created'}
  ${'Payments'} | ${'Check'}
  ${'Outbox'}   | ${'Reason'}
`('a column of $tab that comes back is laid over nothing', ({ tab, heading }) => {
  const host = aPipeline();
  newDeal(host, 'Pump', QUALIFIED);
  ask(host, 'addTask', { id: idOf(host, 'Pump'), task: 'Phone', due: '' });
  const [headings = []] = grid(host, tab);
  does(host, { deleteColumns: { tab, at: headings.indexOf(heading) + 1, count: 1 } });
  const beside = letter(headings.length);
  put(host, tab, `${beside}2:${beside}3`, [['mine 1'], ['mine 2']]);
  does(host, { menu: 'setUp' });
  expect(underHeadings(host, tab, 'mine')).toEqual(['mine 1 under ""', 'mine 2 under ""']);
  expect(grid(host, tab)[0]).toContain(heading);
});

test('a row that is inserted in the moment in which a task or a mail is added writes over none', () => {
  const host = aPipeline();
  newDeal(host, 'Pump', QUALIFIED);
  fillsIn(host, 'Tasks', 2, [['Visit A'], ['Visit B'], ['Visit C']]);
  const id = idOf(host, 'Pump');
  const adds = { call: 'addTask', args: [JSON.stringify({ id, task: 'Phone', due: '' })] };
  const text = saved(host);
  const again = () => loaded(text);
  const calls = does(again(), adds).executions[0]?.callCount ?? 0;
  for (let call = 1; call <= calls; call += 1) {
    const other = again();
    const insertRows = { tab: 'Tasks', at: 3, count: 1 };
    does(other, { ...adds, during: { call, do: { insertRows } } });
    const tasks = filled(other, 'Tasks').map(({ Task }) => Task);
    expect([call, [...tasks].sort()]).toEqual([call, ['Phone', 'Visit A', 'Visit B', 'Visit C']]);
  }
});
