import { toMajor } from '../domain/money';
import type { MovementReport } from '../domain/movement';
import type { Period } from '../domain/period';
import { numberText } from '../words/numberText';
import type { Row } from './cell';
import { AMOUNT, CHART_DATA, type Drafting, ROUND } from './forecastDraft';
import { periodText } from './forecastOutlook';
import type { ChartRange } from './generated';
import type { Placed } from './gridDraft';

const PARTS = [
  'start',
  'created',
  'pulledIn',
  'reopened',
  'raised',
  'lowered',
  'pushedOut',
  'nurtured',
  'won',
  'lost',
  'removed',
  'end',
  'difference',
] as const;
export type MovementPart = (typeof PARTS)[number];

const MORE: ReadonlySet<MovementPart> = new Set(['created', 'pulledIn', 'reopened', 'raised']);

/** What changed of the open amount, and of that part of it which is to come in a quarter. */
export interface ForecastMovement {
  readonly span: Period;
  readonly report: MovementReport;
  readonly quarter: Period;
  readonly inQuarter: MovementReport;
}

/** What changed since last week, part by part; `null` when there is nothing to compare. */
export function movementTable({ draft, input, words, money }: Drafting): Placed | null {
  const { movement, currency } = input;
  if (movement === null) return null;
  const { span, report, quarter, inQuarter } = movement;
  const { movementColumns, notes } = words;
  const difference = report.difference || inQuarter.difference;
  const off = numberText(toMajor(difference, currency));
  draft.heading(words.movementTitle);
  draft.note(notes.span(span.from, span.to));
  draft.note(notes.inQuarter);
  draft.note(difference === 0 ? notes.addsUp : notes.doesNotAddUp(off));
  return draft.table({
    block: 'movement',
    columns: [
      { name: 'part', header: movementColumns.part, format: '' },
      { name: 'amount', header: movementColumns.amount, format: AMOUNT },
      {
        name: 'this_quarter',
        header: movementColumns.inQuarter(periodText({ period: quarter })),
        format: AMOUNT,
      },
    ],
    rows: PARTS.map(
      (part): Row => [words.parts[part], money(report[part]), money(inQuarter[part])],
    ),
  });
}

/**
 * The movement as a waterfall: there is no such chart type, so columns stand on a first series
 * that has no colour.
 */
export function waterfallChart(
  { draft, input, words, money }: Drafting,
  table: Placed,
  chartRow: number,
): void {
  if (input.movement === null) return;
  const { waterfall } = words;
  const steps = stepsOf(input.movement.report);
  const titles = [waterfall.part, waterfall.base, waterfall.ends, waterfall.more, waterfall.less];
  const rows = steps.map(({ part, base, ends, more, less }): Row => {
    return [words.parts[part], money(base), money(ends), money(more), money(less)];
  });
  const formats = ['', ROUND, ROUND, ROUND, ROUND];
  draft.beside(table.headerRow, CHART_DATA, [titles, ...rows], formats);
  const range = (offset: number): ChartRange => {
    return { row: table.headerRow, column: CHART_DATA + offset, rows: rows.length + 1, columns: 1 };
  };
  draft.chart({
    key: 'forecast.movement',
    title: words.movementTitle,
    kind: 'column',
    stacked: true,
    ranges: [0, 1, 2, 3, 4].map(range),
    series: [
      { title: waterfall.base, colour: '' },
      { title: waterfall.ends, colour: '#9aa0a6' },
      { title: waterfall.more, colour: '#34a853' },
      { title: waterfall.less, colour: '#ea4335' },
    ],
    horizontalTitle: '',
    verticalTitle: '',
    anchor: { row: chartRow, column: 1 },
    width: 740,
    height: 340,
    legend: false,
  });
}

interface Step {
  readonly part: MovementPart;
  readonly base: number;
  readonly ends: number | null;
  readonly more: number | null;
  readonly less: number | null;
}

/** Each column of the waterfall, standing on what came before it; parts that are 0 are left out. */
function stepsOf(report: MovementReport): readonly Step[] {
  let level = 0;
  const steps: Step[] = [];
  for (const part of PARTS) {
    const amount = report[part];
    if (part === 'start' || part === 'end') {
      level = amount;
      steps.push({ part, base: 0, ends: amount, more: null, less: null });
    } else if (part !== 'difference' && amount !== 0) {
      const isMore = MORE.has(part);
      const after = isMore ? level + amount : level - amount;
      const base = Math.min(level, after);
      steps.push({
        part,
        base,
        ends: null,
        more: isMore ? amount : null,
        less: isMore ? null : amount,
      });
      level = after;
    }
  }
  return steps;
}
