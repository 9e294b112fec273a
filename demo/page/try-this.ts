import {
  api,
  button,
  type FoundRow,
  type Mail,
  type Menu,
  make,
  type PanelPage,
  type Surroundings,
} from 'local-apps-script/page';
import { someOrder } from './new-order';
import { type PostAnswer, postOrder } from './platform-calls';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly act: () => void;
  readonly isDone: () => boolean;
}

const KEPT = 'cps-try-this';

/** The first tour of the product: five steps, checked off as they really happen in the sheet. */
export class TryThis implements PanelPage {
  readonly name = 'Try this';
  readonly content = make('section', { className: 'try-this' });
  private order: string | null = null;
  private found: FoundRow | null = null;
  private printed = false;
  private read = false;
  private prints: string | null = null;
  private drawn = '';

  constructor(private readonly owner: Surroundings) {
    try {
      Object.assign(this, JSON.parse(sessionStorage.getItem(KEPT) ?? '{}'));
    } catch {
      sessionStorage.removeItem(KEPT);
    }
    this.draw();
  }

  /** Whether every step is done. */
  get isOver(): boolean {
    return this.steps().every(({ isDone }) => isDone());
  }

  /** Reads the order's status again. */
  async refresh(menus: readonly Menu[]): Promise<void> {
    this.prints = findItem(menus, /envelope/i);
    if (this.order !== null) {
      this.found = await api.find('Orders', this.order);
      // The host started over with another sheet.
      if (this.found.row === null) this.restart();
      else if (!this.printed && (await hasEnvelope(this.order))) this.keep({ printed: true });
    }
    this.draw();
  }

  /** The platform page sent an order: the tour goes on with it. */
  posted({ orderNumber }: PostAnswer): void {
    if (this.order === null && orderNumber) this.keep({ order: orderNumber });
  }

  /** An email was opened. */
  readEmail({ subject, text }: Mail): void {
    if (this.order !== null && (subject.includes(this.order) || text.includes(this.order))) this.keep({ read: true });
    this.draw();
  }

  private steps(): Step[] {
    const status = this.found?.cells.Status ?? '';
    const number = this.order ?? 'the order';
    const toStatus = (): void => this.goTo('Status');
    return [
      {
        id: 'post',
        title: 'Send an order',
        text: 'A customer orders prints on the website, and the platform sends the order to the web app. A row appears, and the customer gets a receipt.',
        label: 'Send an order',
        act: () => void this.post(),
        isDone: () => this.order !== null,
      },
      {
        id: 'paid',
        title: 'Mark it paid',
        text: `In the Status cell of ${number}, choose paid or type it. The customer gets an email.`,
        label: 'Go to the Status cell',
        act: toStatus,
        isDone: () => ['paid', 'shipped'].includes(status),
      },
      ...(this.prints === null
        ? []
        : [
            {
              id: 'print',
              title: 'Print the envelope',
              text: `With the row selected, choose ${this.prints} in the menu. Print the batch, then confirm that it printed correctly.`,
              label: 'Go to the row',
              act: () => this.goTo('Order Number'),
              isDone: () => this.printed,
            },
          ]),
      {
        id: 'ship',
        title: 'Ship it',
        text: 'Change the same Status cell to shipped. Shipping Status updates automatically, and the customer gets a confirmation.',
        label: 'Go to the Status cell',
        act: toStatus,
        isDone: () => status === 'shipped',
      },
      {
        id: 'mail',
        title: 'Read the emails',
        text: `Every email sent to ${this.found?.cells.Email ?? 'the customer'} is in the mailbox here.`,
        label: 'Open the latest email',
        act: () => {
          if (!this.owner.openMail(this.order ?? '')) this.owner.failed('There are no emails about this order yet.');
        },
        isDone: () => this.read,
      },
    ];
  }

  private draw(): void {
    const steps = this.steps();
    const current = steps.find(({ isDone }) => !isDone());
    const drawn = JSON.stringify([steps.map((step) => [step, step.isDone()]), this.order]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.content.contains(document.activeElement);
    this.content.replaceChildren(
      make('h2', {}, current ? 'Try this' : 'You’ve followed an order from start to finish'),
      make(
        'p',
        { className: 'quiet' },
        current
          ? 'Follow one order from start to finish in a minute. Nothing is really sent; emails land in the mailbox here.'
          : 'Now explore: paste a column of statuses, type one that isn’t allowed, undo it, or let a week pass.',
      ),
      make('ol', { className: 'steps' }, ...steps.map((step) => this.step(step, step === current))),
      ...(current ? [] : [button('Start over with a new order', () => this.restart())]),
    );
    if (focused) this.content.querySelector<HTMLElement>('.button')?.focus();
  }

  private step({ title, text, label, act, isDone }: Step, isCurrent: boolean): HTMLElement {
    const done = isDone();
    const item = make(
      'li',
      { className: done ? 'step done' : isCurrent ? 'step current' : 'step' },
      make('span', { className: 'tick', attributes: { 'aria-hidden': 'true' } }, done ? '✓' : ''),
      make(
        'div',
        {},
        make('h3', {}, title, done && make('span', { className: 'for-readers' }, ' (done)')),
        isCurrent && make('p', {}, text),
        isCurrent && button(label, act, 'button primary'),
      ),
    );
    if (isCurrent) item.setAttribute('aria-current', 'step');
    return item;
  }

  private async post(): Promise<void> {
    try {
      const answer = await postOrder(someOrder());
      if (!answer.ok || !answer.orderNumber) throw new Error(answer.error ?? 'The order was rejected.');
      this.keep({ order: answer.orderNumber });
      this.found = await api.find('Orders', answer.orderNumber);
      this.draw();
      this.goTo('Order Number', false);
    } catch (error) {
      this.owner.failed(error);
    }
  }

  private goTo(header: string, withFocus = true): void {
    const { row = null, columns = {} } = this.found ?? {};
    if (row === null) return;
    const focused = document.activeElement as HTMLElement | null;
    this.owner
      .goTo('Orders', row, columns[header] ?? 1)
      .then(() => withFocus || this.content.querySelector<HTMLElement>('.button')?.focus() || focused)
      .catch((error) => this.owner.failed(error));
  }

  private restart(): void {
    this.found = null;
    this.keep({ order: null, printed: false, read: false });
    this.draw();
  }

  private keep(known: { order?: string | null; printed?: boolean; read?: boolean }): void {
    Object.assign(this, known);
    const { order, printed, read } = this;
    sessionStorage.setItem(KEPT, JSON.stringify({ order, printed, read }));
  }
}

/** Whether the program knows that the order's envelope was printed. */
const hasEnvelope = async (order: string): Promise<boolean> => {
  const { cells } = await api.find('Ledger', order);
  return /"printed":\{[^}]*"envelopes"/.test(cells.Progress ?? '');
};

/** The path of the first menu item whose name matches: `Print > Envelopes`. */
const findItem = (menus: readonly Menu[], caption: RegExp): string | null => {
  const look = (items: Menu['items'], path: readonly string[]): string | null => {
    for (const item of items) {
      if ('menu' in item) {
        const found = look(item.items, [...path, item.menu]);
        if (found !== null) return found;
      } else if ('item' in item && caption.test(item.item)) return [...path, item.item].join(' > ');
    }
    return null;
  };
  for (const { menu, items } of menus) {
    const found = look(items, [menu]);
    if (found !== null) return found;
  }
  return null;
};
