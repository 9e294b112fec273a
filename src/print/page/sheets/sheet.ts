import { escapeHtml } from '../../../domain/html';
import type { Nudge, Nudges } from '../../../domain/nudges';
import { type Box, ENVELOPES, LETTER, type Paper, THERMAL } from '../../papers';

/** A printed page: its paper, its content, and its name for staff. */
export interface Sheet {
  readonly paper: PaperName;
  /** What is moved as a whole to fit the printer; named as in Settings. */
  readonly nudge: string;
  readonly html: string;
  /** `17 ASDAR26-0017 Ann Lee`. */
  readonly title: string;
  /** What to check before printing. */
  readonly problems: readonly string[];
  /** The orders that are on it. */
  readonly ids: readonly string[];
}

/** Every paper by its name in Settings; label sheets and slips use letter paper. */
export const PAPERS = { ...ENVELOPES, letter: LETTER, '4x6': THERMAL } as const satisfies Record<string, Paper>;
export type PaperName = keyof typeof PAPERS;

export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

/** The name of a paper in CSS: `paper-10`. */
export const cssName = (paper: PaperName): string => `paper-${paper.replace(/\W/g, '').toLowerCase()}`;

const points = (value: number): string => `${Math.round(value * 1000) / 1000}pt`;

/** An absolute place on the sheet. */
export const place = ({ x, y, width, height }: Box): string =>
  `left:${points(x)};top:${points(y)};width:${points(width)};height:${points(height)}`;

/** How the text of a box is set. */
export interface TextStyle {
  /** The largest type, in points. */
  readonly size: number;
  /** At this size it breaks lines instead of shrinking further. */
  readonly least?: number;
  readonly look?: string;
}

const lineHtml = (line: string, html = escapeHtml(line), look = ''): string =>
  `<div class="line${look}" dir="auto">${html || '&nbsp;'}</div>`;

const boxHtml = (box: Box, lines: readonly string[], { size, least = 8, look = '' }: TextStyle, of = ''): string =>
  lines.length === 0
    ? ''
    : `<div class="fit ${look}" style="${place(box)};font-size:${size}pt" data-size="${size}" data-least="${least}"${of}><div class="text">${lines.join('')}</div></div>`;

/** Lines in a box: fit.ts makes the type smaller until they fit. */
export const textBox = (box: Box, lines: readonly string[], style: TextStyle): string =>
  boxHtml(
    box,
    lines.map((line) => lineHtml(line)),
    style,
  );

/** Words with characters that a browser would break at: `112-10`, `32801-1234`. */
const joined = (line: string): string =>
  line
    .split(/(\s+)/)
    .map((word) => (/[^\p{L}\p{N}\s]/u.test(word) ? `<span class="word">${escapeHtml(word)}</span>` : escapeHtml(word)))
    .join('');

/**
 * The lines of an address in a box: fit.ts may break the one above the last before its unit, but never the last one.
 * @param of the place of its order in the batch, for the warning about small type; none for a return address.
 */
export const addressBox = (
  box: Box,
  { lines, unit = '' }: { readonly lines: readonly string[]; readonly unit?: string },
  style: TextStyle,
  of?: number,
): string => {
  const last = lines.length - 1;
  const html = lines.map((line, index) => {
    if (index === last && index > 0) return lineHtml(line, escapeHtml(line), ' whole');
    if (index !== last - 1 || unit === '' || !line.endsWith(` ${unit}`)) return lineHtml(line, joined(line));
    const street = line.slice(0, -unit.length - 1);
    return lineHtml(line, `<span>${joined(street)}</span> <span class="unit">${joined(unit)}</span>`);
  });
  return boxHtml(box, html, style, of === undefined ? '' : ` data-of="${of}"`);
};

const NO_NUDGE: Nudge = { x: 0, y: 0 };

/** A sheet as HTML, moved by the printer's adjustment. */
export const sheetHtml = ({ paper, nudge, html }: Sheet, nudges: Nudges): string => {
  const { x, y } = nudges[nudge] ?? NO_NUDGE;
  const { width, height } = PAPERS[paper];
  return `<div class="sheet ${cssName(paper)}" style="width:${width}pt;height:${height}pt"><div class="ink" style="left:${x}in;top:${y}in">${html}</div></div>`;
};
