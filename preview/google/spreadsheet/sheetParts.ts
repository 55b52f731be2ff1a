import { BookError } from '../book/bookError';
import type { ConditionalFormat } from '../book/conditionalFormat';
import { NO_CHART } from './chartBuilder';
import { ConditionalFormatRule } from './conditionalFormatRule';
import { EmbeddedChart } from './embeddedChart';
import type { ScriptObject } from './faces';
import { Protection } from './protection';
import { mismatch } from './run';
import { SheetLines } from './sheetLines';

/** What stands on a sheet beside its cells: charts, protections, conditional formats. */
export abstract class SheetParts extends SheetLines {
  protect(): Protection {
    return Protection.create(this.run, this.model, null);
  }

  getProtections(type: unknown): Protection[] {
    const isSheet = String(type) === 'SHEET';
    return this.run.book.protections
      .filter((one) => one.sheetId === this.model.id && (one.rect === null) === isSheet)
      .map((one) => new Protection(this.run, this.model, one.id));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.model.conditionalFormats.map((rule) => new ConditionalFormatRule(this.run, rule));
  }

  /** Replaces every rule of the sheet, people's own too. */
  setConditionalFormatRules(rules: unknown): void {
    if (!Array.isArray(rules)) throw mismatch('Sheet.setConditionalFormatRules', [rules]);
    const models: ConditionalFormat[] = rules.map((rule) => {
      const taken = this.run.faces.take(rule);
      if (!(taken instanceof ConditionalFormatRule)) {
        throw mismatch('Sheet.setConditionalFormatRules', [rules]);
      }
      return taken.rule;
    });
    this.change(() => {
      this.model.conditionalFormats = models;
    });
  }

  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  newChart(): ScriptObject {
    return this.run.make.chartBuilder(NO_CHART);
  }

  getCharts(): EmbeddedChart[] {
    return this.model.charts.map((chart) => new EmbeddedChart(this.run, chart));
  }

  insertChart(chart: unknown): void {
    const model = chartOf('insertChart', chart);
    this.change(() => {
      const id = this.run.book.takeId();
      this.model.charts = [...this.model.charts, { ...model, id }];
    });
  }

  updateChart(chart: unknown): void {
    const model = chartOf('updateChart', chart);
    this.assertHas(model.id);
    this.change(() => {
      this.model.charts = this.model.charts.map((one) => (one.id === model.id ? model : one));
    });
  }

  removeChart(chart: unknown): void {
    const { id } = chartOf('removeChart', chart);
    this.assertHas(id);
    this.change(() => {
      this.model.charts = this.model.charts.filter((one) => one.id !== id);
    });
  }

  private assertHas(chartId: number): void {
    if (this.model.charts.some((chart) => chart.id === chartId)) return;
    throw new BookError('That chart does not exist on this sheet.');
  }
}

function chartOf(method: string, chart: unknown) {
  if (!(chart instanceof EmbeddedChart)) throw mismatch(`Sheet.${method}`, [chart]);
  return chart.model;
}
