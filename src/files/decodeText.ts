/** Bytes of a spreadsheet's export as text: which encoding, told by the bytes alone. */

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** What Windows' Western code page has from 0x80 on; five places are free (Unicode's CP1252.TXT). */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node read this code page as Latin-1, which has no euro and no curly quotes. */
function asWestern(bytes: Uint8Array): string {
  return decode(bytes, 'windows-1252').replace(
    /[\u0080-\u009f]/g,
    (sign) => WESTERN[sign.charCodeAt(0) - 0x80] ?? sign,
  );
}

/** UTF-16 without a mark: in text with Latin letters and line ends, every other byte is often zero. */
function halfZero(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if (odd > end / 8 && even === 0) return 'utf-16le';
  if (even > end / 8 && odd === 0) return 'utf-16be';
  return null;
}

/** UTF-8, also where a few bytes are damaged: then those few show as a question mark in a diamond. */
function asUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8');
  let damaged = 0;
  let foreign = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) damaged += 1;
    else if (code > 0x7f) foreign += 1;
  }
  return damaged === 0 || damaged * 20 <= foreign ? text : null;
}

/**
 * GBK writes a Chinese character as two bytes above 0xA0 (the second seldom below), so its runs of
 * high bytes have even length; in Western text an accented letter mostly stands alone.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let paired = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    if (byte >= 0xa1 && byte <= 0xf7 && next >= 0xa1 && next < 0xff) paired += 1;
    else alone += 1;
    if (next >= 0x80) i += 1;
  }
  return paired > alone * 4;
}

/**
 * The text in a file: UTF-8 and UTF-16 with or without a byte-order mark, GBK (with all of
 * GB 18030), else Windows' Western code page. `null` when the bytes are not text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decode(bytes, 'utf-8');
  if (startsWith(bytes, 0xff, 0xfe)) return decode(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decode(bytes, 'utf-16be');
  if (bytes.includes(0)) {
    const wide = halfZero(bytes);
    return wide === null ? null : decode(bytes, wide);
  }
  return asUtf8(bytes) ?? (looksChinese(bytes) ? decode(bytes, 'gb18030') : asWestern(bytes));
}
