/** An amount in major units as a text says it, with the currency when the text names one. */
export interface ReadAmount {
  readonly amount: number;
  readonly currency?: string;
}

export interface AmountOptions {
  /** "1.234,50": decides texts that could be read both ways. */
  readonly decimalComma?: boolean;
  /** The team's currency: decides which dollar `$` and which yen or yuan `¥` is. */
  readonly home?: string;
}

const CODES = new Set(
  (
    'AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JOD JPY ' +
    'KES KRW KWD KZT LKR MAD MOP MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD ' +
    'THB TND TRY TWD UAH UGX USD UYU VND XAF XOF ZAR'
  ).split(' '),
);

function tableOf<T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(table));
}

const NAMES = tableOf({
  us$: 'USD',
  美元: 'USD',
  美金: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  '€': 'EUR',
  欧元: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  英镑: 'GBP',
  'cn¥': 'CNY',
  rmb: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  块: 'CNY',
  圆: 'CNY',
  日元: 'JPY',
  円: 'JPY',
  'jp¥': 'JPY',
  hk$: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  nt$: 'TWD',
  新台币: 'TWD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  nz$: 'NZD',
  r$: 'BRL',
  '₹': 'INR',
  rs: 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '฿': 'THB',
  '₫': 'VND',
  '₺': 'TRY',
  zł: 'PLN',
  fr: 'CHF',
});

/** Signs that several currencies share: the team's own if it is among them, else the first. */
const SHARED = tableOf<readonly string[]>({
  $: ['USD', 'AUD', 'CAD', 'HKD', 'SGD', 'NZD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'],
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
});

const TIMES = tableOf({
  '': 1,
  k: 1e3,
  thousand: 1e3,
  tsd: 1e3,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  w: 1e4,
  十万: 1e5,
  百万: 1e6,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
});

/** NFKC makes full-width digits and signs plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The ISO 4217 code that a cell means ("usd", "US$", "人民币"), or `null`. */
export function readCurrency(text: string, home = ''): string | null {
  const word = plain(text).replace(/[\s.]/g, '');
  const shared = SHARED.get(word);
  if (shared) return shared.includes(home) ? home : (shared[0] ?? null);
  const code = word.toUpperCase();
  return NAMES.get(word) ?? (CODES.has(code) ? code : null);
}

/** Whether `digits` is a whole number in groups: 1,234,567 or, as in India, 12,34,567. */
function isGrouped(digits: string, mark: string): boolean {
  const groups = digits.split(mark);
  const first = groups[0] ?? '';
  const middle = groups.slice(1, -1);
  if (groups.length < 2 || !/^[1-9]\d{0,2}$/.test(first)) return false;
  if (groups[groups.length - 1]?.length !== 3) return false;
  return middle.every((group) => group.length === 3) || middle.every((group) => group.length === 2);
}

function withoutGroups(digits: string, mark: string): number | null {
  return isGrouped(digits, mark) ? Number(digits.split(mark).join('')) : null;
}

/** Digits with one kind of mark: a decimal mark, or groups of thousands. */
function readOneMark(digits: string, mark: string, decimalComma: boolean | undefined) {
  const parts = digits.split(mark);
  if (parts.length > 2) return withoutGroups(digits, mark);
  if (parts[1] === '') return null;
  const decimal = Number(`${parts[0] || '0'}.${parts[1]}`);
  if (!isGrouped(digits, mark)) return decimal;
  const isDecimalMark = mark === ',' ? decimalComma === true : decimalComma !== true;
  return isDecimalMark ? decimal : withoutGroups(digits, mark);
}

function readDigits(digits: string, decimalComma: boolean | undefined): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0 || point < 0) return readOneMark(digits, comma < 0 ? '.' : ',', decimalComma);
  // Of two kinds the last one is the decimal mark, once.
  const at = Math.max(comma, point);
  const whole = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  const groups = comma > point ? '.' : ',';
  if (!/^\d+$/.test(fraction)) return null;
  const number = withoutGroups(whole, groups);
  return number === null ? null : Number(`${number}.${fraction}`);
}

/** Sign, currency, digits, multiplier, currency: in the orders that people write them. */
const AMOUNT =
  /^(\()?([-+−])?([^\d.,()+\-−]*)([-+−])?(\d[\d.,]*|[.,]\d+)([^\d.,()+\-−]*)(-)?(\))?$/u;

/** Splits "万元" into the multiplier and the currency. */
function readTail(tail: string, home: string): { times: number; currency: string | null } | null {
  for (let cut = tail.length; cut >= 0; cut--) {
    const times = TIMES.get(tail.slice(0, cut));
    if (times === undefined) continue;
    const rest = tail.slice(cut);
    const currency = rest === '' ? null : readCurrency(rest, home);
    if (rest === '' || currency !== null) return { times, currency };
  }
  return null;
}

/** `toPrecision` undoes what multiplying in binary adds: 1.1 x 10000 is 11000, not 11000.000000000002. */
function scaled(number: number, times: number): number {
  return times === 1 ? number : Number((number * times).toPrecision(15));
}

/**
 * Reads an amount as people write it. `readAmount('12万') //=> {amount: 120000}`
 *
 * `null` when the text is not clearly an amount: words, percentages, two numbers. "1,234" is
 * 1234 and "1.234" is 1.234, unless `decimalComma` says that the writer's comma is the decimal one.
 */
export function readAmount(text: string, options: AmountOptions = {}): ReadAmount | null {
  if (text.length > 60) return null;
  const compact = plain(text)
    .replace(/[\s'’_]/g, '')
    .replace(/(\p{L})\./gu, '$1');
  if (/^[-+]?\d+(\.\d+)?e[+-]?\d{1,2}$/.test(compact)) return finite(Number(compact), null);
  const match = AMOUNT.exec(compact);
  if (!match) return null;
  const [, open, sign, head = '', innerSign, digits = '', tail = '', trailing, close] = match;
  if ((open === undefined) !== (close === undefined)) return null;
  const marks = [open, sign, innerSign, trailing].filter((mark) => mark !== undefined);
  if (marks.length > 1) return null;
  const home = options.home ?? '';
  const before = head === '' ? null : readCurrency(head, home);
  const after = readTail(tail, home);
  const number = readDigits(digits, options.decimalComma);
  if (number === null || after === null || (head !== '' && before === null)) return null;
  if (before !== null && after.currency !== null && before !== after.currency) return null;
  const negative = marks[0] !== undefined && marks[0] !== '+';
  const amount = scaled(number, after.times);
  return finite(negative && amount !== 0 ? -amount : amount, before ?? after.currency);
}

function finite(amount: number, currency: string | null): ReadAmount | null {
  if (!Number.isFinite(amount)) return null;
  return currency === null ? { amount } : { amount, currency };
}
