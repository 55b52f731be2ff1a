import { expect } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { scriptOn } from '../../preview/spreadsheet/scriptOn';
import { scripted } from '../../support/standIn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact, unverified } from './fact';

const ANN = 'ann@example.com';

const LISTS: readonly Fact[] = [
  fact(
    [
      'SpreadsheetApp.newDataValidation',
      'DataValidationBuilder.requireValueInList',
      'DataValidationBuilder.setHelpText',
      'DataValidationBuilder.setAllowInvalid',
      'DataValidationBuilder.build',
      'Range.setDataValidation',
      'Range.getDataValidations',
    ],
    'A list of values, with its help, is read back from each cell that has it; null from the others.',
    CLASS.validationBuilder,
    () => {
      const { sheet, app } = scriptOn();
      const list = app.newDataValidation().requireValueInList(['Yes', 'No'], true);
      const rule = list.setHelpText('Yes or No').setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule);
      const [[first, second] = []] = sheet.getRange('A1:B1').getDataValidations();
      expect(first?.getCriteriaValues()).toEqual([['Yes', 'No'], true]);
      expect([first?.getHelpText(), first?.getAllowInvalid(), second]).toEqual([
        'Yes or No',
        false,
        null,
      ]);
    },
  ),
  fact(
    ['DataValidation.copy', 'DataValidation.getAllowInvalid', 'Range.setDataValidations'],
    'A rule can be copied with another strictness and laid again, each cell its own; null lays none.',
    CLASS.validation,
    () => {
      const { sheet, app } = scriptOn();
      const hard = app.newDataValidation().requireValueInList(['Yes']).setAllowInvalid(false);
      sheet.getRange('A1').setDataValidation(hard.build());
      const rules = sheet.getRange('A1:B1').getDataValidations();
      const soft = rules.map(([one, none]) => [
        one!.copy().setAllowInvalid(true).build(),
        none ?? null,
      ]);
      sheet.getRange('A1:B1').setDataValidations(soft as never);
      const [[first, second] = []] = sheet.getRange('A1:B1').getDataValidations();
      expect([first?.getAllowInvalid(), first?.getCriteriaValues()[0], second]).toEqual([
        true,
        ['Yes'],
        null,
      ]);
    },
  ),
  fact(
    'DataValidationBuilder.requireValueInRange',
    'The values of another range can be the list.',
    CLASS.validationBuilder,
    () => {
      const { sheet, app } = scriptOn();
      const rule = app.newDataValidation().requireValueInRange(sheet.getRange('C1:C3'), true);
      sheet.getRange('A1').setDataValidation(rule.build());
      const [range, hasList] = sheet.getRange('A1').getDataValidation()?.getCriteriaValues() ?? [];
      expect([range.getA1Notation(), hasList]).toEqual(['C1:C3', true]);
    },
  ),
  fact(
    ['DataValidationBuilder.setAllowInvalid', 'DataValidationBuilder.setHelpText'],
    'A person who types another value is turned away with the help text, or only warned, as the rule says.',
    CLASS.validationBuilder,
    () => {
      const host = scripted(`function rule(a1, allow) {
        var list = SpreadsheetApp.newDataValidation().requireValueInList(['Yes'], true).setHelpText('Say Yes');
        SpreadsheetApp.getActiveSheet().getRange(a1).setDataValidation(list.setAllowInvalid(allow).build());
      }`);
      host.gesture({ call: 'rule', args: ['A1', false] });
      host.gesture({ call: 'rule', args: ['A2', true] });
      const types = (range: string) =>
        host.gesture({ edit: { tab: 'Sheet1', range, values: [['No']] } });
      expect(types('A1')).toMatchObject({ error: 'Say Yes', executions: [] });
      expect(types('A2')).toMatchObject({ cells: [['No']] });
    },
  ),
  unverified(
    ['Range.setValues', 'RangeList.setValue'],
    'A script may write what a rule would refuse a person.',
    { choice: 'scriptWriteIsValidated', ways: [false, true] },
    (scriptWriteIsValidated) => {
      const { sheet, app } = scriptOn(new Book({ facts: { scriptWriteIsValidated } }));
      const rule = app.newDataValidation().requireValueInList(['Won']).setAllowInvalid(false);
      sheet.getRange('A1').setDataValidation(rule.build());
      const write = () => {
        sheet.getRange('A1').setValues([['Maybe']]);
        return sheet.getRange('A1').getValue();
      };
      if (scriptWriteIsValidated) expect(write).toThrow('violates the data validation rules');
      else expect(write()).toBe('Maybe');
    },
  ),
  fact(
    'DataValidationBuilder.requireCheckbox',
    'A cell with this rule is a tick box, TRUE or FALSE.',
    CLASS.validationBuilder,
    () => {
      const host = scripted(`function box() {
        var rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
        SpreadsheetApp.getActiveSheet().getRange('A1').setDataValidation(rule);
      }`);
      host.gesture({ menu: 'box' });
      const types = (text: string) =>
        host.gesture({ edit: { tab: 'Sheet1', range: 'A1', values: [[text]] } });
      expect(types('true')).toMatchObject({ cells: [[true]] });
      expect(types('perhaps').error).toContain('validation');
    },
  ),
  unverified(
    ['DataValidationBuilder.requireCheckbox', 'Range.setDataValidation'],
    'Setting the rule of a tick box leaves an empty cell empty.',
    { choice: 'tickBoxRuleFillsFalse', ways: [false, true] },
    (tickBoxRuleFillsFalse) => {
      const { sheet, app } = scriptOn(new Book({ facts: { tickBoxRuleFillsFalse } }));
      sheet.getRange('A1').setDataValidation(app.newDataValidation().requireCheckbox().build());
      expect(sheet.getRange('A1').getValue()).toBe(tickBoxRuleFillsFalse ? false : '');
    },
  ),
];

