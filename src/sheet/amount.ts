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

/** `readAmount('12万') //=> {amount: 120000}`; `null` when the text is not clearly an amount. */
export function readAmount(_text: string, _options: AmountOptions = {}): ReadAmount | null {
  throw new Error('not yet');
}

/** The ISO 4217 code that a cell means ("usd", "US$", "人民币"), or `null`. */
export function readCurrency(_text: string, _home = ''): string | null {
  throw new Error('not yet');
}
