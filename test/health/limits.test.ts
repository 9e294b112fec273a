import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { figuresOf, LIMITS, type LimitName } from '../../src/core/limits';
import { mailboxOf } from '../../src/domain/mailbox';
import { limitLines } from '../../src/health/limit-table';
import { readSettings } from '../../src/workbook/settings';

test('docs/api.md shows every limit of the table, and no other', () => {
  const text = readFileSync('docs/api.md', 'utf8');
  const table = text.slice(text.indexOf('| what | within |')).split('\n\n')[0] ?? '';
  expect(table.trim().split('\n').slice(2)).toEqual(limitLines());
});

test('no key may fill a common limit alone', () => {
  const { settings } = readSettings([]);
  const names = Object.keys(LIMITS) as LimitName[];
  for (const name of names) {
    const { each, all } = figuresOf(name, settings);
    if (Number.isFinite(all) && Number.isFinite(each)) expect([name, each < all]).toEqual([name, true]);
  }
});

test('a share of a small common limit is still one', () => {
  const { settings } = readSettings([{ Setting: 'Orders per minute', Value: '1' }]);
  expect(figuresOf('order', settings)).toEqual({ all: 1, each: 1 });
});

test.each([
  ['Paul@Example.com', 'paul@example.com'],
  [' paul@example.com ', 'paul@example.com'],
  ['paul+prints@example.com', 'paul@example.com'],
  ['paul+a+b@example.com', 'paul@example.com'],
  ['v.ic.tim+7@gmail.com', 'victim@gmail.com'],
  ['VICTIM@googlemail.com', 'victim@gmail.com'],
  ['v.ictim@example.com', 'v.ictim@example.com'],
  ['+tag@example.com', '+tag@example.com'],
  ['no address', 'no address'],
  ['', ''],
])('%j is the mailbox %j', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});
