import { type Check, text } from '../rpc/argument-checks';
import { dialog, inLive } from '../rpc/dialog';
import { method } from '../rpc/rpc';
import { type ErasePorts, eraseCustomer, planErase } from './erase-customer';

const isText = text(200);
const isEmail: Check<string> = (value): value is string => isText(value) && /^[^\s@]+@[^\s@]+$/.test(value.trim());

/** The dialog Erase a customer. */
export const ERASE = dialog(
  { page: 'erase', title: 'Erase a customer', size: [600, 620] },
  inLive<ErasePorts>({
    'erase.plan': method([isEmail], (ports, email) => planErase(ports, email.trim())),
    'erase.run': method([isEmail], (ports, email) => eraseCustomer(ports, email.trim())),
  }),
);
