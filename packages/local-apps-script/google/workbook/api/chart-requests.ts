import type { Json } from '../../operations';
import type { RangeRef } from '../../refs';
import type { GridRange } from '../tab-meta';
import { RequestError } from './api-error';
import { areaOf, type BatchContext, type Body, type RequestHandler, tabOfId } from './batch-context';

/** What is drawn; every other kind of chart and option is refused rather than lost. */
const CHART_KNOWN = ['chartId', 'spec', 'position'];
const SPEC_KNOWN = ['title', 'basicChart', 'pieChart'];
const BASIC_KNOWN = ['chartType', 'legendPosition', 'headerCount', 'axis', 'domains', 'series', 'stackedType'];
const PIE_KNOWN = ['legendPosition', 'domain', 'series', 'pieHole'];
const BASIC_TYPES = ['COLUMN', 'BAR', 'LINE', 'AREA'];
const LEGENDS: Readonly<Record<string, string>> = {
  BOTTOM_LEGEND: 'bottom',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  TOP_LEGEND: 'top',
  NO_LEGEND: 'none',
};
/** An axis by where it is seen: a bar chart has its figures at the bottom. */
const AXES: Readonly<Record<string, string>> = { BOTTOM_AXIS: 'hAxis.title', LEFT_AXIS: 'vAxis.title' };
/** The axis of the figures in each type: a series on another one is an error at Google, too. */
const FIGURES_AXIS: Readonly<Record<string, readonly string[]>> = { BAR: ['BOTTOM_AXIS'] };
const USUAL = { width: 600, height: 371 };

const refuseUnknown = (body: Body, known: readonly string[], what: string): void => {
  const unknown = Object.keys(body ?? {}).find((name) => !known.includes(name));
  if (unknown) throw new RequestError(`not available in the local Apps Script: ${unknown} of ${what}`);
};

/** The one range of a chart's data. @throws RequestError when it is not one row or column, or lies outside. */
const dataRange = (context: BatchContext, data: Body): RangeRef => {
  const sources: readonly GridRange[] = data?.sourceRange?.sources ?? [];
  const [source, ...more] = sources;
  if (!source) throw new RequestError('Chart data must have a source range.');
  if (more.length > 0) throw new RequestError('not available in the local Apps Script: several source ranges');
  const { tab, area } = areaOf(context, source);
  const [rows, columns] = [area.bottom - area.top, area.right - area.left];
  if (rows > 1 && columns > 1) throw new RequestError('A source range must have one row or one column.');
  return { file: context.workbook.id, sheet: tab.id, row: area.top + 1, column: area.left + 1, rows, columns };
};

