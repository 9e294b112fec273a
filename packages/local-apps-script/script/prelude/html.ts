import { htmlFile, refused, serviceError } from './bridge';
import { DESCRIBE } from './describe';
import { makeEnum } from './enum';
import { renderTemplate } from './html-template';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';

const XFrameOptionsMode = makeEnum('ALLOWALL', 'DEFAULT');
const SandboxMode = makeEnum('EMULATED', 'IFRAME', 'NATIVE');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** What HtmlService makes: a page for the web app, a dialog or a sidebar. */
export class HtmlOutput extends Guarded {
  #content: string;
  #title = '';
  #width: number | null = null;
  #height: number | null = null;
  #faviconUrl: string | null = null;
  #xFrame: { toString(): string } = XFrameOptionsMode.DEFAULT;
  #metaTags: { name: string; content: string }[] = [];

  constructor(content: string) {
    super();
    this.#content = content;
  }

  append(...args: [text: string]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.append', 'string');
    this.#content += String(args[0]);
    return this;
  }

  appendUntrusted(...args: [text: string]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.appendUntrusted', 'string');
    this.#content += escaped(String(args[0]));
    return this;
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  setContent(...args: [text: string]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setContent', 'string');
    this.#content = String(args[0]);
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  setTitle(...args: [title: string]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setTitle', 'string');
    this.#title = String(args[0]);
    return this;
  }

  getTitle(): string {
    return this.#title;
  }

  setWidth(...args: [width: number]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setWidth', 'number');
    this.#width = args[0];
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setHeight(...args: [height: number]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setHeight', 'number');
    this.#height = args[0];
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setFaviconUrl(...args: [url: string]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setFaviconUrl', 'string');
    this.#faviconUrl = args[0];
    return this;
  }

  setXFrameOptionsMode(...args: [mode: object]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setXFrameOptionsMode', 'object');
    this.#xFrame = args[0];
    return this;
  }

  setSandboxMode(...args: [mode: object]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.setSandboxMode', 'object');
    return this;
  }

  addMetaTag(...args: [name: string, content: string]): this {
    expectTypes(args, 'HtmlService.HtmlOutput.addMetaTag', 'string', 'string');
    const allowed = [
      'apple-mobile-web-app-capable',
      'apple-itunes-app',
      'google-site-verification',
      'mobile-web-app-capable',
      'viewport',
    ];
    if (!allowed.includes(args[0])) throw serviceError(`The meta tag you specified is not allowed in this context.`);
    this.#metaTags.push({ name: args[0], content: String(args[1]) });
    return this;
  }

  getMetaTags(): unknown[] {
    return this.#metaTags.map(({ name, content }) => ({ getName: () => name, getContent: () => content }));
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.#content);
  }

  /** As it leaves the script. */
  [DESCRIBE](): {
    content: string;
    title: string;
    width: number | null;
    height: number | null;
    faviconUrl: string | null;
    xFrame: string;
    metaTags: readonly { name: string; content: string }[];
  } {
    return {
      content: this.#content,
      title: this.#title,
      width: this.#width,
      height: this.#height,
      faviconUrl: this.#faviconUrl,
      xFrame: this.#xFrame.toString(),
      metaTags: this.#metaTags,
    };
  }
}

strictClass(HtmlOutput, 'HtmlOutput');

/** A page with `<? ?>`, `<?= ?>` (escaped by where it is) and `<?!= ?>` (not escaped); own fields are its variables. */
export class HtmlTemplate {
  readonly #source: string;
  readonly #file: string | null;

  constructor(source: string, file: string | null = null) {
    this.#source = source;
    this.#file = file;
  }

  evaluate(): HtmlOutput {
    return new HtmlOutput(renderTemplate(this.#source, this.#file, Object.fromEntries(Object.entries(this))));
  }

  getRawContent(): string {
    return this.#source;
  }

  /** Not undefined like the variables that nobody has set: it is Google's own, and not here. */
  get getCode(): never {
    throw refused('HtmlTemplate.getCode');
  }

  get getCodeWithComments(): never {
    throw refused('HtmlTemplate.getCodeWithComments');
  }

  toString(): string {
    return 'HtmlTemplate';
  }
}

const fileText = (name: string): string => {
  const text = htmlFile(name);
  if (text === null) throw serviceError(`No HTML file named ${name} was found.`);
  return text;
};

const sourceOf = (source: unknown): string =>
  source !== null && typeof source === 'object' && 'getDataAsString' in source
    ? String((source as { getDataAsString(): string }).getDataAsString())
    : String(source);

/** `HtmlService`. */
export const HtmlService = strict(
  {
    XFrameOptionsMode,
    SandboxMode,
    createHtmlOutput(...args: [html?: unknown]) {
      expectTypes(args, 'HtmlService.createHtmlOutput', 'any?');
      return new HtmlOutput(args[0] === undefined ? '' : sourceOf(args[0]));
    },
    createHtmlOutputFromFile(...args: [name: string]) {
      expectTypes(args, 'HtmlService.createHtmlOutputFromFile', 'string');
      return new HtmlOutput(fileText(String(args[0])));
    },
    createTemplate(...args: [html: unknown]) {
      expectTypes(args, 'HtmlService.createTemplate', 'any');
      return new HtmlTemplate(sourceOf(args[0]));
    },
    createTemplateFromFile(...args: [name: string]) {
      expectTypes(args, 'HtmlService.createTemplateFromFile', 'string');
      return new HtmlTemplate(fileText(String(args[0])), String(args[0]));
    },
    getUserAgent: () => null,
  },
  'HtmlService',
);
