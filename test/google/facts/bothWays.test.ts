import { expect, test } from '@jest/globals';
import { FACTS, type Facts } from '../../../preview/google/book/facts';
import { standIn } from '../../support/standIn';
import { tellStory } from './story';

/** The way that the stand-in does not take by itself. */
const OTHER_WAYS: { readonly [Choice in keyof Facts]: Facts[Choice] } = {
  scriptWriteIsValidated: true,
  protectedWriteThrows: 'at the flush',
  apostropheInTextCell: 'kept',
  tickBoxRuleFillsFalse: true,
  writeBehindMerge: 'kept',
  hollowCells: 'passed over',
  rowsBeyondSheet: 'cut',
  tabNamesFoldCase: false,
  sheetByNameFoldsCase: true,
  undoTellsScript: false,
  sortTellsScript: true,
  moveTellsScript: false,
  toastInSimpleTrigger: 'refused',
  eventRangeHasCorners: false,
  effectiveUserInSimpleTrigger: 'known',
  mailRefusals: 'in other words',
  formulaErrors: 'empty',
};

/** The script never asks for it where the ways part: nothing of it can depend on the answer. */
const NEVER_ASKED = ['effectiveUserInSimpleTrigger'];

test('a sales story goes as told where Google does what we think, and comes to each place where it might not', () => {
  const host = standIn();
  const asked = new Set<string>();
  for (const [choice, value] of Object.entries(FACTS)) {
    Object.defineProperty(host.book.facts, choice, {
      get() {
        asked.add(choice);
        return value;
      },
    });
  }
  tellStory(host);
  expect(Object.keys(FACTS).filter((choice) => !asked.has(choice))).toEqual(NEVER_ASKED);
});

test.each(Object.entries(OTHER_WAYS))(
  'and where Google does not what we think: %s is %s',
  (choice, way) => {
    tellStory(standIn({ facts: { ...FACTS, [choice]: way } }));
  },
);

test('and where all of it is otherwise at once', () => {
  tellStory(standIn({ facts: OTHER_WAYS }));
});

test('and among colleagues, whose addresses a simple trigger sees', () => {
  tellStory(standIn({ addresses: 'shown' }));
});
