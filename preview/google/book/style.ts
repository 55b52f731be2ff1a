/** How a cell looks. What is not said is the sheet's default. */
export interface CellStyle {
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontWeight?: 'bold';
  readonly fontStyle?: 'italic';
  readonly fontLine?: 'underline' | 'line-through';
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly align?: string;
  readonly verticalAlign?: string;
  readonly wrap?: 'OVERFLOW' | 'WRAP' | 'CLIP';
  /** Sides with a line, of 'tlbr', and its colour: 'b #cccccc'. */
  readonly border?: string;
}

const known = new Map<string, CellStyle>();

/** The one object for this look: equal styles are the same object, so runs of cells share it. */
export function styleOf(style: CellStyle): CellStyle | undefined {
  const entries = Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries);
  let found = known.get(key);
  if (found === undefined) {
    found = Object.freeze(Object.fromEntries(entries)) as CellStyle;
    known.set(key, found);
  }
  return found;
}
