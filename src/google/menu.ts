import { VERSION } from '../core/version';
import { LIVE_SPREADSHEET } from './live-spreadsheet';

/** A line of the menu: its name, and the method of App that it calls or the lines below it. */
type MenuLine = readonly [name: string, what: string | readonly MenuLine[]];

/**
 * The menu of entrypoints/menu.ts, names and handlers alone, as JSON: the build puts it in. An object there would become a
 * module that each file asks for.
 */
declare const __MENU__: string;

const LINES: readonly MenuLine[] = JSON.parse(__MENU__);

const handlersIn = (lines: readonly MenuLine[]): readonly string[] =>
  lines.flatMap(([, what]) => (typeof what === 'string' ? [what] : handlersIn(what)));

/** The methods of App that the menu's items name, as they name them: `App.showToday`. */
export const menuHandlers = (): readonly string[] => handlersIn(LINES);

/**
 * Puts the CPS Orders menu into the sheet. Its items name methods of `App` (docs/design.md 3.9).
 * @param trouble what the title says behind the name, from the Script Properties of the live sheet; blank: nothing.
 */
export const showMenu = (trouble: (properties: Readonly<Record<string, string>>) => string): void => {
  const ui = SpreadsheetApp.getUi();
  const filled = (menu: GoogleAppsScript.Base.Menu, lines: readonly MenuLine[]): GoogleAppsScript.Base.Menu => {
    for (const [name, what] of lines) {
      if (typeof what === 'string') menu.addItem(name, what);
      else menu.addSubMenu(filled(ui.createMenu(name), what));
    }
    return menu;
  };
  filled(ui.createMenu(`CPS Orders ${VERSION}${troubleHere(trouble)}`), LINES).addToUi();
};

/** It runs with few rights and must not fail. */
const troubleHere = (trouble: Parameters<typeof showMenu>[0]): string => {
  try {
    const properties = PropertiesService.getScriptProperties().getProperties();
    const isLive = properties[LIVE_SPREADSHEET] === SpreadsheetApp.getActiveSpreadsheet().getId();
    return isLive ? trouble(properties) : '';
  } catch {
    return '';
  }
};
