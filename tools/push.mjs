// Builds, then pushes dist/ to the Apps Script project of your sheet. The web app goes on with the version that it was deployed
// with: npm run update-sheet brings it along.
//   npm run push -- --script ID
//   --script ID  the Script ID; --script itself may be left out. Without an id
//                CPS_SCRIPT_ID counts, then the file .clasp.local.json
//   --flat       declare every handler at top level, for an account that refuses methods as handlers
//   --whole      put the other bundles into Code.js, for an account that does not let a script evaluate text
import { helpOf } from './shared/help.mjs';
import { projectRoot, sheetCommand } from './sheet/command.mjs';
import { push } from './sheet/push.mjs';
import { scriptId } from './sheet/script-id.mjs';

helpOf(import.meta.url);

const idOf = (/** @type {Record<string, any>} */ values) =>
  scriptId(projectRoot(), { asked: values.script, env: process.env });

await sheetCommand(
  'push',
  'script',
  // clasp is always told to force the push; the option is taken, too, so that nobody has to know that.
  { script: { type: 'string' }, force: { type: 'boolean' } },
  idOf,
  (place, values) => push(place, idOf(values)),
);
