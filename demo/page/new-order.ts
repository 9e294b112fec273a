/** An order as the platform sends it, in the flat form of docs/design.md 4.3. */
export interface NewOrder {
  readonly customerName: string;
  readonly email: string;
  readonly phone: string;
  readonly fulfillmentType: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  readonly eventCode: string;
  readonly items: readonly Readonly<Record<string, string | number>>[];
}

const NAMES = [
  'Ann Lee',
  'Marcus Brooks',
  'Priya Patel',
  'José Álvarez',
  'Denise O’Brien',
  'Hannah Müller',
  'Tom Nguyen',
];
const STREETS = ['12 Oak Ave', '404 Lakeview Dr', '7 Magnolia Blvd Apt 4', '88 Peachtree Rd', '1510 Elm Ct'];
const PLACES = [
  ['Orlando', 'FL', '32801'],
  ['Boston', 'MA', '02108'],
  ['Atlanta', 'GA', '30303'],
  ['Denver', 'CO', '80202'],
  ['Nashville', 'TN', '37203'],
] as const;

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

/** A customer who orders prints of a few photos. */
export const someOrder = (): NewOrder => {
  const customerName = pick(NAMES);
  const [city, state, zipCode] = pick(PLACES);
  const mailbox = customerName
    .normalize('NFD')
    .replace(/[^a-z ]/gi, '')
    .toLowerCase()
    .replace(' ', '.');
  const photo = 1000 + Math.floor(Math.random() * 4000);
  return {
    customerName,
    email: `${mailbox}@example.com`,
    phone: `407-555-01${10 + Math.floor(Math.random() * 90)}`,
    fulfillmentType: 'ship',
    street: pick(STREETS),
    city,
    state,
    zipCode,
    eventCode: 'ASDAR26',
    items: [
      { photoNumber: String(photo), qty4x6: 3, qty5x7: 0, qty8x10: 0 },
      { photoNumber: String(photo + 1), qty4x6: 0, qty5x7: 0, qty8x10: 1 },
    ],
  };
};
