import { Buffer } from 'node:buffer';
import { expect, test } from '@jest/globals';
import { OWNER } from '../support/standIn';
import { aPipeline, does, pastes } from './desk';
import { fillsIn, onDay, outboxOf } from './rules';

/** What Google sends, text and HTML together. */
const GOOGLE_BYTES = 200_000;

type Size = {
  readonly language: 'en' | 'zh';
  readonly owners: number;
  readonly deals: number;
  readonly tasks: number;
  readonly text: string;
};

/** The manager's mail about so many owners, each with overdue deals and tasks that are called by this text. */
function aReport({ language, owners, deals, tasks, text }: Size) {
  const host = aPipeline(language);
  const owner = (i: number) => `Seller ${1 + (i % owners)}`;
  const each = <T>(count: number, make: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const count = owners * deals;
  pastes(host, 'Owner', 2, each(count, owner));
  pastes(
    host,
    'Close date',
    2,
    each(count, () => '2026-02-03'),
  );
  pastes(
    host,
    'Deal',
    2,
    each(count, () => text),
  );
  fillsIn(
    host,
    'Tasks',
    2,
    each(owners * tasks, (i) => [text, text, owner(i), '2026-02-03']),
  );
  const later = onDay(host, '2026-02-09');
  does(later, { trigger: 'sendStallReport' });
  const mail = later.mails.find(({ to }) => to === OWNER);
  return { text: mail?.text ?? '', html: mail?.html ?? '', outbox: outboxOf(later) };
}

const USUAL = 'Confirm the budget with the customer';
const CHINESE = '向客户确认预算并安排技术方案沟通会议';

test.each<Size & { sent: string }>`
  language | owners | deals | tasks | text                   | sent
  ${'en'}  | ${30}  | ${3}  | ${20} | ${USUAL}               | ${'Sent'}
  ${'zh'}  | ${30}  | ${3}  | ${20} | ${CHINESE}             | ${'已发送'}
  ${'en'}  | ${300} | ${1}  | ${1}  | ${USUAL}               | ${'Sent'}
  ${'zh'}  | ${30}  | ${5}  | ${5}  | ${'长'.repeat(3_000)}  | ${'已发送'}
  ${'en'}  | ${1}   | ${90} | ${30} | ${'<&'.repeat(20_000)} | ${'Sent'}
`('the report on $owners owners with $deals deals and $tasks tasks each goes out whole', (size) => {
  const { text, html, outbox } = aReport(size);
  expect(outbox[0]).toMatch(new RegExp(`^${size.sent} ${OWNER}`));
  expect(Buffer.byteLength(text) + Buffer.byteLength(html)).toBeLessThan(GOOGLE_BYTES);
  expect(html.endsWith('</html>')).toBe(true);
  expect(text).toMatch(/As of|数据截至/);
});

test('what a report leaves out is counted, and where it stands is said', () => {
  const { text } = aReport({ language: 'en', owners: 70, deals: 1, tasks: 25, text: USUAL });
  expect(text).toContain('Seller 1 (1)');
  expect(text).toContain('… and 10 more owners: see the Stalled tab.');
  expect(text).toMatch(/… and \d+ more in the sheet\./);
});

test('a letter of two parts is not cut in half', () => {
  const size = { language: 'en', owners: 1, deals: 1, tasks: 0 } as const;
  const { text } = aReport({ ...size, text: `a${'😀'.repeat(300)}` });
  expect(text).toContain('😀…');
});
