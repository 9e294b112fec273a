import type { DialogLook } from '../rpc/dialog';
import { mintToken, type TokenPorts } from '../rpc/dialog-token';

/**
 * Shows a page of ours with a fresh token. It suspends nothing (platform-facts 5).
 * @param options what the page starts with; plain JSON.
 * @throws Error outside the sheet, where nobody could see it.
 */
export const showPage = (
  { page, title, size }: DialogLook,
  options: object,
  tokens: TokenPorts,
  person: string,
): void => {
  const ui = SpreadsheetApp.getUi();
  const template = Object.assign(HtmlService.createTemplateFromFile(page), {
    title,
    token: mintToken(tokens, person),
    options: JSON.stringify(options),
  });
  const output = template.evaluate().setTitle(title);
  if (size === 'sidebar') ui.showSidebar(output);
  else ui.showModalDialog(output.setWidth(size[0]).setHeight(size[1]), title);
};
