import type { Nudges } from '../../domain/nudges';
import { fitTexts } from './sheets/fit';
import { type Sheet, sheetHtml } from './sheets/sheet';
import { SHEET_STYLE } from './sheets/sheet-style';

/** Adds the styles of sheets to the page, once. */
export const addSheetStyle = (): void => {
  const style = document.createElement('style');
  style.textContent = SHEET_STYLE;
  document.head.append(style);
};

/** The container of what is printed: laid out off screen, so that its texts can be measured. */
const holder = (): HTMLElement => {
  const present = document.getElementById('prints');
  if (present) return present;
  const made = document.createElement('div');
  made.id = 'prints';
  document.body.append(made);
  return made;
};

/** Prints pages with the browser's own print window, from inside the dialog's frame. */
export const printSheets = (sheets: readonly Sheet[], nudges: Nudges): void => {
  const prints = holder();
  prints.innerHTML = sheets.map((sheet) => sheetHtml(sheet, nudges)).join('');
  prints.style.cssText = 'display:block;position:absolute;left:-10000px;top:0';
  fitTexts(prints);
  prints.style.cssText = '';
  window.print();
};
