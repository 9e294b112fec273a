// Makes a new Google Sheet with the program in it and its web app deployed, and says what to click. Takes about a minute. Run
// `npx clasp login` before it. The ids go into .clasp.local.json, from where npm run update-sheet takes them.
//   npm run new-sheet -- --title "Orders of Blue Door Photos"
//   --title TEXT  the sheet's name ("CPS Orders")
//   --second      one more sheet, for practice, beside the one that .clasp.local.json names
//   --flat        declare every handler at top level, for an account that refuses methods as handlers
//   --whole       put the other bundles into Code.js, for an account that does not let a script evaluate text
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
