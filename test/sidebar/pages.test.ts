import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DIST } from '../../scripts/build';

const page = (name: string) => readFileSync(join(DIST, `${name}.html`), 'utf8');

test.each(['Sidebar', 'Board', 'Welcome'])('%s stays within its 120 KB', (name) => {
  expect(Buffer.byteLength(page(name))).toBeLessThanOrEqual(120_000);
});

test('Import, with all that reads files in it, stays within 190 KB', () => {
  expect(Buffer.byteLength(page('Import'))).toBeLessThanOrEqual(190_000);
});

test.each(['Sidebar', 'Board', 'Import', 'Welcome'])('%s brings nothing from outside', (name) => {
  // Licences name where a part comes from.
  const code = page(name).replace(/\/\*[\s\S]*?\*\//g, '');
  const addresses = code.match(/https?:\/\/[^"'\s)]+/g) ?? [];
  // Names of XML languages, which nobody fetches.
  expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
  expect(page(name).match(/<(script|link|img)[^>]+(src|href)=/g)).toBeNull();
  expect(page(name).match(/@import|url\(/g)).toBeNull();
});

test.each(['Sidebar', 'Board', 'Import', 'Welcome'])(
  '%s has nothing that HtmlService would cut away',
  (name) => {
    // It takes what looks like a comment out of template literals.
    const between = page(name).match(/`[^`]*`/g) ?? [];
    expect(between.filter((text) => /\/\/|\/\*/.test(text))).toEqual([]);
    expect(page(name).includes('<!--')).toBe(false);
  },
);
