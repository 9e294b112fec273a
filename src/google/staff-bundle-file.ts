/**
 * Evaluates the second bundle, which lies in the project as the HTML file `staff-bundle`: Apps Script runs every script
 * file on every execution, an HTML file only when it is asked for. Its code sees the same services.
 * @returns what `src/staff-bundle.ts` exports.
 */
export const loadStaffBundle = (): unknown =>
  new Function(`${HtmlService.createTemplateFromFile('staff-bundle').getRawContent()}\nreturn StaffBundle;`)();
