import { expect, test } from '@jest/globals';
import { FACTS } from '../../preview/google/book/facts';
import type { Host } from '../../preview/google/host';
import { setUp } from '../support/standIn';
import { at, dealNamed, does, lifeOf, newDeal, QUALIFIED, types } from './desk';
import { aTeam, fillsIn } from './rules';

/** Somebody lays a list of their own over a cell, and rejects whatever is not on it. */
function rejects(host: Host, tab: string, header: string, row: number, allowed: string): void {
  const sheet = host.names().tab(tab);
  const { column } = host.names().column(sheet, header);
  sheet.validations.fill(
    { row, column, rows: 1, columns: 1 },
    {
      criteria: 'VALUE_IN_LIST',
      args: [allowed],
      showDropdown: true,
      allowInvalid: false,
      helpText: null,
    },
  );
}

/** A workbook of a Google that lets no script write what a rule rejects; two deals, and a mail that waits. */
function aWorkbook(): Host {
  const host = setUp({ facts: { ...FACTS, scriptWriteIsValidated: true } });
  aTeam(host);
  newDeal(host, 'Mill', { Owner: 'Ann' });
  newDeal(host, 'Dam', { ...QUALIFIED, Owner: 'Ann' });
  does(host, { trigger: 'work' });
  fillsIn(host, 'Outbox', 2, [
    ['k', 'Waiting', 'ann@example.com', '', 'News', 'Hello', '', '<p>Hello</p>', '', '', '', 1],
  ]);
  return host;
}

test('a list of somebody’s own in a Stage cell keeps no deal from being checked: from then on it only warns', () => {
  const host = aWorkbook();
  rejects(host, 'Deals', 'Stage', 2, 'Needs analysis');
  const stage = { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Needs analysis']] };
  const { executions } = host.gesture({ edit: stage });
  expect(executions[0]?.toasts.map(({ message }) => message)).toEqual([
    'What you typed stands, but could not be checked just now. It is checked within ten minutes.',
  ]);
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  expect(lifeOf(host, 'Mill').at(-1)).toBe('held: Qualification -> Needs analysis');
  expect(host.mails).toHaveLength(1);
  // Typing what is not on the list is allowed now, with Google's warning.
  types(host, 'Mill', { Stage: 'Proposal' });
  expect(lifeOf(host, 'Mill').at(-1)).toBe('held: Qualification -> Proposal');
});

test('where a check cannot be written at all, the mails go out all the same, and Google is told', () => {
  const host = aWorkbook();
  rejects(host, 'Ledger', 'Seq', host.names().tab('Ledger').lastRow + 1, 'Nobody');
  does(host, {
    apiWrite: { tab: 'Deals', range: at(host, 'Stage', 3), values: [['Needs analysis']] },
  });
  host.gesture({ menu: 'sweep' });
  expect(lifeOf(host, 'Dam').at(-1)).toBe('changed: Qualification -> Qualification');
  const { executions } = host.gesture({ trigger: 'work' });
  expect(executions[0]?.error?.message).toContain('violates the data validation rules');
  expect(host.mails.map(({ subject }) => subject)).toEqual(['News']);
});
