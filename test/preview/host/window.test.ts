import { expect, test } from '@jest/globals';
import { Host } from '../../../preview/google/host';
import { OWNER, returned, scripted } from '../../support/standIn';

const ANN = 'ann@example.com';

const SOURCE = `
  function onOpen(e) {
    var menu = SpreadsheetApp.getUi().createMenu('Pipeline').addItem('Set up', 'setUp').addSeparator()
      .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Undo', 'undo'));
    menu.addToUi();
    if (e.authMode === ScriptApp.AuthMode.NONE) return;
    PropertiesService.getDocumentProperties().setProperty('opened', String(e.authMode));
  }
  function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Deal')); }
  function dialog() { SpreadsheetApp.getUi().showModelessDialog(HtmlService.createHtmlOutput('<p>x</p>').setWidth(900).setHeight(500), 'Board'); }
  function missing() { HtmlService.createHtmlOutputFromFile('None'); }
  function ask() {
    var ui = SpreadsheetApp.getUi();
    SpreadsheetApp.getActiveSheet().getRange('A1').setValue('begun');
    if (ui.alert('Go on?', 'Really?', ui.ButtonSet.YES_NO) !== ui.Button.YES) return 'no';
    var name = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL);
    if (name.getSelectedButton() !== ui.Button.OK) return 'cancelled';
    SpreadsheetApp.getActiveSheet().getRange('A2').setValue(name.getResponseText());
    return name.getResponseText();
  }
`;
const PAGES = { pages: { Sidebar: '<p>deal</p>' } };

test('a sidebar is 300 pixels wide and holds the page of that file', () => {
  const host = scripted(SOURCE, PAGES);
  expect(host.menu(OWNER, 'sidebar').dialogs).toEqual([
    {
      kind: 'sidebar',
      title: 'Deal',
      file: 'Sidebar',
      html: '<p>deal</p>',
      width: 300,
      height: 400,
    },
  ]);
  expect(host.menu(OWNER, 'dialog').dialogs).toMatchObject([
    { kind: 'modeless', title: 'Board', html: '<p>x</p>', width: 900, height: 500 },
  ]);
  expect(host.menu(OWNER, 'missing').error?.message).toBe('No HTML file named None was found.');
});

test('questions take their answers in turn; an unanswered one is closed', () => {
  const host = scripted(SOURCE, PAGES);
  expect(host.menu(OWNER, 'ask', { answers: ['YES', 'Ann'] })).toMatchObject({
    value: 'Ann',
    alerts: [
      {
        kind: 'alert',
        title: 'Go on?',
        message: 'Really?',
        buttons: ['YES', 'NO'],
        answer: { button: 'YES' },
      },
      { kind: 'prompt', message: 'Name?', answer: { button: 'OK', text: 'Ann' } },
    ],
  });
  expect(host.menu(OWNER, 'ask', { answers: ['NO'] }).value).toBe('no');
  expect(host.menu(OWNER, 'ask', { answers: ['YES', 'CANCEL'] }).value).toBe('cancelled');
  expect(host.menu(OWNER, 'ask', { answers: ['YES', { button: 'OK', text: 'OK' }] }).value).toBe(
    'OK',
  );
  expect(host.menu(OWNER, 'ask').value).toBe('no');
});

test('asked to wait for an answer, nothing has happened until all answers are there', () => {
  const host = scripted(SOURCE, PAGES);
  host.gesture({ edit: { tab: 'Sheet1', range: 'A1', values: [['before']] } });
  const cells = () =>
    host.book.sheets[0]?.values({ row: 1, column: 1, rows: 2, columns: 1 }).join();
  const first = host.menu(OWNER, 'ask', { questions: 'ask' });
  expect(first.question).toMatchObject({ kind: 'alert', title: 'Go on?', answer: null });
  expect(cells()).toBe('before,');
  const second = host.menu(OWNER, 'ask', { questions: 'ask', answers: ['YES'] });
  expect(second.question).toMatchObject({ kind: 'prompt', message: 'Name?' });
  expect(cells()).toBe('before,');
  const third = host.menu(OWNER, 'ask', { questions: 'ask', answers: ['YES', 'Bo'] });
  expect(third.question).toBeUndefined();
  expect(cells()).toBe('begun,Bo');
});

test('a saved workbook goes on where it was: cells, stores, triggers, mails, rights, clock', () => {
  const source = `${SOURCE}
    function install() { ScriptApp.newTrigger('mail').timeBased().everyDays(1).atHour(12).nearMinute(0).inTimezone('Asia/Shanghai').create(); }
    function mail() { MailApp.sendEmail('a@example.com', 's', 'b'); }
    function opened() { return PropertiesService.getDocumentProperties().getProperty('opened'); }`;
  const host = scripted(source, { timeZone: 'Asia/Shanghai', locale: 'zh_CN' });
  host.open(OWNER);
  host.menu(OWNER, 'install');
  host.menu(OWNER, 'mail');
  host.setRights(ANN, 'view');
  host.gesture({ edit: { tab: '工作表1', range: 'B2', values: [['x']] } });
  const loaded = Host.load(JSON.parse(JSON.stringify(host)), { source });
  expect(loaded.now()).toBe('2026-02-02T09:00:00');
  expect(loaded.book.sheets[0]?.value(2, 2)).toBe('x');
  expect(returned(loaded.call(OWNER, 'opened'))).toBe('LIMITED');
  expect(loaded.rightsOf(ANN)).toBe('view');
  expect(loaded.menus(OWNER)).toHaveLength(1);
  expect(loaded.advance({ hours: 4 })).toHaveLength(1);
  expect(loaded.mails).toMatchObject([{ id: 1 }, { id: 2, at: '2026-02-02T12:00:00' }]);
  const later = Host.load(JSON.parse(JSON.stringify(host)), { source, now: '2026-03-01T09:00' });
  expect(later.now()).toBe('2026-03-01T09:00:00');
  expect(() => Host.load({ tabs: [] }, { source })).toThrow('This file is no saved workbook.');
});
