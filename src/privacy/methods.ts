import { type Check, listOf, text } from '../rpc/argument-checks';
import { dialog, inLive } from '../rpc/dialog';
import { method } from '../rpc/rpc';
import { eraseCustomer, planErase } from './erase-customer';
import type { ErasePorts } from './find-customer';
import { heldAbout } from './held';

const isText = text(200);
const isEmail: Check<string> = (value): value is string => isText(value) && /^[^\s@]+@[^\s@]+$/.test(value.trim());

/** Keys and ids of one call: more than anybody decides one by one. */
const MOST = 2_000;
const areKeys = listOf(text(100), MOST);

/** The dialog Erase a customer. */
export const ERASE = dialog(
  { page: 'erase', title: 'Erase a customer', size: [600, 620] },
  inLive<ErasePorts>({
    'erase.plan': method([isEmail], (ports, email) => planErase(ports, email.trim())),
    'erase.held': method([isEmail, areKeys], (ports, email, chosen) => heldAbout(ports, email.trim(), chosen)),
    'erase.run': method([isEmail], (ports, email) => eraseCustomer(ports, email.trim(), { chosen: [], backups: [] })),
    'erase.decided': method([isEmail, areKeys, areKeys], (ports, email, chosen, backups) =>
      eraseCustomer(ports, email.trim(), { chosen, backups }),
    ),
  }),
);
