import { expect, test } from '@jest/globals';
import { APP_WORDS } from '../../src/words/app';

test.each(['Service timed out: Spreadsheets', 'Service timed out: Spreadsheets.', '操作超时。'])(
  'what Google says, "%s", ends with one full stop in our sentence',
  (said) => {
    const bare = said.replace(/[.。]$/, '');
    expect(APP_WORDS.en.broken(said)).toContain(`: ${bare}. Nothing`);
    expect(APP_WORDS.zh.broken(said)).toContain(`：${bare}。您`);
  },
);
