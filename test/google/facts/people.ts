import { expect } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact, unverified } from './fact';

const ANN = 'ann@example.com';
const EDIT = { edit: { tab: 'Sheet1', range: 'A1', values: [['x']] } };

const WINDOW = `
  function onOpen() {
    var ui = SpreadsheetApp.getUi();
    ui.createMenu('Pipeline').addItem('Set up', 'setUp').addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('Undo', 'undo')).addToUi();
  }
  function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Deal')); }
  function dialog() {
    var page = HtmlService.createHtmlOutputFromFile('Sidebar').setWidth(900).setHeight(500);
    SpreadsheetApp.getUi().showModelessDialog(page, 'Board');
  }
  function missing() { HtmlService.createHtmlOutputFromFile('None'); }
  function ask() {
    var ui = SpreadsheetApp.getUi();
    return ui.alert('Go on?', 'Really?', ui.ButtonSet.YES_NO) === ui.Button.YES;
  }
  function name() {
    var answer = SpreadsheetApp.getUi().prompt('Name', 'Yours?', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL);
    return [String(answer.getSelectedButton()), answer.getResponseText()];
  }
  function lock() { var l = LockService.getDocumentLock(); l.tryLock(1); SpreadsheetApp.getUi().alert('?'); return l.hasLock(); }
  function toast() { SpreadsheetApp.getActiveSpreadsheet().toast('Moved.', 'Pipeline', 8); }
`;

const windowed = () => scripted(WINDOW, { pages: { Sidebar: '<p>deal</p>' } });

const WINDOWS: readonly Fact[] = [
  fact(
    [
      'SpreadsheetApp.getUi',
      'Ui.createMenu',
      'Menu.addItem',
      'Menu.addSeparator',
      'Menu.addSubMenu',
      'Menu.addToUi',
    ],
    'A menu, with lines, gaps and menus inside, stands for the person whose onOpen added it.',
    CLASS.menu,
    () => {
      const host = windowed();
      host.open(ANN);
      expect(host.menus(ANN)).toMatchObject([
        {
          caption: 'Pipeline',
          items: [
            { kind: 'item', caption: 'Set up', functionName: 'setUp' },
            { kind: 'separator' },
            { kind: 'menu', caption: 'More', items: [{ caption: 'Undo', functionName: 'undo' }] },
          ],
        },
      ]);
      expect(host.menus(OWNER)).toEqual([]);
    },
  ),
  fact(
    ['Ui.showSidebar', 'HtmlService.createHtmlOutputFromFile', 'HtmlOutput.setTitle'],
    'A sidebar shows the project’s page of that name, 300 pixels wide whatever it asks for.',
    GUIDE.dialogs,
    () => {
      const host = windowed();
      expect(host.menu(OWNER, 'sidebar').dialogs).toMatchObject([
        { kind: 'sidebar', title: 'Deal', file: 'Sidebar', html: '<p>deal</p>', width: 300 },
      ]);
      expect(host.menu(OWNER, 'missing').error?.message).toContain('No HTML file named None');
    },
  ),
  fact(
    ['Ui.showModelessDialog', 'HtmlOutput.setWidth', 'HtmlOutput.setHeight'],
    'A modeless dialog has the size and the title that it is given.',
    CLASS.ui,
    () => {
      expect(windowed().menu(OWNER, 'dialog').dialogs).toMatchObject([
        { kind: 'modeless', title: 'Board', width: 900, height: 500 },
      ]);
    },
  ),
  fact(
    'Ui.alert',
    'A question holds the script until the person answers; a closed dialog is neither yes nor no.',
    CLASS.ui,
    () => {
      const host = windowed();
      expect(host.menu(OWNER, 'ask', { answers: ['YES'] }).value).toBe(true);
      expect(host.menu(OWNER, 'ask').value).toBe(false);
    },
  ),
  fact(
    ['Ui.prompt', 'PromptResponse.getSelectedButton', 'PromptResponse.getResponseText'],
    'A prompt answers with the button and with what was typed.',
    CLASS.promptResponse,
    () => {
      const host = windowed();
      expect(host.menu(OWNER, 'name', { answers: ['Ann'] }).value).toEqual(['OK', 'Ann']);
      expect(host.menu(OWNER, 'name', { answers: ['CANCEL'] }).value).toEqual(['CANCEL', '']);
    },
  ),
  fact(['Ui.alert', 'Ui.prompt'], 'A lock is lost while a person thinks.', CLASS.ui, () => {
    expect(windowed().menu(OWNER, 'lock', { answers: ['OK'] }).value).toBe(false);
  }),
  fact(
    'SpreadsheetApp.getUi',
    'A time trigger has nobody’s window: asking for it throws.',
    CLASS.app,
    () => {
      expect(windowed().trigger('ask')[0]?.error?.message).toBe(
        'Cannot call SpreadsheetApp.getUi() from this context.',
      );
    },
  ),
  fact('Spreadsheet.toast', 'A toast shows for so many seconds.', CLASS.spreadsheet, () => {
    expect(windowed().menu(OWNER, 'toast').toasts).toEqual([
      { message: 'Moved.', title: 'Pipeline', seconds: 8 },
    ]);
  }),
  unverified(
    'Spreadsheet.toast',
    'A simple trigger can show a toast.',
    { choice: 'toastInSimpleTrigger', ways: ['shown', 'refused'] },
    (toastInSimpleTrigger) => {
      const host = scripted(`${WINDOW} function onEdit() { toast(); }`, {
        facts: { toastInSimpleTrigger },
      });
      const edited = host.gesture(EDIT);
      expect(edited.toasts).toHaveLength(toastInSimpleTrigger === 'shown' ? 1 : 0);
      expect(edited.error === undefined).toBe(toastInSimpleTrigger === 'shown');
    },
  ),
];

