import type { Ports } from '../core/all-ports';
import type { DialogLook } from '../core/keyboard-ports';
import type { EmailMenuPorts } from '../email/staff/menu-ports';
import type { Dialog } from '../rpc/dialog';
import type { MenuPorts } from '../statuses/on-menu';

/** What menu items work with, on behalf of the user at the keyboard. */
export type KeyboardPorts = MenuPorts & EmailMenuPorts & Ports;

/** Opens one of our pages for the user at the keyboard. */
export type OpenPage = (look: DialogLook, options: object) => void;

/** Opens a dialog, also in a copy of the sheet. */
interface Opening {
  readonly opens: Dialog<never>;
  /** Where the dialog's own title differs from the menu item. */
  readonly title?: string;
  /** What the page starts with; anything that must be read for it is read in the live sheet only. */
  readonly with?: object | ((ports: KeyboardPorts) => object);
}

/** Acts in the live sheet; in a copy it says so instead. */
export interface Acting {
  readonly does: (ports: KeyboardPorts, open: OpenPage) => void;
}

/** One item: its name in the menu, the method of App that the sheet calls, and what that does. */
export type MenuItem = { readonly name: string; readonly handler: `App.${string}` } & (Opening | Acting);

/** An item, or a submenu. */
export type MenuEntry = MenuItem | { readonly name: string; readonly items: readonly MenuEntry[] };

/** The items of a menu and of its submenus. */
export const itemsOf = (entries: readonly MenuEntry[]): readonly MenuItem[] =>
  entries.flatMap((entry) => ('items' in entry ? itemsOf(entry.items) : [entry]));

/**
 * Does what an item says.
 * @param compose makes the ports of the live sheet; it throws in a copy.
 */
export const runMenuItem = (item: MenuItem, compose: () => KeyboardPorts, open: OpenPage): void => {
  if ('does' in item) {
    item.does(compose(), open);
    return;
  }
  const { opens, title = opens.title, with: options = {} } = item;
  open({ ...opens, title }, typeof options === 'function' ? options(compose()) : options);
};
