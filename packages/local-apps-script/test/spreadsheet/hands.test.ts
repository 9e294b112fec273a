import { describe, expect, test } from '@jest/globals';
import { atHand } from './hands';

const editOf = (events: readonly { type: string; fields: object }[]) =>
  events.find(({ type }) => type === 'edit')?.fields;
const changes = (events: readonly { type: string; fields: Readonly<Record<string, unknown>> }[]) =>
  events.filter(({ type }) => type === 'change').map(({ fields }) => fields.changeType);

describe('events as Google sends them (docs/google.md 3)', () => {
  test('value and oldValue exist for a single typed cell', () => {
    const { edit } = atHand();
    expect(editOf(edit('L2', [['pending']]))).toEqual({
      rangeRef: expect.objectContaining({ row: 2, column: 12, rows: 1, columns: 1 }),
      value: 'pending',
    });
    expect(editOf(edit('L2', [['paid']]))).toMatchObject({ value: 'paid', oldValue: 'pending' });
  });

  test('clearing a cell: value undefined', () => {
    const { edit } = atHand();
    edit('L2', [['paid']]);
    const fields = editOf(edit('L2', [['']]));
    expect(fields).toMatchObject({ oldValue: 'paid' });
    expect(fields).not.toHaveProperty('value');
  });

  test('a paste has neither value nor oldValue; its range may start left of L and reach past Q', () => {
    const { edit } = atHand();
    const fields = editOf(edit('K2:R3', [new Array(8).fill('x'), new Array(8).fill('y')]));
    expect(fields).toEqual({ rangeRef: expect.objectContaining({ row: 2, column: 11, rows: 2, columns: 8 }) });
  });

  test('a paste from one corner covers what was pasted', () => {
    const { edit, display } = atHand();
    expect(
      editOf(
        edit('A1', [
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    ).toMatchObject({ rangeRef: { rows: 2, columns: 2 } });
    expect(display()).toEqual([
      ['a', 'b', '', ''],
      ['c', 'd', '', ''],
    ]);
  });

  test('onChange also fires on every edit', () => {
    const { edit } = atHand();
    expect(changes(edit('A1', [['x']]))).toEqual(['EDIT']);
  });

  test('row insert and delete fire only onChange, INSERT_ROW and REMOVE_ROW, without a range', () => {
    const { rows } = atHand();
    expect(rows({ action: 'insert', row: 2, count: 2 })).toEqual([
      expect.objectContaining({ type: 'change', fields: { changeType: 'INSERT_ROW' } }),
    ]);
    expect(rows({ action: 'delete', row: 2 })).toEqual([
      expect.objectContaining({ type: 'change', fields: { changeType: 'REMOVE_ROW' } }),
    ]);
  });

  test('a sort moves rows with no useful event', () => {
    const { edit, rows, display } = atHand();
    edit('A1', [
      ['h', 'n'],
      ['b', '2'],
      ['a', '1'],
      ['c', ''],
    ]);
    expect(rows({ action: 'sort', column: 'A' })).toEqual([
      expect.objectContaining({ type: 'change', fields: { changeType: 'OTHER' } }),
    ]);
    expect(display().map(([first]: string[]) => first)).toEqual(['h', 'a', 'b', 'c']);
    rows({ action: 'sort', column: 'B', ascending: false });
    expect(display().map(([first]: string[]) => first)).toEqual(['h', 'b', 'a', 'c']);
  });

  test('a sort of some columns only tears rows apart', () => {
    const { edit, rows, display } = atHand();
    edit('A1', [
      ['h', 'n'],
      ['b', 'of b'],
      ['a', 'of a'],
    ]);
    rows({ action: 'sort', column: 'A', range: 'A2:A3' });
    expect(
      display()
        .slice(1)
        .map((line: string[]) => line.slice(0, 2)),
    ).toEqual([
      ['a', 'of b'],
      ['b', 'of a'],
    ]);
  });

  test('[?] undo is another edit: both positions', () => {
    const { world, edit, undo, display } = atHand();
    edit('A1', [['first']]);
    edit('A1', [['second']]);
    expect(editOf(undo())).toMatchObject({ value: 'first', oldValue: 'second' });
    world.switches.undoFiresEdit = false;
    expect(undo().map(({ type }) => type)).toEqual(['change']);
    expect(display()).toEqual([]);
    expect(undo()).toEqual([]);
  });

  test('an event names who did it', () => {
    const { edit } = atHand();
    expect(edit('A1', [['x']], 'staff')[0]?.user).toBe('staff@example.com');
  });
});

describe('undo is each person’s own', () => {
  test('one person’s undo leaves another’s edits alone', () => {
    const { edit, undo, display } = atHand();
    edit('A1', [['staff']], 'staff');
    edit('B1', [['operator']], 'operator');
    undo('staff');
    expect(display()).toEqual([['', 'operator', '', '']]);
  });

  test('undo finds the row again after rows were inserted above', () => {
    const { edit, undo, rows, display } = atHand();
    edit('A2', [['mine']]);
    edit('A2', [['changed']]);
    rows({ action: 'insert', row: 1, count: 2 }, 'operator');
    undo();
    expect(display()[3]?.[0]).toBe('mine');
  });

  test('a deleted row comes back with its values, formats and notes', () => {
    const { edit, undo, rows, view, api } = atHand();
    edit('A2', [['0012', '$3.50']]);
    api({ updateCells: { start: { rowIndex: 1 }, rows: [{ values: [{ note: 'why' }] }], fields: 'note' } });
    rows({ action: 'delete', row: 2 });
    expect(view().values).toEqual([]);
    undo();
    expect(view().display[1].slice(0, 2)).toEqual(['12', '$3.50']);
    expect(view().notes[1][0]).toBe('why');
  });

  test('a sort is taken back as one step', () => {
    const { edit, undo, rows, display } = atHand();
    edit('A1', [['h'], ['b'], ['a']]);
    rows({ action: 'sort', column: 'A' });
    undo();
    expect(display().map(([first]: string[]) => first)).toEqual(['h', 'b', 'a']);
  });
});

describe('typing at the keyboard (docs/google.md G58)', () => {
  test('what is typed is read like setValue does: numbers, dates, booleans, formulas, texts', () => {
    const { edit, view } = atHand();
    edit('A1', [['0012', "'0012", '10/2/2026', 'true', '=1+1', '$5', 'Paid ', '']]);
    expect(view().values[0].slice(0, 8)).toEqual([
      12,
      '0012',
      '2026-10-02T04:00:00.000Z',
      true,
      '=1+1',
      5,
      'Paid ',
      '',
    ]);
    expect(view().formulas[0][4]).toBe('=1+1');
    expect(view().numberFormats[0][2]).toBe('m/d/yyyy');
  });

  test('a number of the JSON is typed too: in a @ cell it is text', () => {
    const { edit, view, api } = atHand();
    api({
      repeatCell: {
        range: { endRowIndex: 1, endColumnIndex: 1 },
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    });
    edit('A1', [[32801, 32801]]);
    expect(view().values[0].slice(0, 2)).toEqual(['32801', 32801]);
  });

  test('a rejecting rule refuses the typed value with its message, a warning rule lets it in', () => {
    const { edit, view, api } = atHand();
    const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'paid' }] };
    const range = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
    api({ setDataValidation: { range, rule: { condition, strict: true } } });
    expect(() => edit('A2', [['lost']])).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
    expect(view().values).toEqual([]);
    api({ setDataValidation: { range, rule: { condition, strict: false } } });
    edit('A2', [['lost']]);
    expect(view().values[1][0]).toBe('lost');
    expect(view().rules[view().validations[1][0]]).toMatchObject({ choices: ['paid'], strict: false });
  });

  test('a hard protection refuses other people, a warning-only one nobody, the owner is never refused', () => {
    const { edit, api } = atHand();
    api({ addProtectedRange: { protectedRange: { range: { startRowIndex: 0, endRowIndex: 1 } } } });
    api({ addProtectedRange: { protectedRange: { range: { startRowIndex: 1, endRowIndex: 2 }, warningOnly: true } } });
    expect(() => edit('A1', [['x']], 'staff')).toThrow(/protected cell/);
    expect(edit('A2', [['x']], 'staff')).not.toEqual([]);
    expect(edit('A1', [['x']], 'operator')).not.toEqual([]);
  });

  test('a stranger cannot type at all', () => {
    const { as } = atHand();
    expect(() => as('anonymous')('Host.edit', 'Items', 'A1', [['x']])).toThrow(
      'You do not have permission to access the requested document.',
    );
  });

  test('what cannot be done is a sentence with the field and the value', () => {
    const { as, edit, rows } = atHand();
    expect(() => as('staff')('Host.edit', 'Nothing', 'A1', [['x']])).toThrow(
      'sheet must be the name of a tab, not "Nothing"',
    );
    expect(() => edit('nowhere', [['x']])).toThrow('range must be cells such as L2 or L2:L4, not "nowhere"');
    expect(() => edit('A1:A3', [['x', 'y']])).toThrow('values must have 3 rows of 1 for range A1:A3, not 1 of 2');
    expect(() => rows({ action: 'insert', row: 0 })).toThrow(
      'row must be a whole number from 1 to 1001 of Items, not 0',
    );
    expect(() => rows({ action: 'dance' })).toThrow(/^action must be one of insert, delete, sort/);
    expect(() => rows({ action: 'sort', column: 'ZZZ' })).toThrow(
      'column must be a column of Items such as "A", not "ZZZ"',
    );
  });
});
