import { make } from './dom';
import type { OpenSheet } from './open-sheet';

/** Shows the note of the selected cell beside it, as Google does. */
export class NoteCard {
  private readonly card = make('div', { className: 'note-card', hidden: true, attributes: { role: 'note' } });

  constructor(private readonly area: HTMLElement) {
    area.append(this.card);
    area.addEventListener('scroll', () => this.hide(), { capture: true });
    area.addEventListener('focusout', () => this.hide());
  }

  show(sheet: OpenSheet): void {
    const { note } = sheet.cell;
    const place = note === '' ? null : sheet.place;
    const around = this.area.getBoundingClientRect();
    this.card.hidden = place === null || place.right < around.left || place.left > around.right;
    if (!place || this.card.hidden) return;
    this.card.textContent = note;
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const right = place.right - around.left + 4;
    const left = right + width > around.width ? place.left - around.left - width - 4 : right;
    this.card.style.left = `${Math.max(4, left)}px`;
    this.card.style.top = `${Math.max(4, Math.min(place.top - around.top, around.height - height - 8))}px`;
  }

  hide(): void {
    this.card.hidden = true;
  }
}
