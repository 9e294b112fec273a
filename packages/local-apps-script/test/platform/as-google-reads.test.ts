import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from 'local-apps-script/testing';

afterAll(closeOffices);

/** What each line of a script gives: a value, or the message of what it throws. */
const given = async (lines: readonly string[]) => {
  const code = `
function outcome(f) { try { return f(); } catch (error) { return error.message; } }
function main() {
  const spreadsheet = SpreadsheetApp.getActive(), id = spreadsheet.getId(), sheet = spreadsheet.getSheets()[0];
  const locks = LockService.getScriptLock(), cache = CacheService.getScriptCache(), file = DriveApp.createFile('a.txt', 'text');
  return [${lines.map((line) => `outcome(() => { ${line} })`).join(',\n')}];
}`;
  const office = openOffice({ script: { 'Code.js': code }, refusals: 'told' });
  const { outcome } = await office.call('main');
  if (outcome.status !== 'completed' || outcome.value.type !== 'json') throw new Error(JSON.stringify(outcome));
  return outcome.value.value;
};

const signature = (parameters: string, method: string): string =>
  `The parameters (${parameters}) don't match the method signature for ${method}.`;

/** What we call: a line of a script, and what Google gives. */
const OURS: readonly (readonly [line: string, gives: unknown])[] = [
  [
    'return Sheets.Spreadsheets.batchUpdate({ requests: [] }, id, {})',
    'Invalid number of arguments provided. Expected 2 only',
  ],
  ['return Sheets.Spreadsheets.batchUpdate({ requests: [] })', 'Invalid number of arguments provided. Expected 2 only'],
  ['return Sheets.Spreadsheets.get()', 'Invalid number of arguments provided. Expected 1-2 only'],
  ['return Sheets.Spreadsheets.get(id, {}, 1)', 'Invalid number of arguments provided. Expected 1-2 only'],
  ['return Sheets.Spreadsheets.create({}, {})', 'Invalid number of arguments provided. Expected 1 only'],
  ['return Sheets.Spreadsheets.Values.get(id)', 'Invalid number of arguments provided. Expected 2-3 only'],
  ['return Sheets.Spreadsheets.Values.batchGet(id, {}, 1)', 'Invalid number of arguments provided. Expected 1-2 only'],
  ['return Sheets.Spreadsheets.Values.update({}, id)', 'Invalid number of arguments provided. Expected 3-4 only'],
  [
    'return Sheets.Spreadsheets.Values.batchUpdate({}, id, {})',
    'Invalid number of arguments provided. Expected 2 only',
  ],
  ['return Sheets.Spreadsheets.Values.clear({}, id)', 'Invalid number of arguments provided. Expected 3 only'],
  [
    "return file.makeCopy(DriveApp.createFolder('f'), 'x')",
    signature('DriveApp.Folder,String', 'DriveApp.File.makeCopy'),
  ],
  ["return file.makeCopy('x', 'y')", signature('String,String', 'DriveApp.File.makeCopy')],
  ['return file.makeCopy(sheet)', signature('SpreadsheetApp.Sheet', 'DriveApp.File.makeCopy')],
  [
    "return file.makeCopy('x', DriveApp.createFolder('f'), 1)",
    signature('String,DriveApp.Folder,number', 'DriveApp.File.makeCopy'),
  ],
  [
    "return [file.makeCopy(), file.makeCopy('x'), file.makeCopy('y', DriveApp.createFolder('g'))].map((it) => it.getName())",
    ['Copy of a.txt', 'x', 'y'],
  ],
  ['return [locks.tryLock(-100), locks.hasLock()]', [false, false]],
  ['return locks.waitLock(-100)', 'Lock timeout: another process was holding the lock for too long.'],
  ['return [locks.tryLock(0), locks.tryLock(-1), locks.hasLock()]', [true, false, true]],
  ['return DriveApp.getFileById(null)', 'Invalid argument: id'],
  ["return DriveApp.getFileById('')", 'Invalid argument: id'],
  ["return DriveApp.getFolderById('')", 'Invalid argument: id'],
  [
    'return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [1], Utilities.Charset.UTF_8)',
    signature('(class),number[],(class)', 'Utilities.computeDigest'),
  ],
  ["return Utilities.computeHmacSha256Signature(['a'], ['b'])", 'Cannot convert a to byte.'],
  ["return Utilities.computeHmacSha256Signature([1], ['b'])", 'Cannot convert b to byte.'],
  ["return cache.put('a', 'b')", null],
  ["return cache.putAll({ a: 'b' })", null],
  ["return cache.remove('a')", null],
  ["return cache.removeAll(['a'])", null],
];

