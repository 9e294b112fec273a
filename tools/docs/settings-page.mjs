/**
 * The page about the Settings tab.
 * @param {Record<string, { key: string, formerly?: string | undefined, fallback: string, allowed: string }>} settings
 * @param {Record<string, string>} meanings what each is for, by the same keys
 * @returns {string}
 */
export const settingsDoc = (settings, meanings) => {
  const cell = (/** @type {string} */ text) => text.replace(/\|/g, '\\|');
  const rows = Object.entries(settings).map(
    ([name, { key, fallback, allowed }]) =>
      `| **${cell(key)}** | ${cell(meanings[name] ?? '')} | ${cell(allowed)} | ${fallback === '' ? '(empty)' : cell(fallback)} |`,
  );
  const renamed = Object.values(settings).flatMap(({ key, formerly }) =>
    formerly ? [`| ${cell(key)} | ${cell(formerly)} |`] : [],
  );
  return `# The Settings tab

Each line has a name, a value and its meaning. Changes take effect immediately. Lines can be in any order; if one is
missing, its default applies. A value that isn't allowed gets a note that says why, and the last good value is used until
you correct it.

Most studios only need to fill in these four and can leave the rest alone:

| Setting | Value |
|---|---|
| Studio name | Blue Door Photos |
| Email signature | Dana at Blue Door Photos |
| Reply-to address | hello@bluedoor.example |
| How to pay | Pay by card or cash at our table, or reply to this email for a payment link. |

## All settings

| Setting | Meaning | Allowed | Default |
|---|---|---|---|
${rows.join('\n')}

## Former names

Some settings were renamed. A sheet that was set up earlier keeps the old names and your values, and they keep working.

| Now | Before |
|---|---|
${renamed.join('\n')}
`;
};
