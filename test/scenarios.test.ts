import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../scripts/build';
import { LANGUAGES } from '../src/words/language';
import { aPipeline, blockOf, type Cells, dealRows, everything, lifeOf } from './app/desk';
import { claimInChinese, gestureInChinese } from './support/phraseBook';

type Host = ReturnType<typeof aPipeline>;

const FOLDER = join(ROOT, 'test/scenarios');
const FILES = readdirSync(FOLDER).sort();

function stages({ Stage, 'Accepted stage': accepted }: Cells): readonly unknown[] {
  return [Stage, accepted];
}

function named(host: Host, deal: string): Cells {
  const found = dealRows(host).find(({ Deal }) => Deal === deal);
  if (found === undefined) throw new Error(`There is no deal ${deal}.`);
  return found;
}

/** What a line that begins with "# Then" may say, and how it is looked up. */
const THEN: readonly (readonly [says: RegExp, check: (host: Host, ...about: string[]) => void])[] =
  [
    [
      /^row (\d+) is in (.+)$/,
      (host, row, stage) =>
        expect(stages(dealRows(host)[Number(row) - 2] ?? {})).toEqual([stage, stage]),
    ],
    [
      /^there are (\d+) deals$/,
      (host, count) => expect(dealRows(host)).toHaveLength(Number(count)),
    ],
    [
      /^the (.+) cell of (\w+) says (.+)$/,
      (host, header = '', deal = '', text = '') =>
        expect(String(named(host, deal)[header])).toContain(text),
    ],
    [
      /^the last entry of (\w+) is (.+)$/,
      (host, deal = '', entry) => expect(lifeOf(host, deal).at(-1)).toBe(entry),
    ],
    [
      /^(\w+) has (\d+) entries$/,
      (host, deal = '', count) => expect(lifeOf(host, deal)).toHaveLength(Number(count)),
    ],
    [
      /^(\w+) is in (.+)$/,
      (host, deal = '', stage) => expect(stages(named(host, deal))).toEqual([stage, stage]),
    ],
    [
      /^Health lists (.+)$/,
      (host, text = '') => {
        host.gesture({ menu: 'refreshReports' });
        const told = blockOf(host, 'Health', 'problems').map(({ problem }) => String(problem));
        expect(told.filter((problem) => problem.includes(text))).not.toEqual([]);
      },
    ],
  ];

function holds(host: Host, says: string): void {
  for (const [pattern, check] of THEN) {
    const about = pattern.exec(says);
    if (about !== null) {
      check(host, ...about.slice(1));
      return;
    }
  }
  throw new Error(`Nobody knows how to check: ${says}`);
}

const PLAYED = FILES.flatMap((file) => LANGUAGES.map((language) => [file, language] as const));

test.each(PLAYED)('%s, played in %s', (file, language) => {
  const host = aPipeline(language);
  const isEnglish = language === 'en';
  const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
  let checks = 0;
  for (const line of lines) {
    if (line.startsWith('{')) {
      const gesture: unknown = JSON.parse(line);
      const { error } = host.gesture(isEnglish ? gesture : gestureInChinese(gesture));
      if (!line.includes('"stopAt"')) expect([line, error]).toEqual([line, undefined]);
    } else if (line.startsWith('# Then ')) {
      const claim = line.slice('# Then '.length);
      holds(host, isEnglish ? claim : claimInChinese(claim));
      checks += 1;
    }
  }
  expect(checks).toBeGreaterThan(0);
  host.gesture({ menu: 'sweep' });
  const before = everything(host);
  host.gesture({ menu: 'sweep' });
  expect(everything(host)).toEqual(before);
});

test('each row of the table of edits has a script, and each script a row', () => {
  const table = readFileSync(join(ROOT, 'docs/editing.md'), 'utf8');
  const linked = [...table.matchAll(/\(\.\.\/test\/scenarios\/([^)]+)\)/g)].map(([, name]) => name);
  expect(linked.sort()).toEqual(FILES);
});
