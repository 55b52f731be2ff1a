import { BookError } from '../book/bookError';
import type { ChartModel } from '../book/chart';
import { EmbeddedChart } from './embeddedChart';
import { type FaceClass, kindsOf, type MethodKind, ScriptObject } from './faces';
import { RangePlace } from './rangePlace';
import { mismatch, type Run } from './run';

type Google = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type GoogleTyped = GoogleAppsScript.Spreadsheet.EmbeddedComboChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder;

/** What every chart builder can do. Nothing is drawn until the built chart is inserted. */
abstract class AnyChartBuilder extends ScriptObject {
  constructor(
    protected readonly run: Run,
    protected model: ChartModel,
  ) {
    super();
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.run, this.model);
  }

  addRange(range: unknown): this {
    if (!(range instanceof RangePlace)) throw mismatch('EmbeddedChartBuilder.addRange', [range]);
    const added = { ...range.rect, sheetId: range.model.id };
    return this.change({ ranges: [...this.model.ranges, added] });
  }

  clearRanges(): this {
    return this.change({ ranges: [] });
  }

  getRanges(): ScriptObject[] {
    return this.build().getRanges();
  }

  setPosition(row: unknown, column: unknown, offsetX: unknown, offsetY: unknown): this {
    const numbers = [row, column, offsetX, offsetY];
    if (!numbers.every((number) => typeof number === 'number')) {
      throw mismatch('EmbeddedChartBuilder.setPosition', numbers);
    }
    const [r, c, x, y] = numbers as [number, number, number, number];
    return this.change({ position: { row: r, column: c, offsetX: x, offsetY: y } });
  }

  setOption(option: unknown, value: unknown): this {
    if (typeof option !== 'string')
      throw mismatch('EmbeddedChartBuilder.setOption', [option, value]);
    const plain = value === null ? null : (JSON.parse(JSON.stringify(value)) as unknown);
    return this.change({ options: { ...this.model.options, [option]: plain } });
  }

  setNumHeaders(headers: unknown): this {
    return this.change({ numHeaders: Number(headers) });
  }

  setMergeStrategy(strategy: unknown): this {
    return this.change({ mergeStrategy: String(strategy) });
  }

  setTransposeRowsAndColumns(transpose: unknown): this {
    return this.change({ transpose: transpose === true });
  }

  setHiddenDimensionStrategy(strategy: unknown): this {
    return this.change({ hiddenDimensionStrategy: String(strategy) });
  }

  setChartType(type: unknown): TypedChartBuilder {
    return this.typed(String(type));
  }

  asAreaChart(): TypedChartBuilder {
    return this.typed('AREA');
  }

  asBarChart(): TypedChartBuilder {
    return this.typed('BAR');
  }

  asColumnChart(): TypedChartBuilder {
    return this.typed('COLUMN');
  }

  asComboChart(): TypedChartBuilder {
    return this.typed('COMBO');
  }

  asLineChart(): TypedChartBuilder {
    return this.typed('LINE');
  }

  asPieChart(): TypedChartBuilder {
    return this.typed('PIE');
  }

  asScatterChart(): TypedChartBuilder {
    return this.typed('SCATTER');
  }

  asTableChart(): TypedChartBuilder {
    return this.typed('TABLE');
  }

  protected change(change: Partial<ChartModel>): this {
    this.model = { ...this.model, ...change };
    return this;
  }

  private typed(type: string): TypedChartBuilder {
    return new TypedChartBuilder(this.run, { ...this.model, type });
  }
}

/** The builder before a type is chosen: setTitle and the like do not exist yet. */
export class EmbeddedChartBuilder extends AnyChartBuilder {
  readonly face = CHART_BUILDER;

  override setHiddenDimensionStrategy(strategy: unknown): this {
    if (this.model.id >= 0) return super.setHiddenDimensionStrategy(strategy);
    throw new BookError('A chart type must be chosen before a hidden dimension strategy.');
  }
}

/** EmbeddedBarChartBuilder, EmbeddedLineChartBuilder and so on. */
export class TypedChartBuilder extends AnyChartBuilder {
  get face(): FaceClass {
    const name = this.model.type.charAt(0) + this.model.type.slice(1).toLowerCase();
    let face = TYPED.get(name);
    if (face === undefined) {
      face = { name: `Embedded${name}ChartBuilder`, kinds: TYPED_KINDS };
      TYPED.set(name, face);
    }
    return face;
  }

  setTitle(title: unknown): this {
    return this.setOption('title', String(title));
  }

  setXAxisTitle(title: unknown): this {
    return this.setOption('hAxis.title', String(title));
  }

  setYAxisTitle(title: unknown): this {
    return this.setOption('vAxis.title', String(title));
  }

  setStacked(): this {
    return this.setOption('isStacked', true);
  }

  setColors(colours: unknown): this {
    return this.setOption('colors', colours);
  }

  setBackgroundColor(colour: unknown): this {
    return this.setOption('backgroundColor', colour);
  }

  setLegendPosition(position: unknown): this {
    return this.setOption('legend.position', String(position).toLowerCase());
  }
}

const SHARED = [
  'build',
  'addRange',
  'clearRanges',
  'getRanges',
  'setPosition',
  'setOption',
  'setNumHeaders',
  'setMergeStrategy',
  'setTransposeRowsAndColumns',
  'setHiddenDimensionStrategy',
  'setChartType',
  'asAreaChart',
  'asBarChart',
  'asColumnChart',
  'asComboChart',
  'asLineChart',
  'asPieChart',
  'asScatterChart',
  'asTableChart',
] as const;

const CHART_BUILDER: FaceClass = {
  name: 'EmbeddedChartBuilder',
  kinds: kindsOf<keyof EmbeddedChartBuilder & keyof Google>({ navigate: SHARED }),
};

const TYPED = new Map<string, FaceClass>();
const TYPED_KINDS: Readonly<Record<string, MethodKind>> = kindsOf<
  keyof TypedChartBuilder & keyof GoogleTyped
>({
  navigate: [
    ...SHARED,
    'setTitle',
    'setXAxisTitle',
    'setYAxisTitle',
    'setStacked',
    'setColors',
    'setBackgroundColor',
    'setLegendPosition',
  ],
});

/** A chart before anything is said about it. */
export const NO_CHART: ChartModel = {
  id: -1,
  type: 'COLUMN',
  ranges: [],
  options: {},
  position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
  numHeaders: 0,
  mergeStrategy: 'MERGE_COLUMNS',
  transpose: false,
  hiddenDimensionStrategy: 'IGNORE_ROWS',
};
