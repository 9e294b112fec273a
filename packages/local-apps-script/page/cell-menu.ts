import type { Menu } from './contract';
import { make } from './dom';
import { menuList, moveInMenu } from './menus';

/** The menu of a cell: by the right mouse button, the menu key or Shift+F10. */
export const useCellMenu = (area: HTMLElement, menu: Menu, place: () => DOMRect | null, back: () => void): void => {
  let open: HTMLElement | null = null;
  const close = (): void => {
    open?.remove();
    open = null;
  };
  const show = (x: number, y: number): void => {
    close();
    const list = menuList(menu.items, close);
    list.setAttribute('aria-label', 'Menu of the selected cells');
    open = make('div', { className: 'cell-menu' }, list);
    open.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape' || event.key === 'Tab') {
        event.preventDefault();
        close();
        back();
      } else moveInMenu(event, list);
    });
    document.body.append(open);
    const { width, height } = open.getBoundingClientRect();
    open.style.left = `${Math.max(4, Math.min(x, window.innerWidth - width - 4))}px`;
    open.style.top = `${Math.max(4, Math.min(y, window.innerHeight - height - 4))}px`;
    list.querySelector<HTMLElement>('.menu-item')?.focus();
  };
  area.addEventListener('contextmenu', (event) => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const isMouse = event.button === 2;
    const at = place();
    // Tabulator selects the cell under the pointer first.
    if (isMouse) setTimeout(() => show(event.clientX, event.clientY));
    else show(at?.left ?? 100, at?.bottom ?? 100);
  });
  document.addEventListener('mousedown', (event) => {
    if (open && !open.contains(event.target as Node)) close();
  });
  window.addEventListener('blur', close);
};
