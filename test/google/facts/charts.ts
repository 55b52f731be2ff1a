import { expect } from '@jest/globals';
import { scriptOn } from '../../preview/spreadsheet/scriptOn';
import { CLASS } from './evidence';
import { type Fact, fact } from './fact';

function charted() {
  const script = scriptOn();
  const { sheet } = script;
  const builder = sheet.newChart().addRange(sheet.getRange('A1:B4')).setOption('title', 'Funnel');
  sheet.insertChart(builder.setPosition(2, 5, 8, 8).setNumHeaders(1).build());
  return script;
}

/** Charts in a sheet. */
export const CHART_FACTS: readonly Fact[] = [
  fact(
    ['Sheet.newChart', 'EmbeddedChartBuilder.build', 'Sheet.insertChart', 'Sheet.getCharts'],
    'A chart is drawn when it is inserted, not when it is built.',
    CLASS.chartBuilder,
    () => {
      const { sheet } = scriptOn();
      const chart = sheet.newChart().addRange(sheet.getRange('A1:B4')).build();
      expect(sheet.getCharts()).toEqual([]);
      sheet.insertChart(chart);
      expect(sheet.getCharts()).toHaveLength(1);
    },
  ),
  fact(
    ['EmbeddedChart.modify', 'Sheet.updateChart', 'EmbeddedChartBuilder.build'],
    'A chart changes only through modify, build and updateChart.',
    CLASS.chart,
    () => {
      const { sheet } = charted();
      const titles = () => sheet.getCharts().map((chart) => chart.getOptions().get('title'));
      const changed = sheet.getCharts()[0]!.modify().setOption('title', 'Reached').build();
      expect(titles()).toEqual(['Funnel']);
      sheet.updateChart(changed);
      expect(titles()).toEqual(['Reached']);
    },
  ),
  fact(
    'EmbeddedChart.getChartId',
    'A chart in a sheet has an ID that stays; one that is only built has none.',
    CLASS.chart,
    () => {
      const { sheet } = charted();
      const id = sheet.getCharts()[0]!.getChartId();
      expect(id).not.toBeNull();
      sheet.updateChart(sheet.getCharts()[0]!.modify().setOption('title', 'x').build());
      expect(sheet.getCharts()[0]!.getChartId()).toBe(id);
      expect(sheet.newChart().build().getChartId()).toBeNull();
    },
  ),
  fact(
    ['EmbeddedChart.getOptions', 'ChartOptions.get', 'EmbeddedChartBuilder.setOption'],
    'An option is read back as it was set; one that was not set is null.',
    CLASS.chartOptions,
    () => {
      const options = charted().sheet.getCharts()[0]!.getOptions();
      expect([options.get('title'), options.get('width')]).toEqual(['Funnel', null]);
    },
  ),
  fact(
    ['EmbeddedChartBuilder.addRange', 'EmbeddedChartBuilder.clearRanges'],
    'A chart draws its ranges, in the order in which they were added.',
    CLASS.chartBuilder,
    () => {
      const { sheet } = charted();
      const ranges = () =>
        sheet
          .getCharts()[0]!
          .getRanges()
          .map((range) => range.getA1Notation());
      expect(ranges()).toEqual(['A1:B4']);
      const again = sheet.getCharts()[0]!.modify().clearRanges();
      again.addRange(sheet.getRange('A1:A9')).addRange(sheet.getRange('C1:C9'));
      sheet.updateChart(again.build());
      expect(ranges()).toEqual(['A1:A9', 'C1:C9']);
    },
  ),
  fact(
    [
      'EmbeddedChartBuilder.setChartType',
      'EmbeddedChartBuilder.setNumHeaders',
      'EmbeddedChartBuilder.setMergeStrategy',
      'EmbeddedChartBuilder.setPosition',
      'EmbeddedChart.getContainerInfo',
      'ContainerInfo.getAnchorRow',
      'ContainerInfo.getAnchorColumn',
    ],
    'A chart has a type, header rows, a way to join its ranges, and a cell at its corner.',
    CLASS.chartBuilder,
    () => {
      const { sheet, book } = scriptOn();
      const column = 'COLUMN' as unknown as GoogleAppsScript.Charts.ChartType;
      const merged = 'MERGE_COLUMNS' as unknown as GoogleAppsScript.Charts.ChartMergeStrategy;
      const builder = sheet.newChart().setChartType(column).setMergeStrategy(merged);
      sheet.insertChart(builder.setNumHeaders(1).setPosition(2, 5, 8, 8).build());
      expect(book.sheets[0]?.charts).toMatchObject([
        { type: 'COLUMN', numHeaders: 1, mergeStrategy: 'MERGE_COLUMNS' },
      ]);
      const place = sheet.getCharts()[0]!.getContainerInfo();
      expect([place.getAnchorRow(), place.getAnchorColumn()]).toEqual([2, 5]);
    },
  ),
];
