// Builds, then pushes dist/ to your sheet's Apps Script project. The web app keeps running the version that was deployed;
// npm run update-sheet updates it, too.
//   npm run push -- --script ID
//   --script ID  the Script ID; you can leave out --script itself. Without an ID,
//                CPS_SCRIPT_ID is used, then the file .clasp.local.json
//   --flat       declare every handler at top level, for an account that doesn't accept methods as handlers
//   --whole      put the other bundles into Code.js, for an account that doesn't let a script evaluate text
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
