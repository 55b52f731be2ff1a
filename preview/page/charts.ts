import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import type { ChartView, SeriesView } from '../serving/api';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
);
Chart.defaults.font.family = "Roboto, Arial, 'Noto Sans SC', sans-serif";
Chart.defaults.color = '#5f6368';
Chart.defaults.animation = false;

/** The colours that Sheets gives to series without one. */
const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7'];

/** Draws the charts of a tab over its cells and keeps them in place while the cells scroll. */
export class ChartLayer {
  readonly element: HTMLElement;
  readonly #inner: HTMLElement;
  readonly #drawn = new Map<number, { box: HTMLElement; chart: Chart; key: string }>();

  constructor(onWheel: (event: WheelEvent) => void) {
    this.element = document.createElement('div');
    this.element.className = 'chart-layer';
    this.#inner = document.createElement('div');
    this.element.append(this.#inner);
    this.element.addEventListener('wheel', onWheel, { passive: true });
    // A canvas keeps the letters that it was drawn with: fonts that come later need a second drawing.
    document.fonts.addEventListener('loadingdone', () => {
      for (const { chart } of this.#drawn.values()) chart.update('none');
    });
  }

  /** `at` says where a chart's anchor lies, in pixels from the first cell. */
  show(charts: readonly ChartView[], at: (chart: ChartView) => { left: number; top: number }) {
    const wanted = new Set(charts.map((chart) => chart.id));
    for (const [id, drawn] of this.#drawn) {
      if (wanted.has(id)) continue;
      drawn.chart.destroy();
      drawn.box.remove();
      this.#drawn.delete(id);
    }
    for (const chart of charts) {
      const { left, top } = at(chart);
      const key = JSON.stringify(chart);
      let drawn = this.#drawn.get(chart.id);
      if (drawn === undefined || drawn.key !== key) {
        drawn?.chart.destroy();
        drawn?.box.remove();
        drawn = { ...this.#draw(chart), key };
        this.#drawn.set(chart.id, drawn);
      }
      drawn.box.style.left = `${left}px`;
      drawn.box.style.top = `${top}px`;
    }
  }

  /** Keeps the layer over the scrolled cells. */
  follow(x: number, y: number): void {
    this.#inner.style.transform = `translate(${-x}px, ${-y}px)`;
  }

  #draw(view: ChartView): { box: HTMLElement; chart: Chart } {
    const box = document.createElement('figure');
    box.className = 'chart';
    box.style.width = `${view.width}px`;
    box.style.height = `${view.height}px`;
    box.setAttribute('aria-label', view.title);
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', describe(view));
    box.append(canvas);
    this.#inner.append(box);
    return { box, chart: new Chart(canvas, configuration(view)) };
  }
}

/** The chart in words, for those who do not see it. */
function describe(view: ChartView): string {
  const lines = view.series
    .filter((series) => series.colour !== 'transparent')
    .map(
      (s) => `${s.name}: ${view.labels.map((l, at) => `${l} ${s.values[at] ?? '–'}`).join(', ')}`,
    );
  return [view.title, ...lines].join('. ').slice(0, 2_000);
}

function configuration(view: ChartView): ChartConfiguration {
  const sideways = view.kind === 'bar';
  const value = { display: view.yTitle !== '', text: view.yTitle };
  const category = { display: view.xTitle !== '', text: view.xTitle };
  const show = (amount: number | string) => formatted(Number(amount), view.format);
  const second = view.series.some((series) => series.secondAxis);
  return {
    type: 'bar',
    data: { labels: [...view.labels], datasets: view.series.map((s, at) => dataset(view, s, at)) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: sideways ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: sideways ? 'y' : 'x' },
      plugins: {
        title: {
          display: view.title !== '',
          text: view.title,
          align: 'start',
          color: '#202124',
          font: { size: 15, weight: 'normal' },
          padding: { bottom: 12 },
        },
        legend: {
          display: view.legend !== 'none',
          position: view.legend === 'none' ? 'top' : view.legend,
          labels: {
            boxWidth: 12,
            filter: (item) => view.series[item.datasetIndex ?? 0]?.colour !== 'transparent',
          },
        },
        tooltip: {
          filter: (item) => view.series[item.datasetIndex]?.colour !== 'transparent',
          callbacks: {
            label: (item) => `${item.dataset.label ?? ''}: ${show(Number(item.raw ?? 0))}`,
          },
        },
      },
      scales: {
        [sideways ? 'y' : 'x']: {
          stacked: view.stacked,
          title: category,
          grid: { display: false },
          ticks: { autoSkip: !sideways },
        },
        [sideways ? 'x' : 'y']: {
          stacked: view.stacked,
          title: value,
          beginAtZero: true,
          ticks: { callback: show, maxTicksLimit: 7 },
        },
        ...(second ? { right: { position: 'right', grid: { display: false } } } : {}),
      },
    },
  };
}

function dataset(view: ChartView, series: SeriesView, at: number) {
  const colour = series.colour === '' ? (COLOURS[at % COLOURS.length] ?? '#4285f4') : series.colour;
  const common = {
    label: series.name,
    data: [...series.values],
    backgroundColor: colour,
    borderColor: colour,
    ...(series.secondAxis ? { yAxisID: 'right' } : {}),
  };
  if (series.kind === 'bar') {
    return { ...common, type: 'bar' as const, maxBarThickness: view.kind === 'bar' ? 34 : 60 };
  }
  return {
    ...common,
    type: 'line' as const,
    borderWidth: 2,
    pointRadius: view.labels.length > 30 ? 0 : 3,
    tension: 0,
    fill: series.kind === 'area' ? ('origin' as const) : false,
    backgroundColor: series.kind === 'area' ? `${colour}40` : colour,
    // Lines stand in front of bars.
    order: -1,
  };
}

/** A value as an axis shows it: shares in percent, large amounts short. */
function formatted(value: number, format: string): string {
  if (format.includes('%')) return `${Math.round(value * 100)}%`;
  return new Intl.NumberFormat(document.documentElement.lang === 'zh' ? 'zh-CN' : 'en', {
    notation: Math.abs(value) >= 100_000 ? 'compact' : 'standard',
    maximumFractionDigits: 1,
  }).format(value);
}
