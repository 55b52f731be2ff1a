import type { Generated } from '../sheet/generated';
import type { OpenPipeline } from './openPipeline';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** The generated tabs as of now. */
export function reportTabs(
  _open: OpenPipeline,
  _book: Book,
  _stock: Stock,
  _asOf: { readonly at: string; readonly moves: number },
): readonly Generated[] {
  return [];
}
