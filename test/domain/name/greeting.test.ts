import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { greetingOf } from '../../../src/domain/name/greeting';

describe('a first name that is certain', () => {
  test.each([
    ['Paul Smith', 'Paul'],
    ['  Paul\u00a0 Smith ', 'Paul'],
    ['Paul\u200b Smith', 'Paul'],
    ['JOHN SMITH', 'John'],
    ['maria garcia', 'Maria'],
    ['maria de la cruz', 'Maria'],
    ['José Álvarez', 'José'],
    ['JOSÉ ÁLVAREZ', 'José'],
    ['Łukasz Nowak', 'Łukasz'],
    ['Zoë van der Berg', 'Zoë'],
    ['Anne-Marie O’Neil', 'Anne-Marie'],
    ['ANNE-MARIE O’NEIL', 'Anne-Marie'],
    ['Anne-marie Lee', 'Anne-marie'],
    ["D'Andre Brown", "D'Andre"],
    ['DeShawn Jones', 'DeShawn'],
    ['Siobhan O’Brien', 'Siobhan'],
    ['Mary Ann Smith', 'Mary'],
    ['Martin L. King', 'Martin'],
    ['John Q Public', 'John'],
    ['Dr. Jane Smith', 'Jane'],
    ['Dr Jane Smith', 'Jane'],
    ['Mr. Paul O’Neill, Jr.', 'Paul'],
    ['MR. PAUL ONEILL', 'Paul'],
    ['Mrs. Maria Lopez-Garcia', 'Maria'],
    ['Prof. Dr. Eva Braun', 'Eva'],
    ['Rev. Martin King', 'Martin'],
    ['SGT Cy Poe', 'Cy'],
    ['Coach Mike Brown', 'Mike'],
    ['Sra. Ana Ruiz', 'Ana'],
    ['Okafor, Chidi', 'Chidi'],
    ['OKAFOR, CHIDI', 'Chidi'],
    ['okafor,chidi', 'Chidi'],
    ['de la Cruz, Maria', 'Maria'],
    ['Smith, John A.', 'John'],
    ['Smith, Dr. John', 'John'],
    ['Nguyễn, Văn An', 'Văn'],
    ['John Smith, Jr.', 'John'],
    ['John Smith III', 'John'],
    ['Jane Smith, MD', 'Jane'],
    ['Jane Smith, Ph.D.', 'Jane'],
    ['JANE SMITH RN', 'Jane'],
    ['William "Bill" Smith', 'William'],
    ['Robert ‘Corky’ Lee', 'Robert'],
    ['Kim (mother of Ann) Lee', 'Kim'],
    ['TJ Smith', 'TJ'],
    ['Al Smith', 'Al'],
  ])('%j: Hi %s,', (typed, name) => expect(greetingOf(typed)).toEqual({ name, certain: true }));
});

describe('the whole name where no first name is certain', () => {
  test.each([
    ['Madonna', 'Madonna'],
    ['JOHN', 'John'],
    ['maria', 'Maria'],
    ['Smith', 'Smith'],
    ['Dr. Smith', 'Dr. Smith'],
    ['Mr Smith', 'Mr Smith'],
    ['Coach Mike', 'Coach Mike'],
    ['The Miller Family', 'The Miller Family'],
    ['Miller Family', 'Miller Family'],
    ['The Turf Team Inc.', 'The Turf Team Inc.'],
    ['Acme Photo, LLC', 'Acme Photo LLC'],
    ['Studio Ballet, Inc.', 'Studio Ballet Inc.'],
    ['Lincoln High School', 'Lincoln High School'],
    ['Stu’s Bargains', 'Stu’s Bargains'],
    ['Friends of Mary Lee', 'Friends of Mary Lee'],
    ['Estate of John Smith', 'Estate of John Smith'],
    ['John & Mary Smith', 'John & Mary Smith'],
    ['John and Mary Smith', 'John and Mary Smith'],
    ['Juan y Maria Lopez', 'Juan y Maria Lopez'],
    ['Mr. & Mrs. Smith', 'Mr. & Mrs. Smith'],
    ['J. R. R. Tolkien', 'J. R. R. Tolkien'],
    ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
    ['J. Edgar Hoover', 'J. Edgar Hoover'],
    ['J Smith', 'J Smith'],
    ['Okafor, C.', 'C. Okafor'],
    ['SMITH John', 'SMITH John'],
    ['AJ SMITH', 'Aj Smith'],
    ['JT SMITH', 'JT Smith'],
    ['Swanson Peter A', 'Swanson Peter A'],
    ['De La Cruz Maria', 'De La Cruz Maria'],
    ['Van Morrison', 'Van Morrison'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['NGUYEN VAN AN', 'Nguyen van An'],
    ['Zhang Wei', 'Zhang Wei'],
    ['李小龍', '李小龍'],
    ['李 小龍', '李 小龍'],
    ['東京 太郎', '東京 太郎'],
    ['김민준', '김민준'],
    ['Иванов Иван', 'Иванов Иван'],
    ['مرحبا بالعالم', 'مرحبا بالعالم'],
    ['RONALD', 'Ronald'],
    ['MCDONALD', 'McDonald'],
    ['O’BRIEN', 'O’Brien'],
    ['MR SMITH JR', 'Mr Smith Jr'],
    ['Customer Service', 'Customer Service'],
  ])('%j: Hi %s,', (typed, name) => expect(greetingOf(typed)).toEqual({ name, certain: false }));
});

describe('nobody by name', () => {
  test.each([
    '',
    ' ',
    '\u200b',
    '-',
    '!?',
    '123',
    '😀',
    'https://evil.example/win',
    'You won! Claim at evil.example/claim now',
    'www.evil.example',
    'evil.com now',
    'Paul @ Home',
    'paul@example.com',
    'maria2 garcia',
    'Click here: now',
    '<b>Paul</b> Smith',
    '{{total}} Smith',
    'Smith, Jr., John, Paul',
    'patricia mrs, natke',
    'evil。com Lee',
    'evil․com Lee',
    'cafe\u0301.co\u0301m',
    'FREE ★ prints',
    'Paul #1',
    'Paul; Claim',
    'Paul “Claim',
    'Paul — claim now',
    'Paul 😀 Smith',
    'Paul […]',
    'Paul｜evil',
    'Paul\tSmith²',
    'a..b Lee',
    'W'.repeat(60),
    'Marie-Claire O’Neill von Habsburg-Lothringen of Lower Saxony',
  ])('%j: Hello,', (typed) => expect(greetingOf(typed)).toEqual({ name: '', certain: false }));
});

test.each(['राम कुमार', 'محمد علی\u200cزاده', 'Jürgen-Müller', 'O’Brien‐Lee', 'Kaʻiulani', 'Àngel·la'])(
  'letters of any script are a name: %s',
  (name) => expect(greetingOf(name).name).toBe(name),
);

test('no greeting ever holds a link, a comma, a tag or a digit, and none is long', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'Paul',
          'SMITH',
          'Dr.',
          ',',
          '.',
          'evil.com',
          'http://',
          '&',
          ' ',
          '"',
          '(',
          ')',
          'de',
          'la',
          'O’',
          '-',
          '李',
          '\u202e',
          '7',
        ),
        { maxLength: 9 },
      )
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { name, certain } = greetingOf(typed);
      expect(name).not.toMatch(/[,\d@:/\\<>{}\u202e\n]|\.\p{L}{2}/u);
      expect([...name].length).toBeLessThanOrEqual(40);
      if (certain) expect(name).toMatch(/^\p{L}[\p{L}\p{M}'’.-]*$/u);
    }),
    { numRuns: 5000 },
  );
});
