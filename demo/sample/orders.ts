import { chance } from './chance';
import type { SampleEvent } from './events';

const FIRST_NAMES = [
  'Ann',
  'Paul',
  'Maria',
  'José',
  'Denise',
  'Kim',
  'Latoya',
  'Brian',
  'Chloë',
  'Marcus',
  'Priya',
  'Tom',
  'Renée',
  'Carl',
  'Olivia',
  'Hannah',
];
const LAST_NAMES = [
  'Smith',
  'Álvarez',
  'Nguyen',
  "O'Brien",
  'Johnson',
  'van der Berg',
  'Washington',
  'Garcia',
  'Kowalski',
  'Lee',
  'Müller',
  'Brooks',
  'Patel',
  'Martin',
];
const STREETS = [
  'Main St',
  'Oak Ave',
  'Lakeview Dr',
  'Magnolia Blvd',
  'Peachtree Rd',
  'Elm Ct',
  'Sunset Ln',
  '5th Ave',
  'County Road 12',
  'Maple Ter',
];
const APARTMENTS = ['', '', '', '', 'Apt 4', 'Unit 12B', 'Ste 200', '# 7'];
const PLACES = [
  ['Orlando', 'FL', '32801', '407'],
  ['Tampa', 'FL', '33602', '813'],
  ['Atlanta', 'GA', '30303', '404'],
  ['Boston', 'MA', '02108', '617'],
  ['Newark', 'NJ', '07102', '973'],
  ['Nashville', 'TN', '37203', '615'],
  ['Charlotte', 'NC', '28202', '704'],
  ['Chicago', 'IL', '60601', '312'],
  ['Houston', 'TX', '77002', '713'],
  ['Denver', 'CO', '80202', '303'],
] as const;

/** An order as the ordering platform posts it (docs/design.md 4.3). */
export interface SampleOrder {
  readonly orderId: string;
  readonly customerName: string;
  readonly email: string;
  readonly phone: string;
  readonly fulfillmentType: 'ship' | 'pickup';
  readonly street: string;
  readonly apartment: string;
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  readonly eventCode: string;
  readonly items: readonly {
    readonly photoNumber: string;
    readonly qty4x6: number;
    readonly qty5x7: number;
    readonly qty8x10: number;
  }[];
}

/** The sample order of that number, counted from 1, from an event: always the same one. */
export const sampleOrder = (number: number, { code }: Pick<SampleEvent, 'code'>): SampleOrder => {
  const next = chance(number);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const [first, last] = [pick(FIRST_NAMES), pick(LAST_NAMES)];
  const [city, state, zipCode, area] = pick(PLACES);
  const isPickup = next() < 0.25;
  const mailbox = `${first}.${last}`
    .normalize('NFD')
    .replace(/[^a-z.]/gi, '')
    .toLowerCase();
  return {
    orderId: `web-${String(number).padStart(5, '0')}`,
    customerName: `${first} ${last}`,
    email: `${mailbox}${number}@example.com`,
    phone: `${area}-555-${String(100 + upTo(99)).padStart(4, '0')}`,
    fulfillmentType: isPickup ? 'pickup' : 'ship',
    street: isPickup ? '' : `${1 + upTo(9_998)} ${pick(STREETS)}`,
    apartment: isPickup ? '' : pick(APARTMENTS),
    city: isPickup ? '' : city,
    state: isPickup ? '' : state,
    zipCode: isPickup ? '' : zipCode,
    eventCode: code,
    items: Array.from({ length: 1 + upTo(3) }, () => ({
      photoNumber: String(1000 + upTo(4000)),
      qty4x6: 1 + upTo(3),
      qty5x7: next() < 0.4 ? 1 + upTo(1) : 0,
      qty8x10: next() < 0.3 ? 1 : 0,
    })),
  };
};
