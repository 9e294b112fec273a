import { expect, test } from '@jest/globals';
import { addressBlock } from '../../src/domain/address/lines';
import { PUBLIC_LINES } from './public-lines';
import { wrongWith } from './public-oracle';

const printed = (street: string, unit: string): readonly string[] => {
  const place = { city: 'Orlando', state: 'FL', zipCode: '32801-1234' };
  const { lines } = addressBlock('Ann Lee', { street, unit, ...place });
  expect([lines[0], lines[lines.length - 1]]).toEqual(['ANN LEE', 'ORLANDO FL  32801-1234']);
  return lines.slice(1, -1);
};

test('there are more than 500 forms, half of them with a part of a building', () => {
  expect(PUBLIC_LINES.length).toBeGreaterThan(900);
  expect(PUBLIC_LINES.filter(({ units }) => units.length > 0).length).toBeGreaterThan(400);
});

test('every line that people wrote, typed as one line, is printed with its street and unit as it was labeled', () => {
  const faults = PUBLIC_LINES.flatMap((line) => {
    const lines = printed(line.whole, '');
    return wrongWith(line, lines).map((fault) => `${line.form} = ${line.whole}: ${fault}: ${lines.join(' / ')}`);
  });
  expect(faults).toEqual([]);
});

test('and so is each with its unit in the field for it', () => {
  const faults = PUBLIC_LINES.flatMap((line) => {
    if (line.withoutUnit === null) return [];
    const lines = printed(line.withoutUnit, line.units.join(' '));
    return wrongWith(line, lines).map((fault) => `${line.form} = ${line.whole}: ${fault}: ${lines.join(' / ')}`);
  });
  expect(faults).toEqual([]);
});
