import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A run of text as it lies on a page, in points from the top left. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  /** Of the type. */
  readonly size: number;
  readonly width: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** Characters for which no font has a glyph. */
  readonly missing: number;
}

/** The pages of a PDF. The parser is an ES module, which Jest cannot load: it runs as a program of its own. */
const readPdf = (pdf: Uint8Array): PdfPage[] => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'print.pdf');
    writeFileSync(file, pdf);
    const script = join(process.cwd(), 'test/support/read-pdf.mjs');
    execFileSync(process.execPath, [script, file, `${file}.json`]);
    return JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What Chromium prints of a page when the person leaves everything as the page asks for it. */
export const printed = async (page: Page): Promise<PdfPage[]> =>
  readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));

/** Where the ink of a text may be: from the tops of its letters to the ends of g and y. */
export const inkOf = ({ x, baseline, size, width }: PdfText) => ({
  left: x,
  right: x + width,
  top: baseline - 0.76 * size,
  bottom: baseline + 0.22 * size,
});

/** Letters and digits of a text in a fixed order: what is left of it whatever ligatures, forms and directions print made of it. */
export const lettersOf = (text: string): string => {
  const letters = text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];
  return [...letters].sort().join('');
};
