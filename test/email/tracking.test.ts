import { expect, test } from '@jest/globals';
import { trackingOf } from '../../src/email/tracking';

test.each([
  ['9400 1000 0000 0000 0000 00', 'USPS', '9400100000000000000000'],
  ['9205-5000-0000-0000-0000-00', 'USPS', '9205500000000000000000'],
  ['420 32801 9400 1000 0000 0000 0000 00', 'USPS', '9400100000000000000000'],
  ['420328011234 9400 1000 0000 0000 0000 00', 'USPS', '9400100000000000000000'],
  ['7012 3456 7890 1234 5678', 'USPS', '70123456789012345678'],
  ['ea123456789us', 'USPS', 'EA123456789US'],
  ['1z 999 aa1 0123456784', 'UPS', '1Z999AA10123456784'],
  ['1234 5678 9012', 'FedEx', '123456789012'],
  ['123456789012345', 'FedEx', '123456789012345'],
  ['61299998820821171811', 'FedEx', '61299998820821171811'],
  ['9612019012345678901234', 'FedEx', '9612019012345678901234'],
])('%j is a number of %s', (typed, carrier, number) => {
  const tracking = trackingOf(typed);
  expect(tracking).toMatchObject({ carrier, number });
  expect(tracking.link).toMatch(/^https:\/\/(?:tools\.usps\.com|www\.ups\.com|www\.fedex\.com)\//);
  expect(tracking.link.endsWith(number)).toBe(true);
});

test.each(['RM12', '1Z123', '12345', 'soon', '94001000000000000000001', '"><script>'])(
  '%j belongs to no carrier: it’s shown as typed, without a link',
  (typed) => {
    expect(trackingOf(` ${typed} `)).toEqual({ number: typed, carrier: '', link: '' });
  },
);

test.each(['', '   ', ' - '])('%j isn’t a number', (typed) => {
  expect(trackingOf(typed)).toEqual({ number: '', carrier: '', link: '' });
});
