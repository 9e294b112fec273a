const SECONDS = 12;

/** Tells the person at the keyboard a sentence; blank says nothing. */
export const toastText = (text: string): void => {
  if (text) SpreadsheetApp.getActiveSpreadsheet().toast(text, 'CPS Orders', SECONDS);
};
