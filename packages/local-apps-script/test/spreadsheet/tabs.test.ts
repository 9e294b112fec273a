import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

const file = 'const file = SpreadsheetApp.getActive(); const sheet = file.getSheets()[0];';
const failing = (call: string) =>
  evaluate(`${file} try { ${call}; return 'no error'; } catch (e) { return e.message; }`);

describe('tabs', () => {
  test('are inserted, found by name and id, renamed, hidden, moved and deleted', async () => {
    const answer = await evaluate(`${file}
      const orders = file.insertSheet('Items');
      const ledger = file.insertSheet('Archive', 0);
      ledger.hideSheet();
      const seen = [file.getSheetByName('Items').getSheetId() === orders.getSheetId(), file.getSheetById(ledger.getSheetId()).getName(),
        file.getSheetByName('Nothing'), ledger.isSheetHidden(), ledger.getIndex()];
      orders.setName('All orders').activate();
      file.moveActiveSheet(1);
      file.deleteSheet(sheet);
      return [seen, file.getSheets().map((each) => each.getName()), file.getActiveSheet().getName()];`);
    expect(answer).toEqual([[true, 'Archive', null, true, 1], ['All orders', 'Archive'], 'All orders']);
  });

  test('a copy of a tab has its cells and no name twice', async () => {
    const answer = await evaluate(`${file}
      sheet.getRange('A1').setValue('x');
      const copy = file.insertSheet('Copy', { template: sheet });
      sheet.copyTo(file); sheet.copyTo(file);
      return [copy.getRange('A1').getValue(), file.getSheets().map((each) => each.getName())];`);
    expect(answer).toEqual(['x', ['Sheet1', 'Copy', 'Copy of Sheet1', 'Copy of Sheet1 2']]);
  });

  test.each([
    ['file.insertSheet("Sheet1")', 'A sheet with the name "Sheet1" already exists. Please enter another name.'],
    ['sheet.hideSheet()', "You can't hide all the sheets in a document."],
    ['file.deleteSheet(sheet)', "You can't remove all the visible sheets in a document."],
    ['sheet.deleteRows(1, 1000)', "You can't delete all the rows on the sheet."],
    ['sheet.setFrozenRows(1); sheet.deleteRows(2, 999)', 'It is not possible to delete all non-frozen rows.'],
    ['sheet.deleteRow(1001)', 'Those rows are out of bounds.'],
    [
      'const other = file.insertSheet("Other"); file.deleteSheet(other); other.getName()',
      expect.stringMatching(/^Sheet \d+ not found$/),
    ],
  ])('%s is refused', async (call, message) => {
    expect(await failing(call)).toEqual(message);
  });

  test('rows and columns are inserted with the formats of their neighbours, and deleted', async () => {
    const answer = await evaluate(`${file}
      sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
      sheet.getRange('A2').setNumberFormat('0.00').setBackground('yellow').setNote('n');
      sheet.insertRowAfter(2);
      sheet.insertRowsBefore(1, 2);
      sheet.insertColumnBefore(1);
      const after = sheet.getRange('B5');
      const inherited = [after.getValue(), after.getNumberFormat(), after.getBackground(), after.getNote()];
      sheet.deleteRows(1, 2);
      sheet.deleteColumn(1);
      return [inherited, sheet.getRange('A1:A4').getValues().flat(), sheet.getMaxRows(), sheet.getMaxColumns()];`);
    expect(answer).toEqual([['', '0.00', '#ffff00', ''], ['a', 'b', '', 'c'], 1001, 26]);
  });

  test('frozen rows stay on top when the tab is sorted', async () => {
    const answer = await evaluate(`${file}
      sheet.getRange('A1:B4').setValues([['h', 'n'], ['b', 2], ['a', 3], ['', 1]]);
      sheet.setFrozenRows(1);
      sheet.sort(1);
      const byName = sheet.getRange('A1:A4').getValues().flat();
      sheet.getRange('A2:B4').sort([{ column: 2, ascending: false }]);
      return [byName, sheet.getRange('B1:B4').getValues().flat()];`);
    expect(answer).toEqual([
      ['h', 'a', 'b', ''],
      ['n', 3, 2, 1],
    ]);
  });

  test('rows and columns are hidden and have sizes', async () => {
    const answer = await evaluate(`${file}
      sheet.hideRows(2, 2); sheet.hideColumns(3); sheet.setColumnWidth(1, 240); sheet.setRowHeight(1, 40);
      const hidden = [1, 2, 3, 4].map((row) => sheet.isRowHiddenByUser(row));
      sheet.showRows(2);
      return [hidden, sheet.isRowHiddenByUser(2), sheet.isColumnHiddenByUser(3), sheet.getColumnWidth(1), sheet.getColumnWidth(2), sheet.getRowHeight(1)];`);
    expect(answer).toEqual([[false, true, true, false], false, true, 240, 100, 40]);
  });
});

