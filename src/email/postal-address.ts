import { sheetLink } from '../core/links';
import type { Properties } from '../core/ports';
import type { Settings } from '../workbook/settings';
import { raiseAlert } from './alert-operator';

/**
 * The Script Property of a sheet in which feedback requests wait for the postal address: set by the first set-up of a new
 * sheet. Sheets that were in use before go on as they did.
 */
export const ADDRESS_FIRST = 'ADDRESS_FIRST';
/** The Script Property that says that the operator was told that it is missing. */
const ADDRESS_TOLD = 'ADDRESS_TOLD';

/** Whether feedback requests wait until there is a postal address. */
export const waitsForAddress = (
  properties: Readonly<Record<string, string>>,
  { studioAddress }: Pick<Settings, 'studioAddress'>,
): boolean => studioAddress === '' && properties[ADDRESS_FIRST] === 'yes';

/** What waits or not, as the end of a sentence. */
export const whileMissing = (waits: boolean): string =>
  waits ? 'Feedback requests wait until it is there.' : 'Feedback requests go out without it.';

/**
 * Tells the operator once that emails leave without a postal address.
 * @param hasEmails whether there is an email to a customer yet: rows that were imported bring none.
 */
export const tellOfMissingAddress = (
  ports: Parameters<typeof raiseAlert>[0] & { readonly properties: Properties },
  settings: Pick<Settings, 'studioAddress'>,
  hasEmails: () => boolean,
): void => {
  const known = ports.properties.all();
  if (settings.studioAddress !== '' || known[ADDRESS_TOLD] === 'yes' || !hasEmails()) return;
  raiseAlert(ports, 'ADDRESS', {
    subject: 'Add your postal address: your emails go out without one',
    text: [
      `Emails to your customers have no postal address at their foot. US law (CAN-SPAM) asks for one in email that promotes something, and envelopes need it as their return address. ${whileMissing(waitsForAddress(known, settings))}`,
      "What to do: choose CPS Orders > Settings and fill in Studio address. You won't get this email again.",
      `Open the sheet: ${sheetLink(ports.properties)}`,
    ].join('\n\n'),
  });
  ports.properties.set({ [ADDRESS_TOLD]: 'yes' });
};
