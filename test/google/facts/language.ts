import { expect } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE, TRIED } from './evidence';
import { type Fact, fact } from './fact';

const DATES = scripted(`
  function format(ms, zone, pattern) { return Utilities.formatDate(new Date(ms), zone, pattern); }
  function parse(text, zone, pattern) { return Utilities.parseDate(text, zone, pattern).toISOString(); }
  function uuids() { return [Utilities.getUuid(), Utilities.getUuid()]; }
`);

const MOMENT = "yyyy-MM-dd'T'HH:mm:ss";
const parse = (text: string, zone: string, pattern = MOMENT) =>
  DATES.call(OWNER, 'parse', [text, zone, pattern]);

const UTILITIES: readonly Fact[] = [
  fact(
    'Utilities.formatDate',
    'A moment is written by Java’s date patterns, in the zone that is named.',
    TRIED.dates,
    () => {
      const at = Date.UTC(2026, 1, 2, 15, 4, 5);
      const format = (zone: string, pattern: string) =>
        returned(DATES.call(OWNER, 'format', [at, zone, pattern]));
      expect(format('Asia/Shanghai', MOMENT)).toBe('2026-02-02T23:04:05');
      expect(format('America/New_York', 'EEE, d MMM yyyy')).toBe('Mon, 2 Feb 2026');
    },
  ),
  fact(
    'Utilities.parseDate',
    'Text is read by the same patterns; what is no date throws.',
    CLASS.utilities,
    () => {
      expect(parse('2026-07-01T00:00:00', 'Europe/Berlin').value).toBe('2026-06-30T22:00:00.000Z');
      expect(parse('soon', 'Etc/UTC').error?.message).toBe('Unparseable date: "soon"');
    },
  ),
  fact(
    'Utilities.parseDate',
    'A time that the clock skips in spring is read an hour later.',
    TRIED.dates,
    () => {
      const skipped = parse('2026-03-29T02:30:00', 'Europe/Berlin').value;
      expect(skipped).toBe('2026-03-29T01:30:00.000Z');
    },
  ),
  fact('Utilities.getUuid', 'Each UUID is random and another one.', CLASS.utilities, () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const [one, two] = returned(DATES.call(OWNER, 'uuids')) as string[];
    expect([one, two]).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect(one).not.toBe(two);
  }),
];

const PAGES = scripted(`
  function echo(x) { return x; }
  function date() { return { rows: [[new Date()]] }; }
  function hidden_() {}
  function boom() { throw new Error('no such deal'); }
`);

const WIRE: readonly Fact[] = [
  fact(
    'google.script.run',
    'Numbers, text, truth values, null, and plain lists and objects of them reach the script and come back.',
    GUIDE.pages,
    () => {
      const value = { id: 'D1', tags: ['x', null], inner: { n: 1.5, yes: true } };
      expect(returned(PAGES.call(OWNER, 'echo', [value]))).toEqual(value);
    },
  ),
  fact('google.script.run', 'A Date cannot be sent to the script.', GUIDE.pages, () => {
    expect(() => PAGES.call(OWNER, 'echo', [{ when: new Date(0) }])).toThrow(
      'Failed due to illegal value in property: when',
    );
  }),
  fact(
    'google.script.run',
    'A Date anywhere in an answer makes the whole answer null, without an error.',
    TRIED.returnedDates,
    () => {
      expect(PAGES.call(OWNER, 'date')).toMatchObject({ value: null });
    },
  ),
  fact(
    'google.script.run',
    'What the script throws reaches the page with its message.',
    GUIDE.pages,
    () => {
      expect(PAGES.call(OWNER, 'boom').error?.message).toBe('no such deal');
    },
  ),
  fact(
    'google.script.run',
    'A page cannot call a function whose name ends in an underscore.',
    GUIDE.pages,
    () => {
      expect(PAGES.call(OWNER, 'hidden_').error?.message).toBeDefined();
    },
  ),
];

const SCRIPTS: readonly Fact[] = [
  fact('Code.js', 'A class field or a private member cannot be saved.', TRIED.classFields, () => {
    for (const body of ['x = 1;', 'static x = 1;', '#x;']) {
      expect(() => scripted(`class A { ${body} }`)).toThrow(/^ParseError: /);
    }
  }),
  fact(
    'Code.js',
    'There is no setTimeout, fetch, URL, TextEncoder, crypto or window.',
    GUIDE.runtime,
    () => {
      for (const name of ['setTimeout', 'fetch', 'URL', 'TextEncoder', 'crypto', 'window']) {
        const host = scripted(`function kind() { return typeof ${name}; }`);
        expect(returned(host.call(OWNER, 'kind'))).toBe('undefined');
      }
    },
  ),
  fact(
    'Code.js',
    'Google finds functions that are declared at the top level, not those made at run time.',
    GUIDE.runtime,
    () => {
      const host = scripted('function made() { return 1; } globalThis.late = made;');
      expect(returned(host.call(OWNER, 'made'))).toBe(1);
      expect(host.call(OWNER, 'late').error).toBeDefined();
    },
  ),
];

/** The language, its dates, and the wire between pages and script. */
export const LANGUAGE_FACTS: readonly Fact[] = [...UTILITIES, ...WIRE, ...SCRIPTS];
