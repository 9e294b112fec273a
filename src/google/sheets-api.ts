/** The Sheets advanced service. @throws Error when it is not enabled in the project's manifest. */
export const sheetsApi = (): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection => {
  const spreadsheets = Sheets?.Spreadsheets;
  if (!spreadsheets) throw new Error('The Sheets advanced service is not enabled for this script.');
  return spreadsheets;
};