describe('cells', () => {
  test('formats, notes and colours are kept and given back', async () => {
    const answer = await evaluate(`${file}
      const range = sheet.getRange('A1:B2');
      range.setFontWeight('bold').setFontColor('#FF0000').setBackgrounds([['red', '#00ff00'], [null, '#abc']]).setNotes([['a', ''], ['', 'd']]).setWrap(true).setHorizontalAlignment('center');
      sheet.getRange('A1').clearNote().setFontWeight(null);
      return [range.getFontWeights(), range.getFontColor(), range.getBackgrounds(), range.getNotes(), range.getWraps()[0], range.getHorizontalAlignment()];`);
    expect(answer).toEqual([
      [
        ['normal', 'bold'],
        ['bold', 'bold'],
      ],
      '#ff0000',
      [
        ['#ff0000', '#00ff00'],
        ['#ffffff', '#aabbcc'],
      ],
      [
        ['', ''],
        ['', 'd'],
      ],
      [true, true],
      'center',
    ]);
  });

  test('clear takes contents and formats, and what its options name', async () => {
    const answer = await evaluate(`${file}
      const fill = () => sheet.getRange('A1').setValue('x').setBackground('red').setNote('n');
      const left = () => [fill().getValue() && sheet.getRange('A1').getValue(), sheet.getRange('A1').getBackground(), sheet.getRange('A1').getNote()];
      const after = (clear) => { fill(); clear(sheet.getRange('A1')); const range = sheet.getRange('A1'); return [range.getValue(), range.getBackground(), range.getNote()]; };
      return [after((range) => range.clearContent()), after((range) => range.clear()), after((range) => range.clear({ formatOnly: true })), after((range) => range.clear({ contentsOnly: true, commentsOnly: true }))];`);
    expect(answer).toEqual([
      ['', '#ff0000', 'n'],
      ['', '#ffffff', 'n'],
      ['x', '#ffffff', 'n'],
      ['', '#ff0000', ''],
    ]);
  });

  test('copyTo repeats a block over a larger target, and may take values or formats only', async () => {
    const answer = await evaluate(`${file}
      sheet.getRange('A1').setValue(1.5).setNumberFormat('0.00');
      sheet.getRange('A1').copyTo(sheet.getRange('B1:B2'));
      sheet.getRange('A1').copyTo(sheet.getRange('C1'), { contentsOnly: true });
      sheet.getRange('A1').copyTo(sheet.getRange('D1'), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
      sheet.getRange('A1').moveTo(sheet.getRange('E1'));
      return sheet.getRange('A1:E2').getDisplayValues().concat([[sheet.getRange('D1').getNumberFormat()]]);`);
    expect(answer).toEqual([['', '1.50', '1.5', '', '1.50'], ['', '1.50', '', '', ''], ['0.00']]);
  });

  test('ranges move about by offset, and know where they are', async () => {
    const answer = await evaluate(`${file}
      const range = sheet.getRange('B2:C4');
      return [range.offset(1, 1).getA1Notation(), range.offset(0, 0, 1, 1).getA1Notation(), range.getCell(3, 2).getA1Notation(),
        [range.getRow(), range.getColumn(), range.getLastRow(), range.getLastColumn(), range.getNumRows(), range.getNumColumns()],
        sheet.getRange('A:A').getNumRows(), sheet.getRange('2:2').getNumColumns(), file.getRange("'Sheet1'!C3").getA1Notation(), range.getSheet().getName()];`);
    expect(answer).toEqual(['C3:D5', 'B2', 'C4', [2, 2, 4, 3, 3, 2], 1000, 26, 'C3', 'Sheet1']);
  });

  test('dropdowns from a list and from a range are enforced and read back', async () => {
    const answer = await evaluate(`${file}
      sheet.getRange('A1:A2').setValues([['red'], ['blue']]);
      const rule = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('A1:A2')).setAllowInvalid(false).setHelpText('a colour').build();
      sheet.getRange('B1').setDataValidation(rule).setValue('blue');
      let message = '';
      try { sheet.getRange('B1').setValue('green'); } catch (e) { message = e.message; }
      const read = sheet.getRange('B1').getDataValidation();
      return [message, sheet.getRange('B1').getValue(), read.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE,
        read.getCriteriaValues()[0].getA1Notation(), read.getHelpText(), read.getAllowInvalid()];`);
    expect(answer).toEqual([
      'The data you entered in cell B1 violates the data validation rules set on this cell.',
      'blue',
      true,
      'A1:A2',
      'a colour',
      false,
    ]);
  });

  test('a tick box is FALSE, and counts as content', async () => {
    expect(
      await evaluate(
        `${file} sheet.getRange('C1:C5').insertCheckboxes(); return [sheet.getRange('C5').getValue(), sheet.getLastRow()];`,
      ),
    ).toEqual([false, 5]);
  });

  test('named ranges, conditional formats, filters and charts are kept', async () => {
    const answer = await evaluate(`${file}
      sheet.getRange('A1:A3').setValues([['h'], ['paid'], ['open']]);
      file.setNamedRange('Status', sheet.getRange('A2:A3'));
      sheet.insertRowBefore(1);
      const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('paid').setBackground('#00ff00').setRanges([sheet.getRange('A:A')]).build();
      sheet.setConditionalFormatRules([rule]);
      const filter = sheet.getRange('A2:A4').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['paid']).build());
      sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange('A2:A4')).setOption('title', 'Items').setPosition(1, 5, 0, 0).build());
      return [file.getRangeByName('Status').getA1Notation(), sheet.getConditionalFormatRules()[0].getBooleanCondition().getBackground(),
        sheet.isRowHiddenByFilter(3), sheet.isRowHiddenByFilter(4), sheet.getCharts()[0].getRanges()[0].getA1Notation(), sheet.getFilter().getRange().getA1Notation()];`);
    expect(answer).toEqual(['A3:A4', '#00ff00', true, false, 'A2:A4', 'A2:A4']);
  });

  test('the advanced service may not see what was not flushed: both positions (docs/google.md G87)', async () => {
    for (const [hidden, before] of [
      [false, 'written'],
      [true, null],
    ] as const) {
      const office = openOffice({
        script: {
          'Code.js': `function main() { ${file} const get = () => (Sheets.Spreadsheets.Values.get(file.getId(), 'A1').values || [[null]])[0][0];
            sheet.getRange('A1').setValue('written'); const before = get(); SpreadsheetApp.flush(); return [before, get()]; }`,
        },
      });
      office.world.switches.unflushedWritesHidden = hidden;
      expect((await office.call('main')).outcome).toMatchObject({ value: { value: [before, 'written'] } });
    }
  });

  const APPENDS: readonly (readonly [by: string, call: string])[] = [
    ['appendRow', "sheet.appendRow(['x'])"],
    [
      'appendCells',
      "Sheets.Spreadsheets.batchUpdate({ requests: [{ appendCells: { sheetId: sheet.getSheetId(), fields: '*', rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }] } }] }, file.getId())",
    ],
  ];
  test('of rows appended at the same moment the second takes the place of the first, where the switch says so and not both are in turn', async () => {
    const script = (isLocked: boolean) =>
      APPENDS.map(
        ([by, call]) => `function ${by}${isLocked ? 'InTurn' : ''}() { ${file}
          const lock = LockService.getScriptLock(); ${isLocked ? 'lock.tryLock(1);' : ''} ${call}; SpreadsheetApp.flush(); }`,
      ).join('\n');
    const office = openOffice({ script: { 'Code.js': `${script(false)}\n${script(true)}` } });
    const rows = async (...calls: readonly string[]): Promise<number> => {
      const before = office.values('Sheet1').length;
      for (const call of calls) expect((await office.call(call)).outcome).toMatchObject({ status: 'completed' });
      office.world.clock.advance(1_000);
      return office.values('Sheet1').length - before;
    };
    for (const collides of [false, true]) {
      office.world.switches.appendsCollide = collides;
      for (const [first] of APPENDS)
        for (const [second] of APPENDS) {
          expect(await rows(first, second)).toBe(collides ? 1 : 2);
          expect(await rows(`${first}InTurn`, second)).toBe(collides ? 1 : 2);
          expect(await rows(`${first}InTurn`, `${second}InTurn`)).toBe(2);
        }
    }
  });
});
