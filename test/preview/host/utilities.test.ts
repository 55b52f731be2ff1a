import { expect, test } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';

const HOST = scripted(`
  function format(ms, zone, pattern) { return Utilities.formatDate(new Date(ms), zone, pattern); }
  function parse(text, zone, pattern) { return Utilities.parseDate(text, zone, pattern).getTime(); }
  function formatText() { return Utilities.formatDate('2026-01-01', 'Etc/UTC', 'yyyy'); }
  function isDate() { return Utilities.parseDate('2026', 'Etc/UTC', 'yyyy') instanceof Date; }
  function digest(text) { return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, text); }
  function base64(text) { return Utilities.base64Encode(text); }
  function decode(text) { return Utilities.newBlob(Utilities.base64Decode(text)).getDataAsString(); }
  function uuids() { return [Utilities.getUuid(), Utilities.getUuid()]; }
  function random() { return [Math.random(), Math.random()]; }
  function now() { return [new Date().toISOString(), Date.now(), new Date() instanceof Date]; }
  function sleep(ms) { Utilities.sleep(ms); }
  function modes() { return [JSON.stringify({ m: ScriptApp.AuthMode.FULL }), String(ScriptApp.WeekDay.MONDAY)]; }
  function zone() { return Session.getScriptTimeZone(); }
`);

/** 2 February 2026 is a Monday; 15:04:05.006 in UTC, 23:04 in Shanghai, 10:04 in New York. */
const MOMENT = Date.UTC(2026, 1, 2, 15, 4, 5, 6);

// Expected values by the documentation of java.text.SimpleDateFormat
test.each<{ pattern: string; zone: string; text: string }>`
  pattern                      | zone                  | text
  ${"yyyy-MM-dd'T'HH:mm:ss"}   | ${'Etc/UTC'}          | ${'2026-02-02T15:04:05'}
  ${'yyyy-MM-dd'}              | ${'Asia/Shanghai'}    | ${'2026-02-02'}
  ${'HH:mm'}                   | ${'Asia/Shanghai'}    | ${'23:04'}
  ${'EEE, d MMM yyyy'}         | ${'America/New_York'} | ${'Mon, 2 Feb 2026'}
  ${'EEEE d. MMMM yy'}         | ${'Etc/UTC'}          | ${'Monday 2. February 26'}
  ${'h:mm a'}                  | ${'Etc/UTC'}          | ${'3:04 PM'}
  ${'u D w'}                   | ${'Etc/UTC'}          | ${'1 33 6'}
  ${'HH:mm:ss.SSS Z'}          | ${'America/New_York'} | ${'10:04:05.006 -0500'}
  ${'XXX'}                     | ${'Asia/Shanghai'}    | ${'+08:00'}
  ${"yyyy'年'M'月'd'日' ''''"} | ${'Etc/UTC'}          | ${"2026年2月2日 ''"}
`('$pattern in $zone shows $text', ({ pattern, zone, text }) => {
  expect(returned(HOST.call(OWNER, 'format', [MOMENT, zone, pattern]))).toBe(text);
});

test.each<{ text: string; zone: string; pattern: string; iso: string }>`
  text                     | zone               | pattern                    | iso
  ${'2026-02-02T09:30:00'} | ${'Etc/UTC'}       | ${"yyyy-MM-dd'T'HH:mm:ss"} | ${'2026-02-02T09:30:00.000Z'}
  ${'2026-02-02'}          | ${'Asia/Shanghai'} | ${'yyyy-MM-dd'}            | ${'2026-02-01T16:00:00.000Z'}
  ${'2026-07-01 00:00'}    | ${'Europe/Berlin'} | ${'yyyy-MM-dd HH:mm'}      | ${'2026-06-30T22:00:00.000Z'}
  ${'2 Feb 2026 3:04 PM'}  | ${'Etc/UTC'}       | ${'d MMM yyyy h:mm a'}     | ${'2026-02-02T15:04:00.000Z'}
  ${'20260202'}            | ${'Etc/UTC'}       | ${'yyyyMMdd'}              | ${'2026-02-02T00:00:00.000Z'}
  ${'10:04 -0500'}         | ${'Etc/UTC'}       | ${'HH:mm Z'}               | ${'1970-01-01T15:04:00.000Z'}
`('"$text" by $pattern in $zone is $iso', ({ text, zone, pattern, iso }) => {
  const ms = returned(HOST.call(OWNER, 'parse', [text, zone, pattern]));
  expect(new Date(Number(ms)).toISOString()).toBe(iso);
});

