/**
 * What clasp and Google answer when something is missing (clasp 3.4.1: core/utils.js, commands/*.js; Google's sentences as the
 * Apps Script API gives them), and what to do about it.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const known = [
  [
    /No credentials found|invalid_grant|invalid_rapt|Request is missing required authentication|Login Required|UNAUTHENTICATED/i,
    "you aren't signed in to Google, or your sign-in has expired. Run `npx clasp login`, sign in as the owner of the sheet, and run this again.",
  ],
  [
    /has not enabled the Apps Script API/i,
    'the Apps Script API is off for this account. Switch it on at https://script.google.com/home/usersettings, wait a minute, and run this again.',
  ],
  [
    /admin_policy_enforced|access_not_configured|access_denied|(blocked|disabled) by (your|the) (admin|organization)|domain administrator/i,
    'your organization blocks clasp. Build files to paste instead, `node build.mjs --paste`, or ask the administrator of your Google Workspace to allow it.',
  ],
  [
    /insufficient (authentication )?scopes?|insufficient permission/i,
    'the sign-in is missing a permission. Run `npx clasp login` again and leave every box checked, then run this again.',
  ],
  [
    /Requested entity was not found|Script ID not found|Project settings not found/i,
    "Google can't find that script or deployment for this account. Compare the Script ID with Project Settings in the Apps Script editor, or sign in as its owner with `npx clasp login`.",
  ],
  [
    /caller does not have permission|PERMISSION_DENIED/i,
    "this account isn't allowed to change that script. Sign in as the owner of the sheet with `npx clasp login`, and run this again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|fetch failed|socket hang up|network/i,
    "Google can't be reached. Check your connection (and the proxy, if you have one), and run this again.",
  ],
  [
    /quota|rate ?limit|RESOURCE_EXHAUSTED|too many requests|\b429\b/i,
    'Google is limiting requests from this account. Run this again in a few minutes.',
  ],
  [
    /(maximum|limit|too many|more than).*versions|versions.*(maximum|limit)/i,
    "the script has reached Google's limit on versions. Delete old ones in the Apps Script editor (Project History), and run this again.",
  ],
  [
    /Skipping push/i,
    'clasp skipped the push because the manifest had changed. Nothing was pushed. Run this again to force the push.',
  ],
  [
    /Project file already exists/i,
    'there is already a .clasp.json where the new sheet should be created. Delete build/new-sheet, and run this again.',
  ],
];

/**
 * A sentence for what clasp did not do, with what to do next. clasp's exit code says little: it ends with 0 when it skips a push
 * or refuses its arguments, so that the caller asks for an answer in JSON and comes here without one.
 * @param {string} doing what was tried, as "push the program"
 * @param {string} output all that clasp wrote
 * @returns {string}
 */
export const claspProblem = (doing, output) => {
  const said = output.trim();
  const advice = known.find(([pattern]) => pattern.test(said))?.[1];
  const tried = `could not ${doing}: `;
  if (advice) return tried + advice;
  if (said === '')
    return `${tried}clasp ended without an answer. Run this again, and \`npx clasp login\` before it if you haven't for a while.`;
  return `${tried}clasp answered "${said
    .split(/\s*\n\s*/)
    .slice(0, 4)
    .join(' ')}".`;
};
