import { enumOf } from '../guard';
import { built, type ServiceSide } from './serviceSide';

/** The enums that embedded charts are described with; charts themselves are made by a Sheet. */
export function charts(side: ServiceSide): object {
  return built(side, 'Charts', ENUMS);
}

const ENUMS = {
  ChartType: enumOf('ChartType', [
    'TIMELINE',
    'AREA',
    'BAR',
    'BUBBLE',
    'CANDLESTICK',
    'COLUMN',
    'COMBO',
    'GAUGE',
    'GEO',
    'HISTOGRAM',
    'RADAR',
    'LINE',
    'ORG',
    'PIE',
    'SCATTER',
    'SPARKLINE',
    'STEPPED_AREA',
    'TABLE',
    'TREEMAP',
    'WATERFALL',
  ]),
  ChartHiddenDimensionStrategy: enumOf('ChartHiddenDimensionStrategy', [
    'IGNORE_BOTH',
    'IGNORE_ROWS',
    'IGNORE_COLUMNS',
    'SHOW_BOTH',
  ]),
  ChartMergeStrategy: enumOf('ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']),
  CurveStyle: enumOf('CurveStyle', ['NORMAL', 'SMOOTH']),
  PointStyle: enumOf('PointStyle', ['NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE']),
  Position: enumOf('Position', ['TOP', 'RIGHT', 'BOTTOM', 'NONE']),
};
