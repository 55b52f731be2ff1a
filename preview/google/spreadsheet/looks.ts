import { BookError } from '../book/bookError';
import { type CellStyle, styleOf } from '../book/style';

export type StyleKey = keyof CellStyle;

export const DEFAULT_LOOK = {
  background: '#ffffff',
  fontColor: '#000000',
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  fontSize: 10,
  fontFamily: 'Arial',
  align: 'general',
  verticalAlign: 'bottom',
  wrap: 'OVERFLOW',
  border: '',
} as const satisfies Record<StyleKey, string | number>;

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

/** What getNumberFormat answers where no format was set. (unverified) */
export const AUTOMATIC = '0.###############';

const PLAIN: CellStyle = {};
/** What has come of each look: reports dress thousands of cells in a few of them. */
const dressed = new WeakMap<CellStyle, Map<string, CellStyle | undefined>>();

export function withLook(
  style: CellStyle = PLAIN,
  key: StyleKey,
  value: string | number | undefined,
): CellStyle | undefined {
  const known = dressed.get(style) ?? new Map<string, CellStyle | undefined>();
  dressed.set(style, known);
  const name = `${key} ${typeof value} ${value}`;
  if (!known.has(name)) known.set(name, styleOf({ ...style, [key]: value } as CellStyle));
  return known.get(name);
}

export function formatText(format: unknown): string | undefined {
  if (format === null || format === undefined || format === '') return undefined;
  return /^general$/i.test(String(format)) ? undefined : String(format);
}

export function noteText(note: unknown): string | undefined {
  return note === null || note === undefined || note === '' ? undefined : String(note);
}

/** Text of a word or an enum; null and the default mean "nothing special". */
export function plain(value: unknown, usual: string): string | undefined {
  return value === null || value === undefined || String(value) === usual
    ? undefined
    : String(value);
}

export function colourOf(colour: unknown): string | undefined {
  if (colour === null || colour === undefined || colour === '') return undefined;
  const text = String(colour).toLowerCase();
  const hex = NAMED_COLOURS[text] ?? text.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new BookError(`Invalid color: ${String(colour)}`);
  return hex;
}

export function bordered(
  style: CellStyle | undefined,
  asked: Readonly<Record<string, unknown>>,
  colour: string,
): CellStyle | undefined {
  const [had = '', oldColour = colour] = style?.border?.split(' ') ?? [];
  const sides = [...'tlbr'].filter((side) =>
    typeof asked[side] === 'boolean' ? asked[side] : had.includes(side),
  );
  const isNew = Object.values(asked).includes(true);
  const border = sides.length === 0 ? undefined : `${sides.join('')} ${isNew ? colour : oldColour}`;
  return withLook(style, 'border', border);
}
