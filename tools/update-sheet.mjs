// Brings your sheet to what is in this folder: builds, pushes, makes a version and lets the same deployment run it. The address,
// the secret and every link in an email stay. Takes about a minute.
//   npm run update-sheet -- --script ID
//   --script ID      the Script ID; --script itself may be left out. Without an id
//                    CPS_SCRIPT_ID counts, then the file .clasp.local.json
//   --deployment ID  the deployment, when the script has several: the long part of the web app's address
//   --flat           declare every handler at top level, for an account that refuses methods as handlers
//   --whole          put the other bundles into Code.js, for an account that does not let a script evaluate text
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
