import { cssName, PAPER_NAMES, PAPERS } from './sheet';

/** Each paper is a named page, so that one job can mix them, all without margins. */
const pages = PAPER_NAMES.map((name) => {
  const { width, height } = PAPERS[name];
  const css = cssName(name);
  return `@page ${css} { size: ${width / 72}in ${height / 72}in; margin: 0 }\n.sheet.${css} { page: ${css} }`;
}).join('\n');

/** The styles of sheets, in both the dialog and the print file. */
export const SHEET_STYLE = `
${pages}
.sheet { position: relative; overflow: hidden; background: #fff; color: #000; text-align: left;
  font: 10pt/1.25 Arial, "Helvetica Neue", Helvetica, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.sheet * { box-sizing: border-box; margin: 0; padding: 0; }
.sheet .ink { position: absolute; width: 100%; height: 100%; }
.sheet .at { position: absolute; }
.sheet .fit { position: absolute; }
.sheet .fit .text { width: max-content; }
.sheet .fit .line { white-space: pre; unicode-bidi: plaintext; text-align: left; }
.sheet .fit .text { max-width: 100%; }
.sheet .fit.measured .line { width: max-content; }
.sheet .fit .split { display: flex; flex-direction: column-reverse; }
.sheet .fit.measured .split > * { align-self: start; width: max-content; }
.sheet .fit .wraps { white-space: pre-wrap; word-break: keep-all; }
.sheet .fit .word { white-space: nowrap; }
.sheet .fit .tears { word-break: normal; overflow-wrap: anywhere; }
.sheet .fit .tears .word { white-space: inherit; }
.sheet .fit.right .text { margin-left: auto; }
.sheet .fit.right .line { text-align: right; }
.sheet .fit.bottom { display: flex; flex-direction: column; justify-content: flex-end; }
.sheet .fit.middle { display: flex; flex-direction: column; justify-content: center; }
.sheet .fit.bold { font-weight: bold; }
.sheet .fit.soft { color: #444; }
.sheet .rule { position: absolute; background: #000; }
.sheet .frame { position: absolute; border: 0.75pt solid #000; }
.sheet .todo { position: absolute; width: 8pt; height: 8pt; border: 0.75pt solid #000; }
@media print {
  .sheet + .sheet { break-before: page; }
}
`;
