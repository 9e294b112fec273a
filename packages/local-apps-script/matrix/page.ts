import { DIFFERENCES } from './differences';
import type { GoogleTypes } from './google-types';
import { OBJECTS } from './objects';
import type { Found } from './surface';

const names = (found: readonly Found[]): string => found.map(({ name }) => `\`${name}\``).join(', ');

const cell = (text: string): string => (text === '' ? '-' : text.replaceAll('|', '\\|'));

/** The matrix as a page: each class of the services that a script in a sheet may call, and the state of each member. */
export const matrixPage = (types: GoogleTypes, surface: ReadonlyMap<string, readonly Found[]>): string => {
  const all = [...surface.values()].flat();
  const count = (standing: Found['standing']): number => all.filter((found) => found.standing === standing).length;
  const rows = [...surface].map(([name, found]) => {
    const of = (standing: Found['standing']): string => cell(names(found.filter((one) => one.standing === standing)));
    return `| ${name.replace('.', ' ')} | ${of('built')} | ${of('refused')} |`;
  });
  const absent = [...types.classes.keys()].filter(
    (name) => !Object.hasOwn(OBJECTS, name) && !name.startsWith('Charts.'),
  );
  return `# What the local Apps Script has of Google's services

Written by \`node tools/services-doc.mjs\` from \`@types/google-apps-script\` and what a script finds here; a test fails if
it's out of date. ${count('built')} members are built, ${count('refused')} are refused by name. None answers \`undefined\`: what is
refused throws \`not available in the local Apps Script: Range.foo\`, and is listed in the execution's record whatever the script does
with the error.

Services not listed here (GmailApp, CalendarApp, DocumentApp and so on) exist and refuse every call.
Advanced services exist as the manifest says, but only Sheets is built.

## Built, but different from Google

| Member | Difference |
| --- | --- |
${Object.entries(DIFFERENCES)
  .map(([name, why]) => `| \`${name}\` | ${cell(why)} |`)
  .join('\n')}

A method that takes no arguments passes over those that it is given; Google refuses them. Any other method counts its arguments and
looks at their kinds, in Google's words. Validation, filters and conditional formats see a formula that is not calculated as its
text.

## Member by member

| Class | Built | Refused |
| --- | --- | --- |
${rows.join('\n')}

## Classes that no script gets here

Nothing that is built gives one of these: ${absent.map((name) => `\`${name.split('.').pop()}\``).join(', ')}.
`;
};
