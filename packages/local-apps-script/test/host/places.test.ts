import { expect, test } from '@jest/globals';
import { findPlaces, nodeProblem } from '../../host/places';

test('a Node that is too old is named with the one that is needed', () => {
  expect(nodeProblem('18.20.1', 'Example')).toBe('Example needs Node 20 or newer; this is Node 18.20.1.');
  expect(nodeProblem('20.0.0', 'Example')).toBeNull();
});

test('a host without a script of its own asks for one', () => {
  expect(() => findPlaces('build', null)).toThrow('Which script should run? Use --script DIR');
});

test('the project’s script runs unless another one is asked for', () => {
  expect(findPlaces('build', null, () => 'dist').script).toBe('dist');
});
