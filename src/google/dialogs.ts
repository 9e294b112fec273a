import type { DialogLook } from '../core/keyboard-ports';
import { pageTemplate } from './page-files';

/**
 * Shows a page of ours. It suspends nothing (docs/google.md G93).
 * @param token proves that the person has opened it (rpc/dialog-token.ts).
 * @param options what the page starts with; plain JSON.
 * @throws Error outside the sheet, where nobody could see it.
 */
export const showPage = ({ page, title, size }: DialogLook, options: object, token: string): void => {
  const ui = SpreadsheetApp.getUi();
  const template = Object.assign(pageTemplate(page), {
    title,
    token,
    options: JSON.stringify(options),
  });
  const output = template.evaluate().setTitle(title);
  if (size === 'sidebar') ui.showSidebar(output);
  else ui.showModalDialog(output.setWidth(size[0]).setHeight(size[1]), title);
};
