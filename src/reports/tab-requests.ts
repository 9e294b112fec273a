import type { TabState } from '../core/report-ports';
import { serialOf } from '../workbook/date-serial';
import { colour, NUMBER_FORMATS, type SheetsRequest } from '../workbook/requests';
import { isoDay } from './days';
import type { Value } from './document';
import { CHART_IDS, type Look, type PageCell, type Place, type PlacedChart, type TabPage } from './tab-page';

const INK = colour('#1f2933');
const SOFT = colour('#52606d');
const WHITE = colour('#ffffff');
const DARK = colour('#3c4a57');
const QUIET = colour('#eef1f4');
const ACCENT = '#1d5fa7';

const text = (more: SheetsRequest): SheetsRequest => ({ foregroundColor: INK, ...more });

const LOOKS: Readonly<Record<Look, SheetsRequest>> = {
  title: { textFormat: text({ bold: true, fontSize: 16 }) },
  text: { textFormat: { foregroundColor: SOFT } },
  good: { textFormat: { bold: true, foregroundColor: colour('#1b6b3a') } },
  bad: { textFormat: { bold: true, foregroundColor: colour('#a61b1b') } },
  section: { textFormat: text({ bold: true, fontSize: 12 }) },
  header: { textFormat: { bold: true, foregroundColor: WHITE }, backgroundColor: DARK },
  heading: { textFormat: text({ bold: true }), backgroundColor: QUIET },
  sum: { textFormat: text({ bold: true }), backgroundColor: QUIET },
  plain: { textFormat: text({}) },
};

const COUNT = { type: 'NUMBER', pattern: '#,##0' };
const SHARE = { type: 'PERCENT', pattern: '0.0%' };
const DECIMAL = { type: 'NUMBER', pattern: '0.0' };
const DAY = { type: 'DATE', pattern: 'mmm d, yyyy' };

/** Typed values: a text is never read as a formula, and an amount is a number in dollars. */
const written = (value: Value): { readonly value: SheetsRequest | null; readonly format: SheetsRequest | null } => {
  if (typeof value === 'string') return { value: value === '' ? null : { stringValue: value }, format: null };
  if ('money' in value) return { value: { numberValue: value.money / 100 }, format: NUMBER_FORMATS.money };
  if ('count' in value) return { value: { numberValue: value.count }, format: COUNT };
  if ('share' in value) return { value: { numberValue: value.share }, format: SHARE };
  if ('decimal' in value) return { value: { numberValue: value.decimal }, format: DECIMAL };
  return { value: { numberValue: serialOf(`${isoDay(value.day)}T00:00:00`) }, format: DAY };
};

const cellData = ({ value, look }: PageCell, column: number): SheetsRequest => {
  const { value: entered, format } = written(value);
  const isFigure = column > 0 && (format !== null || look === 'header' || value === '–');
  return {
    ...(entered ? { userEnteredValue: entered } : {}),
    userEnteredFormat: {
      ...LOOKS[look],
      ...(format ? { numberFormat: format } : {}),
      ...(isFigure ? { horizontalAlignment: 'RIGHT' } : {}),
    },
  };
};

/** A heading goes across the columns of its table. */
const rowData = (row: readonly PageCell[], width: number): SheetsRequest => {
  const [first] = row;
  const wide =
    first?.look === 'heading' ? Array.from({ length: width - row.length }, () => ({ ...first, value: '' })) : [];
  return { values: [...row, ...wide].map(cellData) };
};

const rangeOf = (sheetId: number, { row, column }: Place, rows = 1, columns = 1): SheetsRequest => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

const CHART_WIDTH = 600;
const CHART_HEIGHT = 340;

const source = (sheetId: number, { headerRow, rows }: PlacedChart, column: number): SheetsRequest => ({
  sourceRange: { sources: [rangeOf(sheetId, { row: headerRow, column }, rows + 1)] },
});

