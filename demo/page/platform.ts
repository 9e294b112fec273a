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

/** An order form that plays the ordering platform: what it posts goes through the web app, as from the internet. */
export class PlatformPage implements PanelPage {
  readonly name = 'Platform';
  readonly content: HTMLElement;
  private readonly fields = new Map<string, HTMLInputElement | HTMLSelectElement>();
  private readonly answer = make('div', { className: 'answer', attributes: { role: 'status' } });
  private readonly buttons: HTMLButtonElement[];
  private last: (NewOrder & { orderId: string }) | null = null;

  /** @param posted hears of each order that was taken in. */
  constructor(
    private readonly posted: (answer: PostAnswer) => void,
    private readonly failed: (error: unknown) => void,
  ) {
    this.buttons = [
      button('Post this order', () => void this.run(() => this.postForm()), 'button primary'),
      button('Post it again', () => void this.run(() => this.postAgain())),
      button('Post an invalid one', () => void this.run(() => this.postInvalid())),
      button(`Burst of ${BURST}`, () => void this.run(() => this.burst())),
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
        'This form plays the ordering platform: it posts to the web app, as a website would.',
      ),
      form,
      make(
        'div',
        { className: 'buttons' },
        ...this.buttons,
        button('Another customer', () => this.fill(someOrder())),
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

  /** Many posts at the same time, as after an event; those told to come back later do. */
  private async burst(): Promise<void> {
    const waiting = Array.from({ length: BURST }, () => ({ ...someOrder(), orderId: newId() }));
    const counts = { taken: 0, later: 0, refused: 0 };
    const work = async (): Promise<void> => {
      for (let order = waiting.pop(); order; order = waiting.pop()) {
        const answer = await postOrder(order);
        if (answer.ok) counts.taken += 1;
        else if (answer.retry) counts.later += 1;
        else counts.refused += 1;
        this.say(`${counts.taken} of ${BURST} taken in…`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const told = counts.later > 0 ? ` ${counts.later} were told to come back later.` : '';
    this.say(
      `${counts.taken} of ${BURST} orders were taken in.${told}${counts.refused > 0 ? ` ${counts.refused} were refused.` : ''}`,
    );
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
      shown('Posted', body),
      shown('Answered', answer),
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
  if (!answer.ok) return `Refused: ${answer.error ?? 'no reason given'}`;
  const again = answer.duplicate ? ' It had been taken in before: nothing was added.' : '';
  return `Taken in as ${answer.orderNumber}, total $${answer.total}.${again}`;
};

const shown = (label: string, value: object): HTMLElement =>
  make(
    'details',
    { open: label === 'Answered' },
    make('summary', {}, label),
    make('pre', { className: 'log', tabIndex: 0 }, JSON.stringify(value, null, 2)),
  );