const PROTECTIONS: readonly Fact[] = [
  fact(
    ['Sheet.protect', 'Range.protect', 'Protection.setDescription', 'Protection.setWarningOnly'],
    'A protection that only warns lets everybody write.',
    CLASS.protection,
    () => {
      const book = new Book();
      const owner = scriptOn(book);
      owner.sheet.protect().setDescription('Ledger').setWarningOnly(true);
      owner.sheet.getRange('B:B').protect().setWarningOnly(true);
      const { sheet, app } = scriptOn(book, ANN);
      sheet.getRange('A1:B1').setValues([['x', 'y']]);
      expect(sheet.getRange('A1:B1').getValues()).toEqual([['x', 'y']]);
      const described = sheet.getProtections(app.ProtectionType.SHEET);
      expect(described.map((one) => one.getDescription())).toEqual(['Ledger']);
    },
  ),
  fact(
    ['Sheet.protect', 'Range.protect'],
    'A new protection changes nothing until editors are taken off it.',
    CLASS.protection,
    () => {
      const book = new Book();
      const protection = scriptOn(book).sheet.getRange('A1').protect();
      const { sheet, app } = scriptOn(book, ANN);
      sheet.getRange('A1').setValue('x');
      app.flush();
      protection.removeEditors(protection.getEditors());
      expect(() => sheet.getRange('A1').setValue('y')).toThrow('protected cell or object');
    },
  ),
  fact(
    ['Sheet.getProtections', 'Protection.getDescription', 'Protection.remove'],
    'A sheet lists its own protections and those of its ranges apart, with their descriptions, and each can be removed.',
    CLASS.protection,
    () => {
      const { sheet, app } = scriptOn();
      sheet.protect().setDescription('Ledger');
      sheet.getRange('B:B').protect().setDescription('Gate');
      const { RANGE, SHEET } = app.ProtectionType;
      const described = (type: typeof RANGE | typeof SHEET) =>
        sheet.getProtections(type).map((protection) => protection.getDescription());
      expect([described(SHEET), described(RANGE)]).toEqual([['Ledger'], ['Gate']]);
      for (const protection of sheet.getProtections(RANGE)) protection.remove();
      expect([described(SHEET), described(RANGE)]).toEqual([['Ledger'], []]);
    },
  ),
  fact('Range.protect', 'Where protections overlap, the strictest holds.', CLASS.protection, () => {
    const book = new Book();
    const owner = scriptOn(book);
    owner.sheet.getRange('A1:B2').protect().setWarningOnly(true);
    const strict = owner.sheet.getRange('B2:C3').protect();
    strict.removeEditors(strict.getEditors());
    const { sheet } = scriptOn(book, ANN);
    sheet.getRange('A1').setValue('x');
    expect(() => sheet.getRange('B2').setValue('x')).toThrow('protected cell or object');
  }),
  fact(
    'Range.canEdit',
    'A script can ask beforehand whether the person may edit every cell of a range.',
    CLASS.range,
    () => {
      const book = new Book();
      const owner = scriptOn(book);
      const protection = owner.sheet.getRange('B:B').protect();
      protection.removeEditors(protection.getEditors());
      const { sheet } = scriptOn(book, ANN);
      const may = ['A1', 'A1:B1', 'B4'].map((a1) => sheet.getRange(a1).canEdit());
      expect(may).toEqual([true, false, false]);
      expect(owner.sheet.getRange('B4').canEdit()).toBe(true);
    },
  ),
  unverified(
    ['Range.setValues', 'RangeList.setValue'],
    'A write into a protected cell throws at once, not when the writes are flushed.',
    { choice: 'protectedWriteThrows', ways: ['at the call', 'at the flush'] },
    (protectedWriteThrows) => {
      const book = new Book({ facts: { protectedWriteThrows } });
      const owner = scriptOn(book);
      const protection = owner.sheet.getRange('B:B').protect();
      protection.removeEditors(protection.getEditors());
      const { sheet, app } = scriptOn(book, ANN);
      const write = () => sheet.getRange('A1:B1').setValues([['a', 'b']]);
      if (protectedWriteThrows === 'at the flush') write();
      const late = protectedWriteThrows === 'at the flush' ? () => app.flush() : write;
      expect(late).toThrow('protected cell or object');
      expect(sheet.getRange('A1').getValue()).toBe('');
    },
  ),
  fact(
    ['Range.setValues', 'Range.getValues', 'Sheet.insertRowsAfter', 'Spreadsheet.insertSheet'],
    'Somebody who may only look reads everything and writes nothing, by a script neither.',
    GUIDE.triggers,
    () => {
      const book = new Book();
      book.rights.set(ANN, 'view');
      const { sheet, spreadsheet } = scriptOn(book, ANN);
      expect(sheet.getRange('A1').getValues()).toEqual([['']]);
      for (const write of [
        () => sheet.getRange('A1').setValues([['x']]),
        () => sheet.insertRowsAfter(1, 1),
        () => spreadsheet.insertSheet('new'),
      ]) {
        expect(write).toThrow('You do not have permission to perform that action.');
      }
    },
  ),
];

/** What cells accept, and from whom. */
export const RULE_FACTS: readonly Fact[] = [...LISTS, ...PROTECTIONS];
