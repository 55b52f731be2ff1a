import { expect, test } from '@jest/globals';
import { rhythmFor } from '../../src/domain/rhythm';

test.each<{ cycle: number | null; rhythm: string | null }>`
  cycle   | rhythm
  ${null} | ${null}
  ${0}    | ${'weekly'}
  ${30}   | ${'weekly'}
  ${30.5} | ${'fortnightly'}
  ${120}  | ${'fortnightly'}
  ${121}  | ${'monthly'}
`('a median cycle of $cycle days is reviewed $rhythm', ({ cycle, rhythm }) => {
  expect(rhythmFor(cycle)).toBe(rhythm);
});
