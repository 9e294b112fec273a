import { expect, test } from '@jest/globals';
import { single } from '../../../src/entrypoints/web/web-request';

test('a parameter sent once has its value', () => {
  expect(single({ parameters: { route: ['health'] } }, 'route')).toBe('health');
});

test('a parameter sent twice, empty or not at all has none', () => {
  expect(single({ parameters: { route: ['health', 'orders'] } }, 'route')).toBe('');
  expect(single({ parameters: { route: [] } }, 'route')).toBe('');
  expect(single({ parameters: {} }, 'route')).toBe('');
  expect(single({}, 'route')).toBe('');
});

test('a merged parameter, which a form body can forge, doesn’t count', () => {
  expect(single({ parameter: { route: 'health' } }, 'route')).toBe('');
});