test('what is no date is refused in Google’s words', () => {
  expect(HOST.call(OWNER, 'parse', ['soon', 'Etc/UTC', 'yyyy']).error?.message).toBe(
    'Unparseable date: "soon"',
  );
  expect(HOST.call(OWNER, 'formatText').error?.message).toBe(
    "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
  );
  expect(HOST.call(OWNER, 'format', [0, 'Mars/Olympus', 'yyyy']).error?.message).toContain('Mars');
  expect(HOST.call(OWNER, 'format', [0, 'Etc/UTC', 'yyyy-bb']).error?.message).toContain("'b'");
});

test('dates from Google are the script’s own', () => {
  expect(returned(HOST.call(OWNER, 'isDate'))).toBe(true);
});

test('digests and codings are those of the standards', () => {
  // RFC 1321: MD5("abc") = 900150983cd24fb0d6963f7d28e17f72, as signed bytes
  const bytes = [0x90, 0x01, 0x50, 0x98, 0x3c, 0xd2, 0x4f, 0xb0, 0xd6, 0x96, 0x3f, 0x7d, 0x28];
  const digest = returned(HOST.call(OWNER, 'digest', ['abc'])) as number[];
  expect(digest.slice(0, 13)).toEqual(bytes.map((byte) => (byte > 127 ? byte - 256 : byte)));
  expect(digest).toHaveLength(16);
  // RFC 4648 section 10
  expect(returned(HOST.call(OWNER, 'base64', ['foobar']))).toBe('Zm9vYmFy');
  expect(returned(HOST.call(OWNER, 'decode', ['5ZWG5py6']))).toBe('商机');
});

test('random numbers and UUIDs differ from call to call and repeat with the seed', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const source =
    'function f() { return [Utilities.getUuid(), Utilities.getUuid(), Math.random()]; }';
  const run = (seed: number) => {
    const host = scripted(source, { seed });
    return [host.call(OWNER, 'f').value, host.call(OWNER, 'f').value].flat();
  };
  const values = run(7);
  expect(values[0]).toMatch(uuid);
  expect(new Set(values).size).toBe(6);
  expect(run(7)).toEqual(values);
  expect(run(8)).not.toEqual(values);
});

test('the script’s clock is the host’s', () => {
  const host = scripted(
    'function now() { return [new Date().toISOString(), Date.now(), new Date() instanceof Date]; }',
    { now: '2026-03-05T09:00', timeZone: 'Asia/Shanghai' },
  );
  const ms = Date.UTC(2026, 2, 5, 1);
  expect(returned(host.call(OWNER, 'now'))).toEqual(['2026-03-05T01:00:00.000Z', ms, true]);
  expect(host.now()).toBe('2026-03-05T09:00:00');
});

test('sleeping moves the clock, and the run’s own time', () => {
  const host = scripted('function sleep(ms) { Utilities.sleep(ms); }');
  expect(host.call(OWNER, 'sleep', [90_000]).simulatedMs).toBe(90_000);
  expect(host.now()).toBe('2026-02-02T09:01:30');
});

test('enums print and serialise as their names', () => {
  expect(returned(HOST.call(OWNER, 'modes'))).toEqual(['{"m":"FULL"}', 'MONDAY']);
});

test('the script’s time zone is the manifest’s', () => {
  const host = scripted('function zone() { return Session.getScriptTimeZone(); }', {
    timeZone: 'Asia/Shanghai',
  });
  expect(returned(host.call(OWNER, 'zone'))).toBe('Etc/UTC');
});
