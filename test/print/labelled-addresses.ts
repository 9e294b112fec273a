/** An address as a customer types it, and the lines that Publication 28 wants for it, from the recipient down. */
export interface Labelled {
  readonly typed: {
    readonly customerName: string;
    readonly company?: string;
    readonly street: string;
    readonly apartment?: string;
    readonly city: string;
    readonly state: string;
    readonly zipCode: string;
  };
  readonly lines: readonly string[];
  /** The street without its unit, and the unit above it, where the two are too long for one line of a 5160. */
  readonly split?: readonly [unit: string, street: string];
}

const of = (
  customerName: string,
  street: string,
  apartment: string,
  [city, state, zipCode]: readonly [string, string, string],
  lines: readonly string[],
  more: { readonly company?: string; readonly split?: Labelled['split'] } = {},
): Labelled => ({
  typed: {
    customerName,
    street,
    apartment,
    city,
    state,
    zipCode,
    ...(more.company ? { company: more.company } : {}),
  },
  lines,
  ...(more.split ? { split: more.split } : {}),
});

const ORLANDO = ['Orlando', 'FL', '32801'] as const;
const CAROLINA = ['Carolina', 'PR', '00979'] as const;

/**
 * Forms of Publication 28 (sections 213 to 292 and appendices C, D and H), and the second lines that customers type.
 * Names are like those in public labeled data sets: hyphens, apostrophes, titles, suffixes, particles, companies, other
 * scripts.
 */
