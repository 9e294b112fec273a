import type { Prompts } from '../core/keyboard-ports';

const SECONDS = 15;

/** Toasts, alerts and prompts of the sheet. Works only where someone is looking (docs/google.md G26). */
export class UiPrompts implements Prompts {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  toast(text: string): void {
    this.spreadsheet.toast(text, 'CPS Orders', SECONDS);
  }

  tell(title: string, text: string): void {
    const ui = SpreadsheetApp.getUi();
    ui.alert(title, text, ui.ButtonSet.OK);
  }

  confirm(title: string, text: string): boolean {
    const ui = SpreadsheetApp.getUi();
    return ui.alert(title, text, ui.ButtonSet.YES_NO) === ui.Button.YES;
  }

  ask(title: string, text: string): string | null {
    const ui = SpreadsheetApp.getUi();
    const answer = ui.prompt(title, text, ui.ButtonSet.OK_CANCEL);
    return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText().trim() : null;
  }
}
