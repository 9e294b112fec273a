import type { Menu, MenuItem } from './contract';
import { make } from './dom';

/** Draws the custom menus. `choose` gets the item as the control API names it: `Mark selection > paid`. */
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
    const list = this.list(menu.items, []);
    const opener = make('button', { type: 'button', className: 'menu-opener' }, menu.menu);
    opener.setAttribute('aria-haspopup', 'menu');
    opener.setAttribute('aria-expanded', 'false');
    opener.addEventListener('click', () => {
      const open = opener.getAttribute('aria-expanded') === 'true';
      this.close();
      if (open) return;
      opener.setAttribute('aria-expanded', 'true');
      list.hidden = false;
      itemsOf(list)[0]?.focus();
    });
    list.hidden = true;
    list.setAttribute('aria-label', menu.menu);
    return make('div', { className: 'menu' }, opener, list);
  }

  private list(items: readonly MenuItem[], path: readonly string[]): HTMLElement {
    const list = make('div', { className: 'menu-list', attributes: { role: 'menu' } });
    for (const item of items) list.append(this.item(item, path));
    return list;
  }

  private item(item: MenuItem, path: readonly string[]): HTMLElement {
    if ('separator' in item) return make('hr', { className: 'menu-line' });
    if ('menu' in item) return this.submenu(item, path);
    const entry = itemButton(item.item);
    entry.addEventListener('click', () => {
      this.close();
      this.choose([...path, item.item].join(' > '));
    });
    return entry;
  }

  private submenu({ menu: caption, items }: Menu, path: readonly string[]): HTMLElement {
    const entry = itemButton(caption);
    entry.setAttribute('aria-haspopup', 'menu');
    entry.append(make('span', { className: 'menu-more', attributes: { 'aria-hidden': 'true' } }, '›'));
    const list = this.list(items, [...path, caption]);
    list.classList.add('submenu');
    list.setAttribute('aria-label', caption);
    entry.addEventListener('click', () => itemsOf(list)[0]?.focus());
    return make('div', { className: 'menu-group', attributes: { role: 'none' } }, entry, list);
  }

  private onKey(event: KeyboardEvent): void {
    const current = document.activeElement as HTMLElement;
    const list = current.closest<HTMLElement>('.menu-list');
    if (!list) return;
    const items = itemsOf(list);
    const index = items.indexOf(current);
    const moves: Record<string, () => void> = {
      ArrowDown: () => items[(index + 1) % items.length]?.focus(),
      ArrowUp: () => items[(index - 1 + items.length) % items.length]?.focus(),
      ArrowRight: () => current.parentElement?.querySelector<HTMLElement>(':scope > .submenu .menu-item')?.focus(),
      ArrowLeft: () => list.closest('.menu-group')?.querySelector<HTMLElement>(':scope > .menu-item')?.focus(),
      Escape: () => {
        const opener = list.closest('.menu')?.querySelector<HTMLElement>('.menu-opener');
        this.close();
        opener?.focus();
      },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  private close(): void {
    for (const list of this.holder.querySelectorAll<HTMLElement>('.menu > .menu-list')) list.hidden = true;
    for (const opener of this.holder.querySelectorAll('.menu-opener')) opener.setAttribute('aria-expanded', 'false');
  }
}

const itemsOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(':scope > .menu-item, :scope > .menu-group > .menu-item'),
];

const itemButton = (caption: string): HTMLButtonElement =>
  make('button', { type: 'button', className: 'menu-item', tabIndex: -1, attributes: { role: 'menuitem' } }, caption);
