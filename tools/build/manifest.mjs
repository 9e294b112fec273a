/** The one advanced service that the product uses: every commit is one call of it. */
const sheetsService = { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' };

const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a) === JSON.stringify(b);

const isZone = (/** @type {unknown} */ zone) => {
  try {
    return typeof zone === 'string' && zone.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/**
 * What is wrong with appsscript.json, one sentence each; clasp pushes whatever it finds, so this is the only check before Google's.
 * @param {string} text the file's text
 * @param {Map<string, string>} needed the scopes that the bundle needs, each with a use that needs it
 * @returns {string[]}
 */
export const manifestProblems = (text, needed) => {
  let manifest;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    return [`appsscript.json is not JSON: ${/** @type {Error} */ (error).message}`];
  }
  const problems = [];
  if (manifest.runtimeVersion !== 'V8') problems.push('appsscript.json: runtimeVersion must be "V8"');
  if (!isZone(manifest.timeZone))
    problems.push(`appsscript.json: ${manifest.timeZone} is not a time zone such as America/New_York`);
  if (manifest.webapp?.executeAs !== 'USER_DEPLOYING' || manifest.webapp?.access !== 'ANYONE_ANONYMOUS') {
    problems.push('appsscript.json: webapp must say executeAs USER_DEPLOYING and access ANYONE_ANONYMOUS');
  }
  const enabled = (manifest.dependencies?.enabledAdvancedServices ?? []).map(
    (/** @type {typeof sheetsService} */ { userSymbol, serviceId, version }) => ({ userSymbol, serviceId, version }),
  );
  if (!same(enabled, [sheetsService])) {
    problems.push('appsscript.json: exactly one advanced service must be enabled, sheets v4 as Sheets');
  }
  return [...problems, ...scopeProblems(manifest.oauthScopes, needed)];
};

/** @param {unknown} listed @param {Map<string, string>} needed */
const scopeProblems = (listed, needed) => {
  if (!Array.isArray(listed)) return ['appsscript.json: oauthScopes must list the scopes, else Google guesses them'];
  const scopes = new Set(listed);
  return [
    ...[...needed]
      .filter(([scope]) => !scopes.has(scope))
      .map(([scope, use]) => `appsscript.json: ${scope} is missing, ${use} needs it`),
    ...[...scopes]
      .filter((scope) => !needed.has(scope))
      .map((scope) => `appsscript.json: ${scope} is asked for, but nothing in the bundle needs it`),
    ...(scopes.size < listed.length ? ['appsscript.json: a scope is listed twice'] : []),
  ];
};
