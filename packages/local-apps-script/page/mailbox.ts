import type { Mail } from './contract';
import { button, make } from './dom';
import type { PanelPage } from './panel';

/** An email is shown the way email programs show it: no scripts, and links open in a new tab. */
const framed = (html: string): string => `<base target="_blank">${html}`;

/** Every email that was sent, newest first: a list, and one email as HTML (wide or as on a phone) or as text. */
export class Mailbox implements PanelPage {
  readonly name = 'Email';
  readonly content = make('section', { className: 'mailbox' });
  private readonly list = make('ul', { className: 'email-list' });
  private readonly view = make('div', { className: 'email-view', hidden: true });
  private readonly empty: HTMLElement;
  private mails: Mail[] = [];
  private as: 'html' | 'text' = 'html';
  private phone = false;

  constructor(
    private readonly timeText: (iso: string) => string,
    private readonly counted: (count: number) => void,
    private readonly opened: (mail: Mail) => void,
    noMail: string,
  ) {
    this.empty = make('p', { className: 'empty' }, noMail);
    this.content.append(this.empty, this.list, this.view);
  }

  /** The id of the newest known email. */
  get last(): number | null {
    return this.mails.at(-1)?.id ?? null;
  }

  add(mails: readonly Mail[]): void {
    const known = new Set(this.mails.map(({ id }) => id));
    for (const mail of mails) {
      if (known.has(mail.id)) continue;
      this.mails.push(mail);
      this.list.prepend(this.entry(mail));
    }
    this.empty.hidden = this.mails.length > 0;
    this.counted(this.mails.length);
  }

  /** Opens the newest email whose subject or text contains something; false if there is none. */
  openNewest(about: string): boolean {
    const mail = [...this.mails].reverse().find(({ subject, text }) => subject.includes(about) || text.includes(about));
    if (mail) this.open(mail);
    return mail !== undefined;
  }

  /** Forgets all emails, when the host has started over. */
  clear(): void {
    this.mails = [];
    this.list.replaceChildren();
    this.close();
  }

  private entry(mail: Mail): HTMLElement {
    const open = make(
      'button',
      { type: 'button', className: 'email-entry', onclick: () => this.open(mail) },
      make('span', { className: 'email-to' }, mail.to),
      make('span', { className: 'email-time' }, this.timeText(mail.time)),
      make('span', { className: 'email-subject' }, mail.subject),
    );
    return make('li', {}, open);
  }

  private open(mail: Mail): void {
    const body = make('div', { className: 'email-body' });
    const draw = (): void => {
      if (this.as === 'html' && mail.html) {
        const frame = make('iframe', {
          title: `Email: ${mail.subject}`,
          srcdoc: framed(mail.html),
          className: this.phone ? 'phone' : '',
        });
        frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
        body.replaceChildren(frame);
      } else body.replaceChildren(make('pre', { tabIndex: 0 }, mail.text));
      for (const [choice, isOn] of choices) choice.setAttribute('aria-pressed', String(isOn()));
    };
    const choose = (label: string, change: () => void, isOn: () => boolean): [HTMLButtonElement, () => boolean] => [
      button(
        label,
        () => {
          change();
          draw();
        },
        'choice-button',
      ),
      isOn,
    ];
    const choices = [
      choose(
        'HTML',
        () => Object.assign(this, { as: 'html', phone: false }),
        () => this.as === 'html' && !this.phone,
      ),
      choose(
        'Phone',
        () => Object.assign(this, { as: 'html', phone: true }),
        () => this.as === 'html' && this.phone,
      ),
      choose(
        'Text',
        () => Object.assign(this, { as: 'text' }),
        () => this.as === 'text',
      ),
    ];
    const back = button('‹ All emails', () => this.close(), 'link');
    this.view.replaceChildren(
      make(
        'div',
        { className: 'email-bar' },
        back,
        make('div', { className: 'choice-group' }, ...choices.map(([choice]) => choice)),
      ),
      make('h2', { className: 'email-title' }, mail.subject),
      facts([
        ['From', mail.name ? `${mail.name} <${mail.from}>` : mail.from],
        ['To', mail.to],
        ['Reply to', mail.replyTo],
        ['Sent', this.timeText(mail.time)],
      ]),
      body,
    );
    draw();
    this.list.hidden = true;
    this.view.hidden = false;
    back.focus();
    this.opened(mail);
  }

  private close(): void {
    this.view.hidden = true;
    this.list.hidden = false;
  }
}

const facts = (rows: readonly (readonly [string, string | null])[]): HTMLElement =>
  make(
    'dl',
    { className: 'facts' },
    ...rows.flatMap(([name, value]) => (value ? [make('dt', {}, name), make('dd', {}, value)] : [])),
  );
