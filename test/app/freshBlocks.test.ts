import { expect, test } from '@jest/globals';
import { withFresh } from '../../src/app/freshBlocks';

const END = { row: 1, seq: 0, digest: '', orphans: [], fresh: [] };

/** Google keeps nine kilobytes in one note. */
const ROOM = 9_000;

test.each([
  ['a dozen signs', 12, 400],
  ['two hundred signs', 200, 60],
])(
  'many written deals with IDs of %s leave room in the note of the ledger’s end',
  (_, signs, deals) => {
    const lines = Array.from({ length: deals }, (_one, i) => ({
      deal: String(i).padStart(signs, 'x'),
      seq: i + 1,
    }));
    const { fresh } = withFresh(END, lines);
    expect(JSON.stringify(fresh).length).toBeLessThan(ROOM / 2);
    expect(fresh[0]).toEqual([lines[deals - 1]?.deal, deals]);
    expect(fresh[fresh.length - 1]).toEqual(['', 0]);
    // The next ones are noted all the same, and it is not forgotten that some did not fit.
    const next = withFresh({ ...END, fresh }, [{ deal: 'Mill', seq: deals + 1 }]).fresh;
    expect(next[0]).toEqual(['Mill', deals + 1]);
    expect(next[next.length - 1]).toEqual(['', 0]);
  },
);

test('a few written deals are noted, each with its latest entry', () => {
  const lines = [
    { deal: 'Mill', seq: 1 },
    { deal: 'Dam', seq: 2 },
    { deal: 'Mill', seq: 3 },
  ];
  expect(withFresh(END, lines).fresh).toEqual([
    ['Mill', 3],
    ['Dam', 2],
  ]);
});
