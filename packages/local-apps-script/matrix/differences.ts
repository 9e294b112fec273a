/**
 * What is built and yet not as with Google: why, by `Spreadsheet.Range.setBorder`. What is not listed, and not refused, is held
 * to be as with Google.
 */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'Base.Blob.getAs': 'only to its own type and between text types; others are refused',
  'Base.Session.getActiveUserLocale': 'always `en`',
  'Drive.File.getBlob': 'refused for a spreadsheet',
  'HTML.HtmlOutput.setSandboxMode': 'passed over, as with Google since there is one mode only',
  'HTML.HtmlService.getUserAgent': 'always null',
  'HTML.HtmlTemplate.evaluate':
    'what `<?= ?>` prints in a style or as an address is refused when it could do harm; Google puts something harmless there',
  'Script.Service.isEnabled': 'always true',
  'Sheets.SpreadsheetsCollection.batchUpdate': 'requests that are not built are refused by name',
  'Sheets.SpreadsheetsCollection.create': 'refused with tabs',
  ...Object.fromEntries(
    ['Area', 'Bar', 'Column', 'Line', 'Pie'].map((kind) => [
      `Spreadsheet.EmbeddedChartBuilder.as${kind}Chart`,
      `gives the builder of any chart; what only builders of ${kind.toLowerCase()} charts have is refused`,
    ]),
  ),
  'Spreadsheet.Range.copyTo':
    'references in formulas stay as they are written; widths and conditional formats are refused',
  'Spreadsheet.Range.getDisplayValue':
    'refused for a formula that is not a literal or HYPERLINK: nothing is calculated',
  'Spreadsheet.Range.getDisplayValues': 'as getDisplayValue',
  'Spreadsheet.Range.getValue': 'as getDisplayValue',
  'Spreadsheet.Range.getValues': 'as getDisplayValue',
  'Spreadsheet.Range.setBorder': 'the arguments are counted; borders are not kept',
  'Spreadsheet.Range.sort': 'refused by a column with formulas that are not calculated',
  'Spreadsheet.Sheet.autoResizeColumn': 'the width stays as it is',
  'Spreadsheet.Sheet.autoResizeColumns': 'the width stays as it is',
  'Spreadsheet.SpreadsheetApp.flush':
    'everything is written at once, unless the switch `unflushedWritesHidden` says otherwise',
  'URL_Fetch.UrlFetchApp.fetch': 'loopback addresses only; others are refused',
  'Utilities.Utilities.computeDigest': 'MD2 is refused',
};
