import { call } from '../bridge';
import { Guarded, strictClass } from '../strict';
import { a, fits } from './arguments';

/** A menu as it crosses. */
export interface MenuShape {
  readonly caption: string;
  readonly items: readonly MenuEntry[];
}

type MenuEntry =
  | { readonly type: 'item'; readonly caption: string; readonly function: string }
  | { readonly type: 'menu'; readonly menu: MenuShape }
  | { readonly type: 'separator' };

let shapeOf: (menu: Menu) => MenuShape;

/** A menu that a script makes; nothing shows before `addToUi()`. */
export class Menu extends Guarded {
  readonly #caption: string;
  readonly #items: MenuEntry[] = [];

  static {
    shapeOf = (menu) => ({ caption: menu.#caption, items: menu.#items });
  }

  constructor(caption: string) {
    super();
    this.#caption = caption;
  }

  addItem(...args: [caption: string, functionName: string]): this {
    fits('Menu.addItem', args, ['string', 'string']);
    this.#items.push({ type: 'item', caption: args[0], function: args[1] });
    return this;
  }

  addSeparator(): this {
    this.#items.push({ type: 'separator' });
    return this;
  }

  addSubMenu(...args: [menu: Menu]): this {
    fits('Menu.addSubMenu', args, [a(Menu)]);
    this.#items.push({ type: 'menu', menu: shapeOf(args[0]) });
    return this;
  }

  addToUi(): void {
    call('Ui.addMenu', shapeOf(this));
  }
}

strictClass(Menu, 'Menu');

/** The older form of a menu: a list of names and functions, null for a line between. */
export const menuFromEntries = (
  caption: string,
  entries: readonly ({ readonly name: string; readonly functionName: string } | null)[],
): MenuShape => ({
  caption,
  items: entries.map((entry) =>
    entry === null ? { type: 'separator' } : { type: 'item', caption: entry.name, function: entry.functionName },
  ),
});
