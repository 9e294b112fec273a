import type { Chart } from 'chart.js';
import { drawChart } from './chart-drawing';
import { chartLabel, isDrawn } from './chart-words';
import type { SheetChart } from './contract';
import { make } from './dom';

/** Where a chart's upper left corner goes, in pixels from the first row below the frozen ones and from the row numbers on. */
export type ChartPlace = (row: number, column: number) => { readonly left: number; readonly top: number };

interface Drawn {
  readonly box: HTMLElement;
  readonly chart: Chart | null;
  readonly given: string;
  readonly from: SheetChart;
}

/** The charts of a tab, over its cells. They move with the cells when the sheet is scrolled. */
export class Charts {
  // To those who hear the sheet, one more row of cells.
  private readonly layer = make('div', { className: 'charts', hidden: true, attributes: { role: 'row' } });
  private readonly drawn = new Map<number, Drawn>();

  constructor(private readonly place: ChartPlace) {}

  /** Puts the charts into what is scrolled. */
  standIn(holder: Element): void {
    holder.append(this.layer);
  }

  /** Draws what is new or different, and takes away what is gone. */
  show(charts: readonly SheetChart[]): void {
    for (const [id, { given }] of this.drawn) {
      const now = charts.find((chart) => chart.id === id);
      if (!now || JSON.stringify(now) !== given) this.remove(id);
    }
    for (const chart of charts) if (!this.drawn.has(chart.id)) this.add(chart);
    this.layer.hidden = charts.length === 0;
    this.arrange();
  }

  /** Widths have changed: puts each chart to its cell again. */
  arrange(): void {
    for (const { box, from } of this.drawn.values()) {
      const { left, top } = this.place(from.row, from.column);
      box.style.left = `${left + from.offsetX}px`;
      box.style.top = `${top + from.offsetY}px`;
    }
  }

  destroy(): void {
    for (const id of [...this.drawn.keys()]) this.remove(id);
  }

  private add(chart: SheetChart): void {
    const box = make('div', { className: 'chart', attributes: { role: 'gridcell' } });
    box.style.width = `${chart.width}px`;
    box.style.height = `${chart.height}px`;
    this.layer.append(box);
    const given = JSON.stringify(chart);
    if (!isDrawn(chart)) {
      box.append(make('p', { className: 'empty' }, `This page can’t draw charts of type ${chart.type}.`));
      this.drawn.set(chart.id, { box, chart: null, given, from: chart });
      return;
    }
    const canvas = make('canvas', { width: chart.width, height: chart.height, attributes: { role: 'img' } });
    canvas.setAttribute('aria-label', chartLabel(chart));
    canvas.append(table(chart));
    box.append(canvas);
    this.drawn.set(chart.id, { box, chart: drawChart(canvas, chart), given, from: chart });
  }

  private remove(id: number): void {
    const drawn = this.drawn.get(id);
    drawn?.chart?.destroy();
    drawn?.box.remove();
    this.drawn.delete(id);
  }
}

/** What the chart shows, as a table inside its canvas. */
const table = ({ labels, series }: SheetChart): HTMLElement =>
  make(
    'table',
    {},
    make('tr', {}, make('td'), ...series.map(({ name }) => make('th', {}, name))),
    ...labels.map((label, index) =>
      make('tr', {}, make('th', {}, label), ...series.map(({ texts }) => make('td', {}, texts[index] ?? ''))),
    ),
  );
