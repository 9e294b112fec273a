import { expect, test } from '@jest/globals';
import { rowsOf } from '../../page/clipboard-text';

test.each([
  ['paid', [['paid']]],
  ['paid\n', [['paid']]],
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\r\nb\r\n', [['a'], ['b']]],
  [
    'a\t\nb',
    [
      ['a', ''],
      ['b', ''],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['\tb', [['', 'b']]],
  ['a\t', [['a', '']]],
  ['"two\nlines"\tb', [['two\nlines', 'b']]],
  ['"she said ""hi"""', [['she said "hi"']]],
  ['5" frame\tb', [['5" frame', 'b']]],
])('%j from the clipboard is %j', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});
