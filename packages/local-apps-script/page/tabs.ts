import type { TabInfo } from './contract';
import { make } from './dom';

/** The tabs along the bottom. */
export class Tabs {
  private drawn = '';
  private tabs: readonly TabInfo[] = [];
  private current = '';

  constructor(
    private readonly holder: HTMLElement,
    private readonly showHidden: HTMLInputElement,
    private readonly choose: (tab: string) => void,
  ) {
    showHidden.addEventListener('change', () => this.show(this.tabs, this.current));
    holder.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Draws the tabs; hidden ones on request, and the one that is open in any case. */
  show(tabs: readonly TabInfo[], current: string): void {
    this.tabs = tabs;
    this.current = current;
    const shown = tabs.filter((tab) => !tab.hidden || this.showHidden.checked || tab.name === current);
    const drawn = JSON.stringify([shown.map(({ name, hidden }) => [name, hidden]), current]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.holder.contains(document.activeElement);
    this.holder.replaceChildren(...shown.map((tab) => this.tab(tab, tab.name === current)));
    if (focused) this.holder.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private tab({ name, hidden }: TabInfo, isCurrent: boolean): HTMLElement {
    const tab = make(
      'button',
      { type: 'button', className: hidden ? 'tab hidden-tab' : 'tab', tabIndex: isCurrent ? 0 : -1 },
      name,
    );
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(isCurrent));
    tab.setAttribute('aria-controls', 'grid-area');
    tab.addEventListener('click', () => this.choose(name));
    return tab;
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...this.holder.querySelectorAll<HTMLElement>('.tab')];
    const index = tabs.indexOf(document.activeElement as HTMLElement);
    if (step && index >= 0) tabs[(index + step + tabs.length) % tabs.length]?.click();
  }
}
