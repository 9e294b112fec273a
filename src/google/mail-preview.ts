import type { MailPreview } from '../core/keyboard-ports';

const WIDTH = 720;
const HEIGHT = 640;

/** Shows a mail's HTML in a dialog. Works only where a person is looking (docs/google.md G26). */
export class ModalMailPreview implements MailPreview {
  show(title: string, html: string): void {
    const page = HtmlService.createHtmlOutput(html).setWidth(WIDTH).setHeight(HEIGHT);
    SpreadsheetApp.getUi().showModalDialog(page, title);
  }
}
