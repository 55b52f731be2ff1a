import { expect, test } from '@jest/globals';
import type { Plain } from '../../../preview/google/gestures/gesture';
import type { Failure } from '../../../preview/google/googleErrors';
import type { Host } from '../../../preview/google/host';
import { OWNER, scripted } from '../../support/standIn';

// getActiveSheet 1, getRange 2, setValue 3, getRange 4, setValue 5, flush 6, getRange 7,
// setValue 8, getRange 9, setValue 10, getRange 11, setValue 12
const WRITER = `
  function write() {
    var sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange('A1').setValue('a');
    sheet.getRange('A2').setValue('b');
    SpreadsheetApp.flush();
    sheet.getRange('A3').setValue('c');
    sheet.getRange('A4').setValue('d');
    sheet.getRange('A5').setValue('e');
    return 'done';
  }
  function stubborn() {
    for (var i = 1; i <= 3; i++) {
      try { SpreadsheetApp.getActiveSheet().getRange(i, 1).setValue(i); }
      catch (e) { console.log(e.message); }
      finally { try { MailApp.sendEmail('a@example.com', 's', 'b'); } catch (e) {} }
    }
    return 'survived';
  }
  function look() { return SpreadsheetApp.getActiveSheet().getRange('A1:A5').getValues().join(''); }
  function slowly() { for (var i = 0; i < 10; i++) { Utilities.sleep(60000); SpreadsheetApp.getActiveSheet().getRange(i + 1, 1).setValue(i); SpreadsheetApp.flush(); } }
  function ends() { throw { toString: function () { return 'odd'; } }; }
`;

function column(host: Host): readonly Plain[] {
  const block = { row: 1, column: 1, rows: 5, columns: 1 };
  return host.book.sheets[0]?.values(block).map((row) => row[0] ?? '') ?? [];
}

test('calls are counted by kind and by method, cells by whether they were read or written', () => {
  const host = scripted(WRITER);
  const run = host.menu(OWNER, 'write');
  expect(run).toMatchObject({ value: 'done', callCount: 12, cells: { read: 0, written: 5 } });
  expect(run.calls).toMatchObject({ navigate: 6, write: 5, flush: 1, read: 0 });
  expect(run.methods).toMatchObject({ 'Range.setValue': 5, 'SpreadsheetApp.flush': 1 });
  expect(host.menu(OWNER, 'look')).toMatchObject({ value: 'abcde', cells: { read: 5 } });
});

test.each<{ keep: 'all' | 'none' | 'half'; left: string }>`
  keep      | left
  ${'none'} | ${'ab'}
  ${'half'} | ${'abc'}
  ${'all'}  | ${'abcd'}
`('an execution that dies keeps what was flushed, and $keep of the rest', ({ keep, left }) => {
  const host = scripted(WRITER);
  const died = host.gesture({ menu: 'write', stopAt: 12, keep });
  expect(died.error).toBe('stopped at call 12, Range.setValue');
  expect(column(host).join('')).toBe(left);
});

test('a dead execution does nothing more, whatever its catch and finally try', () => {
  const host = scripted(WRITER);
  const died = host.gesture({ menu: 'stubborn', stopAt: 1 });
  expect(died.error).toBe('stopped at call 1, SpreadsheetApp.getActiveSheet');
  expect(died.value).toBeUndefined();
  expect(column(host).join('')).toBe('');
  expect(host.mails).toEqual([]);
});

test('a call made to fail throws Google’s error, which the script can catch', () => {
  const host = scripted(WRITER);
  const failed = host.gesture({ menu: 'stubborn', failAt: 3 });
  expect(failed.value).toBe('survived');
  expect(failed.executions[0]?.logs[0]).toMatch(
    /^Service Spreadsheets failed while accessing document with id /,
  );
  expect(column(host).join('')).toBe('23');
});

// Quotas as Google documents them; the others as scripts report them.
test.each<{ error: Failure; says: RegExp }>`
  error           | says
  ${'server'}     | ${/^Service Spreadsheets failed while accessing document with id /}
  ${'timeout'}    | ${/^Service Spreadsheets timed out while accessing document with id /}
  ${'quota'}      | ${/^Service invoked too many times for one day: Spreadsheets\.$/}
  ${'permission'} | ${/^You do not have permission to call Range\.setValue\.$/}
`('a call may be made to fail with the error "$error"', ({ error, says }) => {
  const host = scripted(WRITER);
  const { executions } = host.gesture({ menu: 'write', failAt: 3, error });
  expect(executions[0]?.error?.message).toMatch(says);
});

test('an execution between two calls sees what was flushed before it, nothing that waits', () => {
  const host = scripted(WRITER);
  const before = host.gesture({ menu: 'write', during: { call: 6, do: { menu: 'look' } } });
  expect(before.during?.value).toBe('');
  const other = scripted(WRITER);
  const after = other.gesture({ menu: 'write', during: { call: 10, do: { menu: 'look' } } });
  expect(after.during?.value).toBe('ab');
  expect(column(other).join('')).toBe('abcde');
});

test('an execution of more than six minutes ends, with what it flushed', () => {
  const host = scripted(WRITER);
  const run = host.menu(OWNER, 'slowly');
  expect(run.stopped).toBe('Exceeded maximum execution time');
  expect(column(host)).toEqual([0, 1, 2, 3, 4]);
});

test('anything can be thrown', () => {
  expect(scripted(WRITER).menu(OWNER, 'ends').error?.message).toBe('odd');
});

test('somebody who may only look gets Google’s error for a script’s write', () => {
  const host = scripted(WRITER);
  host.setRights('ann@example.com', 'view');
  expect(host.call('ann@example.com', 'look').value).toBe('');
  expect(host.call('ann@example.com', 'write').error?.message).toContain('permission');
  expect(column(host).join('')).toBe('');
});

test('somebody without access runs nothing', () => {
  const host = scripted(WRITER);
  host.gesture({ rights: { user: 'ann@example.com', may: 'none' } });
  expect(host.gesture({ call: 'look', as: 'ann@example.com' }).error).toBe(
    'You need access to this file.',
  );
});
