import { type Check, text } from '../argument-checks';
import { method, type RpcMethod } from '../rpc';
import { type ErasePorts, eraseCustomer, planErase } from './erase-customer';

interface EraseBackstage {
  readonly erase: () => ErasePorts;
}

const isText = text(200);
const isEmail: Check<string> = (value): value is string => isText(value) && /^[^\s@]+@[^\s@]+$/.test(value.trim());

/** What the dialog Erase a customer calls. */
export const ERASE_METHODS: Readonly<Record<string, RpcMethod<EraseBackstage>>> = {
  'erase.plan': method([isEmail], ({ erase }: EraseBackstage, email) => planErase(erase(), email.trim())),
  'erase.run': method([isEmail], ({ erase }: EraseBackstage, email) => eraseCustomer(erase(), email.trim())),
};
