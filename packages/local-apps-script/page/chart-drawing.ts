import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import { numberText, type SeriesType, seriesType } from './chart-words';
import type { ChartOptions, ChartSeries, SheetChart } from './contract';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);

/** Google's own colors, in its order. */
const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72'];
const INK = '#1d2a26';
const QUIET = '#56645e';
const LINE = '#dde4e0';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const part = (options: ChartOptions, name: string | number): ChartOptions => {
  const value = options[name];
  return typeof value === 'object' && value !== null ? (value as ChartOptions) : {};
};

/** An axis' title: `vAxis: {title}` or `vAxes: {0: {title}}`. */
const titleOf = (options: ChartOptions, axis: 'hAxis' | 'vAxis'): string =>
  text(part(options, axis).title) || text(part(part(options, axis === 'vAxis' ? 'vAxes' : 'hAxes'), 0).title);

const formatOf = (options: ChartOptions, axis: 'hAxis' | 'vAxis', series: readonly ChartSeries[]): string =>
  text(part(options, axis).format) || (series[0]?.pattern ?? '');

const coloursOf = ({ options, series }: SheetChart): string[] => {
  const given = Array.isArray(options.colors) ? options.colors.map(text) : [];
  return series.map(
    (_, index) =>
      text(part(part(options, 'series'), index).color) || given[index] || (COLOURS[index % COLOURS.length] as string),
  );
};

const title = (words: string, size: number) => ({
  display: words !== '',
  text: words,
  color: size > 13 ? INK : QUIET,
  font: { size, weight: size > 13 ? ('bold' as const) : ('normal' as const) },
});

const datasetOf = (chart: SheetChart, index: number, colour: string): ChartDataset<SeriesType> => {
  const { name, values } = chart.series[index] as ChartSeries;
  const { type, isFilled, isStepped } = seriesType(chart, index);
  const isSecond = Number(part(part(chart.options, 'series'), index).targetAxisIndex) === 1;
  const common = { label: name, data: [...values], ...(isSecond && { yAxisID: 'y1' }) };
  if (type === 'bar') return { ...common, type, backgroundColor: colour, maxBarThickness: 48 };
  return {
    ...common,
    type: 'line',
    borderColor: colour,
    backgroundColor: isFilled ? `${colour}40` : colour,
    fill: isFilled,
    stepped: isStepped,
    pointRadius: chart.labels.length > 40 ? 0 : 3,
    tension: chart.options.curveType === 'function' ? 0.35 : 0,
    spanGaps: true,
  };
};

/** Draws a chart in a canvas as Google would, as near as it matters: titles, axes, number formats, legend, colors. */
export const drawChart = (canvas: HTMLCanvasElement, chart: SheetChart): Chart =>
  new Chart(canvas, chart.type === 'PIE' ? pieOf(chart) : axesOf(chart));

const SHARED = {
  responsive: false,
  animation: false as const,
  layout: { padding: 12 },
};

const titleAndLegend = ({ options, series, type }: SheetChart) => {
  const asked = text(part(options, 'legend').position) || text(options.legend);
  const isPie = type === 'PIE';
  const position = asked === 'in' || asked === '' ? (isPie ? 'right' : 'bottom') : asked;
  return {
    title: { ...title(text(options.title), 16), align: 'start' as const, padding: { bottom: 12 } },
    legend: {
      display: asked !== 'none' && (isPie || series.length > 1 || asked !== ''),
      position: (['top', 'bottom', 'left', 'right'].includes(position) ? position : 'bottom') as 'bottom',
      labels: { color: QUIET, boxWidth: 12 },
    },
  };
};

const pieOf = (chart: SheetChart): ChartConfiguration<'pie'> => {
  const [first] = chart.series;
  const slices = { ...chart, series: chart.labels.map(() => first as ChartSeries) };
  return {
    type: 'pie',
    data: {
      labels: [...chart.labels],
      datasets: [
        {
          data: (first?.values ?? []).map((value) => value ?? 0),
          backgroundColor: coloursOf(slices),
          borderColor: '#ffffff',
        },
      ],
    },
    options: {
      ...SHARED,
      ...(Number(chart.options.pieHole) > 0 && { cutout: `${Number(chart.options.pieHole) * 100}%` }),
      plugins: {
        ...titleAndLegend(chart),
        tooltip: { callbacks: { label: ({ dataIndex }) => ` ${first?.texts[dataIndex] ?? ''}` } },
      },
    },
  };
};

const axesOf = (chart: SheetChart): ChartConfiguration<SeriesType> => {
  const { options, series } = chart;
  const isAcross = chart.type === 'BAR';
  const colours = coloursOf(chart);
  const isStacked = Boolean(options.isStacked);
  const onSecond = series.filter((_, index) => Number(part(part(options, 'series'), index).targetAxisIndex) === 1);
  // In a bar chart Google's hAxis is the one with the numbers, as it lies across.
  const numbers = isAcross ? 'hAxis' : 'vAxis';
  const names = isAcross ? 'vAxis' : 'hAxis';
  const numberAxis = (words: string, format: string) => ({
    beginAtZero: true,
    stacked: isStacked,
    title: title(words, 12),
    grid: { color: LINE },
    ticks: { color: QUIET, callback: (value: string | number) => numberText(Number(value), format) },
  });
  const scales = {
    [isAcross ? 'x' : 'y']: numberAxis(titleOf(options, numbers), formatOf(options, numbers, series)),
    [isAcross ? 'y' : 'x']: {
      stacked: isStacked,
      title: title(titleOf(options, names), 12),
      grid: { display: false },
      ticks: { color: QUIET, maxRotation: 60 },
    },
    ...(onSecond.length > 0 && {
      y1: {
        ...numberAxis(
          text(part(part(options, 'vAxes'), 1).title),
          text(part(part(options, 'vAxes'), 1).format) || (onSecond[0]?.pattern ?? ''),
        ),
        position: 'right' as const,
        grid: { display: false },
      },
    }),
  };
  return {
    type: isAcross ? 'bar' : seriesType(chart, 0).type,
    data: {
      labels: [...chart.labels],
      datasets: series.map((_, index) => datasetOf(chart, index, colours[index] as string)),
    },
    options: {
      ...SHARED,
      indexAxis: isAcross ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: isAcross ? 'y' : 'x' },
      scales,
      plugins: {
        ...titleAndLegend(chart),
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const { name = '', texts = [] } = series[datasetIndex] ?? {};
              return ` ${name}: ${texts[dataIndex] ?? ''}`;
            },
          },
        },
      },
    },
  };
};
