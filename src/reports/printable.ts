import { escapeHtml } from '../domain/html';
import type { ReportDocument, Section, TableRow, Value } from './document';
import { formatValue } from './format';

const STYLE = `
@page { size: letter; margin: 0.6in; }
body { margin: 24px auto; max-width: 1000px; padding: 0 16px; color: #1f2933; font: 13px/1.45 Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.25; }
h2 { margin: 26px 0 6px; font-size: 15px; break-after: avoid; }
p { margin: 0 0 4px; }
.soft { color: #52606d; }
.verdict { margin: 10px 0; padding: 8px 12px; border-left: 4px solid #2f9e5b; background: #edf9f0; }
.verdict.bad { border-color: #a61b1b; background: #fdf0f0; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 4px 8px; border-bottom: 1px solid #cbd2d9; text-align: left; vertical-align: top; }
th { font-size: 12px; color: #52606d; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.heading td, .sum td { font-weight: 600; background: #f0f3f6; }
.list td, .list th { padding: 3px 5px; font-size: 10px; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11px; } }`;

const isFigure = (value: Value | undefined): boolean =>
  value === '–' || (value !== undefined && typeof value !== 'string');

const cell = (value: Value, span = 1): string =>
  `<td${isFigure(value) ? ' class="number"' : ''}${span > 1 ? ` colspan="${span}"` : ''}>${escapeHtml(formatValue(value))}</td>`;

const rowOf = ({ cells, kind }: TableRow, width: number): string => {
  const [first = '', ...rest] = cells;
  const all = kind === 'heading' ? cell(first, width) : [first, ...rest].map((each) => cell(each)).join('');
  return `<tr${kind ? ` class="${kind}"` : ''}>${all}</tr>`;
};

const paragraph = (text: string, style = ''): string => `<p${style ? ` class="${style}"` : ''}>${escapeHtml(text)}</p>`;

const tableOf = (headers: readonly string[], rows: readonly TableRow[], style: string): string => {
  const figures = headers.map((_, index) =>
    rows.some(({ cells, kind }) => kind !== 'heading' && isFigure(cells[index])),
  );
  const head = headers
    .map((header, index) => `<th scope="col"${figures[index] ? ' class="number"' : ''}>${escapeHtml(header)}</th>`)
    .join('');
  const body = rows.map((row) => rowOf(row, headers.length)).join('\n');
  return `<table${style ? ` class="${style}"` : ''}><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
};

const sectionOf = ({ title, note, headers, rows = [], empty = '', paragraphs = [] }: Section, style: string): string =>
  [
    `<h2>${escapeHtml(title)}</h2>`,
    note ? paragraph(note, 'soft') : '',
    headers && rows.length > 0 ? tableOf(headers, rows, style) : '',
    headers && rows.length === 0 && empty ? paragraph(empty, 'soft') : '',
    ...paragraphs.map((text) => paragraph(text)),
  ]
    .filter(Boolean)
    .join('\n');

/** A report as a separate page, to print or save: it has no scripts and loads nothing. */
export const printable = ({ title, lines, verdict, sections }: ReportDocument, style = ''): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${style === 'list' ? '\n@page { size: letter landscape; }' : ''}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${lines.map((line) => paragraph(line, 'soft')).join('\n')}
<p class="verdict${verdict.good ? '' : ' bad'}">${escapeHtml(verdict.text)}</p>
${sections.map((section) => sectionOf(section, style)).join('\n')}
</body>
</html>
`;
