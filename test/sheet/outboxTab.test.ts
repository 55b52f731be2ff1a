import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  BODY_PART,
  MAIL_STATES,
  type OutboxMail,
  outboxRows,
  readOutbox,
} from '../../src/sheet/outboxTab';
import { LANGUAGES } from '../../src/words/language';
import { aName, aText, aTime } from './arbitraries';
import { headerRow, problemList, tabOf } from './tabs';

const addresses = (min: number) =>
  fc.array(
    fc.nat(999).map((number) => `rep${number}@example.com`),
    { minLength: min, maxLength: 3 },
  );

const aMail: fc.Arbitrary<OutboxMail> = fc.record({
  key: aName,
  state: fc.constantFrom(...MAIL_STATES),
  to: addresses(1),
  cc: addresses(0),
  subject: aText,
  text: fc.string(),
  html: fc.string(),
  importance: fc.integer({ min: 1, max: 9 }),
  created: fc.option(aTime),
  nextTry: fc.option(aTime),
  tries: fc.nat(20),
  sent: fc.option(aTime),
  reason: aText,
});

test('mails are read back as they were written, in either language', () => {
  fc.assert(
    fc.property(fc.array(aMail), fc.constantFrom(...LANGUAGES), (mails, language) => {
      const grid = [headerRow('outbox', language), ...outboxRows(mails, language)];
      const read = readOutbox(grid);
      expect(read.problems).toEqual([]);
      expect(read.mails).toEqual(mails.map((mail, i) => ({ ...mail, row: i + 2 })));
    }),
  );
});

test('a long body goes on in the next cells, none longer than a cell holds', () => {
  const html = 'ab '.repeat(BODY_PART);
  const mail: OutboxMail = {
    key: 'k',
    state: 'waiting',
    to: ['ann@example.com'],
    cc: [],
    subject: 'Stalled',
    text: '',
    html,
    importance: 1,
    created: null,
    nextTry: null,
    tries: 0,
    sent: null,
    reason: '',
  };
  const rows = outboxRows([mail], 'en');
  const longest = Math.max(...(rows[0] ?? []).map((cell) => String(cell).length));
  expect(longest).toBeLessThan(50_000);
  expect(readOutbox([headerRow('outbox'), ...rows]).mails[0]?.html).toBe(html);
});

test('a row that lost its key, state or address is listed and never sent', () => {
  const good = { Key: 'k', State: 'Waiting', To: 'ann@example.com' };
  const read = readOutbox(
    tabOf('outbox', [
      { ...good, Key: '' },
      { ...good, State: 'Soon' },
      { ...good, To: '' },
    ]),
  );
  expect(problemList(read.problems)).toEqual([
    'A2 mailWithoutKey',
    'B3 unknownMailState',
    'C4 mailWithoutAddress',
  ]);
  expect(read.mails).toEqual([]);
});
