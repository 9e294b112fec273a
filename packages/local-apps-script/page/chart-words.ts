import type { ChartOptions, SheetChart } from './contract';

/** How Chart.js draws a series. */
export type SeriesType = 'bar' | 'line';

const DRAWN = ['COLUMN', 'BAR', 'LINE', 'AREA', 'STEPPED_AREA', 'COMBO', 'PIE'];

/** Whether this page can draw charts of this type. */
export const isDrawn = ({ type }: SheetChart): boolean => DRAWN.includes(type);

/** How a series is drawn: by its chart's type, in a combo chart as the script says of it. */
export const seriesType = (
  { type, options }: SheetChart,
  index: number,
): { readonly type: SeriesType; readonly isFilled: boolean; readonly isStepped: boolean } => {
  const all = (options.series ?? {}) as Record<string, ChartOptions | undefined>;
  const ofSeries = all[index]?.type ?? options.seriesType ?? 'line';
  const name = type === 'COMBO' ? String(ofSeries) : type.toLowerCase();
  return {
    type: ['bars', 'column', 'bar'].includes(name) ? 'bar' : 'line',
    isFilled: name === 'area' || name === 'stepped_area' || name === 'steppedArea',
    isStepped: name === 'stepped_area' || name === 'steppedArea',
  };
};

/** A number of an axis, by the number format of the cells or the axis (`$#,##0.00`, `currency`, `0%`). */
export const numberText = (value: number, format: string): string => {
  const isCurrency = format.includes('$') || format === 'currency';
  const isPercent = format.includes('%') || format === 'percent';
  const digits = Number.isInteger(isPercent ? value * 100 : value) ? 0 : 2;
  return new Intl.NumberFormat('en-US', {
    ...(isCurrency && { style: 'currency', currency: 'USD' }),
    ...(isPercent && { style: 'percent' }),
    minimumFractionDigits: isPercent ? 0 : digits,
    maximumFractionDigits: isPercent ? Math.min(digits, 1) : digits,
  }).format(value);
};

/** What someone hears who cannot see the chart. */
export const chartLabel = (chart: SheetChart): string => {
  const title = typeof chart.options.title === 'string' ? chart.options.title : '';
  const names = chart.series.map(({ name }) => name).join(', ');
  return `Chart${title && `: ${title}`}. ${chart.labels.length} values of ${names}.`;
};
