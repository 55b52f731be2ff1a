import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/build';
import { deploy } from '../../scripts/deploy/deploy';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sluice-deploy-'));
  process.env.SLUICE_CLASP = join(ROOT, 'test/support/fakeClasp.cjs');
  process.env.FAKE_CLASP = JSON.stringify({ signedIn: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
  delete process.env.SLUICE_CLASP;
  delete process.env.FAKE_CLASP;
});

function deployed(): Promise<string> {
  const build = async () => {
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, 'dist/appsscript.json'), '{"built":true}');
  };
  return deploy({ root, title: 'Our deals', build, say: () => {} });
}

function calls(): readonly string[] {
  return readFileSync(join(root, 'calls.txt'), 'utf8').trim().split('\n');
}

test('the first deployment makes a sheet, pushes what was built after that, and prints the sheet', async () => {
  expect(await deployed()).toBe('https://docs.google.com/spreadsheets/d/sheet-1/edit');
  expect(calls()).toEqual([
    'show-authorized-user --json',
    'create-script --type sheets --title Our deals --rootDir dist',
    'push -f',
  ]);
  expect(readFileSync(join(root, 'pushed.txt'), 'utf8')).toBe('{"built":true}');
});

test('the second deployment replaces the script of the same sheet', async () => {
  await deployed();
  expect(await deployed()).toBe('https://docs.google.com/spreadsheets/d/sheet-1/edit');
  expect(calls().filter((call) => call.startsWith('create-script'))).toHaveLength(1);
});

test('somebody who is not signed in is asked to, once', async () => {
  process.env.FAKE_CLASP = JSON.stringify({ signedIn: false });
  await deployed();
  expect(calls().slice(0, 2)).toEqual(['show-authorized-user --json', 'login']);
});

test.each<{ when: string; plays: object; says: RegExp }>([
  { when: 'nobody signs in', plays: { signedIn: false, login: 'refused' }, says: /not signed in/ },
  {
    when: 'the Apps Script API is switched off',
    plays: {
      signedIn: true,
      create: 'User has not enabled the Apps Script API. Enable it by visiting ...',
    },
    says: /Switch it on at https:\/\/script\.google\.com\/home\/usersettings/,
  },
  {
    when: 'the sign-in has run out',
    plays: { signedIn: true, push: 'invalid_grant' },
    says: /sign-in has run out/,
  },
])('when $when, a sentence says what to do', async ({ plays, says }) => {
  process.env.FAKE_CLASP = JSON.stringify(plays);
  await expect(deployed()).rejects.toThrow(says);
  expect(existsSync(join(root, 'pushed.txt'))).toBe(false);
});

test('a .clasp.json that cannot be read is said, and nothing is pushed', async () => {
  writeFileSync(join(root, '.clasp.json'), '{"scriptId":');
  await expect(deployed()).rejects.toThrow(/cannot be read/);
  expect(calls()).not.toContain('push -f');
});
