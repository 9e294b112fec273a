import { makeEnum } from '../enum';
import { Guarded, strictClass } from '../strict';
import { a, fits } from './arguments';
import { make } from './makers';
import type { Range } from './range';
import { RangeBase, rangeRef } from './range-base';
import type { RangeRef, SheetRef } from './refs';

/** The kinds of chart. */
export const ChartType = makeEnum(
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
);

/** What a builder was given; the local page draws it (local/host/charts.ts). */
interface Spec {
  readonly type: string;
  readonly ranges: readonly RangeRef[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: readonly number[];
  readonly numHeaders: number;
}

let readChart: (chart: EmbeddedChart) => { id: number | null; spec: Spec };

/** A chart of a tab, kept as what its builder was given. */
export class EmbeddedChart extends Guarded {
  readonly #id: number | null;
  readonly #spec: Spec;
  readonly #home: SheetRef;

  static {
    readChart = (chart) => ({ id: chart.#id, spec: chart.#spec });
  }

  constructor(id: number | null, spec: Spec, home: SheetRef) {
    super();
    this.#id = id;
    this.#spec = spec;
    this.#home = home;
  }

  getChartId(): number | null {
    return this.#id;
  }

  getRanges(): Range[] {
    return this.#spec.ranges.map((ref) => make.range(ref));
  }

  modify(): ChartBuilder {
    return new ChartBuilder(this.#id, this.#home, this.#spec);
  }
}

/** Builds an {@link EmbeddedChart}. */
export class ChartBuilder extends Guarded {
  readonly #id: number | null;
  readonly #home: SheetRef;
  #spec: Spec;

  constructor(
    id: number | null,
    home: SheetRef,
    spec: Spec = { type: 'LINE', ranges: [], options: {}, position: [1, 1, 0, 0], numHeaders: 0 },
  ) {
    super();
    this.#id = id;
    this.#home = home;
    this.#spec = spec;
  }

  #change(changes: Partial<Spec>): this {
    this.#spec = { ...this.#spec, ...changes };
    return this;
  }

  setChartType(...args: [type: object]): this {
    fits('EmbeddedChartBuilder.setChartType', args, ['object']);
    return this.#change({ type: String(args[0]) });
  }

  asColumnChart(): this {
    return this.#change({ type: 'COLUMN' });
  }

  asBarChart(): this {
    return this.#change({ type: 'BAR' });
  }

  asLineChart(): this {
    return this.#change({ type: 'LINE' });
  }

  asPieChart(): this {
    return this.#change({ type: 'PIE' });
  }

  asAreaChart(): this {
    return this.#change({ type: 'AREA' });
  }

  addRange(...args: [range: Range]): this {
    fits('EmbeddedChartBuilder.addRange', args, [a(RangeBase)]);
    return this.#change({ ranges: [...this.#spec.ranges, rangeRef(args[0])] });
  }

  clearRanges(): this {
    return this.#change({ ranges: [] });
  }

  setNumHeaders(...args: [headers: number]): this {
    fits('EmbeddedChartBuilder.setNumHeaders', args, ['number']);
    return this.#change({ numHeaders: args[0] });
  }

  setOption(...args: [option: string, value: unknown]): this {
    fits('EmbeddedChartBuilder.setOption', args, ['string', 'any']);
    return this.#change({ options: { ...this.#spec.options, [args[0]]: args[1] } });
  }

  setTitle(...args: [title: string]): this {
    fits('EmbeddedChartBuilder.setTitle', args, ['string']);
    return this.setOption('title', args[0]);
  }

  setPosition(...args: [anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number]): this {
    fits('EmbeddedChartBuilder.setPosition', args, ['number', 'number', 'number', 'number']);
    return this.#change({ position: args });
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.#id, this.#spec, this.#home);
  }
}

strictClass(EmbeddedChart, 'EmbeddedChart');
strictClass(ChartBuilder, 'EmbeddedChartBuilder');

/** A chart's number and what it was given. */
export const chartParts = (chart: EmbeddedChart): { id: number | null; spec: Spec } => readChart(chart);

/** A chart that has crossed. */
export const chartFrom = (kept: unknown, home: SheetRef): EmbeddedChart => {
  const { chartId, spec } = kept as { chartId: number; spec: Spec };
  return new EmbeddedChart(chartId, spec, home);
};
