import { call, serviceError } from '../bridge';
import { DESCRIBE } from '../describe';
import { makeEnum } from '../enum';
import { HtmlOutput } from '../html';
import { Guarded, strictClass } from '../strict';
import { a, fits } from './arguments';
import { Menu } from './menu';

const Button = makeEnum('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
const ButtonSet = makeEnum('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

type ButtonName = keyof typeof Button;

/** What the user answered. */
export class PromptResponse extends Guarded {
  readonly #button: ButtonName;
  readonly #text: string;

  constructor(button: ButtonName, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }

  getSelectedButton() {
    return Button[this.#button];
  }

  getResponseText(): string {
    return this.#text;
  }
}

strictClass(PromptResponse, 'PromptResponse');

interface Answer {
  readonly button: ButtonName;
  readonly text: string;
}

const isButtonSet = (value: unknown): boolean => Object.values(ButtonSet).some((set) => set === value);

type AskArguments = [titleOrPrompt: string, promptOrButtons?: string | object, buttons?: object];

const ask = (method: 'alert' | 'prompt', args: AskArguments, start: string): Answer => {
  fits(`Ui.${method}`, args, ['any'], ['any', isButtonSet], ['any', 'any', isButtonSet]);
  const set = args.find(isButtonSet) ?? start;
  const texts = args.filter((part) => !isButtonSet(part)).map(String);
  const [title, text] = texts.length > 1 ? texts : [null, texts[0]];
  return call(`Ui.${method}`, title, text, String(set).split('_')) as Answer;
};

type Page = HtmlOutput | string;

const pageOf = (method: string, page: Page): object => {
  if (typeof page === 'string') return new HtmlOutput(page)[DESCRIBE]();
  if (page instanceof HtmlOutput) return page[DESCRIBE]();
  throw serviceError(`The parameters ((class)) don't match the method signature for SpreadsheetApp.Ui.${method}.`);
};

/** What a script shows to the person at the keyboard. */
export class Ui extends Guarded {
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  createMenu(...args: [caption: string]): Menu {
    fits('Ui.createMenu', args, ['string']);
    return new Menu(args[0]);
  }

  createAddonMenu(): Menu {
    return new Menu('Add-ons');
  }

  alert(...args: AskArguments) {
    return Button[ask('alert', args, 'OK').button];
  }

  prompt(...args: AskArguments): PromptResponse {
    const { button, text } = ask('prompt', args, 'OK');
    return new PromptResponse(button, text);
  }

  showModalDialog(...args: [userInterface: Page, title: string]): void {
    fits('Ui.showModalDialog', args, [a(HtmlOutput), 'any'], ['string', 'any']);
    call('Ui.showModalDialog', pageOf('showModalDialog', args[0]), String(args[1]));
  }

  showModelessDialog(...args: [userInterface: Page, title: string]): void {
    fits('Ui.showModelessDialog', args, [a(HtmlOutput), 'any'], ['string', 'any']);
    call('Ui.showModelessDialog', pageOf('showModelessDialog', args[0]), String(args[1]));
  }

  showSidebar(...args: [userInterface: Page]): void {
    fits('Ui.showSidebar', args, [a(HtmlOutput)], ['string']);
    call('Ui.showSidebar', pageOf('showSidebar', args[0]));
  }
}

strictClass(Ui, 'Ui');
