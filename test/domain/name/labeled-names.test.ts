import { expect, test } from '@jest/globals';
import { greetingOf } from '../../../src/domain/name/greeting';
import { NAME_FORMS } from './name-forms';
import { filled, PEOPLE } from './public-names';

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

test('in every labeled form of a name, a certain first name is the right one', () => {
  const wrong = NAME_FORMS.flatMap(([form]) =>
    PEOPLE.flatMap((person) => {
      const { name, given } = filled(form, person);
      const greeting = greetingOf(name);
      return greeting.certain && !(given && same(greeting.name, given)) ? [`${name}: Hi ${greeting.name},`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('a name with a first and a last name is nearly always greeted by the first', () => {
  let asked = 0;
  let met = 0;
  for (const [form, count] of NAME_FORMS.filter(([each]) => /\{given[Ul]?\}/.test(each) && /\{last/.test(each)))
    for (const person of PEOPLE) {
      const { name, given } = filled(form, person);
      if (given === null) continue;
      asked += count;
      if (greetingOf(name).certain) met += count;
    }
  expect(asked).toBeGreaterThan(4_000);
  expect(met / asked).toBeGreaterThan(0.95);
});

/** The labeled company names of the same collection that a photo studio may get. */
const COMPANIES = [
  'alliance graphics inc',
  'better living homes',
  'brady memorial chapel',
  'Camelot Safe Garfield Elementary',
  'chapel hill gardens south cemetery',
  'DBI architects',
  'decker bros. const.',
  'Ebenezer Lutheran Chapel',
  'FLOR INVESTMENTS',
  'garfield exterminators',
  'GAGE PARK HS',
  'Glover Dentistry',
  'Kids Teeth',
  'lamar signs',
  'les celebrites',
  'mescalero apache nation',
  'my thai',
  'oberwies dairy',
  'PME SUQUAMISH TRIBE',
  'roland machinery',
  'saban brands',
  'serena concrete',
  'skokie meadows nursing ctr. i',
  'sony music',
  'ultimate electrical',
  'Veterans Memorial Middle Sch',
  'ddc advocacy (on behalf of phrma)',
  'pennsylvania coalition against domestic violence',
  'andersons books',
  'The Turf Team Inc.',
  'Lincoln Park PTA',
  'Orlando Youth Orchestra',
  'Grace Lutheran Preschool',
];

test.each(COMPANIES)('%j is nobody to call by a first name', (name) => {
  expect(greetingOf(name).certain).toBe(false);
});

test.each([
  ['Don Lee Smith', 'Don Lee Smith'],
  ['Justice Ann Smith', 'Justice Ann Smith'],
  ['Wm. Smith', 'Wm. Smith'],
  ['Jane Smith, AIA', 'Jane'],
  ['Jane Smith, attorney at law', 'Jane Smith attorney at law'],
  ['SMITH, ANN', 'Ann'],
  ['Smith, Don', 'Don Smith'],
])('%j: Hi %s,', (typed, name) => expect(greetingOf(typed).name).toBe(name));
