import { button, make, type PanelPage } from 'local-apps-script/page';
import { type NewOrder, someOrder } from './new-order';
import { type PostAnswer, postOrder } from './platform-calls';

const BURST = 50;
const AT_ONCE = 10;

const FIELDS: readonly (readonly [name: keyof NewOrder, label: string, wide?: boolean])[] = [
  ['customerName', 'Customer name', true],
  ['email', 'Email', true],
  ['phone', 'Phone'],
  ['eventCode', 'Event code'],
  ['street', 'Street', true],
  ['city', 'City', true],
  ['state', 'State'],
  ['zipCode', 'ZIP code'],
];
const SIZES = ['4x6', '5x7', '8x10'] as const;

/** An order form that plays the ordering platform: its requests go through the web app, as if from the internet. */
export class PlatformPage implements PanelPage {
  readonly name = 'Platform';
  readonly content: HTMLElement;
  private readonly fields = new Map<string, HTMLInputElement | HTMLSelectElement>();
  private readonly answer = make('div', { className: 'answer', attributes: { role: 'status' } });
  private readonly buttons: HTMLButtonElement[];
  private last: (NewOrder & { orderId: string }) | null = null;

  /** @param posted is called for each accepted order. */
  constructor(
    private readonly posted: (answer: PostAnswer) => void,
    private readonly failed: (error: unknown) => void,
  ) {
    this.buttons = [
      button('Send this order', () => void this.run(() => this.postForm()), 'button primary'),
      button('Send it again', () => void this.run(() => this.postAgain())),
      button('Send an invalid order', () => void this.run(() => this.postInvalid())),
      button(`Send ${BURST} at once`, () => void this.run(() => this.burst())),
    ];
    const form = make(
      'form',
      { className: 'order-form' },
      ...FIELDS.map(([name, label, wide]) => this.field(name, label, make('input', { type: 'text' }), wide)),
      this.field(
        'fulfillmentType',
        'Fulfillment',
        make('select', {}, make('option', { value: 'ship' }, 'ship'), make('option', { value: 'pickup' }, 'pickup')),
      ),
      this.field('photoNumber', 'Photo number', make('input', { type: 'text' })),
      ...SIZES.map((size) =>
        this.field(size, `Prints ${size}`, make('input', { type: 'number', min: '0' }), false, 'third'),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.buttons[0]?.click();
    });
    form.append(make('button', { type: 'submit', hidden: true, tabIndex: -1 }));
    this.content = make(
      'section',
      { className: 'platform' },
      make(
        'p',
        { className: 'quiet' },
        'This form acts as the ordering platform. It sends orders to the web app, just like a website would.',
      ),
      form,
      make(
        'div',
        { className: 'buttons' },
        ...this.buttons,
        button('New customer', () => this.fill(someOrder())),
      ),
      this.answer,
    );
    this.fill(someOrder());
  }

  private field(
    name: string,
    label: string,
    input: HTMLInputElement | HTMLSelectElement,
    wide = false,
    width = wide ? 'wide' : '',
  ): HTMLElement {
    input.classList.add('field');
    input.setAttribute('name', name);
    input.setAttribute('autocomplete', 'off');
    this.fields.set(name, input);
    return make('label', { className: width }, make('span', {}, label), input);
  }

  private fill(order: NewOrder): void {
    for (const [name] of FIELDS) this.set(name, String(order[name]));
    this.set('fulfillmentType', order.fulfillmentType);
    this.set('photoNumber', String(order.items[0]?.photoNumber ?? ''));
    for (const size of SIZES) this.set(size, size === '4x6' ? '3' : '0');
  }

  private set(name: string, value: string): void {
    const field = this.fields.get(name);
    if (field) field.value = value;
  }

  private get(name: string): string {
    return this.fields.get(name)?.value ?? '';
  }

  private order(): NewOrder & { orderId: string } {
    const typed = Object.fromEntries(
      [...FIELDS.map(([name]) => name), 'fulfillmentType'].map((name) => [name, this.get(name)]),
    );
    const quantities = Object.fromEntries(SIZES.map((size) => [`qty${size}`, Number(this.get(size))]));
    const items = [{ photoNumber: this.get('photoNumber'), ...quantities }];
    return { ...(typed as unknown as NewOrder), items, orderId: newId() };
  }

  private async postForm(): Promise<void> {
    this.last = this.order();
    this.show(await postOrder(this.last), this.last);
  }

  private async postAgain(): Promise<void> {
    this.last ??= this.order();
    this.show(await postOrder(this.last), this.last);
  }

  private async postInvalid(): Promise<void> {
    const wrong = { ...this.order(), email: 'nobody at example.com', zipCode: 'ABC', items: [] };
    this.show(await postOrder(wrong), wrong);
  }

  /** Many orders at the same time, as after an event. */
  private async burst(): Promise<void> {
    const waiting = Array.from({ length: BURST }, () => ({ ...someOrder(), orderId: newId() }));
    const counts = { accepted: 0, later: 0, rejected: 0 };
    const work = async (): Promise<void> => {
      for (let order = waiting.pop(); order; order = waiting.pop()) {
        const answer = await postOrder(order);
        if (answer.ok) counts.accepted += 1;
        else if (answer.retry) counts.later += 1;
        else counts.rejected += 1;
        this.say(`${counts.accepted} of ${BURST} accepted…`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const others = [
      counts.later > 0 ? ` Asked to retry later: ${counts.later}.` : '',
      counts.rejected > 0 ? ` Rejected: ${counts.rejected}.` : '',
    ];
    this.say(`${counts.accepted} of ${BURST} orders accepted.${others.join('')}`);
  }

  private async run(work: () => Promise<void>): Promise<void> {
    for (const each of this.buttons) each.disabled = true;
    await work().catch(this.failed);
    for (const each of this.buttons) each.disabled = false;
  }

  private show(answer: PostAnswer, body: object): void {
    if (answer.ok) this.posted(answer);
    const details = answer.details ?? [];
    this.answer.replaceChildren(
      make('p', { className: answer.ok ? 'good' : 'error' }, sentence(answer)),
      ...(details.length > 0
        ? [
            make(
              'ul',
              { className: 'details' },
              ...details.map(({ field, message }) => make('li', {}, `${field} ${message}`)),
            ),
          ]
        : []),
      shown('Request', body),
      shown('Response', answer),
    );
    this.answer.scrollIntoView({ block: 'nearest' });
  }

  private say(text: string): void {
    this.answer.replaceChildren(make('p', { className: 'good' }, text));
    this.answer.scrollIntoView({ block: 'nearest' });
  }
}

const newId = (): string => `try-${crypto.randomUUID().slice(0, 8)}`;

const sentence = (answer: PostAnswer): string => {
  if (!answer.ok) return `Rejected: ${answer.error ?? 'no reason given'}`;
  if (answer.duplicate) return `Already received as ${answer.orderNumber}. Nothing was added.`;
  return `Accepted as ${answer.orderNumber}, total $${answer.total}.`;
};

const shown = (label: string, value: object): HTMLElement =>
  make(
    'details',
    { open: label === 'Response' },
    make('summary', {}, label),
    make('pre', { className: 'log', tabIndex: 0 }, JSON.stringify(value, null, 2)),
  );
