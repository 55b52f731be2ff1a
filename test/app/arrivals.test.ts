import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask, rowsOf } from '../support/standIn';
import {
  aPipeline,
  blockOf,
  type Cells,
  dealNamed,
  dealRows,
  does,
  everything,
  type Facts,
  idOf,
  letter,
  lineOf,
  sweeps,
} from './desk';
import { sets } from './rules';
import { NEW_DEALS, type NewRule } from './ruleTable';

const SWEEP: Gesture = { menu: 'sweep' };

/** What the ledger tells of a deal, changes of its fields aside. */
function told(host: Host, deal: string): readonly Cells[] {
  const id = idOf(host, deal);
  return rowsOf(host, 'Ledger').filter(({ Deal, Kind }) => Deal === id && Kind !== 'changed');
}

/** A check of the whole workbook finds nothing to add. */
function staysSettled(host: Host): void {
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
}

/** One way in which a row becomes a deal. */
const ARRIVALS: Readonly<
  Record<
    string,
    {
      readonly how: string;
      readonly does: (host: Host, cells: Facts) => Gesture | readonly Gesture[];
    }
  >
> = {
  'a pasted row': {
    how: 'pasted',
    does: (host, cells) => ({ edit: { tab: 'Deals', ...rowOf(host, cells) } }) as Gesture,
  },
  'a row of another program': {
    how: 'sweep',
    does: (host, cells) => [{ apiWrite: { tab: 'Deals', ...rowOf(host, cells) } }, SWEEP],
  },
  'a row that Google loses': {
    how: 'sweep',
    does: (host, cells) => [
      {
        ...({ edit: { tab: 'Deals', ...rowOf(host, cells) } } as Gesture),
        stopAt: 1,
        keep: 'none',
      },
      SWEEP,
    ],
  },
};

/** The range and the values of a row with these cells, as far as the last of them. */
function rowOf(host: Host, cells: Facts) {
  const deals = host.names().tab('Deals');
  const row: (string | number | boolean)[] = [];
  for (const [header, value] of Object.entries(cells)) {
    const { column } = host.names().column(deals, header);
    while (row.length < column) row.push('');
    row[column - 1] = value;
  }
  return { range: `A2:${letter(row.length)}2`, values: [row] };
}

function withSettings({ settings }: NewRule): Host {
  const host = aPipeline();
  for (const [setting, value] of Object.entries(settings ?? {})) sets(host, setting, value);
  return host;
}

const NEW = Object.entries(ARRIVALS).flatMap(([path, arrival]) =>
  NEW_DEALS.map((rule) => ({ path, how: arrival.how, way: arrival.does, ...rule })),
);

test.each(NEW)('$path that asks for "$to" knowing $knowing starts $starts', (row) => {
  const host = withSettings(row);
  const gestures = row.way(host, { Deal: 'Mill', Stage: row.to, ...row.facts });
  for (const gesture of [gestures].flat() as Gesture[]) host.gesture(gesture);
  const stage = row.starts === 'there' ? row.to : 'Qualification';
  const to = row.to === 'Propozal' ? '' : row.to;
  expect(told(host, 'Mill').map(lineOf)).toEqual([
    `created: ${stage}`,
    ...(row.asks === undefined ? [] : [`held: Qualification -> ${to}`]),
  ]);
  expect(told(host, 'Mill').map(({ How }) => How)).toEqual(told(host, 'Mill').map(() => row.how));
  if (row.asks !== undefined) expect(told(host, 'Mill')[1]?.Reason).toContain(row.asks);
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: stage, 'Accepted stage': stage });
  staysSettled(host);
});

