import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Activity, activityRows, readActivities } from '../../src/sheet/activitiesTab';
import { LANGUAGES } from '../../src/words/language';
import { aDay, aName, aText, aTime } from './arbitraries';
import { headerRow, problemList, tabOf } from './tabs';

const anActivity: fc.Arbitrary<Activity> = fc.record({
  deal: aName,
  at: fc.oneof(aDay, aTime),
  kind: fc.constantFrom('call', 'meeting', 'email', 'demo', 'note', 'file', 'Site visit'),
  note: aText,
  by: aText,
});

test('activities are read back as they were written, in either language', () => {
  fc.assert(
    fc.property(fc.array(anActivity), fc.constantFrom(...LANGUAGES), (activities, language) => {
      const grid = [headerRow('activities', language), ...activityRows(activities, language)];
      expect(readActivities(grid)).toEqual({ activities, problems: [] });
    }),
  );
});

test('an activity without a deal or a day is listed and not counted', () => {
  const read = readActivities(
    tabOf('activities', [
      { On: '2026-02-02', Kind: 'Call', Note: 'Rang' },
      { 'Deal ID': 'D1', On: 'lately', Kind: 'Call' },
      { 'Deal ID': 'D1', On: '2026/2/2 14:30', Kind: '电话' },
    ]),
  );
  expect(problemList(read.problems)).toEqual(['A2 activityWithoutDeal', 'B3 unreadableDate']);
  expect(read.activities).toEqual([
    { deal: 'D1', at: '2026-02-02T14:30:00', kind: 'call', note: '', by: '' },
  ]);
});
