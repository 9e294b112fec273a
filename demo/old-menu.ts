/**
 * Menu items that were renamed, by their old paths. For one release, `POST /local/menu` accepts these too, so that
 * scripts written against the host keep working. The sheet itself shows only the new names.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Print > Open a batch': 'Print > Print history',
  'Emails > Send me a test': 'Emails > Send me a test email',
  'Emails > Resend a mail': 'Emails > Resend an email',
  'Emails > Hold mails of the selection': 'Emails > Hold emails for selected orders',
  'Emails > Hold emails of the selection': 'Emails > Hold emails for selected orders',
  'Emails > Release held mails': 'Emails > Release held emails',
  'Emails > Settle unsure mails': 'Emails > Resolve uncertain emails',
  'Emails > Settle unsure emails': 'Emails > Resolve uncertain emails',
  'Emails > What waits': 'Emails > Waiting emails',
};

/** The same with the menu's own caption in front or without it, as the host accepts every path. */
export const OLD_MENU: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(RENAMED).flatMap(([old, now]) => [
    [old, now],
    [`CPS Orders > ${old}`, now],
  ]),
);
