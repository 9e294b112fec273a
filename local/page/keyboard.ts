import type { OpenSheet } from './open-sheet';

/** What the keyboard does in the grid beyond moving about: type, clear, undo, copy and paste. */
export const useKeyboard = (
  area: HTMLElement,
  sheet: () => OpenSheet | null,
  undo: () => void,
  failed: (error: unknown) => void,
): void => {
  const isTyping = (event: Event): boolean => event.target instanceof HTMLInputElement;

  area.addEventListener('keydown', (event) => {
    const open = sheet();
    if (!open || isTyping(event)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === 'z') undo();
    else if (isCommand || event.altKey) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') open.clear();
    else if (event.key === 'F2') open.startTyping();
    else if (event.key.length === 1) open.startTyping(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  area.addEventListener('copy', (event) => {
    const open = sheet();
    if (!open || isTyping(event)) return;
    event.preventDefault();
    open
      .copied()
      .then((text) => navigator.clipboard.writeText(text))
      .catch(failed);
  });

  area.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain');
    const open = sheet();
    if (!open || !text || isTyping(event)) return;
    event.preventDefault();
    open.enter(rowsOf(text));
  });
};

/** Rows of cells from tab-separated text, all of the same length. */
const rowsOf = (text: string): string[][] => {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
};
