import type { OfficeOptions, People } from 'local-apps-script';
import { OLD_MENU } from './old-menu';

/** Who works with the sheet of CPS. */
export const PEOPLE: People = {
  operator: 'operator@cps-photos.example',
  staff: 'staff@cps-photos.example',
  anonymous: '',
};

/** The secret that requests are signed with, `whsec_` and the key in base64; null where there is none. */
export const webhookSecretOf = (properties: Readonly<Record<string, string>>): string | null =>
  properties.WEBHOOK_SECRETS?.split(/\s+/)[0] || null;

/** What every office that runs CPS Orders is opened with. */
export const CPS: Required<Pick<OfficeOptions, 'name' | 'people' | 'state' | 'renamed'>> = {
  name: 'CPS Orders',
  people: PEOPLE,
  state: (properties) => ({ webhookSecret: webhookSecretOf(properties) }),
  renamed: OLD_MENU,
};
