import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { feedbackText, parseFeedbackText } from '../../src/domain/feedback';

test('a rating and a comment make one text', () => {
  expect(feedbackText({ rating: 5, comment: 'Great photos!' })).toBe('5/5 - "Great photos!"');
  expect(feedbackText({ rating: 4, comment: '' })).toBe('4/5');
  expect(feedbackText({ rating: null, comment: 'Great' })).toBe('"Great"');
});

test.each([
  ['4/5', 4, ''],
  [' 4 / 5 ', 4, ''],
  ['4/5 - lovely', 4, 'lovely'],
  ['4/5 lovely', 4, 'lovely'],
  ['2/5: "too dark"', 2, 'too dark'],
  ['5 of 5, phoned', 5, 'phoned'],
  ['3 out of 5', 3, ''],
  ['4 stars', 4, ''],
  ['1 star. Never came', 1, 'Never came'],
  ['5 - phoned, all fine', 5, 'phoned, all fine'],
  ['★★★★', 4, ''],
  ['★★☆☆☆ too dark', 2, 'too dark'],
  ['4', 4, ''],
  ['5/5 - "Says: "wow""', 5, 'Says: "wow"'],
])('staff may type %p', (typed, rating, comment) => {
  expect(parseFeedbackText(typed)).toEqual({ rating, comment });
});

test.each([
  '',
  'Loved it',
  'phoned: 4/5',
  '6/5',
  '0/5',
  '4.5/5',
  '4/10',
  '45',
  '4/5/2026',
  '4 prints were missing',
  '10',
  '4x6 too dark',
])('%p is kept as text', (typed) => {
  expect(parseFeedbackText(typed)).toBeNull();
});

test('the program reads back what it writes, with any comment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.string({ unit: 'grapheme' }), (rating, text) => {
      const comment = text.trim();
      expect(parseFeedbackText(feedbackText({ rating, comment }))).toEqual({ rating, comment });
    }),
  );
});
