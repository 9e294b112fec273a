// Reads the PDF file that is named on the command line and writes its pages as JSON into the second one: see pdf.ts.
import { readFileSync, writeFileSync } from 'node:fs';

// The parser greets Node with a warning on the way in.
console.log = () => undefined;
const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
const { OPS } = await getResolvedPDFJS();

/** Glyphs that no font had: number 0 of a font stands for "no such character". */
const missingOn = async (page) => {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.reduce((sum, operator, index) => {
    if (operator !== OPS.showText) return sum;
    return sum + argsArray[index][0].filter((glyph) => glyph?.originalCharCode === 0).length;
  }, 0);
};

const document = await getDocumentProxy(new Uint8Array(readFileSync(String(process.argv[2]))), { verbosity: 0 });
const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size, x, baseline] = item.transform;
    return [{ text: item.str, x: x - left, baseline: top - baseline, size, width: item.width }];
  });
  // A glyph without a character may also be a ligature: only then the page is looked at glyph by glyph.
  const isOdd = texts.some(({ text }) => text.includes('\0'));
  pages.push({ width: right - left, height: top - bottom, texts, missing: isOdd ? await missingOn(page) : 0 });
}
writeFileSync(String(process.argv[3]), JSON.stringify(pages));
process.exit(0);
