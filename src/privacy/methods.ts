import { type Check, text } from '../rpc/argument-checks';
import { dialog } from '../rpc/dialog';
import { method } from '../rpc/rpc';
import { type ErasePorts, eraseCustomer, planErase } from './erase-customer';

interface EraseBackstage {
  readonly erase: () => ErasePorts;
}

const isText = text(200);
const isEmail: Check<string> = (value): value is string => isText(value) && /^[^\s@]+@[^\s@]+$/.test(value.trim());

/** The dialog Erase a customer. */
export const ERASE = dialog(
  { page: 'erase', title: 'Erase a customer', size: [600, 620] },
  {
    'erase.plan': method([isEmail], ({ erase }: EraseBackstage, email) => planErase(erase(), email.trim())),
    'erase.run': method([isEmail], ({ erase }: EraseBackstage, email) => eraseCustomer(erase(), email.trim())),
  },
);
