import { expect, test } from '@jest/globals';
import { lastOpen } from '../../src/domain/lastOpen';
import type { EntryKind } from '../../src/domain/ledger';
import { isOpenIn } from '../../src/domain/pipeline';
import { latest } from '../../src/domain/standing';
import { threeStages } from '../support/deals';

const isOpen = isOpenIn(threeStages);

/** `'moved lead nurture'` */
function linesOf(told: readonly string[]) {
  return told.map((text, seq) => {
    const [kind = '', from = '', to = ''] = text.split(' ');
    return { seq, kind: kind as EntryKind, from, to };
  });
}

const NURTURED = ['created - lead', 'moved lead nurture'];
const OVERRIDDEN = ['overridden nurture contract', 'undone contract nurture'];

test.each<{ what: string; told: readonly string[]; stage: string | undefined }>`
  what                                                        | told                                                                    | stage
  ${'is lost from there'}                                     | ${['created - lead', 'moved lead lost']}                                | ${'lead'}
  ${'was held on the way out of nurture'}                     | ${[...NURTURED, 'held nurture contract']}                               | ${'lead'}
  ${'goes from nurture to lost'}                              | ${[...NURTURED, 'moved nurture lost']}                                  | ${'lead'}
  ${'left nurture, which was taken back'}                     | ${[...NURTURED, ...OVERRIDDEN]}                                         | ${'lead'}
  ${'left nurture twice, taken back each time'}               | ${[...NURTURED, ...OVERRIDDEN, ...OVERRIDDEN]}                          | ${'lead'}
  ${'was nurtured, which was taken back'}                     | ${[...NURTURED, 'undone nurture lead']}                                 | ${'lead'}
  ${'was deleted and brought back while in nurture'}          | ${[...NURTURED, 'deleted nurture -', 'undone nurture nurture']}         | ${'lead'}
  ${'is back in an earlier stage, and lost'}                  | ${['created - contract', 'moved contract lead', 'moved lead lost']}     | ${'lead'}
  ${'is in an open stage'}                                    | ${['created - lead', 'moved lead contract']}                            | ${'contract'}
  ${'left nurture, and another stage was left by an undoing'} | ${[...NURTURED, 'overridden nurture contract', 'undone lost nurture']}  | ${'contract'}
  ${'left nurture, and went on to lost by an undoing'}        | ${[...NURTURED, 'overridden nurture contract', 'undone contract lost']} | ${'contract'}
  ${'came in as lost'}                                        | ${['created - lost']}                                                   | ${undefined}
`('a deal that $what was last open in $stage', ({ told, stage }) => {
  expect(lastOpen(linesOf(told), isOpen)?.stage).toBe(stage);
});

test('of however many lines, the last accepted one and the one that tells of an open stage are kept', () => {
  const toAndFro = Array.from({ length: 9 }, (_, i) =>
    i % 2 === 0 ? 'moved nurture lost' : 'moved lost nurture',
  );
  const tries = Array.from({ length: 9 }, () => 'held lost won');
  const lines = linesOf([...NURTURED, ...toAndFro, ...tries]);
  expect(latest(lines, { keep: 6, isOpen }).map(({ seq }) => seq)).toEqual([1, 10, 16, 17, 18, 19]);
});
