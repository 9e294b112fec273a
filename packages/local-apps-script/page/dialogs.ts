import { api } from './api';
import type { Dialog } from './contract';
import { button, make } from './dom';

/** Shows what the script puts over or beside the sheet: alerts, prompts, dialogs and the sidebar. */
export class Dialogs {
  private readonly open = new Map<string, HTMLElement>();

  constructor(
    private readonly sidebar: HTMLElement,
    private readonly onError: (error: unknown) => void,
    private readonly focusSheet: () => void,
  ) {
    window.addEventListener('message', (event) => {
      if (event.origin === location.origin && event.data?.dialog) this.asked(event.data);
    });
  }

  /** Opens what is new and closes what is gone. */
  show(dialogs: readonly Dialog[]): void {
    for (const [id, element] of this.open) {
      if (!dialogs.some((dialog) => dialog.id === id)) this.remove(id, element);
    }
    for (const dialog of dialogs) if (!this.open.has(dialog.id)) this.add(dialog);
  }

  private add(dialog: Dialog): void {
    if (dialog.kind === 'sidebar') {
      const content = make('div', { className: 'sidebar-content' }, this.head(dialog), frame(dialog));
      this.open.set(dialog.id, content);
      this.sidebar.replaceChildren(content);
      this.sidebar.hidden = false;
      return;
    }
    const isQuestion = dialog.kind === 'alert' || dialog.kind === 'prompt';
    const window_ = make(
      'dialog',
      { className: `dialog ${dialog.kind}` },
      this.head(dialog),
      isQuestion ? this.question(dialog) : frame(dialog),
    );
    window_.setAttribute('aria-label', dialog.title || 'Message');
    window_.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.answer(dialog.id, 'CLOSE');
    });
    this.open.set(dialog.id, window_);
    document.body.append(window_);
    if (dialog.kind === 'modeless') window_.show();
    else window_.showModal();
    window_.querySelector<HTMLElement>('.field, .primary')?.focus();
  }

  private head(dialog: Dialog): HTMLElement {
    const close = button('×', () => this.answer(dialog.id, 'CLOSE'), 'close');
    close.setAttribute('aria-label', 'Close');
    return make('div', { className: 'dialog-head' }, make('h2', {}, dialog.title), close);
  }

  private question(dialog: Dialog): HTMLElement {
    const input = dialog.kind === 'prompt' ? make('input', { type: 'text', className: 'field' }) : null;
    input?.setAttribute('aria-label', dialog.text || dialog.title);
    const buttons = dialog.buttons.map((name, index) =>
      button(
        labelOf(name),
        () => this.answer(dialog.id, name, input?.value),
        index === 0 ? 'button primary' : 'button',
      ),
    );
    const form = make(
      'form',
      { className: 'question' },
      make('p', { className: 'question-text' }, dialog.text),
      input,
      make('div', { className: 'buttons' }, ...buttons),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      buttons[0]?.click();
    });
    return form;
  }

  private answer(id: string, choice: string, text?: string): void {
    const element = this.open.get(id);
    if (element) this.remove(id, element);
    api.answer(id, choice, text).catch(this.onError);
  }

  private remove(id: string, element: HTMLElement): void {
    this.open.delete(id);
    element.remove();
    if (this.sidebar.childElementCount === 0) this.sidebar.hidden = true;
  }

  /** google.script.host of a framed page. */
  private asked({ dialog, asks, pixels }: { dialog: string; asks: string; pixels?: number }): void {
    const element = this.open.get(dialog);
    const inner = element?.querySelector('iframe');
    if (!element || !inner) return;
    if (asks === 'close') this.answer(dialog, 'CLOSE');
    else if (asks === 'focus') this.focusSheet();
    else if (asks === 'height' && pixels) inner.style.height = `${pixels}px`;
    else if (asks === 'width' && pixels) inner.style.width = `${pixels}px`;
  }
}

/** The host serves the page around the sandboxed frame; this frame only holds it. */
const frame = (dialog: Dialog): HTMLIFrameElement => {
  const inner = make('iframe', {
    className: 'dialog-frame',
    src: `/local/dialog/${encodeURIComponent(dialog.id)}`,
    title: dialog.title || 'Dialog',
  });
  if (dialog.kind !== 'sidebar') {
    inner.style.width = `${dialog.width ?? 600}px`;
    inner.style.height = `${dialog.height ?? 400}px`;
  }
  return inner;
};

const LABELS: Readonly<Record<string, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No', CLOSE: 'Close' };
const labelOf = (name: string): string => LABELS[name] ?? name;
