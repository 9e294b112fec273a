import { sheetLink } from '../core/links';
import type { Properties } from '../core/ports';
import type { Settings } from '../workbook/settings';
import { raiseAlert } from './alert-operator';

/**
 * The Script Property of a sheet in which feedback requests wait for a postal address. The first set-up of a new sheet
 * sets it; older sheets keep working as before.
 */
export const ADDRESS_FIRST = 'ADDRESS_FIRST';
/** The Script Property that records that the operator was notified of the missing address. */
const ADDRESS_TOLD = 'ADDRESS_TOLD';

/** Whether feedback requests wait until there is a postal address. */
export const waitsForAddress = (
  properties: Readonly<Record<string, string>>,
  { studioAddress }: Pick<Settings, 'studioAddress'>,
): boolean => studioAddress === '' && properties[ADDRESS_FIRST] === 'yes';

/** What happens to feedback requests in the meantime, as a sentence. */
export const whileMissing = (waits: boolean): string =>
  waits ? 'Feedback requests are on hold until you add it.' : 'Feedback requests go out without it.';

/**
 * Notifies the operator once that emails go out without a postal address.
 * @param hasEmails whether there is an email to a customer yet: imported rows don't create any.
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
      `Your emails have no postal address at the bottom. US law (CAN-SPAM) requires one in promotional email, and envelopes use it as the return address. ${whileMissing(waitsForAddress(known, settings))}`,
      "What to do: choose CPS Orders > Settings and fill in Studio address. You won't get this email again.",
      `Open the sheet: ${sheetLink(ports.properties)}`,
    ].join('\n\n'),
  });
  ports.properties.set({ [ADDRESS_TOLD]: 'yes' });
};
