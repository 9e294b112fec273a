import { NAME_FORMS } from './name-forms';

/** Made-up people for the forms of public names. */
export const PEOPLE = [
  { given: 'Paul', middle: 'Edward', last: 'Smith', nick: 'Buddy' },
  { given: 'Maria', middle: 'Luz', last: 'Okafor', nick: 'Mia' },
  { given: 'Zoë', middle: 'Ann', last: 'Álvarez', nick: 'Zo' },
  { given: 'DeShawn', middle: 'Lee', last: 'O’Neil', nick: 'Dee' },
];

/** A form filled with a made-up name, and the labeled first name; null if there is none, or for two people. */
export const filled = (form: string, person: (typeof PEOPLE)[number]) => {
  const parts: Readonly<Record<string, string>> = {
    ...person,
    M: person.middle[0] ?? '',
    F: 'J',
    L: person.last[0] ?? '',
  };
  let given: string | null = null;
  const name = form.replace(/\{(given|middle|last|nick|[MFL])([Ul]?)\}/g, (_, part: string, letters: string) => {
    const plain = parts[part] ?? '';
    const written = letters === 'U' ? plain.toUpperCase() : letters === 'l' ? plain.toLowerCase() : plain;
    if (part === 'given' && given === null) given = written;
    return written;
  });
  const isSeveral = /&| and | or |\band\b/i.test(form);
  return { name, given: isSeveral ? null : given };
};

/** Every public form of a name, each filled with a made-up name, and the labeled first name. */
export const PUBLIC_NAMES: readonly { readonly name: string; readonly given: string | null }[] = NAME_FORMS.map(
  ([form], index) => filled(form, PEOPLE[index % PEOPLE.length] as (typeof PEOPLE)[number]),
);
