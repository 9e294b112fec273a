import type { CellComponent, Editor } from 'tabulator-tables';
import { make } from './dom';

/** What an editor is opened with, and what becomes of it. */
export interface EditorOwner {
  content(cell: CellComponent): { text: string; choices: readonly string[] | null };
  /** The text to enter (null = leave the cell as it is), and where to go from here. */
  done(cell: CellComponent, text: string | null, rows: number, columns: number): void;
}

/**
 * Types into a cell: Enter and Tab enter the text, Escape leaves the cell as it was, and a cell with a dropdown
 * offers its values. The text goes to the host; the grid shows what comes back from there.
 */
export const cellEditor =
  (owner: EditorOwner): Editor =>
  (cell, onRendered, _success, cancel) => {
    const { text, choices } = owner.content(cell);
    const input = make('input', { type: 'text', value: text, className: 'cell-input', spellcheck: false });
    input.setAttribute('aria-label', `Cell ${cell.getField()}${cell.getData().n}`);
    let open = true;
    const close = (entered: string | null, rows = 0, columns = 0): void => {
      if (!open) return;
      open = false;
      list?.remove();
      cancel();
      owner.done(cell, entered, rows, columns);
    };
    const list = choices ? choiceList(choices, cell.getElement(), (choice) => close(choice)) : null;

    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') close(input.value, event.shiftKey ? -1 : 1, 0);
      else if (event.key === 'Tab') close(input.value, 0, event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape') close(null);
      else if (list && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
        list.step(event.key === 'ArrowDown' ? 1 : -1, input);
      else {
        event.stopPropagation();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    });
    input.addEventListener('blur', () => close(input.value));
    onRendered(() => input.focus({ preventScroll: true }));
    return input;
  };

interface ChoiceList {
  /** Puts the next or previous choice into the input. */
  step(by: number, input: HTMLInputElement): void;
  remove(): void;
}

const choiceList = (choices: readonly string[], below: HTMLElement, choose: (choice: string) => void): ChoiceList => {
  const items = choices.map((choice) => {
    const item = make('li', { className: 'choice', attributes: { role: 'option', 'aria-selected': 'false' } }, choice);
    item.addEventListener('mousedown', (event) => {
      event.preventDefault();
      choose(choice);
    });
    return item;
  });
  const list = make('ul', { className: 'choices', attributes: { role: 'listbox', 'aria-label': 'Choices' } }, ...items);
  const place = below.getBoundingClientRect();
  list.style.left = `${place.left}px`;
  list.style.top = `${Math.min(place.bottom, window.innerHeight - 32 * choices.length - 12)}px`;
  list.style.minWidth = `${place.width}px`;
  document.getElementById('grid-area')?.append(list);
  let current = -1;
  return {
    step: (by, input) => {
      current = (current + by + items.length) % items.length;
      for (const [index, item] of items.entries()) item.setAttribute('aria-selected', String(index === current));
      input.value = choices[current] ?? input.value;
    },
    remove: () => list.remove(),
  };
};
