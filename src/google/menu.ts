import { VERSION } from '../version';

/** Puts the CPS Orders menu into the sheet. Its items name methods of `App` (design.md 3, Doors). */
export const showMenu = (): void => {
  SpreadsheetApp.getUi().createMenu(`CPS Orders ${VERSION}`).addItem('Set up this sheet', 'App.setUp').addToUi();
};