export const LABELLED: readonly Labelled[] = [
  of('Anne-Marie O’Neil', '101½ Elm St.', 'none', ORLANDO, ['ANNE-MARIE ONEIL', '101 1/2 ELM ST', 'ORLANDO FL 32801']),
  of(
    'Mr. Paul O’Neill, Jr.',
    '112-10 Queens Blvd',
    'Apt4',
    ['Forest Hills', 'NY', '11375-1234'],
    ['MR PAUL ONEILL JR', '112-10 QUEENS BLVD APT 4', 'FOREST HILLS NY 11375-1234'],
  ),
  of(
    'Kim Park',
    '500 Marquette Avenue Northwest',
    'Suite 1500',
    ['Albuquerque', 'NM', '87102'],
    ['KIM PARK', '500 MARQUETTE AVENUE NORTHWEST STE 1500', 'ALBUQUERQUE NM 87102'],
    { split: ['STE 1500', '500 MARQUETTE AVENUE NORTHWEST'] },
  ),
  of(
    'Ben Roe',
    '7411 South Cottage Grove Ave Ground Floor',
    '',
    ['Chicago', 'IL', '60619'],
    ['BEN ROE', '7411 SOUTH COTTAGE GROVE AVE GROUND FLOOR', 'CHICAGO IL 60619'],
    { split: ['GROUND FLOOR', '7411 SOUTH COTTAGE GROVE AVE'] },
  ),
  of(
    'Ana Ruiz',
    '12345 Northwest Martin Luther King Boulevard',
    'Bldg 14 Apt 1203',
    ['Rancho Santa Margarita', 'CA', '92688-1234'],
    [
      'ANA RUIZ',
      '12345 NORTHWEST MARTIN LUTHER KING BOULEVARD BLDG 14 APT 1203',
      'RANCHO SANTA MARGARITA CA 92688-1234',
    ],
  ),
  of('Maria Lopez-Garcia', '150 Calle A', 'Urb. Las Gladiolas', CAROLINA, [
    'MARIA LOPEZ-GARCIA',
    'URB LAS GLADIOLAS',
    '150 CALLE A',
    'CAROLINA PR 00979',
  ]),
  of('Luis Ortiz', 'Urb Royal Oak, 123 Calle 1', '', CAROLINA, [
    'LUIS ORTIZ',
    'URB ROYAL OAK',
    '123 CALLE 1',
    'CAROLINA PR 00979',
  ]),
  of('Eva Colón', '1234 Calle Aurora', 'Cond Asturias Apt 5', CAROLINA, [
    'EVA COLÓN',
    'COND ASTURIAS',
    '1234 CALLE AURORA APT 5',
    'CAROLINA PR 00979',
  ]),
  of('Mary Brown', '12 Oak St', 'c/o Robert Brown', ORLANDO, [
    'MARY BROWN',
    'C/O ROBERT BROWN',
    '12 OAK ST',
    'ORLANDO FL 32801',
  ]),
  of('Joe Low', '12 Oak St', '% Mary Low', ORLANDO, ['JOE LOW', 'C/O MARY LOW', '12 OAK ST', 'ORLANDO FL 32801']),
  of(
    'Dr. Jane Smith, MD',
    '9 Lake Dr',
    'Ste 200',
    ORLANDO,
    ['DR JANE SMITH MD', 'COCA-COLA CO', '9 LAKE DR STE 200', 'ORLANDO FL 32801'],
    { company: 'Coca-Cola Co.' },
  ),
  of('Turf Team, Inc.', '9 Lake Dr', 'Attn: Photo Department', ORLANDO, [
    'TURF TEAM INC',
    'ATTN PHOTO DEPARTMENT',
    '9 LAKE DR',
    'ORLANDO FL 32801',
  ]),
  of('Sue Lee', '9 Lake Dr', 'Bright Ideas Dance Studio LLC', ORLANDO, [
    'SUE LEE',
    'BRIGHT IDEAS DANCE STUDIO LLC',
    '9 LAKE DR',
    'ORLANDO FL 32801',
  ]),
  of('John Smith III', '55 Sylvan Blvd Apt 9', 'Apt. #9', ORLANDO, [
    'JOHN SMITH III',
    '55 SYLVAN BLVD APT 9',
    'ORLANDO FL 32801',
  ]),
  of('Zoë van der Berg', '600 Central Pl', '2nd Floor', ORLANDO, [
    'ZOË VAN DER BERG',
    '600 CENTRAL PL FL 2',
    'ORLANDO FL 32801',
  ]),
  of('Łukasz Nowak', '425 Flower Blvd', '#72', ORLANDO, ['ŁUKASZ NOWAK', '425 FLOWER BLVD # 72', 'ORLANDO FL 32801']),
  of('Nguyễn Văn An', '425 Flower Blvd', '407-555-0134', ORLANDO, [
    'NGUYỄN VĂN AN',
    '425 FLOWER BLVD',
    'ORLANDO FL 32801',
  ]),
  of('東京 太郎', '425 Flower Blvd', 'Gate code 1234*', ORLANDO, ['東京 太郎', '425 FLOWER BLVD', 'ORLANDO FL 32801']),
  of('Al Lee', 'P.O.Box 77', 'N/A', ORLANDO, ['AL LEE', 'PO BOX 77', 'ORLANDO FL 32801']),
  of('Al Lee', 'RR 2 Box 18', '', ['Bryan', 'TX', '77808-9998'], ['AL LEE', 'RR 2 BOX 18', 'BRYAN TX 77808-9998']),
  of('Al Lee', 'HC 68 Box 23A', '', ['Apple', 'TX', '76101'], ['AL LEE', 'HC 68 BOX 23A', 'APPLE TX 76101']),
  of('Sgt. Cy Poe', 'PSC 3 Box 1234', '', ['APO', 'AE', '09021'], ['SGT CY POE', 'PSC 3 BOX 1234', 'APO AE 09021']),
  of(
    'Cy Poe',
    'Unit 2050 Box 4190',
    '',
    ['APO', 'AP', '96278-2050'],
    ['CY POE', 'UNIT 2050 BOX 4190', 'APO AP 96278-2050'],
  ),
  of('Cy Poe', 'USCGC Hamilton', '', ['FPO', 'AP', '96667-3931'], ['CY POE', 'USCGC HAMILTON', 'FPO AP 96667-3931']),
  of('Ann Roe', '19-1A Oak Ct', 'Rear', ORLANDO, ['ANN ROE', '19-1A OAK CT REAR', 'ORLANDO FL 32801']),
  of('Ann Roe', '39.2 Rd', '', ['Palisade', 'CO', '81526'], ['ANN ROE', '39.2 RD', 'PALISADE CO 81526']),
  of(
    'Ann Roe',
    '842 E 1700 S',
    'BSMT',
    ['Salt Lake City', 'UT', '84105'],
    ['ANN ROE', '842 E 1700 S BSMT', 'SALT LAKE CITY UT 84105'],
  ),
  of(
    'Ann Roe',
    'N6W23001 Bluemound Rd',
    '',
    ['Waukesha', 'WI', '53188'],
    ['ANN ROE', 'N6W23001 BLUEMOUND RD', 'WAUKESHA WI 53188'],
  ),
  of(
    'Ann Roe',
    '100 Gold Street, 2nd Fl.',
    '',
    ['Winston-Salem', 'NC', '27101'],
    ['ANN ROE', '100 GOLD STREET FL 2', 'WINSTON SALEM NC 27101'],
  ),
  of(
    'Dwayne “The Rock” Johnson',
    '10 Main St',
    'PMB 234',
    ['St. Thomas', 'VI', '00802'],
    ['DWAYNE THE ROCK JOHNSON', '10 MAIN ST PMB 234', 'ST THOMAS VI 00802'],
  ),
  of('Marie-Claire O’Neill von Habsburg-Lothringen of Lower Saxony', '1 Pine St', '', ORLANDO, [
    'MARIE-CLAIRE ONEILL VON HABSBURG-LOTHRINGEN OF LOWER SAXONY',
    '1 PINE ST',
    'ORLANDO FL 32801',
  ]),
];
