import { expect, test } from '@jest/globals';
import { zoneInWords } from '../../src/reports/zone-words';

test.each([
  ['America/New_York', 'Eastern Time'],
  ['America/Chicago', 'Central Time'],
  ['America/Los_Angeles', 'Pacific Time'],
  ['America/Phoenix', 'Arizona time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
  ['Europe/Paris', 'Paris time'],
  ['Etc/UTC', 'UTC'],
  ['UTC', 'UTC'],
])('the time zone %s reads %s', (zone, words) => expect(zoneInWords(zone)).toBe(words));
