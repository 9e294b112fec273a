// Creates a Google Sheet with the program in it, deploys its web app, and says what to click. Takes about a minute. Run
// `npx clasp login` first. The IDs are written to .clasp.local.json, where npm run update-sheet finds them.
//   npm run new-sheet -- --title "Orders of Blue Door Photos"
//   --title TEXT  the sheet's name ("CPS Orders")
//   --second      another sheet, for practice, in addition to the one in .clasp.local.json
//   --flat        declare every handler at top level, for an account that doesn't accept methods as handlers
//   --whole       put the other bundles into Code.js, for an account that doesn't let a script evaluate text
import { helpOf } from './shared/help.mjs';
import { sheetCommand } from './sheet/command.mjs';
import { newSheet } from './sheet/new-sheet.mjs';

helpOf(import.meta.url);

await sheetCommand(
  'new-sheet',
  'title',
  { title: { type: 'string', default: 'CPS Orders' }, second: { type: 'boolean' } },
  () => {},
  (place, { title, second }, version) => newSheet(place, { title, second, version }),
);
