import { make } from './dom';

/** One page of the panel. */
export interface PanelPage {
  readonly name: string;
  readonly content: HTMLElement;
  /** Called when the page comes into view. */
  shown?(): void;
}

const MOST_SHOWN = 999;

/** The panel beside the sheet: a few pages, one in view. */
export class Panel {
  private current = 0;
  private readonly tabs: HTMLElement[];

  constructor(
    private readonly holder: HTMLElement,
    private readonly pages: readonly PanelPage[],
  ) {
    this.tabs = pages.map((page, index) => {
      const tab = make(
        'button',
        { type: 'button', className: 'panel-tab', id: `panel-tab-${index}`, onclick: () => this.open(page) },
        page.name,
      );
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', `panel-page-${index}`);
      Object.assign(page.content, { id: `panel-page-${index}` });
      page.content.classList.add('panel-page');
      page.content.setAttribute('role', 'tabpanel');
      page.content.setAttribute('aria-labelledby', tab.id);
      return tab;
    });
    const list = make(
      'div',
      { className: 'panel-tabs', attributes: { role: 'tablist', 'aria-label': 'Panel' } },
      ...this.tabs,
    );
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = pages[(this.current + step + pages.length) % pages.length];
      if (next) this.open(next);
      this.tabs[this.current]?.focus();
    });
    holder.append(list, ...pages.map(({ content }) => content));
    this.show(0);
  }

  /** Brings a page into view. */
  open(page: PanelPage): void {
    this.holder.hidden = false;
    this.show(Math.max(0, this.pages.indexOf(page)));
  }

  /** Whether a page is in view now. */
  isShown(page: PanelPage): boolean {
    return !this.holder.hidden && this.pages[this.current] === page;
  }

  /** Puts a count behind a page's name. */
  count(page: PanelPage, count: number): void {
    const tab = this.tabs[this.pages.indexOf(page)];
    tab?.replaceChildren(
      `${page.name} `,
      count > 0 ? make('span', { className: 'count' }, count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count)) : '',
    );
  }

  private show(index: number): void {
    this.current = index;
    for (const [other, page] of this.pages.entries()) {
      page.content.hidden = other !== index;
      this.tabs[other]?.setAttribute('aria-selected', String(other === index));
      if (this.tabs[other]) this.tabs[other].tabIndex = other === index ? 0 : -1;
    }
    this.pages[index]?.shown?.();
  }
}
