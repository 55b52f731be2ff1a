import { activeCell } from '../google/selection';
import type { Reply, Request } from '../rpc';
import type { Row, TabId } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { NO_FILTER } from '../sheet/funnelFilter';
import { amountText } from '../words/amounts';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { dealsBehindFigure } from './figures';
import { filterNoted } from './notedFilter';
import { needOpen, type OpenPipeline } from './openPipeline';
import { placedTab } from './placedTabs';
import { readBook } from './readBook';
import { replayedBook } from './replayDay';
import { takeStock } from './stock';

type Answer = Omit<Reply<'dealsBehind'>, 'ok'>;

/** A list in the sidebar is not read further. */
const MOST = 200;

const GENERATED: readonly TabId[] = ['funnel', 'forecast', 'review', 'stalled', 'replay'];

/** Which cell of a generated table is selected, `'forecast!12:3'`; `null` elsewhere. */
export function selectedFigure(open: OpenPipeline): string | null {
  const cell = activeCell();
  if (cell === null) return null;
  const tab = GENERATED.find((id) => open.tabs[id] === cell.sheetId);
  if (tab === undefined || blockAt(tab, cell.row) === undefined) return null;
  return `${tab}!${cell.row}:${cell.column}`;
}

/** The table that has the row; the sums under the months belong to them. */
function blockAt(tab: TabId, row: number) {
  return placedTab(tab)?.blocks.find(({ block, row: first, rows }) => {
    const sums = block === 'months' ? 1 : 0;
    return row >= first && row < first + rows + sums;
  });
}

/** The deals behind a cell of a generated table, as they are now; on Replay as they were then. */
export function dealsBehind({ figure }: Request<'dealsBehind'>): Answer {
  const open = needOpen();
  const found = figureAt(open, figure);
  if (found === null) throw new Refused('noFigure', APP_WORDS[open.language].noFigure);
  const book = readBook(open);
  if (book === null) throw new Refused('noDealsTab', APP_WORDS[open.language].noDealsTab);
  const then = found.tab === 'replay' ? replayedBook(open, book) : { open, book };
  const stock = takeStock(then.open, then.book);
  const { row, second, column, pipeline } = found;
  const filter = found.tab === 'funnel' ? filterNoted() : NO_FILTER;
  const ids =
    found.deal === null
      ? dealsBehindFigure(found.block, { ...then, stock, row, second, column, pipeline, filter })
      : [found.deal];
  const rows = new Map(book.rows.map((one) => [one.id, one]));
  const archived = new Map(book.archive.rows.map((one) => [one.id, one]));
  const { stages, retired = [] } = then.open.configuration.pipeline;
  const labels = new Map([...retired, ...stages].map(({ key, label }) => [key, label]));
  const deals = (ids ?? []).slice(0, MOST).flatMap((id) => {
    const history = stock.histories.get(id);
    const own = rows.get(id);
    const named = own ?? archived.get(id);
    return history === undefined
      ? []
      : [
          {
            id,
            row: own?.row ?? 0,
            name: named?.name ?? '',
            customer: named?.customer ?? '',
            owner: history.state.owner,
            stage: labels.get(history.stage) ?? history.stage,
            amount: amountText(history.state),
          },
        ];
  });
  return { title: found.title, deals, count: ids?.length ?? 0, isListed: ids !== null };
}

interface FoundFigure {
  readonly tab: TabId;
  readonly block: string;
  /** The row's first cell. */
  readonly row: string;
  readonly second: string;
  readonly column: string;
  /** The pipeline that the row is about; empty where there is only one. */
  readonly pipeline: string;
  readonly title: string;
  /** The deal that the row is about, in a table of deals. */
  readonly deal: string | null;
}

/** What stands at the place: one read, from the table's headers down to its row. */
function figureAt(open: OpenPipeline, figure: string): FoundFigure | null {
  const [tabText = '', place = ''] = figure.split('!');
  const [row = 0, column = 0] = place.split(':').map(Number);
  const tab = GENERATED.find((id) => id === tabText);
  const block = tab === undefined ? undefined : blockAt(tab, row);
  const sheet = tab === undefined ? null : open.workbook.tab(tab);
  if (tab === undefined || block === undefined || sheet === null) return null;
  const cells = sheet.readRows(block.row - 1, row);
  const textAt = (of: Row | undefined, at: number) => cellText(of?.[at - 1]);
  const own = cells[row - block.row + 1];
  const first = textAt(own, block.column);
  const header = column === block.column ? '' : textAt(cells[0], column);
  const placeOf = (name: string) => block.columns.indexOf(name);
  const at = placeOf('deal');
  // Among the months, Pipeline is a category.
  const named = block.block === 'months' ? -1 : placeOf('pipeline');
  return {
    tab,
    block: block.block,
    row: first,
    second: textAt(own, block.column + 1),
    column: block.columns[column - block.column] ?? '',
    title: [first, header].filter((text) => text !== '').join(' · '),
    pipeline: named < 0 ? '' : textAt(own, block.column + named),
    deal: at < 0 ? null : textAt(own, block.column + at),
  };
}
