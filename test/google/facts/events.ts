import { expect } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE, TRIED } from './evidence';
import { type Fact, fact, unverified } from './fact';

const ANN = 'ann@example.com';

/** Says what onEdit is told. */
const LISTENER = `
  function onEdit(e) {
    console.log(JSON.stringify({
      range: e.range.getA1Notation(),
      corners: [e.range.rowStart, e.range.columnStart, e.range.rowEnd, e.range.columnEnd].join(),
      value: 'value' in e ? e.value : '(none)',
      oldValue: 'oldValue' in e ? e.oldValue : '(none)',
      mode: String(e.authMode),
      seen: e.range.getValues().join('|'),
    }));
  }
  function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }`;

function told(host: Host, gesture: object): readonly Record<string, string>[] {
  const runs = host.gesture(gesture).executions;
  return runs.flatMap((run) => run.logs.map((log) => JSON.parse(log) as Record<string, string>));
}

const typed = (range: string, text: string) => ({
  edit: { tab: 'Sheet1', range, values: [[text]] },
});

const BLOCK = {
  tab: 'Sheet1',
  range: 'A1:B2',
  values: [
    ['a', '1'],
    ['b', '2'],
  ],
};

const HEARD: readonly Fact[] = [
  fact(
    'onEdit',
    'A typed cell is told with its value, and with the old one where there was one.',
    GUIDE.events,
    () => {
      const host = scripted(LISTENER);
      expect(told(host, typed('B2', 'Proposal'))).toMatchObject([
        { range: 'B2', value: 'Proposal', oldValue: '(none)', mode: 'LIMITED' },
      ]);
      expect(told(host, typed('B2', 'Won'))).toMatchObject([
        { value: 'Won', oldValue: 'Proposal' },
      ]);
    },
  ),
  fact('onEdit', 'A cleared cell is told without a value.', TRIED.edits, () => {
    const host = scripted(LISTENER);
    host.gesture(typed('B2', 'Proposal'));
    expect(told(host, { clear: { tab: 'Sheet1', range: 'B2' } })).toMatchObject([
      { value: '(none)', oldValue: 'Proposal', seen: '' },
    ]);
  }),
  fact(
    'onEdit',
    'A pasted block is one event, with neither values nor old values.',
    GUIDE.events,
    () => {
      expect(told(scripted(LISTENER), { edit: BLOCK })).toMatchObject([
        { range: 'A1:B2', value: '(none)', oldValue: '(none)', seen: 'a,1|b,2' },
      ]);
    },
  ),
  fact('onEdit', 'Filling down is one event for the whole block.', TRIED.edits, () => {
    const host = scripted(LISTENER);
    host.gesture(typed('A1', 'x'));
    const filled = told(host, { fill: { tab: 'Sheet1', from: 'A1', to: 'A1:A3' } });
    expect(filled).toMatchObject([{ range: 'A1:A3', seen: 'x|x|x' }]);
  }),
  fact(
    'onEdit',
    'Of quick edits the script hears the first and two that wait; the rest is lost.',
    GUIDE.triggers,
    () => {
      const burst = [1, 2, 3, 4, 5].map((n) => typed(`A${n}`, `v${n}`));
      const heard = told(scripted(LISTENER), { burst });
      expect(heard.map((one) => one.range)).toEqual(['A1', 'A2', 'A3']);
    },
  ),
  unverified(
    'onEdit',
    'The range of an event has its corners as plain numbers, which cost no call.',
    { choice: 'eventRangeHasCorners', ways: [true, false] },
    (eventRangeHasCorners) => {
      const host = scripted(LISTENER, { facts: { eventRangeHasCorners } });
      const corners = eventRangeHasCorners ? '2,2,2,2' : ',,,';
      expect(told(host, typed('B2', 'x'))).toMatchObject([{ corners }]);
    },
  ),
  unverified(
    'onEdit',
    'Undo and redo of cells are told, without values.',
    { choice: 'undoTellsScript', ways: [true, false] },
    (undoTellsScript) => {
      const host = scripted(LISTENER, { facts: { undoTellsScript } });
      host.gesture(typed('A1', 'old'));
      host.gesture(typed('A1', 'new'));
      const undone = told(host, { undo: {} });
      expect(undone).toMatchObject(undoTellsScript ? [{ seen: 'old', value: '(none)' }] : []);
      expect(undone).toHaveLength(undoTellsScript ? 1 : 0);
      expect(host.book.sheets[0]?.value(1, 1)).toBe('old');
    },
  ),
  unverified(
    'onEdit',
    'Cells that are cut and pasted, or dragged, are told where they end up.',
    { choice: 'moveTellsScript', ways: [true, false] },
    (moveTellsScript) => {
      const host = scripted(LISTENER, { facts: { moveTellsScript } });
      host.gesture(typed('A1', 'x'));
      const moved = told(host, { cutPaste: { tab: 'Sheet1', from: 'A1', to: 'B3' } });
      expect(moved.map((one) => one.range)).toEqual(moveTellsScript ? ['B3'] : []);
    },
  ),
];

