import type { ChartModel } from '../book/chart';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import type { Run } from './run';

type Google = GoogleAppsScript.Spreadsheet.EmbeddedChart;

/** A chart as built or as found on a sheet; changing it takes modify, build and updateChart. */
export class EmbeddedChart extends ScriptObject {
  readonly face = CHART;

  constructor(
    private readonly run: Run,
    readonly model: ChartModel,
  ) {
    super();
  }

  getChartId(): number | null {
    return this.model.id < 0 ? null : this.model.id;
  }

  getRanges(): ScriptObject[] {
    return this.model.ranges.flatMap((range) => {
      const sheet = this.run.book.sheetById(range.sheetId);
      return sheet === null ? [] : [this.run.make.range(sheet, range)];
    });
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.model.options);
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.model.position);
  }

  getNumHeaders(): number {
    return this.model.numHeaders;
  }

  getTransposeRowsAndColumns(): boolean {
    return this.model.transpose;
  }

  modify(): ScriptObject {
    return this.run.make.chartBuilder(this.model);
  }
}

const CHART: FaceClass = {
  name: 'EmbeddedChart',
  kinds: kindsOf<keyof EmbeddedChart & keyof Google>({
    navigate: [
      'getChartId',
      'getRanges',
      'getOptions',
      'getContainerInfo',
      'getNumHeaders',
      'getTransposeRowsAndColumns',
      'modify',
    ],
  }),
};

export class ChartOptions extends ScriptObject {
  readonly face = OPTIONS;

  constructor(private readonly options: Readonly<Record<string, unknown>>) {
    super();
  }

  get(name: unknown): unknown {
    return this.options[String(name)] ?? null;
  }
}

const OPTIONS: FaceClass = {
  name: 'ChartOptions',
  kinds: kindsOf<keyof ChartOptions & keyof GoogleAppsScript.Charts.ChartOptions>({
    free: ['get'],
  }),
};

export class ContainerInfo extends ScriptObject {
  readonly face = CONTAINER;

  constructor(private readonly position: ChartModel['position']) {
    super();
  }

  getAnchorRow(): number {
    return this.position.row;
  }

  getAnchorColumn(): number {
    return this.position.column;
  }

  getOffsetX(): number {
    return this.position.offsetX;
  }

  getOffsetY(): number {
    return this.position.offsetY;
  }
}

const CONTAINER: FaceClass = {
  name: 'ContainerInfo',
  kinds: kindsOf<keyof ContainerInfo & keyof GoogleAppsScript.Spreadsheet.ContainerInfo>({
    free: ['getAnchorRow', 'getAnchorColumn', 'getOffsetX', 'getOffsetY'],
  }),
};
