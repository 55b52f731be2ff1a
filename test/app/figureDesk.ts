import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask } from '../support/standIn';
import { blockOf } from './desk';

/** The deals behind a figure. */
export function behind(host: Host, figure: string): Reply<'dealsBehind'> {
  return ask(host, 'dealsBehind', { figure }) as Reply<'dealsBehind'>;
}

/** The address of a block's cell: its row by the text in its first cell, or in its first two. */
export function figureOf(
  host: Host,
  tab: string,
  block: string,
  row: string,
  column: string,
): string {
  const { blocks } = ask(host, 'describeWorkbook', {}) as Reply<'describeWorkbook'>;
  const found = blocks.find((one) => one.tab === tab && one.block === block);
  if (found === undefined) throw new Error(`no block ${block}`);
  const at = blockOf(host, tab, block).findIndex((cells) =>
    [1, 2].some((n) => Object.values(cells).slice(0, n).join(' ') === row),
  );
  const place = found.column + found.columns.indexOf(column);
  return `${tab.toLowerCase()}!${found.row + at}:${place}`;
}
