import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FACTS } from '../../../preview/google/book/facts';
import { ROOT } from '../../../scripts/build';
import { CELL_FACTS } from './cells';
import { CHART_FACTS } from './charts';
import { EVENT_FACTS } from './events';
import { FORMULA_FACTS } from './formulas';
import { LANGUAGE_FACTS } from './language';
import { LOOK_FACTS } from './looks';
import { MAIL_FACTS } from './mail';
import { PEOPLE_FACTS } from './people';
import { RULE_FACTS } from './rules';
import { SHEET_FACTS } from './sheets';
import { STORE_FACTS } from './stores';
import { TRIGGER_FACTS } from './triggers';

const ALL = [
  ...CELL_FACTS,
  ...FORMULA_FACTS,
  ...LOOK_FACTS,
  ...SHEET_FACTS,
  ...RULE_FACTS,
  ...CHART_FACTS,
  ...EVENT_FACTS,
  ...TRIGGER_FACTS,
  ...STORE_FACTS,
  ...MAIL_FACTS,
  ...PEOPLE_FACTS,
  ...LANGUAGE_FACTS,
];

const UNVERIFIED = ALL.filter(({ evidence }) => evidence === 'none');

test.each(
  ALL.map((fact) => ({
    ...fact,
    label: fact.evidence === 'none' ? ' [unverified]' : '',
    about: fact.calls.join(', '),
  })),
)('$says$label ($about)', ({ holds }) => {
  holds();
});

test('every call that the script makes to Google has a fact', () => {
  const listed = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/serviceCalls.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const calls = listed.trim().split('\n');
  expect(calls.length).toBeGreaterThan(100);
  const known = new Set(ALL.flatMap((fact) => fact.calls));
  expect(calls.filter((call) => !known.has(call))).toEqual([]);
  console.log(
    `${ALL.length} facts, ${UNVERIFIED.length} of them unverified, about the ${calls.length} calls that the script makes`,
  );
});

test('every fact is said once, and names a public page or the other way', () => {
  const sentences = ALL.map(({ says }) => says);
  expect(sentences.filter((says, i) => sentences.indexOf(says) !== i)).toEqual([]);
  for (const { says, evidence, choice } of ALL) {
    expect([says, /^https:\/\/[^/]+\.[^/]+\//.test(evidence)]).toEqual([
      says,
      choice === undefined,
    ]);
  }
});

test('whatever the stand-in can do either way is a fact without evidence', () => {
  const choices = UNVERIFIED.map(({ choice }) => choice);
  expect([...choices].sort()).toEqual(Object.keys(FACTS).sort());
});

test('docs/facts.md lists what is unverified, no more and no less', () => {
  const page = readFileSync(join(ROOT, 'docs/facts.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (.+?) \| .+ \|$/gm)].map(([, says]) => says);
  const listed = rows.filter((says) => says !== 'we think');
  expect(listed.sort()).toEqual(UNVERIFIED.map(({ says }) => says).sort());
});