const UNHEARD: readonly Fact[] = [
  fact(
    ['onEdit', 'Range.setValues'],
    'What a script or another program writes fires nothing.',
    GUIDE.triggers,
    () => {
      const host = scripted(LISTENER);
      expect(host.menu(OWNER, 'write').logs).toEqual([]);
      expect(told(host, { apiWrite: BLOCK })).toEqual([]);
    },
  ),
  fact(
    'onEdit',
    'Inserting, deleting and moving rows, columns and tabs does not fire onEdit.',
    GUIDE.addOnTriggers,
    () => {
      const host = scripted(LISTENER);
      const gestures = [
        { insertRows: { tab: 'Sheet1', at: 2, count: 1 } },
        { deleteRows: { tab: 'Sheet1', at: 2, count: 1 } },
        { insertColumns: { tab: 'Sheet1', at: 'B', count: 1 } },
        { deleteColumns: { tab: 'Sheet1', at: 2, count: 1 } },
        { moveColumn: { tab: 'Sheet1', from: 1, to: 3 } },
        { renameTab: { tab: 'Sheet1', to: 'Deals' } },
      ];
      for (const gesture of gestures) expect(told(host, gesture)).toEqual([]);
    },
  ),
  unverified(
    'onEdit',
    'Sorting a range from the menu is not told.',
    { choice: 'sortTellsScript', ways: [false, true] },
    (sortTellsScript) => {
      const host = scripted(LISTENER, { facts: { sortTellsScript } });
      host.gesture({ edit: BLOCK });
      const sort = { tab: 'Sheet1', range: 'A1:B2', column: 1, ascending: false };
      const heard = told(host, { sort });
      expect(heard.map((one) => one.range)).toEqual(sortTellsScript ? ['A1:B2'] : []);
      expect(host.book.sheets[0]?.value(1, 1)).toBe('b');
    },
  ),
  fact('onEdit', 'Somebody who may only look fires nothing.', GUIDE.triggers, () => {
    const host = scripted(`${LISTENER} function onOpen() { console.log('{}'); }`);
    host.setRights(ANN, 'view');
    expect(told(host, { ...typed('A1', 'x'), as: ANN })).toEqual([]);
    expect(told(host, { open: {}, as: ANN })).toEqual([]);
  }),
];

const OPENED = `
  function onOpen(e) {
    SpreadsheetApp.getUi().createMenu('Pipeline').addItem('Set up', 'setUp').addToUi();
    if (e.authMode !== ScriptApp.AuthMode.NONE) PropertiesService.getDocumentProperties().setProperty('mode', String(e.authMode));
  }
  function mode() { return PropertiesService.getDocumentProperties().getProperty('mode'); }
  function onEdit() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }`;

const MODES: readonly Fact[] = [
  fact(
    ['onOpen', 'SpreadsheetApp.getUi', 'PropertiesService.getDocumentProperties'],
    'In AuthMode NONE a script may add its menu, and has neither document nor stores.',
    GUIDE.authorisation,
    () => {
      const host = scripted(OPENED);
      expect(host.gesture({ open: { authMode: 'NONE' } }).error).toBeUndefined();
      expect(host.menus(OWNER)).toHaveLength(1);
      expect(returned(host.call(OWNER, 'mode'))).toBeNull();
      for (const call of [
        'PropertiesService.getDocumentProperties()',
        'SpreadsheetApp.getActiveSpreadsheet().getSheets()',
        'CacheService.getDocumentCache()',
      ]) {
        const greedy = scripted(`function onOpen() { ${call}; }`);
        const error = greedy.gesture({ open: { authMode: 'NONE' } }).error;
        expect(error).toContain('You do not have permission to call');
      }
    },
  ),
  fact(
    'onOpen',
    'Else onOpen and onEdit run in AuthMode LIMITED: document and stores, but no sidebar.',
    GUIDE.authorisation,
    () => {
      const host = scripted(OPENED);
      host.open(OWNER);
      expect(returned(host.call(OWNER, 'mode'))).toBe('LIMITED');
      expect(host.gesture(typed('A1', 'x')).error).toContain('permission to call Ui.showSidebar');
    },
  ),
  fact(
    'SpreadsheetApp.getActiveSpreadsheet',
    'Nothing of Google’s may be touched while the script loads: in AuthMode NONE its menu would be gone.',
    GUIDE.authorisation,
    () => {
      const host = scripted('var book = SpreadsheetApp.getActiveSpreadsheet(); function f() {}');
      expect(host.call(OWNER, 'f').error?.message).toContain('was touched while the script loads');
    },
  ),
  fact(
    'onEdit',
    'A simple trigger ends after 30 seconds, any other execution after six minutes; what was flushed stays.',
    GUIDE.quotas,
    () => {
      const slow = `function slowly(n) { for (var i = 1; i <= n; i++) { Utilities.sleep(10000); SpreadsheetApp.getActiveSheet().getRange(i, 2).setValue(i); SpreadsheetApp.flush(); } }`;
      const host = scripted(`${slow} function onEdit() { slowly(9); }`);
      expect(host.gesture(typed('A1', 'x')).error).toBe('Exceeded maximum execution time');
      expect([2, 3].map((row) => host.book.sheets[0]?.value(row, 2))).toEqual([2, '']);
      expect(host.call(OWNER, 'slowly', [34]).stopped).toBeUndefined();
      expect(host.call(OWNER, 'slowly', [37]).stopped).toBe('Exceeded maximum execution time');
    },
  ),
  fact(
    'MailApp.sendEmail',
    'A service whose permission the manifest lacks is refused, from the menu too.',
    GUIDE.scopes,
    () => {
      // Which permissions the manifest of Sluice has is a test of the bundle.
      const edit = scripted(`function onEdit() { MailApp.getRemainingDailyQuota(); }`);
      expect(edit.gesture(typed('A1', 'x')).error).toContain('auth/script.send_mail');
    },
  ),
  fact(
    'LockService.getDocumentLock',
    'What a script wrote before it threw stays written.',
    CLASS.app,
    () => {
      const host = scripted(`${LISTENER} function fails() { write(); throw new Error('after'); }`);
      expect(host.menu(OWNER, 'fails').error?.message).toBe('after');
      expect(host.book.sheets[0]?.value(1, 1)).toBe(1);
    },
  ),
];

/** What people do that reaches a script, and what it may do then. */
export const EVENT_FACTS: readonly Fact[] = [...HEARD, ...UNHEARD, ...MODES];