const WHO = `
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function onEdit() { console.log(who().join('/')); }
  function locale() { return Session.getActiveUserLocale(); }`;

const PERSONS: readonly Fact[] = [
  fact(
    ['Session.getActiveUser', 'Session.getEffectiveUser', 'User.getEmail'],
    'A menu item or a page’s call knows the address of the person who acts.',
    CLASS.session,
    () => {
      expect(returned(scripted(WHO).call(ANN, 'who'))).toEqual([ANN, ANN]);
      expect(scripted(WHO).menu(ANN, 'who').value).toEqual([ANN, ANN]);
    },
  ),
  fact(
    ['Session.getActiveUser', 'User.getEmail'],
    'A simple trigger sees no address, save the owner’s own and those of one’s own organisation.',
    CLASS.session,
    () => {
      const active = (options: object, as?: string) =>
        scripted(WHO, options)
          .gesture({ ...EDIT, ...(as === undefined ? {} : { as }) })
          .executions[0]?.logs[0]?.split('/')[0];
      expect(active({}, ANN)).toBe('');
      expect(active({})).toBe(OWNER);
      expect(active({ addresses: 'shown' }, ANN)).toBe(ANN);
    },
  ),
  unverified(
    'Session.getEffectiveUser',
    'Where a simple trigger sees no address, it does not see that of the person it runs as either.',
    { choice: 'effectiveUserInSimpleTrigger', ways: ['hidden', 'known'] },
    (effectiveUserInSimpleTrigger) => {
      const host = scripted(WHO, { facts: { effectiveUserInSimpleTrigger } });
      const seen = effectiveUserInSimpleTrigger === 'known' ? `/${ANN}` : '/';
      expect(host.gesture({ ...EDIT, as: ANN }).executions[0]?.logs).toEqual([seen]);
    },
  ),
  fact(
    'Session.getActiveUserLocale',
    'The person’s language is known even where the address is hidden.',
    CLASS.session,
    () => {
      const onEdit = `function onEdit() { console.log(Session.getActiveUserLocale()); }`;
      const host = scripted(onEdit, { locale: 'zh_CN' });
      const edit = { tab: '工作表1', range: 'A1', values: [['x']] };
      expect(host.gesture({ edit, as: ANN }).executions[0]?.logs).toEqual(['zh_CN']);
    },
  ),
];

/** People: their windows, and what a script knows of them. */
export const PEOPLE_FACTS: readonly Fact[] = [...WINDOWS, ...PERSONS];
