import type { Ports } from '../core/all-ports';
import type { Alert } from '../core/email-writer';
import type { Elsewhere } from './named-cells';
import { treatmentOfProperty } from './register';
import type { Person } from './scrub';

type PropertyPorts = Pick<Ports, 'properties' | 'once'>;

const isWord = (text: string, word: string): boolean =>
  text.split(/[^\p{L}\p{N}_-]+/u).some((each) => each.toLowerCase() === word.toLowerCase());

const isAbout = (person: Person, text: string): boolean =>
  person.isNamedIn(text) || [...person.keys].some((key) => isWord(text, key));

/** What an alert says once its customer is gone: it may be about others, too. */
const INSTEAD: Alert = {
  subject: 'Something needs your attention',
  text: 'This alert was about a customer whose data has since been erased on request. If it was also about other customers, CPS Orders > Today lists them.',
};

const alertIn = (text: string): Alert | null => {
  try {
    return JSON.parse(text) as Alert;
  } catch {
    return null;
  }
};

/** Removes the customer from alerts that haven't reached the operator yet. */
export const cleanProperties = ({ properties, once }: PropertyPorts, person: Person): void => {
  for (const [name, text] of Object.entries(properties.all())) {
    if (treatmentOfProperty(name) !== 'cleaned' || text === '') continue;
    const clean = (current: string): void => {
      const alert = alertIn(current);
      if (alert && isAbout(person, `${alert.subject}\n${alert.text}`))
        properties.set({ [name]: JSON.stringify({ ...alert, ...INSTEAD }) });
    };
    if (!once(name, 5_000, clean)) clean(properties.fresh(name));
  }
};

/** Script Properties that name the customer and that nobody has classed, or that staff have written through a tab. */
export const propertiesElsewhere = ({ properties }: Pick<Ports, 'properties'>, person: Person): Elsewhere[] =>
  Object.entries(properties.all()).flatMap(([name, text]): Elsewhere[] => {
    const treatment = treatmentOfProperty(name);
    const isLooked = treatment === null || treatment === 'shown';
    return isLooked && person.isNamedIn(text) ? [{ tab: 'Script Properties', count: 1, cells: [name] }] : [];
  });
