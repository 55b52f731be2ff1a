import type { Headers } from '../sheet/headers';
import { layoutOf } from '../sheet/layout';
import type { OpenPipeline } from './openPipeline';

/** Columns of Deals that are formatted as plain text, from 1. */
export function plainDealColumns(
  open: OpenPipeline,
  headers: Headers<'deals'>,
): ReadonlySet<number> {
  const plain = new Set<number>();
  for (const { key, format } of layoutOf('deals', open.language).columns) {
    const column = headers.columns.get(key as never);
    if (format === '@' && column !== undefined) plain.add(column);
  }
  return plain;
}
