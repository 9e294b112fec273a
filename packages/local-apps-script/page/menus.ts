import type { Command, Menu, MenuItem } from './contract';
import { make } from './dom';

/** Draws the menus. `choose` gets an item of the script as the control API names it: `Mark selection > done`. */
export class Menus {
  private drawn = '';

  constructor(
    private readonly holder: HTMLElement,
    private readonly choose: (item: string) => void,
  ) {
    document.addEventListener('click', (event) => {
      if (!holder.contains(event.target as Node)) this.close();
    });
    holder.addEventListener('keydown', (event) => this.onKey(event));
  }

  show(menus: readonly Menu[]): void {
    const drawn = JSON.stringify(menus);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.holder.replaceChildren(...menus.map((menu) => this.menu(menu)));
  }

  private menu(menu: Menu): HTMLElement {
    const list = menuList(
      menu.items,
      () => this.close(),
      (item) => this.choose(item),
    );
    const opener = make('button', { type: 'button', className: 'menu-opener' }, menu.menu);
    opener.setAttribute('aria-haspopup', 'menu');
    opener.setAttribute('aria-expanded', 'false');
    opener.addEventListener('click', () => {
      const open = opener.getAttribute('aria-expanded') === 'true';
      this.close();
      if (!open) this.open(opener, list);
    });
    list.hidden = true;
    list.setAttribute('aria-label', menu.menu);
    return make('div', { className: 'menu' }, opener, list);
  }

  private open(opener: HTMLElement, list: HTMLElement): void {
    opener.setAttribute('aria-expanded', 'true');
    list.hidden = false;
    itemsOf(list)[0]?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const current = document.activeElement as HTMLElement;
    const list = current.closest<HTMLElement>('.menu-list');
    const menu = current.closest('.menu');
    const opener = menu?.querySelector<HTMLElement>('.menu-opener');
    if (current === opener && event.key === 'ArrowDown') {
      event.preventDefault();
      if (opener.getAttribute('aria-expanded') === 'false') opener.click();
    }
    if (!list) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
      opener?.focus();
    } else moveInMenu(event, list);
  }

  private close(): void {
    for (const list of this.holder.querySelectorAll<HTMLElement>('.menu > .menu-list')) list.hidden = true;
    for (const opener of this.holder.querySelectorAll('.menu-opener')) opener.setAttribute('aria-expanded', 'false');
  }
}

/** A list of entries. `done` is called when one was chosen, before it is carried out; `choose` gets those of the script. */
export const menuList = (
  items: readonly MenuItem[],
  done: () => void,
  choose: (item: string) => void = () => {},
  path: readonly string[] = [],
): HTMLElement => {
  const list = make('div', { className: 'menu-list', attributes: { role: 'menu' } });
  for (const item of items) {
    if ('separator' in item) list.append(make('hr', { className: 'menu-line' }));
    else if ('menu' in item) list.append(submenu(item, done, choose, path));
    else list.append(entryOf(item, done, () => choose([...path, item.item].join(' > '))));
  }
  return list;
};

const entryOf = (item: Command | { readonly item: string }, done: () => void, choose: () => void): HTMLElement => {
  const entry = itemButton(item.item);
  if ('keys' in item && item.keys) entry.append(make('span', { className: 'menu-keys' }, item.keys));
  entry.addEventListener('click', () => {
    done();
    if ('run' in item) item.run();
    else choose();
  });
  return entry;
};

const submenu = (
  { menu: caption, items }: Menu,
  done: () => void,
  choose: (item: string) => void,
  path: readonly string[],
): HTMLElement => {
  const entry = itemButton(caption);
  entry.setAttribute('aria-haspopup', 'menu');
  entry.append(make('span', { className: 'menu-more', attributes: { 'aria-hidden': 'true' } }, '›'));
  const list = menuList(items, done, choose, [...path, caption]);
  list.classList.add('submenu');
  list.setAttribute('aria-label', caption);
  entry.addEventListener('click', () => itemsOf(list)[0]?.focus());
  return make('div', { className: 'menu-group', attributes: { role: 'none' } }, entry, list);
};

/** Arrow keys in an open menu: up and down, into a submenu and out of it. */
export const moveInMenu = (event: KeyboardEvent, within: HTMLElement): void => {
  const current = document.activeElement as HTMLElement;
  const list = current.closest<HTMLElement>('.menu-list') ?? within;
  const items = itemsOf(list);
  const index = items.indexOf(current);
  const moves: Record<string, () => void> = {
    ArrowDown: () => items[(index + 1) % items.length]?.focus(),
    ArrowUp: () => items[(index - 1 + items.length) % items.length]?.focus(),
    ArrowRight: () => current.parentElement?.querySelector<HTMLElement>(':scope > .submenu .menu-item')?.focus(),
    ArrowLeft: () => list.closest('.menu-group')?.querySelector<HTMLElement>(':scope > .menu-item')?.focus(),
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
};

const itemsOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(':scope > .menu-item, :scope > .menu-group > .menu-item'),
];

const itemButton = (caption: string): HTMLButtonElement =>
  make('button', { type: 'button', className: 'menu-item', tabIndex: -1, attributes: { role: 'menuitem' } }, caption);
