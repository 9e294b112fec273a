import { expect, test } from '@jest/globals';
import { likelyDomain } from '../../src/domain/email-domain';

test.each([
  ['paul@gmial.com', 'gmail.com'],
  ['paul@gmai.com', 'gmail.com'],
  ['paul@gmaill.com', 'gmail.com'],
  ['paul@gmail.con', 'gmail.com'],
  ['paul@gmail.cm', 'gmail.com'],
  ['paul@gnail.com', 'gmail.com'],
  ['paul@GMIAL.COM', 'gmail.com'],
  ['paul@yaho.com', 'yahoo.com'],
  ['paul@yahooo.com', 'yahoo.com'],
  ['paul@hotmial.com', 'hotmail.com'],
  ['paul@outlok.com', 'outlook.com'],
  ['paul@iclould.com', 'icloud.com'],
  ['paul@comcast.ent', 'comcast.net'],
])('%s probably means %s', (email, domain) => {
  expect(likelyDomain(email)).toBe(domain);
});

test.each([
  'paul@gmail.com',
  'paul@Gmail.COM',
  'paul@yahoo.com',
  'paul@mail.com',
  'paul@ymail.com',
  'paul@email.com',
  'paul@gmx.com',
  'paul@mac.com',
  'paul@aim.com',
  'paul@example.com',
  'paul@school.edu',
  'paul@gmail.example.com',
  'gmial.com@example.com',
  'paul@q.com',
])('%s looks right', (email) => {
  expect(likelyDomain(email)).toBeNull();
});
