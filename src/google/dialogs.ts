import { mintToken, type TokenPorts } from '../workspace/dialog-token';

/** The pages of ui/ that staff open, with their sizes in pixels; one without a width is the sidebar. */
const PAGES = {
  'set-up': { width: 640, height: 620 },
  bulk: { width: 620, height: 560 },
  'find-order': { width: 700, height: 600 },
  'new-order': { width: 680, height: 660 },
  events: { width: 720, height: 640 },
  'price-list': { width: 620, height: 560 },
  settings: { width: 640, height: 620 },
  print: { width: 900, height: 660 },
  backups: { width: 720, height: 620 },
  waits: { width: 700, height: 600 },
  report: { width: 680, height: 640 },
  health: { width: 720, height: 700 },
  export: { width: 600, height: 620 },
  erase: { width: 600, height: 620 },
  'self-test': { width: 680, height: 640 },
  today: { width: null, height: null },
} as const;

export type DialogPage = keyof typeof PAGES;

/**
 * Shows a page of ours with a fresh token. It suspends nothing (platform-facts 5).
 * @param options what the page starts with; plain JSON.
 * @throws Error outside the sheet, where nobody could see it.
 */
export const showPage = (
  page: DialogPage,
  title: string,
  options: unknown,
  tokens: TokenPorts,
  person: string,
): void => {
  const ui = SpreadsheetApp.getUi();
  const { width, height } = PAGES[page];
  const template = Object.assign(HtmlService.createTemplateFromFile(page), {
    token: mintToken(tokens, person),
    options: JSON.stringify(options),
  });
  const output = template.evaluate().setTitle(title);
  if (width === null) ui.showSidebar(output);
  else ui.showModalDialog(output.setWidth(width).setHeight(height), title);
};
