import type { Change } from '../../workbook/changes';
import { textOf } from '../../workbook/layout';
import { SETTING_MEANINGS } from '../../workbook/setting-meanings';
import { SETTINGS } from '../../workbook/settings';
import { isOneAddress } from '../address';
import { deliverDue } from '../deliver-due';
import { writeOutbox } from '../write-outbox';
import { type MenuContext, menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';

const KEY = SETTINGS.testModeAddress.key;

/** Menu: Emails > Test mode. All email to one address; customers get theirs when it ends. */
export const testMode = (ports: EmailMenuPorts): void => {
  const title = 'Test mode';
  const context = menuContext(ports);
  const present = context.config.settings.testModeAddress;
  const state = present ? `Test mode is on: copies of all emails go to ${present}.` : 'Emails are going to customers.';
  const question = `${state}\n\nTo turn test mode on, type the address that should get all emails (each one has a banner). To turn it off, leave this blank. Customers will then get the emails held during the test.`;
  const address = ports.prompts.ask(title, question);
  if (address === null) return;
  if (address === present) {
    ports.prompts.toast(`Nothing was changed. ${state}`);
    return;
  }
  if (address !== '' && !isOneAddress(address)) {
    ports.prompts.tell(title, `"${address}" isn't a valid email address. Nothing was changed.`);
    return;
  }
  if (!writeOutbox(ports, context.view, () => [settingChange(context, address)])) {
    ports.prompts.tell(title, "Couldn't save this just now. Please try again in a minute.");
    return;
  }
  const { view, config } = context;
  const changed = { ...config, settings: { ...config.settings, testModeAddress: address } };
  deliverDue(ports, view, changed);
  ports.prompts.toast(
    address
      ? `Test mode is on: copies of all emails go to ${address}.`
      : 'Test mode is off: emails are going to customers.',
  );
};

const settingChange = ({ view }: MenuContext, address: string): Change => {
  const index = view.settings.findIndex((row) => textOf(row.Setting).toLowerCase() === KEY.toLowerCase());
  const row = { Setting: KEY, Value: address };
  return index < 0
    ? { change: 'append', tab: 'settings', row: { ...row, Meaning: SETTING_MEANINGS.testModeAddress } }
    : { change: 'update', tab: 'settings', at: index + 2, was: { Setting: view.settings[index]?.Setting ?? '' }, row };
};
