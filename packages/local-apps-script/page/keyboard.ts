import { rowsOf } from './clipboard-text';
import type { OpenSheet } from './open-sheet';

/** What the keyboard does beyond the sheet itself. */
export interface KeyboardOwner {
  sheet(): OpenSheet | null;
  undo(): void;
  failed(error: unknown): void;
}

/** What the keyboard does in the grid beyond moving about: type, clear, fill down, undo, cut, copy and paste. */
export const useKeyboard = (area: HTMLElement, { sheet, undo, failed }: KeyboardOwner): void => {
  const isTyping = (event: Event): boolean => event.target instanceof HTMLInputElement;

  area.addEventListener(
    'keydown',
    (event) => {
      const open = sheet();
      if (!open || isTyping(event) || (event.target as HTMLElement).closest('button')) return;
      const isCommand = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isCommand && key === 'z') undo();
      else if (isCommand && key === 'd') open.fillDown();
      else if (isCommand || event.altKey) return;
      else if (event.key === 'Delete' || event.key === 'Backspace') open.clear();
      else if (event.key === 'F2' || (event.key === 'Enter' && !event.shiftKey)) open.startTyping();
      else if (event.key === 'Tab') open.move(0, event.shiftKey ? -1 : 1);
      else if (event.key.length === 1) open.startTyping(event.key);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );

  area.addEventListener('mouseup', () => {
    if (document.activeElement === document.body) sheet()?.focus();
  });

  const copy = (event: Event, then: (open: OpenSheet) => void): void => {
    const open = sheet();
    if (!open) return;
    event.preventDefault();
    open
      .copied()
      .then((text) => navigator.clipboard.writeText(text))
      .then(() => then(open))
      .catch(failed);
  };
  // Who has the keyboard counts: the event's target is where the page's own text selection is, anywhere in the page.
  const isForSheet = (): boolean => {
    const focused = document.activeElement;
    const isTextMarked = focused === document.body && document.getSelection()?.isCollapsed === false;
    return (
      !isTextMarked && (focused === document.body || (area.contains(focused) && !(focused instanceof HTMLInputElement)))
    );
  };
  document.addEventListener('copy', (event) => isForSheet() && copy(event, () => {}));
  document.addEventListener('cut', (event) => isForSheet() && copy(event, (open) => open.clear()));
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain');
    const open = sheet();
    if (!open || !text || !isForSheet()) return;
    event.preventDefault();
    open.enter(rowsOf(text), true);
  });
};

/** F6 goes from one part of the page to the next, Shift+F6 back. */
export const useParts = (parts: () => readonly (HTMLElement | null)[]): void => {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const there = parts().filter((part): part is HTMLElement => part !== null && part.offsetParent !== null);
    const at = there.findIndex((part) => part.contains(document.activeElement));
    const next = there[(at + (event.shiftKey ? -1 : 1) + there.length) % there.length];
    if (next?.matches('[tabindex], button, select')) next.focus();
    else if (next)
      FOCUSABLE.map((kind) => next.querySelector<HTMLElement>(kind))
        .find(Boolean)
        ?.focus();
  });
};

/** What of a part takes the keyboard first. */
const FOCUSABLE = ['.tabulator-tableholder', '[aria-selected="true"]', 'iframe, button, select, input, [tabindex="0"]'];
