import type { Toast } from './contract';
import { make } from './dom';

const STAYS = 5;

/** Shows each toast once, for 5 seconds. */
export class Toasts {
  private readonly seen = new Set<string>();
  private first = true;

  constructor(private readonly holder: HTMLElement) {}

  /** Toasts that were there before the page was opened are not shown. */
  show(toasts: readonly Toast[]): void {
    for (const toast of toasts) {
      const key = JSON.stringify(toast);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      if (!this.first) this.add(toast.title, toast.message, STAYS);
    }
    this.first = false;
  }

  /** A message of the page itself: something is well again. */
  good(title: string, message: string): void {
    this.add(title, message, STAYS);
  }

  /** A message of the page itself: something was refused or did not work. */
  problem(message: string): void {
    this.add('That did not work', message, 8, 'toast problem');
  }

  private add(title: string, message: string, seconds: number, className = 'toast'): void {
    const toast = make('div', { className });
    const close = make('button', { type: 'button', className: 'close', onclick: () => toast.remove() }, '×');
    close.setAttribute('aria-label', 'Close message');
    toast.append(make('div', {}, title !== '' && make('strong', {}, title), make('p', {}, message)), close);
    this.holder.append(toast);
    setTimeout(() => toast.remove(), seconds * 1000);
  }
}
