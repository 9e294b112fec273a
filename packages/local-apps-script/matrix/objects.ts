/** How a script gets an object of a type of Google's: an expression in which `sheet` is a tab with a few values. */
export const OBJECTS: Readonly<Record<string, string>> = {
  'Base.Blob': 'Utilities.newBlob("")',
  'Base.Logger': 'Logger',
  'Base.Menu': 'SpreadsheetApp.getUi().createMenu("m")',
  'Base.MimeType': 'MimeType',
  'Base.PromptResponse': 'SpreadsheetApp.getUi().prompt("p")',
  'Base.Session': 'Session',
  'Base.Ui': 'SpreadsheetApp.getUi()',
  'Base.User': 'Session.getActiveUser()',
  'Cache.Cache': 'CacheService.getScriptCache()',
  'Cache.CacheService': 'CacheService',
  'Content.ContentService': 'ContentService',
  'Content.TextOutput': 'ContentService.createTextOutput("")',
  'Drive.DriveApp': 'DriveApp',
  'Drive.File': 'DriveApp.createFile("a", "b")',
  'Drive.FileIterator': 'DriveApp.getFilesByName("a")',
  'Drive.Folder': 'DriveApp.createFolder("a")',
  'Drive.FolderIterator': 'DriveApp.getFoldersByName("a")',
  'Drive.User': 'DriveApp.createFile("a", "b").getOwner()',
  'HTML.HtmlOutput': 'HtmlService.createHtmlOutput("")',
  'HTML.HtmlOutputMetaTag': 'HtmlService.createHtmlOutput("").addMetaTag("viewport", "x").getMetaTags()[0]',
  'HTML.HtmlService': 'HtmlService',
  'HTML.HtmlTemplate': 'HtmlService.createTemplate("")',
  'Lock.Lock': 'LockService.getScriptLock()',
  'Lock.LockService': 'LockService',
  'Mail.MailApp': 'MailApp',
  'Properties.Properties': 'PropertiesService.getScriptProperties()',
  'Properties.PropertiesService': 'PropertiesService',
  'Script.AuthorizationInfo': 'ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL)',
  'Script.ClockTriggerBuilder': 'ScriptApp.newTrigger("f").timeBased()',
  'Script.ScriptApp': 'ScriptApp',
  'Script.Service': 'ScriptApp.getService()',
  'Script.SpreadsheetTriggerBuilder': 'ScriptApp.newTrigger("f").forSpreadsheet("x")',
  'Script.Trigger': 'ScriptApp.newTrigger("main").timeBased().everyHours(1).create()',
  'Script.TriggerBuilder': 'ScriptApp.newTrigger("f")',
  'Sheets.SpreadsheetsCollection': 'Sheets.Spreadsheets',
  'Sheets.ValuesCollection': 'Sheets.Spreadsheets.Values',
  'Spreadsheet.BooleanCondition':
    'SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([sheet.getRange("A1")]).build().getBooleanCondition()',
  'Spreadsheet.ConditionalFormatRule':
    'SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([sheet.getRange("A1")]).build()',
  'Spreadsheet.ConditionalFormatRuleBuilder': 'SpreadsheetApp.newConditionalFormatRule()',
  'Spreadsheet.DataValidation': 'SpreadsheetApp.newDataValidation().requireCheckbox().build()',
  'Spreadsheet.DataValidationBuilder': 'SpreadsheetApp.newDataValidation()',
  'Spreadsheet.EmbeddedChart': 'chart',
  'Spreadsheet.EmbeddedChartBuilder': 'sheet.newChart()',
  'Spreadsheet.Filter': 'sheet.getFilter()',
  'Spreadsheet.FilterCriteria': 'SpreadsheetApp.newFilterCriteria().whenCellEmpty().build()',
  'Spreadsheet.FilterCriteriaBuilder': 'SpreadsheetApp.newFilterCriteria()',
  'Spreadsheet.NamedRange': 'spreadsheet.getNamedRanges()[0]',
  'Spreadsheet.Protection': 'sheet.protect()',
  'Spreadsheet.Range': 'sheet.getRange("A1:B2")',
  'Spreadsheet.RangeList': 'sheet.getRangeList(["A1", "B2"])',
  'Spreadsheet.Sheet': 'sheet',
  'Spreadsheet.Spreadsheet': 'spreadsheet',
  'Spreadsheet.SpreadsheetApp': 'SpreadsheetApp',
  'Spreadsheet.TextFinder': 'sheet.createTextFinder("a")',
  'URL_Fetch.HTTPResponse': 'UrlFetchApp.fetch("http://localhost/")',
  'URL_Fetch.UrlFetchApp': 'UrlFetchApp',
  'Utilities.Utilities': 'Utilities',
};

/** The script in which the objects are had. `main` says about each object what each member is. */
export const SURFACE_SCRIPT = `
function objects() {
  const spreadsheet = SpreadsheetApp.getActive();
  const sheet = spreadsheet.getSheets()[0];
  sheet.getRange('A1:B3').setValues([['a', 'b'], ['1', 2], ['3', 4]]);
  if (!sheet.getFilter()) sheet.getRange('A1:B3').createFilter();
  spreadsheet.setNamedRange('name', sheet.getRange('A1'));
  const chart = sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B3')).setPosition(1, 1, 0, 0).build();
  return { spreadsheet, sheet, chart };
}
function object(expression) {
  const { spreadsheet, sheet, chart } = objects();
  return eval(expression);
}
function kinds(expression, names) {
  const it = object(expression);
  return names.map((name) => {
    try { return it[name] === undefined ? 'undefined' : typeof it[name]; } catch (error) { return error.message; }
  });
}
function valuesOf(expression) { return Object.keys(eval(expression)); }
function main() {}
`;
