import type { EmailPreview } from '../core/keyboard-ports';

const WIDTH = 720;
const HEIGHT = 640;

/** Shows an email's HTML in a dialog. Works only where someone is looking (docs/google.md G26). */
export class ModalEmailPreview implements EmailPreview {
  show(title: string, html: string): void {
    const page = HtmlService.createHtmlOutput(html).setWidth(WIDTH).setHeight(HEIGHT);
    SpreadsheetApp.getUi().showModalDialog(page, title);
  }
}
