/** Who can be at the keyboard, by the names that the control API uses. */
export type Person = 'operator' | 'staff' | 'anonymous';

/** Addresses by person. A stranger has none that a script could see. */
export type People = Readonly<Record<Person, string>>;

/** Their addresses, unless an office is opened with others. The page tells people apart by what is before the `@`. */
export const PEOPLE: People = {
  operator: 'operator@example.com',
  staff: 'staff@example.com',
  anonymous: '',
};

/** A user's address, or the address itself when one is given. @throws RangeError naming what is neither. */
export const addressOf = (people: People, who: string): string => {
  if (Object.hasOwn(people, who)) return people[who as Person];
  if (who.includes('@')) return who;
  throw new RangeError(`user must be operator, staff, anonymous or an address, not ${JSON.stringify(who)}`);
};