const hexOf = ({ red = 0, green = 0, blue = 0 }: Body): string =>
  `#${[red, green, blue]
    .map((part: number) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

interface Drawn {
  readonly type: string;
  readonly ranges: readonly RangeRef[];
  readonly options: Readonly<Record<string, Json>>;
  readonly numHeaders: number;
}

const legend = (position: string | undefined): Record<string, Json> => {
  if (position === undefined) return {};
  const known = LEGENDS[position];
  if (!known) throw new RequestError(`Invalid value at 'legend_position': "${position}"`);
  return { 'legend.position': known };
};

const basicChart = (context: BatchContext, body: Body): Drawn => {
  refuseUnknown(body, BASIC_KNOWN, 'basicChart');
  const { chartType: type, axis = [], domains = [], series = [] } = body;
  if (!BASIC_TYPES.includes(type)) throw new RequestError(`not available in the local Apps Script: chart ${type}`);
  if (series.length === 0) throw new RequestError('A chart must have at least one series.');
  const figuresAxes = FIGURES_AXIS[type] ?? ['LEFT_AXIS', 'RIGHT_AXIS'];
  for (const { targetAxis } of series) {
    if (targetAxis !== undefined && !figuresAxes.includes(targetAxis))
      throw new RequestError(`The series cannot be on the ${targetAxis} of a ${type} chart.`);
  }
  const ranges = [
    ...domains.map((one: Body) => dataRange(context, one.domain)),
    ...series.map((one: Body) => dataRange(context, one.series)),
  ];
  const titles = axis.flatMap(({ position, title }: Body) => {
    if (!AXES[position]) throw new RequestError(`not available in the local Apps Script: chart axis ${position}`);
    return title ? [[AXES[position], title]] : [];
  });
  const colours = series.flatMap(({ color, colorStyle }: Body) => {
    const given = color ?? colorStyle?.rgbColor;
    return given ? [hexOf(given)] : [];
  });
  return {
    type,
    ranges,
    options: {
      ...legend(body.legendPosition),
      ...Object.fromEntries(titles),
      ...(colours.length > 0 ? { colors: colours } : {}),
      ...(body.stackedType === 'STACKED' ? { isStacked: true } : {}),
    },
    numHeaders: body.headerCount ?? 0,
  };
};

const pieChart = (context: BatchContext, body: Body): Drawn => {
  refuseUnknown(body, PIE_KNOWN, 'pieChart');
  return {
    type: 'PIE',
    ranges: [dataRange(context, body.domain), dataRange(context, body.series)],
    options: { ...legend(body.legendPosition), ...(body.pieHole ? { pieHole: body.pieHole } : {}) },
    numHeaders: 1,
  };
};

const specOf = (context: BatchContext, chart: Body): Json => {
  refuseUnknown(chart, CHART_KNOWN, 'a chart');
  const spec = chart?.spec ?? {};
  refuseUnknown(spec, SPEC_KNOWN, 'a chart spec');
  if (!spec.basicChart === !spec.pieChart) throw new RequestError('A chart spec must have exactly one chart.');
  const drawn = spec.basicChart ? basicChart(context, spec.basicChart) : pieChart(context, spec.pieChart);
  const { anchorCell, offsetXPixels = 0, offsetYPixels = 0, widthPixels, heightPixels } = overlay(chart);
  return {
    ...drawn,
    options: {
      ...(spec.title ? { title: spec.title } : {}),
      ...drawn.options,
      width: widthPixels ?? USUAL.width,
      height: heightPixels ?? USUAL.height,
    },
    position: [(anchorCell.rowIndex ?? 0) + 1, (anchorCell.columnIndex ?? 0) + 1, offsetXPixels, offsetYPixels],
  } as unknown as Json;
};

/** Where a chart is over the cells. A chart on a sheet of its own is not kept locally. */
const overlay = (chart: Body): Body => {
  const position = chart?.position?.overlayPosition;
  if (!position?.anchorCell)
    throw new RequestError('not available in the local Apps Script: a chart without an anchor cell');
  return position;
};

const addChart: RequestHandler = (context, body) => {
  const { workbook } = context;
  const { chart } = body;
  const spec = specOf(context, chart);
  const tab = tabOfId(context, overlay(chart).anchorCell.sheetId);
  const { rowIndex = 0, columnIndex = 0 } = overlay(chart).anchorCell;
  if (rowIndex >= tab.meta.rowCount || columnIndex >= tab.meta.columnCount)
    throw new RequestError('The anchor cell is outside the grid.');
  const isTaken = (id: number) => workbook.tabs.some(({ meta }) => meta.charts.some(({ chartId }) => chartId === id));
  if (chart.chartId !== undefined && isTaken(chart.chartId))
    throw new RequestError(`An embedded object with the ID ${chart.chartId} already exists.`);
  const chartId: number = chart.chartId ?? workbook.nextId();
  const sent = { ...chart, chartId };
  tab.configure({ charts: [...tab.meta.charts, { chartId, spec, sent }] });
  return { addChart: { chart: sent } };
};

const deleteEmbeddedObject: RequestHandler = ({ workbook }, body) => {
  const tab = workbook.tabs.find(({ meta }) => meta.charts.some(({ chartId }) => chartId === body.objectId));
  if (!tab) throw new RequestError(`No object with id: ${body.objectId}`);
  tab.configure({ charts: tab.meta.charts.filter(({ chartId }) => chartId !== body.objectId) });
  return {};
};

/** Requests about charts. They are kept as a builder's would be: the page draws one kind only. */
export const chartRequests: Readonly<Record<string, RequestHandler>> = { addChart, deleteEmbeddedObject };
