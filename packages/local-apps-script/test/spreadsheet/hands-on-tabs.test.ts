import { describe, expect, test } from '@jest/globals';
import { World } from '../../google/world';
import { atHand } from './hands';

describe('filters, columns and copies', () => {
  test('rows hidden by a filter are listed as hidden, and shown again without it', () => {
    const { edit, rows, view } = atHand();
    edit('A1', [['Status'], ['paid'], ['shipped'], ['paid']]);
    rows({ action: 'filter', column: 'A', hide: ['paid'] });
    expect(view().hiddenRows).toEqual([2, 4]);
    rows({ action: 'unfilter' });
    expect(view().hiddenRows).toEqual([]);
  });

  test('a column can be moved, inserted and deleted', () => {
    const { edit, rows, display } = atHand();
    edit('A1', [['a', 'b', 'c']]);
    rows({ action: 'moveColumn', column: 'A', before: 'C' });
    expect(display()).toEqual([['b', 'a', 'c', '']]);
    rows({ action: 'insertColumn', column: 'A' });
    rows({ action: 'deleteColumn', column: 'C' });
    expect(display()).toEqual([['', 'b', 'c', '']]);
  });

  test('rules move with their column', () => {
    const { world, file, rows, api } = atHand();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 };
    api({ addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Here', range } } });
    const columns = () => world.workbooks.get(file)?.meta.namedRanges.map((named) => named.range.startColumnIndex);
    rows({ action: 'moveColumn', column: 'A', before: 'D' });
    expect(columns()).toEqual([2]);
    rows({ action: 'moveColumn', column: 'E', before: 'A' });
    expect(columns()).toEqual([3]);
  });

  test('a copy has the cells, rules and tabs, another id, and is owned by who made it', () => {
    const { world, as, edit } = atHand();
    edit('A1', [['x']]);
    const copy = world.workbooks.get(as('staff')('Host.copyFile', null) as string);
    expect(copy?.meta).toMatchObject({ name: 'Copy of Test', owner: 'staff@example.com', editors: [] });
    expect(copy?.tabNamed('Items')?.value(0, 0)).toBe('x');
    edit('A1', [['changed']]);
    expect(copy?.tabNamed('Items')?.value(0, 0)).toBe('x');
  });

  test('conditional formats show as the colours of cells', () => {
    const { edit, api, view } = atHand();
    const booleanRule = {
      condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'paid' }] },
      format: { backgroundColor: { green: 1 } },
    };
    api({
      addConditionalFormatRule: {
        rule: { ranges: [{ sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 }], booleanRule },
      },
    });
    edit('A1', [['paid'], ['pending']]);
    expect(view().backgrounds.map((line: string[]) => line[0])).toEqual(['#00ff00', null]);
  });
});

describe('the state', () => {
  test('a world restored from its state, and one replayed from its journal, are the same', () => {
    const first = atHand();
    const { world, edit, rows, undo, api } = first;
    const journal: Parameters<World['replay']>[0][] = [];
    const start = JSON.stringify(world);
    world.onChange = (entry) => journal.push(JSON.parse(JSON.stringify(entry)));
    edit('A1', [
      ['h', 'n'],
      ['b', '2026-10-02'],
      ['a', '$3'],
    ]);
    api(
      { addSheet: { properties: { title: 'Archive', hidden: true } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0 }, warningOnly: true } } },
    );
    rows({ action: 'sort', column: 'A' });
    rows({ action: 'insert', row: 2 });
    edit('B2', [['note']]);
    undo();
    const end = JSON.stringify(world);
    const restored = new World();
    restored.restore(JSON.parse(end));
    expect(JSON.parse(JSON.stringify(restored))).toEqual(JSON.parse(end));
    const replayed = new World();
    replayed.restore(JSON.parse(start));
    for (const entry of journal) replayed.replay(entry);
    expect(JSON.parse(JSON.stringify(replayed)).workbooks).toEqual(JSON.parse(end).workbooks);
  });
});

describe('races between people and scripts (docs/google.md G65 and G66)', () => {
  test('getLastRow() + 1 then write races: of two executions that read before they write, one order is lost', () => {
    const { world, file, display, edit } = atHand();
    edit('A1', [['Order ID']]);
    const actor = (execution: string) => ({
      effectiveUser: 'operator@example.com',
      activeUser: '',
      execution,
      bound: file,
    });
    const next = (execution: string) =>
      Number(world.perform('Sheet.getLastRow', [{ file, sheet: 0 }], actor(execution))) + 1;
    const write = (execution: string, row: number) =>
      world.perform(
        'Range.setValue',
        [{ file, sheet: 0, row, column: 1, rows: 1, columns: 1 }, execution, false],
        actor(execution),
      );
    const [first, second] = [next('one'), next('two')];
    write('one', first);
    write('two', second);
    expect(display().map(([id]: string[]) => id)).toEqual(['Order ID', 'two']);
    for (const each of ['three', 'four'])
      world.perform('Sheet.appendRow', [{ file, sheet: 0 }, [each], []], actor(each));
    expect(display().map(([id]: string[]) => id)).toEqual(['Order ID', 'two', 'three', 'four']);
  });

  test('a row number read earlier may be another order after a row was inserted', () => {
    const { edit, rows, api, display } = atHand();
    edit('A1', [['h'], ['order 1'], ['order 2']]);
    rows({ action: 'insert', row: 2 });
    api({
      updateCells: {
        start: { rowIndex: 2 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'meant for order 2' } }] }],
        fields: 'userEnteredValue',
      },
    });
    expect(display().map(([first]: string[]) => first)).toEqual(['h', '', 'meant for order 2', 'order 2']);
  });

  test('a spreadsheet has at most 10 million cells, blank ones included (docs/google.md G10)', () => {
    const { api, world, file } = atHand();
    const grow = (length: number) => api({ appendDimension: { sheetId: 0, dimension: 'ROWS', length } });
    grow(380_000);
    expect(() => grow(10_000)).toThrow(/above the limit of 10000000 cells/);
    expect(world.workbooks.get(file)?.tab(0)?.rowCount).toBe(381_000);
  });
});
