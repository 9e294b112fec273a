import { make } from './dom';
import type { CellView } from './sheet-rows';

/** Colors of the chips of a dropdown, by a word (in small letters) that its value begins with; anything else is gray. */
export type ChipColours = Readonly<Record<string, 'amber' | 'blue' | 'green' | 'red' | 'violet'>>;

let chips: ChipColours = {};

/** Says how the chips of the sheet are colored; before the first cell is painted. */
export const colourChips = (colours: ChipColours): void => {
  chips = colours;
};

const chipColour = (text: string): string => {
  const value = text.trim().toLowerCase();
  return Object.entries(chips).find(([word]) => value.startsWith(word))?.[1] ?? 'grey';
};

/** What is painted in an element, and the node that was put there: an editor takes it away. */
const painted = new WeakMap<HTMLElement, { readonly content: string; readonly node: ChildNode | null }>();

/**
 * Shows a cell's content in its element: text, or a chip where there is a dropdown; a corner marks a note. An element
 * that shows it already is left alone: most cells are painted again because another one has changed.
 */
export const paintCell = (element: HTMLElement, cell: CellView): void => {
  const content = JSON.stringify(cell);
  const before = painted.get(element);
  if (before?.content === content && before.node === element.firstChild) return;
  paint(element, cell);
  painted.set(element, { content, node: element.firstChild });
};

const paint = (element: HTMLElement, cell: CellView): void => {
  const isChip = cell.choices !== null && cell.display !== '';
  if (isChip) element.replaceChildren(make('span', { className: `chip ${chipColour(cell.display)}` }, cell.display));
  else element.textContent = cell.display;
  element.classList.toggle('number', cell.isAtRight);
  element.classList.toggle('spills', !isChip && !cell.isAtRight && cell.display !== '');
  element.classList.toggle('bold', cell.isBold);
  element.classList.toggle('has-note', cell.note !== '');
  element.classList.toggle('has-choices', cell.choices !== null);
  element.style.backgroundColor = cell.background && cell.background !== '#ffffff' ? cell.background : '';
  element.style.color = cell.color && cell.color !== '#000000' ? cell.color : '';
};
