import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../scripts/build';
import { APP_WORDS } from '../src/words/app';
import type { Language } from '../src/words/language';
import { PAGE_WORDS } from '../src/words/pages';
import { TAB_WORDS } from '../src/words/tabs';

const DOCS = ['README.md', ...folder('docs'), ...folder('docs/guide')];

function folder(name: string): string[] {
  const files = readdirSync(join(ROOT, name));
  return files.filter((file) => file.endsWith('.md')).map((file) => join(name, file));
}

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test.each(DOCS)('%s leads to files that are there', (file) => {
  const links = [...textOf(file).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
  const inside = links.filter((link) => !/^https?:/.test(link));
  const gone = inside.filter((link) => !existsSync(join(ROOT, dirname(file), link)));
  expect(gone).toEqual([]);
});

test('each picture is shown somewhere', () => {
  const shown = DOCS.map(textOf).join('\n');
  const pictures = readdirSync(join(ROOT, 'docs/images'));
  expect(pictures.filter((name) => !shown.includes(`images/${name}`))).toEqual([]);
});

test.each<Language>(['en', 'zh'])(
  'the guide in %s calls menu items, tabs and buttons what they are called',
  (language) => {
    const guide = textOf(`docs/guide/${language}.md`);
    const menu = APP_WORDS[language].menu;
    const items: readonly string[] = Object.values(menu);
    const named = [...guide.matchAll(/\*\*([^*>]+) > ([^*]+?)\.?\*\*/g)];
    expect(named.length).toBeGreaterThan(2);
    for (const [, title, item = ''] of named) {
      expect(title).toBe(menu.title);
      expect(items.filter((one) => one.startsWith(item))).not.toEqual([]);
    }
    const { names } = TAB_WORDS[language];
    for (const tab of [
      'review',
      'forecast',
      'funnel',
      'stalled',
      'health',
      'gates',
      'stages',
    ] as const) {
      expect(guide).toContain(`**${names[tab]}**`);
    }
    for (const item of [menu.auditCriteria, menu.repairWorkbook, menu.openImport])
      expect(guide).toContain(item);
    expect(guide).toContain(PAGE_WORDS[language].override.open);
  },
);