const axes = (chart: PlacedChart): SheetsRequest => {
  const [bottom, left] =
    chart.kind === 'bars' ? [chart.figuresTitle, chart.namesTitle] : [chart.namesTitle, chart.figuresTitle];
  return {
    axis: [
      { position: 'BOTTOM_AXIS', title: bottom },
      { position: 'LEFT_AXIS', title: left },
    ],
  };
};

/** The chart as the Sheets service expects it. */
const chartRequest = (sheetId: number, chart: PlacedChart): SheetsRequest => {
  const domain = source(sheetId, chart, chart.namesColumn);
  const series = source(sheetId, chart, chart.figuresColumn);
  const drawn: SheetsRequest =
    chart.kind === 'pie'
      ? { pieChart: { legendPosition: 'RIGHT_LEGEND', domain, series } }
      : {
          basicChart: {
            chartType: chart.kind === 'bars' ? 'BAR' : 'COLUMN',
            legendPosition: 'NO_LEGEND',
            headerCount: 1,
            ...axes(chart),
            domains: [{ domain }],
            series: [
              {
                series,
                targetAxis: chart.kind === 'bars' ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
                color: colour(ACCENT),
              },
            ],
          },
        };
  const { row, column } = chart.at;
  return {
    addChart: {
      chart: {
        chartId: chart.id,
        spec: { title: chart.title, ...drawn },
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: row, columnIndex: column },
            widthPixels: CHART_WIDTH,
            heightPixels: CHART_HEIGHT,
          },
        },
      },
    },
  };
};

const nameRequests = ({ sheetId, names }: TabState, page: TabPage): SheetsRequest[] =>
  page.names.flatMap(({ name, at }): SheetsRequest[] => {
    const range = rangeOf(sheetId, at);
    const known = names.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!known) return [{ addNamedRange: { namedRange: { name, range } } }];
    const isThere = Object.entries(range).every(([side, value]) => (known.range[side] ?? 0) === value);
    return isThere ? [] : [{ updateNamedRange: { namedRange: { namedRangeId: known.id, range }, fields: 'range' } }];
  });

const LABEL_WIDTH = 300;
const FIGURE_WIDTH = 108;
/** The last column with a chart, and a few for its width. */
const LEAST_COLUMNS = 20;

const widthOf = (sheetId: number, from: number, to: number, pixelSize: number): SheetsRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: to },
    properties: { pixelSize },
    fields: 'pixelSize',
  },
});

/** Formats that are set once: staff may change them. */
const firstLook = (sheetId: number, width: number): SheetsRequest[] => [
  widthOf(sheetId, 0, 1, LABEL_WIDTH),
  widthOf(sheetId, 1, width, FIGURE_WIDTH),
  {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { hideGridlines: true } },
      fields: 'gridProperties.hideGridlines',
    },
  },
];

const grow = (sheetId: number, dimension: 'ROWS' | 'COLUMNS', missing: number): SheetsRequest[] =>
  missing > 0 ? [{ appendDimension: { sheetId, dimension, length: missing } }] : [];

/** The requests that turn a tab into this page, in one commit: they replace its columns and keep what staff have beside them. */
export const pageRequests = (state: TabState, page: TabPage): SheetsRequest[] => {
  const { sheetId, charts, names } = state;
  const rows = Math.max(state.rows, page.rows.length);
  const width = page.names.length > 0 ? 4 : 1;
  const isFirst = !names.some(({ name }) => name === page.names[0]?.name);
  return [
    ...grow(sheetId, 'ROWS', rows - state.rows),
    ...grow(sheetId, 'COLUMNS', LEAST_COLUMNS - state.columns),
    {
      updateCells: {
        range: rangeOf(sheetId, { row: 0, column: 0 }, rows, page.width),
        rows: page.rows.map((row) => rowData(row, width)),
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...(isFirst ? firstLook(sheetId, page.width) : []),
    ...charts.filter((id) => CHART_IDS.includes(id)).map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...page.charts.map((chart) => chartRequest(sheetId, chart)),
    ...nameRequests(state, page),
  ];
};
