import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BatchView } from '../../src/print/batch-view';
import type { PrintKind } from '../../src/print/kinds';
import { printFile } from '../../src/print/page/sheets/print-file';
import { sheetHtml } from '../../src/print/page/sheets/sheet';
import { type LabelChoice, sheetsOf } from '../../src/print/page/sheets/sheets-of';
import { launch } from '../support/browser';
import { inkOf, type PdfPage, printed } from '../support/pdf';

/** Prints as staff would, in a browser that lives as long as the test file. */
export interface Press {
  newPage(options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
  /** Opens the print file of some kinds. */
  openFile(kinds: readonly PrintKind[], batch: BatchView, labels?: LabelChoice): Promise<Page>;
  /** The printed pages of one kind. */
  print(kind: PrintKind, batch: BatchView, labels?: LabelChoice): Promise<PdfPage[]>;
}

const LABELS: LabelChoice = { kind: '5160', start: 1 };

/** A press for the tests of a file; to be called at its top. */
export const press = (): Press => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  const openFile = async (kinds: readonly PrintKind[], batch: BatchView, labels = LABELS): Promise<Page> => {
    const sheets = kinds.flatMap((kind) => sheetsOf(kind, batch, labels));
    const page = await browser.newPage();
    await page.setContent(
      printFile(
        'Test',
        sheets.map((sheet) => sheetHtml(sheet, batch.paperwork.nudges)),
      ),
    );
    return page;
  };
  return {
    newPage: (options) => browser.newPage(options),
    openFile,
    async print(kind, batch, labels = LABELS) {
      const page = await openFile([kind], batch, labels);
      const pages = await printed(page);
      await page.close();
      return pages;
    },
  };
};

/** Texts of a page whose ink is not wholly inside a rectangle. */
export const outside = (
  { texts }: PdfPage,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) =>
  texts.filter((text) => {
    const { left, right, top, bottom } = inkOf(text);
    const slack = 0.1;
    return (
      left < box.x - slack ||
      right > box.x + box.width + slack ||
      top < box.y - slack ||
      bottom > box.y + box.height + slack
    );
  });

/** All words of pages, in their order. */
export const wordsOf = (pages: readonly PdfPage[]): string =>
  pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');

/** What is left of a page inside a margin, given in inches; in points. */
export const inch = (margin: number, { width, height }: PdfPage) => ({
  x: margin * 72,
  y: margin * 72,
  width: width - 2 * margin * 72,
  height: height - 2 * margin * 72,
});