/** The field keys of the headers that the tables use. */
const KEYS: Readonly<Record<string, string>> = {
  Customer: 'customer',
  Amount: 'amount',
  'Close date': 'closeDate',
  'Lost reason': 'lostReason',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Files name stages of the workbook here: what else they may say is the import dialog's to ask. */
const IN_FILES = NEW_DEALS.filter(({ to }) => to !== '' && to !== 'Propozal');

/** What the import dialog sends for a file with a deal for each rule. */
function imports(host: Host, gates: 'trust' | 'strict'): void {
  const { stages } = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const deals = IN_FILES.map((rule, i) => {
    const to = stages.find(({ label }) => label === rule.to)?.key ?? '';
    const cells = Object.entries(rule.facts).map(([header, value]) => {
      const isDay = typeof value === 'string' && DAY.test(value);
      return [KEYS[header] ?? `own:${header}`, isDay ? { date: value } : value];
    });
    const step = { from: '', at: '2026-01-10T09:00:00', how: 'import', by: 'ann@example.com' };
    const created = { ...step, kind: 'created', to: 'qualification' };
    const moved = { ...step, kind: 'moved', from: 'qualification', to };
    return {
      id: `D${i}`,
      line: 2 + i,
      cells: Object.fromEntries([['deal', `Deal ${i}`], ...cells]),
      steps: to === 'qualification' ? [created] : [created, moved],
      openAmount: null,
    };
  });
  const set = stages.map(({ key, label, kind, chance }) => ({ key, label, kind, chance }));
  const setUp = { stages: set, replacesStages: false, own: [] };
  const reply = ask(host, 'importDeals', { setUp, deals, gates });
  expect(reply).toMatchObject({ ok: true, deals: deals.length });
}

/** Each deal's stage in its cell and by its last accepted entry, and the stages in which it was held. */
function standings(host: Host): readonly (readonly unknown[])[] {
  return dealRows(host).map((row) => {
    const held = told(host, String(row.Deal)).filter(({ Kind }) => Kind === 'held');
    return [row.Stage, row['Accepted stage'], held.map(({ To, How }) => `${To} ${How}`)];
  });
}

test('under strict gates each deal of a file comes in as far as its facts reach, and what was asked for is kept', () => {
  const host = aPipeline();
  imports(host, 'strict');
  expect(standings(host)).toEqual(
    IN_FILES.map(({ to, reaches }) => [reaches, reaches, to === reaches ? [] : [`${to} import`]]),
  );
  staysSettled(host);
});

test('each deal of a trusted file comes in where the file says, and Health lists what open ones lack', () => {
  const host = aPipeline();
  imports(host, 'trust');
  expect(standings(host)).toEqual(IN_FILES.map(({ to }) => [to, to, []]));
  does(host, { menu: 'refreshReports' });
  const flagged = blockOf(host, 'Health', 'problems').map(({ problem }) => String(problem));
  expect(flagged.map((problem) => problem.replace(/:.*/, ''))).toEqual(
    IN_FILES.flatMap(({ to, reaches }, i) =>
      to === reaches ? [] : [`"Deal ${i}" stands in "${to}" without what its gates ask`],
    ),
  );
  staysSettled(host);
});

test('responses of a form start in the first stage, once, whatever stage they name', () => {
  const host = aPipeline();
  host.book.insertSheet('Responses');
  sets(host, 'Form responses tab', 'Responses');
  const headers = [
    ...new Set(['Deal', 'Stage', ...NEW_DEALS.flatMap(({ facts }) => Object.keys(facts))]),
  ];
  const answers = NEW_DEALS.map(
    ({ to, facts }, i): Facts => ({ Deal: `Deal ${i}`, Stage: to, ...facts }),
  );
  const values = [
    headers,
    ...answers.map((answer) => headers.map((header) => answer[header] ?? '')),
  ];
  does(host, { apiWrite: { tab: 'Responses', range: 'A1', values } });
  for (let run = 0; run < 2; run++) does(host, { trigger: 'work' });
  expect(standings(host)).toEqual(NEW_DEALS.map(() => ['Qualification', 'Qualification', []]));
  for (const { Deal } of dealRows(host)) {
    const lines = told(host, String(Deal)).map((line) => [lineOf(line), line.How]);
    expect(lines).toEqual([['created: Qualification', 'form']]);
  }
  staysSettled(host);
});
