import type { FileTable } from '../../rpc/importCalls';
import { readAmount } from '../amount';
import { columnsOf } from './columnGuess';
import { usesDecimalComma } from './columnReading';
import { headerText } from './synonyms';

/** A product as it is compared: "GTXPro", "GTX Pro" and "gtx-pro" are one. */
export function productText(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—./\\]+/g, '');
}

const PRODUCT = /^(?:product|products|product name|item|sku|name|产品|产品名称|商品|名称|型号)$/;
const PRICE =
  /\b(?:price|list|cost|amount|value|rate|msrp|rrp)\b|价格|单价|目录价|标价|售价|金额|报价/;

/** List prices in major units by `productText`, from a file with a product and a price in each row. */
export function readPrices(table: FileTable | null): ReadonlyMap<string, number> {
  const prices = new Map<string, number>();
  if (table === null) return prices;
  const columns = columnsOf(table);
  const priced = columns.map(({ header, profile }, i) => ({
    column: i,
    weight: profile.amounts >= 0.8 ? (PRICE.test(headerText(header)) ? 2 : 1) : 0,
  }));
  const price = [...priced].sort((a, b) => b.weight - a.weight)[0];
  if (price === undefined || price.weight === 0) return prices;
  const named = columns.findIndex(({ header }) => PRODUCT.test(headerText(header)));
  const product =
    named !== -1
      ? named
      : columns.findIndex(({ profile }, i) => i !== price.column && profile.amounts < 0.5);
  const decimalComma = usesDecimalComma(columns[price.column]!.profile);
  for (const row of table.rows) {
    const name = productText(row[product] ?? '');
    const amount = readAmount(row[price.column] ?? '', { decimalComma });
    if (name !== '' && amount !== null && !prices.has(name)) prices.set(name, amount.amount);
  }
  return prices;
}