test('the calls that we make are answered as Google answers them', async () => {
  const answers = (await given(OURS.map(([line]) => line))) as unknown[];
  expect(OURS.map(([line], at) => [line, answers[at]])).toEqual(OURS);
});

/** What was answered otherwise in silence, or thrown where Google passes over it. */
const OTHERS: readonly (readonly [line: string, gives: unknown])[] = [
  ['return String(Session.getActiveUser())', 'operator@example.com'],
  ["return '' + Session.getEffectiveUser()", 'operator@example.com'],
  ["return sheet.getRange('D:F').getA1Notation()", 'D:F'],
  ["return sheet.getRange('f:d').getA1Notation()", 'D:F'],
  ["return sheet.getRange('2:3').getA1Notation()", '2:3'],
  ["return sheet.getRange('D:F').getNumRows()", 1000],
  ["return sheet.getRange('D2:F').getA1Notation()", 'D2:F1000'],
  ["return sheet.getRange('D:F').getCell(2, 2).getA1Notation()", 'E2'],
  ["return sheet.getRange('D:D').offset(0, 1).getA1Notation()", 'E1:E1000'],
  [
    "sheet.getRange('D:D').getCell(1, 1).setValue(1); sheet.getRange('D:D').moveTo(sheet.getRange('D:D')); return sheet.getRange('D1').getValue()",
    1,
  ],
  ["return sheet.getRange('R5C3').getA1Notation()", 'C5'],
  ["return spreadsheet.getRange('Sheet1!R1C1:R2C3').getA1Notation()", 'A1:C2'],
  // Google passes over words and colors that it doesn't know.
  ["return sheet.getRange('A1').setBackground('#ff0000').setBackground('foo').getBackground()", '#ff0000'],
  ["return sheet.getRange('A1').setBackground('aliceblue').getBackground()", '#ff0000'],
  [
    "return sheet.getRange('A1').setHorizontalAlignment('center').setHorizontalAlignment('foo').getHorizontalAlignment()",
    'center',
  ],
  ["return sheet.getRange('A1').setHorizontalAlignment(null).getHorizontalAlignment()", 'general'],
  [
    `sheet.getRange('A11:B12').setValues([[1, 2], [3, 4]]); sheet.getRange('A11:B11').copyTo(sheet.getRange('D11'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true);
     return sheet.getRange('D11:E12').getValues()`,
    [
      [1, ''],
      [2, ''],
    ],
  ],
  [
    `sheet.getRange('A13').setFormula('=12').setNote('n'); sheet.getRange('A13').copyTo(sheet.getRange('B13'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
     return [sheet.getRange('B13').getValue(), sheet.getRange('B13').getFormula(), sheet.getRange('B13').getNote()]`,
    [12, '', ''],
  ],
  [
    "return sheet.getRange('A1').copyTo(sheet.getRange('B1'), SpreadsheetApp.CopyPasteType.PASTE_COLUMN_WIDTHS, false)",
    'not available in the local Apps Script: Range.copyTo with PASTE_COLUMN_WIDTHS',
  ],
  ['return MimeType.MICROSOFT_WORD', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ["return HtmlService.createTemplate('').getCode()", 'not available in the local Apps Script: HtmlTemplate.getCode'],
  ["return HtmlService.createTemplate('').nobodySetThis === undefined", true],
  [
    `sheet.clear(); sheet.getRange('A1:A3').setValues([['a.b'], ['="x"'], ['b']]);
     return ['a.b', '"x"', 'x'].map((text) => sheet.createTextFinder(text).matchFormulaText(true).findAll().length)`,
    [1, 1, 1],
  ],
  // A list of one text is read as the text.
  ["return spreadsheet.getSheetByName(['Sheet1']).getName()", 'Sheet1'],
  ["return HtmlService.createHtmlOutput(' ').appendUntrusted(['a<b']).getContent()", ' a&#60;b'],
  [
    "return HtmlService.createHtmlOutput(' ').appendUntrusted([{}]).getContent()",
    signature('(class)[]', 'HtmlService.HtmlOutput.appendUntrusted'),
  ],
  // Nothing is calculated, and nothing says #NAME?.
  ...[
    "return sheet.getRange('A1:B2').getValues()",
    "return sheet.getRange('B2').getValue()",
    "return sheet.getRange('B2').getDisplayValue()",
    'return sheet.getDataRange().getDisplayValues()',
    "return Sheets.Spreadsheets.Values.get(id, 'Sheet1!B2').values",
    "return Sheets.Spreadsheets.Values.get(id, 'Sheet1!B2', { valueRenderOption: 'UNFORMATTED_VALUE' }).values",
    "return Sheets.Spreadsheets.get(id, { ranges: 'Sheet1!B2', fields: 'sheets.data.rowData.values.formattedValue' })",
    "return sheet.createTextFinder('3').findAll()",
    "return sheet.getRange('A1:B2').sort(2)",
    "return sheet.getRange('B2').copyTo(sheet.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false)",
  ].map((line): [string, unknown] => [
    `sheet.clear(); sheet.getRange('B2').setValue('=SUM(1,2)'); ${line}`,
    expect.stringMatching(/not available in the local Apps Script: the value of =SUM\(1,2\)$/),
  ]),
  [
    `sheet.clear(); sheet.getRange('B2').setValue('=SUM(1,2)');
     return [sheet.getRange('B2').getFormula(), sheet.getRange('B2').isBlank(), sheet.getRange('A1').getValue(), Sheets.Spreadsheets.Values.get(id, 'Sheet1!B2', { valueRenderOption: 'FORMULA' }).values[0][0]]`,
    ['=SUM(1,2)', false, '', '=SUM(1,2)'],
  ],
  ["sheet.clear(); return sheet.getRange('A1').setNumberFormat('@').setValue('=SUM(1,2)').getValue()", '=SUM(1,2)'],
  ["sheet.clear(); return sheet.getRange('A1').setValue(\"'=SUM(1,2)\").getValue()", '=SUM(1,2)'],
  // The table is the last one in the range, and what is appended begins where it begins.
  ...(
    [
      ['Sheet1', 'Sheet1!B4:D6', 'Sheet1!B7:C7'],
      ['Sheet1!B4', 'Sheet1!B4:D6', 'Sheet1!B7:C7'],
      ['Sheet1!B2:D4', 'Sheet1!B4:D6', 'Sheet1!B7:C7'],
      ['Sheet1!A3:G10', 'Sheet1!B4:D6', 'Sheet1!B7:C7'],
      ['Sheet1!A1', 'Sheet1!A1:C2', 'Sheet1!A3:B3'],
      ['Sheet1!A1:A2', 'Sheet1!A1:C2', 'Sheet1!A3:B3'],
      ['Sheet1!F4', null, 'Sheet1!F4:G4'],
    ] as const
  ).map(([range, table, updated]): [string, unknown] => [
    `sheet.clear(); sheet.getRange('A1:C2').setValue('a'); sheet.getRange('B4:D6').setValue('b');
     const { tableRange = null, updates } = Sheets.Spreadsheets.Values.append({ values: [['x', 'y']] }, id, '${range}', { valueInputOption: 'RAW' });
     return [tableRange, updates.updatedRange]`,
    [table, updated],
  ]),
  [
    `sheet.clear(); const { totalUpdatedRows: rows, totalUpdatedColumns: columns, totalUpdatedCells: cells, totalUpdatedSheets: sheets, responses } =
       Sheets.Spreadsheets.Values.batchUpdate({ valueInputOption: 'RAW', data: [{ range: 'Sheet1!A1:B1', values: [[1, 2]] }, { range: 'Sheet1!A5:A6', values: [[1], [2]] }] }, id);
     return [rows, columns, cells, sheets, responses.length]`,
    [3, 3, 4, 1, 2],
  ],
];

test('what differed in silence is as Google gives it, or refused by name', async () => {
  const answers = (await given(OTHERS.map(([line]) => line))) as unknown[];
  expect(OTHERS.map(([line], at) => [line, answers[at]])).toEqual(OTHERS);
});

test('people see a formula that is not calculated as they typed it', async () => {
  const office = openOffice({ script: { 'Code.js': 'function main() {}' } });
  await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['=SUM(1,2)']] });
  expect(office.sheet('Sheet1')).toMatchObject({ display: [['=SUM(1,2)', ...Array(25).fill('')]] });
});
