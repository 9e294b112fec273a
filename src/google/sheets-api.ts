/** The Sheets advanced service. @throws Error when it is not enabled in the project's manifest. */
export const sheetsApi = (): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection => {
  const spreadsheets = Sheets?.Spreadsheets;
  if (!spreadsheets) throw new Error('The Sheets advanced service is not enabled for this script.');
  return spreadsheets;
};

/** What the Sheets service throws: `details.code` is the HTTP status (docs/google.md G88). */
export interface ApiError {
  readonly message?: string;
  readonly details?: { readonly code?: number };
}
