import type { Language } from '../words/language';
import { REPORT_WORDS } from '../words/reports';
import { STANDPOINT_WORDS } from '../words/standpointWords';
import type { Row } from './cell';
import type { AsOf, Block, ChartSpec, Generated, Style } from './generated';

export interface ReplayTabInput extends AsOf {
  readonly day: string;
  /** Changes of the stages since then that do not tell what was before them. */
  readonly unknown: number;
  readonly language: Language;
}

/** Rows between two reports on one tab. */
const GAP = 2;

/** Several reports one under the other, headed by the day that they are of. */
export function replayTab(parts: readonly Generated[], input: ReplayTabInput): Generated {
  const words = STANDPOINT_WORDS[input.language].replay;
  const asOf = REPORT_WORDS[input.language].asOf(input.at, input.moves);
  const width = Math.max(...parts.map(({ grid }) => grid[0]?.length ?? 1));
  const wide = <T>(row: readonly T[], empty: T): readonly T[] => [
    ...row,
    ...new Array<T>(Math.max(0, width - row.length)).fill(empty),
  ];
  const reading = [
    ...words.reading.split('\n'),
    ...(input.unknown > 0 ? [words.unknown(input.unknown)] : []),
  ];
  const grid: Row[] = [[words.heading(input.day)], [asOf], ...reading.map((text) => [text]), []];
  const formats: (readonly string[])[] = grid.map(() => []);
  const styles: Style[] = [{ row: 1, column: 1, rows: 1, columns: 1, bold: true, size: 16 }];
  const blocks: Block[] = [];
  const charts: ChartSpec[] = [];
  for (const part of parts) {
    const down = grid.length;
    grid.push(...part.grid, ...Array.from({ length: GAP }, () => []));
    formats.push(...part.formats, ...Array.from({ length: GAP }, () => []));
    styles.push(...part.styles.map((style) => ({ ...style, row: style.row + down })));
    blocks.push(...part.blocks.map((block) => ({ ...block, row: block.row + down })));
    charts.push(...part.charts.map((chart) => lowered(chart, down)));
  }
  return {
    tab: 'replay',
    grid: grid.map((row) => wide(row, '')),
    formats: formats.map((row) => wide(row, '')),
    styles,
    widths: widest(parts.map(({ widths }) => widths)),
    blocks,
    charts,
    asOf: { row: 2, column: 1 },
  };
}

/** Each column is as wide as the report that needs it widest: what stands side by side must not touch. */
function widest(widths: readonly (readonly number[])[]): readonly number[] {
  const columns = Math.max(0, ...widths.map(({ length }) => length));
  return Array.from({ length: columns }, (_, i) => Math.max(...widths.map((own) => own[i] ?? 0)));
}

function lowered(chart: ChartSpec, down: number): ChartSpec {
  return {
    ...chart,
    key: `replay.${chart.key}`,
    ranges: chart.ranges.map((range) => ({ ...range, row: range.row + down })),
    anchor: { ...chart.anchor, row: chart.anchor.row + down },
  };
}
