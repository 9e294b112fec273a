// Updates your sheet to the code in this folder: builds, pushes, creates a version and has the same deployment run it. The
// address, the secret and every link in an email stay the same. Takes about a minute.
//   npm run update-sheet -- --script ID
//   --script ID      the Script ID; you can leave out --script itself. Without an ID,
//                    CPS_SCRIPT_ID is used, then the file .clasp.local.json
//   --deployment ID  the deployment, if the script has several: the long part of the web app's address
//   --flat           declare every handler at top level, for an account that doesn't accept methods as handlers
//   --whole          put the other bundles into Code.js, for an account that doesn't let a script evaluate text
import { helpOf } from './shared/help.mjs';
import { projectRoot, sheetCommand } from './sheet/command.mjs';
import { scriptId } from './sheet/script-id.mjs';
import { updateSheet } from './sheet/update-sheet.mjs';

helpOf(import.meta.url);

const idOf = (/** @type {Record<string, any>} */ values) =>
  scriptId(projectRoot(), { asked: values.script, env: process.env });

await sheetCommand(
  'update-sheet',
  'script',
  { script: { type: 'string' }, deployment: { type: 'string' } },
  idOf,
  (place, values, version) => updateSheet(place, { id: idOf(values), version, deployment: values.deployment }),
);
