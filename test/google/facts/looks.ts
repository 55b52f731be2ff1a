import { expect } from '@jest/globals';
import { scriptOn } from '../../preview/spreadsheet/scriptOn';
import { CLASS, TRIED } from './evidence';
import { type Fact, fact } from './fact';

/** How cells look: set as Google's reference says, and read back. */
export const LOOK_FACTS: readonly Fact[] = [
  fact(
    ['Range.setBackground', 'Range.setBackgrounds', 'Range.getBackgrounds'],
    'A background is a colour, one for all cells or one each; null is the default, which reads as white.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet
        .getRange('A1:B1')
        .setBackground('#FFEE00')
        .setBackgrounds([['#00ff00', null]]);
      expect(sheet.getRange('A1:C1').getBackgrounds()).toEqual([['#00ff00', '#ffffff', '#ffffff']]);
    },
  ),
  fact(
    ['Range.setFontColor', 'Range.setFontColors'],
    'Fonts have colours, by number or by name.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:B1').setFontColors([['red', '#0000ff']]);
      sheet.getRange('C1').setFontColor('#00FF00');
      expect(sheet.getRange('A1:C1').getFontColors()).toEqual([['#ff0000', '#0000ff', '#00ff00']]);
    },
  ),
  fact(
    ['Range.setFontWeight', 'Range.setFontWeights', 'Range.setFontStyles', 'Range.setFontSizes'],
    'Fonts are bold or normal, italic or normal, and of any size; 10 normal points where nobody said.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      const range = sheet.getRange('A1:B1').setFontWeight('bold');
      range.setFontWeights([['normal', 'bold']]).setFontStyles([['italic', 'normal']]);
      range.setFontSizes([[14, 9]]);
      expect(range.getFontWeights()).toEqual([['normal', 'bold']]);
      expect(sheet.getRange('A1').getFontStyle()).toBe('italic');
      expect(sheet.getRange('A1').getFontSize()).toBe(14);
      const plain = sheet.getRange('A2');
      expect([plain.getFontWeight(), plain.getFontStyle(), plain.getFontSize()]).toEqual([
        'normal',
        'normal',
        10,
      ]);
    },
  ),
  fact(
    'Range.setHorizontalAlignments',
    'Text stands left, in the centre or, though the reference forgets it, right.',
    TRIED.compared,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:C1').setHorizontalAlignments([['left', 'center', 'right']]);
      const aligned = ['A1', 'B1', 'C1'].map((a1) => sheet.getRange(a1).getHorizontalAlignment());
      expect(aligned).toEqual(['left', 'center', 'right']);
    },
  ),
  fact(
    ['Range.setVerticalAlignment', 'Range.setWrap', 'Range.setWraps'],
    'Text wraps where it is told to, and stands at the top, in the middle or at the bottom.',
    CLASS.range,
    () => {
      const { sheet, book } = scriptOn();
      sheet
        .getRange('A1:B1')
        .setWrap(true)
        .setVerticalAlignment('middle')
        .setWraps([[false, true]]);
      expect(['A1', 'B1'].map((a1) => sheet.getRange(a1).getWrap())).toEqual([false, true]);
      expect(book.sheets[0]?.styles.get(1, 1)).toMatchObject({ verticalAlign: 'middle' });
    },
  ),
  fact(
    ['Range.setNotes', 'Range.getNotes'],
    'Each cell has a note or none; an empty note is none.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet
        .getRange('A1:B1')
        .setNotes([['held', 'x']])
        .setNotes([['held', '']]);
      expect(sheet.getRange('A1:B1').getNotes()).toEqual([['held', '']]);
    },
  ),
  fact(
    ['Range.setNumberFormat', 'Range.setNumberFormats', 'Range.getNumberFormats'],
    'A format changes what a cell shows, not what it holds; General is the default again.',
    TRIED.compared,
    () => {
      const { sheet } = scriptOn();
      const cell = sheet.getRange('A1');
      cell.setValue(1234.5).setNumberFormat('#,##0.00');
      expect([cell.getDisplayValue(), cell.getValue()]).toEqual(['1,234.50', 1234.5]);
      expect(cell.getNumberFormats()).toEqual([['#,##0.00']]);
      cell.setNumberFormats([['General']]);
      expect(cell.getDisplayValue()).toBe('1234.5');
    },
  ),
];
