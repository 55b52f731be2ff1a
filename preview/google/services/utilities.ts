import { createHash, createHmac } from 'node:crypto';
import { enumOf } from '../guard';
import { isZone } from '../wallTime';
import { built, isDate, mismatch, type ServiceSide } from './serviceSide';
import { formatMoment, parseMoment } from './simpleDateFormat';

const DigestAlgorithm = enumOf('DigestAlgorithm', [
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]);
const Charset = enumOf('Charset', ['US_ASCII', 'UTF_8']);

/** Apps Script's bytes run from -128 to 127. */
function signed(side: ServiceSide, bytes: Uint8Array): number[] {
  return side.realm.Array.from(Int8Array.from(bytes)) as number[];
}

function bytesOf(value: unknown): Buffer {
  return Array.isArray(value) ? Buffer.from(Int8Array.from(value)) : Buffer.from(String(value));
}

function blob(side: ServiceSide, given: { data: unknown; type: unknown; name: unknown }): object {
  let bytes = bytesOf(given.data);
  let type = given.type === undefined ? null : String(given.type);
  let name = given.name === undefined ? null : String(given.name);
  const self: object = built(side, 'Blob', {
    getBytes: () => signed(side, bytes),
    getDataAsString: () => bytes.toString('utf8'),
    getContentType: () => type,
    getName: () => name,
    setDataFromString(text: string) {
      bytes = Buffer.from(String(text));
      return self;
    },
    setContentType(wanted: string) {
      type = String(wanted);
      return self;
    },
    setName(wanted: string) {
      name = String(wanted);
      return self;
    },
  });
  return self;
}

/** RFC 4122, from the host's repeatable random numbers. */
function uuid(side: ServiceSide): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () =>
      Math.floor(side.state.nextRandom() * 16).toString(16),
    ).join('');
  const variant = '89ab'[Math.floor(side.state.nextRandom() * 4)];
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}

function checkZone(side: ServiceSide, zone: unknown): string {
  if (typeof zone === 'string' && isZone(zone)) return zone;
  throw side.realm.exception(`Invalid argument: timeZone. Should be a time zone: ${zone}`);
}

function dates(side: ServiceSide) {
  return {
    formatDate(date: unknown, zone: unknown, pattern: unknown) {
      side.gate.call('utilities', 'Utilities.formatDate');
      if (!isDate(date) || typeof pattern !== 'string') {
        throw mismatch(side, 'Utilities.formatDate', [date, zone, pattern]);
      }
      const moment = date.getTime();
      if (Number.isNaN(moment)) throw side.realm.exception('Invalid argument: date');
      return formatMoment(moment, checkZone(side, zone), pattern);
    },
    parseDate(text: unknown, zone: unknown, pattern: unknown) {
      side.gate.call('utilities', 'Utilities.parseDate');
      if (typeof text !== 'string' || typeof pattern !== 'string') {
        throw mismatch(side, 'Utilities.parseDate', [text, zone, pattern]);
      }
      const moment = parseMoment(text, checkZone(side, zone), { pattern, now: side.now() });
      if (moment === null) throw side.realm.exception(`Unparseable date: "${text}"`);
      return new side.realm.Date(moment);
    },
  };
}

function codings(side: ServiceSide) {
  const touch = (method: string) => side.gate.call('utilities', `Utilities.${method}`);
  return {
    base64Encode(data: unknown) {
      touch('base64Encode');
      return bytesOf(data).toString('base64');
    },
    base64EncodeWebSafe(data: unknown) {
      touch('base64EncodeWebSafe');
      return bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    },
    base64Decode(text: string) {
      touch('base64Decode');
      return signed(side, Buffer.from(text, 'base64'));
    },
    base64DecodeWebSafe(text: string) {
      touch('base64DecodeWebSafe');
      return signed(side, Buffer.from(text, 'base64url'));
    },
    computeDigest(algorithm: unknown, data: unknown) {
      touch('computeDigest');
      const name = String(algorithm).replace('_', '').toLowerCase();
      return signed(side, createHash(name).update(bytesOf(data)).digest());
    },
    computeHmacSha256Signature(data: unknown, key: unknown) {
      touch('computeHmacSha256Signature');
      return signed(side, createHmac('sha256', bytesOf(key)).update(bytesOf(data)).digest());
    },
  };
}

/** Dates, digests, codings, and the sleep that moves the clock. */
export function utilities(side: ServiceSide): object {
  return built(side, 'Utilities', {
    DigestAlgorithm,
    Charset,
    ...dates(side),
    ...codings(side),
    getUuid() {
      side.gate.call('utilities', 'Utilities.getUuid');
      return uuid(side);
    },
    sleep(ms: number) {
      side.gate.call('utilities', 'Utilities.sleep');
      if (!(ms >= 0 && ms <= 300_000)) throw side.realm.exception('Invalid argument: milliseconds');
      side.sleep(ms);
    },
    newBlob(data: unknown, type?: string, name?: string) {
      side.gate.call('utilities', 'Utilities.newBlob');
      return blob(side, { data, type, name });
    },
  });
}
