import type { ReportDocument, Section, Value } from './document';

/** How a cell of the report looks. */
export type Look = 'title' | 'text' | 'good' | 'bad' | 'section' | 'header' | 'heading' | 'sum' | 'plain';

/** One cell of the Sales Report tab. */
export interface PageCell {
  readonly value: Value;
  readonly look: Look;
}

/** A cell, or the corner of something, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A chart with the cells that it draws: the header row of its table and the rows below it. */
export interface PlacedChart {
  readonly id: number;
  readonly kind: 'columns' | 'bars' | 'pie';
  readonly title: string;
  readonly namesTitle: string;
  readonly figuresTitle: string;
  readonly at: Place;
  readonly headerRow: number;
  /** Rows below the header row. */
  readonly rows: number;
  readonly namesColumn: number;
  readonly figuresColumn: number;
}

/** The Sales Report tab as it will be. */
export interface TabPage {
  readonly rows: readonly (readonly PageCell[])[];
  /** How many columns belong to the report: as many as its widest table has, filled or not. */
  readonly width: number;
  /** The cells of the key figures by name. */
  readonly names: readonly { readonly name: string; readonly at: Place }[];
  readonly charts: readonly PlacedChart[];
}

/** The report is at least this wide; the columns to the right belong to staff and the charts. */
const LEAST_WIDTH = 8;
const LINE = 150;
/** How many rows the verdict has, filled or not, so that what follows never moves. */
const VERDICT_ROWS = 3;
/** Charts of the first tables are beside the key figures, the others beside their own table. */
const BESIDE_KEY_FIGURES = 5;
/** The height of a chart, in rows of the sheet. */
const CHART_ROWS = 17;
/** Where the ids of our charts begin: charts that staff make aren't touched. */
const FIRST_CHART = 880_001;
export const CHART_IDS: readonly number[] = Array.from({ length: 10 }, (_, index) => FIRST_CHART + index);

/** A text in lines that fit across the tab. */
const linesOf = (text: string, longest = LINE): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > longest) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

const cells = (look: Look, ...values: readonly Value[]): PageCell[] => values.map((value) => ({ value, look }));

const headOf = ({ title, lines, verdict }: ReportDocument): PageCell[][] => {
  const told = linesOf(verdict.text);
  const rows = Array.from({ length: VERDICT_ROWS }, (_, index) =>
    index === VERDICT_ROWS - 1 ? told.slice(index).join(' ') : (told[index] ?? ''),
  );
  return [
    cells('title', title),
    ...lines.map((line) => cells('text', line)),
    ...rows.map((line) => cells(verdict.good ? 'good' : 'bad', line)),
    [],
  ];
};

/** Lays out one section from a row on. */
const layOut = (section: Section, from: number) => {
  const rows: PageCell[][] = [cells('section', section.title)];
  const names: { name: string; at: Place }[] = [];
  if (section.note) rows.push(...linesOf(section.note).map((line) => cells('text', line)));
  const headerRow = from + rows.length;
  const { headers, rows: table = [], empty = '' } = section;
  if (headers && table.length > 0) {
    rows.push(cells('header', ...headers));
    for (const { cells: values, kind, name } of table) {
      if (name) names.push({ name, at: { row: from + rows.length, column: 1 } });
      rows.push(cells(kind ?? 'plain', ...values));
    }
  } else if (headers) rows.push(cells('text', empty));
  for (const paragraph of section.paragraphs ?? []) rows.push(...linesOf(paragraph).map((line) => cells('text', line)));
  return { rows, names, headerRow };
};

const placed = (section: Section, headerRow: number, id: number, at: Place): PlacedChart[] => {
  const { chart, headers = [], rows = [] } = section;
  if (!chart) return [];
  const { kind, title, namesTitle, figuresTitle, most } = chart;
  const shown = rows.filter((row) => row.kind === undefined).length;
  return [
    {
      id,
      kind,
      title,
      namesTitle,
      figuresTitle,
      at,
      headerRow,
      rows: Math.min(shown, most),
      namesColumn: headers.indexOf(chart.names),
      figuresColumn: headers.indexOf(chart.figures),
    },
  ];
};

/** Lays out a document on the tab: the key figures always in the same cells, tables below, charts to their right. */
export const tabPage = (document: ReportDocument): TabPage => {
  const rows: PageCell[][] = headOf(document);
  const names: TabPage['names'][number][] = [];
  const charts: PlacedChart[] = [];
  const top = rows.length;
  const width = Math.max(LEAST_WIDTH, ...document.sections.map(({ headers = [] }) => headers.length));
  document.sections.forEach((section, index) => {
    const from = rows.length;
    const laid = layOut(section, from);
    const isBesideKeys = index === 1 || index === 2;
    const at: Place = isBesideKeys
      ? { row: top + (index - 1) * CHART_ROWS, column: BESIDE_KEY_FIGURES }
      : { row: from, column: width + 1 };
    const made = placed(section, laid.headerRow, FIRST_CHART + index, at);
    const room = made.length > 0 && !isBesideKeys ? CHART_ROWS : 0;
    const blanks = Math.max(1, room - laid.rows.length + 1);
    rows.push(...laid.rows, ...Array.from({ length: blanks }, () => []));
    names.push(...laid.names);
    charts.push(...made);
  });
  return { rows, width, names, charts };
};
