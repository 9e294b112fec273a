/**
 * The page about the Settings tab.
 * @param {Record<string, { key: string, fallback: string, allowed: string }>} settings
 * @param {Record<string, string>} meanings what each is for, by the same keys
 * @returns {string}
 */
export const settingsDoc = (settings, meanings) => {
  const cell = (/** @type {string} */ text) => text.replace(/\|/g, '\\|');
  const rows = Object.entries(settings).map(
    ([name, { key, fallback, allowed }]) =>
      `| **${cell(key)}** | ${cell(meanings[name] ?? '')} | ${cell(allowed)} | ${fallback === '' ? '(empty)' : cell(fallback)} |`,
  );
  return `# The Settings tab

Every line has a name, a value and its meaning. What you type is in force at once; lines may stand in any order, and
a line that is missing means its default. A value that is not allowed gets a note that says why, and the last good one
stays in force until it is corrected.

A studio needs to look at these four lines, and can leave all others as they are:

| Setting | Value |
|---|---|
| Studio name | Blue Door Photos |
| Mails signed by | Dana at Blue Door Photos |
| Reply-to address | hello@bluedoor.example |
| How to pay | Pay by card or cash at our table, or reply to this email for a payment link. |

## All settings

| Setting | Meaning | Allowed | Default |
|---|---|---|---|
${rows.join('\n')}
`;
};
