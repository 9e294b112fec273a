/**
 * Evaluates the second bundle, which lies in the project as the HTML file `back-room`: Apps Script runs every script
 * file on every execution, an HTML file only when it is asked for. Its code sees the same services.
 * @returns what `src/back-room.ts` exports.
 */
export const loadBackRoom = (): unknown =>
  new Function(`${HtmlService.createTemplateFromFile('back-room').getRawContent()}\nreturn BackRoom;`)();
