import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TRACKED_FIELDS } from '../../src/domain/changes';
import {
  brokenAt,
  type DigestedEntry,
  fingerprint,
  isVersionOf,
  ledgerDigest,
  seqOf,
  versionOf,
} from '../../src/domain/fingerprint';
import type { LedgerEntry } from '../../src/domain/ledger';
import { anEntry, nothingTracked } from '../support/deals';

const deal = { deal: 'D1', accepted: 'lead', tracked: { ...nothingTracked, amount: 1200 } };

test('a version names its ledger entry and fits the deal that it was made from', () => {
  const version = versionOf(118, deal);
  expect(version).toMatch(/^118-[0-9a-z]{1,7}$/);
  expect(seqOf(version)).toBe(118);
  expect(isVersionOf(version, deal)).toBe(true);
  expect(isVersionOf(version, { ...deal, accepted: 'won' })).toBe(false);
  expect(seqOf('7-0k')).toBe(7);
});

test.each<{ text: string }>`
  text
  ${''}
  ${'118'}
  ${'-9k3f2a'}
  ${'118-'}
  ${'=1+1'}
  ${'1e9-abc'}
`('"$text" is no version', ({ text }) => {
  expect(seqOf(text)).toBeNull();
  expect(isVersionOf(text, deal)).toBe(false);
});

test('another stage, another deal and every other tracked field change the fingerprint', () => {
  const changed = { ...nothingTracked, owner: 'bob@example.com', amount: 1201, currency: 'EUR' };
  const all = {
    ...changed,
    closeDate: '2026-05-01',
    nextStep: 'Call',
    nextStepDate: '2026-04-01',
    category: 'commit',
    winChance: 0.5,
  } as const;
  const others = [
    { ...deal, accepted: 'proposal' },
    { ...deal, deal: 'D2' },
    ...TRACKED_FIELDS.map((it) => ({ ...deal, tracked: { ...deal.tracked, [it]: all[it] } })),
  ];
  const prints = new Set([deal, ...others].map(fingerprint));
  expect(prints.size).toBe(11);
});

test('an amount of 0 and no amount are two things', () => {
  const none = { ...deal, tracked: { ...nothingTracked, amount: null } };
  const zero = { ...deal, tracked: { ...nothingTracked, amount: 0 } };
  expect(fingerprint(none)).not.toBe(fingerprint(zero));
});

function chained(entries: readonly LedgerEntry[]): DigestedEntry[] {
  let digest = '';
  return entries.map((entry) => {
    digest = ledgerDigest(digest, entry);
    return { entry, digest };
  });
}

const ledger = chained([1, 2, 3, 4, 5].map((seq) => anEntry({ seq, deal: `D${seq}` })));
const brokenSeqs = (lines: readonly DigestedEntry[]) => brokenAt(lines).map(({ seq }) => seq);

test('a ledger that nobody touched is whole, also when somebody sorted the tab', () => {
  expect(brokenSeqs(ledger)).toEqual([]);
  expect(brokenSeqs([...ledger].reverse())).toEqual([]);
});

test('an entry changed by hand is found, and the ones after it are not accused', () => {
  const forged = ledger.map((line) =>
    line.entry.seq === 3 ? { ...line, entry: { ...line.entry, to: 'won' } } : line,
  );
  expect(brokenSeqs(forged)).toEqual([3]);
});

test('a removed entry shows at the one after it', () => {
  expect(brokenSeqs(ledger.filter((line) => line.entry.seq !== 3))).toEqual([4]);
});

test('changing any text of any entry is seen', () => {
  fc.assert(
    fc.property(
      fc.nat(4),
      fc.constantFrom('deal', 'to', 'at', 'by', 'owner', 'reason', 'batch'),
      fc.string({ minLength: 1 }),
      (index, field, added) => {
        const lines = ledger.map((line, at) =>
          at === index
            ? {
                ...line,
                entry: { ...line.entry, [field]: line.entry[field as 'deal'] + added },
              }
            : line,
        );
        expect(brokenSeqs(lines)).toEqual([index + 1]);
      },
    ),
  );
});
