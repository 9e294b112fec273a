/** Who can be at the keyboard, by the names that the control API uses (design.md 6). */
export type Person = 'operator' | 'staff' | 'anonymous';

/** Their addresses. A stranger has none that a script could see. */
export const PEOPLE: Readonly<Record<Person, string>> = {
  operator: 'operator@cps-photos.example',
  staff: 'staff@cps-photos.example',
  anonymous: '',
};

/** The address of a person, or the address itself when one is given. @throws RangeError naming what is neither. */
export const addressOf = (who: string): string => {
  if (Object.hasOwn(PEOPLE, who)) return PEOPLE[who as Person];
  if (who.includes('@')) return who;
  throw new RangeError(`user must be operator, staff, anonymous or an address, not ${JSON.stringify(who)}`);
};
